"""Makes a fresh schema, tells an old one from a new one, and upgrades when somebody says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal
from uuid import uuid4

import sqlalchemy as sa

from reviewer.errors import Misconfigured
from reviewer.storage.engine import reading, writing
from reviewer.storage.local_tables import SEARCH_DDL, local
from reviewer.storage.tables import clock, shared

if TYPE_CHECKING:
    from alembic.config import Config

Side = Literal["shared", "local"]
HEADS: dict[Side, str] = {"shared": "0005", "local": "0006"}
_CREATION_LOCK = 7_214_001
_versions: dict[Side, sa.Table] = {
    side: sa.Table(f"version_{side}", sa.MetaData(), sa.Column("version_num", sa.String(32), primary_key=True))
    for side in HEADS
}


def version_table(side: Side) -> str:
    """The table in which a side's schema version stands."""
    return _versions[side].name


def find_version(engine: sa.Engine, side: Side) -> str | None:
    """The schema version in a database; None when it has none yet."""
    with reading(engine) as connection:
        return _version(connection, side)


def _version(connection: sa.Connection, side: Side) -> str | None:
    if not sa.inspect(connection).has_table(_versions[side].name):
        return None
    return connection.scalar(sa.select(_versions[side].c.version_num))


def ensure(engine: sa.Engine, side: Side, *, may_upgrade: bool) -> None:
    """Make the schema in an empty database; Misconfigured when it is older (unless may_upgrade) or newer."""
    found = find_version(engine, side)
    if found is None:
        _create(engine, side)
    elif found > HEADS[side]:
        raise Misconfigured("schema-newer", side=side, found=found, known=HEADS[side])
    elif found < HEADS[side]:
        if not may_upgrade:
            raise Misconfigured("schema-older", side=side, found=found, known=HEADS[side])
        upgrade(engine, side)


def _create(engine: sa.Engine, side: Side) -> None:
    with writing(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_CREATION_LOCK)))
        if _version(connection, side) is not None:
            return
        (shared if side == "shared" else local).create_all(connection)
        if side == "local":
            shared.create_all(connection)
            connection.exec_driver_sql(SEARCH_DDL)
        else:
            connection.execute(sa.insert(clock).values(id=1, revision=0, epoch=uuid4().hex))
        _versions[side].create(connection)
        connection.execute(sa.insert(_versions[side]).values(version_num=HEADS[side]))


def upgrade(engine: sa.Engine, side: Side) -> tuple[str | None, str]:
    """Bring a database to this program's version; gives the versions before and after."""
    before = find_version(engine, side)
    if before is None:
        _create(engine, side)
        return None, HEADS[side]
    if before > HEADS[side]:
        raise Misconfigured("schema-newer", side=side, found=before, known=HEADS[side])
    from alembic import command

    with writing(engine) as connection:
        command.upgrade(migrations(side, connection), "head")
    return before, HEADS[side]


def migrations(side: Side, connection: sa.Connection) -> Config:
    """Alembic's configuration for a side, bound to an open transaction."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations" / side))
    config.attributes["connection"] = connection
    config.attributes["version_table"] = version_table(side)
    return config
