"""The desk's journal: acts that are not yet in the shared database, oldest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from reviewer.domain.codec import decode_command, encode_command
from reviewer.domain.commands import Command
from reviewer.domain.ids import ApplicantKey, CommandId
from reviewer.storage.at_once import look_at_once
from reviewer.storage.local_tables import demand, journal
from reviewer.storage.tables import applicant

# Made once: it belongs to every letter that is sent.
_ACTED_ON = sa.select(
    sa.or_(
        sa.exists().where(journal.c.outdated.is_(None), journal.c.applicant == sa.bindparam("of")),
        sa.exists().where(demand.c.applicant == sa.bindparam("of")),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """An act that no longer held when it was to be saved, and why."""

    command: Command
    code: str


def append(connection: sa.Connection, command: Command) -> None:
    """Write the act down; the only write of acting."""
    row = {
        "id": command.stamp.id,
        "applicant": command.applicant,
        "body": encode_command(command),
    }
    connection.execute(sa.insert(journal), row)


def load_pending(connection: sa.Connection, key: ApplicantKey | None = None, most: int = 1_000) -> list[Command]:
    """The acts still to be saved, oldest first: all of one applicant, or the first of everybody's."""
    query = sa.select(journal.c.body).where(journal.c.outdated.is_(None)).order_by(journal.c.seq)
    query = query.limit(most) if key is None else query.where(journal.c.applicant == key)
    return [decode_command(body) for body in connection.scalars(query)]


def has_pending(connection: sa.Connection, key: ApplicantKey) -> bool:
    """Whether acts on this applicant are still to be saved, erasing included."""
    return bool(connection.scalar(_ACTED_ON, {"of": key}))


def is_acted_on(kept: sa.Connection, key: ApplicantKey) -> bool:
    """The same over a connection that is kept for looking."""
    return bool(look_at_once(kept, _ACTED_ON, {"of": key}))


def load_pending_of(connection: sa.Connection, keys: Sequence[ApplicantKey]) -> dict[ApplicantKey, list[Command]]:
    """The acts still to be saved of these applicants."""
    query = sa.select(journal.c.applicant, journal.c.body).where(
        journal.c.outdated.is_(None), journal.c.applicant.in_(keys)
    )
    pending: dict[ApplicantKey, list[Command]] = {}
    for row in connection.execute(query.order_by(journal.c.seq)):
        pending.setdefault(ApplicantKey(row.applicant), []).append(decode_command(row.body))
    return pending


def set_aside(connection: sa.Connection, command: CommandId, code: str) -> None:
    """Keep the act as a question."""
    connection.execute(sa.update(journal).where(journal.c.id == command).values(outdated=code))


def settle(connection: sa.Connection, command: CommandId) -> None:
    """Forget an act that is saved or answered."""
    connection.execute(sa.delete(journal).where(journal.c.id == command))


def load_set_aside(connection: sa.Connection, most: int = 500) -> list[SetAside]:
    """The acts that are questions now, oldest first."""
    query = sa.select(journal.c.body, journal.c.outdated).where(journal.c.outdated.is_not(None))
    rows = connection.execute(query.order_by(journal.c.seq).limit(most))
    return [SetAside(command=decode_command(row.body), code=row.outdated) for row in rows]


def find_set_aside(connection: sa.Connection, command: CommandId) -> SetAside | None:
    """One question by its command's id."""
    query = sa.select(journal.c.body, journal.c.outdated).where(
        journal.c.id == command, journal.c.outdated.is_not(None)
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else SetAside(command=decode_command(row.body), code=row.outdated)


def count_unsaved(connection: sa.Connection) -> tuple[int, int]:
    """How many acts wait to be saved, and how many are questions about somebody who is there."""
    known = journal.c.applicant.in_(sa.select(applicant.c.key))
    unsaved, questions = connection.execute(
        sa.select(
            sa.func.count().filter(journal.c.outdated.is_(None)),
            sa.func.count().filter(journal.c.outdated.is_not(None), known),
        ).select_from(journal)
    ).one()
    return unsaved, questions
