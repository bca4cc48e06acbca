"""Brings documents to the CV pane: what is visible first, then what is near, then the next applicants'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import DocumentFacts, PagePicture, Word
from reviewer.errors import DocumentUnreadable
from reviewer.i18n import gettext as _
from ui.background import Background
from ui.errors import words_for
from ui.review.document_errands import Errand, Errands
from ui.review.document_evidence import Mark
from ui.review.document_message import CardAction
from ui.review.document_pictures import BUDGET_BYTES, BoundedStore
from ui.review.document_view import DocumentView
from ui.review.document_wishes import PageWish

MAX_FACTS = 400
MAX_WORDS = 100_000
_WORDS_PRIORITY = 15
_PREFETCH_PRIORITY = 40
_WORTH_RETRYING = frozenset({"crashed", "too-slow", "no-worker", "missing"})
RETRY, OUTSIDE, OUTSIDE_ANYWAY, BACK = "retry", "open-outside", "open-outside-anyway", "back"


class DocumentSource(Protocol):
    """Reads documents, off the UI thread; each method raises DocumentUnreadable. Pages count from 1."""

    def open(self, document: DocumentId) -> DocumentFacts: ...

    def render(self, document: DocumentId, page: int, width_px: int) -> PagePicture: ...

    def words(self, document: DocumentId, page: int) -> tuple[Word, ...]: ...


class DocumentPresenter(QObject):
    """Keeps the pane filled with the shown document; what was read stays in bounded memory, never on disk."""

    shown_facts = Signal(str, object)
    unreadable = Signal(str, str)
    open_outside_wanted = Signal(str)
    forgotten = Signal(object)

    def __init__(
        self, source: DocumentSource, background: Background, view: DocumentView, *, budget: int = BUDGET_BYTES
    ) -> None:
        super().__init__(view)
        self._source = source
        self._background = background
        self._view = view
        self._errands = Errands(background)
        self._facts: BoundedStore[DocumentId, DocumentFacts] = BoundedStore(MAX_FACTS, lambda _facts: 1)
        self._pictures: BoundedStore[Errand, PagePicture] = BoundedStore(
            budget, lambda picture: picture.stride * picture.height_px
        )
        self._words: BoundedStore[Errand, tuple[Word, ...]] = BoundedStore(MAX_WORDS, lambda words: len(words) + 1)
        self._document: DocumentId | None = None
        self._next: tuple[DocumentId, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._pictures_shown = 0
        self._turns: dict[DocumentId, int] = {}
        view.turned.connect(self._remember_turn)
        view.pages_wanted.connect(self._fetch_pages)
        view.words_wanted.connect(self._fetch_words)
        view.action_chosen.connect(self._act)

    @property
    def document(self) -> DocumentId | None:
        """The document that is shown or on its way."""
        return self._document

    def show(self, document: DocumentId | None) -> None:
        """Show a document, or that there is none; one already fetched is painted without waiting."""
        if document == self._document and document is not None:
            return
        self._leave()
        self._document = document
        self._marks = ()
        if document is None:
            self._view.show_message(
                _("No document"),
                _("This applicant has not sent a document. You can judge the applicant all the same."),
                (),
            )
        else:
            self._open_shown(document)

    def set_evidence(self, marks: tuple[Mark, ...]) -> None:
        """The pins of the shown document; they hold until another one is shown."""
        self._marks = marks
        self._view.set_evidence(marks)

    def prefetch(self, documents: Sequence[DocumentId]) -> None:
        """Have these documents opened and their first page rendered, the first ones first, when nothing else waits."""
        self._next = tuple(documents)
        self._errands.cancel(lambda errand: errand.document not in (self._document, *self._next))
        for rank, document in enumerate(self._next):
            if document != self._document:
                self._prefetch_one(document, _PREFETCH_PRIORITY + rank)

    def forget(self, documents: Sequence[DocumentId]) -> None:
        """Drop all that is held of these documents (erased, or replaced)."""
        gone = frozenset(documents)
        self._errands.cancel(lambda errand: errand.document in gone)
        self._facts.drop(lambda document: document in gone)
        self._pictures.drop(lambda errand: errand.document in gone)
        self._words.drop(lambda errand: errand.document in gone)
        self._next = tuple(document for document in self._next if document not in gone)
        self._turns = {document: turn for document, turn in self._turns.items() if document not in gone}
        self.forgotten.emit(gone)
        if self._document in gone:
            self.show(None)

    def offer_outside(self) -> None:
        """Ask whether the shown document may be opened with another program."""
        if self._document is not None:
            self._leave()
            self._view.show_message(
                _("Open this file with another program?"),
                _("It comes from a stranger. Here a separate process reads it; another program may be less careful."),
                (
                    CardAction(key=BACK, label=_("Back")),
                    CardAction(key=OUTSIDE_ANYWAY, label=_("Open all the same")),
                ),
            )

    def _leave(self) -> None:
        left = self._document
        self._errands.cancel(lambda errand: errand.document == left)
        self._pictures_shown = 0

    def _remember_turn(self, turn: int) -> None:
        """Until the desk is closed; a document erased is forgotten with the rest."""
        if self._document is not None and turn != self._turns.get(self._document, 0):
            self._turns[self._document] = turn

    def _act(self, key: str) -> None:
        if self._document is None:
            return
        if key == OUTSIDE:
            self.offer_outside()
            return
        if key == OUTSIDE_ANYWAY:
            self.open_outside_wanted.emit(self._document)
        self._open_shown(self._document)

    def _open_shown(self, document: DocumentId) -> None:
        facts = self._facts.find(document)
        if facts is not None:
            self._show_facts(document, facts)
            return
        self._view.show_loading()
        self._errands.run(
            Errand(document),
            lambda: self._source.open(document),
            lambda opened: self._opened(document, opened, 0),
            lambda error: self._failed(document, error),
            0,
        )

    def _show_facts(self, document: DocumentId, facts: DocumentFacts) -> None:
        self._pictures_shown = 0
        self._view.show_facts(facts, self._turns.get(document, 0))
        self._view.set_evidence(self._marks)
        self.shown_facts.emit(document, facts)

    def _opened(self, document: DocumentId, facts: DocumentFacts, priority: int) -> None:
        self._facts.put(document, facts)
        if document == self._document:
            self._show_facts(document, facts)
        elif document in self._next:
            self._prefetch_one(document, priority)

    def _prefetch_one(self, document: DocumentId, priority: int) -> None:
        facts = self._facts.find(document)
        if facts is None:
            self._errands.run(
                Errand(document),
                lambda: self._source.open(document),
                lambda opened: self._opened(document, opened, priority),
                self._report_bug,
                priority,
            )
        elif facts.pages:
            errand = Errand(document, 1, self._view.width_px_for(facts, 1, self._turns.get(document, 0)))
            if errand not in self._pictures:
                self._fetch_picture(errand, priority)

    def _fetch_pages(self, wishes: list[PageWish]) -> None:
        document = self._document
        if document is None:
            return
        wanted = {Errand(document, page, width): priority for page, width, priority in wishes}
        self._errands.cancel(
            lambda errand: errand.document == document and errand.width_px > 0 and errand not in wanted
        )
        for errand, priority in wanted.items():
            picture = self._pictures.find(errand)
            if picture is None:
                self._fetch_picture(errand, priority)
            else:
                self._show_picture(errand, picture)

    def _fetch_picture(self, errand: Errand, priority: int) -> None:
        self._errands.run(
            errand,
            lambda: _own(self._source.render(errand.document, errand.page, errand.width_px)),
            lambda picture: self._rendered(errand, picture),
            lambda error: self._failed(errand.document, error, errand.page),
            priority,
        )

    def _rendered(self, errand: Errand, picture: PagePicture) -> None:
        self._pictures.put(errand, picture)
        if errand.document == self._document:
            self._show_picture(errand, picture)

    def _show_picture(self, errand: Errand, picture: PagePicture) -> None:
        self._pictures_shown += 1
        self._view.set_picture(errand.page, picture)

    def _fetch_words(self, page: int) -> None:
        document = self._document
        if document is None:
            return
        errand = Errand(document, page)
        words = self._words.find(errand)
        if words is not None:
            self._view.set_words(page, words)
            return
        self._errands.run(
            errand,
            lambda: self._source.words(document, page),
            lambda found: self._found_words(errand, found),
            lambda error: self._lost_words(errand, error),
            _WORDS_PRIORITY,
        )

    def _found_words(self, errand: Errand, words: tuple[Word, ...]) -> None:
        self._words.put(errand, words)
        if errand.document == self._document:
            self._view.set_words(errand.page, words)

    def _lost_words(self, errand: Errand, error: Exception) -> None:
        """Without words a page still takes rectangles; its picture says what is wrong."""
        self._report_bug(error)
        if errand.document == self._document:
            self._view.set_words(errand.page, ())

    def _report_bug(self, error: Exception) -> None:
        if not isinstance(error, DocumentUnreadable):
            self._background.failed.emit(error)

    def _failed(self, document: DocumentId, error: Exception, page: int = 0) -> None:
        """Say it on the page; of the document, or of its first page before any other shows, in the document's place."""
        self._report_bug(error)
        if document != self._document:
            return
        words = words_for(error)
        if page > 1 or (page and self._pictures_shown):
            self._view.set_page_message(page, words.title)
            return
        self._errands.cancel(lambda errand: errand.document == document)
        code = error.code if isinstance(error, DocumentUnreadable) else ""
        self._view.show_message(words.title, words.remedy, _ways_out(code))
        self.unreadable.emit(document, code)


def _ways_out(code: str) -> tuple[CardAction, ...]:
    retry = (CardAction(key=RETRY, label=_("Try again")),) if code in _WORTH_RETRYING else ()
    outside = (CardAction(key=OUTSIDE, label=_("Open with another program …")),) if code != "missing" else ()
    return (*retry, *outside)


def _own(picture: PagePicture) -> PagePicture:
    """The picture in memory of its own: what the reader lends (shared memory) is for the worker's next page."""
    if isinstance(picture.pixels, bytes):
        return picture
    return PagePicture(
        width_px=picture.width_px, height_px=picture.height_px, stride=picture.stride, pixels=bytes(picture.pixels)
    )
