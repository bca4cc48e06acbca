"""What screens and the command line are given: rows, pages, outcomes and reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from reviewer.domain.applicant import Answer, Applicant, Person, State
from reviewer.domain.commands import Command
from reviewer.domain.findings import Verdict
from reviewer.domain.ids import (
    ApplicantId,
    ApplicantKey,
    CommandId,
    CriterionKey,
    LetterId,
    ReceiptId,
)
from reviewer.domain.letter import Attachment, Language, LetterState, Template


class Topic(StrEnum):
    """What kinds of things a change touches."""

    APPLICANT = "applicant"
    LETTERS = "letters"
    QUESTIONS = "questions"
    RECEIPTS = "receipts"
    SETTINGS = "settings"
    QUEUE = "queue"
    TEMPLATES = "templates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What has changed: topics, and the applicants concerned (empty with QUEUE: perhaps all)."""

    topics: frozenset[Topic]
    applicants: frozenset[ApplicantKey] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an act came to; undo is None when there was nothing to do or nothing to take back."""

    change: Change
    command: CommandId
    applicant: Applicant
    undo: Command | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """One applicant in the queue; proposals are in the checklist's order, and none where nothing was checked."""

    key: ApplicantKey
    id: ApplicantId
    name: str
    email: str
    language: Language
    state: State
    group: str
    rung: int
    due_on: date | None
    asleep_until: date | None
    waiting_since: datetime
    marks: tuple[Answer, ...]
    cv_version: int
    documents: int
    unsaved: bool
    proposals: tuple[Verdict | None, ...] = ()
    promised_on: date | None = None
    promise: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpRow:
    """One applicant of the follow-up: on a rung, put aside with a promise, or one who has answered.

    due_on is None while the letter of the rung has not left.
    """

    key: ApplicantKey
    id: ApplicantId
    name: str
    email: str
    language: Language
    state: State
    group: str
    rung: int
    due_on: date | None
    promised_on: date | None
    promise: str
    last_letter_at: datetime | None
    unsaved: bool


class QueueOrder(StrEnum):
    """How rows are ordered within their group; quickest: those on which the pre-check leaves least to judge."""

    OLDEST = "oldest"
    QUICKEST = "quickest"
    NEWEST = "newest"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueQuery:
    """What the queue shows; empty groups means the open ones and the sleeping."""

    text: str = ""
    groups: tuple[str, ...] = ()
    language: Language | None = None
    lacking: CriterionKey | None = None
    order: QueueOrder = QueueOrder.OLDEST


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueCursor:
    """Where the next page begins; opaque to callers."""

    group: int
    rank: str
    key: ApplicantKey


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePage:
    """One page of the queue; next is None at the end."""

    rows: tuple[QueueRow, ...]
    next: QueueCursor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueSummary:
    """How many stand in each group for a query, and the day's progress."""

    counts: tuple[tuple[str, int], ...]
    decided_today: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRow:
    """One letter in the outbox; applicant is None for the confirmation of a deletion."""

    id: LetterId
    applicant: ApplicantKey | None
    applicant_id: ApplicantId | None
    recipient: str
    recipient_name: str
    template: Template
    language: Language
    subject: str
    body: str
    state: LetterState
    not_before: datetime
    created_at: datetime
    sent_at: datetime | None
    attempts: int
    reason: str
    message_id: str
    unsaved: bool = False
    attachments: tuple[Attachment, ...] = ()
    template_version: int = 0
    part_versions: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An act that no longer holds: what was wanted, why it was set aside, and how things stand now."""

    command: Command
    code: str
    applicant_id: ApplicantId
    person: Person
    now: Applicant


class Choice(StrEnum):
    """The two answers to a question."""

    THEIRS = "theirs"
    MINE = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasedPlace:
    """How many rows or files went from one place of the inventory."""

    place: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What is kept of an erasure; no personal data."""

    id: ReceiptId
    demanded_at: datetime
    erased_at: datetime
    places: tuple[ErasedPlace, ...]
    confirmation: LetterState | None
    confirmed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncReport:
    """What one round of syncing did; offline carries the code when the shared database did not answer.

    paced counts the letters that are due and wait for their minute or for the end of the quiet hours.
    """

    pushed: int = 0
    pulled: int = 0
    sent: int = 0
    failed: int = 0
    paced: int = 0
    questions: int = 0
    withdrawn: tuple[CommandId, ...] = ()
    offline: str = ""
    mail: str = ""
    change: Change = field(default_factory=lambda: Change(topics=frozenset()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The status line: how many acts are not saved in the shared database yet, and letters that wait."""

    unsaved: int
    questions: int
    letters_waiting: int
    letters_in_trouble: int
    erasures_open: int
    next_letter_at: datetime | None
    follow_ups_due: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the doctor's report; remedy is empty when all is well.

    What is optional may be missing: the desk is in order all the same.
    """

    name: str
    ok: bool
    detail: str
    remedy: str
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsidePrograms:
    """Which programs that are not part of this one help with documents here."""

    office: bool
    ocr: bool
