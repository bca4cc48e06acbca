"""Letters leave at most once, through the gate, and every outcome is visible."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa

from reviewer.domain import acts, delivery
from reviewer.domain.applicant import Applicant, DecisionKind, State
from reviewer.domain.letter import Letter, LetterState, RenderedLetter
from reviewer.mail.transport import Fault, InDoubt, NotSent, SentRefused
from reviewer.storage import letters, tables
from reviewer.storage.engine import make_engine, writing
from reviewer.storage.letters import Dispatch
from reviewer.storage.records import load_applicant, save_applicant
from reviewer.sync.deliver_claims import LEASE
from reviewer.workspace import Workspace
from tests.desks import KeptPost, SetClock, decide, find, text_of

Desks = tuple[Workspace, Workspace]


def fed_back(desk: Workspace, hold_s: float = 0) -> Applicant:
    desk.execute(decide(desk, find(desk), DecisionKind.FEEDBACK, hold_s))
    return find(desk)


def only_letter(desk: Workspace) -> Letter:
    (letter,) = find(desk).letters
    return letter


def test_the_approved_text_leaves_once_and_starts_the_rung(desks: Desks, post: KeptPost) -> None:
    anna, bert = desks
    approved = fed_back(anna).letters[0]
    assert find(anna).due_on is None
    for desk in (anna, bert, anna, bert):
        desk.sync(way=post.way())
    ((sent, message),) = post.letters
    assert sent == approved.id
    assert text_of(message).splitlines() == approved.body.splitlines()
    assert message["Message-ID"] == only_letter(bert).message_id
    assert (only_letter(bert).state, find(bert).due_on.isoformat()) == (LetterState.SENT, "2026-12-07")  # type: ignore[union-attr]


def test_a_letter_on_hold_waits_and_an_undone_one_never_leaves(desks: Desks, post: KeptPost, clock: SetClock) -> None:
    anna, _ = desks
    outcome = anna.execute(decide(anna, find(anna), DecisionKind.FEEDBACK, 30))
    anna.sync(way=post.way())
    assert post.letters == []
    assert outcome.undo is not None
    anna.undo(outcome.undo)
    clock.forward(minutes=5)
    anna.sync(way=post.way())
    assert post.letters == []
    assert find(anna).state is State.PENDING


def test_a_refused_letter_is_failed_with_the_servers_words_and_can_be_tried_again(desks: Desks, post: KeptPost) -> None:
    anna, bert = desks
    fed_back(anna)
    post.failures = [SentRefused("recipient-refused", fault=Fault.LETTER, words="550 mailbox unavailable")]
    assert anna.sync(way=post.way()).failed == 1
    bert.sync(deliver=False)
    assert (only_letter(bert).state, only_letter(bert).reason) == (LetterState.FAILED, "550 mailbox unavailable")
    applicant = find(bert)
    bert.execute(acts.move_letter(applicant, applicant.letters[0].id, LetterState.QUEUED, bert.stamp()))
    bert.sync(way=post.way())
    assert len(post.letters) == 1


def test_a_passing_failure_is_tried_later_by_itself(desks: Desks, post: KeptPost, clock: SetClock) -> None:
    anna, _ = desks
    fed_back(anna)
    post.failures = [NotSent("greylisted", fault=Fault.LETTER, words="450 try again")]
    anna.sync(way=post.way())
    assert (only_letter(anna).state, only_letter(anna).attempts) == (LetterState.QUEUED, 1)
    anna.sync(way=post.way())
    assert post.letters == []
    clock.forward(minutes=2)
    anna.sync(way=post.way())
    assert len(post.letters) == 1


def test_an_unknown_outcome_is_in_doubt_and_only_a_person_repeats_it(
    desks: Desks, post: KeptPost, clock: SetClock
) -> None:
    anna, bert = desks
    fed_back(anna)
    post.failures = [InDoubt("connection-lost")]
    anna.sync(way=post.way())
    for _ in range(3):
        clock.forward(hours=1)
        anna.sync(way=post.way())
        bert.sync(way=post.way())
    assert (only_letter(bert).state, post.letters) == (LetterState.IN_DOUBT, [])
    applicant = find(bert)
    bert.execute(acts.move_letter(applicant, applicant.letters[0].id, LetterState.QUEUED, bert.stamp()))
    bert.sync(way=post.way())
    assert len(post.letters) == 1


def test_a_person_may_say_that_a_doubted_letter_did_arrive(desks: Desks, post: KeptPost) -> None:
    anna, _ = desks
    fed_back(anna)
    post.failures = [InDoubt("connection-lost")]
    anna.sync(way=post.way())
    applicant = find(anna)
    due_on = anna.clock().date()
    letter = applicant.letters[0].id
    anna.execute(acts.move_letter(applicant, letter, LetterState.SENT, anna.stamp(), due_on=due_on))
    anna.sync(way=post.way())
    assert (only_letter(anna).state, find(anna).due_on, post.letters) == (LetterState.SENT, due_on, [])


def test_a_sender_that_vanished_leaves_its_letter_in_doubt(
    desks: Desks, post: KeptPost, clock: SetClock, shared_url: str
) -> None:
    anna, bert = desks
    letter = fed_back(anna).letters[0]
    anna.sync(deliver=False)
    engine = make_engine(shared_url)
    with writing(engine) as connection:
        assert letters.claim(connection, letter.id, "gone", clock(), clock() + LEASE)
        connection.execute(sa.update(tables.letter).values(state="sending"))
    bert.sync(way=post.way())
    assert post.letters == []
    clock.forward(minutes=4)
    bert.sync(way=post.way())
    assert (only_letter(bert).state, post.letters) == (LetterState.IN_DOUBT, [])
    engine.dispose()


def test_only_one_of_two_claims_wins(desks: Desks, clock: SetClock, shared_url: str) -> None:
    anna, _ = desks
    letter = fed_back(anna).letters[0]
    anna.sync(deliver=False)
    engine = make_engine(shared_url)
    won = []
    for owner in ("one", "two"):
        with writing(engine) as connection:
            if letters.claim(connection, letter.id, owner, clock(), clock() + LEASE):
                connection.execute(sa.update(tables.letter).values(state="sending"))
                won.append(owner)
    engine.dispose()
    assert won == ["one"]


@pytest.mark.parametrize("broken", ("Dear {{ name }},\n\ntext", "Dear Petra,", "text without greeting\n\ntext"))
def test_an_incomplete_letter_is_held_at_the_gate_with_the_reason(desks: Desks, post: KeptPost, broken: str) -> None:
    anna, _ = desks
    command = decide(anna, find(anna), DecisionKind.FEEDBACK)
    assert command.letter is not None
    anna.execute(replace(command, letter=replace(command.letter, body=broken)))
    anna.sync(way=post.way())
    assert post.letters == []
    assert only_letter(anna).state is LetterState.HELD
    assert only_letter(anna).reason.startswith("letter-")


def test_a_changed_address_holds_the_letter(desks: Desks, post: KeptPost) -> None:
    anna, bert = desks
    fed_back(anna, hold_s=0)
    anna.sync(deliver=False)
    bert.sync(deliver=False)
    applicant = find(bert)
    corrected = replace(applicant.person, email="other@example.org")
    bert.execute(acts.correct_person(applicant, corrected, bert.stamp()))
    bert.sync(way=post.way())
    assert (only_letter(bert).reason, post.letters) == ("gate-address-changed", [])
    assert bert.status().letters_in_trouble == 1


def test_an_edited_letter_leaves_as_edited(desks: Desks, clock: SetClock, post: KeptPost) -> None:
    anna, _ = desks
    applicant = fed_back(anna, hold_s=30)
    text = RenderedLetter(subject="Ihr Lebenslauf", body="Sehr geehrte Frau Dr. Weiß,\n\nbitte rufen Sie an.")
    anna.execute(acts.edit_letter(applicant, applicant.letters[0].id, text, anna.stamp()))
    applicant = find(anna)
    now = anna.clock()
    held = acts.move_letter(applicant, applicant.letters[0].id, LetterState.CANCELLED, anna.stamp())
    assert held.wanted.not_before == applicant.letters[0].not_before > now
    clock.forward(minutes=1)
    anna.sync(way=post.way())
    ((_, message),) = post.letters
    assert text_of(message).strip() == text.body


def test_the_answer_to_an_earlier_attempt_does_not_end_a_later_one(
    desks: Desks, post: KeptPost, clock: SetClock
) -> None:
    anna, bert = desks
    fed_back(anna)
    anna.sync(deliver=False)
    late = claim_as(anna, clock)
    clock.forward(hours=1)
    bert.sync(way=post.way())
    assert only_letter(bert).state is LetterState.IN_DOUBT
    repeat(bert)
    claim_as(bert, clock)
    for state in (LetterState.QUEUED, LetterState.SENT):
        with writing(anna._replica) as connection:
            letters.keep_dispatch(connection, replace(late, state=state))
        anna.sync(way=post.way())
        assert (only_letter(anna).state, post.letters) == (LetterState.SENDING, [])
    clock.forward(hours=1)
    anna.sync(way=post.way())
    anna.sync(way=post.way())
    assert (only_letter(anna).state, post.letters) == (LetterState.SENT, [])


def claim_as(desk: Workspace, clock: SetClock) -> Dispatch:
    """Let a desk take its one letter for sending, and fall silent; gives what it would say in the end."""
    letter = only_letter(desk)
    with writing(desk._shared) as connection:
        before = load_applicant(connection, find(desk).key)
        assert before is not None
        assert letters.claim(connection, letter.id, desk.settings.text("reviewer.name"), clock(), clock() + LEASE)
        after = delivery.mark_sending(before, letter.id)
        save_applicant(connection, before, after)
    desk.sync(deliver=False)
    attempt = only_letter(desk).attempts
    return Dispatch(
        letter=letter.id, attempt=attempt, state=LetterState.SENT, message_id="<x@y>", reason="", at=clock()
    )


def repeat(desk: Workspace) -> None:
    applicant = find(desk)
    desk.execute(acts.move_letter(applicant, applicant.letters[0].id, LetterState.QUEUED, desk.stamp()))
    desk.sync(deliver=False)


def test_no_more_letters_leave_in_a_minute_than_the_house_says(desks: Desks, post: KeptPost, clock: SetClock) -> None:
    anna, bert = desks
    for id in ("9999", "9998"):
        anna.execute(decide(anna, find(anna, id), DecisionKind.ACCEPT))
    slow = replace(post.way(), per_minute=1)
    report = anna.sync(way=slow)
    assert (report.sent, report.paced) == (1, 1)
    assert bert.sync(way=slow).sent == 0
    clock.forward(seconds=61)
    assert bert.sync(way=slow).sent == 1


def test_in_quiet_hours_only_the_confirmation_of_a_deletion_leaves(desks: Desks, post: KeptPost) -> None:
    anna, _ = desks
    anna.execute(decide(anna, find(anna, "9998"), DecisionKind.ACCEPT))
    anna.erase(find(anna, "9999").key)
    quiet = replace(post.way(), quiet=lambda: True)
    report = anna.sync(way=quiet)
    assert (report.sent, report.paced) == (1, 1)
    assert "gelöscht" in text_of(post.letters[0][1])
    assert anna.sync(way=post.way()).sent == 1
