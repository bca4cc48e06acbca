"""Two desks on one shared database of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.workspace import Workspace
from tests.desks import KeptPost, SetClock, open_desk, write_folder


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def post() -> KeptPost:
    return KeptPost()


@pytest.fixture
def desks(shared_url: str, tmp_path: Path, clock: SetClock) -> Iterator[tuple[Workspace, Workspace]]:
    anna, bert = open_desk(tmp_path, shared_url, "Anna", clock), open_desk(tmp_path, shared_url, "Bert", clock)
    anna.bring_in(write_folder(tmp_path / "in"))
    bert.sync(deliver=False)
    yield anna, bert
    anna.close()
    bert.close()
