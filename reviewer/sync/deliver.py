"""Sends letters that are due: finds them, keeps to the pace and the quiet hours, and opens the way out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import sqlalchemy as sa

from reviewer.errors import Misconfigured, Unavailable
from reviewer.mail.transport import NotSent
from reviewer.storage import letters
from reviewer.storage.at_once import kept_connection
from reviewer.storage.engine import reading
from reviewer.storage.letters import LetterRef
from reviewer.sync.deliver_ahead import Ahead
from reviewer.sync.deliver_claims import Claims, Kept
from reviewer.sync.deliver_results import Results
from reviewer.sync.deliver_round import Desk, Round
from reviewer.sync.deliver_way import Delivered, Way

MINUTE = timedelta(minutes=1)
LETTERS_A_ROUND = 1_000


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
        self._replica = replica
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
            with (
                way.connect() as session,
                kept_connection(self._shared) as shared,
                kept_connection(self._replica, writing=False) as replica,
            ):
                kept = Kept(shared=shared, replica=replica)
                desk = Desk(claims=self._claims, results=self._results, clock=self._clock, kept=kept)
                Round(desk, Ahead(self._shared, way, self._clock, due), way, session, done).run(due, cancelled)
        except (NotSent, Misconfigured, Unavailable) as error:
            done.trouble = error.code
        return done


def _paced(due: list[LetterRef], way: Way, recent: int) -> list[LetterRef]:
    """Those of the due letters that may leave in this minute, when so many are leaving already."""
    waking = [ref for ref in due if ref.receipt is not None] if way.quiet() else due
    return waking[: max(0, way.per_minute - recent)] if way.per_minute else waking
