"""What applicants answer: an objection leaves the ladder running, a reply stops it, a promise wakes on its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from reviewer.domain import acts
from reviewer.domain.applicant import Applicant, DecisionKind, State
from reviewer.domain.commands import RecordObjection
from reviewer.domain.conflicts import insist
from reviewer.domain.delivery import mark_sent, obstacle
from reviewer.domain.ids import LetterId, ReplyId
from reviewer.domain.letter import Letter, LetterState, Template
from reviewer.domain.objections import Objection
from reviewer.domain.queue import Group, changes_on, group_of, rank_of
from reviewer.domain.reply_acts import record_objection, record_reply
from reviewer.domain.rules import apply
from reviewer.errors import Outdated, Refused
from tests.domain.strategies import MOMENT, NEW, RENDERED
from tests.domain.test_taking_back import decided, stamp, with_new_cv

DUE = date(2026, 12, 7)
TODAY = MOMENT.date()
FED_BACK = apply(decided(NEW, DecisionKind.FEEDBACK, "1"), NEW)
ON_RUNG_1 = mark_sent(FED_BACK, LetterId("l1"), at=MOMENT, message_id="<1@example.org>", due_on=DUE)


def objected(applicant: Applicant, number: str = "1", objection: Objection = Objection.HOMEPAGE) -> RecordObjection:
    return record_objection(
        applicant,
        objection,
        RENDERED,
        stamp(),
        reply_id=ReplyId(f"r{number}"),
        letter_id=LetterId(f"a{number}"),
        not_before=MOMENT + timedelta(seconds=30),
    )


def replied(applicant: Applicant, words: str = "calls back", until: date | None = None) -> Applicant:
    return apply(record_reply(applicant, TODAY, words, stamp(), reply_id=ReplyId("r9"), until=until), applicant)


def letter(applicant: Applicant, id: str) -> Letter:
    found = applicant.letter(LetterId(id))
    assert found is not None
    return found


def test_an_objection_is_kept_with_its_round_and_answered_while_the_ladder_runs_on() -> None:
    answered = apply(objected(ON_RUNG_1), ON_RUNG_1)
    assert answered.standing == ON_RUNG_1.standing
    (reply,) = answered.replies
    assert (reply.objection, reply.round, reply.rung, reply.letter) == (Objection.HOMEPAGE, 1, 1, "a1")
    answer = letter(answered, "a1")
    assert (answer.template, answer.state) == (Template.OBJECTION_HOMEPAGE, LetterState.QUEUED)
    assert obstacle(answered, answer) == ""
    sent = mark_sent(answered, LetterId("a1"), at=MOMENT, message_id="<2@example.org>", due_on=None)
    assert (sent.rung, sent.due_on) == (1, DUE)


def test_an_answer_and_the_next_feedback_may_wait_together_and_neither_stops_the_other() -> None:
    answered = apply(objected(ON_RUNG_1), ON_RUNG_1)
    both = apply(decided(answered, DecisionKind.FEEDBACK, "2"), answered)
    assert [known.state for known in both.letters if known.id in {"a1", "l2"}] == [LetterState.QUEUED] * 2
    assert (obstacle(both, letter(both, "a1")), obstacle(both, letter(both, "l2"))) == ("", "")


@pytest.mark.parametrize("kind", [DecisionKind.ACCEPT, DecisionKind.REJECT])
def test_up_or_out_stops_an_answer_that_still_waits(kind: DecisionKind) -> None:
    answered = apply(objected(ON_RUNG_1), ON_RUNG_1)
    over = apply(decided(answered, kind, "2"), answered)
    assert letter(over, "a1").state is LetterState.CANCELLED
    with pytest.raises(Refused, match="reply-after-decision"):
        apply(objected(over, "2"), over)


def test_an_answer_left_in_the_queue_of_somebody_accepted_is_held_at_the_gate() -> None:
    answered = apply(objected(ON_RUNG_1), ON_RUNG_1)
    accepted = replace(answered, state=State.ACCEPTED)
    assert obstacle(accepted, letter(accepted, "a1")) == "gate-state-differs"


def test_who_wants_data_deleted_is_not_answered_by_an_argument() -> None:
    with pytest.raises(Refused, match="objection-means-erasing"):
        apply(objected(ON_RUNG_1, objection=Objection.DELETE_DATA), ON_RUNG_1)


def test_two_desks_that_answer_one_objection_are_asked_and_either_may_insist() -> None:
    mine, theirs = objected(ON_RUNG_1, "1"), objected(ON_RUNG_1, "2")
    now = apply(theirs, ON_RUNG_1)
    with pytest.raises(Outdated, match="objection-answered"):
        apply(mine, now)
    assert len(apply(insist(mine, now, stamp()), now).replies) == 2


def test_a_reply_stops_the_ladder_and_brings_the_applicant_back_to_a_person() -> None:
    back = replied(ON_RUNG_1)
    assert (back.state, back.rung, back.due_on, back.sleep) == (State.PENDING, 1, None, None)
    assert (group_of(back, TODAY), group_of(ON_RUNG_1, TODAY)) == (Group.ANSWERED, Group.WAITING)
    onwards = decided(back, DecisionKind.FEEDBACK, "2")
    assert (onwards.decision.rung, apply(onwards, back).state) == (2, State.FOLLOW_UP)


def test_a_reply_cancels_whatever_waits_and_a_rung_whose_letter_never_left_does_not_count() -> None:
    waiting = apply(objected(FED_BACK), FED_BACK)
    back = replied(waiting)
    assert {known.state for known in back.letters} == {LetterState.CANCELLED}
    assert back.rung == 0
    again = decided(back, DecisionKind.FEEDBACK, "2")
    assert letter(apply(again, back), "l2").template is Template.FEEDBACK_1


def test_a_reply_that_promises_something_lets_the_applicant_sleep_until_its_day() -> None:
    until = TODAY + timedelta(days=9)
    back = replied(ON_RUNG_1, "a new CV by Friday week", until)
    assert (group_of(back, TODAY), changes_on(back, TODAY)) == (Group.ASLEEP, until)
    assert group_of(back, until) is Group.ANSWERED
    with pytest.raises(Refused, match="date-not-in-future"):
        replied(ON_RUNG_1, "today", TODAY)


def test_a_promise_wakes_its_person_on_its_day_though_the_rung_runs_on() -> None:
    until = TODAY + timedelta(days=3)
    asleep = apply(acts.defer(ON_RUNG_1, until, "promised a new CV", stamp()), ON_RUNG_1)
    assert [group_of(asleep, TODAY), group_of(asleep, until)] == [Group.ASLEEP, Group.DUE]
    assert rank_of(asleep, Group.DUE).startswith(until.isoformat())


def test_after_the_third_letter_and_a_reply_there_is_no_fourth_letter_but_up_or_out() -> None:
    third = replace(letter(ON_RUNG_1, "l1"), id=LetterId("l3"), template=Template.FEEDBACK_3)
    back = replied(replace(ON_RUNG_1, rung=3, letters=(*ON_RUNG_1.letters, third)))
    with pytest.raises(Refused, match="ladder-ended"):
        apply(decided(back, DecisionKind.FEEDBACK, "4"), back)
    assert apply(decided(back, DecisionKind.REJECT, "4"), back).state is State.OUT


def test_a_new_cv_after_a_reply_or_an_objection_cancels_the_answer_and_begins_the_next_round() -> None:
    answered = apply(objected(ON_RUNG_1), ON_RUNG_1)
    back = with_new_cv(answered)
    assert (back.state, back.rung, back.round) == (State.PENDING, 1, 2)
    assert letter(back, "a1").state is LetterState.CANCELLED
    assert group_of(with_new_cv(replied(ON_RUNG_1)), TODAY) is Group.CORRECTED


def test_undoing_a_decision_made_after_a_reply_leads_back_to_the_reply() -> None:
    back = replied(ON_RUNG_1)
    second = replace(decided(back, DecisionKind.FEEDBACK, "2", MOMENT + timedelta(hours=1)))
    after = apply(second, back)
    assert apply(acts.revoke(after, LetterId("l2"), stamp()), after).state is State.PENDING


def test_a_reply_says_something_and_lies_in_the_past() -> None:
    for came_on, words, code in ((TODAY, " ", "reply-without-words"), (DUE, "later", "reply-in-future")):
        command = record_reply(ON_RUNG_1, came_on, words, stamp(), reply_id=ReplyId("r1"))
        with pytest.raises(Refused, match=code):
            apply(command, ON_RUNG_1)
