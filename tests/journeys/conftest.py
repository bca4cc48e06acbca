"""A desk for each journey, put away when the test ends."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.workspace import Workspace
from tests.desks import SetClock, open_desk
from tests.journeys.stage import SitDown, Stage
from ui.application import make_application
from ui.theme import Scheme


@pytest.fixture(autouse=True)
def excepthook() -> Iterator[None]:
    """The program puts its own in place."""
    before = sys.excepthook
    yield
    sys.excepthook = before


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    make_application([], Scheme.LIGHT)


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def sit_down(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[SitDown]:
    """Gives a person's desk with the window open: its home by name, its database by address."""
    stages: list[Stage] = []

    def make(name: str = "Anna", url: str | None = None, **arguments: object) -> Stage:
        stage = Stage(qtbot, tmp_path / name, url, clock, **arguments)  # type: ignore[arg-type]  # as Stage says
        stages.append(stage)
        return stage

    yield make
    for stage in stages:
        stage.close()


@pytest.fixture
def colleague(tmp_path: Path, clock: SetClock) -> Iterator[Callable[..., Workspace]]:
    """Gives a desk without a window, for what others do and for looking at what arrived."""
    desks: list[Workspace] = []

    def make(url: str | None, name: str = "Bert") -> Workspace:
        desk = open_desk(tmp_path, url, name, clock)
        desks.append(desk)
        return desk

    yield make
    for desk in desks:
        desk.close()
