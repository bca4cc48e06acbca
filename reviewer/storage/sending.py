"""Marks letters as being sent and as sent, with few statements: each holds only for the applicant as it was seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from reviewer.domain.applicant import Applicant
from reviewer.domain.ids import LetterId
from reviewer.domain.letter import LetterState
from reviewer.storage.letters import Dispatch
from reviewer.storage.records import LostUpdate, next_revision
from reviewer.storage.tables import applicant, letter

# Made once: building a statement costs more than running it.
_TOUCH = (
    sa.update(applicant)
    .where(applicant.c.key == sa.bindparam("of"), applicant.c.version == sa.bindparam("seen"))
    .values(
        version=sa.bindparam("seen", type_=sa.Integer) + 1, revision=sa.bindparam("now_at"), due_on=sa.bindparam("due")
    )
)
_CLAIM = (
    sa.update(letter)
    .where(
        letter.c.id == sa.bindparam("this"),
        letter.c.applicant == sa.bindparam("of"),
        letter.c.state == LetterState.QUEUED.value,
        letter.c.not_before <= sa.bindparam("now", type_=letter.c.not_before.type),
    )
    .values(
        state=LetterState.SENDING.value,
        attempts=letter.c.attempts + 1,
        owner=sa.bindparam("by"),
        lease_until=sa.bindparam("until"),
    )
)
_SENT = (
    sa.update(letter)
    .where(
        letter.c.id == sa.bindparam("this"),
        letter.c.applicant == sa.bindparam("of"),
        letter.c.state == LetterState.SENDING.value,
        letter.c.attempts == sa.bindparam("attempt"),
    )
    .values(state=LetterState.SENT.value, sent_at=sa.bindparam("at"), message_id=sa.bindparam("under"), reason="")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """Who sends a letter, from when to when."""

    owner: str
    since: datetime
    until: datetime


def claim_as_seen(connection: sa.Connection, seen: Applicant, id: LetterId, lease: Lease) -> bool:
    """Take a due, queued letter of an applicant who is as seen; False when either is otherwise now.

    What holds for the applicant as seen, the gate's verdict above all, holds in this transaction.
    """
    if not _touch(connection, seen, seen.due_on):
        return False
    values = {"this": id, "of": seen.key, "now": lease.since, "by": lease.owner, "until": lease.until}
    if connection.execute(_CLAIM, values).rowcount != 1:
        raise LostUpdate
    return True


def mark_sent_as_seen(connection: sa.Connection, seen: Applicant, result: Dispatch, due: date | None) -> bool:
    """The mail server has accepted this attempt, and the applicant is as seen; False when they are otherwise now."""
    if not _touch(connection, seen, due):
        return False
    values = {"this": result.letter, "of": seen.key, "attempt": result.attempt}
    values |= {"at": result.at, "under": result.message_id}
    if connection.execute(_SENT, values).rowcount != 1:
        raise LostUpdate
    return True


def _touch(connection: sa.Connection, seen: Applicant, due: date | None) -> bool:
    """The next version of the applicant; whoever gets False has changed nothing but the revision."""
    values = {"of": seen.key, "seen": seen.version, "now_at": next_revision(connection), "due": due}
    return connection.execute(_TOUCH, values).rowcount == 1
