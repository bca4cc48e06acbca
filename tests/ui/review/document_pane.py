"""A shown CV pane for tests, driven by mouse and keys in points of its first page."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.ids import DocumentId, EvidenceId
from tests.fakes_documents import LEFT, LETTER, LINE, TALL, TOP, FakeReader
from ui.review.document_evidence import Mark, Tone
from ui.review.document_text import PageText
from ui.review.document_view import DocumentView

CV = DocumentId("cv")
LINES = ("Petra Neumann", "Werkleiterin bei Nordwerk", "Leitung der Pro-", "duktion in Ulm")
PAGES = (LINES, ("Ausbildung", "Studium in Ulm"), ("Sprachen",), ("Anlagen",), ())
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT_BUTTON = Qt.MouseButton.LeftButton


class Pane:
    """A shown pane that is answered at once, as from a cache; places are given in points of a page."""

    def __init__(self, qtbot: QtBot, *, answer: bool = True) -> None:
        self.qtbot = qtbot
        self.reader = FakeReader({CV: PAGES})
        self.view = DocumentView()
        qtbot.addWidget(self.view)
        self.asked: list[tuple[int, int, int]] = []
        self.pins: list[tuple[int, tuple[float, float, float, float], str]] = []
        self.clicked: list[str] = []
        self.view.pages_wanted.connect(self._answer if answer else self.asked.extend)
        self.view.words_wanted.connect(lambda page: self.view.set_text(page, PageText(self.reader.words(CV, page))))
        self.view.evidence_made.connect(lambda page, rect, quote: self.pins.append((page, rect, quote)))
        self.view.evidence_clicked.connect(self.clicked.append)
        self.view.resize(640, 800)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.view.setFocus()
        self.facts = self.reader.open(CV)
        self.view.show_facts(self.facts)

    def _answer(self, wishes: list[tuple[int, int, int]]) -> None:
        self.asked.extend(wishes)
        for page, width, _priority in wishes:
            self.view.set_picture(page, self.reader.render(CV, page, width))

    @property
    def scale(self) -> float:
        return self.view.zoom.percent / 100 * 96 / 72

    @property
    def height(self) -> int:
        return self.view.verticalScrollBar().value()

    def at(self, x: float, y: float) -> QPoint:
        """A place of page 1 in the viewport, with the pages fitted to the width."""
        across = self.view.horizontalScrollBar().value()
        return QPoint(round(18 + x * self.scale) - across, round(18 + y * self.scale) - self.height)

    def word(self, line: int, letter: float) -> QPoint:
        return self.at(LEFT + letter * LETTER, TOP + line * LINE + TALL / 2)

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        viewport = self.view.viewport()
        QTest.mousePress(viewport, LEFT_BUTTON, modifiers, start)
        QTest.mouseMove(viewport, (start + end) / 2)
        QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, LEFT_BUTTON, modifiers, end)

    def click(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT_BUTTON, modifiers, at)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.view, key, modifiers)

    def copied(self) -> str:
        QGuiApplication.clipboard().setText("nothing copied")
        self.key(Qt.Key.Key_C, CONTROL)
        return QGuiApplication.clipboard().text()

    def color_at(self, at: QPoint) -> QColor:
        return self.view.viewport().grab().toImage().pixelColor(at)

    def wait_for_height(self, height: int) -> None:
        self.qtbot.waitUntil(lambda: self.height == height)


def mark(rect: tuple[float, float, float, float], name: str = "pin", *, page: int = 1, quote: str = "") -> Mark:
    return Mark(id=EvidenceId(name), number=2, page=page, rect=rect, quote=quote, tone=Tone.BAD)
