"""Shows documents as LibreOffice lays them out and scans with their text, as soon as either can be had."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.domain.ids import DocumentId
from reviewer.domain.layouts import OFFICE_KINDS, SCAN_KINDS, document_of, is_office_layout, office_layout
from reviewer.domain.pages import DocumentFacts, DocumentKind
from reviewer.errors import DocumentUnreadable
from reviewer.i18n import gettext as _
from ui.background import Background
from ui.errors import words_for
from ui.review.document_anchoring import Anchoring
from ui.review.document_evidence import Mark
from ui.review.document_note import NOTHING, quick_view, read_by_ocr
from ui.review.document_outside import AHEAD, PASSING, SHOWN, WHOLE, HelpSource, OutsideErrands
from ui.review.document_presenter import DocumentPresenter, ways_out
from ui.review.document_scans import Scans
from ui.review.document_view import DocumentView

_AHEAD_AT_MOST = 2
_LOOK_MS, _LOOKS_UNTIL_SHOWN = 40, 50
_LEGACY, _NO_OFFICE = "legacy-word", "no-office"


class DocumentHelp(QObject):
    """Stands before the document presenter: what it is asked to show it shows at once, and better when it can.

    A layout is exchanged only while nobody selects, draws or searches; the place in the document and the pins stay.
    """

    shown_facts = Signal(str, object)
    note_changed = Signal(object)
    marks_placed = Signal(object)

    def __init__(
        self, source: HelpSource, background: Background, view: DocumentView, documents: DocumentPresenter
    ) -> None:
        super().__init__(view)
        self._source = source
        self._view = view
        self._documents = documents
        self._document: DocumentId | None = None
        self._facts: DocumentFacts | None = None
        self._layouts: dict[DocumentId, DocumentId] = {}
        self._ahead: tuple[tuple[DocumentId, ...], ...] = ()
        self._errands = OutsideErrands(source, background)
        self._anchoring = Anchoring(source, background, self._errands, self)
        self._scans = Scans(source, self._errands, self)
        self._improving, self._failure = False, ""
        self._legacy = False
        self._looks = 0
        self._waiting = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._waiting.timeout.connect(self._exchange)
        documents.shown_facts.connect(self._hear_facts)
        documents.unreadable.connect(self._hear_unreadable)
        documents.learned.connect(lambda _document: self._improve_ahead())
        view.words_set.connect(self._hear_words)
        self._scans.read.connect(view.set_text)
        self._scans.note_changed.connect(self.note_changed)
        self._anchoring.placed.connect(self._set_marks)

    def hasten(self, document: DocumentId) -> None:
        """This document is shown in a moment."""
        self._documents.hasten(self._best(document))

    def show(self, document: DocumentId | None) -> None:
        """Show a document, in the best layout there is."""
        if document == self._document and document is not None:
            return
        self._document, self._facts = document, None
        self._improving, self._failure = False, ""
        self._legacy = False
        self._scans.show(document)
        self._anchoring.marks = ()
        self._waiting.stop()
        self._documents.show(None if document is None else self._best(document))
        self._keep()

    def set_evidence(self, marks: tuple[Mark, ...]) -> None:
        """The pins of the shown document, placed where their words stand in the layout that is shown."""
        self._anchoring.marks = marks
        self._place_marks()

    def prefetch(self, applicants: Sequence[Sequence[DocumentId]]) -> None:
        """Have these applicants' documents ready, in the best layout there is; the first one's is made beforehand."""
        self._ahead = tuple(tuple(documents) for documents in applicants)
        self._keep()
        self._prefetch()
        self._improve_ahead()

    def forget(self, documents: Sequence[DocumentId]) -> None:
        """Drop all that is held of these documents (erased, or replaced)."""
        for document in documents:
            self._layouts.pop(document, None)
        shown = self._document in documents
        if shown:
            self._document = None
            self._waiting.stop()
        self._keep()
        self._documents.forget([*documents, *(office_layout(document) for document in documents)])
        if shown:
            self.note_changed.emit(NOTHING)

    @property
    def _layout(self) -> DocumentId | None:
        """The layout that is shown, if it is one of the document's."""
        layout = self._documents.document
        return layout if layout is not None and document_of(layout) == self._document else None

    def _best(self, document: DocumentId) -> DocumentId:
        return self._layouts.get(document, document)

    def _prefetch(self) -> None:
        self._documents.prefetch([[self._best(document) for document in documents] for documents in self._ahead])

    def _improve(self, document: DocumentId, kind: DocumentKind) -> None:
        """Only after our own reader has opened it: what harms a reader is not tried once more for this."""
        self._improving = True
        self._errands.run(
            document,
            WHOLE,
            lambda: self._source.lay_out(document, kind.value),
            lambda layout: self._improved(document, layout),
            lambda code: self._not_improved(document, code),
            SHOWN,
        )

    def _improve_ahead(self) -> None:
        """One ahead and no more: work for the shown document shall not wait long for it."""
        if self._improving:
            return
        for ahead in [documents[0] for documents in self._ahead[:_AHEAD_AT_MOST] if documents]:
            facts = self._documents.facts(ahead)
            if facts is not None and facts.kind in OFFICE_KINDS and ahead not in self._layouts:
                self._errands.run(
                    ahead,
                    WHOLE,
                    partial(self._source.lay_out, ahead, facts.kind.value),
                    partial(self._improved, ahead),
                    lambda _code: None,
                    AHEAD,
                )
                return

    def _improved(self, document: DocumentId, layout: DocumentId) -> None:
        self._layouts[document] = layout
        self._prefetch()
        if document == self._document:
            self._improving = False
            self._looks = 0
            self._waiting.start()
            self._improve_ahead()

    def _not_improved(self, document: DocumentId, code: str) -> None:
        if document != self._document:
            return
        self._improving, self._failure = False, "" if code in PASSING else code
        self._tell_failure()
        self._improve_ahead()

    def _tell_failure(self) -> None:
        """Beside the quick view, or in the document's place where there is none."""
        code = self._failure
        if code and self._facts is not None and self._facts.kind in OFFICE_KINDS:
            self.note_changed.emit(quick_view(code))
        elif code and self._legacy:
            words = words_for(DocumentUnreadable(_LEGACY if code == _NO_OFFICE else code))
            self._view.show_message(words.title, words.remedy, ways_out(code))

    def _exchange(self) -> None:
        """Show the better layout once its first page is drawn and nobody is about something on the page."""
        document = self._document
        layout = self._layouts.get(document) if document is not None else None
        if layout is None or self._documents.document == layout:
            return
        self._looks += 1
        patient = not self._documents.prepare(layout) and self._looks < _LOOKS_UNTIL_SHOWN
        if self._view.tools.is_occupied() or patient:
            self._waiting.start()
            return
        bar = self._view.verticalScrollBar()
        place = bar.value() / max(1, bar.maximum())
        self._documents.show(layout)
        bar.setValue(round(place * bar.maximum()))

    def _hear_facts(self, layout: str, facts: DocumentFacts) -> None:
        document = document_of(DocumentId(layout))
        if document != self._document:
            return
        self._facts = facts
        if is_office_layout(DocumentId(layout)):
            self.note_changed.emit(NOTHING)
        elif facts.kind in OFFICE_KINDS and not self._failure:
            self.note_changed.emit(quick_view(""))
            self._improve(document, facts.kind)
        elif self._scans.has_read:
            self.note_changed.emit(read_by_ocr())
        else:
            self._tell_failure()
        self._place_marks()
        self.shown_facts.emit(document, facts)

    def _hear_unreadable(self, layout: str, code: str) -> None:
        document = self._document
        if document is None or document_of(DocumentId(layout)) != document:
            return
        if is_office_layout(DocumentId(layout)):
            self._layouts.pop(document, None)
            self._failure = "" if code in PASSING else code
            self._documents.show(document)
        elif code == _LEGACY:
            self._legacy = True
            if self._failure:
                self._tell_failure()
                return
            self._improve(document, DocumentKind.DOC)
            self._view.show_message(
                _("The pages are being prepared"), _("LibreOffice lays out this Word file of the old kind."), ()
            )

    def _hear_words(self, page: int, characters: int) -> None:
        layout, facts = self._layout, self._facts
        if layout is not None and facts is not None and facts.kind in SCAN_KINDS and not is_office_layout(layout):
            self._scans.hear(page, characters)

    def _place_marks(self) -> None:
        self._anchoring.place(self._layout, self._facts)

    def _set_marks(self, marks: tuple[Mark, ...]) -> None:
        self._documents.set_evidence(marks)
        self.marks_placed.emit(marks)

    def _keep(self) -> None:
        ahead = [document for documents in self._ahead[:_AHEAD_AT_MOST] for document in documents]
        self._errands.keep(self._document, ahead)
