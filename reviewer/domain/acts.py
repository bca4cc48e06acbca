"""Builds commands from an applicant as a person saw it; refuses what no rule would take."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from reviewer.domain.applicant import (
    Answer,
    Applicant,
    CriterionAnswer,
    Decision,
    DecisionKind,
    Evidence,
    Note,
    Person,
    SeenProposal,
    Sleep,
    Standing,
    State,
)
from reviewer.domain.commands import (
    AddNote,
    AnswerChange,
    AnswerCriterion,
    AnswerTogether,
    CorrectPerson,
    DeferApplicant,
    EditLetter,
    MoveLetter,
    PinEvidence,
    RecordDecision,
    RemoveNote,
    RevokeDecision,
    Stamp,
    UnpinEvidence,
    WriteDraft,
)
from reviewer.domain.followup import local_day, next_rung
from reviewer.domain.ids import CriterionKey, DecisionId, LetterId, NoteId
from reviewer.domain.letter import (
    Attachment,
    Draft,
    Letter,
    LetterState,
    RenderedLetter,
    Template,
    feedback_template,
)
from reviewer.domain.letter_rules import waiting_letters
from reviewer.domain.letter_text import plain_line, plain_paragraphs
from reviewer.errors import Outdated, Refused

LONGEST_REASON = 400
_PLAIN_ADDRESS = re.compile(
    r"(?=.{1,64}@)[!#$%&'*+/=?^_`{|}~A-Za-z0-9-]+(?:\.[!#$%&'*+/=?^_`{|}~A-Za-z0-9-]+)*@[^\s@,;<>()\[\]\"\\]{1,190}\.[^\s@,;<>()\[\]\"\\.]{2,63}"
)


def template_for(applicant: Applicant, kind: DecisionKind) -> Template:
    """The letter that goes with a decision made now."""
    match kind:
        case DecisionKind.FEEDBACK:
            return feedback_template(next_rung(applicant))
        case DecisionKind.ACCEPT:
            return Template.ACCEPTANCE
        case DecisionKind.REJECT:
            return Template.REJECTION


def answer(
    applicant: Applicant,
    criterion: CriterionKey,
    wanted: Answer,
    stamp: Stamp,
    *,
    proposed: SeenProposal | None = None,
) -> AnswerCriterion:
    """Answer a criterion; proposed is what the pre-check said of it, kept with the answer."""
    known = applicant.answer_to(criterion)
    return AnswerCriterion(
        stamp=stamp,
        applicant=applicant.key,
        round=applicant.round,
        criterion=criterion,
        seen=known.answer,
        wanted=wanted,
        proposed_seen=known.proposed,
        proposed=_kept(known, wanted, proposed),
    )


def answer_together(
    applicant: Applicant,
    wanted: Sequence[CriterionAnswer],
    stamp: Stamp,
) -> AnswerTogether:
    """Answer several criteria at once; each is given with all its evidence and what was proposed."""
    changes = []
    for one in wanted:
        known = applicant.answer_to(one.criterion)
        change = AnswerChange(
            criterion=one.criterion,
            seen=known.answer,
            wanted=one.answer,
            added=tuple(pin for pin in one.evidence if pin not in known.evidence),
            removed=tuple(pin for pin in known.evidence if pin not in one.evidence),
            proposed_seen=known.proposed,
            proposed=_kept(known, one.answer, one.proposed),
        )
        changes.append(change)
    return AnswerTogether(stamp=stamp, applicant=applicant.key, round=applicant.round, changes=tuple(changes))


def _kept(known: CriterionAnswer, wanted: Answer, proposed: SeenProposal | None) -> SeenProposal | None:
    """An open criterion keeps no proposal; an answer keeps the newest that was seen."""
    return None if wanted is Answer.OPEN else proposed or known.proposed


def pin(applicant: Applicant, criterion: CriterionKey, evidence: Evidence, stamp: Stamp) -> PinEvidence:
    """Pin a place to a criterion."""
    return PinEvidence(
        stamp=stamp,
        applicant=applicant.key,
        round=applicant.round,
        criterion=criterion,
        evidence=evidence,
    )


def unpin(applicant: Applicant, criterion: CriterionKey, evidence: Evidence, stamp: Stamp) -> UnpinEvidence:
    """Take a pinned place away."""
    return UnpinEvidence(
        stamp=stamp,
        applicant=applicant.key,
        round=applicant.round,
        criterion=criterion,
        evidence=evidence,
    )


def add_note(
    applicant: Applicant,
    text: str,
    stamp: Stamp,
    *,
    id: NoteId,
    criterion: CriterionKey | None,
) -> AddNote:
    """Write a remark."""
    note = Note(id=id, text=text.strip(), by=stamp.by, at=stamp.at, criterion=criterion)
    return AddNote(stamp=stamp, applicant=applicant.key, note=note)


def remove_note(applicant: Applicant, note: Note, stamp: Stamp) -> RemoveNote:
    """Take a remark away."""
    return RemoveNote(stamp=stamp, applicant=applicant.key, note=note)


def decide(
    applicant: Applicant,
    kind: DecisionKind,
    rendered: RenderedLetter | None,
    stamp: Stamp,
    *,
    decision_id: DecisionId,
    letter_id: LetterId,
    hold: timedelta,
    held: bool = False,
) -> RecordDecision:
    """Decide with the letter as approved (None: no letter, only when accepting or rejecting); it waits for hold."""
    rung = next_rung(applicant) if kind is DecisionKind.FEEDBACK else 0
    letter = None
    if rendered is not None:
        state = LetterState.HELD if held else LetterState.QUEUED
        letter = _make_letter(applicant, kind, rendered, stamp, id=letter_id, state=state, not_before=stamp.at + hold)
    decision = Decision(
        id=decision_id,
        kind=kind,
        rung=rung,
        round=applicant.round,
        by=stamp.by,
        at=_after_the_last(applicant, stamp.at),
        letter=None if letter is None else letter.id,
    )
    return RecordDecision(
        stamp=stamp,
        applicant=applicant.key,
        seen=applicant.standing,
        wanted=_standing_after(applicant, kind, rung),
        decision=decision,
        letter=letter,
        supersedes=waiting_letters(applicant, but_answers=kind is DecisionKind.FEEDBACK),
    )


def _after_the_last(applicant: Applicant, at: datetime) -> datetime:
    """The last decision stands last, whichever desk's clock is behind."""
    return max([at, *(known.at + timedelta(microseconds=1) for known in applicant.decisions)])


