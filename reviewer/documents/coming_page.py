"""A first page that was begun and is on its way, taken by whoever looks without ever waiting for it."""

from __future__ import annotations

from collections.abc import Callable

from reviewer.documents.first_page import FirstPage
from reviewer.documents.head_start import HeadStart
from reviewer.documents.protocol import Kind
from reviewer.documents.record import DocumentRecord
from reviewer.domain.pages import DocumentFacts, PagePicture


class ComingPage:
    """What is usual is taken here, at once; all else is left for first_page(), which waits, judges and ends workers."""

    def __init__(
        self,
        record: DocumentRecord,
        first: FirstPage,
        head_start: HeadStart,
        *,
        open_document: Callable[[], DocumentFacts],
        draw: Callable[[], PagePicture],
        told: Callable[[DocumentFacts], None],
    ) -> None:
        """open_document and draw ask for what the worker was asked for already, and wait only where it is not there."""
        self._record = record
        self._first = first
        self._head_start = head_start
        self._open_document = open_document
        self._draw = draw
        self._told = told

    @property
    def descriptor(self) -> int:
        """What can be read as soon as it is worth looking; it stays the worker's."""
        return self._first.worker.answers_at

    def look(self) -> PagePicture | None:
        """The picture, or None while it is not there.

        BlockingIOError where it is somebody else's by now, or what lies there is not the usual: call first_page().
        """
        if not self._record.lock.acquire(blocking=False):
            raise BlockingIOError
        try:
            answer = self._first.worker.find_answer()
            if answer is Kind.FACTS and self._head_start.holds(self._record, self._first):
                self._told(self._open_document())
                answer = self._first.worker.find_answer()
            if answer is None:
                return None
            session = self._record.session
            if answer is not Kind.SHARED_PICTURE or session is None or session.coming is not self._first:
                raise BlockingIOError
            return self._draw()
        finally:
            self._record.lock.release()
