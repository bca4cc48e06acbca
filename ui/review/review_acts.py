"""Carries a person's acts to the core, shows their effect at once, and keeps how to take them back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from reviewer.domain.applicant import Applicant
from reviewer.domain.commands import Command, Stamp
from reviewer.domain.ids import ApplicantKey, CommandId
from reviewer.domain.rules import apply, inverse
from reviewer.domain.views import Change, Outcome
from reviewer.errors import ReviewerError
from reviewer.workspace import Workspace
from ui.announcer import Announcer
from ui.background import Background, Lane
from ui.review.undo_stack import UndoEntry, UndoStack

Build = Callable[[Applicant, Stamp], Command]
"""Makes a command from the applicant as the person sees it."""


class ReviewActs(QObject):
    """The applicant shown is what the core holds with the acts under way, folded by the same rules."""

    changed = Signal(object)
    acted = Signal(str)
    done = Signal(str)
    failed = Signal(str, object)
    wanted = Signal(str)
    reload_wanted = Signal()

    def __init__(self, workspace: Workspace, background: Background, announcer: Announcer) -> None:
        super().__init__()
        self._workspace = workspace
        self._background = background
        self._announcer = announcer
        self._under_way: Counter[ApplicantKey] = Counter()
        self._announcing = False
        self._stale = False
        self.applicant: Applicant | None = None
        self.stack = UndoStack()
        announcer.changed.connect(self._hear)

    def show(self, applicant: Applicant | None) -> None:
        """Show this applicant from now on; nobody is told."""
        self.applicant = applicant
        self._stale = False

    def refresh(self, applicant: Applicant) -> None:
        """Take the applicant as loaded anew, unless acts are under way that it may not hold yet."""
        if self.applicant is None or self.applicant.key != applicant.key:
            return
        if self._under_way[applicant.key]:
            self._stale = True
        elif applicant != self.applicant:
            self.applicant = applicant
            self.changed.emit(applicant)

    def act(self, place: str, label: str, *builds: Build, keep: bool = True, returns: bool = False) -> UndoEntry | None:
        """Do one thing of one or several acts; None when it was refused (failed says so) or changes nothing.

        keep: it can be taken back; returns: taking it back brings the applicant on the screen again.
        """
        before = self.applicant
        if before is None:
            return None
        after, done = before, list[tuple[Command, Command]]()
        try:
            for build in builds:
                command = build(after, self._workspace.stamp())
                changed = apply(command, after)
                if changed != after:
                    done.append((command, inverse(command)))
                    after = changed
        except ReviewerError as error:
            self.failed.emit(place, error)
            return None
        if not done:
            return None
        entry = UndoEntry(
            applicant=before.key,
            label=label,
            returns=returns,
            commands=[command.stamp.id for command, _undo in done],
            undo=[undo for _command, undo in reversed(done)],
        )
        if keep:
            self.stack.push(entry)
        self.applicant = after
        self.changed.emit(after)
        if label:
            self.acted.emit(place)
        commands = [command for command, _undo in done]
        self.carry(place, before.key, lambda: [self._workspace.execute(command) for command in commands], entry)
        return entry

    def carry(self, place: str, key: ApplicantKey, work: Callable[[], Sequence[Outcome]], entry: UndoEntry) -> None:
        """Let the core act for an applicant, in order; what cannot be done is told with its place."""
        self._under_way[key] += 1
        self._background.run(
            Lane.CORE,
            work,
            lambda outcomes: self._done(key, outcomes),
            lambda error: self._fail(place, key, entry, error),
        )

    def undo(self, entry: UndoEntry | None = None) -> UndoEntry | None:
        """Take an entry back (none: the newest); gives it, or None when there is nothing to take back."""
        taken = self.stack.take(entry)
        if taken is None:
            return None
        self._show_undone(taken)
        self.carry("undo", taken.applicant, lambda: [self._workspace.undo(command) for command in taken.undo], taken)
        if taken.returns:
            self.wanted.emit(taken.applicant)
        return taken

    def withdraw(self, commands: Iterable[CommandId]) -> list[UndoEntry]:
        """Acts that turned out to change nothing cannot be taken back any more; gives what went."""
        return self.stack.withdraw(commands)

    def _show_undone(self, entry: UndoEntry) -> None:
        if self.applicant is None or self.applicant.key != entry.applicant:
            return
        after = self.applicant
        try:
            for command in entry.undo:
                after = apply(command, after)
        except ReviewerError:
            return
        if after != self.applicant:
            self.applicant = after
            self.changed.emit(after)

    def _done(self, key: ApplicantKey, outcomes: Sequence[Outcome]) -> None:
        self._end(key)
        self.done.emit(key)
        self._announcing = True
        try:
            for outcome in outcomes:
                self._announcer.announce(outcome.change)
        finally:
            self._announcing = False
        self._settle(key, outcomes[-1].applicant if outcomes else None)

    def _fail(self, place: str, key: ApplicantKey, entry: UndoEntry, error: Exception) -> None:
        self._end(key)
        self.stack.take(entry)
        self._stale = self.applicant is not None and self.applicant.key == key
        if entry.returns and (self.applicant is None or self.applicant.key != key):
            self.wanted.emit(key)
        self.failed.emit(place, error)
        self._settle(key, None)

    def _end(self, key: ApplicantKey) -> None:
        self._under_way[key] -= 1
        if not self._under_way[key]:
            del self._under_way[key]

    def _settle(self, key: ApplicantKey, loaded: Applicant | None) -> None:
        """Once nothing is under way, what the core holds counts."""
        if self._under_way[key] or self.applicant is None or self.applicant.key != key:
            return
        if self._stale:
            self._stale = False
            self.reload_wanted.emit()
        elif loaded is not None:
            self.refresh(loaded)

    def _hear(self, change: Change) -> None:
        if self.applicant is None or self._announcing:
            return
        if change.applicants and self.applicant.key not in change.applicants:
            return
        if self._under_way[self.applicant.key]:
            self._stale = True
        else:
            self.reload_wanted.emit()
