"""Deciding, and what follows: the next applicant, the letter that waits, the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from reviewer.domain.applicant import DecisionKind, State
from reviewer.domain.letter import LetterState
from reviewer.domain.views import QueueSummary, SyncReport
from tests.desks import decide
from tests.ui.review.judgement_stage import Stage
from ui.errors import words_for_code
from ui.review.review_presenter import ReviewState


def _decide(stage: Stage, kind: DecisionKind = DecisionKind.ACCEPT, *, sure: bool = False) -> None:
    stage.presenter.decisions.decide(kind, sure=sure)


def test_the_next_applicant_follows_at_once(stage: Stage) -> None:
    stage.show("9999")
    _decide(stage)
    assert stage.queue.selected[-1] == stage.key("9998")
    stage.rest()
    assert stage.shown_id() == "9998"


def test_the_next_applicant_is_shown_without_waiting_for_the_disk(stage: Stage) -> None:
    stage.show("9999")
    _decide(stage)
    assert stage.shown_id() == "9998"


def test_the_letter_that_waits_is_the_one_on_the_screen(stage: Stage) -> None:
    stage.show()
    stage.presenter.judgement.answer_number(2)
    stage.rest()
    text = stage.body() + "\n\nPS: Rufen Sie gern an."
    stage.type(text)
    _decide(stage, DecisionKind.FEEDBACK)
    stage.rest()
    (letter,) = stage.letters()
    assert (letter.body, letter.state) == (text, LetterState.QUEUED)
    assert letter.not_before == stage.clock.moment + timedelta(seconds=30)


def test_an_answer_given_right_before_the_decision_is_in_the_letter(stage: Stage) -> None:
    stage.show()
    stage.presenter.judgement.answer_number(2)
    _decide(stage, DecisionKind.FEEDBACK)
    stage.rest()
    assert "Branche, Mitarbeiterzahl, Umsatz:" in stage.letters()[0].body


def test_feedback_that_names_nothing_asks_first(stage: Stage) -> None:
    stage.show()
    asked = []
    stage.presenter.decisions.nothing_lacking.connect(lambda: asked.append(True))
    _decide(stage, DecisionKind.FEEDBACK)
    stage.rest()
    assert (asked, stage.letters()) == ([True], ())
    _decide(stage, DecisionKind.FEEDBACK, sure=True)
    stage.rest()
    assert len(stage.letters()) == 1


def test_without_an_address_feedback_is_refused_and_nothing_is_written(stage: Stage) -> None:
    stage.show()
    applicant = stage.presenter.acts.applicant
    assert applicant is not None
    assert stage.presenter.decisions.correct(replace(applicant.person, email="")) is None
    _decide(stage, DecisionKind.FEEDBACK, sure=True)
    stage.rest()
    assert stage.choices is not None
    assert "feedback" in stage.choices.refusals
    assert (stage.faults, stage.letters()) == ([("decision", "feedback-without-letter")], ())


def test_without_an_address_somebody_can_be_out_without_a_letter(stage: Stage) -> None:
    stage.show()
    applicant = stage.presenter.acts.applicant
    assert applicant is not None
    stage.presenter.decisions.correct(replace(applicant.person, email=""))
    _decide(stage, DecisionKind.REJECT)
    stage.rest()
    assert (stage.stored().state, stage.letters()) == (State.OUT, ())
    assert stage.sayings.said[-1].endswith("without a letter")


def test_an_address_that_is_not_plain_is_refused(stage: Stage) -> None:
    stage.show()
    applicant = stage.presenter.acts.applicant
    assert applicant is not None
    refused = stage.presenter.decisions.correct(replace(applicant.person, email="a@example.org, b@example.org"))
    assert refused is not None
    stage.rest()
    assert stage.stored().person == applicant.person


def test_an_emptied_letter_is_refused(stage: Stage) -> None:
    stage.show()
    stage.type("  ")
    _decide(stage, DecisionKind.FEEDBACK, sure=True)
    stage.rest()
    assert (stage.faults, stage.letters()) == ([("decision", "letter-empty")], ())


def test_undo_brings_the_applicant_back_with_everything(stage: Stage) -> None:
    stage.show()
    stage.presenter.judgement.answer_number(2)
    stage.rest()
    stage.type(stage.body() + "\n\nPS: Von Hand.")
    _decide(stage, DecisionKind.FEEDBACK)
    stage.rest()
    assert stage.sayings.undo is not None
    stage.sayings.undo()
    stage.rest()
    assert (stage.shown_id(), stage.stored().state, stage.letters()) == ("9999", State.PENDING, ())
    assert stage.body().endswith("PS: Von Hand.")


def test_undo_right_after_the_decision_takes_it_back_all_the_same(stage: Stage) -> None:
    stage.show()
    _decide(stage)
    stage.presenter.undo()
    stage.rest()
    assert (stage.shown_id(), stage.stored().state, stage.letters()) == ("9999", State.PENDING, ())


def test_the_undo_key_takes_back_the_newest_act_first(stage: Stage) -> None:
    stage.show()
    _decide(stage)
    stage.presenter.judgement.answer_number(2)
    stage.presenter.undo()
    stage.rest()
    assert (stage.shown_id(), stage.stored("9998").answers) == ("9998", ())
    assert stage.stored("9999").state is State.ACCEPTED
    stage.presenter.undo()
    stage.rest()
    assert (stage.shown_id(), stage.stored("9999").state) == ("9999", State.PENDING)


def test_a_decision_a_colleague_had_made_already_cannot_be_taken_back(stage: Stage) -> None:
    stage.show()
    _decide(stage)
    stage.rest()
    top = stage.presenter.acts.stack.top()
    assert top is not None
    stage.presenter.settle(SyncReport(withdrawn=tuple(top.commands)))
    stage.presenter.undo()
    stage.rest()
    assert stage.stored().state is State.ACCEPTED


def test_a_decision_upon_a_colleagues_comes_back_with_the_reason(stage: Stage) -> None:
    stage.show("9999")
    stage.desk.execute(decide(stage.desk, stage.stored(), DecisionKind.REJECT))
    _decide(stage, DecisionKind.ACCEPT)
    stage.rest()
    assert (stage.shown_id(), stage.stored().state) == ("9999", State.OUT)
    assert stage.faults == [("decision", "standing-changed")]


def test_after_the_last_one_the_backlog_is_at_zero(stage: Stage) -> None:
    told: list[QueueSummary] = []
    stage.presenter.finished.connect(told.append)
    stage.queue.keys = [stage.key("9998")]
    stage.show("9998")
    _decide(stage)
    stage.rest()
    assert (stage.states[-1], stage.shown_id()) == (ReviewState.FINISHED, "")
    assert [(summary.open, summary.decided_today) for summary in told] == [(1, 1)]


def test_after_the_end_of_the_list_those_left_at_its_top_follow(stage: Stage) -> None:
    stage.show("9998")
    _decide(stage)
    stage.rest()
    assert stage.shown_id() == "9999"


def test_a_key_pressed_twice_decides_about_one_applicant_only(stage: Stage) -> None:
    stage.show("9999")
    _decide(stage)
    _decide(stage)
    stage.rest()
    assert (stage.stored("9999").state, stage.stored("9998").state) == (State.ACCEPTED, State.PENDING)


def test_later_puts_aside_with_day_and_reason_and_goes_on(stage: Stage) -> None:
    stage.show()
    assert stage.presenter.decisions.defer(date(2026, 11, 30), "promised a new CV")
    stage.rest()
    sleep = stage.stored().sleep
    assert sleep is not None
    assert (sleep.until, sleep.reason, stage.shown_id()) == (date(2026, 11, 30), "promised a new CV", "9998")


def test_a_day_that_has_come_is_refused(stage: Stage) -> None:
    stage.show()
    assert not stage.presenter.decisions.defer(date(2026, 11, 23), "")
    stage.rest()
    assert (stage.faults, stage.shown_id()) == ([("decision", "date-not-in-future")], "9999")


def test_a_sleeping_applicant_can_be_woken(stage: Stage) -> None:
    stage.show()
    stage.presenter.decisions.defer(date(2026, 11, 30), "")
    stage.rest()
    stage.show("9999")
    stage.presenter.decisions.wake()
    stage.rest()
    assert stage.stored().sleep is None


def test_skipping_goes_on_and_does_not_come_back(stage: Stage) -> None:
    stage.show("9999")
    stage.presenter.skip()
    stage.rest()
    assert (stage.shown_id(), stage.queue.skipped) == ("9998", [stage.key("9999")])


def test_erasing_goes_on_and_leaves_nothing_to_undo(stage: Stage) -> None:
    stage.show("9999")
    stage.presenter.judgement.answer_number(2)
    key = stage.key("9999")
    stage.presenter.decisions.erase()
    stage.rest()
    assert stage.shown_id() == "9998"
    stage.desk.sync(deliver=False)
    assert len(stage.desk.receipts()) == 1
    stage.presenter.show(key)
    stage.rest()
    assert stage.states[-1] is ReviewState.ERASED
    stage.presenter.undo()
    assert stage.sayings.said[-1] == "There is nothing to take back"


def test_an_applicant_erased_meanwhile_says_so(stage: Stage) -> None:
    stage.show("9999")
    outcome = stage.desk.execute(decide(stage.desk, stage.stored(), DecisionKind.REJECT))
    stage.desk.erase(stage.key("9999"))
    stage.announcer.announce(outcome.change)
    stage.rest()
    assert (stage.states[-1], stage.shown_id()) == (ReviewState.ERASED, "")


def test_a_waiting_letter_is_taken_back_with_its_decision(stage: Stage) -> None:
    stage.show("9999")
    _decide(stage, DecisionKind.REJECT)
    stage.rest()
    stage.show("9999")
    stage.presenter.decisions.take_back(stage.letters()[0].id)
    stage.rest()
    assert (stage.stored().state, stage.letters()) == (State.PENDING, ())


def test_a_letter_that_has_left_cannot_be_taken_back(stage: Stage) -> None:
    stage.show("9999")
    _decide(stage, DecisionKind.ACCEPT)
    stage.rest()
    stage.clock.forward(minutes=1)
    stage.desk.sync()
    stage.presenter.undo()
    stage.rest()
    assert stage.stored().state is State.ACCEPTED
    assert stage.sayings.said[-1] == words_for_code("letter-gone").title


def test_what_is_not_saved_is_marked_only_while_offline(stage: Stage) -> None:
    told: list[bool] = []
    stage.presenter.unsaved_changed.connect(told.append)
    stage.show()
    stage.presenter.judgement.answer_number(2)
    stage.rest()
    stage.presenter.settle(SyncReport(offline="database-unreachable"))
    offline = told[-1]
    stage.presenter.settle(SyncReport())
    assert (offline, told[-1]) == (True, False)
