"""The CV pane under mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QMouseEvent, QPixmap, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from reviewer.domain.ids import DocumentId, EvidenceId
from reviewer.domain.pages import DocumentFacts
from tests.fakes_documents import COLORS, LEFT, LETTER, LINE, TALL, TOP, FakeReader
from ui.review.document_evidence import Mark, Tone, tooltip
from ui.review.document_keys import Deed
from ui.review.document_layout import Fit
from ui.review.document_message import CardAction
from ui.review.document_pictures import PageShelf, rendered_width
from ui.review.document_view import DocumentView
from ui.widgets.buttons import ActionButton

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
        self.view.words_wanted.connect(lambda page: self.view.set_words(page, self.reader.words(CV, page)))
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


@pytest.fixture
def pane(qtbot: QtBot) -> Pane:
    return Pane(qtbot)


def mark(rect: tuple[float, float, float, float], name: str = "pin", *, page: int = 1, quote: str = "") -> Mark:
    return Mark(id=EvidenceId(name), number=2, page=page, rect=rect, quote=quote, tone=Tone.BAD)


def test_the_first_pages_are_asked_for_before_showing_returns_the_visible_ones_first(qtbot: QtBot) -> None:
    pane = Pane(qtbot, answer=False)
    width = pane.view.viewport().width() - 36
    assert pane.asked == [(1, width, 0), (2, width, 10), (3, width, 10)]


def test_a_page_is_asked_for_at_the_physical_width_another_document_would_have_too(pane: Pane) -> None:
    facts = pane.reader.open(CV)
    assert pane.view.width_px_for(facts, 1) == pane.asked[0][1]


def test_words_dragged_over_are_copied_with_their_lines(pane: Pane) -> None:
    pane.drag(pane.word(0, 7), pane.word(1, 13))
    assert pane.copied() == "Neumann\nWerkleiterin bei"


def test_a_drag_upwards_selects_the_same_words(pane: Pane) -> None:
    pane.drag(pane.word(1, 13), pane.word(0, 7))
    assert pane.copied() == "Neumann\nWerkleiterin bei"


def test_without_a_selection_copying_leaves_the_clipboard_alone(pane: Pane) -> None:
    assert pane.copied() == "nothing copied"


def test_a_double_click_selects_a_word_and_a_third_press_its_line(pane: Pane) -> None:
    viewport = pane.view.viewport()
    place = pane.word(1, 3)
    QTest.mouseDClick(viewport, LEFT_BUTTON, NONE, place)
    assert pane.copied() == "Werkleiterin"
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonPress):
        event = QMouseEvent(kind, QPointF(place), viewport.mapToGlobal(QPointF(place)), LEFT_BUTTON, LEFT_BUTTON, NONE)
        event.setTimestamp(1000)
        QApplication.sendEvent(viewport, event)
    QTest.mouseRelease(viewport, LEFT_BUTTON, NONE, place)
    assert pane.copied() == "Werkleiterin bei Nordwerk"


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
    pane.click(pane.at(200, 510) - QPoint(16, 0))
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
    assert pane.view.do(Deed.CANCEL) is False


def test_find_marks_all_hits_and_goes_through_them_by_key(pane: Pane) -> None:
    pane.key(Qt.Key.Key_F, CONTROL | SHIFT)
    field = pane.view.finder.bar.field
    assert field.hasFocus()
    QTest.keyClicks(field, "ulm")
    assert pane.view.finder.bar.count_text() == "1 of 2"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert pane.view.finder.bar.count_text() == "2 of 2"
    pane.qtbot.waitUntil(lambda: pane.height > 0)
    QTest.keyClick(field, Qt.Key.Key_Return, SHIFT)
    assert pane.view.finder.bar.count_text() == "1 of 2"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not pane.view.finder.bar.isVisible()
    assert pane.view.hasFocus()


def test_find_says_that_there_is_no_hit(pane: Pane) -> None:
    pane.key(Qt.Key.Key_Semicolon)
    QTest.keyClicks(pane.view.finder.bar.field, "nowhere")
    assert pane.view.finder.bar.count_text() == "no hit"


def test_find_asks_for_the_words_of_all_pages_only_once_it_is_open(pane: Pane) -> None:
    words = [call.page for call in pane.reader.calls if call.method == "words"]
    assert words == [1]
    pane.view.open_find()
    words = [call.page for call in pane.reader.calls if call.method == "words"]
    assert words == [1, 2, 3, 4, 5]


def test_find_begins_with_the_selected_words(pane: Pane) -> None:
    pane.drag(pane.word(1, 20), pane.word(1, 22))
    pane.view.open_find()
    assert pane.view.finder.bar.field.text() == "Nordwerk"


def test_another_document_closes_find_and_shows_nothing_of_the_old_one(pane: Pane) -> None:
    pane.view.open_find()
    QTest.keyClicks(pane.view.finder.bar.field, "ulm")
    pane.drag(pane.word(0, 1), pane.word(0, 9))
    pane.view.set_evidence((mark((200, 300, 300, 320)),))
    pane.view.show_facts(DocumentFacts(kind=pane.facts.kind, pages=pane.facts.pages[:2], truncated=False))
    assert not pane.view.finder.bar.isVisible()
    assert pane.copied() == "nothing copied"
    pane.click(pane.at(250, 310))
    assert pane.clicked == []


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


def test_nothing_can_be_pinned_where_there_is_no_document(pane: Pane) -> None:
    pane.view.show_loading()
    pane.drag(QPoint(100, 100), QPoint(300, 300))
    pane.view.show_message("Damaged", "", ())
    pane.drag(QPoint(100, 100), QPoint(300, 300))
    pane.key(Qt.Key.Key_E)
    pane.drag(QPoint(100, 100), QPoint(300, 300))
    assert pane.pins == []


def test_a_page_that_failed_says_so_in_its_place_and_is_not_asked_for_again(qtbot: QtBot) -> None:
    pane = Pane(qtbot, answer=False)
    pane.view.set_page_message(1, "This page took too long")
    pane.asked.clear()
    pane.view.resize(700, 800)
    qtbot.waitUntil(lambda: bool(pane.asked))
    assert 1 not in {page for page, _width, _priority in pane.asked}


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
