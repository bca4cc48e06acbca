"""The reusable controls do what they say, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QLocale, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.applicant import Answer
from ui.gallery import make_gallery
from ui.theme import Scheme, ThemeSwitch
from ui.widgets.badges import Pill, badge_text
from ui.widgets.buttons import ActionButton, IconButton, PrimaryButton, SegmentedControl
from ui.widgets.confirm import Confirm
from ui.widgets.entries import DateField, NumberField
from ui.widgets.fields import FormRow, SearchField
from ui.widgets.marks import Mark, marks_width, paint_marks
from ui.widgets.panels import EmptyState, ProgressLine
from ui.widgets.toast import Toast


def keyboard() -> QWidget:
    """The widget that has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def host_with(qtbot: QtBot) -> tuple[QWidget, QLineEdit]:
    host = QWidget()
    host.resize(800, 600)
    field = QLineEdit()
    QVBoxLayout(host).addWidget(field)
    qtbot.addWidget(host)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    field.setFocus()
    return host, field


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_control_can_be_drawn_in_both_schemes(qtbot: QtBot, themes: ThemeSwitch, scheme: Scheme) -> None:
    themes.choose(scheme)
    assert shown(qtbot, make_gallery()).grab().width() >= 1180


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_return_and_space(qtbot: QtBot, key: Qt.Key) -> None:
    button = PrimaryButton("Feedback", key="F")
    shown(qtbot, button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_a_button_is_as_wide_as_its_words_and_key(qtbot: QtBot) -> None:
    short, long = ActionButton("A"), ActionButton("Annehmen", key="A", icon="check")
    for button in (short, long):
        qtbot.addWidget(button)
    assert long.minimumSizeHint().width() > short.minimumSizeHint().width() + 60


def test_a_button_shows_that_the_mouse_is_over_it(qtbot: QtBot) -> None:
    button = ActionButton("Later")
    shown(qtbot, button)
    pictures = []
    for over in (False, True):
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, over)
        pictures.append(button.grab().toImage())
    assert pictures[0] != pictures[1]


def test_an_icon_button_is_named_for_screen_readers(qtbot: QtBot) -> None:
    button = IconButton("zoom-in", "Larger", key="+")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Larger"
    assert "(+)" in button.toolTip()


def test_a_segment_chosen_by_hand_is_told_and_one_chosen_by_the_program_is_not(qtbot: QtBot) -> None:
    control = SegmentedControl((("de", "Deutsch"), ("en", "Englisch")), "Sprache")
    shown(qtbot, control)
    told: list[str] = []
    control.chosen.connect(told.append)
    control.choose("en")
    assert (control.value(), told) == ("en", [])
    segment = control.findChildren(QWidget)[0]
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert (control.value(), told) == ("de", ["de"])


def test_a_message_is_taken_back_once(qtbot: QtBot) -> None:
    toast, undone = Toast(), list[str]()
    qtbot.addWidget(toast)
    toast.say("Alex Kim accepted", undo=lambda: undone.append("accepted"), seconds=30)
    toast.undo()
    toast.undo()
    assert (undone, toast.text()) == (["accepted"], "")


def test_a_message_counts_down_and_goes(qtbot: QtBot) -> None:
    toast = Toast()
    qtbot.addWidget(toast)
    toast.say("Alex Kim accepted", undo=lambda: None, seconds=2)
    toast.tick()
    assert toast.can_undo()
    with qtbot.waitSignal(toast.expired):
        toast.tick()
    assert (toast.can_undo(), toast.text()) == (False, "")


def test_the_newest_message_replaces_the_one_before(qtbot: QtBot) -> None:
    toast, undone = Toast(), list[str]()
    qtbot.addWidget(toast)
    toast.say("first", undo=lambda: undone.append("first"))
    toast.say("second", undo=lambda: undone.append("second"))
    toast.undo()
    assert undone == ["second"]


def test_a_message_without_undo_offers_none(qtbot: QtBot) -> None:
    toast = Toast()
    qtbot.addWidget(toast)
    toast.say("All saved")
    assert (toast.text(), toast.can_undo()) == ("All saved", False)


def test_searching_is_told_when_typing_pauses(qtbot: QtBot) -> None:
    field = SearchField("Search")
    shown(qtbot, field)
    with qtbot.waitSignal(field.searched) as searched:
        QTest.keyClicks(field, " Weiß ")
    assert searched.args == ["Weiß"]


def test_escape_empties_the_search_and_then_leaves_it(qtbot: QtBot) -> None:
    field, left = SearchField("Search"), list[str]()
    shown(qtbot, field)
    field.left.connect(lambda: left.append("left"))
    QTest.keyClicks(field, "Kim")
    field.search_now()
    with qtbot.waitSignal(field.searched) as searched:
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (searched.args, field.text(), left) == ([""], "", [])
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert left == ["left"]