def _make_letter(
    applicant: Applicant,
    kind: DecisionKind,
    rendered: RenderedLetter,
    stamp: Stamp,
    *,
    id: LetterId,
    state: LetterState,
    not_before: datetime,
) -> Letter:
    person = applicant.person
    return Letter(
        id=id,
        template=template_for(applicant, kind),
        language=person.language,
        round=applicant.round,
        recipient=person.email,
        recipient_name=" ".join(part for part in (person.first_name, person.last_name) if part),
        subject=plain_line(rendered.subject),
        body=plain_paragraphs(rendered.body),
        state=state,
        not_before=not_before,
        created_at=stamp.at,
        created_by=stamp.by,
        attachments=rendered.attachments,
        template_version=rendered.template_version,
        part_versions=rendered.part_versions,
    )


def _standing_after(applicant: Applicant, kind: DecisionKind, rung: int) -> Standing:
    match kind:
        case DecisionKind.FEEDBACK:
            return Standing(state=State.FOLLOW_UP, rung=rung, due_on=None, sleep=None)
        case DecisionKind.ACCEPT:
            return Standing(state=State.ACCEPTED, rung=applicant.rung, due_on=None, sleep=None)
        case DecisionKind.REJECT:
            return Standing(state=State.OUT, rung=applicant.rung, due_on=None, sleep=None)


def defer(applicant: Applicant, until: date, reason: str, stamp: Stamp) -> DeferApplicant:
    """Put aside until a later day, with a reason."""
    if until <= local_day(stamp.at):
        raise Refused("date-not-in-future")
    if applicant.state not in (State.PENDING, State.FOLLOW_UP):
        raise Refused("defer-after-decision")
    sleep = Sleep(until=until, reason=" ".join(reason.split())[:LONGEST_REASON])
    return DeferApplicant(stamp=stamp, applicant=applicant.key, seen=applicant.sleep, wanted=sleep)


def wake(applicant: Applicant, stamp: Stamp) -> DeferApplicant:
    """Bring a sleeping applicant back to the queue."""
    return DeferApplicant(stamp=stamp, applicant=applicant.key, seen=applicant.sleep, wanted=None)


def write_draft(applicant: Applicant, wanted: Draft | None, stamp: Stamp) -> WriteDraft:
    """Keep the letter being written."""
    return WriteDraft(stamp=stamp, applicant=applicant.key, seen=applicant.draft, wanted=wanted)


