"""A new desk with its settings shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.settings.new_desk import NewDesk
from ui.background import Background
from ui.theme import ThemeSwitch
from ui.window import Window


@pytest.fixture
def desk(
    qtbot: QtBot, tmp_path: Path, window: Window, background: Background, themes: ThemeSwitch
) -> Iterator[NewDesk]:
    """A new desk; nothing may fail behind its window that nobody has words for."""
    made = NewDesk(qtbot, tmp_path, window, background, themes)
    yield made
    made.close()
    assert made.faults == []
