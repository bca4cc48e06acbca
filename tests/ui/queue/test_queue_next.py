"""Who comes next: in order, round again, those left for later last, and at once after a decision."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from reviewer.domain import acts
from reviewer.domain.applicant import DecisionKind
from reviewer.domain.ids import ApplicantKey
from tests.desks import decide, find
from tests.ui.queue.queue_stage import Stage
from ui.queue.session_order import SessionOrder
from ui.review.review_presenter import NextApplicant

TODAY = date(2026, 11, 23)
KEYS = [ApplicantKey(letter) for letter in "abcd"]
A, B, C, D = KEYS


def order(session: SessionOrder, after: ApplicantKey | None, today: date = TODAY) -> list[ApplicantKey]:
    begin = KEYS.index(after) if after in KEYS else 0
    return list(session.arrange(KEYS[begin:], lambda: KEYS, after, today))


def test_everybody_comes_once_from_here_on_and_then_from_the_first() -> None:
    session = SessionOrder()
    assert order(session, None) == KEYS
    assert order(session, B) == [C, D, A]
    assert order(session, D) == [A, B, C]


def test_who_was_left_comes_last_in_the_order_they_were_left() -> None:
    session = SessionOrder()
    session.skip(C, TODAY)
    session.skip(A, TODAY)
    assert order(session, None) == [B, D, C, A]
    session.skip(C, TODAY)
    assert order(session, None) == [B, D, A, C]


def test_when_only_those_left_remain_they_come_in_turn() -> None:
    session = SessionOrder()
    for key in KEYS:
        session.skip(key, TODAY)
    assert order(session, A) == [B, C, D]
    assert order(session, D) == [A, B, C]


def test_tomorrow_nobody_is_left_any_more() -> None:
    session = SessionOrder()
    session.skip(A, TODAY)
    assert order(session, None, TODAY + timedelta(days=1)) == KEYS


@pytest.fixture
def four(stage: Stage) -> Stage:
    """A pane with four new applicants, oldest first."""
    stage.bring_in(["Albrecht", "Kim", "Okafor", "Weiß"])
    stage.load()
    return stage


def test_the_presenter_is_what_the_review_asks_for(four: Stage) -> None:
    queue: NextApplicant = four.presenter
    first, second, *_others = four.keys()
    assert (queue.next_key(None), queue.next_key(first)) == (first, second)


def test_after_the_last_comes_the_first_again(four: Stage) -> None:
    keys = four.keys()
    assert four.presenter.next_key(keys[-1]) == keys[0]


def test_nobody_comes_when_nobody_else_waits(stage: Stage) -> None:
    assert stage.presenter.next_key(None) is None
    stage.bring_in(["Albrecht"])
    stage.load()
    assert stage.presenter.next_key(stage.keys()[0]) is None


def test_sleepers_are_not_next_unless_one_asks_for_them(four: Stage) -> None:
    four.desk.execute(acts.defer(find(four.desk, "9001"), TODAY + timedelta(days=3), "", four.desk.stamp()))
    four.announce()
    sleeper = four.keys()[-1]
    assert sleeper not in four.presenter.upcoming(four.keys()[0], 9)


def test_the_next_ones_can_be_made_ready(four: Stage) -> None:
    keys = four.keys()
    assert four.presenter.upcoming(keys[1], 2) == (keys[2], keys[3])
    assert four.presenter.upcoming(keys[1], 9) == (keys[2], keys[3], keys[0])


def test_selecting_marks_a_row_and_tells_nobody(four: Stage) -> None:
    four.presenter.select(four.keys()[2])
    assert (four.title(), four.chosen) == ("Okafor", [])


def test_walking_by_command_tells_who_was_chosen(four: Stage) -> None:
    keys = four.keys()
    four.presenter.select_next()
    four.presenter.select_next()
    four.presenter.select_previous()
    assert four.chosen == [keys[0], keys[1], keys[0]]
    four.presenter.select_previous()
    assert four.title() == "Albrecht"


def test_after_a_decision_the_next_is_chosen_in_the_same_turn(four: Stage) -> None:
    keys = four.keys()
    four.presenter.select(keys[1])
    following = four.presenter.next_key(keys[1])
    assert following == keys[2]
    four.presenter.select(following)
    four.presenter.leave(keys[1])
    assert (four.title(), four.lines()) == ("Okafor", ["New · 3", "Albrecht", "Okafor", "Weiß"])


def test_one_who_left_already_is_still_followed_by_the_next_in_order(four: Stage) -> None:
    keys = four.keys()
    four.presenter.select(keys[1])
    four.presenter.leave(keys[1])
    assert four.presenter.next_key(keys[1]) == keys[2]
    four.presenter.select_next()
    assert four.title() == "Okafor"


def test_one_who_left_does_not_flicker_back_while_the_core_is_still_acting(four: Stage) -> None:
    keys = four.keys()
    four.presenter.leave(keys[0])
    four.announce(keys[3])
    assert four.keys() == keys[1:]
    four.desk.execute(decide(four.desk, find(four.desk, "9000"), DecisionKind.ACCEPT))
    four.announce(keys[0])
    assert four.keys() == keys[1:]


def test_one_whose_decision_was_taken_back_stands_in_the_list_again(four: Stage) -> None:
    keys = four.keys()
    outcome = four.desk.execute(decide(four.desk, find(four.desk, "9001"), DecisionKind.ACCEPT))
    four.presenter.leave(keys[1])
    four.announce(keys[1])
    assert outcome.undo is not None
    four.desk.undo(outcome.undo)
    four.presenter.select(keys[1])
    four.announce(keys[1])
    assert (four.title(), four.keys()) == ("Kim", keys)


def test_a_decision_that_failed_brings_its_applicant_back(four: Stage) -> None:
    keys = four.keys()
    four.presenter.leave(keys[1])
    four.presenter.select(keys[1])
    four.wait()
    assert (four.title(), four.keys()) == ("Kim", keys)


def test_one_decided_by_a_colleague_is_followed_by_who_took_their_place(four: Stage) -> None:
    keys = four.keys()
    four.presenter.select(keys[1])
    four.desk.execute(decide(four.desk, find(four.desk, "9001"), DecisionKind.REJECT))
    four.announce(keys[1])
    assert four.title() == ""
    four.presenter.select_next()
    assert four.title() == "Okafor"


def test_one_who_was_left_stays_behind_the_others_through_reloads(four: Stage) -> None:
    keys = four.keys()
    four.presenter.select(keys[0])
    four.presenter.skip(keys[0])
    four.announce()
    assert four.presenter.next_key(None) == keys[1]
    assert four.presenter.upcoming(keys[2], 9) == (keys[3], keys[1], keys[0])
    assert "not now" in str(four.presenter.model.data(four.presenter.model.index(1, 0), 11))


def test_one_who_was_left_waits_again_tomorrow(four: Stage) -> None:
    keys = four.keys()
    four.presenter.skip(keys[0])
    four.clock.forward(days=1)
    four.announce()
    assert four.presenter.next_key(None) == keys[0]
