"""Brings links and page labels of the shown document to the CV pane, after its pages and words."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal

from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import PageLink
from reviewer.errors import DocumentUnreadable
from ui.background import Background
from ui.review.document_errands import Cancelled, Errand, Errands, never
from ui.review.document_pictures import BoundedStore
from ui.review.document_presenter import DocumentPresenter
from ui.review.document_view import DocumentView

MAX_LINKS = 20_000
MAX_LABELS = 20_000
_LABELS_PRIORITY, _LINKS_PRIORITY = 16, 17


class ExtrasSource(Protocol):
    """Reads documents, off the UI thread; each method raises DocumentUnreadable. Pages count from 1."""

    def links(self, document: DocumentId, page: int, *, cancelled: Cancelled = never) -> tuple[PageLink, ...]: ...

    def labels(self, document: DocumentId, *, cancelled: Cancelled = never) -> tuple[str, ...]: ...


class DocumentExtras(QObject):
    """Fetches what a page is the better for; where it cannot be had, the page goes without."""

    labels_found = Signal(object)

    def __init__(
        self, source: ExtrasSource, background: Background, view: DocumentView, documents: DocumentPresenter
    ) -> None:
        super().__init__(view)
        self._source = source
        self._background = background
        self._view = view
        self._documents = documents
        self._errands = Errands(background)
        self._links: BoundedStore[Errand, tuple[PageLink, ...]] = BoundedStore(MAX_LINKS, lambda links: len(links) + 1)
        self._labels: BoundedStore[DocumentId, tuple[str, ...]] = BoundedStore(MAX_LABELS, lambda found: len(found) + 1)
        view.words_wanted.connect(self._fetch_links, Qt.ConnectionType.QueuedConnection)
        documents.shown_facts.connect(lambda document, _facts: self._fetch_labels(DocumentId(document)))
        documents.forgotten.connect(self._forget)

    def _fetch_links(self, page: int) -> None:
        document = self._documents.document
        if document is None:
            return
        self._errands.cancel(lambda errand: errand.document != document)
        errand = Errand(document, page)
        known = self._links.find(errand)
        if known is not None:
            self._view.set_links(page, known)
            return
        self._errands.run(
            errand,
            lambda cancelled: self._source.links(document, page, cancelled=cancelled),
            lambda links: self._found_links(errand, links),
            self._report_bug,
            _LINKS_PRIORITY,
        )

    def _found_links(self, errand: Errand, links: tuple[PageLink, ...]) -> None:
        self._links.put(errand, links)
        if errand.document == self._documents.document:
            self._view.set_links(errand.page, links)

    def _fetch_labels(self, document: DocumentId) -> None:
        known = self._labels.find(document)
        if known is not None:
            self._show_labels(known)
            return
        self._errands.run(
            Errand(document),
            lambda cancelled: self._source.labels(document, cancelled=cancelled),
            lambda labels: self._found_labels(document, labels),
            self._report_bug,
            _LABELS_PRIORITY,
        )

    def _found_labels(self, document: DocumentId, labels: tuple[str, ...]) -> None:
        self._labels.put(document, labels)
        if document == self._documents.document:
            self._show_labels(labels)

    def _show_labels(self, labels: tuple[str, ...]) -> None:
        self._view.set_labels(labels)
        self.labels_found.emit(labels)

    def _forget(self, gone: frozenset[DocumentId]) -> None:
        self._errands.cancel(lambda errand: errand.document in gone)
        self._links.drop(lambda errand: errand.document in gone)
        self._labels.drop(lambda document: document in gone)

    def _report_bug(self, error: Exception) -> None:
        if not isinstance(error, DocumentUnreadable):
            self._background.failed.emit(error)
