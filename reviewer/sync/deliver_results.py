"""What became of a letter at the mail server: told the shared database, or kept on this desk until that can be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zlib import crc32

import sqlalchemy as sa

from reviewer.domain import delivery
from reviewer.domain.applicant import Applicant
from reviewer.domain.followup import due_date
from reviewer.domain.ids import ApplicantKey, LetterId
from reviewer.domain.letter import Letter, LetterState
from reviewer.errors import Unavailable
from reviewer.storage import letters, receipts, sending
from reviewer.storage.engine import reading, writing
from reviewer.storage.letters import Dispatch, LetterRef
from reviewer.storage.records import LostUpdate, load_applicant, save_applicant
from reviewer.storage.sending import Accepted
from reviewer.sync.deliver_claims import Claimed
from reviewer.sync.deliver_way import Delivered

BACKOFF_MINUTES = (1, 5, 15, 60, 240)
MOST_JITTER = 0.25
"""By how much of it a wait is lengthened at most, so that letters put off together do not come back together."""
MOST_TRIES = 8
_NOT_KNOWN_AS_SENT = frozenset({LetterState.IN_DOUBT, LetterState.QUEUED, LetterState.HELD})
"""What a desk that was cut off may find when it can tell at last that the mail server took the letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What the mail server said of a letter that is ours."""

    claimed: Claimed
    result: Dispatch


def answered(claimed: Claimed, state: LetterState, reason: str, at: datetime) -> Answered:
    """What the mail server said, with the attempt it belongs to."""
    result = Dispatch(
        letter=claimed.letter.id,
        attempt=claimed.letter.attempts,
        state=state,
        message_id=claimed.message.id,
        reason=reason,
        at=at,
    )
    return Answered(claimed=claimed, result=result)


class Results:
    """One desk's answers of the mail server, until the shared database knows them."""

    def __init__(
        self, shared: sa.Engine, replica: sa.Engine, clock: Callable[[], datetime], days: tuple[int, int, int]
    ) -> None:
        self._shared = shared
        self._replica = replica
        self._clock = clock
        self._days = days

    def settle(self, done: Delivered) -> frozenset[LetterId]:
        """Tell what was kept; gives the letters that left, which cannot be told while another attempt is under way."""
        with reading(self._replica) as connection:
            known = letters.load_dispatches(connection)
        told = [dispatch.letter for dispatch in known if self._tell(dispatch)]
        done.told += len(told)
        if told:
            with writing(self._replica) as connection:
                letters.settle_dispatches(connection, told)
        return frozenset(dispatch.letter for dispatch in known) - frozenset(told)

    def doubt_abandoned(self, done: Delivered) -> None:
        """Put in doubt what somebody began to send and did not end within the lease."""
        with reading(self._shared) as connection:
            abandoned = letters.load_abandoned(connection, self._clock())
        for ref in abandoned:
            self._change(ref, _doubt)
            done.in_doubt += 1

    def keep(self, answer: Answered) -> None:
        """Write an answer down on this desk, which cannot be told now; the next round tells it."""
        with writing(self._replica) as connection:
            letters.keep_dispatch(connection, answer.result)

    def as_seen(self, answer: Answered) -> Accepted | None:
        """What is to be told of a letter that was accepted, if its applicant is as claimed; None for all else."""
        seen, result = answer.claimed.applicant, answer.result
        if seen is None or result.state is not LetterState.SENT:
            return None
        due = self._with(seen, _outcome(answer.claimed.letter, result)).due_on
        return Accepted(seen=seen, result=result, due=due)

    def tell(self, kept: sa.Connection, answer: Answered) -> None:
        """Bring an answer into the shared database, or keep it here for as long as it has to wait."""
        accepted = self.as_seen(answer)
        if accepted is not None and sending.change_as_seen(kept, accepted, None):
            return
        if not self._tell(answer.result):
            self.keep(answer)

    def _tell(self, result: Dispatch) -> bool:
        """Bring a result into the shared database; False when it has to wait."""
        with reading(self._shared) as connection:
            ref = letters.find_ref(connection, result.letter)
        seen: list[Letter] = []
        if ref is not None:
            self._change(ref, lambda letter: _told(letter, result, seen))
        return not any(_is_under_way_again(letter, result) for letter in seen[-1:])

    def _change(self, ref: LetterRef, change: Callable[[Letter], Letter]) -> None:
        """Save what change makes of the letter; the letter itself where there is nothing to change."""
        for _ in range(MOST_TRIES):
            try:
                with writing(self._shared) as connection:
                    if ref.applicant is not None:
                        self._change_letter(connection, ref.applicant, ref.id, change)
                    elif ref.receipt is not None:
                        receipt = receipts.find_receipt(connection, ref.receipt)
                        letter = receipts.find_confirmation(connection, ref.receipt)
                        if receipt is not None and letter is not None and change(letter) != letter:
                            receipts.save_confirmation(connection, receipt, change(letter))
            except LostUpdate:
                continue
            return
        raise Unavailable("too-many-writers")

    def _change_letter(
        self, connection: sa.Connection, key: ApplicantKey, id: LetterId, change: Callable[[Letter], Letter]
    ) -> None:
        before = load_applicant(connection, key)
        letter = None if before is None else before.letter(id)
        if before is not None and letter is not None and change(letter) != letter:
            save_applicant(connection, before, self._with(before, change(letter)))

    def _with(self, before: Applicant, letter: Letter) -> Applicant:
        if letter.state is LetterState.SENT and letter.sent_at is not None:
            rung = letter.template.rung
            due_on = due_date(letter.sent_at, rung, self._days) if rung else None
            return delivery.mark_sent(before, letter.id, at=letter.sent_at, message_id=letter.message_id, due_on=due_on)
        return delivery.mark(before, letter.id, letter.state, reason=letter.reason, not_before=letter.not_before)


