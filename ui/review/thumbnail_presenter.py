"""Brings small pages to the strip, when nothing else is waiting."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject

from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import DocumentFacts, PagePicture
from reviewer.errors import DocumentUnreadable
from ui.background import Background, Urgency
from ui.review.document_errands import Cancelled, Errand, Errands, never
from ui.review.document_fetcher import own_picture
from ui.review.document_pictures import BoundedStore
from ui.review.document_presenter import DocumentPresenter
from ui.review.document_view import DocumentView
from ui.review.thumbnails import PageStrip

BUDGET_BYTES = 24 * 1024 * 1024


class PageSource(Protocol):
    """Draws pages, off the UI thread; raises DocumentUnreadable."""

    def render(
        self, document: DocumentId, page: int, width_px: int, *, cancelled: Cancelled = never, aside: bool = False
    ) -> PagePicture: ...


class ThumbnailPresenter(QObject):
    """Keeps the strip true to the document pane; what was drawn stays in bounded memory, never on disk."""

    def __init__(
        self,
        source: PageSource,
        background: Background,
        strip: PageStrip,
        view: DocumentView,
        documents: DocumentPresenter,
    ) -> None:
        super().__init__(strip)
        self._source = source
        self._background = background
        self._strip = strip
        self._documents = documents
        self._errands = Errands(background)
        self._pictures: BoundedStore[Errand, PagePicture] = BoundedStore(
            BUDGET_BYTES, lambda picture: picture.stride * picture.height_px
        )
        strip.pictures_wanted.connect(self._fetch)
        strip.page_chosen.connect(view.go_to_page)
        view.page_changed.connect(lambda page, _total: strip.set_page(page))
        view.turned.connect(strip.set_turn)
        documents.shown_facts.connect(self._show)
        documents.unreadable.connect(lambda _document, _code: strip.clear())
        documents.forgotten.connect(self._forget)

    def _show(self, _document: str, facts: DocumentFacts) -> None:
        self._strip.show_pages(facts.pages)

    def _fetch(self, wanted: list[tuple[int, int]]) -> None:
        document = self._documents.document
        errands = [Errand(document, page, width, aside=True) for page, width in wanted] if document is not None else []
        self._errands.cancel(lambda errand: errand not in errands)
        for errand in errands:
            known = self._pictures.find(errand)
            if known is not None:
                self._strip.set_picture(errand.page, known)
            else:
                self._fetch_one(errand)

    def _fetch_one(self, errand: Errand) -> None:
        self._errands.run(
            errand,
            lambda cancelled: own_picture(
                self._source.render(errand.document, errand.page, errand.width_px, cancelled=cancelled, aside=True)
            ),
            lambda picture: self._drawn(errand, picture),
            self._report_bug,
            Urgency.THUMBNAIL,
        )

    def _drawn(self, errand: Errand, picture: PagePicture) -> None:
        self._pictures.put(errand, picture)
        if errand.document == self._documents.document:
            self._strip.set_picture(errand.page, picture)

    def _forget(self, gone: frozenset[DocumentId]) -> None:
        self._errands.cancel(lambda errand: errand.document in gone)
        self._pictures.drop(lambda errand: errand.document in gone)

    def _report_bug(self, error: Exception) -> None:
        """A page that cannot be drawn stays white here; the document pane says why."""
        if not isinstance(error, DocumentUnreadable):
            self._background.failed.emit(error)
