"""The acts of a person as data: what they saw and what they want."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from reviewer.domain.applicant import (
    Answer,
    Decision,
    Evidence,
    Note,
    Person,
    Reply,
    SeenProposal,
    Sleep,
    Standing,
)
from reviewer.domain.ids import ApplicantKey, CommandId, CriterionKey, LetterId, ReplyId
from reviewer.domain.letter import Attachment, Draft, Letter, LetterState, LetterStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Who acts, when (aware, UTC), and under which command id; never the id of what a command creates."""

    id: CommandId
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class _Act:
    stamp: Stamp
    applicant: ApplicantKey


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCriterion(_Act):
    """Answer one criterion of the present round."""

    round: int
    criterion: CriterionKey
    seen: Answer
    wanted: Answer
    proposed_seen: SeenProposal | None = None
    proposed: SeenProposal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChange:
    """One criterion's part of AnswerTogether; added and removed are pins, proposed is kept with the answer."""

    criterion: CriterionKey
    seen: Answer
    wanted: Answer
    added: tuple[Evidence, ...] = ()
    removed: tuple[Evidence, ...] = ()
    proposed_seen: SeenProposal | None = None
    proposed: SeenProposal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTogether(_Act):
    """Answer several criteria of the present round in one act, with their evidence: all of them or none."""

    round: int
    changes: tuple[AnswerChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PinEvidence(_Act):
    """Pin a place in a document to a criterion."""

    round: int
    criterion: CriterionKey
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class UnpinEvidence(_Act):
    """Take a pinned place away again."""

    round: int
    criterion: CriterionKey
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote(_Act):
    """Write a remark for colleagues."""

    note: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveNote(_Act):
    """Take a remark away."""

    note: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDecision(_Act):
    """Decide: the standing changes, the letter waits, older waiting letters are cancelled."""

    seen: Standing
    wanted: Standing
    decision: Decision
    letter: Letter | None
    supersedes: tuple[tuple[LetterId, LetterState], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeDecision(_Act):
    """Undo a decision while its letter has not left."""

    seen: Standing
    wanted: Standing
    decision: Decision
    letter: Letter | None
    supersedes: tuple[tuple[LetterId, LetterState], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeferApplicant(_Act):
    """Put aside until a date, or wake (wanted is None)."""

    seen: Sleep | None
    wanted: Sleep | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordObjection(_Act):
    """Record an objection and let its answer wait; the ladder goes on. seen are the replies that say the same."""

    seen: tuple[ReplyId, ...]
    reply: Reply
    letter: Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class RetractObjection(_Act):
    """Take a recorded objection and its answer back while the answer has not left."""

    seen: tuple[ReplyId, ...]
    reply: Reply
    letter: Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReply(_Act):
    """Record that the applicant answered: the ladder stops, and the letters that wait are cancelled."""

    seen: Standing
    wanted: Standing
    reply: Reply
    supersedes: tuple[tuple[LetterId, LetterState], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RetractReply(_Act):
    """Take a recorded reply back: the ladder goes on as before."""

    seen: Standing
    wanted: Standing
    reply: Reply
    supersedes: tuple[tuple[LetterId, LetterState], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteDraft(_Act):
    """Keep the letter being written, as typed so far."""

    seen: Draft | None
    wanted: Draft | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditLetter(_Act):
    """Change a letter that still waits; seen and wanted are (subject, body), attached_* what goes along.

    None for those: it stays as it is.
    """

    letter: LetterId
    seen: tuple[str, str]
    wanted: tuple[str, str]
    attached_seen: tuple[Attachment, ...] | None = None
    attached_wanted: tuple[Attachment, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveLetter(_Act):
    """Hold, release, cancel or repeat a letter; due_* is the rung's date before and after."""

    letter: LetterId
    seen: LetterStatus
    wanted: LetterStatus
    due_seen: date | None
    due_wanted: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectPerson(_Act):
    """Correct name, salutation, title, address or language."""

    seen: Person
    wanted: Person


Command = (
    AnswerCriterion
    | AnswerTogether
    | PinEvidence
    | UnpinEvidence
    | AddNote
    | RemoveNote
    | RecordDecision
    | RevokeDecision
    | DeferApplicant
    | RecordObjection
    | RetractObjection
    | RecordReply
    | RetractReply
    | WriteDraft
    | EditLetter
    | MoveLetter
    | CorrectPerson
)
