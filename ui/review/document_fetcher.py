"""Fetches documents' facts, pictures and words in the background, and keeps them in bounded memory, never on disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import DocumentFacts, PagePicture, Word
from reviewer.domain.pixels import copy_memory
from reviewer.domain.sizing import FirstWidth
from reviewer.errors import DocumentUnreadable
from ui.background import Background, Lane, Ticket, Urgency
from ui.review.document_errands import Cancelled, Errand, Errands, never
from ui.review.document_pictures import BUDGET_BYTES, BoundedStore
from ui.review.document_text import PageText
from ui.watched_work import Watched

MAX_FACTS = 400
MAX_WORDS = 100_000
MAX_READ_DOCUMENTS = 12


@dataclass(slots=True)
class _Opening:
    """A document that is being opened and drawn in one go, and what is known of it meanwhile."""

    errand: Errand
    facts: DocumentFacts | None = None
    first: Errand | None = None
    told: bool = False


class NearSource(Protocol):
    """The documents that are likely to be asked for next."""

    def hasten(self, document: DocumentId, wanted: FirstWidth) -> None:
        """Begin what first_page() is about to be asked for; never waits, and may do nothing. For any thread."""

    def coming(
        self, document: DocumentId, wanted: FirstWidth, *, told: Callable[[DocumentFacts], None]
    ) -> Watched | None:
        """What first_page() would give, to be watched for where it was begun; on the UI thread."""


class DocumentSource(Protocol):
    """Reads documents, off the UI thread; each method raises DocumentUnreadable. Pages count from 1.

    A call ends soon, with DocumentUnreadable, once `cancelled` gives True.
    """

    @property
    def near(self) -> NearSource: ...

    def open(self, document: DocumentId, *, cancelled: Cancelled = never) -> DocumentFacts: ...

    def render(
        self, document: DocumentId, page: int, width_px: int, *, cancelled: Cancelled = never, aside: bool = False
    ) -> PagePicture:
        """Aside: without keeping waiting who asks for what is on screen."""

    def first_page(
        self,
        document: DocumentId,
        wanted: FirstWidth,
        *,
        told: Callable[[DocumentFacts], None],
        cancelled: Cancelled = never,
    ) -> PagePicture:
        """Open and draw in one go; what the document is, is told as soon as it is known, off the UI thread."""

    def words(self, document: DocumentId, page: int, *, cancelled: Cancelled = never) -> tuple[Word, ...]: ...

    def depth_ahead(self) -> int:
        """How many applicants' documents are worth fetching ahead now; 0: none for the moment."""

    def count_shown(self, *, prefetched: bool) -> None:
        """Count a document that was asked for, and whether it was there already; from any thread, never waits."""


