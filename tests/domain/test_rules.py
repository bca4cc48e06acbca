"""What commands mean, and that each can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.domain import acts
from reviewer.domain.applicant import Answer, Applicant, DecisionKind, State
from reviewer.domain.codec import decode_command, encode_command
from reviewer.domain.commands import RecordDecision, Stamp
from reviewer.domain.ids import CommandId, DecisionId, LetterId, NoteId
from reviewer.domain.letter import Attachment, AttachmentKind, Letter, LetterState
from reviewer.domain.projection import project
from reviewer.domain.rules import apply, inverse
from reviewer.errors import Outdated, Refused
from tests.domain.strategies import CRITERIA, MOMENT, NEW, RENDERED, applicants, commands

STAMP = Stamp(id=CommandId("c"), by="Anna", at=MOMENT)
HOLD = timedelta(seconds=30)
GENEROUS = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def decide(applicant: Applicant = NEW, kind: DecisionKind = DecisionKind.FEEDBACK, number: str = "1") -> RecordDecision:
    return acts.decide(
        applicant,
        kind,
        RENDERED,
        STAMP,
        decision_id=DecisionId(f"x{number}"),
        letter_id=LetterId(f"l{number}"),
        hold=HOLD,
    )


@GENEROUS
@given(data=st.data())
def test_an_act_that_changed_something_is_undone_by_its_inverse(data: st.DataObject) -> None:
    before = data.draw(applicants())
    command = data.draw(commands(before))
    try:
        after = apply(command, before)
    except (Refused, Outdated):
        return
    if after != before:
        assert apply(inverse(command), after) == before


@GENEROUS
@given(data=st.data())
def test_doing_the_same_twice_is_doing_it_once(data: st.DataObject) -> None:
    before = data.draw(applicants())
    command = data.draw(commands(before))
    try:
        after = apply(command, before)
    except (Refused, Outdated):
        return
    assert apply(command, after) == after


@GENEROUS
@given(data=st.data())
def test_a_command_and_its_inverse_survive_the_journal(data: st.DataObject) -> None:
    command = data.draw(commands(data.draw(applicants())))
    assert decode_command(encode_command(command)) == command
    assert decode_command(encode_command(inverse(command))) == inverse(command)


def test_a_different_answer_by_a_colleague_is_a_question() -> None:
    mine = acts.answer(NEW, CRITERIA[0], Answer.LACKING, STAMP)
    theirs = apply(acts.answer(NEW, CRITERIA[0], Answer.FINE, STAMP), NEW)
    with pytest.raises(Outdated, match="answer-changed"):
        apply(mine, theirs)


def test_the_same_decision_by_a_colleague_settles_without_a_second_letter() -> None:
    theirs = apply(decide(number="1"), NEW)
    assert apply(decide(number="2"), theirs) == theirs


def test_the_same_decision_with_another_text_is_a_question() -> None:
    theirs = apply(decide(number="1"), NEW)
    mine = decide(number="2")
    assert mine.letter is not None
    typed = replace(mine, letter=replace(mine.letter, body=mine.letter.body + "\n\nCall me."))
    with pytest.raises(Outdated, match="letter-text-differs"):
        apply(typed, theirs)
    assert apply(typed, NEW).letters[0].body.endswith("Call me.")


def test_the_same_decision_with_other_things_going_along_is_a_question() -> None:
    theirs = apply(decide(number="1"), NEW)
    mine = decide(number="2")
    assert mine.letter is not None
    guide = (Attachment(kind=AttachmentKind.GUIDE),)
    with pytest.raises(Outdated, match="letter-text-differs"):
        apply(replace(mine, letter=replace(mine.letter, attachments=guide)), theirs)


def test_one_more_feedback_after_the_last_rung_is_refused_whatever_its_text() -> None:
    applicant = NEW
    for number in ("1", "2", "3"):
        fed_back = apply(decide(applicant, number=number), applicant)
        applicant = replace(
            fed_back, letters=tuple(replace(letter, state=LetterState.SENT) for letter in fed_back.letters)
        )
    again = decide(applicant, number="4")
    assert again.letter is not None
    with pytest.raises(Refused, match="ladder-ended"):
        apply(replace(again, letter=replace(again.letter, body="Another text.")), applicant)


def test_who_signs_makes_no_other_letter() -> None:
    signed = [replace(decide(number=n), letter=_signed(n, name)) for n, name in (("1", "Anna"), ("2", "Bert Klein"))]
    theirs = apply(signed[0], NEW)
    assert apply(signed[1], theirs) == theirs


def _signed(number: str, name: str) -> Letter:
    letter = decide(number=number).letter
    assert letter is not None
    return replace(letter, created_by=name, body=f"Please mend it.\n\nKind regards\n{name}")


def test_a_different_decision_by_a_colleague_is_a_question() -> None:
    accepted = apply(decide(kind=DecisionKind.ACCEPT), NEW)
    with pytest.raises(Outdated, match="standing-changed"):
        apply(decide(kind=DecisionKind.REJECT, number="2"), accepted)


def test_a_new_decision_cancels_the_letter_of_the_old_one() -> None:
    fed_back = apply(decide(), NEW)
    out = apply(decide(fed_back, DecisionKind.REJECT, "2"), fed_back)
    assert [letter.state for letter in out.letters] == [LetterState.CANCELLED, LetterState.QUEUED]
    assert out.state is State.OUT


def test_the_next_feedback_waits_until_the_last_one_has_left() -> None:
    fed_back = apply(decide(), NEW)
    with pytest.raises(Refused, match="letter-waits"):
        apply(decide(fed_back, number="2"), fed_back)


def test_nothing_is_decided_while_a_letter_is_being_sent() -> None:
    fed_back = apply(decide(), NEW)
    sending = replace(fed_back, letters=(replace(fed_back.letters[0], state=LetterState.SENDING),))
    with pytest.raises(Refused, match="letter-being-sent"):
        apply(decide(sending, DecisionKind.REJECT, "2"), sending)


@pytest.mark.parametrize("gone", (LetterState.SENDING, LetterState.SENT, LetterState.IN_DOUBT))
def test_a_decision_whose_letter_has_left_cannot_be_undone(gone: LetterState) -> None:
    command = decide()
    after = apply(command, NEW)
    left = replace(after, letters=(replace(after.letters[0], state=gone),))
    with pytest.raises(Outdated, match="letter-gone"):
        apply(inverse(command), left)


def test_feedback_climbs_the_ladder_and_stays_on_the_last_rung() -> None:
    rungs, applicant = [], NEW
    for number in range(4):
        command = decide(applicant, number=str(number))
        rungs.append(command.decision.rung)
        applicant = replace(apply(command, applicant), state=State.PENDING, round=applicant.round + 1, letters=())
    assert rungs == [1, 2, 3, 3]


def test_feedback_without_an_address_is_refused() -> None:
    nameless = replace(NEW, person=replace(NEW.person, email=""))
    with pytest.raises(Refused, match="no-address"):
        apply(decide(nameless), nameless)


def test_an_act_on_an_old_round_is_a_question() -> None:
    command = acts.answer(NEW, CRITERIA[0], Answer.FINE, STAMP)
    with pytest.raises(Outdated, match="round-changed"):
        apply(command, replace(NEW, round=2))


def test_an_empty_note_is_refused() -> None:
    with pytest.raises(Refused, match="note-empty"):
        apply(acts.add_note(NEW, "  ", STAMP, id=NoteId("n"), criterion=None), NEW)


def test_projection_leaves_out_what_no_longer_holds() -> None:
    theirs = apply(acts.answer(NEW, CRITERIA[0], Answer.FINE, STAMP), NEW)
    mine = acts.answer(NEW, CRITERIA[0], Answer.LACKING, STAMP)
    other = acts.answer(NEW, CRITERIA[1], Answer.LACKING, STAMP)
    assert project(theirs, [mine, other]) == apply(other, theirs)
