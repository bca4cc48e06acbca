"""Fresh, old and new schemas; migrations up and down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from reviewer.errors import Misconfigured
from reviewer.storage import schema
from reviewer.storage.engine import make_engine, reading, writing
from reviewer.storage.local_tables import local
from reviewer.storage.schema import HEADS, Side
from reviewer.storage.tables import clock, shared


@pytest.fixture
def engine(shared_url: str) -> Iterator[sa.Engine]:
    made = make_engine(shared_url)
    yield made
    made.dispose()


def migrate(engine: sa.Engine, side: Side, to: str) -> None:
    with writing(engine) as connection:
        step = command.downgrade if to == "base" else command.upgrade
        step(schema.migrations(side, connection), to)


def differences(engine: sa.Engine, metadata: list[sa.MetaData]) -> list[object]:
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _ours})
        return list(compare_metadata(context, metadata))  # type: ignore[arg-type]  # a list is taken, too


def _ours(_object: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
    return not (kind == "table" and (name or "").startswith(("search", "version_")))


def tables(engine: sa.Engine) -> set[str]:
    with reading(engine) as connection:
        return {name for name in sa.inspect(connection).get_table_names() if not name.startswith("version_")}


def test_the_shared_migrations_end_at_the_metadata_and_go_up_and_down(engine: sa.Engine) -> None:
    migrate(engine, "shared", "head")
    assert differences(engine, [shared]) == []
    migrate(engine, "shared", "base")
    assert tables(engine) == set()
    migrate(engine, "shared", "head")
    assert differences(engine, [shared]) == []
    assert schema.find_version(engine, "shared") == HEADS["shared"]


def test_the_local_migrations_end_at_the_metadata_and_go_up_and_down(sqlite_url: str) -> None:
    engine = make_engine(sqlite_url)
    for target in ("head", "base", "head"):
        migrate(engine, "local", target)
    assert differences(engine, [local, shared]) == []
    engine.dispose()


def test_a_fresh_schema_equals_the_migrated_one(engine: sa.Engine) -> None:
    schema.ensure(engine, "shared", may_upgrade=False)
    assert differences(engine, [shared]) == []
    with reading(engine) as connection:
        assert connection.scalar(sa.select(clock.c.revision)) == 0
    schema.ensure(engine, "shared", may_upgrade=False)


@pytest.mark.parametrize("side", ["shared", "local"])
def test_the_newest_revision_is_the_one_the_program_asks_for(side: Side, sqlite_url: str) -> None:
    engine = make_engine(sqlite_url)
    with writing(engine) as connection:
        script = ScriptDirectory.from_config(schema.migrations(side, connection))
        assert script.get_current_head() == HEADS[side]
    engine.dispose()


@pytest.mark.parametrize(("found", "code"), [("0000", "schema-older"), ("9999", "schema-newer")])
def test_a_client_never_upgrades_a_teams_schema_by_itself(engine: sa.Engine, found: str, code: str) -> None:
    schema.ensure(engine, "shared", may_upgrade=False)
    with writing(engine) as connection:
        connection.execute(sa.text("UPDATE version_shared SET version_num = :found"), {"found": found})
    with pytest.raises(Misconfigured, match=code):
        schema.ensure(engine, "shared", may_upgrade=False)
    with reading(engine) as connection:
        assert connection.scalar(sa.text("SELECT version_num FROM version_shared")) == found