class DocumentFetcher(QObject):
    """Each piece is fetched once; who waits for it hears the signal, whoever asked."""

    opened = Signal(object, object)
    drawn = Signal(object, object)
    found_words = Signal(object, object)
    failed = Signal(object, object)
    settled = Signal()
    """Nothing that is on screen or near it is being fetched any more."""

    def __init__(
        self, source: DocumentSource, background: Background, parent: QObject, *, budget: int = BUDGET_BYTES
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._background = background
        self._errands = Errands(background)
        self.budget = budget
        self._facts: BoundedStore[DocumentId, DocumentFacts] = BoundedStore(MAX_FACTS, lambda _facts: 1)
        self._pictures: BoundedStore[Errand, PagePicture] = BoundedStore(
            budget, lambda picture: picture.stride * picture.height_px
        )
        self._texts: BoundedStore[Errand, PageText] = BoundedStore(MAX_WORDS, lambda text: len(text.words) + 1)
        self._urgent: set[Errand] = set()
        self._opening: _Opening | None = None
        self._refused: dict[Errand, Exception] = {}

    @property
    def is_busy(self) -> bool:
        """Whether something on screen or near it is being fetched."""
        return bool(self._urgent)

    def facts(self, document: DocumentId) -> DocumentFacts | None:
        """What is known of a document."""
        return self._facts.find(document)

    def picture(self, errand: Errand) -> PagePicture | None:
        """A page's picture of this very width, whoever drew it."""
        return self._pictures.find(replace(errand, aside=False))

    def other_picture(self, errand: Errand) -> PagePicture | None:
        """The widest picture of the same page, of another width."""
        known = self._pictures.keys()
        widths = [one.width_px for one in known if (one.document, one.page) == (errand.document, errand.page)]
        return self._pictures.find(Errand(errand.document, errand.page, max(widths))) if widths else None

    def text(self, errand: Errand) -> PageText | None:
        """The words of a page."""
        return self._texts.find(errand)

    def open(self, document: DocumentId, priority: int) -> Ticket:
        """Have a document opened; its facts come with opened."""
        return self._run(
            Errand(document),
            lambda cancelled: self._source.open(document, cancelled=cancelled),
            lambda facts: self._facts.put(document, facts),
            self.opened,
            priority,
        )

    def open_first(self, document: DocumentId, wanted: FirstWidth) -> Ticket:
        """Have a document opened whose first page is to be seen; its picture is there when opened comes.

        Where that takes long, learn() lets its facts come before.
        """
        opening = self._opening = _Opening(errand=Errand(document))

        def hear(facts: DocumentFacts) -> None:
            opening.first, opening.facts = Errand(document, 1, wanted.of(facts.pages)), facts

        self._urgent.add(opening.errand)
        return self._errands.run(
            opening.errand,
            lambda cancelled: self._source.first_page(document, wanted, told=hear, cancelled=cancelled),
            partial(self._first_drawn, opening),
            partial(self._first_failed, opening),
            Urgency.VISIBLE,
            watched=self._source.near.coming(document, wanted, told=hear),
        )

    def learn(self, document: DocumentId) -> None:
        """If this document is open by now, though its first page is not drawn, its facts come now."""
        opening = self._opening
        if opening is None or opening.errand.document != document or opening.facts is None or opening.told:
            return
        first = opening.first
        if first is not None and self._errands.holds(opening.errand):
            opening.told = True
            self._errands.rename(opening.errand, first)
            self._urgent = self._urgent - {opening.errand} | {first}
            self._facts.put(document, opening.facts)
            self.opened.emit(opening.errand, opening.facts)

    def draw(self, errand: Errand, priority: int) -> Ticket:
        """Have a page drawn at a width; its picture comes with drawn."""
        refused = self._refused.pop(errand, None)
        if refused is not None:
            QTimer.singleShot(0, self, partial(self._fail, errand, refused))
            return Ticket()
        document, page, width_px = errand.document, errand.page, errand.width_px
        return self._run(
            errand,
            lambda cancelled: own_picture(
                self._source.render(document, page, width_px, cancelled=cancelled, aside=errand.aside)
            ),
            lambda picture: self._pictures.put(replace(errand, aside=False), picture),
            self.drawn,
            priority,
        )

    def read_words(self, errand: Errand, priority: int) -> Ticket:
        """Have the words of a page read; they come with found_words."""
        return self._run(
            errand,
            lambda cancelled: PageText(self._source.words(errand.document, errand.page, cancelled=cancelled)),
            lambda text: self._keep_text(errand, text),
            self.found_words,
            priority,
        )

    def _keep_text(self, errand: Errand, text: PageText) -> None:
        """Only of the documents read last: the words of a hundred hold much memory, and the collector up."""
        self._texts.put(errand, text)
        read = list(dict.fromkeys(one.document for one in reversed(list(self._texts.keys()))))
        old = frozenset(read[MAX_READ_DOCUMENTS:])
        if old:
            self._texts.drop(lambda one: one.document in old)

    def is_open(self, errand: Errand, ticket: Ticket) -> bool:
        """Whether this very piece of work is still waited for."""
        return self._errands.is_open(errand, ticket)

    def cancel(self, unwanted: Callable[[Errand], bool]) -> None:
        """Forget what nobody waits for any more."""
        self._errands.cancel(unwanted)
        self._settle({errand for errand in self._urgent if unwanted(errand)})

    def forget(self, documents: Sequence[DocumentId]) -> None:
        """Drop all that is held of these documents."""
        gone = frozenset(documents)
        self.cancel(lambda errand: errand.document in gone)
        self._facts.drop(lambda document: document in gone)
        self._pictures.drop(lambda errand: errand.document in gone)
        self._texts.drop(lambda errand: errand.document in gone)

    def _first_drawn(self, opening: _Opening, picture: PagePicture) -> None:
        assert opening.facts
        assert opening.first
        self._pictures.put(opening.first, picture)
        if opening.told:
            self.drawn.emit(opening.first, picture)
        else:
            opening.told = True
            self._facts.put(opening.errand.document, opening.facts)
            self.opened.emit(opening.errand, opening.facts)
        self._settle({opening.errand, opening.first})
        self._take_over(opening.first, picture)

    def _take_over(self, errand: Errand, picture: PagePicture) -> None:
        """A picture that was shown as the reader lent it is copied afterwards, which takes a millisecond."""

        def keep(own: PagePicture) -> None:
            if errand in self._pictures:
                self._pictures.put(errand, own)

        if picture.lent:
            self._background.run(Lane.DOCUMENTS, lambda: own_picture(picture), keep, priority=Urgency.NEAR)

    def _first_failed(self, opening: _Opening, error: Exception) -> None:
        """Where the document could be opened, it is its first page that failed: who asks for that page is told."""
        if opening.facts is None or opening.first is None:
            self._fail(opening.errand, error)
        elif opening.told:
            self._fail(opening.first, error)
        else:
            opening.told = True
            self._facts.put(opening.errand.document, opening.facts)
            self._refused = {opening.first: error}
            self.opened.emit(opening.errand, opening.facts)
            self._settle({opening.errand})

    def _run(
        self,
        errand: Errand,
        work: Callable[[Cancelled], object],
        keep: Callable[..., None],
        come: SignalInstance,
        priority: int,
    ) -> Ticket:
        def done(value: object) -> None:
            keep(value)
            come.emit(errand, value)
            self._settle({errand})

        if priority < Urgency.THUMBNAIL:
            self._urgent.add(errand)

        return self._errands.run(errand, work, done, lambda error: self._fail(errand, error), priority)

    def _fail(self, errand: Errand, error: Exception) -> None:
        if not isinstance(error, DocumentUnreadable):
            self._background.failed.emit(error)
        self.failed.emit(errand, error)
        self._settle({errand})

    def _settle(self, over: set[Errand]) -> None:
        if self._urgent & over:
            self._urgent -= over
            if not self._urgent:
                self.settled.emit()


def own_picture(picture: PagePicture) -> PagePicture:
    """The picture in memory of its own: what the reader lends (shared memory) is for the worker's next page."""
    return replace(picture, pixels=copy_memory(memoryview(picture.pixels)), lent=False) if picture.lent else picture
