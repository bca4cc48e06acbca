"""Brings documents to the CV pane: what is visible first, then what is near, then the next applicants'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reviewer.domain.ids import DocumentId
from reviewer.domain.layouts import document_of
from reviewer.domain.pages import DocumentFacts, PagePicture
from reviewer.errors import DocumentUnreadable
from reviewer.i18n import gettext as _
from ui.background import Background, Ticket, Urgency
from ui.errors import words_for
from ui.review.document_errands import Errand
from ui.review.document_evidence import Mark
from ui.review.document_fetcher import DocumentFetcher, DocumentSource
from ui.review.document_message import CardAction
from ui.review.document_pictures import BUDGET_BYTES
from ui.review.document_prefetch import Prefetch
from ui.review.document_text import PageText
from ui.review.document_view import DocumentView
from ui.review.document_wishes import PageWish

_WORDS_PRIORITY = Urgency.NEAR + 5
_WORTH_RETRYING = frozenset({"crashed", "too-slow", "no-worker", "missing"})
RETRY, OUTSIDE, OUTSIDE_ANYWAY, BACK = "retry", "open-outside", "open-outside-anyway", "back"
LATEST_MS = 2_700
"""Within this time a page is shown, or why it is not, whatever the document and the computer do."""
_LEAST_LEFT_MS = 200
_SLOW_MS = 32
"""For so long the page before stays in sight; then an empty one says that another document comes."""
_ROUGH_AFTER_MS = 32
_ROUGH_PART = 4
_LEAST_ROUGH_PX = 120


class DocumentPresenter(QObject):
    """Keeps the pane filled with the shown document."""

    shown_facts = Signal(str, object)
    unreadable = Signal(str, str)
    open_outside_wanted = Signal(str)
    forgotten = Signal(object)
    page_painted = Signal()
    """The first page has been painted, or what stands in its place."""
    learned = Signal(str)

    def __init__(
        self, source: DocumentSource, background: Background, view: DocumentView, *, budget: int = BUDGET_BYTES
    ) -> None:
        super().__init__(view)
        self._source = source
        self._view = view
        self._fetcher = DocumentFetcher(source, background, self, budget=budget)
        self._prefetch = Prefetch(self._fetcher, background, source.depth_ahead, self._first_width)
        self._document: DocumentId | None = None
        self._ahead: frozenset[DocumentId] = frozenset()
        self._marks: tuple[Mark, ...] = ()
        self._pages_shown = set[int]()
        self._turns: dict[DocumentId, int] = {}
        self._wanted: Mapping[Errand, int] = {}
        self._awaited: list[Errand] = []
        self._asked_at = 0.0
        self.latest_ms = LATEST_MS
        self._rough = QTimer(self, singleShot=True)
        self._rough.timeout.connect(self._draw_rough)
        self._slow = QTimer(self, interval=_SLOW_MS)
        self._slow.timeout.connect(self._go_without_page)
        view.turned.connect(self._remember_turn)
        view.pages_wanted.connect(self._fetch_pages)
        view.words_wanted.connect(self._fetch_words, Qt.ConnectionType.QueuedConnection)
        view.action_chosen.connect(self._act)
        self._fetcher.opened.connect(self._opened)
        self._fetcher.drawn.connect(self._drawn)
        self._fetcher.found_words.connect(self._found_words)
        self._fetcher.failed.connect(self._failed)

    @property
    def document(self) -> DocumentId | None:
        """The document that is shown or on its way."""
        return self._document

    def show(self, document: DocumentId | None) -> None:
        """Show a document, or that there is none; one already fetched is painted before this returns."""
        if document == self._document and document is not None:
            return
        self._leave()
        self._document = document
        self._marks = ()
        if document is None:
            self._show_message(
                _("No document"),
                _("This applicant has not sent a document. You can judge the applicant all the same."),
                (),
            )
            return
        self._source.count_shown(prefetched=self._is_ready(document))
        self._open_shown(document)

    def hasten(self, document: DocumentId) -> None:
        """This document is shown in a moment: have it begun, while the window still turns to it."""
        if self._fetcher.facts(document) is None:
            self._source.near.hasten(document, self._view.first_width(self._turn(document)))

    def facts(self, document: DocumentId) -> DocumentFacts | None:
        """What is known of a document, shown or not; None while it was not opened."""
        return self._fetcher.facts(document)

    def prepare(self, document: DocumentId) -> bool:
        """Have a document ready, to be shown in place of this one; whether it is. Ask again until it is."""
        facts = self._fetcher.facts(document)
        if facts is None:
            self._fetcher.open(document, Urgency.NEAR)
            return False
        first = self._first_page(document, facts)
        if self._fetcher.picture(first) is None:
            self._fetcher.draw(first, Urgency.NEAR)
            return False
        return True

    def set_evidence(self, marks: tuple[Mark, ...]) -> None:
        """The pins of the shown document; they hold until another one is shown."""
        self._marks = marks
        self._view.set_evidence(marks)

    def prefetch(self, applicants: Sequence[Sequence[DocumentId]]) -> None:
        """Have the documents of these applicants ready, the first ones first, when nothing else waits."""
        self._ahead = frozenset(document for documents in applicants for document in documents)
        self._fetcher.cancel(lambda errand: errand.document != self._document and errand.document not in self._ahead)
        self._prefetch.wish(applicants)

    def forget(self, documents: Sequence[DocumentId]) -> None:
        """Drop all that is held of these documents (erased, or replaced)."""
        gone = frozenset(documents)
        self._fetcher.forget(documents)
        self._turns = {document: turn for document, turn in self._turns.items() if document not in gone}
        self.forgotten.emit(gone)
        if self._document in gone:
            self.show(None)

    def offer_outside(self) -> None:
        """Ask whether the shown document may be opened with another program."""
        if self._document is not None:
            self._leave()
            self._show_message(
                _("Open this file with another program?"),
                _("It comes from a stranger. Here a separate process reads it; another program may be less careful."),
                (
                    CardAction(key=BACK, label=_("Back")),
                    CardAction(key=OUTSIDE_ANYWAY, label=_("Open all the same")),
                ),
            )

    def _leave(self) -> None:
        left = self._document
        self._fetcher.cancel(lambda errand: errand.document == left)
        self._pages_shown.clear()
        self._wanted, self._awaited = {}, []
        self._rough.stop()
        self._slow.stop()

    def _remember_turn(self, turn: int) -> None:
        """Until the desk is closed; a document erased is forgotten with the rest."""
        if self._document is not None and turn != self._turn(self._document):
            self._turns[document_of(self._document)] = turn

    def _turn(self, document: DocumentId) -> int:
        """How often a document's pages are turned, in whichever layout."""
        return self._turns.get(document_of(document), 0)

    def _act(self, key: str) -> None:
        if self._document is None:
            return
        if key == OUTSIDE:
            self.offer_outside()
            return
        if key == OUTSIDE_ANYWAY:
            self.open_outside_wanted.emit(self._document)
        self._open_shown(self._document)

    def _is_ready(self, document: DocumentId) -> bool:
        facts = self._fetcher.facts(document)
        return facts is not None and self._fetcher.picture(self._first_page(document, facts)) is not None

    def _first_page(self, document: DocumentId, facts: DocumentFacts) -> Errand:
        return Errand(document, 1, self._first_width(document, facts))

    def _first_width(self, document: DocumentId, facts: DocumentFacts) -> int:
        return self._view.first_width(self._turn(document)).of(facts.pages)

    def _open_shown(self, document: DocumentId) -> None:
        self._asked_at = monotonic()
        facts = self._fetcher.facts(document)
        if facts is not None:
            self._show_facts(document, facts)
            return
        wanted = self._view.first_width(self._turn(document))
        self._expect(Errand(document), self._fetcher.open_first(document, wanted))
        if not self._view.await_document():
            self._view.show_loading()
        self._slow.start()

    def _go_without_page(self) -> None:
        """The first page takes longer than a frame: show what is known by now, and look again soon."""
        if self._document is not None:
            self._fetcher.learn(self._document)
        if self._view.awaits:
            self._view.show_loading()
        self.page_painted.emit()

    def _show_facts(self, document: DocumentId, facts: DocumentFacts) -> None:
        """The first page comes before all the rest of the window, when it is there."""
        self._slow.stop()
        first = self._fetcher.picture(self._first_page(document, facts))
        self._pages_shown = set() if first is None else {1}
        self._view.show_facts(facts, self._turn(document), first)
        if first is not None:
            self.page_painted.emit()
        self._view.set_evidence(self._marks)
        self.shown_facts.emit(document, facts)

    def _expect(self, errand: Errand, ticket: Ticket) -> None:
        """See to it that something is said in time even when no answer comes; opening and first page count together."""
        passed_ms = 0 if self._pages_shown else int((monotonic() - self._asked_at) * 1_000)
        left_ms = max(min(_LEAST_LEFT_MS, self.latest_ms), self.latest_ms - passed_ms)
        QTimer.singleShot(left_ms, self, partial(self._give_up, errand, ticket))

    def _give_up(self, errand: Errand, ticket: Ticket) -> None:
        if self._fetcher.is_open(errand, ticket):
            self._fetcher.cancel(lambda known: known == errand)
            self._failed(errand, DocumentUnreadable("too-slow"))

    def _opened(self, errand: Errand, facts: DocumentFacts) -> None:
        if errand.document == self._document:
            self._show_facts(errand.document, facts)
        self.learned.emit(errand.document)

    def _fetch_pages(self, wishes: list[PageWish]) -> None:
        document = self._document
        if document is None:
            return
        wanted = {Errand(document, page, width): priority for page, width, priority in wishes}
        self._fetcher.cancel(
            lambda errand: (
                errand.document == document and errand.width_px > 0 and not errand.aside and errand not in wanted
            )
        )
        self._wanted, self._awaited = wanted, []
        first = not self._pages_shown
        for errand in [errand for errand in wanted if not self._show_known(errand)]:
            ticket = self._fetcher.draw(errand, wanted[errand])
            if wanted[errand] == Urgency.VISIBLE:
                self._awaited.append(errand)
                self._expect(errand, ticket)
        if self._awaited:
            self._stand_in()
            self._rough.start(
                max(0, _ROUGH_AFTER_MS - int((monotonic() - self._asked_at) * 1_000)) if first else _ROUGH_AFTER_MS
            )

    def _show_known(self, errand: Errand) -> bool:
        picture = self._fetcher.picture(errand)
        if picture is not None:
            self._show_picture(errand, picture)
        return picture is not None

    def _stand_in(self) -> None:
        """Until the pages come, show them from pictures of another size."""
        for errand in self._awaited:
            other = self._fetcher.other_picture(errand)
            if other is not None and errand.page not in self._pages_shown:
                self._show_picture(errand, other)

    def _draw_rough(self) -> None:
        """Pages that take longer than a frame or two are shown coarsely first, drawn by another worker."""
        for errand in self._awaited:
            width = errand.width_px // _ROUGH_PART
            if width >= _LEAST_ROUGH_PX and errand.page not in self._pages_shown:
                self._fetcher.draw(Errand(errand.document, errand.page, width, aside=True), Urgency.VISIBLE)

    def _drawn(self, errand: Errand, picture: PagePicture) -> None:
        overtaken = errand.aside and errand.page in self._pages_shown
        if errand.document == self._document and not overtaken:
            self._show_picture(errand, picture)

    def _show_picture(self, errand: Errand, picture: PagePicture) -> None:
        self._pages_shown.add(errand.page)
        self._view.set_picture(errand.page, picture)

    def _fetch_words(self, page: int) -> None:
        """Asked after the page was painted, when another document may have come."""
        facts = None if self._document is None else self._fetcher.facts(self._document)
        if self._document is None or facts is None or page > len(facts.pages):
            return
        errand = Errand(self._document, page)
        text = self._fetcher.text(errand)
        if text is not None:
            self._view.set_text(page, text)
        else:
            self._fetcher.read_words(errand, _WORDS_PRIORITY)

    def _found_words(self, errand: Errand, text: PageText) -> None:
        if errand.document == self._document:
            self._view.set_text(errand.page, text)

    def _failed(self, errand: Errand, error: Exception) -> None:
        """Say it on the page; of the document, or of its first page before any other shows, in the document's place."""
        document, page = errand.document, errand.page
        if document != self._document or errand.aside:
            return
        if page and not errand.width_px:
            # Without words a page still takes rectangles; its picture says what is wrong.
            self._view.set_text(page, PageText(()))
            return
        if page and errand not in self._wanted:
            return
        words = words_for(error)
        if page > 1 or (page and self._pages_shown):
            self._view.set_page_message(page, words.title)
            return
        self._fetcher.cancel(lambda known: known.document == document)
        self._slow.stop()
        code = error.code if isinstance(error, DocumentUnreadable) else ""
        self._show_message(words.title, words.remedy, ways_out(code))
        self.unreadable.emit(document, code)

    def _show_message(self, title: str, text: str, actions: Sequence[CardAction]) -> None:
        self._view.show_message(title, text, actions)
        self.page_painted.emit()


def ways_out(code: str) -> tuple[CardAction, ...]:
    """What a person can do about a document that cannot be shown."""
    retry = (CardAction(key=RETRY, label=_("Try again")),) if code in _WORTH_RETRYING else ()
    outside = (CardAction(key=OUTSIDE, label=_("Open with another program …")),) if code != "missing" else ()
    return (*retry, *outside)
