"""Reads the follow-up: who stands on a rung, who promised something, who has answered."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from reviewer.domain.applicant import State
from reviewer.domain.ids import ApplicantKey
from reviewer.domain.letter import Language
from reviewer.domain.queue import Group
from reviewer.domain.views import FollowUpRow
from reviewer.storage.lists import GROUPS
from reviewer.storage.local_tables import queue_row


def load_follow_ups(connection: sa.Connection, limit: int) -> tuple[FollowUpRow, ...]:
    """The followed applicants, first due first, those without a due date last; at most limit."""
    query = sa.select(queue_row).where(queue_row.c.followed.is_(True))
    ordered = query.order_by(queue_row.c.due_on.is_(None), queue_row.c.due_on, queue_row.c.promised_on, queue_row.c.id)
    return tuple(map(_row, connection.execute(ordered.limit(limit))))


def count_due(connection: sa.Connection) -> int:
    """How many are due, or have a promise whose day has come."""
    due = queue_row.c.grp == GROUPS.index(Group.DUE)
    return connection.scalar(sa.select(sa.func.count()).select_from(queue_row).where(due)) or 0


def _row(row: Any) -> FollowUpRow:
    return FollowUpRow(
        key=ApplicantKey(row.key),
        id=row.id,
        name=row.name,
        email=row.email,
        language=Language(row.language),
        state=State(row.state),
        group=GROUPS[row.grp].value,
        rung=row.rung,
        due_on=row.due_on,
        promised_on=row.promised_on,
        promise=row.promise,
        last_letter_at=row.last_letter_at,
        unsaved=row.unsaved,
    )
