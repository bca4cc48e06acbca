"""A desk in a window, closed when the test ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.outbox.desk_window import DeskWindow
from ui.background import Background
from ui.theme import ThemeSwitch
from ui.window import Window


@pytest.fixture
def at_desk(
    qtbot: QtBot, tmp_path: Path, sqlite_url: str, window: Window, background: Background, themes: ThemeSwitch
) -> Iterator[DeskWindow]:
    made = DeskWindow(qtbot, tmp_path, sqlite_url, window, background, themes)
    yield made
    made.settle()
    made.desk.close()
    assert made.faults == [], "something failed in the background that no page has words for"
