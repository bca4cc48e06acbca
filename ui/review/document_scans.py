"""Has the pages of scans read by OCR as they are looked at, and says so."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reviewer.domain.ids import DocumentId
from reviewer.domain.layouts import LEAST_TEXT
from ui.review.document_note import NOTHING, read_by_ocr, scan
from ui.review.document_outside import PAGE, PASSING, HelpSource, OutsideErrands
from ui.review.document_text import PageText


class Scans(QObject):
    """Of the document given last alone; a page is read once."""

    note_changed = Signal(object)
    read = Signal(int, object)
    """A page's words as they were read, where they are more than its own."""

    def __init__(self, source: HelpSource, errands: OutsideErrands, parent: QObject) -> None:
        super().__init__(parent)
        self._source = source
        self._errands = errands
        self._document: DocumentId | None = None
        self.has_read = False

    def show(self, document: DocumentId | None) -> None:
        """Another document, or none."""
        self._document, self.has_read = document, False

    def hear(self, page: int, characters: int) -> None:
        """A page of the scan has so many characters of its own: with hardly any, have it read."""
        document = self._document
        if document is None or characters >= LEAST_TEXT or self._errands.holds(document, page):
            return
        if page == 1:
            self.note_changed.emit(scan(""))
        self._errands.run(
            document,
            page,
            lambda: PageText(self._source.page_words(document, page)),
            lambda text: self._take(document, page, characters, text),
            lambda code: self._go_without(document, page, code),
            PAGE + page,
        )

    def _take(self, document: DocumentId, page: int, characters: int, text: PageText) -> None:
        if self._document != document:
            return
        if sum(len(word.text) for word in text.words) > characters:
            self.has_read = True
            self.read.emit(page, text)
        self.note_changed.emit(read_by_ocr() if self.has_read else NOTHING)

    def _go_without(self, document: DocumentId, page: int, code: str) -> None:
        """Said of the first page alone: a later one without words may just be empty."""
        if self._document == document and page == 1 and code not in PASSING:
            self.note_changed.emit(scan(code))
