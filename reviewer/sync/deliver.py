"""Sends letters that are due: claim and check, send, mark; each at most once, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial

import sqlalchemy as sa

from reviewer.domain.letter import LetterState
from reviewer.errors import Misconfigured, ReviewerError, Unavailable
from reviewer.mail.transport import Fault, InDoubt, NotSent, SentRefused, Session
from reviewer.storage import letters
from reviewer.storage.engine import reading
from reviewer.storage.letters import LetterRef
from reviewer.sync.deliver_ahead import Ahead
from reviewer.sync.deliver_claims import Claimed, Claims
from reviewer.sync.deliver_results import Kept, Results
from reviewer.sync.deliver_way import Delivered, Way

MINUTE = timedelta(minutes=1)
LETTERS_A_ROUND = 200


class Delivery:
    """One desk's sender."""

    def __init__(
        self,
        shared: sa.Engine,
        replica: sa.Engine,
        owner: str,
        clock: Callable[[], datetime],
        days: tuple[int, int, int],
    ) -> None:
        self._shared = shared
        self._clock = clock
        self._claims = Claims(shared, replica, owner, clock)
        self._results = Results(shared, replica, clock, days)

    def run(self, way: Way, *, cancelled: Callable[[], bool] = lambda: False) -> Delivered:
        """Tell the shared database what is known, then send what is due."""
        done = Delivered()
        untold = self._results.settle(done)
        self._results.doubt_abandoned(done)
        with reading(self._shared) as connection:
            found = letters.load_due(connection, self._clock(), LETTERS_A_ROUND)
            recent = letters.count_leaving(connection, self._clock() - MINUTE) if way.per_minute else 0
        known = [ref for ref in found if ref.id not in untold]
        due = _paced(known, way, recent)
        done.paced = len(known) - len(due)
        if not due:
            return done
        try:
            with way.connect() as session:
                self._send_all(due, way, session, done, cancelled)
        except (NotSent, Misconfigured, Unavailable) as error:
            done.trouble = error.code
        return done

    def _send_all(
        self, due: list[LetterRef], way: Way, session: Session, done: Delivered, cancelled: Callable[[], bool]
    ) -> None:
        """Send one after the other; while the mail server thinks, tell how the last one ended and prepare the next.

        An answer is written down on this desk at once, by a second thread: the claim of the next need not wait for it.
        """
        ahead = Ahead(self._shared, way, self._clock, due)
        last: Future[Kept] | None = None
        with ThreadPoolExecutor(1, thread_name_prefix="letters") as clerk:
            for place, ref in enumerate(due):
                if cancelled():
                    break
                claimed = self._claims.claim(ref, ahead.take(place), way, done)
                if claimed is None:
                    continue
                meanwhile = Meanwhile(partial(self._tell_and_prepare, last, ahead, place + 1))
                go_on, state, reason = _hand_over(claimed, session, meanwhile.run, done)
                last = clerk.submit(self._results.keep, claimed, state, reason, self._clock())
                meanwhile.end()
                if not go_on:
                    break
            if last is not None:
                self._results.tell(last.result())
        self._results.forget_told()

    def _tell_and_prepare(self, last: Future[Kept] | None, ahead: Ahead, place: int) -> None:
        if last is not None:
            self._results.tell(last.result())
        ahead.prepare(place)


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


def _hand_over(
    claimed: Claimed, session: Session, meanwhile: Callable[[], None], done: Delivered
) -> tuple[bool, LetterState, str]:
    """Hand a letter to the mail server: whether others may follow, what became of it, and why."""
    try:
        session.send(claimed.letter.id, claimed.message, meanwhile)
    except SentRefused as error:
        done.failed += 1
        return error.fault is Fault.LETTER, LetterState.FAILED, error.reason
    except InDoubt as error:
        done.in_doubt += 1
        return False, LetterState.IN_DOUBT, error.reason
    except NotSent as error:
        done.later += 1
        done.trouble = error.code if error.fault is Fault.SERVER else done.trouble
        return error.fault is Fault.LETTER, LetterState.QUEUED, error.reason
    done.sent += 1
    return True, LetterState.SENT, ""


def _paced(due: list[LetterRef], way: Way, recent: int) -> list[LetterRef]:
    """Those of the due letters that may leave in this minute, when so many are leaving already."""
    waking = [ref for ref in due if ref.receipt is not None] if way.quiet() else due
    return waking[: max(0, way.per_minute - recent)] if way.per_minute else waking
