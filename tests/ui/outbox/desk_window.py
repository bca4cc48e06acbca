"""A real desk in a window, for the pages that stand on one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain import acts
from reviewer.domain.applicant import Applicant, DecisionKind
from reviewer.domain.views import SyncReport
from reviewer.workspace import Workspace
from tests.desks import KeptPost, SetClock, decide, find, open_desk, write_folder
from ui.announcer import Announcer
from ui.background import Background
from ui.pages import Parts
from ui.theme import ThemeSwitch
from ui.window import Window

HOSTILE = "<b>{{7*7}}</b>\u202e&amp; " + "Weiß" * 80


class DeskWindow:
    """Anna's desk in a window; what it is told to do happens before the next line of the test."""

    def __init__(
        self, qtbot: QtBot, folder: Path, url: str, window: Window, background: Background, themes: ThemeSwitch
    ) -> None:
        self.clock = SetClock()
        self.post = KeptPost()
        self.url = url
        self.folder = folder
        self.window = window
        self.announcer = Announcer()
        self.faults: list[Exception] = []
        self._qtbot = qtbot
        self._background = background
        background.failed.connect(self.faults.append)
        self.desk = open_desk(folder, url, "Anna", self.clock)
        self.desk.bring_in(write_folder(folder / "in", 4))
        self.parts = Parts(
            window=window, workspace=self.desk, background=background, announcer=self.announcer, themes=themes
        )

    def colleague(self, name: str = "Bert") -> Workspace:
        """A second desk on the same shared database, up to date; the test closes it."""
        other = open_desk(self.folder, self.url, name, self.clock)
        other.sync(deliver=False)
        return other

    def settle(self) -> None:
        """Wait until the core has done what it was given."""
        self._qtbot.waitUntil(self._background.idle, timeout=20_000)

    def decide(self, id: str, kind: DecisionKind = DecisionKind.FEEDBACK, hold_s: float = 600) -> Applicant:
        """Decide on an applicant; the letter waits."""
        self.desk.execute(decide(self.desk, find(self.desk, id), kind, hold_s))
        return find(self.desk, id)

    def rename(self, id: str, name: str) -> None:
        """Give an applicant another last name."""
        applicant = find(self.desk, id)
        wanted = replace(applicant.person, last_name=name)
        self.desk.execute(acts.correct_person(applicant, wanted, self.desk.stamp()))

    def sync(self) -> SyncReport:
        """Exchange and send, and tell the window as it is told by itself."""
        report = self.desk.sync(way=self.post.way())
        self.announcer.announce(report.change)
        self.settle()
        return report

    def press(self, key: Qt.Key, on: QWidget | None = None) -> None:
        """Press a key, in a control or in the window, and wait for its effect."""
        QTest.keyClick(self.window if on is None else on, key)
        self.settle()
