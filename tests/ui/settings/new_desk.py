"""A new, empty desk in a window, for what stands before all work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.views import Change
from reviewer.paths import Home
from reviewer.workspace import Workspace
from tests.desks import SetClock
from ui.announcer import Announcer
from ui.background import Background
from ui.pages import Parts
from ui.theme import ThemeSwitch
from ui.widgets.buttons import ActionButton
from ui.window import Window


class NewDesk:
    """A desk where nothing was ever set; what it is told to do happens before the next line of the test."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        window: Window,
        background: Background,
        themes: ThemeSwitch,
        open_desk: Callable[[Home], Workspace] = lambda home: Workspace(home, clock=SetClock()),
    ) -> None:
        self.folder = folder
        self.window = window
        self.background = background
        self.faults: list[Exception] = []
        self.changes: list[Change] = []
        self._qtbot = qtbot
        background.failed.connect(self.faults.append)
        self.workspace = open_desk(Home(folder=folder / "desk"))
        announcer = Announcer()
        announcer.changed.connect(self.changes.append)
        self.parts = Parts(
            window=window, workspace=self.workspace, background=background, announcer=announcer, themes=themes
        )

    def settle(self) -> None:
        """Wait until everything given to the background has come back."""
        self._qtbot.waitUntil(self.background.idle, timeout=30_000)

    def click(self, button: QWidget) -> None:
        """Click, and wait for what follows."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def button(self, text: str, within: QWidget | None = None) -> ActionButton:
        """The visible button of this text."""
        found = [part for part in (within or self.window).findChildren(ActionButton) if part.text() == text]
        return next(part for part in found if part.isVisible())

    def close(self) -> None:
        """End the background's work and the desk."""
        self.settle()
        self.background.close()
        self.workspace.close()
