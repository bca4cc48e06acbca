"""The window comes first; the desk is opened behind it, and failing to is said with a remedy."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.errors import Misconfigured, Unavailable
from reviewer.paths import Home
from reviewer.settings import write_setting
from reviewer.workspace import Workspace, open_workspace
from ui.__main__ import Program
from ui.widgets.buttons import ActionButton
from ui.widgets.paragraph import Paragraph

PLACES = 8


def count_places(program: Program) -> int:
    """How many places one can go to by now."""
    return sum(row.name.startswith("go-") for row in program.window.actions_table if row.name != "go-to-page")


class Desk:
    """Opens a real desk in a folder; fails as often as told before."""

    def __init__(self, home: Path, failures: int = 0) -> None:
        self.home = home
        self.failures = failures
        self.threads: list[int] = []

    def __call__(self) -> Workspace:
        self.threads.append(threading.get_ident())
        if len(self.threads) <= self.failures:
            raise Misconfigured("home-not-writable", errno=13)
        return open_workspace(str(self.home), None)


@pytest.fixture
def hook() -> Iterator[None]:
    before = sys.excepthook
    yield
    sys.excepthook = before


@pytest.mark.usefixtures("hook")
def test_the_window_shows_before_the_desk_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    program = Program(desk)
    qtbot.addWidget(program.window)
    program.start()
    assert program.window.isVisible()
    qtbot.waitUntil(program.background.idle, timeout=30_000)
    program.close()
    assert desk.threads == [thread for thread in desk.threads if thread != threading.get_ident()]
    assert (tmp_path / "desk" / "replica.db").is_file()


@pytest.mark.usefixtures("hook")
def test_the_window_answers_while_its_places_are_made_and_shows_the_first_when_all_stand(
    qtbot: QtBot, tmp_path: Path
) -> None:
    write_setting(Home(folder=tmp_path / "desk").make().settings, "reviewer.name", "Anna")
    program = Program(Desk(tmp_path / "desk"))
    qtbot.addWidget(program.window)
    seen: list[tuple[int, str, bool]] = []

    def look() -> None:
        seen.append((count_places(program), program.window.page(), gc.isenabled()))

    clock = QTimer(program.window, interval=0)
    clock.timeout.connect(look)
    clock.start()
    program.start()
    qtbot.waitUntil(program.background.idle, timeout=30_000)
    clock.stop()
    look()
    program.close()
    assert len({count for count, _page, _collects in seen}) > PLACES // 2
    assert {(page, collects) for count, page, collects in seen if 0 < count < PLACES} == {("", False)}
    assert seen[-1] == (PLACES, "review", True)


@pytest.mark.usefixtures("hook")
def test_a_window_closed_while_its_places_are_made_makes_no_more_of_them(qtbot: QtBot, tmp_path: Path) -> None:
    program = Program(Desk(tmp_path / "desk"))
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(lambda: program.workspace is not None, timeout=30_000)
    program.close()
    qtbot.wait(0)
    assert (count_places(program) < PLACES, program.window.page(), gc.isenabled()) == (True, "", True)


@pytest.mark.usefixtures("hook")
def test_a_desk_that_cannot_be_opened_says_why_and_can_be_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk", failures=1)
    program = Program(desk)
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(program.background.idle, timeout=30_000)
    said = {part.text() for part in program.window.findChildren(Paragraph) if part.isVisible()}
    assert "The program’s folder cannot be written" in said
    button = next(part for part in program.window.findChildren(ActionButton) if part.text() == "Try again")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(program.background.idle, timeout=30_000)
    program.close()
    assert len(desk.threads) == 2


@pytest.mark.usefixtures("hook")
def test_what_is_out_of_reach_is_said_in_the_status_line_and_not_as_a_fault(qtbot: QtBot, tmp_path: Path) -> None:
    program = Program(Desk(tmp_path / "desk"))
    qtbot.addWidget(program.window)
    program.window.show()
    program.tell(Unavailable("database-unreachable"))
    assert program.window.status.toast.text() == "The shared database does not answer"
    program.close()
