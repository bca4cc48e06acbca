"""One table of actions: no key twice, no letter while somebody types, nothing offered that does nothing."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.actions import ACTIONS, ALWAYS, Actions, Group, key_label
from ui.key_overlay import overlay_lines
from ui.widgets.buttons import ActionButton
from ui.widgets.entries import DateField, NumberField
from ui.window import Window

REVIEW = frozenset({Group.DECIDE, Group.CRITERIA, Group.QUEUE, Group.DOCUMENT})
PAGES = (REVIEW, frozenset({Group.OUTBOX}), frozenset({Group.ERASURES}), frozenset({Group.QUESTIONS}))


class Page(QWidget):
    """A page with every kind of control."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.text = QPlainTextEdit()
        self.fixed = QPlainTextEdit("read only")
        self.fixed.setReadOnly(True)
        self.day = DateField("Day", QDate(2026, 11, 30), QDate(2026, 11, 24))
        self.number = NumberField("Days", 14, 1, 365)
        self.box = QCheckBox("box")
        self.button = ActionButton("press")
        layout = QVBoxLayout(self)
        for part in (self.line, self.text, self.fixed, self.day, self.number, self.box, self.button):
            layout.addWidget(part)


@pytest.fixture
def page(window: Window) -> Page:
    made = Page()
    window.add_page("review", "list-checks", lambda: "Review", made, groups=REVIEW)
    return made


@pytest.fixture
def done(window: Window, page: Page) -> list[str]:
    """The names of the actions that acted."""
    names: list[str] = []
    for row in ACTIONS:
        if row.group in REVIEW:
            window.actions_table[row.name].triggered.connect(lambda _checked=False, name=row.name: names.append(name))
    return names


@pytest.mark.parametrize("groups", PAGES)
def test_no_key_belongs_to_two_actions_of_a_page(groups: frozenset[Group]) -> None:
    keys = Counter(key for row in ACTIONS if row.group in groups | ALWAYS for key in row.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_action_has_a_name_of_its_own_and_a_label() -> None:
    assert len({row.name for row in ACTIONS}) == len(ACTIONS)
    assert all(row.label() for row in ACTIONS)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_F, "feedback"),
        (Qt.Key.Key_J, "next"),
        (Qt.Key.Key_3, "criterion-3"),
        (Qt.Key.Key_Slash, "search"),
        (Qt.Key.Key_Space, "page-down"),
        (Qt.Key.Key_Return, "accept-proposals"),
    ],
)
def test_a_plain_key_acts(window: Window, page: Page, done: list[str], key: Qt.Key, name: str) -> None:
    page.setFocus()
    QTest.keyClick(window, key)
    assert done == [name]


@pytest.mark.parametrize("field", ["line", "text", "day", "number"])
def test_no_letter_acts_while_somebody_types(window: Window, page: Page, done: list[str], field: str) -> None:
    target: QWidget = getattr(page, field)
    target.setFocus()
    QTest.keyClicks(target, "fardnzjk123+-0 ")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Slash):
        QTest.keyClick(target, key)
    assert done == []


def test_letters_act_over_text_that_cannot_be_changed(page: Page, done: list[str]) -> None:
    page.fixed.setFocus()
    QTest.keyClick(page.fixed, Qt.Key.Key_J)
    assert done == ["next"]


def test_keys_with_control_act_while_somebody_types(page: Page, done: list[str]) -> None:
    page.line.setFocus()
    QTest.keyClick(page.line, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert done == ["search"]


def test_taking_back_typing_does_not_take_back_a_decision(page: Page, done: list[str]) -> None:
    page.line.setFocus()
    QTest.keyClicks(page.line, "abc")
    QTest.keyClick(page.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == []


def test_escape_leaves_a_field_and_letters_act_again(window: Window, page: Page, done: list[str]) -> None:
    page.text.setFocus()
    QTest.keyClick(page.text, Qt.Key.Key_Escape)
    assert not page.text.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_K)
    assert done == ["previous"]


def test_space_presses_the_button_that_has_the_keyboard(page: Page, done: list[str]) -> None:
    pressed: list[str] = []
    page.button.clicked.connect(lambda: pressed.append("pressed"))
    page.button.setFocus()
    QTest.keyClick(page.button, Qt.Key.Key_Space)
    page.box.setFocus()
    QTest.keyClick(page.box, Qt.Key.Key_Space)
    assert (pressed, page.box.isChecked(), done) == (["pressed"], True, [])


def test_a_key_acts_only_where_its_group_belongs(window: Window, page: Page, done: list[str]) -> None:
    window.add_page("outbox", "mail", lambda: "Outbox", QWidget(), groups=frozenset({Group.QUEUE}))
    window.show_page("outbox")
    for key in (Qt.Key.Key_D, Qt.Key.Key_1, Qt.Key.Key_J):
        QTest.keyClick(window, key)
    assert done == ["next"]


def test_criteria_beyond_the_checklist_have_no_key(window: Window, page: Page, done: list[str]) -> None:
    window.actions_table.limit_criteria(6)
    page.setFocus()
    QTest.keyClick(window, Qt.Key.Key_7)
    QTest.keyClick(window, Qt.Key.Key_6)
    assert done == ["criterion-6"]


def test_the_slash_gives_way_to_a_seventh_criterion(window: Window) -> None:
    table = window.actions_table
    table.limit_criteria(7)
    assert [keys.toString() for keys in table["search"].shortcuts()] == ["Ctrl+F"]
    table.limit_criteria(6)
    assert [keys.toString() for keys in table["search"].shortcuts()] == ["/", "Ctrl+F"]


def test_what_nobody_listens_to_is_not_offered(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    actions = Actions(host)
    actions["feedback"].triggered.connect(lambda: None)
    assert [row.name for row in actions.usable()] == ["feedback"]


def test_a_series_of_keys_is_one_line(window: Window, done: list[str]) -> None:
    window.actions_table.limit_criteria(6)
    lines = overlay_lines(window.actions_table.usable(), Group.CRITERIA)
    assert [(keys, span) for keys, _words, span in lines][:2] == [(("1", "6"), True), (("⇧1", "⇧6"), True)]


@pytest.mark.parametrize(
    ("keys", "sign"), [("Return", "⏎"), ("Ctrl+Return", "⏎"), ("Right", "→"), ("Shift+V", "⇧V"), ("Ctrl++", "+")]
)
def test_a_key_has_one_sign_wherever_it_is_shown(keys: str, sign: str) -> None:
    assert key_label(keys).endswith(sign)
    assert "Return" not in key_label(keys)
