"""First pages that are begun before anybody waits for them, so that the worker draws while the window turns to them."""

from __future__ import annotations

import threading
import time

from reviewer.documents.first_page import FirstPage
from reviewer.documents.first_protocol import SHOW_BYTES
from reviewer.documents.limits import Deadlines
from reviewer.documents.record import DocumentRecord
from reviewer.documents.spares import SpareWorkers
from reviewer.domain.sizing import FirstWidth


class HeadStart:
    """At most one first page that was begun and is not asked for yet. For any number of threads."""

    def __init__(self, spares: SpareWorkers, deadlines: Deadlines) -> None:
        self._spares = spares
        self._patience_s = deadlines.first_page_s
        self._lock = threading.Lock()
        self._begun: tuple[DocumentRecord, FirstPage] | None = None
        self._left: list[FirstPage] = []

    def begin(self, record: DocumentRecord, untrusted: bytes, wanted: FirstWidth) -> None:
        """Begin if a worker is ready and takes the bytes at once; never waits. What was begun before is left."""
        if not record.lock.acquire(blocking=False):
            return
        try:
            worker = self._spares.take_ready(SHOW_BYTES + len(untrusted)) if record.untouched else None
            if worker is not None:
                self._hold(record, FirstPage(worker, wanted), untrusted)
        finally:
            record.lock.release()

    def _hold(self, record: DocumentRecord, first: FirstPage, untrusted: bytes) -> None:
        begun = first.begin(untrusted)
        with self._lock:
            if self._begun is not None:
                self._left.append(self._begun[1])
            self._begun = (record, first) if begun else None
            if not begun:
                self._left.append(first)

    def claim(self, record: DocumentRecord) -> FirstPage | None:
        """What was begun for this document; whoever asks has it from now on."""
        with self._lock:
            if self._begun is None or self._begun[0] is not record:
                return None
            first, self._begun = self._begun[1], None
            return first

    def find(self, record: DocumentRecord, wanted: FirstWidth) -> FirstPage | None:
        """What was begun for this document at this width, and is still to be claimed."""
        with self._lock:
            begun = self._begun
        return begun[1] if begun is not None and begun[0] is record and begun[1].wanted == wanted else None

    def holds(self, record: DocumentRecord, first: FirstPage) -> bool:
        """Whether this very page is still to be claimed."""
        return self.find(record, first.wanted) is first

    def forget(self, record: DocumentRecord) -> None:
        """End what was begun for this document."""
        first = self.claim(record)
        if first is not None:
            first.worker.kill()

    def end_left(self) -> float | None:
        """End what nobody will ask for any more; in how many seconds to look again, None when nothing is left."""
        with self._lock:
            left, self._left = self._left, []
            wait_s = None
            if self._begun is not None:
                wait_s = self._begun[1].begun_at + self._patience_s - time.monotonic()
                if wait_s <= 0:
                    left.append(self._begun[1])
                    self._begun, wait_s = None, None
        for first in left:
            first.worker.kill()
        return wait_s

    def close(self) -> None:
        """End all."""
        with self._lock:
            begun, self._begun = self._begun, None
            if begun is not None:
                self._left.append(begun[1])
        self.end_left()
