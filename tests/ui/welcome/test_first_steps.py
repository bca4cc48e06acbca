"""A new, empty desk is led through three steps, each of which can be passed over; any other is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.views import Change, Topic
from tests.desks import write_folder
from tests.ui.furnished import at_once
from tests.ui.settings.new_desk import NewDesk
from ui.importing.import_place import add_importing
from ui.importing.import_sheet import ImportSheet
from ui.settings.settings_page import add_settings
from ui.welcome.welcome_page import WelcomePage
from ui.welcome.welcome_place import Welcome
from ui.window import Window


def begin(desk: NewDesk) -> Welcome:
    """The window with its places, as it stands after the start."""
    desk.window.add_page("review", "list-checks", lambda: "Review", QWidget())
    at_once(add_settings(desk.parts))
    add_importing(desk.parts)
    welcome = Welcome(desk.parts)
    welcome.start()
    desk.settle()
    return welcome


def page_of(welcome: Welcome) -> WelcomePage:
    assert welcome.page is not None
    assert welcome.page.isVisible()
    return welcome.page


def test_a_new_desk_is_led_from_the_name_to_the_applicants_by_keyboard(desk: NewDesk) -> None:
    page = page_of(begin(desk))
    name = QApplication.focusWidget()
    assert isinstance(name, QLineEdit)
    QTest.keyClicks(name, "Anna")
    QTest.keyClick(name, Qt.Key.Key_Return)
    desk.settle()
    assert desk.workspace.settings.text("reviewer.name") == "Anna"
    assert page.step() == 1
    desk.click(page.next_button)
    assert page.step() == 2
    desk.click(desk.button("Bring in a folder…", page))
    assert desk.window.findChildren(ImportSheet)[0].isVisible()


def test_the_last_step_leads_to_the_work(desk: NewDesk) -> None:
    page = page_of(begin(desk))
    for _step in range(3):
        desk.click(page.next_button)
    assert desk.window.page() == "review"


def test_every_step_can_be_passed_over_and_gone_back_to(desk: NewDesk) -> None:
    page = page_of(begin(desk))
    desk.click(page.next_button)
    desk.click(page.back_button)
    assert page.step() == 0
    desk.click(page.skip_button)
    assert desk.window.page() == "review"
    assert desk.workspace.settings.text("reviewer.name") == ""


def test_the_rail_leads_out_of_the_steps(desk: NewDesk) -> None:
    welcome = begin(desk)
    desk.click(desk.window.rail.button("settings"))
    assert (desk.window.page(), welcome.page) == ("settings", None)


def test_applicants_that_come_end_the_steps(desk: NewDesk, tmp_path: Path) -> None:
    welcome = begin(desk)
    desk.workspace.bring_in(write_folder(tmp_path / "in", 1))
    desk.parts.announcer.announce(Change(topics=frozenset({Topic.QUEUE})))
    desk.settle()
    assert (desk.window.page(), welcome.page) == ("review", None)


def test_a_change_without_applicants_ends_nothing(desk: NewDesk) -> None:
    welcome = begin(desk)
    desk.parts.announcer.announce(Change(topics=frozenset({Topic.QUEUE})))
    desk.settle()
    assert page_of(welcome).step() == 0


def test_a_desk_with_a_name_is_not_new(desk: NewDesk) -> None:
    desk.workspace.change_setting("reviewer.name", "Anna")
    assert begin(desk).page is None


def test_a_desk_with_applicants_is_not_new(desk: NewDesk, tmp_path: Path) -> None:
    desk.workspace.bring_in(write_folder(tmp_path / "in", 1))
    assert begin(desk).page is None


def test_letters_can_be_tried_in_the_second_step(desk: NewDesk) -> None:
    page = page_of(begin(desk))
    desk.click(page.next_button)
    desk.click(desk.button("Send a test letter to myself", page))
    assert len(list(desk.workspace.home.outgoing.glob("*.eml"))) == 1


def test_the_steps_are_gone_on_with_when_the_window_is_made_anew(desk: NewDesk, qtbot: QtBot) -> None:
    welcome = begin(desk)
    desk.click(page_of(welcome).next_button)
    window = Window()
    qtbot.addWidget(window)
    window.add_page("review", "list-checks", lambda: "Review", QWidget())
    again = Welcome(replace(desk.parts, window=window))
    again.start()
    window.show()
    assert page_of(again).step() == 1
