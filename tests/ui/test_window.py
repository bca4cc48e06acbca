"""The window's frame: places, counts, status line, and what lies over it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.actions import Group
from ui.bug_report import BugReport
from ui.command_palette import Choice, CommandPalette, Give, matches
from ui.key_overlay import KeyOverlay
from ui.widgets.badges import KeyCap
from ui.widgets.labels import PlainLabel
from ui.widgets.paragraph import Paragraph
from ui.window import Window

HOSTILE = "<b>Petra</b> {{7*7}}\n\u202eWeiß " + "x" * 300


def with_two_pages(window: Window) -> tuple[QWidget, QWidget]:
    review, outbox = QWidget(), QWidget()
    window.add_page("review", "list-checks", lambda: "Review", review, groups=frozenset({Group.DECIDE}))
    window.add_page("outbox", "mail", lambda: "Outbox", outbox)
    return review, outbox


def keyboard() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def test_the_first_place_is_shown(window: Window) -> None:
    review, _outbox = with_two_pages(window)
    assert (window.page(), review.isVisible()) == ("review", True)


def test_the_rail_leads_to_a_place_by_mouse_and_by_key(window: Window, qtbot: QtBot) -> None:
    with_two_pages(window)
    with qtbot.waitSignal(window.page_changed) as changed:
        QTest.mouseClick(window.rail.button("outbox"), Qt.MouseButton.LeftButton)
    assert changed.args == ["outbox"]
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.page() == "review"


def test_a_page_s_focus_proxy_gets_the_keyboard(window: Window) -> None:
    page, field = QWidget(), QLineEdit()
    QVBoxLayout(page).addWidget(field)
    page.setFocusProxy(field)
    with_two_pages(window)
    window.add_page("settings", "settings", lambda: "Settings", page, at_foot=True)
    window.show_page("settings")
    assert keyboard() is field


def test_a_count_is_told_to_screen_readers(window: Window) -> None:
    with_two_pages(window)
    window.set_count("outbox", 4)
    assert window.rail.button("outbox").accessibleName() == "Outbox, 4 wait"
    window.set_count("outbox", 0)
    assert window.rail.button("outbox").accessibleName() == "Outbox"


def test_a_place_with_nothing_in_it_can_be_absent(window: Window) -> None:
    with_two_pages(window)
    window.add_page("conflicts", "git-compare-arrows", lambda: "Conflicts", QWidget())
    window.show_page("conflicts")
    window.set_page_present("conflicts", present=False)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert (window.page(), window.rail.button("conflicts").isVisible()) == ("review", False)
    window.set_page_present("conflicts", present=True)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.page() == "conflicts"


def test_z_takes_back_what_the_status_line_says(window: Window) -> None:
    with_two_pages(window)
    undone: list[str] = []
    window.say("Alex Kim accepted", undo=lambda: undone.append("accepted"), seconds=30)
    QTest.keyClick(window, Qt.Key.Key_Z)
    assert (undone, window.status.toast.text()) == (["accepted"], "")


def test_the_status_line_drops_hints_before_it_cuts_the_message(window: Window, qtbot: QtBot) -> None:
    window.status.show_hints([((key,), "a hint with many words") for key in "JKFARS"])
    window.resize(1024, 640)
    window.say("Dr. Petra Weiß, feedback 1 waits to be sent", undo=lambda: None, seconds=30)
    labels = window.status.toast.findChildren(PlainLabel)
    qtbot.waitUntil(lambda: not any(label.is_shortened() for label in labels))
    hints = [cap for cap in window.status.findChildren(KeyCap) if cap.isVisible()]
    assert 0 < len(hints) < 6


def test_the_connection_is_said_in_words(window: Window) -> None:
    window.status.show_connection("off", "Offline, 3 acts wait")
    assert window.status.connection() == "Offline, 3 acts wait"


def test_all_keys_lie_over_the_window_and_escape_takes_them_away(window: Window) -> None:
    with_two_pages(window)
    window.actions_table["feedback"].triggered.connect(lambda: None)
    QTest.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChildren(KeyOverlay)[0]
    words = {part.text() for part in sheet.findChildren(Paragraph)}
    assert {"Feedback", "Outbox", "All keys"} <= words
    assert "Accept" not in words
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_keys_do_not_reach_the_page_under_a_sheet(window: Window) -> None:
    with_two_pages(window)
    acted: list[str] = []
    window.actions_table["delete"].triggered.connect(lambda: acted.append("delete"))
    window.show_keys()
    QTest.keyClick(keyboard(), Qt.Key.Key_D)
    assert acted == []


def test_the_palette_runs_an_action_by_a_few_letters(window: Window) -> None:
    with_two_pages(window)
    acted: list[str] = []
    window.actions_table["feedback"].triggered.connect(lambda: acted.append("feedback"))
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(keyboard(), "feed")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert acted == ["feedback"]


def test_the_palette_finds_applicants_and_shows_their_names_as_text(window: Window) -> None:
    gone_to: list[str] = []

    def provide(typed: str, give: Give) -> None:
        give([Choice(title=HOSTILE, detail="9999", icon="users", run=lambda: gone_to.append(typed))])

    window.find_applicants_with(provide)
    window.show_palette()
    palette = window.findChildren(CommandPalette)[0]
    QTest.keyClicks(keyboard(), "petra")
    assert palette.titles() == [HOSTILE]
    assert not palette.grab().isNull()
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert gone_to == ["petra"]


def test_an_answer_to_what_was_typed_before_is_dropped(window: Window) -> None:
    answers: dict[str, Give] = {}
    window.find_applicants_with(answers.__setitem__)
    window.show_palette()
    palette = window.findChildren(CommandPalette)[0]
    QTest.keyClicks(keyboard(), "xx")
    answers["x"]([Choice(title="old", detail="", icon="users", run=lambda: None)])
    answers["xx"]([Choice(title="new", detail="", icon="users", run=lambda: None)])
    assert palette.titles() == ["new"]


def test_every_word_typed_must_be_found() -> None:
    assert matches("list SEARCH", "Search the list")
    assert not matches("search mail", "Search the list")


def test_a_second_fault_is_added_to_the_report_that_is_open(window: Window) -> None:
    window.tell_fault("first")
    window.tell_fault("second")
    report = window.findChildren(BugReport)[0]
    report.copy()
    assert QApplication.clipboard().text().split() == ["first", "second"]
