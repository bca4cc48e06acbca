"""The queue pane on a desk of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.queue.queue_stage import Stage
from ui.background import Background


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path, background: Background) -> Iterator[Stage]:
    """A pane whose work is over, and without faults, when the test ends."""
    made = Stage(qtbot, tmp_path, background)
    yield made
    qtbot.waitUntil(background.idle)
    made.desk.close()
    assert made.bugs == []
