"""Desks for tests: workspaces on one shared database, with a clock that tests set and a post that keeps letters."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from reviewer.demo.post import make_without_setting
from reviewer.domain import acts
from reviewer.domain.applicant import Answer, Applicant, DecisionKind
from reviewer.domain.commands import RecordDecision
from reviewer.domain.ids import ApplicantId, CriterionKey, DecisionId, LetterId
from reviewer.domain.views import Outcome
from reviewer.mail.house import gaps_of
from reviewer.mail.message import Message
from reviewer.mail.transport import MayLeave, Meanwhile, always, nothing
from reviewer.paths import Home
from reviewer.sync.deliver_way import Way
from reviewer.workspace import Workspace, new_id
from tests.outside_programs import lend_programs

HEADER = (
    "id;salutation;title;first_name;last_name;email;language;registered_at;confirmed_at;ip_address;terms_version;cv"
)
CONTEXT = CriterionKey("context")


class SetClock:
    """A clock that stands until a test moves it."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **parts: float) -> None:
        self.moment += timedelta(**parts)


class KeptPost:
    """A way out that keeps what it is given; a letter may be scripted to fail once with an error."""

    def __init__(self) -> None:
        self.letters: list[tuple[LetterId, EmailMessage]] = []
        self.failures: list[Exception] = []

    def way(self) -> Way:
        return Way(connect=self._connect, make=make_without_setting, gaps=gaps_of)

    def way_of(self, desk: Workspace) -> Way:
        """The way out of a desk as its settings say, leading here."""
        return replace(desk.correspondence.way(), connect=self._connect)

    def send(
        self, letter: LetterId, message: Message, may_leave: MayLeave = always, meanwhile: Meanwhile = nothing
    ) -> bool:
        if not may_leave():
            return False
        if self.failures:
            raise self.failures.pop(0)
        self.letters.append((letter, message_from_bytes(message.content, _class=EmailMessage, policy=default)))
        return True

    @contextmanager
    def _connect(self) -> Iterator[KeptPost]:
        yield self


def text_of(message: EmailMessage) -> str:
    """The plain text of a letter as it arrived, lines ending in a line feed."""
    part = message.get_body(("plain",))
    assert part is not None
    text: str = part.get_content()
    return text.replace("\r\n", "\n")


def write_folder(folder: Path, people: int = 2, *, cv: str = "version 1") -> Path:
    """A folder as a customer brings it: invented people 9999, 9998, … with a plain CV each."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [HEADER]
    for number in range(people):
        id = 9999 - number
        (folder / f"cv-{id}.txt").write_text(f"Person {id}\n{cv}\n", encoding="utf-8")
        rows.append(
            f"{id};Frau;Dr.;Petra;Weiß{id};p{id}@example.org;de;2017-05-04;04.05.2017 14:05;192.0.2.1;3;cv-{id}.txt"
        )
    (folder / "applicants.csv").write_text("\n".join(rows), encoding="utf-8")
    return folder


def open_desk(folder: Path, url: str | None, name: str, clock: SetClock) -> Workspace:
    """A desk of its own with its reviewer's name set; no outside program helps it, whatever is installed."""
    desk = Workspace(Home(folder=folder / name), database=url, clock=clock)
    lend_programs(desk, None, None)
    desk.change_setting("reviewer.name", name)
    return desk


def find(desk: Workspace, id: str = "9999") -> Applicant:
    key = desk.find(ApplicantId(id))
    assert key is not None
    return desk.applicant(key)


def decide(desk: Workspace, applicant: Applicant, kind: DecisionKind, hold_s: float = 0) -> RecordDecision:
    return acts.decide(
        applicant,
        kind,
        desk.correspondence.compose(applicant, kind),
        desk.stamp(),
        decision_id=DecisionId(new_id()),
        letter_id=LetterId(new_id()),
        hold=timedelta(seconds=hold_s),
    )


def answer(desk: Workspace, applicant: Applicant, wanted: Answer = Answer.LACKING) -> Outcome:
    return desk.execute(acts.answer(applicant, CONTEXT, wanted, desk.stamp()))


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
