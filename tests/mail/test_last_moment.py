"""What happens between the preparing of a letter and its claim: the gate has the last word, and the others go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from reviewer.domain import acts
from reviewer.domain.applicant import State
from reviewer.domain.ids import NoteId
from reviewer.domain.letter import Letter, LetterState
from reviewer.mail.message import Along, Message
from reviewer.sync.deliver_way import Way
from reviewer.workspace import new_id
from tests.desks import find
from tests.mail.test_outcomes import GONE, Office, office, pipelining
from tests.smtp_troubles import Step, Trouble

__all__ = ["office", "pipelining"]


def interrupted(way: Way, id: str, deed: Callable[[], object]) -> Way:
    """The way with something happening once, after this applicant's letter was read and before it is claimed."""
    left = [deed]

    def make(letter: Letter, at: datetime, along: Along) -> Message:
        message = way.make(letter, at, along)
        if letter.recipient == f"p{id}@example.org" and left:
            left.pop()()
        return message

    return replace(way, make=make)


def three(office: Office) -> tuple[str, str, str]:
    """Three letters that are due, one after the other."""
    ids = []
    for _ in range(3):
        ids.append(office.queue())
        office.clock.forward(seconds=1)
    office.desk.sync(deliver=False)
    return ids[0], ids[1], ids[2]


def states(office: Office, ids: tuple[str, ...]) -> list[LetterState]:
    return [office.row(id).state for id in ids]


def test_an_address_that_changes_after_the_server_has_heard_of_it_holds_the_letter(office: Office) -> None:
    ids = three(office)
    desk = office.desk

    def correct() -> None:
        applicant = find(desk, ids[1])
        changed = replace(applicant.person, email="other@example.org")
        desk.execute(acts.correct_person(applicant, changed, desk.stamp()))
        desk.sync(deliver=False)

    desk.sync(way=interrupted(office.way(), ids[1], correct))
    desk.sync(way=office.way())
    assert states(office, ids) == [LetterState.SENT, LetterState.HELD, LetterState.SENT]
    assert office.row(ids[1]).reason == "gate-address-changed"
    assert [office.copies(id) for id in ids] == [1, 0, 1]
    assert (office.server.steps.count(Step.RSET), office.server.connections) == (1, 1)
    assert [message.recipients for message in office.server.messages] == [(f"p{id}@example.org",) for id in ids[::2]]


def test_a_letter_taken_back_on_this_desk_after_the_server_has_heard_of_it_stays(office: Office) -> None:
    ids = three(office)
    desk = office.desk

    def revoke() -> None:
        applicant = find(desk, ids[1])
        desk.execute(acts.revoke(applicant, applicant.letters[0].id, desk.stamp()))

    desk.sync(way=interrupted(office.way(), ids[1], revoke))
    assert [office.copies(id) for id in ids] == [1, 0, 1]
    assert (office.server.steps.count(Step.RSET), office.server.connections) == (1, 1)
    desk.sync(way=office.way())
    assert find(desk, ids[1]).state is State.PENDING
    assert states(office, (ids[0], ids[2])) == [LetterState.SENT, LetterState.SENT]


def test_a_change_that_is_no_obstacle_lets_the_letter_leave_all_the_same(office: Office) -> None:
    ids = three(office)
    desk = office.desk

    def note() -> None:
        noted = acts.add_note(find(desk, ids[1]), "Called", desk.stamp(), id=NoteId(new_id()), criterion=None)
        desk.execute(noted)
        desk.sync(deliver=False)

    desk.sync(way=interrupted(office.way(), ids[1], note))
    assert states(office, ids) == [LetterState.SENT] * 3
    assert [office.copies(id) for id in ids] == [1, 1, 1]
    assert office.server.connections == 1


def test_a_letter_refused_while_it_is_claimed_is_failed_and_the_next_goes_over_the_same_connection(
    office: Office,
) -> None:
    ids = three(office)
    office.server.add(Trouble(at=Step.RCPT, what=GONE, recipient=f"p{ids[1]}@example.org"))
    assert office.send() == ""
    assert states(office, ids) == [LetterState.SENT, LetterState.FAILED, LetterState.SENT]
    assert office.server.connections == 1
