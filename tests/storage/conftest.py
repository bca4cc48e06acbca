"""A shared database with its schema, of each kind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from reviewer.storage import schema
from reviewer.storage.engine import make_engine


@pytest.fixture
def shared(shared_url: str) -> Iterator[sa.Engine]:
    engine = make_engine(shared_url)
    schema.ensure(engine, "shared", may_upgrade=False)
    yield engine
    engine.dispose()