def edit_letter(
    applicant: Applicant,
    letter: LetterId,
    wanted: RenderedLetter,
    stamp: Stamp,
    *,
    attached: tuple[Attachment, ...] | None = None,
) -> EditLetter:
    """Change a waiting letter's text; attached is what is to go along from now on, None: what did before."""
    known = _known(applicant, letter)
    return EditLetter(
        stamp=stamp,
        applicant=applicant.key,
        letter=letter,
        seen=(known.subject, known.body),
        wanted=(plain_line(wanted.subject), plain_paragraphs(wanted.body)),
        attached_seen=None if attached is None else known.attachments,
        attached_wanted=attached,
    )


def move_letter(
    applicant: Applicant,
    letter: LetterId,
    state: LetterState,
    stamp: Stamp,
    *,
    not_before: datetime | None = None,
    due_on: date | None = None,
) -> MoveLetter:
    """Hold, release, cancel or repeat a letter; due_on counts only when a person says that it did go out."""
    known = _known(applicant, letter)
    sent = state is LetterState.SENT
    wanted = replace(
        known.status,
        state=state,
        not_before=not_before or known.not_before,
        reason="" if state is LetterState.QUEUED else known.reason,
        sent_at=stamp.at if sent else None,
    )
    starts_rung = sent and known.template.rung > 0 and applicant.state is State.FOLLOW_UP
    return MoveLetter(
        stamp=stamp,
        applicant=applicant.key,
        letter=letter,
        seen=known.status,
        wanted=wanted,
        due_seen=applicant.due_on,
        due_wanted=due_on if starts_rung else applicant.due_on,
    )


def revoke(applicant: Applicant, letter: LetterId, stamp: Stamp) -> RevokeDecision:
    """Take back the decision a waiting letter belongs to; the applicant returns to where the decision found it."""
    decision = next((known for known in applicant.decisions if known.letter == letter), None)
    if decision is None:
        raise Refused("letter-without-decision")
    if decision != applicant.decisions[-1]:
        raise Outdated("standing-changed")
    waits_again = _superseded_feedback(applicant, decision)
    follows_up = _follows_up(applicant, applicant.decisions[:-1])
    back_in_queue = Standing(
        state=State.FOLLOW_UP if follows_up else State.PENDING,
        rung=decision.rung - 1 if decision.rung else applicant.rung,
        due_on=local_day(stamp.at) if follows_up and not waits_again else None,
        sleep=None,
    )
    return RevokeDecision(
        stamp=stamp,
        applicant=applicant.key,
        seen=applicant.standing,
        wanted=back_in_queue,
        decision=decision,
        letter=_known(applicant, letter),
        supersedes=waits_again,
    )


def withdraw_letter(applicant: Applicant, letter: LetterId, stamp: Stamp) -> RevokeDecision | MoveLetter:
    """Take a waiting letter back with the decision it belongs to; the answer to an objection belongs to none."""
    if _known(applicant, letter).template.answers_objection:
        return move_letter(applicant, letter, LetterState.CANCELLED, stamp)
    return revoke(applicant, letter, stamp)


def _superseded_feedback(applicant: Applicant, decision: Decision) -> tuple[tuple[LetterId, LetterState], ...]:
    """The feedback that never left because of this decision: it comes back on hold."""
    if decision.kind is DecisionKind.FEEDBACK or not _follows_up(applicant, applicant.decisions[:-1]):
        return ()
    feedback = applicant.decisions[-2].letter
    letter = None if feedback is None else applicant.letter(feedback)
    if letter is None or letter.state is not LetterState.CANCELLED:
        return ()
    return ((letter.id, LetterState.HELD),)


def _follows_up(applicant: Applicant, earlier: tuple[Decision, ...]) -> bool:
    """Whether the ladder was running when the decision came: a feedback that nobody had answered."""
    if not earlier or earlier[-1].kind is not DecisionKind.FEEDBACK or earlier[-1].round != applicant.round:
        return False
    return not any(reply.objection is None and reply.at >= earlier[-1].at for reply in applicant.replies)


def address_fault(address: str) -> str:
    """Why no letter can be sent to an address, as a code; empty when it is plain."""
    if not address:
        return "no-address"
    return "" if _PLAIN_ADDRESS.fullmatch(address) else "address-not-plain"


def correct_person(applicant: Applicant, wanted: Person, stamp: Stamp) -> CorrectPerson:
    """Correct name, salutation, title, address or language; Refused for an address that is not plain."""
    if wanted.email and address_fault(wanted.email):
        raise Refused("address-not-plain")
    return CorrectPerson(stamp=stamp, applicant=applicant.key, seen=applicant.person, wanted=wanted)


def _known(applicant: Applicant, letter: LetterId) -> Letter:
    known = applicant.letter(letter)
    if known is None:
        raise Outdated("letter-unknown")
    return known
