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
from tests.smtp_servers import SmtpServer
from ui.application import make_application
from ui.theme import Scheme

PASSWORD = "one that only robots read"


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


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SmtpServer]:
    """A mail server that wants STARTTLS and a login; the password lies in a file."""
    (tmp_path / "password").write_text(f"{PASSWORD}\n", encoding="utf-8")
    monkeypatch.setenv("REVIEWER_SMTP_PASSWORD_FILE", str(tmp_path / "password"))
    with SmtpServer(security="starttls", user="anna", password=PASSWORD) as running:
        yield running
