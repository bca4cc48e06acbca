"""The language changes at once: the window comes back in the other one, where it stood."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.i18n import current_language, gettext
from reviewer.settings import write_setting
from reviewer.workspace import open_workspace
from ui.__main__ import Program
from ui.application import speak
from ui.settings.setting_row import SettingRow
from ui.settings.settings_page import SettingsPage
from ui.welcome.welcome_page import WelcomePage
from ui.widgets.buttons import PaintedButton


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """The whole program on a desk of Anna's, started."""
    hook = sys.excepthook
    home = tmp_path / "desk"
    home.mkdir()
    write_setting(home / "settings.toml", "reviewer.name", "Anna")
    made = Program(lambda: open_workspace(str(home), None))
    yield made
    made.close()
    speak(made.application)
    sys.excepthook = hook


def press(program: Program, qtbot: QtBot, label: str) -> None:
    """Choose a language, and wait for the window that comes."""
    before = program.window
    row = next(row for row in before.findChildren(SettingRow) if row.key == "ui.language" and row.isVisible())
    QTest.mouseClick(
        next(part for part in row.findChildren(PaintedButton) if part.text() == label), Qt.MouseButton.LeftButton
    )
    qtbot.waitUntil(lambda: program.window is not before, timeout=20_000)
    qtbot.waitUntil(program.background.idle, timeout=20_000)


def start(program: Program, qtbot: QtBot) -> None:
    program.start()
    qtbot.waitUntil(program.background.idle, timeout=30_000)
    qtbot.waitUntil(lambda: program.window.page() != "" or _welcome(program) is not None, timeout=20_000)
    qtbot.waitUntil(program.background.idle, timeout=20_000)


def speech(program: Program) -> tuple[QLocale.Language, bool]:
    """The language of Qt's own words, and whether the frame of the window speaks the language set."""
    return QLocale().language(), program.window.rail.button("settings").accessibleName() == gettext("Settings")


def _welcome(program: Program) -> WelcomePage | None:
    return next((page for page in program.window.findChildren(WelcomePage) if page.isVisible()), None)


def test_the_window_comes_back_in_the_other_language_on_the_same_page(program: Program, qtbot: QtBot) -> None:
    start(program, qtbot)
    program.window.resize(1180, 760)
    program.window.show_page("settings")
    program.window.findChildren(SettingsPage)[0].go_to("appearance")
    press(program, qtbot, "Deutsch")
    window = program.window
    assert (window.page(), speech(program)) == ("settings", (QLocale.Language.German, True))
    assert (window.width(), window.height(), window.isVisible()) == (1180, 760, True)
    page = window.findChildren(SettingsPage)[0]
    qtbot.waitUntil(lambda: page.list.current() == "appearance", timeout=5000)
    press(program, qtbot, "English")
    assert speech(program) == (QLocale.Language.English, True)


def test_the_next_start_speaks_the_language_set(qtbot: QtBot, tmp_path: Path) -> None:
    hook = sys.excepthook
    home = tmp_path / "desk"
    home.mkdir()
    write_setting(home / "settings.toml", "ui.language", "de")
    program = Program(lambda: open_workspace(str(home), None))
    start(program, qtbot)
    said = (current_language(), speech(program))
    program.close()
    sys.excepthook = hook
    assert said == ("de", (QLocale.Language.German, True))


def test_the_first_steps_go_on_in_the_language_chosen_in_them(qtbot: QtBot, tmp_path: Path) -> None:
    hook = sys.excepthook
    program = Program(lambda: open_workspace(str(tmp_path / "desk"), None))
    start(program, qtbot)
    assert _welcome(program) is not None
    press(program, qtbot, "Deutsch")
    qtbot.waitUntil(lambda: _welcome(program) is not None, timeout=20_000)
    program.close()
    sys.excepthook = hook
