"""Which commands the shared database has taken: each at most once, by primary key."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from reviewer.domain.ids import ApplicantKey, CommandId
from reviewer.storage.tables import command_log


def contains(connection: sa.Connection, command: CommandId) -> bool:
    """Whether the command's effect is there already."""
    return connection.scalar(sa.select(command_log.c.id).where(command_log.c.id == command)) is not None


def add(connection: sa.Connection, command: CommandId, key: ApplicantKey, at: datetime) -> None:
    """Note the command in the transaction of its effect; a second time is an IntegrityError."""
    connection.execute(sa.insert(command_log).values(id=command, applicant=key, at=at))
