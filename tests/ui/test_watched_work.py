"""Work that is watched for: taken on the UI thread when it is there, done by a thread when it takes long."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.background import Background, Lane, Ticket


class Errand:
    """Somebody else's work: each time there is a byte, one of its results."""

    def __init__(self, results: list[object]) -> None:
        self.descriptor, self._writing = os.pipe()
        self._results = results
        self.looks: list[threading.Thread] = []

    def come(self) -> None:
        os.write(self._writing, b"1")

    def look(self) -> object:
        self.looks.append(threading.current_thread())
        os.read(self.descriptor, 1)
        result = self._results.pop(0)
        if isinstance(result, Exception):
            raise result
        return result

    def close(self) -> None:
        for descriptor in (self.descriptor, self._writing):
            os.close(descriptor)


class Desk:
    """Has errands done, and keeps what came of them."""

    def __init__(self, qtbot: QtBot, patience_ms: int) -> None:
        self.qtbot = qtbot
        self.background = Background(patience_ms=patience_ms)
        self.done: list[object] = []
        self.failed: list[Exception] = []
        self.worked: list[threading.Thread] = []

    def run(self, errand: Errand, about: str | None = None) -> Ticket:
        return self.background.run(
            Lane.DOCUMENTS, self._work, self.done.append, self.failed.append, watched=errand, about=about
        )

    def wait(self) -> None:
        self.qtbot.waitUntil(self.background.idle)

    def _work(self) -> str:
        self.worked.append(threading.current_thread())
        return "worked"


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """One that waits for what comes, however busy the computer is."""
    made = Desk(qtbot, 60_000)
    yield made
    assert made.background.close()


@pytest.fixture
def hasty_desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot, 1)
    yield made
    assert made.background.close()


def test_what_comes_soon_is_taken_on_the_ui_thread_and_no_thread_does_it(desk: Desk) -> None:
    errand = Errand([None, "taken"])
    desk.run(errand)
    assert not desk.background.idle()
    errand.come()
    errand.come()
    desk.wait()
    assert (desk.done, desk.failed, desk.worked) == (["taken"], [], [])
    assert set(errand.looks) == {threading.main_thread()}
    errand.close()


def test_what_takes_long_is_done_by_a_thread_and_nobody_looks_any_more(hasty_desk: Desk) -> None:
    desk = hasty_desk
    errand = Errand(["taken"])
    desk.run(errand)
    desk.wait()
    errand.come()
    desk.qtbot.wait(20)
    assert (desk.done, errand.looks) == (["worked"], [])
    assert desk.worked != [threading.main_thread()]
    errand.close()


def test_what_only_a_thread_can_do_is_done_by_one(desk: Desk) -> None:
    errand = Errand([BlockingIOError()])
    desk.run(errand)
    errand.come()
    desk.wait()
    assert (desk.done, len(errand.looks), len(desk.worked)) == (["worked"], 1, 1)
    errand.close()


@pytest.mark.parametrize(("result", "before"), [("taken", 0), (BlockingIOError(), 1)])
def test_what_is_about_the_same_thing_comes_after_it(desk: Desk, result: object, before: int) -> None:
    errand = Errand([result])
    desk.run(errand, "page")
    desk.background.run(Lane.DOCUMENTS, lambda: len(desk.worked), desk.done.append, priority=10, about="page")
    desk.background.run(Lane.DOCUMENTS, lambda: "others", desk.done.append, about="other page")
    desk.qtbot.waitUntil(lambda: desk.done == ["others"])
    errand.come()
    desk.wait()
    assert before in desk.done
    errand.close()


def test_while_something_about_the_same_thing_is_done_it_waits_for_a_thread(desk: Desk) -> None:
    begun, gate, errand = threading.Event(), threading.Event(), Errand(["taken"])

    def read() -> bool:
        begun.set()
        return gate.wait(10)

    desk.background.run(Lane.DOCUMENTS, read, desk.done.append, about="page")
    assert begun.wait(10)
    desk.run(errand, "page")
    errand.come()
    gate.set()
    desk.wait()
    assert (desk.done, errand.looks) == ([True, "worked"], [])
    errand.close()


def test_a_failure_is_told_as_that_of_other_work(desk: Desk) -> None:
    failure = ZeroDivisionError()
    errand = Errand([failure])
    desk.run(errand)
    errand.come()
    desk.wait()
    assert (desk.done, desk.failed, desk.worked) == ([], [failure], [])
    errand.close()


def test_what_is_cancelled_is_neither_told_nor_done(hasty_desk: Desk) -> None:
    desk = hasty_desk
    soon, late = Errand(["taken"]), Errand([])
    for errand in (soon, late):
        desk.run(errand).cancel()
    soon.come()
    desk.wait()
    assert (desk.done, desk.failed, desk.worked) == ([], [], [])
    soon.close()
    late.close()


def test_what_ended_before_it_was_watched_is_done_by_a_thread(desk: Desk) -> None:
    errand = Errand([])
    errand.close()
    desk.run(errand)
    desk.wait()
    assert desk.done == ["worked"]
