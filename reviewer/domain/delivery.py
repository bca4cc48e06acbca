"""What sending does to a letter and its applicant, and the gate before it; pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from reviewer.domain.applicant import Applicant, State
from reviewer.domain.attachments import may_carry
from reviewer.domain.ids import LetterId
from reviewer.domain.letter import Letter, LetterState, Template
from reviewer.domain.letter_rules import with_letter
from reviewer.errors import Outdated

_ARGUING = frozenset({State.PENDING, State.FOLLOW_UP})
_STANDING_FOR = {
    Template.FEEDBACK_1: frozenset({State.FOLLOW_UP}),
    Template.FEEDBACK_2: frozenset({State.FOLLOW_UP}),
    Template.FEEDBACK_3: frozenset({State.FOLLOW_UP}),
    Template.REJECTION: frozenset({State.OUT}),
    Template.ACCEPTANCE: frozenset({State.ACCEPTED}),
    Template.OBJECTION_NEVER_COMPLAINED: _ARGUING,
    Template.OBJECTION_CONVERSATION: _ARGUING,
    Template.OBJECTION_HOMEPAGE: _ARGUING,
}


def obstacle(applicant: Applicant, letter: Letter) -> str:
    """Why a letter must not go out now, as a code; empty when nothing speaks against it."""
    if applicant.state not in _STANDING_FOR.get(letter.template, frozenset()):
        return "gate-state-differs"
    if letter.template.rung and letter.template.rung != applicant.rung:
        return "gate-rung-differs"
    if letter.round != applicant.round:
        return "gate-newer-cv"
    if letter.recipient != applicant.person.email:
        return "gate-address-changed"
    others = (
        other
        for other in applicant.letters
        if other.id != letter.id
        and other.state in (LetterState.QUEUED, LetterState.SENDING)
        and not _go_together(letter.template, other.template)
    )
    return "gate-contradiction" if any(others) else ""


def _go_together(one: Template, other: Template) -> bool:
    """The answer to an objection says what the feedback beside it says; any other two contradict each other."""
    answers = one.answers_objection or other.answers_objection
    return answers and all(template.answers_objection or template.rung for template in (one, other))


def earlier_message_ids(applicant: Applicant, letter: Letter) -> tuple[str, ...]:
    """The Message-IDs of the letters this one follows, oldest first: those of its ladder that have left.

    A ladder goes on when a corrected CV comes, so letters of earlier rounds count; one that said up or out ended it.
    Whoever was written to under another address cannot know those letters.
    """
    sent = [other for other in applicant.letters if other.id != letter.id and other.state is LetterState.SENT]
    sent.sort(key=lambda other: (other.sent_at or other.created_at, other.id))
    ends = [place for place, other in enumerate(sent, 1) if not may_carry(other.template)]
    ladder = sent[ends[-1] :] if ends else sent
    return tuple(other.message_id for other in ladder if other.message_id and other.recipient == letter.recipient)


def mark_sent(
    applicant: Applicant,
    letter: LetterId,
    *,
    at: datetime,
    message_id: str,
    due_on: date | None,
) -> Applicant:
    """The mail server has accepted the letter; a rung starts now."""
    known = _known(applicant, letter)
    sent = replace(
        known,
        state=LetterState.SENT,
        sent_at=at,
        message_id=message_id,
        reason="",
        attempts=known.attempts,
    )
    after = with_letter(applicant, sent)
    starts = known.template.rung > 0 and applicant.state is State.FOLLOW_UP and known.template.rung == applicant.rung
    return replace(after, due_on=due_on) if starts else after


def mark(
    applicant: Applicant,
    letter: LetterId,
    state: LetterState,
    *,
    reason: str,
    not_before: datetime | None = None,
) -> Applicant:
    """The letter held by the gate, queued again for a later try, failed, or in doubt; with the reason."""
    known = _known(applicant, letter)
    changed = replace(known, state=state, reason=reason, not_before=not_before or known.not_before)
    return with_letter(applicant, changed)


def mark_sending(applicant: Applicant, letter: LetterId) -> Applicant:
    """The letter claimed for sending; one more attempt."""
    known = _known(applicant, letter)
    return with_letter(
        applicant,
        replace(known, state=LetterState.SENDING, attempts=known.attempts + 1),
    )


def _known(applicant: Applicant, letter: LetterId) -> Letter:
    known = applicant.letter(letter)
    if known is None:
        raise Outdated("letter-unknown")
    return known
