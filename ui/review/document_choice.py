"""Which document and which version of it is in the CV pane."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from reviewer.domain.applicant import Applicant, Document
from reviewer.domain.ids import DocumentId


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsShown:
    """All documents newest version first, the one that is shown, and how many pages it has (0: not known)."""

    documents: tuple[Document, ...]
    shown: Document | None
    pages: int

    @property
    def current(self) -> tuple[Document, ...]:
        """The newest version of each document."""
        newest: dict[int, Document] = {}
        for document in self.documents:
            newest.setdefault(document.position, document)
        return tuple(newest.values())


class DocumentChoice(QObject):
    """The newest CV first; when a newer version of what is shown comes, that one is shown."""

    document_changed = Signal(object)
    told = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._applicant: Applicant | None = None
        self._shown: Document | None = None
        self._pages: dict[DocumentId, int] = {}

    def show(self, applicant: Applicant) -> None:
        """Another applicant: its newest CV."""
        self._applicant = applicant
        current = applicant.current_documents()
        self._choose(current[0] if current else None)

    def tell(self, applicant: Applicant) -> None:
        """The applicant as it is now."""
        before, self._applicant = self._applicant, applicant
        shown = self._shown
        if before is None or before.documents == applicant.documents:
            return
        was_newest = shown in before.current_documents()
        still = shown in applicant.documents
        if shown is None or not still or was_newest:
            position = 0 if shown is None else shown.position
            current = applicant.current_documents()
            wanted = next((one for one in current if one.position == position), current[0] if current else None)
            self._choose(wanted)
        else:
            self._tell()

    def choose(self, document: str) -> None:
        """Show this document of the applicant, whichever version."""
        known = self._applicant.documents if self._applicant is not None else ()
        wanted = next((one for one in known if one.id == document), None)
        if wanted is not None:
            self._choose(wanted)

    def step(self, by: int) -> None:
        """The next or previous document, round and round."""
        current = self._applicant.current_documents() if self._applicant is not None else ()
        if len(current) > 1:
            positions = [one.position for one in current]
            here = positions.index(self._shown.position) if self._shown is not None else 0
            self._choose(current[(here + by) % len(current)])

    def learn_pages(self, document: str, pages: int) -> None:
        """How many pages a document turned out to have."""
        self._pages[DocumentId(document)] = pages
        if self._shown is not None and self._shown.id == document:
            self._tell()

    def _choose(self, document: Document | None) -> None:
        self._shown = document
        self.document_changed.emit(None if document is None else document.id)
        self._tell()

    def _tell(self) -> None:
        documents = self._applicant.documents if self._applicant is not None else ()
        self.told.emit(
            DocumentsShown(
                documents=tuple(sorted(documents, key=lambda one: (one.position, -one.version))),
                shown=self._shown,
                pages=self._pages.get(self._shown.id, 0) if self._shown is not None else 0,
            )
        )
