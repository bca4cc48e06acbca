"""Selecting words and pinning evidence by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.ids import EvidenceId
from tests.fakes_documents import LEFT, LETTER, LINE, TALL, TOP, FakeReader
from tests.ui.review.document_pane import CONTROL, CV, LEFT_BUTTON, LINES, NONE, SHIFT, Pane, mark
from tests.ui.review.judgement_stage import Stage
from ui.actions import Group
from ui.review.document_evidence import tooltip
from ui.review.review_page import ReviewPage
from ui.window import Window


@pytest.fixture
def pane(qtbot: QtBot) -> Pane:
    return Pane(qtbot)


def test_words_dragged_over_are_copied_with_their_lines(pane: Pane) -> None:
    pane.drag(pane.word(0, 7), pane.word(1, 13))
    assert pane.copied() == "Neumann\nWerkleiterin bei"


def test_a_drag_upwards_selects_the_same_words(pane: Pane) -> None:
    pane.drag(pane.word(1, 13), pane.word(0, 7))
    assert pane.copied() == "Neumann\nWerkleiterin bei"


def test_without_a_selection_copying_leaves_the_clipboard_alone(pane: Pane) -> None:
    assert pane.copied() == "nothing copied"


def test_a_double_click_selects_a_word_and_a_third_press_its_paragraph(pane: Pane) -> None:
    viewport = pane.view.viewport()
    place = pane.word(1, 3)
    QTest.mouseDClick(viewport, LEFT_BUTTON, NONE, place)
    assert pane.copied() == "Werkleiterin"
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonPress):
        event = QMouseEvent(kind, QPointF(place), viewport.mapToGlobal(QPointF(place)), LEFT_BUTTON, LEFT_BUTTON, NONE)
        event.setTimestamp(1000)
        QApplication.sendEvent(viewport, event)
    QTest.mouseRelease(viewport, LEFT_BUTTON, NONE, place)
    assert pane.copied() == "\n".join(LINES)


def test_shift_and_a_click_extend_the_selection(pane: Pane) -> None:
    pane.drag(pane.word(0, 1), pane.word(0, 4))
    pane.click(pane.word(1, 1), SHIFT)
    assert pane.copied() == "Petra Neumann\nWerkleiterin"


def test_a_click_beside_ends_the_selection(pane: Pane) -> None:
    pane.drag(pane.word(0, 1), pane.word(0, 9))
    pane.click(pane.at(400, 600))
    assert pane.copied() == "nothing copied"


def test_all_words_of_the_page_are_selected_by_key(pane: Pane) -> None:
    pane.key(Qt.Key.Key_A, CONTROL)
    assert pane.copied() == "\n".join(LINES)


def test_one_key_pins_the_selected_words_and_lets_them_go(pane: Pane) -> None:
    pane.drag(pane.word(2, 1), pane.word(3, 3))
    pane.key(Qt.Key.Key_E)
    ((page, rect, quote),) = pane.pins
    assert (page, quote) == (1, "Leitung der Produktion")
    assert rect == pytest.approx((LEFT, TOP + 2 * LINE, LEFT + 16 * LETTER, TOP + 3 * LINE + TALL))
    assert pane.copied() == "nothing copied"


def test_a_rectangle_drawn_beside_words_quotes_the_words_inside(pane: Pane) -> None:
    pane.drag(pane.at(40, 60), pane.at(LEFT + 13.5 * LETTER, TOP + TALL + 4))
    ((page, rect, quote),) = pane.pins
    assert (page, quote) == (1, "Petra Neumann")
    assert rect == pytest.approx((40, 60, LEFT + 13.5 * LETTER, TOP + TALL + 4), abs=1.5)


def test_alt_draws_a_rectangle_over_words(pane: Pane) -> None:
    pane.drag(pane.word(0, 0), pane.word(1, 30), Qt.KeyboardModifier.AltModifier)
    assert len(pane.pins) == 1
    assert pane.copied() == "nothing copied"


def test_a_key_makes_every_drag_a_rectangle_until_escape(pane: Pane) -> None:
    with pane.qtbot.waitSignal(pane.view.evidence_mode_changed) as told:
        pane.key(Qt.Key.Key_E)
    assert told.args == [True]
    pane.drag(pane.word(0, 0), pane.word(1, 30))
    assert len(pane.pins) == 1
    pane.key(Qt.Key.Key_Escape)
    pane.drag(pane.word(0, 0), pane.word(1, 30))
    assert len(pane.pins) == 1
    assert pane.copied() != "nothing copied"


def test_a_rectangle_ends_at_the_edge_of_its_page(pane: Pane) -> None:
    pane.drag(pane.at(500, 700), QPoint(pane.view.viewport().width() - 1, 790))
    assert pane.pins[0][1][2] <= pane.facts.pages[0].width + 0.5


def test_a_trembling_click_makes_no_pin(pane: Pane) -> None:
    place = pane.at(400, 600)
    pane.drag(place, place + QPoint(1, 2))
    assert pane.pins == []


def test_a_scan_takes_rectangles_without_a_quote(qtbot: QtBot) -> None:
    pane = Pane(qtbot)
    pane.reader = FakeReader({CV: [[]]})
    pane.view.show_facts(pane.reader.open(CV))
    pane.drag(pane.at(100, 100), pane.at(300, 200))
    assert [(page, quote) for page, _rect, quote in pane.pins] == [(1, "")]


def test_escape_gives_up_the_rectangle_being_drawn(pane: Pane) -> None:
    viewport = pane.view.viewport()
    QTest.mousePress(viewport, LEFT_BUTTON, NONE, pane.at(300, 500))
    QTest.mouseMove(viewport, pane.at(400, 560))
    pane.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(viewport, LEFT_BUTTON, NONE, pane.at(400, 560))
    assert pane.pins == []


def test_a_click_on_a_pin_or_its_badge_tells_which_and_pins_nothing(pane: Pane) -> None:
    pane.view.set_evidence((mark((200, 300, 300, 320), "box"), mark((200, 500, 300, 600), "other")))
    pane.click(pane.at(250, 310))
    (badge,) = [one.badge for one in pane.view._scene.marks if one.mark.id == "other"]
    pane.click(badge.center().toPoint() - QPoint(0, pane.height))
    assert pane.clicked == ["box", "other"]
    assert pane.pins == []


def test_words_under_a_pin_can_still_be_selected(pane: Pane) -> None:
    pane.view.set_evidence((mark((LEFT, TOP, LEFT + 13 * LETTER, TOP + TALL)),))
    pane.drag(pane.word(0, 1), pane.word(0, 9))
    assert pane.copied() == "Petra Neumann"
    assert pane.clicked == []


def test_pins_stay_on_their_words_at_each_zoom(pane: Pane) -> None:
    pane.view.set_evidence((mark((200, 300, 300, 320)),))
    pane.view.zoom.set_percent(50)
    viewport = pane.view.viewport()
    page_left = (viewport.width() - round(595 * pane.scale)) / 2
    inside = QPointF(page_left + 250 * pane.scale, 18 + 310 * pane.scale - pane.height).toPoint()
    pane.click(inside)
    assert pane.clicked == ["pin"]


def test_a_pin_is_brought_into_sight(pane: Pane) -> None:
    pane.view.set_evidence((mark((200, 300, 300, 320), "far", page=3),))
    pane.view.go_to_mark(EvidenceId("far"))
    pane.qtbot.waitUntil(lambda: pane.height > 1500)


def test_a_pin_says_its_quote_as_plain_text(pane: Pane) -> None:
    shown = tooltip(mark((0, 0, 1, 1), quote="<b>{{7*7}}</b><img src=x>"))
    assert "<b>" not in shown
    assert "<img" not in shown
    assert "&lt;b&gt;{{7*7}}" in shown


def test_nothing_can_be_pinned_where_there_is_no_document(pane: Pane) -> None:
    pane.view.show_loading()
    pane.drag(QPoint(100, 100), QPoint(300, 300))
    pane.view.show_message("Damaged", "", ())
    pane.drag(QPoint(100, 100), QPoint(300, 300))
    pane.key(Qt.Key.Key_E)
    pane.drag(QPoint(100, 100), QPoint(300, 300))
    assert pane.pins == []


def test_the_pointer_shows_what_a_press_would_begin(pane: Pane) -> None:
    viewport = pane.view.viewport()
    pane.view.set_evidence((mark((200, 300, 300, 320)),))
    shapes = []
    for place in (pane.word(0, 2), pane.at(400, 600), pane.at(250, 310)):
        QTest.mouseMove(viewport, place)
        shapes.append(viewport.cursor().shape())
    assert shapes == [
        Qt.CursorShape.IBeamCursor,
        Qt.CursorShape.ArrowCursor,
        Qt.CursorShape.PointingHandCursor,
    ]


def test_the_context_menu_copies_and_pins_the_selection(pane: Pane) -> None:
    pane.drag(pane.word(0, 1), pane.word(0, 9))
    pane.view.customContextMenuRequested.emit(QPoint(50, 50))
    menu = pane.view.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.isEnabled() for action in menu.actions()] == [True] * 4
    menu.actions()[1].trigger()
    menu.close()
    assert [quote for _page, _rect, quote in pane.pins] == ["Petra Neumann"]


def test_the_context_menu_offers_what_the_window_does_with_a_document(stage: Stage, window: Window) -> None:
    page = ReviewPage(stage.presenter, stage.desk, stage.background, window.actions_table, QWidget())
    window.add_page("review", "list-checks", lambda: "Review", page, groups=frozenset({Group.DOCUMENT}))
    window.closing.connect(stage.close)
    stage.show()
    page.document.customContextMenuRequested.emit(QPoint(50, 50))
    menu = page.document.findChild(QMenu)
    assert isinstance(menu, QMenu)
    offered = {action.text(): action for action in menu.actions()}
    assert {"Go to page", "Turn the pages", "Save an annotated copy…", "Open with another program"} <= set(offered)
    offered["Save an annotated copy…"].trigger()
    menu.close()
    assert "Nothing is pinned to this document" in stage.sayings.said
