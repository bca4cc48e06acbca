"""Runs work off the UI thread and brings its results back; the only module that crosses threads."""

from __future__ import annotations

import itertools
import logging
import sys
import threading
from bisect import insort
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, IntEnum
from operator import itemgetter
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal

from reviewer.errors import ReviewerError, describe
from ui.watched_work import PATIENCE_MS, Watch, Watched

_T = TypeVar("_T")
_log = logging.getLogger(f"reviewer.{__name__}")


class Lane(Enum):
    """Where work runs: CORE and NETWORK one after another, DOCUMENTS a few at a time by priority.

    PROGRAMS, which may take many seconds, one at a time by priority.
    """

    CORE = "core"
    DOCUMENTS = "documents"
    NETWORK = "network"
    PROGRAMS = "programs"


class Urgency(IntEnum):
    """Priorities in the lane DOCUMENTS; what lies between two counts to the lower one."""

    VISIBLE = 0
    NEAR = 10
    THUMBNAIL = 30
    AHEAD = 40
    WHENEVER = 60


_ANY = sys.maxsize
# One entry a thread: it takes what is below. So what is on screen never waits behind what is less urgent.
_THREADS = {
    Lane.CORE: (_ANY,),
    Lane.DOCUMENTS: (Urgency.NEAR, Urgency.THUMBNAIL, Urgency.WHENEVER, _ANY),
    Lane.NETWORK: (_ANY,),
    Lane.PROGRAMS: (_ANY,),
}


class Ticket:
    """One piece of work; after cancel() its callbacks never come, and it is not begun if it still waits."""

    __slots__ = ("_cancelled", "begun")

    def __init__(self) -> None:
        self._cancelled = False
        self.begun = False

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for it any more; long work looks here to stop early."""
        return self._cancelled

    def is_cancelled(self) -> bool:
        """The same, for work that asks by a function."""
        return self._cancelled

    def cancel(self) -> None:
        """Forget this work; what already runs ends by itself."""
        self._cancelled = True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    ticket: Ticket
    work: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    chore: bool = False
    about: object = None


class _Queue:
    """One lane's waiting work, lowest rank first, then in order of arrival; never two at once about the same thing."""

    def __init__(self) -> None:
        self._waiting: list[tuple[int, int, _Task]] = []
        self._busy: set[object] = set()
        self._order = itertools.count()
        self._closed = False
        self._lock = threading.Lock()
        self._resting: list[tuple[int, threading.Condition]] = []

    def put(self, rank: int, task: _Task) -> None:
        with self._lock:
            insort(self._waiting, (rank, next(self._order), task))
            self._wake(rank)

    def take(self, below: int) -> _Task | None:
        """The next task of a rank below, waiting for one; None once closed and empty. Each is to be ended by done."""
        with self._lock:
            while (place := self._find(below)) is None:
                if self._closed and not self._waiting:
                    return None
                self._rest(below)
            task = self._waiting.pop(place)[2]
            if task.about is not None:
                self._busy.add(task.about)
            # Whoever was woken may have taken another one's work, so the rest of it is offered once more.
            left = self._find(_ANY)
            if left is not None:
                self._wake(self._waiting[left][0])
            return task

    def hold(self, task: _Task) -> bool:
        """Begin a task that no thread does, to be ended by done; False while something about the same thing is done."""
        with self._lock:
            if task.about in self._busy:
                return False
            if task.about is not None:
                self._busy.add(task.about)
            return True

    def done(self, task: _Task) -> None:
        """What waits about the same thing may begin."""
        if task.about is not None:
            with self._lock:
                self._busy.discard(task.about)
                for rank, _order, waiting in self._waiting:
                    if waiting.about == task.about:
                        self._wake(rank)
                        return

    def close(self, last: _Task | None, *, finish: bool) -> None:
        with self._lock:
            self._closed = True
            if not finish:
                self._waiting = []
            if last is not None:
                insort(self._waiting, (_ANY, next(self._order), last))
            for _below, resting in self._resting:
                resting.notify()

    def _rest(self, below: int) -> None:
        resting = below, threading.Condition(self._lock)
        self._resting.append(resting)
        resting[1].wait()

    def _wake(self, rank: int) -> None:
        """Wake one thread that may do it, the narrowest; waking all of them takes the window's time."""
        able = min((one for one in self._resting if one[0] > rank), key=itemgetter(0), default=None)
        if able is not None:
            self._resting.remove(able)
            able[1].notify()

    def _find(self, below: int) -> int | None:
        for place, (rank, _order, task) in enumerate(self._waiting):
            if rank >= below and not self._closed:
                break
            if task.about is None or task.about not in self._busy:
                return place
        return None


