"""The accidents that others are known for, each brought about on purpose: two desks, one queue, a real mail server."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain import acts
from reviewer.domain.applicant import DecisionKind, State
from reviewer.domain.letter import Letter, LetterState, RenderedLetter, Template
from reviewer.domain.views import SyncReport
from reviewer.workspace import Workspace
from tests.desks import SetClock, answer, decide, find, open_desk, text_of, write_folder
from tests.mail.test_smtp import a_server, a_transport
from tests.smtp_servers import SmtpServer
from tests.smtp_troubles import DROP, Step, Trouble

HOLD_S = 30
BY_HAND = RenderedLetter(subject="Ihr Lebenslauf", body="Sehr geehrte Frau Dr. Weiß,\n\nbitte rufen Sie uns an.")


class House:
    """Two desks on one shared database, both sending by the same mail server."""

    def __init__(self, folder: Path, url: str, server: SmtpServer) -> None:
        self.server = server
        self.clock = SetClock()
        self.shared = folder / "shared.db"
        self.anna, self.bert = (open_desk(folder, url, name, self.clock) for name in ("Anna", "Bert"))
        for desk in (self.anna, self.bert):
            desk.change_setting("mail.sender", "Platform <office@example.org>")
        self.anna.bring_in(write_folder(folder / "in"))
        self.anna.sync(deliver=False)
        self.bert.sync(deliver=False)

    def send(self, desk: Workspace) -> SyncReport:
        """One round of a desk, letters included."""
        transport = a_transport(self.server)
        return desk.sync(way=replace(desk.correspondence.way(), connect=transport.connect))

    def arrived(self) -> list[str]:
        """The texts the mail server has taken, in order."""
        return [text_of(message.parsed).strip() for message in self.server.messages]

    @contextmanager
    def without_database(self) -> Iterator[None]:
        """The shared database does not answer."""
        with closing(sqlite3.connect(self.shared, isolation_level=None)) as writer:
            writer.execute("BEGIN EXCLUSIVE")
            yield
            writer.execute("ROLLBACK")

    @contextmanager
    def without_mail_server(self) -> Iterator[None]:
        """The mail server ends every connection at once."""
        trouble = Trouble(at=Step.GREETING, what=DROP, times=-1)
        self.server.add(trouble)
        yield
        trouble.times = 0


@pytest.fixture
def house(tmp_path: Path, sqlite_url: str) -> Iterator[House]:
    with a_server() as server:
        made = House(tmp_path, sqlite_url, server)
        yield made
        made.anna.close()
        made.bert.close()


def only_letter(desk: Workspace) -> Letter:
    (letter,) = find(desk).letters
    return letter


def test_an_undo_that_comes_in_time_stops_the_letter_on_every_desk(house: House) -> None:
    outcome = house.anna.execute(decide(house.anna, find(house.anna), DecisionKind.FEEDBACK, HOLD_S))
    house.send(house.anna)
    house.send(house.bert)
    assert outcome.undo is not None
    house.anna.undo(outcome.undo)
    house.anna.sync(deliver=False)
    house.clock.forward(days=2)
    for desk in (house.bert, house.anna, house.bert):
        house.send(desk)
    assert house.arrived() == []
    assert find(house.bert).state is State.PENDING


def test_an_undo_that_comes_too_late_is_said_to_be_and_the_letter_stays_sent(house: House) -> None:
    outcome = house.anna.execute(decide(house.anna, find(house.anna), DecisionKind.FEEDBACK, HOLD_S))
    house.anna.sync(deliver=False)
    assert outcome.undo is not None
    house.anna.undo(outcome.undo)
    house.clock.forward(minutes=2)
    house.send(house.bert)
    report = house.anna.sync(deliver=False)
    assert report.questions == 1
    (question,) = house.anna.questions()
    assert question.code == "letter-gone"
    assert (only_letter(house.anna).state, find(house.anna).state) == (LetterState.SENT, State.FOLLOW_UP)
    assert len(house.arrived()) == 1


@pytest.mark.parametrize("in_time", [True, False])
def test_what_was_typed_meanwhile_leaves_or_is_kept_as_a_question_never_dropped_in_silence(
    house: House, in_time: bool
) -> None:
    house.anna.execute(decide(house.anna, find(house.anna), DecisionKind.FEEDBACK, HOLD_S))
    house.anna.sync(deliver=False)
    approved = only_letter(house.anna)
    house.anna.execute(acts.edit_letter(find(house.anna), approved.id, BY_HAND, house.anna.stamp()))
    if in_time:
        house.anna.sync(deliver=False)
    house.clock.forward(minutes=2)
    house.send(house.bert)
    house.anna.sync(deliver=False)
    assert house.arrived() == [BY_HAND.body if in_time else approved.body]
    assert only_letter(house.anna).body == house.arrived()[0]
    assert [question.code for question in house.anna.questions()] == ([] if in_time else ["letter-gone"])


def test_a_letter_whose_sender_lost_the_answer_is_not_sent_again_by_thirteen_more_rounds(house: House) -> None:
    house.anna.execute(decide(house.anna, find(house.anna), DecisionKind.FEEDBACK))
    house.server.add(Trouble(at=Step.ACCEPTED, what=DROP))
    house.send(house.anna)
    for _round in range(13):
        house.clock.forward(hours=7)
        house.send(house.bert)
        house.send(house.anna)
    assert len(house.arrived()) == 1
    assert {only_letter(desk).state for desk in (house.anna, house.bert)} == {LetterState.IN_DOUBT}


def test_a_laptop_that_wakes_without_a_network_neither_sends_nor_doubles_what_was_due(house: House) -> None:
    for id in ("9999", "9998"):
        house.anna.execute(decide(house.anna, find(house.anna, id), DecisionKind.FEEDBACK, HOLD_S))
    house.send(house.anna)
    house.clock.forward(hours=9)
    with house.without_mail_server():
        with house.without_database():
            answer(house.anna, find(house.anna))
            assert (house.send(house.anna).offline, house.arrived()) == ("database-unreachable", [])
        for _wake in range(3):
            house.clock.forward(minutes=10)
            assert (house.send(house.anna).mail, house.arrived()) == ("smtp-connection-lost", [])
    sent = [house.send(desk).sent for desk in (house.bert, house.anna, house.bert, house.anna)]
    assert (sum(sent), len(house.arrived())) == (2, 2)
    assert {find(house.anna, id).letters[0].state for id in ("9999", "9998")} == {LetterState.SENT}


def test_an_acceptance_and_a_rejection_decided_apart_never_both_leave(house: House) -> None:
    house.anna.execute(decide(house.anna, find(house.anna), DecisionKind.ACCEPT, HOLD_S))
    house.bert.execute(decide(house.bert, find(house.bert), DecisionKind.REJECT, HOLD_S))
    house.anna.sync(deliver=False)
    assert house.bert.sync(deliver=False).questions == 1
    house.clock.forward(days=3)
    for desk in (house.bert, house.anna, house.bert):
        house.send(desk)
    assert [message.parsed["Subject"] for message in house.server.messages] == [only_letter(house.anna).subject]
    assert only_letter(house.anna).template is Template.ACCEPTANCE


def test_sent_is_said_only_of_what_lies_in_the_folder(house: House) -> None:
    house.anna.change_setting("mail.transport", "folder")
    house.anna.home.outgoing.parent.mkdir(parents=True, exist_ok=True)
    house.anna.home.outgoing.write_text("a file where the folder should be", encoding="utf-8")
    house.anna.execute(decide(house.anna, find(house.anna), DecisionKind.FEEDBACK))
    assert (house.anna.sync().sent, only_letter(house.anna).state) == (0, LetterState.QUEUED)
    house.anna.home.outgoing.unlink()
    house.clock.forward(hours=7)
    assert (house.anna.sync().sent, only_letter(house.anna).state) == (1, LetterState.SENT)
    assert len(list(house.anna.home.outgoing.glob("*.eml"))) == 1
