"""The list on a real desk: groups, words, keyboard, mouse, reloading."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShortcut

from reviewer.domain import acts
from reviewer.domain.applicant import Answer, DecisionKind, State
from reviewer.domain.ids import ApplicantId, ApplicantKey
from reviewer.domain.letter import Language
from reviewer.domain.views import Change, QueueRow, QueueSummary, Topic
from tests.desks import answer, decide, find
from tests.ui.queue.queue_stage import Stage
from ui.queue.queue_words import progress_words, row_title, row_words, state_words

TODAY = date(2026, 11, 23)
HOSTILE = ["<b>Petra</b>", "{{7*7}}", "\u202eWeiß\u202c", "\u200fמרים", "x" * 300, "Zeile\nzwei", "&amp; & <i>"]


def row(group: str = "new", **fields: object) -> QueueRow:
    given: dict[str, object] = {
        "key": ApplicantKey("1" * 32),
        "id": ApplicantId("9999"),
        "name": "Weiß, Dr. Petra",
        "email": "p9999@example.org",
        "language": Language.DE,
        "state": State.PENDING,
        "group": group,
        "rung": 0,
        "due_on": None,
        "asleep_until": None,
        "waiting_since": datetime(2026, 11, 23, 12, tzinfo=UTC),
        "marks": (Answer.LACKING, Answer.FINE, Answer.OPEN),
        "cv_version": 3,
        "documents": 1,
        "unsaved": False,
    }
    return QueueRow(**{**given, **fields})  # type: ignore[arg-type]  # fields are given by name


def test_applicants_stand_below_the_heading_of_their_group_with_its_size(stage: Stage) -> None:
    stage.bring_in(["Albrecht", "Kim", "Weiß"])
    stage.load()
    assert stage.lines() == ["New · 3", "Albrecht", "Kim", "Weiß"]


def test_each_group_has_its_heading_in_order(stage: Stage) -> None:
    stage.bring_in(["Albrecht", "Kim", "Weiß"])
    sleeper = find(stage.desk, "9001")
    stage.desk.execute(acts.defer(sleeper, TODAY + timedelta(days=19), "promised", stage.desk.stamp()))
    stage.load()
    assert stage.lines() == ["New · 2", "Albrecht", "Weiß", "Asleep · 1", "Kim"]
    assert state_words(stage.rows()[2], TODAY) == "asleep until 12 Dec · promised"


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "waiting since today"), (1, "waiting 1 day"), (41, "waiting 41 days"), (-1, "waiting since today")],
)
def test_waiting_days_are_said_in_the_right_number(days: int, words: str) -> None:
    since = datetime(2026, 11, 23, 12, tzinfo=UTC) - timedelta(days=days)
    assert state_words(row(waiting_since=since), TODAY) == words


@pytest.mark.parametrize(
    ("rung", "days", "words"),
    [
        (2, 0, "rung 3 · due today"),
        (2, 1, "rung 3 · due yesterday"),
        (1, 5, "rung 2 · due 5 days ago"),
        (1, -1, "rung 2 · due tomorrow"),
        (1, -6, "rung 2 · due in 6 days"),
        (3, 1, "up or out · due yesterday"),
    ],
)
def test_a_due_rung_says_which_and_since_when(rung: int, days: int, words: str) -> None:
    assert state_words(row("due", rung=rung, due_on=TODAY - timedelta(days=days)), TODAY) == words


def test_where_there_is_no_room_only_the_heading_s_words_are_left_out() -> None:
    late = TODAY - timedelta(days=29)
    assert state_words(row("due", rung=3, due_on=late), TODAY, short=True) == "up or out · 29 days ago"
    assert state_words(row("asleep", asleep_until=TODAY + timedelta(days=60)), TODAY, short=True) == "until 22 Jan 2027"


def test_a_corrected_cv_says_its_version_and_when_it_came() -> None:
    since = datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert state_words(row("corrected", waiting_since=since), TODAY) == "version 3 · 2 days ago"
    assert state_words(row("corrected", waiting_since=since), TODAY, short=True) == "v3 · 2 days ago"


def test_somebody_without_a_cv_and_somebody_left_for_later_are_told_apart_in_words() -> None:
    assert state_words(row(documents=0), TODAY) == "no CV · waiting since today"
    assert state_words(row(), TODAY, later=True) == "not now · waiting since today"


def test_a_row_tells_screen_readers_everything_that_is_painted() -> None:
    said = row_words(row(unsaved=True), TODAY)
    assert said.splitlines() == [
        "Weiß, Dr. Petra",
        "ID 9999",
        "p9999@example.org",
        "New: waiting since today",
        "1 lacking, 1 fine, 1 open",
        "not saved in the shared database yet",
    ]


def test_an_empty_name_shows_the_id() -> None:
    assert row_title(row(name=" \u202e ")) == "9999"


def test_hostile_names_are_shown_as_they_are_and_rearrange_nothing(stage: Stage) -> None:
    stage.bring_in([*HOSTILE, ""])
    stage.load()
    titles = stage.lines()[1:]
    assert titles[:2] == ["<b>Petra</b>", "{{7*7}}"]
    assert [one for title in titles for one in title if one in "\u202a\u202b\u202d\u202e\n"] == []
    assert "9007" in titles
    tip = stage.presenter.model.data(stage.presenter.model.index(1, 0), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Petra" in str(tip)
    assert not stage.view.grab().isNull()


def test_the_day_s_progress_counts_what_was_decided_and_who_waits(stage: Stage) -> None:
    stage.bring_in(["Albrecht", "Kim", "Weiß"])
    applicant = find(stage.desk, "9000")
    answer(stage.desk, applicant)
    stage.desk.execute(decide(stage.desk, find(stage.desk, "9000"), DecisionKind.ACCEPT))
    stage.load()
    assert stage.view.words.text() == "1 decided today · 2 in the list"
    assert (stage.view.bar.value(), stage.view.bar.maximum()) == (1, 3)


def test_a_click_chooses_a_row_and_a_heading_cannot_be_chosen(stage: Stage) -> None:
    stage.bring_in(["Albrecht", "Kim"])
    stage.load()
    stage.click(0)
    assert stage.chosen == []
    stage.click(2)
    assert (stage.chosen, stage.title()) == ([stage.keys()[1]], "Kim")


def test_a_click_below_the_last_row_chooses_nobody(stage: Stage) -> None:
    stage.bring_in(["Albrecht"])
    stage.load()
    stage.press_at(QPoint(100, 500))
    assert stage.chosen == []


def test_every_key_of_the_list_leads_where_it_says(stage: Stage) -> None:
    stage.bring_in([f"P{number:02d}" for number in range(28)])
    sleeper = find(stage.desk, "9027")
    stage.desk.execute(acts.defer(sleeper, TODAY + timedelta(days=19), "", stage.desk.stamp()))
    stage.load()
    page = stage.view.list.viewport().height() // 52 - 1
    walk = [
        (Qt.Key.Key_Down, "P00"),
        (Qt.Key.Key_Down, "P01"),
        (Qt.Key.Key_J, "P02"),
        (Qt.Key.Key_K, "P01"),
        (Qt.Key.Key_Up, "P00"),
        (Qt.Key.Key_Up, "P00"),
        (Qt.Key.Key_PageDown, f"P{page:02d}"),
        (Qt.Key.Key_PageUp, "P00"),
        (Qt.Key.Key_End, "P27"),
        (Qt.Key.Key_Up, "P26"),
        (Qt.Key.Key_Down, "P27"),
        (Qt.Key.Key_Down, "P27"),
        (Qt.Key.Key_Home, "P00"),
    ]
    seen = []
    for key, _title in walk:
        stage.press(key)
        seen.append((key, stage.title()))
    assert seen == walk


def test_the_chosen_row_is_always_in_sight(stage: Stage) -> None:
    stage.bring_in([f"P{number:02d}" for number in range(28)])
    stage.load()
    for key in (Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        stage.press(key)
        here = stage.view.list.visualRect(stage.view.list.currentIndex())
        assert stage.view.list.viewport().rect().contains(here)
    assert stage.view.list.verticalScrollBar().value() == 0


def test_keys_of_the_list_are_not_taken_by_the_window(stage: Stage) -> None:
    stage.bring_in(["Albrecht", "Kim"])
    stage.load()
    stage.view.list.setFocus()
    stolen: list[bool] = []
    shortcut = QShortcut(Qt.Key.Key_Home, stage.host)
    shortcut.activated.connect(lambda: stolen.append(True))
    stage.press(Qt.Key.Key_Home)
    assert (stage.title(), stolen) == ("Albrecht", [])


def test_the_choice_and_the_place_stay_through_a_reload(stage: Stage) -> None:
    stage.bring_in([f"P{number:02d}" for number in range(28)])
    stage.load()
    stage.presenter.pick(20)
    bar = stage.view.list.verticalScrollBar()
    bar.setValue(500)
    chosen = stage.title()
    stage.bring_in(["Newcomer"], first=8000)
    stage.announce()
    assert len(stage.rows()) == 29
    assert stage.title() == chosen
    assert bar.value() in {500, 552}
    assert len(stage.chosen) == 1


def test_who_arrives_in_another_group_takes_nobody_s_place(stage: Stage) -> None:
    stage.bring_in(["Albrecht", "Kim", "Weiß"])
    stage.load()
    stage.presenter.pick(1)
    stage.desk.execute(acts.defer(find(stage.desk, "9002"), TODAY + timedelta(days=3), "", stage.desk.stamp()))
    stage.announce()
    assert (stage.title(), stage.headings()) == ("Albrecht", ["New · 2", "Asleep · 1"])
    assert len(stage.chosen) == 1


def test_a_burst_of_changes_is_one_reload(stage: Stage) -> None:
    stage.bring_in(["Albrecht", "Kim"])
    stage.load()
    shown: list[object] = []
    stage.presenter.listed.connect(lambda listing, _fresh: shown.append(listing))
    for _ in range(20):
        stage.announcer.announce(Change(topics=frozenset({Topic.QUEUE})))
    stage.wait()
    assert len(shown) == 1


def test_no_core_call_runs_on_the_window_s_thread(stage: Stage) -> None:
    stage.bring_in(["Albrecht"])
    stage.presenter.load()
    assert stage.rows() == []
    stage.wait()
    assert len(stage.rows()) == 1


def test_a_summary_speaks_of_one_and_of_many() -> None:
    assert (
        progress_words(QueueSummary(counts=(), decided_today=37, open=1375)) == "37 decided today · 1,375 in the list"
    )
