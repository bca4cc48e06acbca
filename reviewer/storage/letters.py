"""Claims letters for sending, each by one compare-and-set, and keeps what the mail server said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from reviewer.domain.ids import ApplicantKey, LetterId, ReceiptId
from reviewer.domain.letter import LetterState
from reviewer.storage.local_tables import dispatch
from reviewer.storage.tables import letter

NOTHING_ATTACHED = "[]"
# Made once: they belong to every letter that is sent.
_KEEP = sa.insert(dispatch)
_FORGET = sa.delete(dispatch).where(dispatch.c.letter == sa.bindparam("of"))


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRef:
    """A letter and whose it is: an applicant's, or the confirmation of an erasure; attached: something goes along."""

    id: LetterId
    applicant: ApplicantKey | None
    receipt: ReceiptId | None
    attached: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """What became of one attempt of a letter at the mail server, kept on the desk until the shared database knows it.

    Attempts count from 1; 0 is one of a program that did not count them.
    """

    letter: LetterId
    attempt: int
    state: LetterState
    message_id: str
    reason: str
    at: datetime


def load_due(connection: sa.Connection, now: datetime, most: int) -> list[LetterRef]:
    """Queued letters whose time has come, longest waiting first."""
    query = sa.select(letter).where(letter.c.state == LetterState.QUEUED.value, letter.c.not_before <= now)
    return _refs(connection, query.order_by(letter.c.not_before, letter.c.id).limit(most))


def count_leaving(connection: sa.Connection, since: datetime) -> int:
    """How many letters are being sent, or have been handed over since a moment, by any desk."""
    sent = sa.and_(letter.c.state == LetterState.SENT.value, letter.c.sent_at > since)
    query = sa.select(sa.func.count()).where(sa.or_(sent, letter.c.state == LetterState.SENDING.value))
    return connection.scalar(query) or 0


def load_abandoned(connection: sa.Connection, now: datetime) -> list[LetterRef]:
    """Letters being sent whose sender's lease has run out: nobody knows whether they left."""
    query = sa.select(letter).where(letter.c.state == LetterState.SENDING.value, letter.c.lease_until <= now)
    return _refs(connection, query.order_by(letter.c.id))


def find_ref(connection: sa.Connection, id: LetterId) -> LetterRef | None:
    """Whose letter this is."""
    return next(iter(_refs(connection, sa.select(letter).where(letter.c.id == id))), None)


def claim(connection: sa.Connection, id: LetterId, owner: str, now: datetime, lease_until: datetime) -> bool:
    """Take a due, queued letter for this owner; False when somebody else was quicker."""
    changed = connection.execute(
        sa.update(letter)
        .where(letter.c.id == id, letter.c.state == LetterState.QUEUED.value, letter.c.not_before <= now)
        .values(owner=owner, lease_until=lease_until)
    )
    return changed.rowcount == 1


def keep_dispatch(connection: sa.Connection, result: Dispatch) -> None:
    """Write down on this desk what the mail server said and the shared database cannot be told now."""
    connection.execute(_FORGET, {"of": result.letter})
    values = {"letter": result.letter, "attempt": result.attempt, "state": result.state.value}
    connection.execute(_KEEP, values | {"message_id": result.message_id, "reason": result.reason, "at": result.at})


def load_dispatches(connection: sa.Connection) -> list[Dispatch]:
    """What the shared database does not know yet."""
    rows = connection.execute(sa.select(dispatch).order_by(dispatch.c.at, dispatch.c.letter))
    return [
        Dispatch(
            letter=row.letter,
            attempt=row.attempt,
            state=LetterState(row.state),
            message_id=row.message_id,
            reason=row.reason,
            at=row.at,
        )
        for row in rows
    ]


def settle_dispatches(connection: sa.Connection, ids: Sequence[LetterId]) -> None:
    """Forget them: the shared database knows."""
    if ids:
        connection.execute(_FORGET, [{"of": id} for id in ids])


def _refs(connection: sa.Connection, query: sa.Select[tuple[object, ...]]) -> list[LetterRef]:
    return [
        LetterRef(id=row.id, applicant=row.applicant, receipt=row.receipt, attached=row.attachments != NOTHING_ATTACHED)
        for row in connection.execute(query)
    ]