class Background(QObject):
    """Work goes in and results come back on the UI thread alone; nothing comes back after close().

    What is watched for is given to a thread after patience_ms milliseconds.
    """

    failed = Signal(object)
    idle_now = Signal()
    _finished = Signal(object, object, object)
    _relayed = Signal(object, object)

    def __init__(self, parent: QObject | None = None, *, patience_ms: int = PATIENCE_MS) -> None:
        super().__init__(parent)
        self._patience_ms = patience_ms
        self._open = 0
        self._closed = False
        self._queues = {lane: _Queue() for lane in Lane}
        self._threads: list[threading.Thread] = []
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._relayed.connect(self._receive, Qt.ConnectionType.QueuedConnection)
        for lane, limits in _THREADS.items():
            for number, below in enumerate(limits):
                thread = threading.Thread(
                    target=self._serve, args=(self._queues[lane], below), name=f"{lane.value}-{number}", daemon=True
                )
                self._threads.append(thread)
                thread.start()

    def run(
        self,
        lane: Lane,
        work: Callable[[], _T],
        done: Callable[[_T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        priority: int = 0,
        chore: bool = False,
        ticket: Ticket | None = None,
        about: object = None,
        watched: Watched | None = None,
    ) -> Ticket:
        """Do work in a lane; lower priority first among DOCUMENTS (Urgency) and PROGRAMS, elsewhere in order.

        A chore is work that nobody waits for: with nothing but chores the background is idle.
        Of all work about the same thing (None: about nothing) one piece at a time is done.
        Work that stops early when it is cancelled gets its own ticket made beforehand.
        What is watched is taken as soon as it is there, without the detour of a thread; else the work is done.
        Without failed, an exception comes out of the signal of that name. Refuses (RuntimeError) other threads.
        """
        if QThread.currentThread() is not self.thread():
            raise RuntimeError("work is given on the UI thread")
        ticket = ticket or Ticket()
        if self._closed:
            ticket.cancel()
            return ticket
        self._open += not chore
        rank = priority if lane in {Lane.DOCUMENTS, Lane.PROGRAMS} else 0
        task = _Task(ticket=ticket, work=work, done=done, failed=failed, chore=chore, about=about)
        queue = self._queues[lane]
        if watched is not None and queue.hold(task):
            self._watch(watched, queue, rank, task)
        else:
            queue.put(rank, task)
        return ticket

    def _watch(self, watched: Watched, queue: _Queue, rank: int, task: _Task) -> None:
        def take(result: object, error: Exception | None) -> None:
            queue.done(task)
            self._deliver(task, result, error)

        def hand_over() -> None:
            queue.put(rank, task)
            queue.done(task)

        Watch(watched, finish=take, hand_over=hand_over, patience_ms=self._patience_ms, parent=self).begin()

    def relay(self, receive: Callable[[_T], None]) -> Callable[[_T], None]:
        """A function that any thread may call: receive gets the value on the UI thread, in order."""

        def send(value: _T) -> None:
            if not self._closed:
                self._relayed.emit(receive, value)

        return send

    def claim(self) -> Callable[[], None]:
        """For work done in turns on the UI thread: the background is not idle until what this gives was called."""
        self._open += 1

        def end() -> None:
            self._open -= 1
            if self._open == 0:
                self.idle_now.emit()

        return end

    def idle(self) -> bool:
        """Whether nothing but chores waits, runs, or is on its way back."""
        return self._open == 0

    def close(self, deadline_s: float = 5.0, last: Callable[[], object] | None = None) -> bool:
        """Finish the CORE lane, where people's acts wait, and then do last there; drop what waits elsewhere.

        Waits at most deadline_s; False if some work still runs.
        """
        if not self._closed:
            self._closed = True
            farewell = None if last is None else _Task(ticket=Ticket(), work=last, done=None, failed=None)
            for lane, queue in self._queues.items():
                core = lane is Lane.CORE
                queue.close(farewell if core else None, finish=core)
        end = monotonic() + deadline_s
        for thread in self._threads:
            thread.join(max(0.0, end - monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def overlook(self, error: Exception) -> None:
        """For work whose failure the person need not hear of: only a fault of the program is reported."""
        if not isinstance(error, ReviewerError):
            _log.warning("background work failed: %s", describe(error))
            self.failed.emit(error)

    def _serve(self, queue: _Queue, below: int) -> None:
        while (task := queue.take(below)) is not None:
            result, error = None, None
            if not task.ticket.cancelled:
                task.ticket.begun = True
                try:
                    result = task.work()
                except Exception as caught:  # noqa: BLE001 - work may fail in any way; whoever gave it is told
                    error = caught
            if not self._closed:
                self._finished.emit(task, result, error)
            elif error is not None and not isinstance(error, ReviewerError):
                _log.warning("background work failed while closing: %s", describe(error))
            # Only now, so that what is about the same thing is told in the order in which it was done.
            queue.done(task)
            del task, result, error

    def _deliver(self, task: _Task, result: object, error: Exception | None) -> None:
        self._open -= not task.chore
        try:
            if not self._closed and not task.ticket.cancelled:
                self._hand_back(task, result, error)
        finally:
            if self._open == 0 and not task.chore:
                self.idle_now.emit()

    def _hand_back(self, task: _Task, result: object, error: Exception | None) -> None:
        if error is None:
            if task.done is not None:
                task.done(result)
        elif task.failed is not None:
            task.failed(error)
        else:
            _log.warning("background work failed: %s", describe(error))
            self.failed.emit(error)

    def _receive(self, receive: Callable[[object], None], value: object) -> None:
        if not self._closed:
            receive(value)
