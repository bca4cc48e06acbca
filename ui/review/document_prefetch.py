"""Has the documents of the next applicants ready before anybody asks, one step at a time, while nothing else waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer

from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import DocumentFacts, PageSize
from ui.background import Background, Lane, Urgency
from ui.review.document_errands import Errand
from ui.review.document_fetcher import DocumentFetcher

_PAUSE_MS = 2_000
_SHARE = 0.6
"""Of the memory for pictures: what is ahead must not push out what is shown, nor the farther page the nearer one."""
Step = tuple[Errand, Callable[[], object]]
WidthFor = Callable[[DocumentId, DocumentFacts], int]


class Prefetch(QObject):
    """Opens documents and draws their first pages, then reads those pages' words."""

    def __init__(
        self,
        fetcher: DocumentFetcher,
        background: Background,
        depth: Callable[[], int],
        width_for: WidthFor,
    ) -> None:
        """Depth is asked off the UI thread: how many applicants ahead are worth it now, 0 for none."""
        super().__init__(fetcher)
        self._fetcher = fetcher
        self._background = background
        self._depth = depth
        self._width_for = width_for
        self._applicants: tuple[tuple[DocumentId, ...], ...] = ()
        self._documents: tuple[DocumentId, ...] = ()
        self._under_way: Errand | None = None
        self._failed: set[Errand] = set()
        self._fetched: set[Errand] = set()
        self._asking = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask_depth)
        fetcher.opened.connect(self._step_over)
        fetcher.drawn.connect(self._step_over)
        fetcher.found_words.connect(self._step_over)
        fetcher.failed.connect(self._step_failed)
        fetcher.settled.connect(self._look_again)

    def wish(self, applicants: Sequence[Sequence[DocumentId]]) -> None:
        """Fetch ahead the documents of these applicants, the first ones first."""
        self._applicants = tuple(tuple(documents) for documents in applicants)
        wished = frozenset(document for documents in self._applicants for document in documents)
        self._documents = tuple(document for document in self._documents if document in wished)
        self._failed.clear()
        self._fetched.clear()
        if self._under_way is not None and self._under_way.document not in wished:
            self._under_way = None
        self._ask_depth()

    def _ask_depth(self) -> None:
        if self._applicants and not self._asking:
            self._asking = True
            self._background.run(Lane.DOCUMENTS, self._depth, self._limit, self._go_without, priority=Urgency.AHEAD)

    def _limit(self, depth: int) -> None:
        self._asking = False
        reached = self._applicants[:depth]
        self._documents = tuple(document for documents in reached for document in documents)
        if depth <= 0:
            self._pause.start()
        self._go_on()

    def _go_without(self, error: Exception) -> None:
        self._asking = False
        self._background.failed.emit(error)

    def _look_again(self) -> None:
        """What a person called for may have pushed out what was fetched; nothing else is fetched twice."""
        self._fetched.clear()
        self._go_on()

    def _go_on(self) -> None:
        if self._under_way is not None or self._fetcher.is_busy:
            return
        for errand, act in self._steps():
            if errand not in self._failed and errand not in self._fetched:
                self._under_way = errand
                act()
                return

    def _steps(self) -> Iterator[Step]:
        """What is lacking, in the order in which it is fetched."""
        fetcher = self._fetcher
        room = _SHARE * fetcher.budget
        for document in self._documents:
            facts = fetcher.facts(document)
            if facts is None:
                yield Errand(document), lambda document=document: fetcher.open(document, Urgency.AHEAD)  # type: ignore[misc]
                continue
            if not facts.pages:
                continue
            picture = Errand(document, 1, self._width_for(document, facts))
            room -= _bytes_of(picture.width_px, facts.pages[0])
            if room >= 0 and fetcher.picture(picture) is None:
                yield picture, lambda picture=picture: fetcher.draw(picture, Urgency.AHEAD)  # type: ignore[misc]
        for document in self._documents:
            words = Errand(document, 1)
            if fetcher.facts(document) is not None and fetcher.text(words) is None:
                yield words, lambda words=words: fetcher.read_words(words, Urgency.AHEAD)  # type: ignore[misc]

    def _step_over(self, errand: Errand, _found: object = None) -> None:
        if errand == self._under_way:
            self._under_way = None
            self._fetched.add(errand)
            self._go_on()

    def _step_failed(self, errand: Errand, _error: object) -> None:
        self._failed.add(errand)
        self._step_over(errand)


def _bytes_of(width_px: int, size: PageSize) -> float:
    return 4.0 * width_px * width_px * size.height / max(size.width, 1.0)
