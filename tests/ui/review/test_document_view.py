"""The CV pane: what it asks for, draws and scrolls, and where it has nothing to show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPixmap, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from reviewer.domain.sizing import Fit, rendered_width
from tests.fakes_documents import COLORS
from tests.ui.review.document_pane import CONTROL, CV, NONE, SHIFT, Pane
from ui.review.document_keys import Deed
from ui.review.document_message import CardAction
from ui.review.document_pictures import PageShelf
from ui.theme import S3
from ui.widgets.buttons import ActionButton


@pytest.fixture
def pane(qtbot: QtBot) -> Pane:
    return Pane(qtbot)


def test_the_first_pages_are_asked_for_before_showing_returns_the_visible_ones_first(qtbot: QtBot) -> None:
    pane = Pane(qtbot, answer=False)
    width = pane.view.viewport().width() - 36
    assert pane.asked == [(1, width, 0), (2, width, 10), (3, width, 10)]


def test_a_page_is_asked_for_at_the_physical_width_another_document_would_have_too(pane: Pane) -> None:
    facts = pane.reader.open(CV)
    assert pane.view.first_width().of(facts.pages) == pane.asked[0][1]


def test_pages_are_drawn_from_their_pictures(pane: Pane) -> None:
    assert pane.color_at(pane.at(300, 700)) == QColor(COLORS[0])


def test_while_a_new_size_is_on_its_way_the_old_picture_is_shown(qtbot: QtBot) -> None:
    pane = Pane(qtbot, answer=False)
    first = pane.asked[0]
    pane.view.set_picture(1, pane.reader.render(CV, 1, first[1]))
    pane.asked.clear()
    pane.view.zoom.set_percent(150)
    assert pane.color_at(QPoint(300, 300)) == QColor(COLORS[0])
    qtbot.waitUntil(lambda: bool(pane.asked))
    assert pane.asked[0][1] == round(595 * pane.scale)


def test_the_wheel_with_control_zooms_about_the_pointer(pane: Pane) -> None:
    place = pane.word(3, 4)
    before = pane.view.zoom.percent
    event = QWheelEvent(
        QPointF(place),
        pane.view.viewport().mapToGlobal(QPointF(place)),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.view.viewport(), event)
    assert pane.view.zoom.percent == pytest.approx(before * 1.0015**240)
    assert (pane.word(3, 4) - place).manhattanLength() <= 2


def test_keys_zoom_in_steps_and_back_to_the_width(pane: Pane) -> None:
    seen: list[float] = []
    pane.view.zoom_changed.connect(seen.append)
    for key in (Qt.Key.Key_0, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Minus, Qt.Key.Key_W):
        pane.key(key)
    fitted = (pane.view.viewport().width() - 36) / 595 / 96 * 72 * 100
    assert seen == pytest.approx([100, 110, 100, 90, fitted])
    assert pane.view.zoom.fit is Fit.WIDTH


def test_zoom_ends_at_its_bounds(pane: Pane) -> None:
    for _press in range(30):
        pane.key(Qt.Key.Key_Plus)
    assert pane.view.zoom.percent == 600
    for _press in range(30):
        pane.key(Qt.Key.Key_Minus)
    assert pane.view.zoom.percent == 25


def test_space_and_page_keys_leaf_and_home_and_end_go_to_the_ends(pane: Pane) -> None:
    leaf = round(pane.view.viewport().height() * 0.9)
    pane.key(Qt.Key.Key_Space)
    pane.wait_for_height(leaf)
    pane.key(Qt.Key.Key_PageDown)
    pane.key(Qt.Key.Key_PageDown)
    pane.wait_for_height(3 * leaf)
    pane.key(Qt.Key.Key_Space, SHIFT)
    pane.wait_for_height(2 * leaf)
    pane.key(Qt.Key.Key_End)
    pane.wait_for_height(pane.view.verticalScrollBar().maximum())
    pane.key(Qt.Key.Key_Home)
    pane.wait_for_height(0)


def test_arrows_scroll_by_lines(pane: Pane) -> None:
    pane.key(Qt.Key.Key_Down)
    pane.key(Qt.Key.Key_Down)
    pane.key(Qt.Key.Key_Up)
    pane.wait_for_height(60)


def test_scrolling_tells_the_page_and_asks_for_the_next_ones(pane: Pane) -> None:
    seen: list[tuple[int, int]] = []
    pane.view.page_changed.connect(lambda page, total: seen.append((page, total)))
    pane.view.go_to_page(3)
    pane.qtbot.waitUntil(lambda: seen[-1:] == [(3, 5)])
    pane.qtbot.waitUntil(lambda: {page for page, _width, _priority in pane.asked} == {1, 2, 3, 4, 5})


def test_a_touchpad_scrolls_to_the_pixel(pane: Pane) -> None:
    event = QWheelEvent(
        QPointF(100, 100),
        QPointF(100, 100),
        QPoint(0, -37),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.ScrollUpdate,
        False,
    )
    QApplication.sendEvent(pane.view.viewport(), event)
    assert pane.height == 37


def test_a_new_width_is_fitted_again_and_the_reader_keeps_the_place(pane: Pane) -> None:
    pane.view.verticalScrollBar().setValue(400)
    before = (400 - 18) / pane.scale
    pane.view.resize(900, 800)
    pane.qtbot.waitUntil(lambda: pane.asked[-1][1] > 700)
    assert (pane.height - 18) / pane.scale == pytest.approx(before, abs=2)


def test_on_its_way_to_a_page_the_pane_gets_there_whatever_its_size_becomes(pane: Pane) -> None:
    pane.view.go_to_page(3)
    for width in (900, 700):
        pane.view.resize(width, 700)
        QTest.qWait(30)
    wanted = pane.view._scene.layout.rect(3).top() - S3
    pane.qtbot.waitUntil(lambda: pane.height == pytest.approx(wanted, abs=8))


def test_other_keys_are_left_to_the_window(pane: Pane) -> None:
    for key, modifiers in (
        (Qt.Key.Key_J, NONE),
        (Qt.Key.Key_F, NONE),
        (Qt.Key.Key_Space, CONTROL),
        (Qt.Key.Key_Escape, NONE),
    ):
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers)
        QApplication.sendEvent(pane.view, event)
        assert not event.isAccepted()
    assert pane.view.tools.do(Deed.CANCEL) is False


def test_a_message_says_why_and_acts_only_when_pressed(pane: Pane) -> None:
    chosen: list[str] = []
    pane.view.action_chosen.connect(chosen.append)
    pane.view.show_message(
        "Protected <b>by</b> a password",
        "Ask for another copy.",
        (CardAction(key="open-outside", label="Open with another program"),),
    )
    assert chosen == []
    button = next(child for child in pane.view.findChildren(ActionButton) if child.isVisible())
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert chosen == ["open-outside"]


def test_a_page_that_failed_says_so_in_its_place_and_is_not_asked_for_again(qtbot: QtBot) -> None:
    pane = Pane(qtbot, answer=False)
    pane.view.set_page_message(1, "This page took too long")
    pane.asked.clear()
    pane.view.resize(700, 800)
    qtbot.waitUntil(lambda: bool(pane.asked))
    assert 1 not in {page for page, _width, _priority in pane.asked}


def test_the_pane_names_itself_and_its_place_for_screen_readers(pane: Pane) -> None:
    assert pane.view.accessibleName() == "Document"
    assert pane.view.accessibleDescription() == "Page 1 of 5"
    for button in pane.view.finder.bar.findChildren(QAbstractButton):
        assert button.accessibleName()


def test_pictures_far_from_the_reader_go_when_there_are_too_many(qtbot: QtBot) -> None:
    shelf = PageShelf(budget=4 * 100 * 100 * 4)
    for page in range(1, 21):
        shelf.put(page, QPixmap(100, 100), range(page, page + 1))
        assert shelf.used <= 4 * 100 * 100 * 4
    assert [page for page in range(1, 21) if shelf.find(page)] == [17, 18, 19, 20]


def test_visible_pictures_stay_even_beyond_the_budget(qtbot: QtBot) -> None:
    shelf = PageShelf(budget=100)
    for page in (1, 2, 3):
        shelf.put(page, QPixmap(100, 100), range(1, 4))
    assert all(shelf.has(page, 100) for page in (1, 2, 3))


@pytest.mark.parametrize(("width", "height"), [(500, 700), (9000, 12000), (100, 60000)])
def test_no_picture_is_asked_for_beyond_what_a_reader_gives(width: int, height: int) -> None:
    asked = rendered_width(width, height)
    assert 1 <= asked <= width
    assert asked * asked * height / width <= 16_000_000
    assert asked * height / width <= 10_000 or asked == 1
