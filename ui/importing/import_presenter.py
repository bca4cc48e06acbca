"""Looks into a folder, brings it in, and tells how far it is; the import goes on while nobody looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer.domain.arrival import ImportReport
from reviewer.domain.views import Change, Topic
from ui.announcer import Announcer
from ui.background import Background, Lane

if TYPE_CHECKING:
    from reviewer.workspace import Workspace


class Phase(Enum):
    """Where an import stands."""

    CHOOSING = "choosing"
    LOOKING = "looking"
    LOOKED = "looked"
    BRINGING = "bringing"
    DONE = "done"
    FAILED = "failed"


BUSY = frozenset({Phase.LOOKING, Phase.BRINGING})


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportState:
    """One moment of an import; read counts rows or files, of is 0 while nobody knows how many there are."""

    phase: Phase = Phase.CHOOSING
    folder: Path | None = None
    read: int = 0
    of: int = 0
    stopping: bool = False
    report: ImportReport | None = None
    problems: tuple[str, ...] = ()
    unpacked: tuple[str, ...] = ()
    error: Exception | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an import came to, its problems and what was unpacked in words."""

    report: ImportReport
    problems: tuple[str, ...]
    unpacked: tuple[str, ...]


class _Stop:
    """Set on the window's thread, looked at by the import before each row."""

    def __init__(self) -> None:
        self.wanted = False


class ImportPresenter(QObject):
    """One folder at a time; what is in when somebody stops it stays in."""

    changed = Signal(object)

    def __init__(self, workspace: Workspace, background: Background, announcer: Announcer, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._background = background
        self._announcer = announcer
        self._stop = _Stop()
        self.state = ImportState()

    def start_again(self) -> None:
        """Forget the last folder, unless something is under way."""
        if self.state.phase not in BUSY:
            self._become(ImportState())

    def look(self, folder: Path) -> None:
        """Find out what would come from a folder, without bringing anything in."""
        if self.state.phase not in BUSY:
            self._become(ImportState(phase=Phase.LOOKING, folder=folder))
            self._run(folder, of=0, dry_run=True)

    def bring_in(self) -> None:
        """Bring in the folder that was looked at."""
        looked = self.state
        if looked.phase is Phase.LOOKED and looked.folder is not None:
            self._become(ImportState(phase=Phase.BRINGING, folder=looked.folder, of=looked.read))
            self._run(looked.folder, of=looked.read, dry_run=False)

    def stop(self) -> None:
        """Stop soon; what is in stays in."""
        if self.state.phase in BUSY:
            self._stop.wanted = True
            self._become(_with_stop(self.state))

    def _run(self, folder: Path, *, of: int, dry_run: bool) -> None:
        self._stop = stop = _Stop()
        tell = self._background.relay(partial(self._show_progress, stop, of))
        work = partial(_bring_in, self._workspace, folder, tell, stop, dry_run)
        self._background.run(Lane.NETWORK, work, partial(self._done, folder, dry_run), partial(self._failed, folder))

    def _show_progress(self, stop: _Stop, of: int, read: int) -> None:
        state = self.state
        if state.phase in BUSY and stop is self._stop:
            self._become(ImportState(phase=state.phase, folder=state.folder, read=read, of=of, stopping=stop.wanted))

    def _done(self, folder: Path, dry_run: bool, found: Told) -> None:
        report = found.report
        if dry_run and report.cancelled:
            self._become(ImportState())
            return
        phase = Phase.LOOKED if dry_run else Phase.DONE
        read = self.state.read
        self._become(
            ImportState(
                phase=phase,
                folder=folder,
                read=read,
                of=read,
                report=report,
                problems=found.problems,
                unpacked=found.unpacked,
            )
        )
        if not dry_run and report.added + report.new_versions:
            self._announcer.announce(Change(topics=frozenset({Topic.QUEUE, Topic.APPLICANT})))

    def _failed(self, folder: Path, error: Exception) -> None:
        self._become(ImportState(phase=Phase.FAILED, folder=folder, error=error))

    def _become(self, state: ImportState) -> None:
        self.state = state
        self.changed.emit(state)


def _with_stop(state: ImportState) -> ImportState:
    return ImportState(phase=state.phase, folder=state.folder, read=state.read, of=state.of, stopping=True)


def _bring_in(workspace: Workspace, folder: Path, tell: Callable[[int], None], stop: _Stop, dry_run: bool) -> Told:
    """The report, and what it says in words."""
    from reviewer.workspace import explain_problem, explain_unpacked

    def progress(read: int) -> bool:
        tell(read)
        return not stop.wanted

    report = workspace.bring_in(folder, progress=progress, dry_run=dry_run)
    return Told(
        report=report,
        problems=tuple(explain_problem(problem) for problem in report.problems),
        unpacked=tuple(explain_unpacked(unpacked) for unpacked in report.unpacked),
    )
