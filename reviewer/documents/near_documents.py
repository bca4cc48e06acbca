"""The few documents that are likely to be asked for next: their bytes in memory, and the one asked for now begun."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Protocol

from reviewer.documents.coming_page import ComingPage
from reviewer.documents.head_start import HeadStart
from reviewer.documents.open_documents import OpenDocuments
from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import DocumentFacts, PagePicture
from reviewer.domain.sizing import FirstWidth
from reviewer.errors import DocumentUnreadable

MOST_BYTES = 900_000
"""Of one document; a larger one takes its time anyway."""
_MOST_DOCUMENTS = 8


class AskFirst(Protocol):
    """The reader's first_page()."""

    def __call__(
        self, document: DocumentId, wanted: FirstWidth, *, told: Callable[[DocumentFacts], None]
    ) -> PagePicture: ...


class NearDocuments:
    """Stored bytes of a few documents; what is forgotten meanwhile does not come back. For any number of threads."""

    def __init__(
        self,
        load: Callable[[DocumentId], bytes],
        head_start: HeadStart,
        documents: OpenDocuments,
        open_document: Callable[[DocumentId], DocumentFacts],
        first_page: AskFirst,
    ) -> None:
        """open_document and first_page are the reader's."""
        self._load = load
        self._open_document = open_document
        self._first_page = first_page
        self._head_start = head_start
        self._documents = documents
        self._lock = threading.Lock()
        self._known: dict[DocumentId, bytes] = {}
        self._forgotten = 0

    def bring(self, documents: Sequence[DocumentId]) -> None:
        """Have these and no others; loads what is lacking, so not for the UI thread."""
        wanted = tuple(documents)[:_MOST_DOCUMENTS]
        with self._lock:
            self._known = {document: data for document, data in self._known.items() if document in wanted}
            lacking = [document for document in wanted if document not in self._known]
            forgotten = self._forgotten
        for document in lacking:
            try:
                data = self._load(document)
            except DocumentUnreadable:
                continue
            with self._lock:
                if forgotten == self._forgotten and 0 < len(data) <= MOST_BYTES:
                    self._known[document] = data

    def hasten(self, document: DocumentId, wanted: FirstWidth) -> None:
        """Begin what first_page() is about to be asked for, if that takes no waiting; for the UI thread as well."""
        untrusted = self.find(document)
        if untrusted is not None:
            with suppress(DocumentUnreadable):
                self._documents.note_asked()
                self._head_start.begin(self._documents.record(document), untrusted, wanted)

    def coming(
        self, document: DocumentId, wanted: FirstWidth, *, told: Callable[[DocumentFacts], None]
    ) -> ComingPage | None:
        """What hasten() began, for the UI thread itself to look for; None where only first_page() can do it."""
        record = self._documents.record(document)
        first = self._head_start.find(record, wanted)
        if first is None or first.worker.answers_at < 0 or self._documents.is_crowded:
            return None
        return ComingPage(
            record,
            first,
            self._head_start,
            open_document=lambda: self._open_document(document),
            draw=lambda: self._first_page(document, wanted, told=told),
            told=told,
        )

    def find(self, document: DocumentId) -> bytes | None:
        """A document's bytes, if they are here."""
        return self._known.get(document)

    def forget(self, document: DocumentId) -> None:
        """Drop them, and what is being loaded."""
        with self._lock:
            self._forgotten += 1
            self._known.pop(document, None)

    def clear(self) -> None:
        """Drop all."""
        with self._lock:
            self._forgotten += 1
            self._known.clear()
