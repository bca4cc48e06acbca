"""Starts the window: shows it first, opens the desk behind it, then brings in the pages."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from reviewer.errors import ReviewerError, describe
from reviewer.i18n import current_language, preferred_language, set_language
from reviewer.i18n import gettext as _
from ui.announcer import Announcer
from ui.application import make_application, run_until_closed, speak
from ui.background import Background, Lane
from ui.errors import install_excepthook, make_report, words_for
from ui.furnishing import Furnishing, Steps
from ui.opening import Opening
from ui.pages import Parts
from ui.screen import require_screen
from ui.theme import Scheme
from ui.window import Window

if TYPE_CHECKING:
    import argparse

    from reviewer.workspace import Workspace

Open = Callable[[], "Workspace"]
SWITCH_S = 0.001
_log = logging.getLogger(f"reviewer.{__name__}")


class Program:
    """The window and what it stands on; the workspace is opened, used and closed in the CORE lane alone."""

    def __init__(self, open_desk: Open, arguments: Sequence[str] = ("reviewer",)) -> None:
        # A thread at work, such as the pre-check's, gives way to the window after this long; Python's usual is 5 ms.
        sys.setswitchinterval(SWITCH_S)
        self.application, self.themes = make_application(arguments)
        self.window = Window()
        self.background = Background()
        self.announcer = Announcer()
        self._open_desk = open_desk
        self.workspace: Workspace | None = None
        self._opening = self._cover()
        self._adding: Furnishing | None = None
        self.background.failed.connect(self.tell)
        install_excepthook(self._tell_fault, program_version)

    def start(self) -> None:
        """Show the window and open the desk behind it."""
        self.window.show()
        self.open()

    def open(self) -> None:
        """Open the desk, once more if it failed before."""
        self._opening.show_waiting()
        self.window.status.show_connection("busy", _("The desk is being opened"))
        # Until all stands, the collector would find nothing to collect, and stop the window for 60 ms while it looks.
        gc.disable()
        self.background.run(Lane.CORE, self._open, self._opened, self._not_opened)

    def close(self) -> None:
        """End what runs in the background and close the desk."""
        workspace, self.workspace = self.workspace, None
        if self._adding is not None:
            self._adding.stop()
        gc.enable()
        self.background.close(last=None if workspace is None else workspace.close)
        self.window.close()

    def tell(self, error: Exception) -> None:
        """Say a failure nobody else has words for: foreseen ones in the status line, faults with a report."""
        if isinstance(error, ReviewerError):
            self.window.say(words_for(error).title, bad=True)
        else:
            self._tell_fault(make_report(error, error.__traceback__, program_version()))

    def _tell_fault(self, report: str) -> None:
        self.window.tell_fault(report)

    def _opened(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.themes.choose(Scheme(workspace.settings.text("ui.theme")))
        if _language_of(workspace) != current_language():
            self._make_window(workspace)
        self._add_pages()

    def _open(self) -> Workspace:
        """In the CORE lane: the desk, and the modules of its places, which hold the window up where it imports them."""
        workspace = self._open_desk()
        import_module("ui.places")
        return workspace

    def _add_pages(self, page: str = "") -> None:
        """Add the places behind the cover, then show one of them; none: the first."""
        self.announcer = Announcer()
        self.announcer.changed.connect(lambda _change: QTimer.singleShot(0, self.window, self._follow_language))

        def added(_nothing: None) -> None:
            if page:
                self.window.show_page(page)

        self._adding = Furnishing(self._make_places(), added, self.background, self.window)

    def _make_places(self) -> Steps[None]:
        """Make every place; what has come into being is the collector's no more, for it all stays."""
        from ui.places import add_places

        gc.disable()
        try:
            yield from add_places(self._parts())
            gc.freeze()
        finally:
            gc.enable()

    def _parts(self) -> Parts:
        assert self.workspace is not None
        return Parts(
            window=self.window,
            workspace=self.workspace,
            background=self.background,
            announcer=self.announcer,
            themes=self.themes,
        )

    def _cover(self) -> Opening:
        """Cover the window while the desk is opened and the places are made."""
        opening = Opening()
        opening.again.connect(self.open)
        self.window.show_cover(opening)
        return opening

    def _follow_language(self) -> None:
        """Make the window anew in the language set; before that, all work of the old one must have come back."""
        workspace = self.workspace
        if workspace is None or _language_of(workspace) == current_language():
            return
        if not self.background.idle():
            self.background.idle_now.connect(self._follow_language, Qt.ConnectionType.SingleShotConnection)
            return
        page = self.window.page()
        self._make_window(workspace)
        self._add_pages(page)

    def _make_window(self, workspace: Workspace) -> None:
        """A window without pages in the language set, where the old one stood."""
        set_language(_language_of(workspace))
        speak(self.application)
        old, self.window = self.window, Window()
        self._opening = self._cover()
        whole = old.isMaximized() or old.isFullScreen()
        self.window.setGeometry(old.normalGeometry() if whole else old.geometry())
        self.window.setWindowState(old.windowState())
        self.window.show()
        old.close()
        self._forget(old)

    def _forget(self, old: Window) -> None:
        """Delete a closed window once what it still gave to the background, such as a field just left, is back."""
        if self.background.idle():
            old.deleteLater()
        else:
            self.background.idle_now.connect(old.deleteLater, Qt.ConnectionType.SingleShotConnection)

    def _not_opened(self, error: Exception) -> None:
        gc.enable()
        _log.warning("the desk was not opened: %s", describe(error))
        self.window.status.show_connection("bad", words_for(error).title)
        self._opening.show_failure(error)


def _language_of(workspace: Workspace) -> str:
    """The language set, or the system's."""
    return workspace.settings.text("ui.language") or preferred_language()


def program_version() -> str:
    """The installed version, or "source" when the program runs from its folder."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("reviewer")
    except PackageNotFoundError:
        return "source"


def make_program(arguments: argparse.Namespace) -> Program:
    """The program for a command line (home, database), not started yet."""

    def open_desk() -> Workspace:
        from reviewer.workspace import open_workspace

        return open_workspace(arguments.home, arguments.database)

    return Program(open_desk, sys.argv[:1])


def run(arguments: argparse.Namespace) -> int:
    """Serve the window, in the language being spoken, for a command line; gives the exit code.

    Misconfigured where there is no screen.
    """
    require_screen()
    program = make_program(arguments)
    program.start()
    try:
        return run_until_closed(program.application)
    finally:
        program.close()


def main(argv: Sequence[str]) -> int:
    """Serve the window for a command line of its own."""
    import argparse

    set_language(preferred_language())
    parser = argparse.ArgumentParser(prog="python -m ui")
    parser.add_argument("--home")
    parser.add_argument("--database")
    return run(parser.parse_args(argv))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
