"""What takes long is built in steps, with the event loop between them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from ui.background import Background
from ui.furnishing import Furnishing, Steps


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def three_steps(took: list[str]) -> Steps[str]:
    for name in ("floor", "walls", "roof"):
        took.append(name)
        yield
    return "house"


def test_the_event_loop_runs_between_two_steps(qtbot: QtBot, background: Background, owner: QObject) -> None:
    took: list[str] = []
    built: list[str] = []
    other = QTimer(owner, interval=0)
    other.timeout.connect(lambda: took.append("-"))
    Furnishing(three_steps(took), built.append, background, owner)
    other.start()
    qtbot.waitUntil(background.idle)
    other.stop()
    assert built == ["house"]
    assert "floor-walls-roof" in "".join(took)


def test_until_the_last_step_the_background_is_not_idle(qtbot: QtBot, background: Background, owner: QObject) -> None:
    idle: list[bool] = []

    def steps() -> Steps[None]:
        for _ in range(3):
            idle.append(background.idle())
            yield

    Furnishing(steps(), lambda _nothing: idle.append(background.idle()), background, owner)
    with qtbot.waitSignal(background.idle_now):
        pass
    assert idle == [False] * 4


def test_a_step_that_fails_is_the_last(qtbot: QtBot, background: Background, owner: QObject) -> None:
    ended: list[str] = []

    def steps() -> Steps[None]:
        try:
            yield
            raise ValueError("no bricks")
        finally:
            ended.append("tidied")

    with qtbot.captureExceptions() as faults:
        Furnishing(steps(), lambda _nothing: ended.append("built"), background, owner)
        qtbot.waitUntil(background.idle)
    assert [str(fault[1]) for fault in faults] == ["no bricks"]
    assert ended == ["tidied"]


def test_what_is_stopped_is_built_no_further(qtbot: QtBot, background: Background, owner: QObject) -> None:
    took: list[str] = []
    furnishing = Furnishing(three_steps(took), took.append, background, owner)
    other = QTimer(owner, interval=0)
    other.timeout.connect(lambda: furnishing.stop() if took else None)
    other.start()
    qtbot.waitUntil(background.idle)
    qtbot.wait(0)
    assert took in (["floor"], ["floor", "walls"])
