"""Warm workers that wait for the documents to come."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress

from reviewer.documents import limits
from reviewer.documents.nursery import Nursery
from reviewer.documents.process import WorkerProcess, worker_command
from reviewer.errors import DocumentUnreadable

_REMEMBERED = 8


class SpareWorkers:
    """Each worker is handed out once, ready and never used, or ended. For any number of threads."""

    def __init__(
        self, command: Callable[[], Sequence[str]], *, wanted: int, start_s: float, shared_memory: bool
    ) -> None:
        """Start nothing yet."""
        self._command = command
        self._wanted = wanted
        self._start_s = start_s
        self._shared_memory = shared_memory
        self._lock = threading.Lock()
        self._starting = threading.Lock()
        self._waiting: deque[WorkerProcess] = deque()
        self._nursery: Nursery | None = None
        self._forks = command is worker_command
        self._closed = False
        self._drawn: deque[int] = deque(maxlen=_REMEMBERED)

    def expect(self, picture_bytes: int) -> None:
        """A page on screen or ahead took so much: the next workers lay as much memory beforehand, and no more."""
        self._drawn.append(picture_bytes)

    @property
    def lacking(self) -> bool:
        return len(self._waiting) < self._wanted

    @property
    def any_left(self) -> bool:
        return bool(self._waiting)

    def refill(self, before_each: Callable[[], object] = lambda: None) -> None:
        """Start what is missing, one after the other; where another thread starts one just now, leave it to that.

        Nobody is kept from starting while somebody waits before the next.
        """
        while self.lacking and not self._closed:
            before_each()
            if not self._starting.acquire(blocking=False):
                return
            try:
                if not self._start_one():
                    return
            finally:
                self._starting.release()

    def _start_one(self) -> bool:
        """Start a spare that is still lacking and wait until it is ready; whether the system starts any."""
        if not self.lacking:
            return True
        worker = self._new()
        if worker is None:
            return False
        self._keep(worker)
        with suppress(DocumentUnreadable):
            worker.wait_ready(self._start_s)
            worker.map_ahead()
        return True

    def take(self) -> WorkerProcess:
        """A ready worker, the spare that waits longest or a new one; raises DocumentUnreadable("no-worker")."""
        while True:
            with self._lock:
                if self._closed:
                    raise DocumentUnreadable("closed")
                spare = self._waiting.popleft() if self._waiting else None
            worker = spare or self._new()
            if worker is None:
                raise DocumentUnreadable("no-worker")
            try:
                worker.wait_ready(self._start_s)
            except DocumentUnreadable:
                if spare is None:
                    raise
                continue
            return worker

    def take_ready(self, room: int) -> WorkerProcess | None:
        """A spare that takes so many bytes at once, now; None where that would have to be waited for."""
        with self._lock:
            spare = next((worker for worker in self._waiting if worker.room >= room), None)
            if spare is not None:
                self._waiting.remove(spare)
            return spare

    def close(self) -> None:
        """End all; what is taken later raises DocumentUnreadable("closed")."""
        with self._lock:
            self._closed = True
            waiting, nursery = list(self._waiting), self._nursery
            self._waiting.clear()
            self._nursery = None
        for worker in waiting:
            worker.kill()
        if nursery:
            nursery.close()

    def _keep(self, worker: WorkerProcess) -> None:
        with self._lock:
            if not self._closed:
                self._waiting.append(worker)
                return
        worker.kill()

    def _new(self) -> WorkerProcess | None:
        nursery = self._living_nursery()
        if nursery:
            try:
                return self._start(nursery)
            except OSError:
                self._forget(nursery)
        try:
            return self._start()
        except OSError:
            return None

    def _start(self, nursery: Nursery | None = None) -> WorkerProcess:
        return WorkerProcess(
            self._command,
            shared_memory=self._shared_memory,
            nursery=nursery,
            laid_bytes=max((limits.LEAST_LAID_BYTES, *self._drawn)),
        )

    def _living_nursery(self) -> Nursery | None:
        with self._lock:
            if self._nursery is None and self._forks and not self._closed:
                self._nursery = Nursery.start(self._command(), self._start_s)
            return self._nursery

    def _forget(self, nursery: Nursery) -> None:
        """A nursery that failed is not asked again, nor is another one started."""
        with self._lock:
            self._forks = False
            self._nursery = None
        nursery.close()
