"""The application as people see it: fonts loaded, theme in place, on a screen that is not there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.outbox.desk_window import DeskWindow
from tests.ui.settings.new_desk import NewDesk
from ui.application import make_application, speak
from ui.background import Background
from ui.theme import Scheme, ThemeSwitch
from ui.window import Window

PATIENCE_MS = 60_000


class PatientBot(QtBot):
    """Waits as long as a computer may take that is busy with other work; what comes sooner ends the wait."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        """Until the condition holds."""
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The bot of pytest-qt, with more patience."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def themes(qapp: QApplication) -> ThemeSwitch:
    """The theme switch of the one application."""
    return make_application([], Scheme.LIGHT)[1]


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, themes: ThemeSwitch) -> ThemeSwitch:
    """Each test begins in the light theme, with dates and numbers in English."""
    speak(qapp)
    if themes.scheme is not Scheme.LIGHT:
        themes.choose(Scheme.LIGHT)
    return themes


@pytest.fixture
def background() -> Iterator[Background]:
    """Background work that has ended when the test ends."""
    made = Background()
    yield made
    assert made.close()


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    """The window without pages, shown and active."""
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def at_desk(
    qtbot: QtBot, tmp_path: Path, sqlite_url: str, window: Window, background: Background, themes: ThemeSwitch
) -> Iterator[DeskWindow]:
    """A desk with applicants in a window, closed when the test ends."""
    made = DeskWindow(qtbot, tmp_path, sqlite_url, window, background, themes)
    yield made
    made.settle()
    made.desk.close()
    assert made.faults == [], "something failed in the background that no page has words for"


@pytest.fixture
def desk(
    qtbot: QtBot, tmp_path: Path, window: Window, background: Background, themes: ThemeSwitch
) -> Iterator[NewDesk]:
    """A new desk; nothing may fail behind its window that nobody has words for."""
    made = NewDesk(qtbot, tmp_path, window, background, themes)
    yield made
    made.close()
    assert made.faults == []
