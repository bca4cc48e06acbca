"""What outside programs made of documents: in memory alone, bounded, forgotten on demand."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Set as AbstractSet

from reviewer.domain.ids import DocumentId
from reviewer.domain.layouts import document_of, office_layout
from reviewer.domain.pages import Word

LAYOUT_BYTES = 64_000_000
_MOST_WORDS = 100_000
_MOST_FAILURES = 1_000
PageKey = tuple[DocumentId, int]
"""A document and a page of it (from 1), or 0 for the whole."""


class OutsideResults:
    """Layouts as PDF, words by page, and what failed; for any number of threads."""

    def __init__(self, *, layout_bytes: int = LAYOUT_BYTES) -> None:
        self._layout_bytes = layout_bytes
        self._lock = threading.Lock()
        self._layouts: OrderedDict[DocumentId, bytes] = OrderedDict()
        self._words: OrderedDict[PageKey, tuple[Word, ...]] = OrderedDict()
        self._failures: OrderedDict[PageKey, str] = OrderedDict()

    def find_layout(self, layout: DocumentId) -> bytes | None:
        with self._lock:
            if layout in self._layouts:
                self._layouts.move_to_end(layout)
            return self._layouts.get(layout)

    def keep_layout(self, layout: DocumentId, made: bytes, wanted: AbstractSet[DocumentId]) -> list[DocumentId]:
        """Keep a layout; gives those dropped for it, oldest first, none of a wanted document."""
        dropped: list[DocumentId] = []
        with self._lock:
            self._layouts[layout] = made
            surplus = [one for one in self._layouts if one != layout and document_of(one) not in wanted]
            while surplus and sum(map(len, self._layouts.values())) > self._layout_bytes:
                dropped.append(surplus.pop(0))
                del self._layouts[dropped[-1]]
        return dropped

    def find_words(self, key: PageKey) -> tuple[Word, ...] | None:
        with self._lock:
            return self._words.get(key)

    def keep_words(self, key: PageKey, words: tuple[Word, ...]) -> None:
        with self._lock:
            self._words[key] = words
            while len(self._words) > 1 and sum(len(held) + 1 for held in self._words.values()) > _MOST_WORDS:
                self._words.popitem(last=False)

    def failure(self, key: PageKey) -> str:
        """The code of a known failure; empty when there is none."""
        with self._lock:
            return self._failures.get(key, "")

    def keep_failure(self, key: PageKey, code: str) -> None:
        with self._lock:
            self._failures[key] = code
            if len(self._failures) > _MOST_FAILURES:
                self._failures.popitem(last=False)

    def forget(self, document: DocumentId) -> None:
        with self._lock:
            self._layouts.pop(office_layout(document), None)
            for words in [key for key in self._words if key[0] == document]:
                del self._words[words]
            for failure in [key for key in self._failures if key[0] == document]:
                del self._failures[failure]
