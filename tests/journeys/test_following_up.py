"""The follow-up at the window: up the ladder to the signature, arguments, promises, and letters released together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit

from reviewer.domain import acts
from reviewer.domain.applicant import Applicant, DecisionKind, State
from reviewer.domain.ladder import Part
from reviewer.domain.letter import LetterState, Template
from reviewer.domain.objections import Objection
from reviewer.storage.engine import make_engine, writing
from reviewer.storage.records import next_revision
from reviewer.storage.tables import applicant, letter
from reviewer.workspace import Workspace
from tests.desks import SetClock, decide, find
from tests.journeys.ladder_steps import AT_ONCE, begin, begin_with_feedback, feed_back, let_leave
from tests.journeys.papers import write_people
from tests.journeys.stage import SitDown, Stage
from ui.followup.followup_page import FollowUpPage
from ui.outbox.outbox_page import OutboxPage
from ui.release.release_item import Stage as Fate
from ui.release.release_sheet import ReleaseSheet
from ui.replies.written_sheet import WrittenSheet


def board(stage: Stage) -> dict[int, dict[Part, list[str]]]:
    """Who stands where on the follow-up."""
    page = stage.find(FollowUpPage)
    assert page._board is not None
    return {
        column.rung: {part: [row.id for row in rows] for part, rows in column.parts} for column in page._board.columns
    }


def letter_states(applicant: Applicant) -> list[tuple[Template, LetterState]]:
    return [(letter.template, letter.state) for letter in applicant.letters]


def released(stage: Stage) -> ReleaseSheet:
    sheet = stage.find(FollowUpPage).sheet
    assert isinstance(sheet, ReleaseSheet)
    return sheet


def test_up_the_ladder_to_its_end_and_out_by_a_signature(sit_down: SitDown, tmp_path: Path, clock: SetClock) -> None:
    stage = begin(sit_down, tmp_path / "in", ["9999", "9998"])
    feed_back(stage, "9999")
    let_leave(stage, clock, days=15)
    stage.visit("follow-up")
    assert board(stage)[1] == {Part.DUE: ["9999"]}
    assert stage.says("1 due · then rung 2")
    stage.press("F")
    stage.wait_until(lambda: letter_states(find(stage.desk))[-1] == (Template.FEEDBACK_2, LetterState.QUEUED))
    let_leave(stage, clock, days=15)
    assert board(stage)[2] == {Part.DUE: ["9999"]}
    stage.press("F")
    let_leave(stage, clock, days=11)
    assert board(stage)[3] == {Part.DUE: ["9999"]}
    stage.press("F")
    stage.press("Shift+F")
    assert find(stage.desk).state is State.FOLLOW_UP
    assert stage.said() == "Nobody is due on rung 1 or 2"
    stage.press("R")
    assert stage.says("This is your decision, and it bears your name.")
    stage.click("Out, signed Anna")
    stage.wait_until(lambda: find(stage.desk).state is State.OUT)
    let_leave(stage, clock)
    out = find(stage.desk)
    assert [template for template, _ in letter_states(out)] == [
        Template.FEEDBACK_1,
        Template.FEEDBACK_2,
        Template.FEEDBACK_3,
        Template.REJECTION,
    ]
    assert {state for _, state in letter_states(out)} == {LetterState.SENT}
    assert out.decisions[-1].by == "Anna"


def test_a_corrected_cv_on_rung_2_stops_the_ladder_and_cancels_what_waits(
    sit_down: SitDown, tmp_path: Path, clock: SetClock
) -> None:
    stage = begin_with_feedback(sit_down, tmp_path / "in", clock, days=15)
    stage.visit("follow-up")
    stage.press("F")
    stage.wait_until(lambda: find(stage.desk).rung == 2)
    stage.press("F5")
    stage.wait_until(lambda: stage.desk.status().unsaved == 0)
    stage.bring_in(write_people(tmp_path / "new", ["9999"], ("Lebenslauf", "Projekte seit 2020")))
    back = find(stage.desk)
    assert (back.state, back.rung, back.round) == (State.PENDING, 1, 2)
    assert letter_states(back)[-1] == (Template.FEEDBACK_2, LetterState.CANCELLED)
    stage.settle()
    assert board(stage) == {1: {}, 2: {}, 3: {}}
    let_leave(stage, clock)
    assert [letter.state for letter in find(stage.desk).letters] == [LetterState.SENT, LetterState.CANCELLED]


def test_an_objection_is_answered_by_one_key_and_the_rung_runs_on(
    sit_down: SitDown, tmp_path: Path, clock: SetClock
) -> None:
    stage = begin_with_feedback(sit_down, tmp_path / "in", clock)
    before = find(stage.desk)
    stage.go_to("9999")
    stage.press("B 4")
    sheet = stage.all(WrittenSheet)[-1]
    assert "Homepage" in sheet.text.toPlainText()
    stage.press("Ctrl+Home")
    stage.type("x")
    stage.press("Backspace")
    stage.press("Ctrl+Return")
    stage.wait_until(lambda: len(find(stage.desk).letters) == 2)
    after = find(stage.desk)
    assert (after.standing, after.replies[0].objection) == (before.standing, Objection.HOMEPAGE)
    let_leave(stage, clock)
    sent = find(stage.desk)
    assert letter_states(sent)[-1] == (Template.OBJECTION_HOMEPAGE, LetterState.SENT)
    assert sent.standing == before.standing


def test_only_the_person_shown_is_marked_whichever_way_the_keyboard_came(
    sit_down: SitDown, tmp_path: Path, clock: SetClock
) -> None:
    stage = begin(sit_down, tmp_path / "in", ["9999", "9998"])
    feed_back(stage, "9999")
    let_leave(stage, clock, days=15)
    stage.visit("follow-up")
    stage.press("F")
    stage.wait_until(lambda: find(stage.desk).rung == 2)
    stage.visit("review")
    feed_back(stage, "9998")
    stage.visit("follow-up")
    page = stage.find(FollowUpPage)
    for number, id in ((0, "9998"), (1, "9999"), (0, "9998")):
        people = page.columns[number].list
        people.setFocus(Qt.FocusReason.TabFocusReason)
        stage.settle()
        assert [column.list.people.active for column in page.columns] == [place == number for place in range(3)]
        assert [index.row() for index in people.selectedIndexes()] == [people.people.place_of(find(stage.desk, id).key)]
        assert stage.says(f"Weiß{id}")


def test_an_answer_that_waits_can_be_taken_back_in_the_outbox_and_the_objection_stays(
    sit_down: SitDown, tmp_path: Path
) -> None:
    stage = begin(sit_down, tmp_path / "in", ["9999"])
    stage.go_to("9999")
    stage.press("B 1 Ctrl+Return")
    stage.wait_until(lambda: len(find(stage.desk).letters) == 1)
    stage.visit("outbox")
    stage.click("Take the answer back")
    stage.wait_until(lambda: find(stage.desk).letters[0].state is LetterState.CANCELLED)
    assert len(find(stage.desk).replies) == 1
    stage.press("Z")
    stage.wait_until(lambda: find(stage.desk).letters[0].state is LetterState.QUEUED)


def test_who_wants_their_data_deleted_is_led_to_the_erasure(sit_down: SitDown, tmp_path: Path) -> None:
    stage = begin(sit_down, tmp_path / "in", ["9999"])
    stage.go_to("9999")
    stage.press("B 3")
    assert stage.says("Delete all data of")
    stage.type("9999")
    stage.press("Return")
    stage.wait_until(lambda: stage.desk.find("9999") is None)  # type: ignore[arg-type]  # an id as people write it


def test_a_reply_stops_the_ladder_cancels_what_waits_and_can_be_taken_back(
    sit_down: SitDown, tmp_path: Path, clock: SetClock
) -> None:
    stage = begin_with_feedback(sit_down, tmp_path / "in", clock, days=15)
    stage.visit("follow-up")
    stage.press("F")
    stage.wait_until(lambda: find(stage.desk).rung == 2)
    waiting = find(stage.desk)
    assert board(stage)[2] == {Part.UNSENT: ["9999"]}
    stage.press("Y")
    stage.type("sends a new CV next week")
    stage.press("Return")
    stage.wait_until(lambda: find(stage.desk).state is State.PENDING)
    assert letter_states(find(stage.desk))[-1] == (Template.FEEDBACK_2, LetterState.CANCELLED)
    assert board(stage)[1] == {Part.ANSWERED: ["9999"]}
    stage.press("Z")
    stage.wait_until(lambda: find(stage.desk).standing == waiting.standing)
    assert letter_states(find(stage.desk))[-1] == (Template.FEEDBACK_2, LetterState.QUEUED)


def test_a_promise_wakes_on_its_day_with_its_words(sit_down: SitDown, tmp_path: Path, clock: SetClock) -> None:
    stage = begin_with_feedback(sit_down, tmp_path / "in", clock)
    stage.visit("follow-up")
    stage.press("Y")
    stage.type("a new CV by the end of the month")
    stage.click("Look again on")
    until = clock().date() + timedelta(days=5)
    stage.all(QDateEdit)[-1].setDate(QDate(until.year, until.month, until.day))
    stage.click("Record")
    stage.wait_until(lambda: board(stage)[1] == {Part.PROMISED: ["9999"]})
    let_leave(stage, clock, days=5)
    assert board(stage)[1] == {Part.WOKEN: ["9999"]}
    assert stage.says("“a new CV by the end of the month”")
    stage.visit("review")
    stage.go_to("9999")
    assert stage.says("a new CV by the end of the month")


def test_a_batch_leaves_but_the_one_unticked_and_the_one_without_an_address(
    sit_down: SitDown, tmp_path: Path, clock: SetClock
) -> None:
    stage = begin(sit_down, tmp_path / "in", ["9999", "9998", "9997"])
    for id in ("9999", "9998", "9997"):
        feed_back(stage, id)
    let_leave(stage, clock, days=15)
    nobody = find(stage.desk, "9997")
    stage.desk.execute(acts.correct_person(nobody, replace(nobody.person, email=""), stage.desk.stamp()))
    stage.visit("follow-up")
    stage.press("Shift+F")
    sheet = released(stage)
    stage.wait_until(sheet._run.ready)
    texts = {}
    for item in sheet._run.items:
        stage.wait_until(lambda item=item: sheet.list.current() is item)  # type: ignore[misc]
        texts[item.identity] = sheet.shown()
        stage.press("J")
    fates = {item.identity: item.stage for item in sheet._run.items}
    assert fates == {"9999": Fate.READY, "9998": Fate.READY, "9997": Fate.BARRED}
    assert "1 cannot be released: There is no e-mail address" in sheet.words()
    assert [texts[id][0] for id in ("9998", "9997")] == ["p9998@example.org", "no address"]
    untick = next(item for item in sheet._run.items if item.identity == "9998")
    while sheet.list.current() is not untick:
        stage.press("K")
    stage.press("Space Ctrl+Return")
    stage.wait_until(lambda: sheet.words() == "1 released")
    gone = find(stage.desk, "9999").letters[-1]
    assert (gone.recipient, gone.subject, gone.body) == texts["9999"]
    assert [len(find(stage.desk, id).letters) for id in ("9999", "9998", "9997")] == [2, 1, 1]
    stage.press("Escape")
    let_leave(stage, clock)
    assert find(stage.desk, "9999").letters[-1].state is LetterState.SENT


def test_a_batch_of_more_than_ten_is_asked_about_and_can_be_stopped_and_undone(
    sit_down: SitDown, tmp_path: Path, clock: SetClock
) -> None:
    ids = [str(9999 - number) for number in range(12)]
    stage = begin(sit_down, tmp_path / "in", ids)
    for id in ids:
        stage.desk.execute(decide(stage.desk, find(stage.desk, id), DecisionKind.FEEDBACK))
    let_leave(stage, clock, days=15)
    stage.visit("follow-up")
    stage.press("Shift+F")
    sheet = released(stage)
    stage.wait_until(sheet._run.ready)
    stage.press("Ctrl+Return")
    assert stage.says("Release 12 letters?")
    assert not sheet._run.running
    sheet._run.changed.connect(lambda _item: sheet._run.stop() if sheet._run.done == 3 else None)
    stage.click("Release 12 letters")
    stage.wait_until(lambda: "9 not released any more" in sheet.words())
    assert sum(find(stage.desk, id).rung == 2 for id in ids) == 3
    undone = sheet.list.current()
    assert undone is not None
    stage.press("Z")
    stage.wait_until(lambda: undone.stage is Fate.UNDONE)
    assert sum(find(stage.desk, id).rung == 2 for id in ids) == 2
    assert find(stage.desk, undone.identity).rung == 1
    stage.press("Shift+Z")
    stage.wait_until(lambda: sheet.words() == "0 released, 3 taken back, 9 not released any more")
    assert {find(stage.desk, id).rung for id in ids} == {1}
    let_leave(stage, clock)
    assert {letter.template for id in ids for letter in find(stage.desk, id).letters} == {Template.FEEDBACK_1}


def test_a_letter_undone_within_its_hold_never_leaves(sit_down: SitDown, tmp_path: Path, clock: SetClock) -> None:
    stage = begin(sit_down, tmp_path / "in", ["9999"])
    stage.go_to("9999")
    stage.press("2 F")
    clock.forward(seconds=20)
    stage.press("Z F5")
    stage.settle()
    clock.forward(minutes=5)
    stage.press("F5")
    stage.settle()
    assert find(stage.desk).letters == ()
    assert list((stage.home.folder / "letters").glob("*.eml")) == []


def test_an_acceptance_and_a_rejection_that_both_wait_are_held_at_the_gate_and_stay_in_the_outbox(
    sit_down: SitDown, colleague: Callable[..., Workspace], tmp_path: Path, sqlite_url: str, clock: SetClock
) -> None:
    bert = colleague(sqlite_url)
    bert.bring_in(write_people(tmp_path / "in", ["9999"]))
    anna = sit_down(url=sqlite_url, settings=AT_ONCE)
    anna.wait_until(lambda: len(anna.queue()) == 2)
    bert.execute(decide(bert, find(bert), DecisionKind.ACCEPT, hold_s=60))
    bert.sync(deliver=False)
    let_a_rejection_wait_too(sqlite_url)
    clock.forward(minutes=5)
    anna.press("F5")
    anna.settle()
    reasons = {letter.template: (letter.state, letter.reason) for letter in find(anna.desk).letters}
    assert reasons == {
        Template.ACCEPTANCE: (LetterState.HELD, "gate-contradiction"),
        Template.REJECTION: (LetterState.HELD, "gate-state-differs"),
    }
    assert list((anna.home.folder / "letters").glob("*.eml")) == []
    anna.visit("outbox")
    assert {row.state for row in anna.find(OutboxPage)._presenter.rows} == {LetterState.HELD}
    anna.press("Shift+F")
    sheet = anna.find(OutboxPage).release_sheet
    assert sheet is not None
    anna.wait_until(sheet._run.ready)
    assert {(item.ticked, item.warning) for item in sheet._run.items} == {
        (False, "gate-contradiction"),
        (False, "gate-state-differs"),
    }


def let_a_rejection_wait_too(url: str) -> None:
    """What no desk does: a second letter is put beside the one that waits, in the database itself."""
    engine = make_engine(url)
    with writing(engine) as connection:
        (row,) = connection.execute(sa.select(letter)).mappings()
        first = row["not_before"] + timedelta(seconds=1)
        second = {**row, "id": "f" * 32, "template": "rejection", "not_before": first}
        connection.execute(sa.insert(letter).values(second))
        revision = next_revision(connection)
        connection.execute(sa.update(applicant).values(version=applicant.c.version + 1, revision=revision))
    engine.dispose()
