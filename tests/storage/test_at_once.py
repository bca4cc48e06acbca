"""Changes at once: every row or none, one writer at a time, and a database that is gone is said to be."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from reviewer.errors import Unavailable
from reviewer.storage import schema
from reviewer.storage.at_once import Change, change_at_once, kept_connection, look_at_once
from reviewer.storage.engine import make_engine, writing
from reviewer.storage.tables import clock
from tests.postgres import PostgresServer

ONE_MORE = sa.update(clock).where(clock.c.id == sa.bindparam("this")).values(revision=clock.c.revision + 1)
REVISION = sa.select(clock.c.revision).where(clock.c.id == sa.bindparam("this"))
HERE: Change = (ONE_MORE, {"this": 1})
NOWHERE: Change = (ONE_MORE, {"this": 2})


@pytest.fixture
def kept(shared: sa.Engine) -> Iterator[sa.Connection]:
    with kept_connection(shared) as connection:
        yield connection


def revision(engine: sa.Engine) -> object:
    with kept_connection(engine, writing=False) as looking:
        return look_at_once(looking, REVISION, {"this": 1})


def test_all_changes_are_made_or_none(shared: sa.Engine, kept: sa.Connection) -> None:
    before = revision(shared)
    for changes in ([NOWHERE], [HERE, NOWHERE], [HERE, HERE, NOWHERE, HERE]):
        assert not change_at_once(kept, changes, lambda: True)
        assert revision(shared) == before
    assert not change_at_once(kept, [HERE, HERE], lambda: False)
    assert revision(shared) == before
    assert change_at_once(kept, [HERE, HERE], lambda: True)
    assert revision(shared) == int(str(before)) + 2


def test_what_is_asked_last_may_raise_and_nothing_has_changed(shared: sa.Engine, kept: sa.Connection) -> None:
    before = revision(shared)

    def refuse() -> bool:
        raise Unavailable("database-unreachable")

    with pytest.raises(Unavailable):
        change_at_once(kept, [HERE], refuse)
    assert revision(shared) == before
    assert change_at_once(kept, [HERE], lambda: True)


def test_another_writer_is_waited_for_and_then_the_database_is_unavailable(shared_url: str, shared: sa.Engine) -> None:
    impatient = make_engine(shared_url, patience_ms=100)
    with kept_connection(impatient) as kept:
        with writing(shared), pytest.raises(Unavailable, match="database-unreachable"):
            change_at_once(kept, [HERE], lambda: True)
        assert change_at_once(kept, [HERE], lambda: True)
    impatient.dispose()


@pytest.mark.postgresql
def test_a_server_that_goes_away_between_two_transactions_is_unavailable(
    postgres_server: PostgresServer, postgres_database: str
) -> None:
    engine = make_engine(postgres_server.url(postgres_database))
    schema.ensure(engine, "shared", may_upgrade=True)
    with kept_connection(engine) as kept:
        assert change_at_once(kept, [HERE], lambda: True)
        with postgres_server.unreachable(postgres_database), pytest.raises(Unavailable, match="database-unreachable"):
            change_at_once(kept, [HERE], lambda: True)
    assert revision(engine) == 1
    engine.dispose()
