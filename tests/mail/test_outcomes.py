"""Every answer of a mail server, and every silence: what the letter becomes, what is shown, and one copy at most."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from reviewer.domain.applicant import DecisionKind
from reviewer.domain.ids import LetterId
from reviewer.domain.letter import LetterState
from reviewer.domain.views import LetterRow
from reviewer.sync.deliver_results import BACKOFF_MINUTES, MOST_JITTER, wait_after
from reviewer.sync.deliver_way import Way
from reviewer.workspace import Workspace
from tests.desks import SetClock, decide, find, open_desk, write_folder
from tests.mail.test_smtp import GOODBYE, a_server, a_transport, pipelining
from tests.smtp_servers import SmtpServer
from tests.smtp_troubles import DRIBBLE, DROP, ENDLESS, SILENT, STALL, Step, Trouble
from ui.outbox.letter_words import explanation, second_line

__all__ = ["pipelining"]

BUSY = "450 4.2.0 Mailbox busy"
GONE = "550 5.1.1 No such mailbox"
LONG = "250 2.0.0 " + "x" * 20_000
WAITS, FAILED, DOUBT = LetterState.QUEUED, LetterState.FAILED, LetterState.IN_DOUBT


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What goes wrong, what the letter becomes, and what is said beside it; whole: nobody else's letter can leave."""

    at: Step
    what: str
    becomes: LetterState
    said: str
    whole: bool = False


BEFORE = (Step.MAIL, Step.RCPT, Step.DATA)
LOST, LATE, ODD = (
    "The mail server ended the connection",
    "The mail server does not answer in time",
    "What answers there is not understood",
)
SILENCES = {DROP: LOST, STALL: LATE, "hello": ODD}
RARER = {DRIBBLE: LATE, ENDLESS: ODD, LONG: ODD}
CASES = (
    *(Case(at=at, what=what, becomes=WAITS, said=said, whole=True) for at in BEFORE for what, said in SILENCES.items()),
    *(Case(at=Step.RCPT, what=what, becomes=WAITS, said=said, whole=True) for what, said in RARER.items()),
    *(
        Case(at=at, what=what, becomes=WAITS, said="", whole=True)
        for at in (Step.GREETING, Step.AUTH)
        for what in (*SILENCES, GOODBYE, "554 5.7.1 Not you", BUSY)
    ),
    Case(at=Step.AUTH, what="535 5.7.8 Wrong", becomes=WAITS, said="", whole=True),
    *(Case(at=at, what=GOODBYE, becomes=WAITS, said=GOODBYE, whole=True) for at in (*BEFORE, Step.ACCEPTED)),
    Case(at=Step.MAIL, what=BUSY, becomes=WAITS, said=BUSY, whole=True),
    *(Case(at=at, what=BUSY, becomes=WAITS, said=BUSY) for at in (Step.RCPT, Step.DATA, Step.ACCEPTED)),
    *(Case(at=at, what=GONE, becomes=FAILED, said=GONE) for at in (*BEFORE, Step.ACCEPTED)),
    Case(at=Step.CONTENT, what=DROP, becomes=DOUBT, said="The mail server ended the connection"),
    Case(at=Step.CONTENT, what=STALL, becomes=DOUBT, said="The mail server does not answer in time"),
    *(
        Case(at=Step.ACCEPTED, what=what, becomes=DOUBT, said="answer cannot be understood" if said == ODD else said)
        for what, said in (SILENCES | RARER).items()
    ),
    Case(at=Step.ACCEPTED, what="354 Go on", becomes=DOUBT, said="answer cannot be understood"),
)


class Office:
    """One desk with many applicants, and the mail server it sends by."""

    def __init__(self, desk: Workspace, server: SmtpServer, clock: SetClock) -> None:
        self.desk = desk
        self.server = server
        self.clock = clock
        self._ids = iter(range(9999, 0, -1))

    def queue(self) -> str:
        """One more letter that is due; whose."""
        id = str(next(self._ids))
        self.desk.execute(decide(self.desk, find(self.desk, id), DecisionKind.ACCEPT))
        return id

    def way(self, *, patience_s: float = 20.0, patience_at_the_end_s: float = 20.0) -> Way:
        """The way out to this server."""
        transport = a_transport(self.server, timeout_s=patience_s, answer_timeout_s=patience_at_the_end_s)
        return replace(self.desk.correspondence.way(), connect=transport.connect)

    def send(self, *, patience_s: float = 20.0, patience_at_the_end_s: float = 20.0) -> str:
        """One round; the code of what blocks the way out."""
        return self.desk.sync(way=self.way(patience_s=patience_s, patience_at_the_end_s=patience_at_the_end_s)).mail

    def row(self, id: str) -> LetterRow:
        return next(row for row in self.desk.letters() if row.applicant_id == id)

    def copies(self, id: str) -> int:
        return sum(f"p{id}@example.org" in message.recipients for message in self.server.messages)


@pytest.fixture
def office(tmp_path: Path, pipelining: bool) -> Iterator[Office]:
    clock = SetClock()
    desk = open_desk(tmp_path, None, "Anna", clock)
    desk.bring_in(write_folder(tmp_path / "in", len(CASES) + 1))
    with a_server(pipelining=pipelining) as server:
        desk.change_setting("mail.sender", "Platform <office@example.org>")
        yield Office(desk, server, clock)
        desk.close()


def test_each_answer_and_each_silence_has_its_outcome_and_no_letter_arrives_twice(office: Office) -> None:
    letters: dict[str, Case] = {}
    for case in CASES:
        id = office.queue()
        letters[id] = case
        office.server.add(Trouble(at=case.at, what=case.what))
        slow = case.what in {STALL, DRIBBLE}
        at_the_end = case.at in {Step.CONTENT, Step.ACCEPTED}
        blocked = office.send(
            patience_s=0.3 if slow and not at_the_end else 20,
            patience_at_the_end_s=0.3 if slow and at_the_end else 20,
        )
        row = office.row(id)
        assert row.state is case.becomes, case
        assert bool(blocked) == case.whole, case
        assert case.said in f"{explanation(row)[0]} {second_line(row)}", (case, explanation(row))
        assert office.copies(id) == (case.at is Step.ACCEPTED and case.what in SILENT), case
        office.clock.forward(hours=6)
        office.send()
        assert office.row(id).state is (LetterState.SENT if case.becomes is WAITS else case.becomes), case
    for id, case in letters.items():
        assert office.copies(id) <= 1, case
        assert (office.copies(id) == 1) or case.becomes in {FAILED, DOUBT}, case


def test_a_server_that_answers_in_pieces_is_understood(office: Office) -> None:
    office.server.in_pieces = True
    id = office.queue()
    assert office.send() == ""
    assert (office.row(id).state, office.copies(id)) == (LetterState.SENT, 1)


def test_a_letter_put_off_waits_longer_each_time_and_not_as_long_as_the_others() -> None:
    for attempts in range(1, 8):
        usual = BACKOFF_MINUTES[min(attempts, len(BACKOFF_MINUTES)) - 1]
        waits = {wait_after(LetterId(f"letter-{number}"), attempts).total_seconds() / 60 for number in range(50)}
        assert len(waits) == 50
        assert all(usual <= wait <= usual * (1 + MOST_JITTER) for wait in waits)
