"""A document reader that tests use instead of the confined worker; it keeps the same contract."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic

from reviewer.documents.patience import Cancelled, never
from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import DocumentFacts, DocumentKind, PagePicture, PageSize, Word
from reviewer.domain.sizing import FirstWidth
from reviewer.errors import DocumentUnreadable

A4 = PageSize(width=595.0, height=842.0)
LEFT, TOP, LINE, LETTER, TALL = 72.0, 72.0, 24.0, 6.0, 12.0
COLORS = (0xCC3333, 0x33CC33, 0x3333CC, 0xCCCC33, 0x33CCCC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call, with the thread it came on."""

    method: str
    document: str
    page: int = 0
    width_px: int = 0
    aside: bool = False
    on_main_thread: bool = False


def lay_words(lines: Sequence[str]) -> tuple[Word, ...]:
    """The words of these lines, letters of one width, each line one of block 0."""
    words: list[Word] = []
    for number, line in enumerate(lines):
        x, y = LEFT, TOP + number * LINE
        for text in line.split():
            width = len(text) * LETTER
            words.append(Word(text=text, rect=(x, y, x + width, y + TALL), block=0, line=number))
            x += width + LETTER
    return tuple(words)


class FakeNear:
    """Nothing is drawn before it is asked for; that it was said is kept."""

    def __init__(self) -> None:
        self.hastened: list[DocumentId] = []

    def hasten(self, document: DocumentId, wanted: FirstWidth) -> None:
        """Keep it."""
        self.hastened.append(document)

    def coming(self, document: DocumentId, wanted: FirstWidth, *, told: Callable[[DocumentFacts], None]) -> None:
        """Nothing was begun."""


class FakeReader:
    """Documents given as pages of lines, each page in one plain colour; failures are codes by document or page."""

    def __init__(self, documents: Mapping[str, Sequence[Sequence[str]]]) -> None:
        self.documents = {name: tuple(pages) for name, pages in documents.items()}
        self.failures: dict[str, str] = {}
        self.page_failures: dict[tuple[str, int], str] = {}
        self.bugs: set[str] = set()
        self.tints: dict[str, int] = {}
        self.calls: list[Call] = []
        self.shown: list[bool] = []
        self.near = FakeNear()
        self._rough_comes: set[str] = set()
        self.depth = 9
        self._gates: dict[str, threading.Event] = {}

    def hold(self, document: str) -> None:
        """Answer nothing about a document until it is released."""
        self._gates[document] = threading.Event()

    def hold_crisp(self, document: str) -> None:
        """The same, but it opens, and rough pictures come."""
        self.hold(document)
        self._rough_comes.add(document)

    def release(self, document: str) -> None:
        """Answer again."""
        self._gates.pop(document).set()

    def open(self, document: DocumentId, *, cancelled: Cancelled = never) -> DocumentFacts:
        """What the document is."""
        pages = self._pages(Call(method="open", document=document), cancelled)
        return DocumentFacts(kind=DocumentKind.PDF, pages=tuple(A4 for _page in pages), truncated=False)

    def first_page(
        self,
        document: DocumentId,
        wanted: FirstWidth,
        *,
        told: Callable[[DocumentFacts], None],
        cancelled: Cancelled = never,
    ) -> PagePicture:
        """Open and render."""
        facts = self.open(document, cancelled=cancelled)
        told(facts)
        if cancelled():
            raise DocumentUnreadable("cancelled")
        return self.render(document, 1, wanted.of(facts.pages), cancelled=cancelled)

    def render(
        self, document: DocumentId, page: int, width_px: int, *, cancelled: Cancelled = never, aside: bool = False
    ) -> PagePicture:
        """A page in its plain colour."""
        self._page(Call(method="render", document=document, page=page, width_px=width_px, aside=aside), cancelled)
        if (document, page) in self.page_failures:
            raise DocumentUnreadable(self.page_failures[document, page])
        height = round(width_px * A4.height / A4.width)
        pixel = (0xFF000000 | COLORS[(page - 1 + self.tints.get(document, 0)) % len(COLORS)]).to_bytes(4, "little")
        return PagePicture(width_px=width_px, height_px=height, stride=width_px * 4, pixels=pixel * width_px * height)

    def words(self, document: DocumentId, page: int, *, cancelled: Cancelled = never) -> tuple[Word, ...]:
        """The words of a page."""
        return lay_words(self._page(Call(method="words", document=document, page=page), cancelled))

    def depth_ahead(self) -> int:
        """As far as the test wants."""
        return self.depth

    def count_shown(self, *, prefetched: bool) -> None:
        """Keep whether it was there."""
        self.shown.append(prefetched)

    def renders(self, document: str) -> list[tuple[int, int]]:
        """The pages and widths that were rendered of a document at their size, in order."""
        return [
            (call.page, call.width_px)
            for call in self.calls
            if call.method == "render" and call.document == document and not call.aside
        ]

    def renders_aside(self, document: str) -> list[tuple[int, int]]:
        """The same of what was rendered aside."""
        return [(call.page, call.width_px) for call in self.calls if call.document == document and call.aside]

    def _page(self, call: Call, cancelled: Cancelled) -> Sequence[str]:
        pages = self._pages(call, cancelled)
        if not 1 <= call.page <= len(pages):
            raise DocumentUnreadable("no-such-page", page=call.page)
        return pages[call.page - 1]

    def _pages(self, call: Call, cancelled: Cancelled) -> Sequence[Sequence[str]]:
        on_main = threading.current_thread() is threading.main_thread()
        self.calls.append(
            Call(
                method=call.method,
                document=call.document,
                page=call.page,
                width_px=call.width_px,
                aside=call.aside,
                on_main_thread=on_main,
            )
        )
        gate = self._gates.get(call.document)
        comes = call.document in self._rough_comes and (call.aside or call.method == "open")
        if gate is not None and not comes:
            end = monotonic() + 10
            while not gate.wait(0.01) and monotonic() < end:
                if cancelled():
                    raise DocumentUnreadable("cancelled")
        if call.document in self.bugs:
            raise ZeroDivisionError
        if call.document in self.failures:
            raise DocumentUnreadable(self.failures[call.document])
        if call.document not in self.documents:
            raise DocumentUnreadable("missing")
        return self.documents[call.document]
