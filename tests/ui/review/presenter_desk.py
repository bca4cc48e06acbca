"""A shown document pane with its presenter over the fake reader."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from reviewer.domain.ids import DocumentId
from tests.fakes_documents import FakeReader
from ui.background import Background
from ui.review.document_presenter import DocumentPresenter
from ui.review.document_view import DocumentView

FIRST, SECOND, THIRD = DocumentId("first"), DocumentId("second"), DocumentId("third")
LEFT_BUTTON = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


class Desk:
    """A shown pane with its presenter over the fake reader."""

    def __init__(self, qtbot: QtBot, *, budget: int = 96 * 1024 * 1024) -> None:
        self.qtbot = qtbot
        pages = [[f"page {number} words"] for number in range(1, 9)]
        self.reader = FakeReader({FIRST: pages, SECOND: pages[:3], THIRD: pages[:1]})
        self.background = Background()
        self.view = DocumentView()
        qtbot.addWidget(self.view)
        self.view.resize(640, 800)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.presenter = DocumentPresenter(self.reader, self.background, self.view, budget=budget)
        self.bugs: list[Exception] = []
        self.background.failed.connect(self.bugs.append)

    def wait(self) -> None:
        """Until nothing is under way, nor what is asked for only after a page was painted."""
        self.qtbot.waitUntil(self.background.idle)
        self.qtbot.wait(1)
        self.qtbot.waitUntil(self.background.idle)

    def wait_for_call(self, method: str, document: str) -> None:
        self.qtbot.waitUntil(
            lambda: any(call.method == method and call.document == document for call in self.reader.calls)
        )

    def color(self) -> QColor:
        return self.view.viewport().grab().toImage().pixelColor(QPoint(300, 700))

    def words(self) -> list[str]:
        labels = self.view.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible() and label.text()]

    def press(self, name: str) -> None:
        button = self.view.findChild(QAbstractButton, name)
        assert isinstance(button, QAbstractButton)
        QTest.mouseClick(button, LEFT_BUTTON)
