"""Opens SQLite and PostgreSQL; every difference between the two lives here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from reviewer.errors import Misconfigured, Unavailable
from reviewer.storage.drives import is_on_network

SHARED_PATIENCE_MS = 2_000
"""How long a locked shared file is waited for before it counts as unreachable."""
REPLICA_PATIENCE_MS = 20_000
"""How long acting waits while sync writes into the same replica; each of its transactions is short."""
CONNECT_TIMEOUT_S = 4
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "foreign_keys=ON",
)


class UtcTime(sa.types.TypeDecorator[datetime]):
    """An aware time, kept in UTC on both databases."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Into the database: UTC; SQLite gets it without the zone."""
        if value is None:
            return None
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Out of the database: always aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def sqlite_url(path: Path) -> str:
    """The URL of a SQLite file."""
    return f"sqlite:///{path.as_posix()}"


def make_engine(url: str, *, patience_ms: int = SHARED_PATIENCE_MS) -> sa.Engine:
    """An engine for a SQLite or PostgreSQL URL; nothing is opened yet. Misconfigured for any other URL.

    patience_ms is how long SQLite waits for another writer.
    """
    try:
        parsed = sa.engine.make_url(url)
    except sa.exc.ArgumentError as error:
        raise Misconfigured("database-url-unreadable") from error
    backend = parsed.get_backend_name()
    if backend == "sqlite":
        return _sqlite_engine(parsed, patience_ms)
    if backend == "postgresql":
        return sa.create_engine(
            parsed.set(drivername="postgresql+psycopg"),
            pool_size=4,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={
                "connect_timeout": CONNECT_TIMEOUT_S,
                "application_name": "reviewer",
            },
        )
    raise Misconfigured("database-kind-unknown")


def _sqlite_engine(url: sa.URL, patience_ms: int) -> sa.Engine:
    if not url.database:
        raise Misconfigured("database-without-file")
    path = Path(url.database).absolute()
    if is_on_network(path):
        raise Misconfigured("sqlite-on-network-drive")
    engine = sa.create_engine(url.set(database=str(path)), hide_parameters=True)
    event.listen(engine, "connect", partial(_prepare_sqlite, patience_ms))
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(patience_ms: int, connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in (f"busy_timeout={patience_ms}", *PRAGMAS):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: sa.Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction that reads; Unavailable when the database does not answer."""
    with _translated(), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction that writes, alone on SQLite from its first statement; Unavailable as above."""
    with (
        _translated(),
        engine.execution_options(writing=True).connect() as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise Unavailable("database-unreachable", kind=type(error.orig).__name__) from error
    except DBAPIError as error:
        if error.connection_invalidated:
            raise Unavailable("database-unreachable", kind=type(error.orig).__name__) from error
        raise


def insert_ignoring(connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    """Insert rows; those whose primary key is there already are left as they are."""
    if not rows:
        return
    make: Callable[[sa.Table], Any] = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    connection.execute(make(table).on_conflict_do_nothing(), rows)


def shrink_traces(engine: sa.Engine) -> None:
    """After erasing: fold the write-ahead log into the file and cut it (SQLite); nothing on PostgreSQL."""
    if engine.dialect.name != "sqlite":
        return
    with _translated():
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            raw.close()
