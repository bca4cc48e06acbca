"""Marks letters as sent and takes the next, in one transaction that holds only for the applicants as they were seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from reviewer.domain.applicant import Applicant
from reviewer.domain.ids import LetterId
from reviewer.domain.letter import LetterState
from reviewer.storage.at_once import Change, change_at_once
from reviewer.storage.letters import Dispatch
from reviewer.storage.tables import applicant, clock, letter

# Made once: building a statement costs more than running it.
_NEXT_REVISION = sa.update(clock).where(clock.c.id == 1).values(revision=clock.c.revision + 1)
_TOUCH = (
    sa.update(applicant)
    .where(applicant.c.key == sa.bindparam("of"), applicant.c.version == sa.bindparam("seen"))
    .values(
        version=sa.bindparam("seen", type_=sa.Integer) + 1,
        revision=sa.select(clock.c.revision).where(clock.c.id == 1).scalar_subquery(),
        due_on=sa.bindparam("due"),
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """The mail server has accepted an attempt of a letter of this applicant, whose rung is due then."""

    seen: Applicant
    result: Dispatch
    due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A due, queued letter of this applicant that is to be taken for sending."""

    seen: Applicant
    letter: LetterId
    lease: Lease


def change_as_seen(
    kept: sa.Connection, accepted: Accepted | None, wanted: Wanted | None, last: Callable[[], bool] = lambda: True
) -> bool:
    """Mark one letter as sent and take another, in one transaction.

    False, and nothing has changed, when anything is not as seen or last, asked at the end, says no. What holds for the
    applicant as seen, the gate's verdict above all, holds in this transaction.
    """
    changes = [] if accepted is None else _mark_sent(accepted)
    return change_at_once(kept, changes + ([] if wanted is None else _claim(wanted)), last)


def _mark_sent(accepted: Accepted) -> list[Change]:
    seen, result = accepted.seen, accepted.result
    values = {"this": result.letter, "of": seen.key, "attempt": result.attempt}
    values |= {"at": result.at, "under": result.message_id}
    return [*_touch(seen, accepted.due), (_SENT, values)]


def _claim(wanted: Wanted) -> list[Change]:
    seen, lease = wanted.seen, wanted.lease
    values = {"this": wanted.letter, "of": seen.key, "now": lease.since, "by": lease.owner, "until": lease.until}
    return [*_touch(seen, seen.due_on), (_CLAIM, values)]


def _touch(seen: Applicant, due: date | None) -> list[Change]:
    """The next version of the applicant, under the next revision."""
    return [(_NEXT_REVISION, {}), (_TOUCH, {"of": seen.key, "seen": seen.version, "due": due})]
