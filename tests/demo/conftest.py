"""One demonstration folder for all tests that only look at it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reviewer.demo.folder import write_folder
from reviewer.demo.plan import DemoPlan

AS_OF = date(2026, 11, 23)


@pytest.fixture(scope="session")
def plan(tmp_path_factory: pytest.TempPathFactory) -> DemoPlan:
    return write_folder(tmp_path_factory.mktemp("demo"), as_of=AS_OF)


@pytest.fixture(scope="session")
def folder(plan: DemoPlan) -> Path:
    return plan.folder
