"""Taking decisions back and having one's way: what never left does not count, what waited waits again."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from reviewer.domain import acts
from reviewer.domain.applicant import Applicant, DecisionKind, OptIn, State
from reviewer.domain.arrival import IncomingApplicant, IncomingDocument
from reviewer.domain.commands import RecordDecision, Stamp
from reviewer.domain.conflicts import insist
from reviewer.domain.delivery import mark_sent
from reviewer.domain.followup import due_date
from reviewer.domain.ids import CommandId, DecisionId, LetterId
from reviewer.domain.letter import LetterState
from reviewer.domain.reception import receive
from reviewer.domain.rules import apply, inverse
from reviewer.errors import Outdated, Refused
from tests.domain.strategies import MOMENT, NEW, RENDERED

LATER = MOMENT + timedelta(hours=1)
NEW_CV = IncomingApplicant(
    line=2,
    id=NEW.id,
    person=NEW.person,
    opt_in=OptIn(registered_at=None, confirmed_at=None, ip_address="", terms_version=""),
    documents=(IncomingDocument(name="cv.pdf", sha256="f" * 64, content=b"new"),),
)


def stamp(at: datetime = MOMENT) -> Stamp:
    return Stamp(id=CommandId("c"), by="Anna", at=at)


def decided(
    applicant: Applicant, kind: DecisionKind, number: str, at: datetime = MOMENT, *, held: bool = False
) -> RecordDecision:
    return acts.decide(
        applicant,
        kind,
        RENDERED,
        stamp(at),
        decision_id=DecisionId(f"x{number}"),
        letter_id=LetterId(f"l{number}"),
        hold=timedelta(seconds=30),
        held=held,
    )


def with_new_cv(applicant: Applicant) -> Applicant:
    return receive(NEW_CV, applicant, LATER, lambda: "d" * 32)[1]


FED_BACK = apply(decided(NEW, DecisionKind.FEEDBACK, "1"), NEW)
OUT = apply(decided(FED_BACK, DecisionKind.REJECT, "2", LATER), FED_BACK)


@pytest.mark.parametrize("state", [LetterState.HELD, LetterState.QUEUED, LetterState.FAILED])
def test_a_rung_whose_letter_never_left_does_not_count_when_a_new_cv_comes(state: LetterState) -> None:
    waiting = replace(FED_BACK, letters=(replace(FED_BACK.letters[0], state=state),))
    back = with_new_cv(waiting)
    assert (back.state, back.rung, back.letters[0].state) == (State.PENDING, 0, LetterState.CANCELLED)


def test_a_rung_whose_letter_has_left_counts_when_a_new_cv_comes() -> None:
    letter = FED_BACK.letters[0].id
    sent = mark_sent(FED_BACK, letter, at=LATER, message_id="<x@example.org>", due_on=date(2026, 12, 1))
    assert with_new_cv(sent).rung == 1


def test_taking_a_rejection_back_brings_the_feedback_it_stopped_back_on_hold() -> None:
    command = acts.revoke(OUT, LetterId("l2"), stamp(LATER))
    back = apply(command, OUT)
    assert [(letter.id, letter.state) for letter in back.letters] == [("l1", LetterState.HELD)]
    assert (back.state, back.rung, back.due_on) == (State.FOLLOW_UP, 1, None)
    assert apply(inverse(command), back) == OUT


def test_a_decision_that_another_has_followed_is_not_taken_back_from_under_it() -> None:
    with pytest.raises(Outdated, match="standing-changed"):
        acts.revoke(OUT, LetterId("l1"), stamp(LATER))


def test_taking_back_does_not_wake_a_letter_that_has_left_meanwhile() -> None:
    undo = inverse(decided(FED_BACK, DecisionKind.REJECT, "2", LATER))
    left = replace(OUT, letters=(replace(OUT.letters[0], state=LetterState.SENT), OUT.letters[1]))
    assert apply(undo, left).letters[0].state is LetterState.SENT


def test_insisting_on_a_decision_on_hold_keeps_it_on_hold() -> None:
    mine = decided(NEW, DecisionKind.REJECT, "3", held=True)
    theirs = apply(decided(NEW, DecisionKind.ACCEPT, "4"), NEW)
    again = insist(mine, theirs, stamp(LATER))
    assert isinstance(again, RecordDecision)
    assert again.letter is not None
    assert again.letter.state is LetterState.HELD


@pytest.fixture(params=["Pacific/Auckland", "Europe/Berlin", "America/Los_Angeles"])
def zone(request: pytest.FixtureRequest) -> Iterator[None]:
    """The desk's time zone, where the system lets a process choose."""
    settle: Callable[[], None] = getattr(time, "tzset", lambda: None)
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    settle()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    settle()


@pytest.mark.parametrize("hour", [0, 6, 12, 18, 23])
@pytest.mark.usefixtures("zone")
def test_days_are_those_of_the_people_at_the_desk(hour: int) -> None:
    moment = datetime(2026, 11, 23, hour, 30, tzinfo=UTC)
    today = moment.astimezone().date()
    assert due_date(moment, 1, (14, 14, 10)) == today + timedelta(days=14)
    assert acts.defer(NEW, today + timedelta(days=1), "", stamp(moment)).wanted is not None
    with pytest.raises(Refused, match="date-not-in-future"):
        acts.defer(NEW, today, "", stamp(moment))


def test_the_newest_decision_stands_last_although_its_desk_has_a_slow_clock() -> None:
    theirs = apply(decided(NEW, DecisionKind.ACCEPT, "2", LATER), NEW)
    mine = decided(NEW, DecisionKind.REJECT, "1", MOMENT)
    out = apply(insist(mine, theirs, stamp(MOMENT)), theirs)
    assert [decision.kind for decision in out.decisions] == [DecisionKind.ACCEPT, DecisionKind.REJECT]
    assert apply(acts.revoke(out, LetterId("l1"), stamp(MOMENT)), out).state is State.PENDING
