"""What is known of one document, and how often which of its pages may fail."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from reviewer.documents import limits
from reviewer.documents.patience import LOOK_S, Cancelled, never
from reviewer.documents.session import DocumentSession
from reviewer.domain.pages import DocumentFacts
from reviewer.errors import DocumentUnreadable

KILLING = frozenset({"too-slow", "crashed", "lied"})
_PASSING = frozenset({"missing", "no-worker", "no-such-page", "closed", "cancelled"})
WHOLE = ("document", 0)
Deed = tuple[str, int]


class DocumentRecord:
    """One document's session and failures; its lock is held while its worker is asked.

    What killed a worker twice is not tried a third time: a page alone where the document opens, else the document.
    """

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.session: DocumentSession | None = None
        self.facts: DocumentFacts | None = None
        self.failure = ""
        self.forgotten = False
        self._kills: Counter[Deed] = Counter()

    @property
    def harmless(self) -> bool:
        """Whether nothing of it ever killed a worker."""
        return not self._kills

    @property
    def untouched(self) -> bool:
        """Whether it is not open, and nothing is known that speaks against opening it."""
        return self.session is None and not self.forgotten and not self.failure and not self._kills

    @contextmanager
    def held(self, cancelled: Cancelled = never) -> Iterator[None]:
        """The lock, waited for while somebody wants the answer; DocumentUnreadable("cancelled") once nobody does."""
        while not self.lock.acquire(timeout=LOOK_S):
            if cancelled():
                raise DocumentUnreadable("cancelled")
        try:
            yield
        finally:
            self.lock.release()

    def refuse_known(self, deed: Deed = WHOLE) -> None:
        """Raise what is known already; nothing when it is worth a try."""
        if self.forgotten:
            raise DocumentUnreadable("missing")
        if self.failure:
            raise DocumentUnreadable(self.failure)
        if self._kills[deed] >= limits.KILLS_UNTIL_GIVEN_UP:
            raise DocumentUnreadable("gave-up")

    def remember(self, code: str, deed: Deed = WHOLE) -> None:
        """Count a killed worker, keep a refusal of the whole document, and leave one of a page to its page."""
        alive = self.session is not None and self.session.alive
        if code in KILLING:
            self._kills[deed] += 1
            self.end()
            document = self._kills[WHOLE] >= limits.KILLS_UNTIL_GIVEN_UP
            if document or self._kills.total() >= limits.KILLS_OF_ALL_PAGES_UNTIL_GIVEN_UP:
                self.failure = "gave-up"
        elif not alive and code not in _PASSING:
            self.failure = code

    def dismiss(self) -> DocumentSession | None:
        """End the document's worker without waiting until it is gone; whoever gets the session closes it."""
        session, self.session = self.session, None
        if session:
            session.dismiss()
        return session

    def end(self) -> None:
        """End the document's worker, if it has one, from any thread."""
        session, self.session = self.session, None
        if session:
            session.close()
