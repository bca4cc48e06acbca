"""What is held of each document: its session and failures, how many are open, and who ends the surplus."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict

from reviewer.documents.head_start import HeadStart
from reviewer.documents.record import DocumentRecord
from reviewer.documents.session import DocumentSession
from reviewer.documents.spares import SpareWorkers
from reviewer.errors import DocumentUnreadable

_MAX_RECORDS = 1_000
_REST_S = 0.1
# As many may stay open beyond their number until there is a rest.
_MOST_SURPLUS = 3


class OpenDocuments:
    """Records by key; the documents used last stay open, in a number that is bounded. For any number of threads."""

    def __init__(self, spares: SpareWorkers, head_start: HeadStart, most_open: int) -> None:
        self._spares = spares
        self._head_start = head_start
        self._most_open = most_open
        self._lock = threading.RLock()
        self._records: OrderedDict[str, DocumentRecord] = OrderedDict()
        self._dismissed: list[DocumentSession] = []
        self._closing = threading.Event()
        self._asked_at = 0.0
        self._at_once = False
        self._wanted = threading.Event()
        self._tidied = threading.Event()
        self._tidied.set()
        self._tidying: threading.Thread | None = None

    def record(self, key: str) -> DocumentRecord:
        """The record of a key, made where there is none; it counts as used now."""
        with self._lock:
            if self._closing.is_set():
                raise DocumentUnreadable("closed")
            record = self._records.setdefault(key, DocumentRecord())
            self._records.move_to_end(key)
            if len(self._records) > _MAX_RECORDS:
                self._drop_oldest()
            return record

    def forget(self, key: str) -> None:
        """Drop a record and end its process, even in the midst of an answer."""
        with self._lock:
            record = self._records.pop(key, None)
        if record:
            record.forgotten = True
            self._head_start.forget(record)
            record.end()

    def drop_harmless(self, key: str) -> None:
        """Forget a key of which there is nothing to remember."""
        with self._lock:
            record = self._records.get(key)
            if record and record.harmless:
                del self._records[key]

    def dismiss(self, record: DocumentRecord) -> None:
        """End a record's process at once; until it is gone, which takes some milliseconds, nobody waits here.

        Whoever calls this calls tidy_behind().
        """
        session = record.dismiss()
        if session:
            with self._lock:
                self._dismissed.append(session)
                too_many = len(self._dismissed) > _MOST_SURPLUS
            if too_many or self._closing.is_set():
                self.close_dismissed()

    def close_dismissed(self) -> None:
        """Wait until those that were dismissed are gone; others are not waited for."""
        with self._lock:
            dismissed, self._dismissed = self._dismissed, []
        for session in dismissed:
            session.close()

    @property
    def is_crowded(self) -> bool:
        """Whether opening one more takes the time to end others first."""
        return len(self._surplus()) > _MOST_SURPLUS

    def make_room(self) -> None:
        """Before one more is opened: end surplus ones at once where there are many."""
        if self.is_crowded:
            self._end_surplus()

    def note_asked(self) -> None:
        """A page is being asked for: whoever tidies waits for the next rest."""
        self._asked_at = time.monotonic()

    def tidy_behind(self, *, at_rest: bool = True) -> None:
        """Start the next workers and end surplus ones in a thread; at rest means once no page is asked for any more.

        Both take the processor for some milliseconds, which a page being drawn would feel. The thread stays, for
        starting one takes long enough to be felt as well.
        """
        self.note_asked()
        with self._lock:
            if self._closing.is_set() or not (self._spares.lacking or self._dismissed or self._surplus()):
                return
            self._at_once = self._at_once or not at_rest
            self._tidied.clear()
            self._wanted.set()
            if self._tidying is None:
                self._tidying = threading.Thread(target=self._serve, name="document-tidying", daemon=True)
                self._tidying.start()

    def count_open(self) -> int:
        """How many sessions are held."""
        with self._lock:
            return sum(record.session is not None for record in self._records.values())

    def wait_tidy(self) -> None:
        """Until there is nothing left to tidy."""
        self._tidied.wait()

    def close(self) -> None:
        """End all; what is asked later raises DocumentUnreadable("closed")."""
        with self._lock:
            self._closing.set()
            self._wanted.set()
            records = list(self._records.values())
            self._records.clear()
        for record in records:
            record.forgotten = True
            record.end()
        self.close_dismissed()
        self._head_start.close()

    def _drop_oldest(self) -> None:
        for key, record in self._records.items():
            if record.session is None and record.harmless and record.lock.acquire(blocking=False):
                record.lock.release()
                del self._records[key]
                return

    def _surplus(self) -> list[DocumentRecord]:
        """The documents open beyond those that may be, the ones used longest ago."""
        with self._lock:
            held = [record for record in self._records.values() if record.session]
        return held[: max(0, len(held) - self._most_open)]

    def _serve(self) -> None:
        while self._wanted.wait() and not self._closing.is_set():
            self._wanted.clear()
            self._tidy()
            with self._lock:
                if not self._wanted.is_set():
                    self._at_once = False
                    self._tidied.set()
        self._tidied.set()

    def _tidy(self) -> None:
        while True:
            self._wait_for_rest()
            self.close_dismissed()
            self._spares.refill(self._wait_for_rest)
            ended = self._end_surplus()
            again_s = self._head_start.end_left()
            if self._closing.wait(min(again_s or 0.0, _REST_S)):
                return
            if again_s is None and (not ended or not self._surplus()):
                return

    def _wait_for_rest(self) -> None:
        while not self._at_once and self._spares.any_left:
            left_s = self._asked_at + _REST_S - time.monotonic()
            if left_s <= 0 or self._closing.wait(left_s):
                return

    def _end_surplus(self) -> int:
        """End what is open beyond the number and not being asked; how many that were."""
        ended = 0
        for record in self._surplus():
            if record.lock.acquire(blocking=False):
                try:
                    record.end()
                    ended += 1
                finally:
                    record.lock.release()
        return ended
