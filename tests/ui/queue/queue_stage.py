"""A queue pane on a real desk, with what a person sees of it and does to it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.ids import ApplicantKey
from reviewer.domain.views import Change, QueueRow, Topic
from reviewer.workspace import Workspace
from tests.desks import HEADER, SetClock, open_desk
from ui.announcer import Announcer
from ui.background import Background
from ui.queue.listing import Heading
from ui.queue.queue_presenter import QueuePresenter
from ui.queue.queue_view import QueueView
from ui.widgets.paragraph import Paragraph

NONE = Qt.KeyboardModifier.NoModifier
LEFT_BUTTON = Qt.MouseButton.LeftButton


class Stage:
    """A shown pane; load() brings the list."""

    def __init__(self, qtbot: QtBot, folder: Path, background: Background) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.clock = SetClock()
        self.desk: Workspace = open_desk(folder, None, "Anna", self.clock)
        self.background = background
        self.bugs: list[Exception] = []
        background.failed.connect(self.bugs.append)
        self.announcer = Announcer()
        self.presenter = QueuePresenter(self.desk, background, self.announcer)
        self.host = QWidget()
        self.host.resize(760, 700)
        qtbot.addWidget(self.host)
        self.view = QueueView(self.presenter, self.desk.checklist, self.host)
        self.view.setGeometry(0, 0, 296, 700)
        self.chosen: list[ApplicantKey] = []
        self.presenter.selected.connect(self.chosen.append)
        with qtbot.waitActive(self.host):
            self.host.show()
            self.host.activateWindow()

    def load(self) -> None:
        self.presenter.load()
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.background.idle() and not self.presenter.is_busy())

    def bring_in(self, names: Sequence[str], *, first: int = 9000) -> None:
        """Import people with these last names, IDs from first on; each registered a day before the next."""
        folder = self.folder / f"in-{first}"
        folder.mkdir()
        with (folder / "applicants.csv").open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, delimiter=";")
            out.writerow(HEADER.split(";"))
            for number, name in enumerate(names):
                id = str(first + number)
                (folder / f"cv-{id}.txt").write_text(f"Person {id}\n", encoding="utf-8")
                day = f"2026-10-{number % 28 + 1:02d}"
                out.writerow([id, "Frau", "", "", name, f"p{id}@example.org", "de", day, day, "", "3", f"cv-{id}.txt"])
        self.desk.bring_in(folder)

    def announce(self, *keys: ApplicantKey) -> None:
        self.announcer.announce(Change(topics=frozenset({Topic.QUEUE}), applicants=frozenset(keys)))
        self.wait()

    def lines(self) -> list[str]:
        """What stands in the list: titles, and headings as they read."""
        model = self.presenter.model
        return [str(model.data(model.index(line, 0))) for line in range(model.rowCount())]

    def rows(self) -> list[QueueRow]:
        model = self.presenter.model
        lines = (model.line(line) for line in range(model.rowCount()))
        return [line for line in lines if isinstance(line, QueueRow)]

    def keys(self) -> list[ApplicantKey]:
        return [row.key for row in self.rows()]

    def title(self) -> str:
        """The marked row's title; empty when none is marked."""
        line = self.view.list.marked()
        return "" if line is None else self.lines()[line]

    def line_of(self, key: ApplicantKey) -> int:
        listing = self.presenter.model.listing
        line = None if listing is None else listing.find(key)
        assert line is not None
        return line

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.view.list, key)
        self.wait()

    def click(self, line: int) -> None:
        index = self.presenter.model.index(line, 0)
        QTest.mouseClick(self.view.list.viewport(), LEFT_BUTTON, NONE, self.view.list.visualRect(index).center())

    def type_search(self, text: str) -> None:
        self.view.field.setText(text)
        self.view.field.search_now()
        self.wait()

    def button(self, name: str) -> QAbstractButton:
        found = [one for one in self.host.findChildren(QAbstractButton) if one.accessibleName() == name]
        assert [one for one in found if one.isVisible()], [one.accessibleName() for one in found]
        return found[0]

    def words(self) -> list[str]:
        """Paragraphs in sight, as the states of an empty list say them."""
        return [one.text() for one in self.host.findChildren(Paragraph) if one.isVisible() and one.text()]

    def headings(self) -> list[str]:
        model = self.presenter.model
        return [self.lines()[line] for line in range(model.rowCount()) if isinstance(model.line(line), Heading)]

    def press_at(self, point: QPoint) -> None:
        QTest.mouseClick(self.view.list.viewport(), LEFT_BUTTON, NONE, point)
