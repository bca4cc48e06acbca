"""Turning the pages: words, hits and pins go with them, and stay where they are in the document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.ids import DocumentId
from reviewer.domain.layouts import office_layout
from reviewer.domain.pages import PagePicture
from tests.fakes_documents import A4, LEFT, LETTER, LINE, TALL, TOP, FakeReader
from tests.ui.review.document_pane import CV, LEFT_BUTTON, NONE, SHIFT, Pane, mark
from tests.ui.review.presenter_desk import FIRST, Desk
from ui.background import Background
from ui.review.document_keys import Deed
from ui.review.document_layout import PageLayout, Rect, Spot
from ui.review.document_presenter import DocumentPresenter
from ui.review.document_view import DocumentView


@pytest.fixture
def pane(qtbot: QtBot) -> Pane:
    return Pane(qtbot)


def on_view(pane: Pane, rect: Rect, page: int = 1) -> QRectF:
    """Where a rectangle of a page is in the viewport."""
    return pane.view._scene.layout.on_desk(page, rect).translated(-QPointF(pane.view._scroll.offset()))


def word_rect(line: int, letter: int, letters: int) -> Rect:
    return (LEFT + letter * LETTER, TOP + line * LINE, LEFT + (letter + letters) * LETTER, TOP + line * LINE + TALL)


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_a_place_on_a_turned_page_is_found_again(turn: int) -> None:
    layout = PageLayout((A4, A4), 130, QSize(900, 700), 1.5, turn)
    for spot in (Spot(page=1, x=5, y=6), Spot(page=2, x=590, y=837), Spot(page=2, x=100, y=200)):
        found = layout.spot(layout.point(spot))
        assert (found.page, found.x, found.y) == pytest.approx((spot.page, spot.x, spot.y), abs=0.01)
    rect = (100.0, 200.0, 180.0, 230.0)
    assert layout.on_page(2, layout.on_desk(2, rect)) == pytest.approx(rect, abs=0.01)
    assert QRectF(layout.rect(2)).adjusted(-1, -1, 1, 1).contains(layout.on_desk(2, (0, 0, 595, 842)))


def test_a_turned_page_lies_on_its_side_and_is_asked_for_upright(pane: Pane) -> None:
    pane.asked.clear()
    pane.key(Qt.Key.Key_T)
    pane.qtbot.waitUntil(lambda: bool(pane.asked))
    rect = pane.view._scene.layout.rect(1)
    assert rect.width() > rect.height()
    assert pane.asked[0][:2] == (1, rect.height())


@pytest.mark.parametrize(("turns", "corner"), [(0, (0, 0)), (1, (1, 0)), (2, (1, 1)), (3, (0, 1))])
def test_the_picture_is_drawn_turned(qtbot: QtBot, turns: int, corner: tuple[int, int]) -> None:
    pane = Pane(qtbot, answer=False)
    for _turn in range(turns):
        pane.key(Qt.Key.Key_T)
    width = pane.view._scene.layout.picture_size(1).width()
    image = QImage(width, round(width * A4.height / A4.width), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for x in range(width // 4):
        for y in range(width // 4):
            image.setPixelColor(x, y, QColor("red"))
    pixels = bytes(image.constBits())
    pane.view.set_picture(1, PagePicture(width_px=width, height_px=image.height(), stride=width * 4, pixels=pixels))
    pane.view.verticalScrollBar().setValue(0)
    page = on_view(pane, (0, 0, A4.width, A4.height)).toRect()
    inset = QPoint(12, 12)
    places = {
        (0, 0): page.topLeft() + inset,
        (1, 0): page.topRight() + QPoint(-12, 12),
        (0, 1): page.bottomLeft() + QPoint(12, -12),
        (1, 1): page.bottomRight() - inset,
    }
    if not pane.view.viewport().rect().contains(places[corner]):
        pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum() // 5)
        page = on_view(pane, (0, 0, A4.width, A4.height)).toRect()
        places[corner] = page.bottomLeft() + QPoint(12, -12) if corner == (0, 1) else page.bottomRight() - inset
    assert pane.color_at(places[corner]) == QColor("red")


def test_words_of_a_turned_page_are_selected_where_they_are_seen(pane: Pane) -> None:
    pane.key(Qt.Key.Key_T, SHIFT)
    first, last = (on_view(pane, word_rect(0, *place)).center().toPoint() for place in ((0, 5), (6, 7)))
    pane.drag(first, last)
    assert pane.copied() == "Petra Neumann"


def test_a_rectangle_drawn_on_a_turned_page_is_kept_in_the_documents_points(pane: Pane) -> None:
    pane.key(Qt.Key.Key_T)
    wanted = (300.0, 300.0, 420.0, 340.0)
    area = on_view(pane, wanted)
    pane.drag(area.topLeft().toPoint(), area.bottomRight().toPoint())
    ((page, rect, _quote),) = pane.pins
    assert page == 1
    assert rect == pytest.approx(wanted, abs=1.5)


def test_pins_go_with_the_page_through_turning_and_zooming(pane: Pane) -> None:
    rect = (200.0, 300.0, 300.0, 320.0)
    pane.view.set_evidence((mark(rect),))
    for key in (Qt.Key.Key_T, Qt.Key.Key_Minus, Qt.Key.Key_T, Qt.Key.Key_T, Qt.Key.Key_T, Qt.Key.Key_0):
        pane.key(key)
        pane.view._desk.reveal(1, rect)
        pane.qtbot.waitUntil(lambda: pane.view.viewport().rect().contains(on_view(pane, rect).center().toPoint()))
        pane.click(on_view(pane, rect).center().toPoint())
    assert pane.clicked == ["pin"] * 6


def test_a_hit_on_a_turned_page_is_where_its_word_is(pane: Pane) -> None:
    pane.key(Qt.Key.Key_T)
    pane.view.tools.do(Deed.FIND)
    QTest.keyClicks(pane.view.finder.bar.field, "Neumann")
    (hit,) = pane.view._scene.hits
    drawn = pane.view._scene.layout.on_desk(hit.page, hit.rects[0])
    assert drawn.height() > drawn.width()


def test_the_turn_of_each_document_is_remembered(qtbot: QtBot, background: Background) -> None:
    other = DocumentId("other")
    view = DocumentView()
    qtbot.addWidget(view)
    view.resize(640, 800)
    view.show()
    presenter = DocumentPresenter(FakeReader({CV: [["one"]], other: [["two"]]}), background, view)
    turned: list[int] = []
    for document in (CV, other, CV):
        presenter.show(document)
        qtbot.waitUntil(background.idle)
        qtbot.waitUntil(lambda: view._scene.open)
        turned.append(view._scene.layout.turn)
        if turned == [0]:
            view._desk.turn_pages(1)
    assert turned == [0, 0, 1]
    presenter.forget([CV])
    assert presenter._turns == {}


def test_the_hand_pulls_the_page_along_and_escape_puts_it_down(pane: Pane) -> None:
    pane.view.zoom.set_percent(200)
    pane.view.verticalScrollBar().setValue(500)
    pane.key(Qt.Key.Key_H)
    QTest.mouseMove(pane.view.viewport(), QPoint(200, 300))
    assert pane.view.viewport().cursor().shape() is Qt.CursorShape.OpenHandCursor
    pane.drag(QPoint(200, 300), QPoint(180, 200))
    assert pane.height == 600
    assert pane.copied() == "nothing copied"
    pane.key(Qt.Key.Key_Escape)
    assert pane.view._scene.hand is False


def test_the_middle_button_pulls_whatever_the_tool(pane: Pane) -> None:
    pane.view.verticalScrollBar().setValue(300)
    viewport, middle = pane.view.viewport(), Qt.MouseButton.MiddleButton
    QTest.mousePress(viewport, middle, NONE, pane.word(12, 3))
    QTest.mouseMove(viewport, pane.word(12, 3) - QPoint(0, 50))
    assert viewport.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    QTest.mouseRelease(viewport, middle, NONE, pane.word(12, 3))
    assert pane.height == 350
    assert pane.copied() == "nothing copied"


def test_a_pin_is_clicked_with_the_hand_too(pane: Pane) -> None:
    pane.view.set_evidence((mark((200, 300, 300, 320)),))
    pane.key(Qt.Key.Key_H)
    QTest.mouseClick(pane.view.viewport(), LEFT_BUTTON, NONE, pane.at(250, 310))
    assert pane.clicked == ["pin"]


def test_a_turned_document_stays_turned_in_its_other_layout(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    layout = office_layout(FIRST)
    desk.reader.documents[layout] = desk.reader.documents[FIRST]
    desk.presenter.show(FIRST)
    desk.wait()
    desk.view.tools.do(Deed.TURN)
    desk.presenter.show(layout)
    desk.wait()
    assert desk.view._scene.layout.turn == 1
    assert desk.background.close()
