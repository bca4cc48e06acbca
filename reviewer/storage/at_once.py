"""Changes many rows in one short transaction, again and again over one connection: each row, or nothing at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError

from reviewer.storage.engine import TAKE_WRITING_LOCK, translated

if TYPE_CHECKING:
    import psycopg

Change = tuple[sa.Update, dict[str, Any]]
"""A statement that changes one row, and the values of its parameters."""
ForDriver = tuple[str, dict[str, Any]]
"""The same as the database's driver takes it."""


@contextmanager
def kept_connection(engine: sa.Engine, *, writing: bool = True) -> Iterator[sa.Connection]:
    """One connection for change_at_once, or else look_at_once, for one thread.

    Unavailable when the database does not answer.
    """
    with translated():
        connection = engine.execution_options(writing=writing, at_once=writing).connect()
    try:
        yield connection
    finally:
        connection.close()


def change_at_once(kept: sa.Connection, changes: Sequence[Change], last: Callable[[], bool]) -> bool:
    """One transaction of changes; False, and nothing has changed, when one of them finds no row.

    last is asked right before the commit, and may say no as well. On a server the changes are one round trip and the
    commit is another. Unavailable as above.
    """
    ready = [_ready(statement, kept.dialect).with_values(values) for statement, values in changes]
    change = _change_on_server if kept.dialect.name == "postgresql" else _change_one_by_one
    with translated(), kept.begin() as transaction:
        if change(kept, ready) and last():
            return True
        transaction.rollback()
        return False


def look_at_once(kept: sa.Connection, statement: sa.Select[Any], values: Mapping[str, Any]) -> object:
    """The one value a statement finds now. Unavailable as above."""
    text, turned = _ready(statement, kept.dialect).with_values(values)
    with translated(), kept.begin():
        return kept.exec_driver_sql(text, turned).scalar()


def _change_one_by_one(connection: sa.Connection, ready: Sequence[ForDriver]) -> bool:
    return all(connection.exec_driver_sql(text, values).rowcount == 1 for text, values in ready)


def _change_on_server(connection: sa.Connection, ready: Sequence[ForDriver]) -> bool:
    """The lock comes first: every statement after it sees what its last holder wrote."""
    driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
    errors = connection.dialect.loaded_dbapi.Error
    try:
        with driver.pipeline():
            driver.execute(TAKE_WRITING_LOCK)
            ran = [driver.execute(text, values) for text, values in ready]
    except errors as error:
        raise DBAPIError.instance(None, None, error, errors, hide_parameters=True) from error
    return all(cursor.rowcount == 1 for cursor in ran)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ready:
    """A statement as the driver takes it, its constants, and what turns values into the driver's."""

    text: str
    constants: dict[str, Any]
    turns: Mapping[str, Callable[[Any], Any]]

    def with_values(self, values: Mapping[str, Any]) -> ForDriver:
        turned = {name: self.turns[name](value) if name in self.turns else value for name, value in values.items()}
        return self.text, self.constants | turned


@cache
def _ready(statement: sa.Update | sa.Select[Any], dialect: sa.Dialect) -> _Ready:
    """Made once: it belongs to every letter that is sent, and costs several times as much as running it."""
    named = sqlite.dialect(paramstyle="named") if dialect.name == "sqlite" else dialect
    compiled = statement.compile(dialect=named)
    binds = {name: compiled.binds[name] for name in compiled.params}
    turns = {name: one.type.dialect_impl(named).bind_processor(named) for name, one in binds.items()}
    return _Ready(
        text=str(compiled),
        constants={name: one.value for name, one in binds.items() if not one.required},
        turns={name: turn for name, turn in turns.items() if turn is not None},
    )
