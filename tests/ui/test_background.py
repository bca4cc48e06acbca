"""Work off the UI thread: order, priority, cancelling, failures, the end."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from ui.background import Background, Lane, Urgency


class Gate:
    """Work that begins, says so, and ends when it is let go."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self._open = threading.Event()

    def __call__(self) -> None:
        self.begun.set()
        assert self._open.wait(10)

    def let_go(self) -> None:
        self._open.set()


def wait_idle(qtbot: QtBot, background: Background) -> None:
    if not background.idle():
        with qtbot.waitSignal(background.idle_now, timeout=10_000):
            pass


def test_a_result_comes_back_on_the_ui_thread(qtbot: QtBot, background: Background) -> None:
    ui = threading.get_ident()
    seen: list[tuple[bool, bool]] = []
    background.run(
        Lane.CORE, threading.get_ident, lambda worker: seen.append((worker != ui, threading.get_ident() == ui))
    )
    wait_idle(qtbot, background)
    assert seen == [(True, True)]


@pytest.mark.parametrize("lane", [Lane.CORE, Lane.NETWORK])
def test_a_serial_lane_keeps_the_order_whatever_the_priority(qtbot: QtBot, background: Background, lane: Lane) -> None:
    done: list[int] = []
    for number in range(20):
        background.run(lane, lambda number=number: number, done.append, priority=-number)  # type: ignore[misc]
    wait_idle(qtbot, background)
    assert done == list(range(20))


def test_documents_take_the_most_urgent_first(qtbot: QtBot, background: Background) -> None:
    gates = [Gate() for _thread in range(4)]
    for gate in gates:
        background.run(Lane.DOCUMENTS, gate)
    assert all(gate.begun.wait(10) for gate in gates)
    begun: list[str] = []
    for name, priority in (("later", 5), ("soon", 1), ("now", 0)):
        background.run(Lane.DOCUMENTS, _noting(begun, name), priority=priority)
    gates[0].let_go()
    qtbot.waitUntil(lambda: len(begun) == 3, timeout=10_000)
    for gate in gates[1:]:
        gate.let_go()
    wait_idle(qtbot, background)
    assert begun == ["now", "soon", "later"]


def test_what_is_on_screen_never_waits_behind_what_is_fetched_ahead(qtbot: QtBot, background: Background) -> None:
    gates = [Gate() for _piece in range(8)]
    for gate in gates:
        background.run(Lane.DOCUMENTS, gate, priority=Urgency.WHENEVER)
    seen = list[str]()
    background.run(Lane.DOCUMENTS, _noting(seen, "on screen"), priority=Urgency.VISIBLE)
    qtbot.waitUntil(lambda: seen == ["on screen"], timeout=10_000)
    for gate in gates:
        gate.let_go()
    wait_idle(qtbot, background)


def test_work_about_the_same_thing_takes_one_thread_only(qtbot: QtBot, background: Background) -> None:
    gate, seen = Gate(), list[str]()
    background.run(Lane.DOCUMENTS, gate, about="one")
    assert gate.begun.wait(10)
    for _piece in range(8):
        background.run(Lane.DOCUMENTS, _noting(seen, "one"), about="one")
    background.run(Lane.DOCUMENTS, _noting(seen, "another"), about="another")
    qtbot.waitUntil(lambda: seen == ["another"], timeout=10_000)
    gate.let_go()
    wait_idle(qtbot, background)
    assert seen == ["another", *["one"] * 8]


def _noting(begun: list[str], name: str) -> Callable[[], None]:
    return lambda: begun.append(name)


def test_two_documents_are_worked_on_at_once(background: Background) -> None:
    gates = [Gate(), Gate()]
    for gate in gates:
        background.run(Lane.DOCUMENTS, gate)
    assert all(gate.begun.wait(10) for gate in gates)
    for gate in gates:
        gate.let_go()


def test_cancelled_work_that_waits_is_not_begun(qtbot: QtBot, background: Background) -> None:
    gate, begun = Gate(), list[str]()
    background.run(Lane.CORE, gate)
    background.run(Lane.CORE, _noting(begun, "cancelled")).cancel()
    gate.let_go()
    wait_idle(qtbot, background)
    assert begun == []


def test_callbacks_of_cancelled_work_never_come(qtbot: QtBot, background: Background) -> None:
    gate, called = Gate(), list[object]()
    ticket = background.run(Lane.CORE, gate, called.append, called.append)
    assert gate.begun.wait(10)
    gate.let_go()
    ticket.cancel()
    wait_idle(qtbot, background)
    assert called == []


def test_a_failure_goes_to_whoever_gave_the_work(qtbot: QtBot, background: Background) -> None:
    failures: list[Exception] = []
    background.run(Lane.CORE, lambda: 1 // 0, failed=failures.append)
    wait_idle(qtbot, background)
    assert [type(failure) for failure in failures] == [ZeroDivisionError]


def test_a_failure_nobody_takes_comes_out_of_the_signal(qtbot: QtBot, background: Background) -> None:
    with qtbot.waitSignal(background.failed, timeout=10_000) as failed:
        background.run(Lane.CORE, lambda: 1 // 0)
    assert [type(failure) for failure in failed.args or ()] == [ZeroDivisionError]


def test_values_said_from_a_thread_arrive_in_order_on_the_ui_thread(qtbot: QtBot, background: Background) -> None:
    seen: list[tuple[int, bool]] = []
    ui = QThread.currentThread()

    def note(value: int) -> None:
        seen.append((value, QThread.currentThread() is ui))

    say = background.relay(note)
    background.run(Lane.NETWORK, lambda: [say(value) for value in range(5)])
    wait_idle(qtbot, background)
    assert seen == [(value, True) for value in range(5)]


def test_work_is_refused_from_another_thread(qtbot: QtBot, background: Background) -> None:
    failures: list[Exception] = []
    background.run(Lane.CORE, lambda: background.run(Lane.CORE, int), failed=failures.append)
    wait_idle(qtbot, background)
    assert [type(failure) for failure in failures] == [RuntimeError]


def test_closing_finishes_what_people_did_and_then_does_the_last_work() -> None:
    background, gate, begun = Background(), Gate(), list[str]()
    background.run(Lane.CORE, gate)
    assert gate.begun.wait(10)
    background.run(Lane.CORE, _noting(begun, "waited"))
    assert not background.close(deadline_s=0.0, last=_noting(begun, "last"))
    gate.let_go()
    assert background.close()
    assert begun == ["waited", "last"]


def test_closing_drops_documents_that_wait() -> None:
    background, gates, begun = Background(), [Gate() for _thread in range(4)], list[str]()
    for gate in gates:
        background.run(Lane.DOCUMENTS, gate)
    assert all(gate.begun.wait(10) for gate in gates)
    background.run(Lane.DOCUMENTS, _noting(begun, "waited"))
    assert not background.close(deadline_s=0.0)
    for gate in gates:
        gate.let_go()
    assert background.close()
    assert begun == []


def test_after_closing_nothing_is_begun() -> None:
    background, begun = Background(), list[str]()
    background.close()
    assert background.run(Lane.CORE, _noting(begun, "late")).cancelled
    assert (background.idle(), begun) == (True, [])