def test_a_wrong_field_says_so_in_words_and_to_screen_readers(qtbot: QtBot) -> None:
    field = QLineEdit()
    row = FormRow("Sender", field, "Where answers go.")
    qtbot.addWidget(row)
    row.set_error("This address is not complete.")
    assert (field.accessibleName(), field.accessibleDescription()) == ("Sender", "This address is not complete.")
    row.set_error("")
    assert (field.accessibleDescription(), field.property("invalid")) == ("Where answers go.", False)


def test_a_date_before_the_first_is_not_taken(qtbot: QtBot) -> None:
    field = DateField("Day", QDate(2026, 11, 30), QDate(2026, 11, 24))
    qtbot.addWidget(field)
    field.setDate(QDate(2026, 1, 1))
    assert (field.date(), field.accessibleName()) == (QDate(2026, 11, 24), "Day")


@pytest.mark.parametrize(
    ("locale", "shown"), [("de", "10.12.2026"), ("en_GB", "10 Dec 2026"), ("en_US", "10 Dec 2026")]
)
def test_a_day_cannot_be_taken_for_a_month(qtbot: QtBot, locale: str, shown: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        field = DateField("Day", QDate(2026, 12, 10), QDate(2026, 11, 24))
    finally:
        QLocale.setDefault(before)
    qtbot.addWidget(field)
    assert field.text() == shown


def test_a_number_stays_in_its_range(qtbot: QtBot) -> None:
    field = NumberField("Days", 14, 1, 365)
    qtbot.addWidget(field)
    field.setValue(999)
    assert field.value() == 365


def test_an_empty_place_passes_its_button_on(qtbot: QtBot) -> None:
    place = EmptyState("inbox", "Nothing here", "Letters appear here.", "Write one")
    shown(qtbot, place)
    with qtbot.waitSignal(place.pressed):
        QTest.mouseClick(place.findChildren(ActionButton)[0], Qt.MouseButton.LeftButton)


def test_no_control_opens_a_window_of_its_own_while_it_is_made(qapp: QApplication) -> None:
    makers: list[Callable[[], QWidget]] = [lambda: Pill("Neu"), Toast, lambda: ProgressLine("Today")]
    makers += [lambda: EmptyState("inbox", "Title", "Text", "Press"), lambda: FormRow("Name", QLineEdit(), "Help")]
    made = [make() for make in makers]
    assert [widget for widget in qapp.topLevelWidgets() if widget.isVisible() and widget in made] == []


def test_a_badge_says_at_most_three_digits() -> None:
    assert [badge_text(count) for count in (4, 999, 1000)] == ["4", "999", "999+"]


def test_every_answer_has_its_mark() -> None:
    assert [Mark(answer.value) for answer in Answer] == [Mark.OPEN, Mark.FINE, Mark.LACKING]


def test_marks_differ_in_shape_when_colour_is_taken_away() -> None:
    drawn = set()
    for mark in Mark:
        image = QImage(marks_width(1), 12, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        paint_marks(painter, QPointF(0, 0), [mark])
        painter.end()
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        drawn.add(bytes(grey.constBits()))
    assert len(drawn) == len(Mark)


def test_a_question_is_confirmed_only_with_the_typed_text(qtbot: QtBot) -> None:
    host, _field = host_with(qtbot)
    question = Confirm(host, title="Delete?", text="For good.", button="Delete", typed="9999", typed_label="The ID")
    confirmed: list[str] = []
    question.confirmed.connect(lambda: confirmed.append("yes"))
    question.ask()
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    QTest.keyClicks(keyboard(), "999")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert (confirmed, question.isVisible()) == ([], True)
    QTest.keyClicks(keyboard(), "9 ")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert (confirmed, question.isVisible()) == (["yes"], False)


def test_a_question_without_typing_is_not_confirmed_by_a_stray_return(qtbot: QtBot) -> None:
    host, field = host_with(qtbot)
    question = Confirm(host, title="Send?", text="Twelve letters.", button="Send", danger=False)
    confirmed: list[str] = []
    question.confirmed.connect(lambda: confirmed.append("yes"))
    question.ask()
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert (confirmed, question.isVisible(), QApplication.focusWidget()) == ([], False, field)


def test_escape_closes_a_question_and_gives_the_keyboard_back(qtbot: QtBot) -> None:
    host, field = host_with(qtbot)
    question = Confirm(host, title="Delete?", text="For good.", button="Delete")
    question.ask()
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    assert (question.isVisible(), QApplication.focusWidget()) == (False, field)


def test_tab_stays_within_a_question(qtbot: QtBot) -> None:
    host, _field = host_with(qtbot)
    question = Confirm(host, title="Delete?", text="For good.", button="Delete", typed="1", typed_label="The ID")
    question.ask()
    visited = set()
    for _press in range(5):
        QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
        visited.add(keyboard())
    assert all(question.isAncestorOf(widget) for widget in visited)
    assert len(visited) >= 2


def test_a_click_beside_a_question_closes_it(qtbot: QtBot) -> None:
    host, _field = host_with(qtbot)
    question = Confirm(host, title="Delete?", text="For good.", button="Delete")
    question.ask()
    QTest.mouseClick(question, Qt.MouseButton.LeftButton, pos=question.rect().bottomLeft())
    assert not question.isVisible()
