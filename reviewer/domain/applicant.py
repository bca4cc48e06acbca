"""The applicant as one immutable record, with answers, evidence, notes, decisions and letters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reviewer.domain.findings import Band, Verdict
from reviewer.domain.ids import (
    ApplicantId,
    ApplicantKey,
    CriterionKey,
    DecisionId,
    DocumentId,
    EvidenceId,
    LetterId,
    NoteId,
    ReplyId,
)
from reviewer.domain.letter import Draft, Language, Letter
from reviewer.domain.objections import Objection

LAST_RUNG = 3


class Salutation(StrEnum):
    """How a person is addressed; unknown is a full answer, not a gap."""

    WOMAN = "woman"
    MAN = "man"
    UNKNOWN = "unknown"


class State(StrEnum):
    """Where an applicant stands; asleep and due are read from dates, not stored as states."""

    PENDING = "pending"
    FOLLOW_UP = "follow_up"
    ACCEPTED = "accepted"
    OUT = "out"


class Answer(StrEnum):
    """What a reviewer says of one criterion."""

    OPEN = "open"
    FINE = "fine"
    LACKING = "lacking"


class DecisionKind(StrEnum):
    """What was decided: a rung of feedback, up, or out."""

    FEEDBACK = "feedback"
    ACCEPT = "accept"
    REJECT = "reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who the applicant is: text from a stranger, never markup."""

    salutation: Salutation
    title: str
    first_name: str
    last_name: str
    email: str
    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class OptIn:
    """The evidence of the double opt-in; times are aware, UTC."""

    registered_at: datetime | None
    confirmed_at: datetime | None
    ip_address: str
    terms_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One version of one document; position 0 is the CV, its bytes are kept apart by id."""

    id: DocumentId
    position: int
    version: int
    name: str
    sha256: str
    size_bytes: int
    added_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A place in a document; page from 1, rect (x0, y0, x1, y1) in points, origin top left."""

    id: EvidenceId
    document: DocumentId
    page: int
    rect: tuple[float, float, float, float]
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenProposal:
    """What the pre-check proposed when a person answered; rules are the ids of those that spoke for the verdict."""

    verdict: Verdict
    band: Band
    rules: tuple[str, ...]
    rules_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionAnswer:
    """The answer to one criterion in one review round, with the evidence pinned to it and what was proposed."""

    round: int
    criterion: CriterionKey
    answer: Answer
    evidence: tuple[Evidence, ...] = ()
    proposed: SeenProposal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A reviewer's remark, for colleagues only; criterion is None for a remark on the whole."""

    id: NoteId
    text: str
    by: str
    at: datetime
    criterion: CriterionKey | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision that stands; rung is 0 unless it is feedback."""

    id: DecisionId
    kind: DecisionKind
    rung: int
    round: int
    by: str
    at: datetime
    letter: LetterId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What an applicant answered: a stock objection, with the letter that answers it, or anything else (None).

    rung is the one the applicant had reached; words are the reviewer's, in short.
    """

    id: ReplyId
    objection: Objection | None
    round: int
    rung: int
    came_on: date
    words: str
    by: str
    at: datetime
    letter: LetterId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleep:
    """Put aside until a date, with the reason in the reviewer's words."""

    until: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a decision is about and what undoing it restores."""

    state: State
    rung: int
    due_on: date | None
    sleep: Sleep | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """Everything known of one applicant; version counts the saves in the shared database."""

    key: ApplicantKey
    id: ApplicantId
    person: Person
    opt_in: OptIn
    state: State
    rung: int = 0
    due_on: date | None = None
    sleep: Sleep | None = None
    round: int = 1
    waiting_since: datetime
    documents: tuple[Document, ...] = ()
    answers: tuple[CriterionAnswer, ...] = ()
    notes: tuple[Note, ...] = ()
    decisions: tuple[Decision, ...] = ()
    letters: tuple[Letter, ...] = ()
    replies: tuple[Reply, ...] = ()
    draft: Draft | None = None
    version: int = 0

    @property
    def standing(self) -> Standing:
        """The part that decisions change."""
        return Standing(state=self.state, rung=self.rung, due_on=self.due_on, sleep=self.sleep)

    def answer_to(self, criterion: CriterionKey) -> CriterionAnswer:
        """The present round's answer to a criterion; open when nobody has answered."""
        for answer in self.answers:
            if answer.round == self.round and answer.criterion == criterion:
                return answer
        return CriterionAnswer(round=self.round, criterion=criterion, answer=Answer.OPEN)

    def letter(self, wanted: LetterId) -> Letter | None:
        """The letter with this id, if it is this applicant's."""
        return next((letter for letter in self.letters if letter.id == wanted), None)

    def current_documents(self) -> tuple[Document, ...]:
        """The newest version of each document, the CV first."""
        newest: dict[int, Document] = {}
        for document in self.documents:
            known = newest.get(document.position)
            if known is None or document.version > known.version:
                newest[document.position] = document
        return tuple(newest[position] for position in sorted(newest))


def display_name(person: Person) -> str:
    """The name as it heads a page: title, first name, last name; never empty for a named person."""
    return " ".join(part for part in (person.title, person.first_name, person.last_name) if part)


def list_name(person: Person) -> str:
    """The name as it stands in a list: "Weiß, Dr. Petra"."""
    rest = " ".join(part for part in (person.title, person.first_name) if part)
    return ", ".join(part for part in (person.last_name, rest) if part)
