"""The application as people see it: fonts loaded, theme in place, on a screen that is not there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.application import make_application, speak
from ui.background import Background
from ui.theme import Scheme, ThemeSwitch
from ui.window import Window


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
