"""What each command means: the only place that knows; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar, assert_never

from reviewer.domain import answer_rules, letter_rules, reply_rules
from reviewer.domain.applicant import (
    LAST_RUNG,
    Applicant,
    Decision,
    DecisionKind,
    State,
)
from reviewer.domain.commands import (
    AddNote,
    AnswerCriterion,
    AnswerTogether,
    Command,
    CorrectPerson,
    DeferApplicant,
    EditLetter,
    MoveLetter,
    PinEvidence,
    RecordDecision,
    RecordObjection,
    RecordReply,
    RemoveNote,
    RetractObjection,
    RetractReply,
    RevokeDecision,
    UnpinEvidence,
    WriteDraft,
)
from reviewer.domain.followup import next_rung
from reviewer.domain.letter import WAITING_STATES, LetterState, Template, feedback_template
from reviewer.errors import Outdated, Refused

_Pinning = TypeVar("_Pinning", PinEvidence, UnpinEvidence)
_Ruling = TypeVar("_Ruling", RecordDecision, RevokeDecision)

LONGEST_NOTE = 4_000


def apply(command: Command, before: Applicant) -> Applicant:
    """The applicant after the command; equal to before when there was nothing to do; Refused or Outdated otherwise."""
    match command:
        case AnswerCriterion():
            return answer_rules.answer(command, before)
        case AnswerTogether():
            return answer_rules.answer_together(command, before)
        case PinEvidence():
            return answer_rules.pin(command, before)
        case UnpinEvidence():
            return answer_rules.unpin(command, before)
        case AddNote():
            return _add_note(command, before)
        case RemoveNote():
            return replace(
                before,
                notes=tuple(note for note in before.notes if note != command.note),
            )
        case RecordDecision():
            return _decide(command, before)
        case RevokeDecision():
            return _revoke(command, before)
        case DeferApplicant():
            _require(before.sleep in (command.seen, command.wanted), "sleep-changed")
            return replace(before, sleep=command.wanted)
        case RecordObjection() | RetractObjection() | RecordReply() | RetractReply():
            return _reply(command, before)
        case WriteDraft():
            _require(before.draft in (command.seen, command.wanted), "draft-changed")
            return replace(before, draft=command.wanted)
        case EditLetter():
            return letter_rules.edit(command, before)
        case MoveLetter():
            return letter_rules.move(command, before)
        case CorrectPerson():
            _require(before.person in (command.seen, command.wanted), "person-changed")
            return replace(before, person=command.wanted)
        case _:
            assert_never(command)


def _reply(command: RecordObjection | RetractObjection | RecordReply | RetractReply, before: Applicant) -> Applicant:
    match command:
        case RecordObjection():
            return reply_rules.object_(command, before)
        case RetractObjection():
            return reply_rules.retract_objection(command, before)
        case RecordReply():
            return reply_rules.reply(command, before)
        case RetractReply():
            return reply_rules.retract_reply(command, before)
        case _:
            assert_never(command)


def _require(holds: bool, code: str) -> None:
    if not holds:
        raise Outdated(code)


def _add_note(command: AddNote, before: Applicant) -> Applicant:
    if not command.note.text.strip():
        raise Refused("note-empty")
    if len(command.note.text) > LONGEST_NOTE:
        raise Refused("note-too-long", most=LONGEST_NOTE)
    if any(note.id == command.note.id for note in before.notes):
        return before
    notes = sorted((*before.notes, command.note), key=lambda note: (note.at, note.id))
    return replace(before, notes=tuple(notes))


def _decide(command: RecordDecision, before: Applicant) -> Applicant:
    wanted = command.decision
    same = find_same_decision(before, command)
    if same is not None:
        theirs = None if same.letter is None else before.letter(same.letter)
        mine = command.letter
        if same.id != wanted.id and mine is not None and theirs is not None:
            _require(letter_rules.reads_alike(mine, theirs), "letter-text-differs")
        return before
    _require(wanted.round == before.round, "round-changed")
    _require(before.standing == command.seen, "standing-changed")
    _check_decision(command, before)
    but_answers = wanted.kind is DecisionKind.FEEDBACK
    after = letter_rules.supersede(before, command.supersedes, but_answers=but_answers)
    letters = after.letters if command.letter is None else letter_rules.in_order((*after.letters, command.letter))
    decisions = sorted((*before.decisions, wanted), key=lambda known: (known.at, known.id))
    return _with_standing(replace(after, decisions=tuple(decisions), letters=letters), command)


def find_same_decision(applicant: Applicant, command: RecordDecision) -> Decision | None:
    """The decision that came to the same meanwhile; its letter may still read differently.

    One that the person had seen when they decided is none: they wanted one more.
    """
    if applicant.state is not command.wanted.state:
        return None
    wanted, unseen = command.decision, applicant.standing != command.seen
    for known in applicant.decisions:
        alike = (known.kind, known.rung, known.round) == (wanted.kind, wanted.rung, wanted.round)
        if known.id == wanted.id or (alike and unseen):
            return known
    return None


def _check_decision(command: RecordDecision, before: Applicant) -> None:
    kind = command.decision.kind
    if kind is DecisionKind.FEEDBACK:
        if before.state not in (State.PENDING, State.FOLLOW_UP):
            raise Refused("feedback-after-decision")
        if any(letter.template.rung and letter.state in WAITING_STATES for letter in before.letters):
            raise Refused("letter-waits")
        followed_up = before.state is State.FOLLOW_UP or _has_had(before, feedback_template(LAST_RUNG))
        if before.rung >= LAST_RUNG and followed_up:
            raise Refused("ladder-ended")
        if command.decision.rung != next_rung(before):
            raise Outdated("rung-changed")
        if command.letter is None:
            raise Refused("feedback-without-letter")
    elif (kind, before.state) in (
        (DecisionKind.ACCEPT, State.ACCEPTED),
        (DecisionKind.REJECT, State.OUT),
    ):
        raise Refused("already-decided")
    if command.letter is not None:
        letter_rules.check_text(command.letter)


def _has_had(applicant: Applicant, template: Template) -> bool:
    """Whether a letter of this kind stands in the present round."""
    return any(
        (letter.template, letter.round) == (template, applicant.round) and letter.state is not LetterState.CANCELLED
        for letter in applicant.letters
    )


def _with_standing(applicant: Applicant, command: RecordDecision | RevokeDecision) -> Applicant:
    wanted = command.wanted
    return replace(
        applicant,
        state=wanted.state,
        rung=wanted.rung,
        due_on=wanted.due_on,
        sleep=wanted.sleep,
    )


def _revoke(command: RevokeDecision, before: Applicant) -> Applicant:
    if command.decision not in before.decisions:
        return before
    if command.letter is not None:
        letter_rules.require_waiting(before, command.letter.id)
    _require(before.standing == command.seen, "standing-changed")
    gone = None if command.letter is None else command.letter.id
    kept = replace(
        before,
        decisions=tuple(known for known in before.decisions if known != command.decision),
        letters=tuple(letter for letter in before.letters if letter.id != gone),
    )
    return _with_standing(letter_rules.reinstate(kept, command.supersedes), command)


def inverse(command: Command) -> Command:
    """The command that undoes this one; it keeps the stamp, whoever executes it gives it a new one."""
    match command:
        case AnswerCriterion() | AnswerTogether():
            return answer_rules.taken_back(command)
        case DeferApplicant():
            return replace(command, seen=command.wanted, wanted=command.seen)
        case RecordObjection() | RetractObjection() | RecordReply() | RetractReply():
            return _opposite_reply(command)
        case WriteDraft():
            return replace(command, seen=command.wanted, wanted=command.seen)
        case EditLetter():
            swapped_text = replace(command, seen=command.wanted, wanted=command.seen)
            return replace(swapped_text, attached_seen=command.attached_wanted, attached_wanted=command.attached_seen)
        case CorrectPerson():
            return replace(command, seen=command.wanted, wanted=command.seen)
        case MoveLetter():
            swapped = replace(command, seen=command.wanted, wanted=command.seen)
            return replace(swapped, due_seen=command.due_wanted, due_wanted=command.due_seen)
        case PinEvidence():
            return _as_pin(UnpinEvidence, command)
        case UnpinEvidence():
            return _as_pin(PinEvidence, command)
        case AddNote():
            return RemoveNote(stamp=command.stamp, applicant=command.applicant, note=command.note)
        case RemoveNote():
            return AddNote(stamp=command.stamp, applicant=command.applicant, note=command.note)
        case RecordDecision():
            return _as(RevokeDecision, command)
        case RevokeDecision():
            return _as(RecordDecision, command)
        case _:
            assert_never(command)


def _opposite_reply(command: RecordObjection | RetractObjection | RecordReply | RetractReply) -> Command:
    objections: type[RecordObjection | RetractObjection]
    replies: type[RecordReply | RetractReply]
    match command:
        case RecordObjection() | RetractObjection():
            objections = RetractObjection if isinstance(command, RecordObjection) else RecordObjection
            return objections(
                stamp=command.stamp,
                applicant=command.applicant,
                seen=command.seen,
                reply=command.reply,
                letter=command.letter,
            )
        case RecordReply() | RetractReply():
            replies = RetractReply if isinstance(command, RecordReply) else RecordReply
            return replies(
                stamp=command.stamp,
                applicant=command.applicant,
                seen=command.wanted,
                wanted=command.seen,
                reply=command.reply,
                supersedes=command.supersedes,
            )
        case _:
            assert_never(command)


def _as_pin(kind: type[_Pinning], command: PinEvidence | UnpinEvidence) -> _Pinning:
    return kind(
        stamp=command.stamp,
        applicant=command.applicant,
        round=command.round,
        criterion=command.criterion,
        evidence=command.evidence,
    )


def _as(kind: type[_Ruling], command: RecordDecision | RevokeDecision) -> _Ruling:
    return kind(
        stamp=command.stamp,
        applicant=command.applicant,
        seen=command.wanted,
        wanted=command.seen,
        decision=command.decision,
        letter=command.letter,
        supersedes=command.supersedes,
    )
