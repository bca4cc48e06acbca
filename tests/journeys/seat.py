"""The real program on a home of its own: started, waited for, closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from pytestqt.qtbot import QtBot

from reviewer.paths import Home
from reviewer.settings import write_setting
from reviewer.workspace import Workspace
from tests.desks import SetClock
from tests.outside_programs import lend_programs
from ui.__main__ import Program
from ui.bug_report import BugReport
from ui.review.review_page import ReviewPage
from ui.window import Window

PATIENCE_MS = 120_000
Furnish = Callable[[Workspace], None]


class Seat:
    """The program on one home; whoever waits for it is told of a fault at once."""

    def __init__(
        self,
        qtbot: QtBot,
        home: Path,
        url: str | None,
        clock: SetClock,
        *,
        fresh: bool = False,
        settings: Mapping[str, str] = MappingProxyType({}),
        furnish: Furnish = lambda _desk: None,
    ) -> None:
        """Fresh: nothing was ever set here; settings are made first; furnish gets each workspace before it is used.

        Whatever is installed here, no outside program helps unless it is furnished.
        """
        self.qtbot = qtbot
        self.home = Home(folder=home).make()
        self.clock = clock
        self._url = url
        self._furnish = furnish
        self._program: Program | None = None
        if not fresh:
            write_setting(self.home.settings, "reviewer.name", home.name)
        for key, value in settings.items():
            write_setting(self.home.settings, key, value)
        self.open()

    # the program

    def open(self) -> None:
        """Start the program and wait until the desk is there."""
        program = self._program = Program(self._open_desk)
        program.start()
        self.wait_until(lambda: program.workspace is not None)
        self.settle()

    def close(self) -> None:
        """Close the window as a person does, and let the program end; nothing may have gone wrong in it."""
        program, self._program = self._program, None
        if program is None:
            return
        window, faults = program.window, faults_of(program)
        window.close()
        program.close()
        window.deleteLater()
        assert faults == []

    def restart(self) -> None:
        self.close()
        self.open()

    @property
    def program(self) -> Program:
        assert self._program is not None
        return self._program

    @property
    def window(self) -> Window:
        return self.program.window

    @property
    def desk(self) -> Workspace:
        """The desk behind the window, for looking at what is stored."""
        workspace = self.program.workspace
        assert workspace is not None
        return workspace

    def _open_desk(self) -> Workspace:
        desk = Workspace(self.home, database=self._url, clock=self.clock)
        lend_programs(desk, None, None)
        self._furnish(desk)
        return desk

    # waiting

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Wait for something to show; a fault of the program ends the wait at once."""

        def look() -> bool:
            faults = faults_of(self.program)
            if faults:
                raise RuntimeError("\n".join(faults))
            return condition()

        self.qtbot.waitUntil(look, timeout=PATIENCE_MS)

    def settle(self) -> None:
        """Wait until nothing is under way, and until a decision would be taken again."""
        self.wait_until(self._is_quiet)

    def _is_quiet(self) -> bool:
        pages = self.window.findChildren(ReviewPage)
        pausing = any(page._presenter.decisions._pause.isActive() for page in pages)
        return self.program.background.idle() and not pausing


def faults_of(program: Program) -> list[str]:
    """The reports of faults, and why the desk was not opened."""
    failed = program._opening._failed
    opening = [] if failed is None else [failed.accessibleName()]
    return [sheet.text() for sheet in program.window.findChildren(BugReport)] + opening
