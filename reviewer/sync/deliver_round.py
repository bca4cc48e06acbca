"""Sends letters one after the other, each at most once: what became of one is told with the claim of the next."""

# While that is written the mail server hears whom the next is for; it gets no text before the claim is durable.

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from time import monotonic

from reviewer.domain.letter import LetterState
from reviewer.errors import ReviewerError
from reviewer.mail.message import Message
from reviewer.mail.transport import Fault, InDoubt, NotSent, SentRefused, Session
from reviewer.storage.letters import LetterRef
from reviewer.sync.deliver_ahead import Ahead, Prepared
from reviewer.sync.deliver_claims import Claimed, Claims, Kept
from reviewer.sync.deliver_results import Answered, Results, answered
from reviewer.sync.deliver_way import Delivered, Way

ROUND_S = 10.0
ROUND_LETTERS = 200
"""A round ends when it has lasted so long and sent so many: acts of this desk's person reach the others between two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a desk claims letters and tells answers with."""

    claims: Claims
    results: Results
    clock: Callable[[], datetime]
    kept: Kept


class Round:
    """The letters of one round, over one connection."""

    def __init__(self, desk: Desk, ahead: Ahead, way: Way, session: Session, done: Delivered) -> None:
        self._desk = desk
        self._ahead = ahead
        self._way = way
        self._session = session
        self._done = done
        self._answer: Answered | None = None

    def run(self, due: Sequence[LetterRef], cancelled: Callable[[], bool]) -> None:
        """Send until all have left, somebody calls it off, or no other letter would fare better."""
        until = monotonic() + ROUND_S
        try:
            for place, ref in enumerate(due):
                if cancelled() or (place >= ROUND_LETTERS and monotonic() > until):
                    break
                if not self._deliver(place, ref):
                    break
            self._tell()
        except BaseException:
            self._keep()
            raise

    def _deliver(self, place: int, ref: LetterRef) -> bool:
        """Send one letter if it is ours and passes the gate; whether others may follow."""
        meanwhile = Meanwhile(partial(self._ahead.prepare, place + 1))
        prepared, go_on = self._ahead.take(place), True
        claiming = Claiming(None if prepared is None else partial(self._claim_as_seen, prepared))
        if prepared is not None:
            go_on = self._hand_over(prepared.ref, prepared.message, claiming, meanwhile)
        if claiming.claimed is None:
            self._tell()
            claimed = self._desk.claims.claim(ref, self._way, self._done)
            if claimed is None:
                return True
            go_on = self._hand_over(ref, claimed.message, Claiming(claimed=claimed), meanwhile)
        meanwhile.end()
        return go_on

    def _claim_as_seen(self, prepared: Prepared) -> Claimed | None:
        """Claim what was prepared together with what is to be told of the last letter, or tell that alone."""
        accepted = None
        if self._answer is not None:
            accepted = self._desk.results.as_seen(self._answer)
            if accepted is None:
                self._tell()
        claimed = self._desk.claims.claim_as_seen(self._desk.kept, prepared, accepted)
        if claimed is None:
            self._tell()
        self._answer = None
        return claimed

    def _hand_over(self, ref: LetterRef, message: Message, claiming: Claiming, meanwhile: Meanwhile) -> bool:
        """Hand a letter to the mail server once it is claimed, and note the answer; whether others may follow."""
        state, reason, go_on = LetterState.SENT, "", True
        try:
            self._done.sent += self._session.send(ref.id, message, claiming.ask, meanwhile.run)
        except (SentRefused, InDoubt, NotSent) as error:
            if claiming.claimed is None:
                raise
            state, reason, go_on = self._judge(error)
        if claiming.claimed is not None:
            self._answer = answered(claiming.claimed, state, reason, self._desk.clock())
        return go_on

    def _judge(self, error: SentRefused | InDoubt | NotSent) -> tuple[LetterState, str, bool]:
        """What a failure makes of the letter, why, and whether others may follow."""
        match error:
            case SentRefused():
                self._done.failed += 1
                return LetterState.FAILED, error.reason, error.fault is Fault.LETTER
            case InDoubt():
                self._done.in_doubt += 1
                return LetterState.IN_DOUBT, error.reason, False
            case NotSent():
                self._done.later += 1
                if error.fault is Fault.SERVER:
                    self._done.trouble = error.code
                return LetterState.QUEUED, error.reason, error.fault is Fault.LETTER

    def _tell(self) -> None:
        if self._answer is not None:
            self._desk.results.tell(self._desk.kept.shared, self._answer)
            self._answer = None

    def _keep(self) -> None:
        if self._answer is not None:
            self._desk.results.keep(self._answer)


class Claiming:
    """A letter that is claimed when the mail server is about to get it, or has been claimed before."""

    def __init__(self, claim: Callable[[], Claimed | None] | None = None, claimed: Claimed | None = None) -> None:
        self._claim = claim
        self.claimed = claimed

    def ask(self) -> bool:
        """Whether the letter is ours to send now."""
        if self.claimed is None and self._claim is not None:
            self.claimed = self._claim()
        return self.claimed is not None


class Meanwhile:
    """Work that is done once, while the mail server thinks or right afterwards; its failure waits for end."""

    def __init__(self, work: Callable[[], None]) -> None:
        self._work: Callable[[], None] | None = work
        self._error: ReviewerError | None = None

    def run(self) -> None:
        """Do it, unless it is done; raises nothing that is foreseen, for an answer is to be heard next."""
        work, self._work = self._work, None
        if work is not None:
            try:
                work()
            except ReviewerError as error:
                self._error = error

    def end(self) -> None:
        """Do it, unless it is done, and raise what went wrong."""
        self.run()
        if self._error is not None:
            raise self._error
