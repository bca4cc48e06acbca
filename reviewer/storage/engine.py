"""Opens SQLite and PostgreSQL; every difference between the two lives here and in `at_once`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DataError, DBAPIError, InterfaceError, OperationalError

from reviewer.errors import Misconfigured, Refused, Unavailable
from reviewer.storage.drives import is_on_network

SHARED_PATIENCE_MS = 2_000
"""How long a locked shared file is waited for before it counts as unreachable."""
REPLICA_PATIENCE_MS = 20_000
"""How long acting waits while sync writes into the same replica; each of its transactions is short."""
SERVER_PATIENCE_MS = 10_000
"""The same on a server, where a colleague's import may hold the others up for a while."""
CONNECT_TIMEOUT_S = 4
WRITING_LOCK = 7_214_002
"""The advisory lock of PostgreSQL that one writing transaction of this program holds at a time."""
TAKE_WRITING_LOCK = f"SELECT pg_advisory_xact_lock({WRITING_LOCK})"
INSUFFICIENT_PRIVILEGE = "42501"
SERVER_CONNECTION = {
    "connect_timeout": CONNECT_TIMEOUT_S,
    "application_name": "reviewer",
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}
"""A line that is cut is noticed within half a minute, not after the system's two hours."""
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


def make_engine(
    url: str, *, patience_ms: int | None = None, password: Callable[[], str | None] = lambda: None
) -> sa.Engine:
    """An engine for a SQLite or PostgreSQL URL; nothing is opened yet. Misconfigured for any other URL.

    patience_ms is how long another writer is waited for; password is asked when a server's URL has none.
    """
    try:
        parsed = sa.engine.make_url(url)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise Misconfigured("database-url-unreadable") from error
    backend = parsed.get_backend_name()
    if backend == "sqlite":
        return _sqlite_engine(parsed, SHARED_PATIENCE_MS if patience_ms is None else patience_ms)
    if backend == "postgresql":
        engine = _server_engine(parsed, SERVER_PATIENCE_MS if patience_ms is None else patience_ms)
        if parsed.password is None:
            event.listen(engine, "do_connect", partial(_log_in, password))
        return engine
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


def _server_engine(url: sa.URL, patience_ms: int) -> sa.Engine:
    """A desk that falls asleep within a transaction is cut off by the server, so that the others can go on."""
    limits = f"-c lock_timeout={patience_ms} -c idle_in_transaction_session_timeout={3 * SERVER_PATIENCE_MS}"
    engine = sa.create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_size=4,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={**SERVER_CONNECTION, "options": limits},
    )
    event.listen(engine, "begin", _begin_on_server)
    return engine


def _log_in(
    password: Callable[[], str | None], _dialect: object, _record: object, _arguments: object, options: dict[str, Any]
) -> None:
    """Add the password that is kept elsewhere; without one the server's own ways hold (a password file, a peer)."""
    known = password()
    if known:
        options["password"] = known


def _begin_on_server(connection: sa.Connection) -> None:
    """Give PostgreSQL what SQLite has: one writer at a time, and readers who see one moment."""
    options = connection.get_execution_options()
    if options.get("at_once"):
        return
    if options.get("writing"):
        connection.exec_driver_sql(TAKE_WRITING_LOCK)
    elif options.get("writing") is False:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")


def _prepare_sqlite(patience_ms: int, connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in (f"busy_timeout={patience_ms}", *PRAGMAS):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: sa.Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction that reads, all of one moment; Unavailable when the database does not answer."""
    with (
        translated(),
        engine.execution_options(writing=False).connect() as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction that writes, alone from its first statement; Unavailable as above.

    Refused when a value cannot be stored, such as a NUL on PostgreSQL.
    """
    with (
        translated(),
        engine.execution_options(writing=True).connect() as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def translated() -> Iterator[None]:
    """Turn the databases' errors within into ours."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise Unavailable("database-unreachable", kind=type(error.orig).__name__) from error
    except DataError as error:
        raise Refused("text-not-storable") from error
    except DBAPIError as error:
        if error.connection_invalidated:
            raise Unavailable("database-unreachable", kind=type(error.orig).__name__) from error
        code = _trouble_of(error.orig)
        if code:
            raise Misconfigured(code) from error
        raise


def _trouble_of(error: BaseException | None) -> str:
    """What is wrong with the database as a whole, as a code; empty when nothing is."""
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return "database-damaged"
    return "database-not-permitted" if getattr(error, "sqlstate", "") == INSUFFICIENT_PRIVILEGE else ""


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
    with translated():
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            raw.close()


def clock_difference(engine: sa.Engine, system: Callable[[], datetime]) -> timedelta:
    """How far a database server's clock is ahead of the system's; a file has no clock of its own."""
    if engine.dialect.name != "postgresql":
        return timedelta()
    with reading(engine) as connection:
        before = system()
        there: datetime = connection.exec_driver_sql("SELECT clock_timestamp()").scalar_one()
        return there - (before + (system() - before) / 2)
