"""What the commands on letters mean; part of the rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reviewer.domain.applicant import Applicant
from reviewer.domain.attachments import kinds_of, may_carry
from reviewer.domain.commands import EditLetter, MoveLetter
from reviewer.domain.ids import LetterId
from reviewer.domain.letter import WAITING_STATES, Letter, LetterState
from reviewer.errors import Outdated, Refused

LONGEST_SUBJECT = 200
LONGEST_BODY = 64_000

MOVES = frozenset(
    {
        (LetterState.HELD, LetterState.QUEUED),
        (LetterState.HELD, LetterState.CANCELLED),
        (LetterState.QUEUED, LetterState.CANCELLED),
        (LetterState.FAILED, LetterState.QUEUED),
        (LetterState.FAILED, LetterState.CANCELLED),
        (LetterState.IN_DOUBT, LetterState.QUEUED),
        (LetterState.IN_DOUBT, LetterState.SENT),
    }
)
"""The moves a person may make; each may also be undone."""


def in_order(letters: Iterable[Letter]) -> tuple[Letter, ...]:
    """Letters as an applicant holds them: oldest first."""
    return tuple(sorted(letters, key=lambda letter: (letter.created_at, letter.id)))


def with_letter(applicant: Applicant, changed: Letter) -> Applicant:
    """The applicant with this one letter in its new form."""
    return replace(
        applicant,
        letters=tuple(changed if letter.id == changed.id else letter for letter in applicant.letters),
    )


def check_text(letter: Letter) -> None:
    """Refused when a letter has no recipient, no text, or more than anyone reads."""
    if not letter.recipient:
        raise Refused("no-address")
    if not letter.subject.strip() or not letter.body.strip():
        raise Refused("letter-empty")
    if len(letter.subject) > LONGEST_SUBJECT or len(letter.body) > LONGEST_BODY:
        raise Refused("letter-too-long")
    if letter.attachments and not may_carry(letter.template):
        raise Refused("attachment-not-with-this")


def reads_alike(one: Letter, other: Letter) -> bool:
    """Whether two letters say the same and carry the same; who signs them does not count."""
    same_text = (one.subject, _unsigned(one)) == (other.subject, _unsigned(other))
    return same_text and kinds_of(one.attachments) == kinds_of(other.attachments)


def _unsigned(letter: Letter) -> str:
    return letter.body.strip().removesuffix(letter.created_by.strip()).rstrip()


def require_waiting(applicant: Applicant, wanted: LetterId) -> Letter:
    """The letter while it may still be taken back; Outdated when it has left or may have left."""
    letter = applicant.letter(wanted)
    if letter is None:
        raise Outdated("letter-unknown")
    if letter.state not in WAITING_STATES and letter.state is not LetterState.CANCELLED:
        raise Outdated("letter-gone")
    return letter


Waiting = tuple[tuple[LetterId, LetterState], ...]
"""Letters that wait, each with its state."""


def waiting_letters(applicant: Applicant, *, but_answers: bool = False) -> Waiting:
    """The letters that still wait; but_answers leaves out those that answer an objection."""
    return tuple(
        (letter.id, letter.state)
        for letter in applicant.letters
        if letter.state in WAITING_STATES and not (but_answers and letter.template.answers_objection)
    )


def supersede(applicant: Applicant, seen: Waiting, *, but_answers: bool = False) -> Applicant:
    """Cancel the waiting letters; Outdated when they are not those the person saw."""
    if any(letter.state in (LetterState.SENDING, LetterState.IN_DOUBT) for letter in applicant.letters):
        raise Refused("letter-being-sent")
    if waiting_letters(applicant, but_answers=but_answers) != seen:
        raise Outdated("letters-changed")
    ids = {letter for letter, _ in seen}
    letters = tuple(
        replace(letter, state=LetterState.CANCELLED) if letter.id in ids else letter for letter in applicant.letters
    )
    return replace(applicant, letters=letters)


def reinstate(applicant: Applicant, cancelled: Waiting) -> Applicant:
    """Give superseded letters back the state they had."""
    states = dict(cancelled)
    letters = tuple(
        replace(letter, state=states.get(letter.id, letter.state)) if letter.state is LetterState.CANCELLED else letter
        for letter in applicant.letters
    )
    return replace(applicant, letters=letters)


def _refuse_second(applicant: Applicant, letter: Letter) -> None:
    """A cancelled feedback does not come back beside another one of its rung and round."""
    for other in applicant.letters:
        same = (other.template, other.round) == (letter.template, letter.round)
        if same and other.id != letter.id and other.state is not LetterState.CANCELLED:
            raise Refused("letter-exists")


def edit(command: EditLetter, before: Applicant) -> Applicant:
    """A waiting letter with its new text and what goes along now."""
    letter = require_waiting(before, command.letter)
    attached = letter.attachments if command.attached_wanted is None else command.attached_wanted
    changed = replace(letter, subject=command.wanted[0], body=command.wanted[1], attachments=attached)
    if changed == letter:
        return before
    seen = letter.attachments if command.attached_seen is None else command.attached_seen
    if (letter.subject, letter.body, letter.attachments) != (*command.seen, seen):
        raise Outdated("letter-changed")
    check_text(changed)
    return with_letter(before, changed)


def move(command: MoveLetter, before: Applicant) -> Applicant:
    """The letter in its new state; Refused for a move nobody may make."""
    letter = before.letter(command.letter)
    if letter is None:
        raise Outdated("letter-unknown")
    step = (command.seen.state, command.wanted.state)
    if step not in MOVES and step[::-1] not in MOVES:
        raise Refused("letter-move-unknown")
    if letter.state is command.wanted.state:
        return before
    if letter.state is not command.seen.state:
        raise Outdated("letter-gone" if letter.state in (LetterState.SENT, LetterState.SENDING) else "letter-changed")
    wanted = command.wanted
    if letter.state is LetterState.CANCELLED:
        _refuse_second(before, letter)
    changed = replace(
        letter,
        state=wanted.state,
        not_before=wanted.not_before,
        reason=wanted.reason,
        sent_at=wanted.sent_at,
    )
    after = with_letter(before, changed)
    return after if command.due_seen == command.due_wanted else replace(after, due_on=command.due_wanted)
