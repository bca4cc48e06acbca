"""Brings crisp parts of pages that are enlarged beyond what one picture may hold."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject

from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import PagePart, PagePicture
from reviewer.errors import DocumentUnreadable
from ui.background import Background, Lane, Ticket, Urgency
from ui.review.document_errands import Cancelled, never
from ui.review.document_presenter import DocumentPresenter
from ui.review.document_view import DocumentView

_AFTER_PAGES = Urgency.VISIBLE + 1


class PartSource(Protocol):
    """Draws parts of pages, off the UI thread; raises DocumentUnreadable."""

    def render_part(self, document: DocumentId, part: PagePart, *, cancelled: Cancelled = never) -> PagePicture: ...


class DocumentDetails(QObject):
    """Only what is in sight now is fetched; nothing of it is kept beyond the pane."""

    def __init__(
        self, source: PartSource, background: Background, view: DocumentView, documents: DocumentPresenter
    ) -> None:
        super().__init__(view)
        self._source = source
        self._background = background
        self._view = view
        self._documents = documents
        self._tickets: list[Ticket] = []
        view.parts.wanted.connect(self._fetch)

    def _fetch(self, parts: list[PagePart]) -> None:
        for ticket in self._tickets:
            ticket.cancel()
        document = self._documents.document
        self._tickets = [self._fetch_one(document, part) for part in parts] if document is not None else []

    def _fetch_one(self, document: DocumentId, part: PagePart) -> Ticket:
        ticket = Ticket()
        return self._background.run(
            Lane.DOCUMENTS,
            lambda: self._source.render_part(document, part, cancelled=ticket.is_cancelled),
            lambda picture: self._drawn(document, part, picture),
            self._report_bug,
            priority=_AFTER_PAGES,
            ticket=ticket,
            about=(document, False),
        )

    def _drawn(self, document: DocumentId, part: PagePart, picture: PagePicture) -> None:
        if document == self._documents.document:
            self._view.parts.put(part, picture)

    def _report_bug(self, error: Exception) -> None:
        """The page itself, less crisp, is there already."""
        if not isinstance(error, DocumentUnreadable):
            self._background.failed.emit(error)
