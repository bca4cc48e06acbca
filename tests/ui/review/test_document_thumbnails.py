"""The strip of small pages: asked for only in sight, turned with the pages, a way to each page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import PageSize
from tests.fakes_documents import A4, COLORS, FakeReader
from tests.ui.review.document_pane import CV, LEFT_BUTTON, NONE, mark
from ui.background import Background
from ui.review.document_presenter import DocumentPresenter
from ui.review.document_view import DocumentView
from ui.review.thumbnail_layout import ThumbnailLayout
from ui.review.thumbnail_presenter import ThumbnailPresenter
from ui.review.thumbnails import PageStrip

LONG = DocumentId("long")


class Desk:
    """A strip beside a pane, with what brings them a long document."""

    def __init__(self, qtbot: QtBot, background: Background) -> None:
        self.qtbot = qtbot
        self.background = background
        self.reader = FakeReader({LONG: [["page"]] * 40, CV: [["one"], ["two"]]})
        self.view, self.strip = DocumentView(), PageStrip()
        for part in (self.view, self.strip):
            qtbot.addWidget(part)
            part.resize(600, 700)
        self.documents = DocumentPresenter(self.reader, background, self.view)
        self.thumbnails = ThumbnailPresenter(self.reader, background, self.strip, self.view, self.documents)
        self.view.show()
        self.show(LONG)

    def show(self, document: DocumentId) -> None:
        self.strip.clear()
        self.documents.show(document)
        self.qtbot.waitUntil(lambda: self.view._scene.open)
        self.qtbot.waitUntil(self.background.idle)

    def open_strip(self) -> None:
        self.strip.show()
        self.qtbot.waitExposed(self.strip)
        self.strip.setFocus()
        self.qtbot.waitUntil(self.background.idle)

    def small(self) -> list[int]:
        """The pages that were drawn small, in order."""
        return [page for page, width in self.reader.renders_aside(LONG)]


@pytest.fixture
def desk(qtbot: QtBot, background: Background) -> Iterator[Desk]:
    made = Desk(qtbot, background)
    yield made
    made.strip.hide()


def test_nothing_is_drawn_before_the_strip_is_wanted_and_then_only_what_is_in_sight(desk: Desk) -> None:
    assert desk.small() == []
    desk.open_strip()
    assert desk.small()[:3] == [1, 2, 3]
    assert max(desk.small()) < 12


def test_scrolling_the_strip_draws_the_pages_that_come_into_sight_once(desk: Desk) -> None:
    desk.open_strip()
    bar = desk.strip.verticalScrollBar()
    bar.setValue(bar.maximum())
    desk.qtbot.waitUntil(desk.background.idle)
    assert 40 in desk.small()
    bar.setValue(0)
    desk.qtbot.waitUntil(desk.background.idle)
    assert len(desk.small()) == len(set(desk.small()))


def test_a_click_goes_to_the_page(desk: Desk) -> None:
    desk.open_strip()
    at = desk.strip._layout.rect(3).center()
    QTest.mouseClick(desk.strip.viewport(), LEFT_BUTTON, NONE, at)
    desk.qtbot.waitUntil(lambda: desk.strip.page() == 3)
    assert desk.view._desk.page == 3


def test_arrows_go_through_the_pages_and_escape_back_to_the_document(desk: Desk) -> None:
    left: list[bool] = []
    desk.strip.left.connect(lambda: left.append(True))
    desk.open_strip()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Escape):
        QTest.keyClick(desk.strip, key)
    desk.qtbot.waitUntil(lambda: desk.view._desk.page == 3)
    assert left == [True]


def test_the_page_one_reads_is_kept_in_sight(desk: Desk) -> None:
    desk.open_strip()
    desk.view.go_to_page(30)
    desk.qtbot.waitUntil(lambda: desk.strip.page() == 30)
    assert 30 in desk.strip._shown()
    assert desk.strip.accessibleDescription() == "Page 30 of 40"


def test_small_pages_turn_and_show_where_evidence_is(desk: Desk) -> None:
    desk.open_strip()
    desk.strip.set_marks((mark((0.0, 0.0, 200.0, 200.0)),))
    upright = desk.strip._layout.rect(1)
    assert desk.strip.viewport().grab().toImage().pixelColor(upright.topLeft() + QPoint(5, 5)) != QColor(COLORS[0])
    desk.view._desk.turn_pages(1)
    rect = desk.strip._layout.rect(1)
    assert rect.width() > rect.height()
    desk.qtbot.waitUntil(desk.background.idle)
    picture = desk.strip.viewport().grab().toImage()
    assert picture.pixelColor(rect.topRight() + QPoint(-5, 5)) != QColor(COLORS[0])
    assert picture.pixelColor(rect.topLeft() + QPoint(5, 5)) == QColor(COLORS[0])


def test_another_document_shows_its_own_pages(desk: Desk) -> None:
    desk.open_strip()
    desk.strip.set_marks((mark((0.0, 0.0, 200.0, 200.0)),))
    desk.show(CV)
    assert len(desk.strip._layout) == 2
    assert desk.strip._marks == ()
    desk.documents.forget([CV, LONG])
    assert desk.thumbnails._pictures.used == 0


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_every_small_page_lies_within_the_strip_and_holds_its_places(turn: int) -> None:
    pages = (A4, PageSize(width=1190.0, height=842.0), PageSize(width=100.0, height=9000.0))
    layout = ThumbnailLayout(pages, turn, 140)
    for number, page in enumerate(pages, start=1):
        rect = layout.rect(number)
        assert 0 <= rect.left() <= rect.right() < 140
        whole = layout.on_strip(number, (0.0, 0.0, page.width, page.height))
        assert QRectF(rect).adjusted(-1, -1, 1, 1).contains(whole)
        assert layout.page_at(rect.center().y()) == number
    assert layout.page_at(layout.height + 500) is None
