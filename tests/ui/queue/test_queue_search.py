"""Searching and filtering, the chips in sight, and what an empty list says."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox

from reviewer.domain import acts
from reviewer.domain.applicant import DecisionKind
from reviewer.domain.ids import CriterionKey
from reviewer.domain.letter import Language
from reviewer.domain.views import QueueOrder, QueueQuery
from reviewer.errors import Unavailable
from tests.desks import answer, decide, find
from tests.ui.queue.queue_stage import Stage
from ui.queue.queue_presenter import QueuePlace

TODAY = date(2026, 11, 23)


@pytest.fixture
def three(stage: Stage) -> Stage:
    """A pane with three new applicants, oldest first."""
    stage.bring_in(["Weiß", "Albrecht", "Kim"])
    stage.load()
    return stage


def popover_box(stage: Stage, name: str) -> QCheckBox:
    assert stage.view.popover is not None
    return next(box for box in stage.view.popover.findChildren(QCheckBox) if box.text() == name)


def popover_choice(stage: Stage, name: str) -> QComboBox:
    assert stage.view.popover is not None
    return next(box for box in stage.view.popover.findChildren(QComboBox) if box.accessibleName() == name)


def choose(box: QComboBox, label: str) -> None:
    box.setCurrentText(label)
    box.activated.emit(box.currentIndex())


@pytest.mark.parametrize("typed", ["weiss", "WEIß", "9000", "p9000@example.org", "cv-9000"])
def test_people_are_found_by_name_id_address_and_file(three: Stage, typed: str) -> None:
    three.type_search(typed)
    assert three.lines() == ["New · 1", "Weiß"]


@pytest.mark.parametrize("typed", ['"', "'; --", "*", "%", "_", "\\", "{{7*7}}", "(", "NEAR(a b)", "x" * 300, "\u202e"])
def test_no_search_text_is_taken_for_anything_but_text(three: Stage, typed: str) -> None:
    three.type_search(typed)
    assert three.presenter.place in {QueuePlace.NOTHING_FOUND, QueuePlace.LIST}
    three.type_search("")
    assert len(three.rows()) == 3


def test_a_search_finds_those_who_wait_for_nobody_as_well(three: Stage) -> None:
    three.desk.execute(decide(three.desk, find(three.desk, "9002"), DecisionKind.ACCEPT))
    three.load()
    assert "Kim" not in three.lines()
    three.type_search("kim")
    assert three.lines() == ["Accepted · 1", "Kim"]
    assert three.presenter.next_key(None) is None


def test_what_was_searched_for_before_never_shows_up_late(three: Stage) -> None:
    shown: list[str] = []
    three.presenter.listed.connect(lambda listing, _fresh: shown.append(listing.query.text))
    for text in ("w", "we", "wei", "kim"):
        three.presenter.search(text)
    three.wait()
    assert shown == ["kim"]


def test_from_the_search_one_goes_into_the_list_by_keyboard(three: Stage) -> None:
    three.view.search()
    field = QApplication.focusWidget()
    assert field is three.view.field
    QTest.keyClicks(field, "kim")
    QTest.keyClick(field, Qt.Key.Key_Down)
    three.wait()
    assert QApplication.focusWidget() is three.view.list
    three.press(Qt.Key.Key_Down)
    assert (three.title(), three.chosen) == ("Kim", three.keys())


def test_the_chosen_applicant_is_marked_again_when_the_search_is_over(three: Stage) -> None:
    three.presenter.select(three.keys()[0])
    three.type_search("kim")
    assert three.title() == ""
    three.type_search("")
    assert three.title() == "Weiß"


def test_nothing_found_offers_to_clear_search_and_filters(three: Stage) -> None:
    three.presenter.choose(QueueQuery(lacking=CriterionKey("context")))
    three.type_search("nobody at all")
    assert three.words()[0] == "Nobody found"
    three.button("Clear search and filters").click()
    three.wait()
    assert (len(three.rows()), three.view.field.text(), three.presenter.query) == (3, "", QueueQuery())


def test_nobody_imported_yet_offers_the_import(stage: Stage) -> None:
    asked: list[bool] = []
    stage.view.import_wanted.connect(lambda: asked.append(True))
    stage.load()
    assert stage.words()[0] == "Nobody is here yet"
    assert not stage.view.bar.isVisible()
    stage.button("Bring applicants in").click()
    assert asked == [True]


def test_everybody_decided_is_a_quiet_moment(stage: Stage) -> None:
    stage.bring_in(["Weiß"])
    stage.desk.execute(decide(stage.desk, find(stage.desk, "9000"), DecisionKind.ACCEPT))
    stage.load()
    assert (stage.presenter.place, stage.words()[0]) == (QueuePlace.FINISHED, "The backlog is at zero")


def test_with_nobody_but_sleepers_both_are_shown(three: Stage) -> None:
    for id in ("9000", "9001", "9002"):
        three.desk.execute(acts.defer(find(three.desk, id), TODAY + timedelta(days=9), "", three.desk.stamp()))
    three.announce()
    assert (three.headings(), three.view.done.isVisible()) == (["Asleep · 3"], True)
    three.type_search("kim")
    assert not three.view.done.isVisible()


def test_a_group_is_filtered_from_the_panel_and_taken_off_by_its_chip(three: Stage) -> None:
    three.desk.execute(decide(three.desk, find(three.desk, "9002"), DecisionKind.REJECT))
    three.load()
    three.button("Filter the list").click()
    for name in ("Corrected CV came", "Answered", "New", "Rung due", "Asleep"):
        assert popover_box(three, name).isChecked()
    popover_box(three, "Out").click()
    three.wait()
    assert three.headings() == ["New · 2", "Out · 1"]
    assert three.view.filter_button.isChecked()
    for name in ("Corrected CV came", "Answered", "New", "Rung due", "Asleep"):
        three.button(f"Take off the filter: {name}").click()
        three.wait()
    assert three.headings() == ["Out · 1"]
    three.button("Take off the filter: Out").click()
    three.wait()
    assert (three.headings(), three.view.chips.isVisible()) == (["New · 2"], False)


def test_the_last_group_unticked_shows_the_usual_ones_again(three: Stage) -> None:
    three.button("Filter the list").click()
    for name in ("Corrected CV came", "Answered", "New", "Rung due", "Asleep"):
        popover_box(three, name).click()
    three.wait()
    assert popover_box(three, "New").isChecked()
    assert (three.presenter.query, len(three.rows())) == (QueueQuery(), 3)


def test_defect_language_and_order_are_chosen_in_the_panel(three: Stage) -> None:
    answer(three.desk, find(three.desk, "9001"))
    three.button("Filter the list").click()
    title = next(title for key, title in three.view._criteria() if key == "context")
    choose(popover_choice(three, "Lacking"), title)
    three.wait()
    assert three.lines() == ["New · 1", "Albrecht"]
    choose(popover_choice(three, "Lacking"), "Anything or nothing")
    choose(popover_choice(three, "Order"), "By name")
    three.wait()
    assert three.lines()[1:] == ["Albrecht", "Kim", "Weiß"]
    choose(popover_choice(three, "Order"), "Newest first")
    three.wait()
    assert three.lines()[1:] == ["Kim", "Albrecht", "Weiß"]
    choose(popover_choice(three, "Language of letters"), "English")
    three.wait()
    assert three.presenter.query == QueueQuery(language=Language.EN, order=QueueOrder.NEWEST)
    assert three.presenter.place is QueuePlace.NOTHING_FOUND


def test_a_list_that_cannot_be_read_says_so_and_is_tried_again(stage: Stage) -> None:
    stage.bring_in(["Weiß"])
    told: list[Exception] = []
    stage.presenter.failed.connect(told.append)
    with sqlite3.connect(stage.desk.home.replica) as replica:
        replica.execute("ALTER TABLE queue_row RENAME TO hidden")
    stage.load()
    assert stage.words()[0] == "The list could not be read"
    assert [type(error) for error in told] == [Unavailable]
    with sqlite3.connect(stage.desk.home.replica) as replica:
        replica.execute("ALTER TABLE hidden RENAME TO queue_row")
    replica.close()
    stage.button("Try again").click()
    stage.wait()
    assert stage.lines() == ["New · 1", "Weiß"]


def test_clearing_the_chips_keeps_the_search(three: Stage) -> None:
    three.type_search("kim")
    three.presenter.choose(QueueQuery(text="kim", groups=("new",), order=QueueOrder.NAME))
    three.wait()
    three.button("Clear all filters").click()
    three.wait()
    assert (three.presenter.query, three.view.field.text()) == (QueueQuery(text="kim"), "kim")


def test_escape_closes_the_panel_and_gives_the_keyboard_back(three: Stage) -> None:
    three.view.list.setFocus()
    three.view.open_filter()
    panel = three.view.popover
    assert panel is not None
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is three.view.list


def test_the_panel_stays_within_the_window(three: Stage) -> None:
    three.view.open_filter()
    panel = three.view.popover
    assert panel is not None
    assert all(
        three.host.rect().contains(box.mapTo(three.host, box.rect().bottomRight()))
        for box in [*panel.findChildren(QCheckBox), *panel.findChildren(QComboBox)]
    )