def wait_after(letter: LetterId, attempts: int) -> timedelta:
    """How long a letter put off for the attempts-th time waits: longer each time, and each letter a little else."""
    minutes = BACKOFF_MINUTES[min(attempts, len(BACKOFF_MINUTES)) - 1]
    share = crc32(f"{letter} {attempts}".encode()) / 2**32
    return timedelta(minutes=minutes * (1 + MOST_JITTER * share))


def _doubt(letter: Letter) -> Letter:
    if letter.state is not LetterState.SENDING:
        return letter
    return replace(letter, state=LetterState.IN_DOUBT, reason="sender-vanished")


def _is_under_way_again(letter: Letter, result: Dispatch) -> bool:
    """Whether the letter left earlier while somebody, who did not know, is sending it once more now."""
    later = letter.state is LetterState.SENDING and result.attempt not in {0, letter.attempts}
    return later and result.state is LetterState.SENT


def _told(letter: Letter, result: Dispatch, seen: list[Letter]) -> Letter:
    """What an answer of the mail server makes of the letter; the answer to an earlier attempt says only that it left.

    seen is given the letter as it was.
    """
    seen.append(letter)
    if letter.state is LetterState.SENDING:
        return _outcome(letter, result) if result.attempt in {0, letter.attempts} else letter
    is_news = result.state is LetterState.SENT and letter.state in _NOT_KNOWN_AS_SENT
    return _outcome(letter, result) if is_news else letter


def _outcome(letter: Letter, result: Dispatch) -> Letter:
    match result.state:
        case LetterState.SENT:
            return replace(letter, state=LetterState.SENT, sent_at=result.at, message_id=result.message_id, reason="")
        case LetterState.QUEUED:
            later = result.at + wait_after(letter.id, letter.attempts)
            return replace(letter, state=LetterState.QUEUED, reason=result.reason, not_before=later)
        case _:
            return replace(letter, state=result.state, reason=result.reason)
