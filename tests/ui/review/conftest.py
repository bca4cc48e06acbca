"""The stage of the review tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.review.judgement_stage import Stage
from ui.background import Background


@pytest.fixture
def stage(qtbot: QtBot, background: Background, tmp_path: Path) -> Iterator[Stage]:
    """A review of two applicants, 9999 first."""
    made = Stage(qtbot, background, tmp_path)
    yield made
    made.close()
