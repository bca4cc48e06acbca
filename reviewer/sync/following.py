"""The follow-up as one desk knows it."""

from __future__ import annotations

import sqlalchemy as sa

from reviewer.domain.views import FollowUpRow
from reviewer.storage.engine import reading
from reviewer.storage.followups import load_follow_ups

MOST_ROWS = 5_000


class FollowUps:
    """Reads what acts and pulls have left in the desk's lists; never waits for the shared database."""

    def __init__(self, replica: sa.Engine) -> None:
        self._replica = replica

    def load(self, limit: int = MOST_ROWS) -> tuple[FollowUpRow, ...]:
        """Everybody in follow-up, put aside or with an answer to be looked at; first due first."""
        with reading(self._replica) as connection:
            return load_follow_ups(connection, limit)
