"""Find in a document: hits regardless of case, accents and line ends, page by page as words arrive."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from ui.review.document_layout import Rect
from ui.review.document_text import PageText, continues, union

MAX_HITS = 1000
_PLAIN = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2013": "-", "\u2014": "-", "\u2019": "'", "\u00ad": None})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One occurrence on one page: a rectangle (points) for each line it reaches over, its first and last word."""

    page: int
    rects: tuple[Rect, ...]
    first: int = 0
    last: int = 0


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character.casefold().translate(_PLAIN))
    return "".join(part for part in decomposed if not unicodedata.combining(part))


def fold(text: str) -> str:
    """The text without case, accents and kinds of dash, single blanks between words."""
    return " ".join("".join(map(_fold_character, text)).split())


class FoldedPage:
    """A page's folded text, each character knowing its word and where in the word it stands."""

    def __init__(self, text: PageText) -> None:
        self._page_text = text
        parts: list[str] = []
        self._origins: list[tuple[int, float, float] | None] = []
        for index, word in enumerate(text.words):
            before = text.words[index - 1].text if index else ""
            if index and text.line_of(index) != text.line_of(index - 1) and continues(before, word.text):
                if parts and parts[-1] == "-":
                    parts.pop()
                    self._origins.pop()
            elif index:
                parts.append(" ")
                self._origins.append(None)
            self._append(parts, index, word.text)
        self.text = "".join(parts)

    def _append(self, parts: list[str], index: int, word: str) -> None:
        for number, character in enumerate(word):
            for folded in _fold_character(character):
                parts.append(folded)
                self._origins.append((index, number / len(word), (number + 1) / len(word)))

    def find(self, page: int, folded_query: str) -> Iterator[Hit]:
        """Each occurrence, from the top; page is the number it has."""
        at = self.text.find(folded_query)
        while folded_query and at >= 0:
            stop = at + len(folded_query)
            words = [origin[0] for origin in self._origins[at:stop] if origin is not None]
            yield Hit(page=page, rects=self._rects(at, stop), first=words[0], last=words[-1])
            at = self.text.find(folded_query, stop)

    def _rects(self, start: int, stop: int) -> tuple[Rect, ...]:
        rows: dict[int, list[Rect]] = {}
        for origin in self._origins[start:stop]:
            if origin is not None:
                index, before, after = origin
                x0, y0, x1, y1 = self._page_text.words[index].rect
                row = rows.setdefault(self._page_text.line_of(index).first, [])
                row.append((x0 + (x1 - x0) * before, y0, x0 + (x1 - x0) * after, y1))
        return tuple(union(row) for row in rows.values())


class Search:
    """The hits of one query (at most MAX_HITS) over the pages known so far, in page order; the current hit stays."""

    def __init__(self) -> None:
        self._texts: dict[int, PageText] = {}
        self._pages: dict[int, FoldedPage] = {}
        self._by_page: dict[int, list[Hit]] = {}
        self._query = ""
        self.hits: tuple[Hit, ...] = ()
        self.current: Hit | None = None

    def clear(self) -> None:
        """Forget the document; the query stays."""
        self._texts.clear()
        self._pages.clear()
        self._by_page.clear()
        self._gather()

    def set_words(self, page: int, text: PageText) -> None:
        """A page's words arrived."""
        self._texts[page] = text
        self._pages.pop(page, None)
        if self._query:
            self._search(page)
            self._gather()

    def set_query(self, query: str, near_page: int) -> None:
        """Look for something else; the first hit on or after near_page becomes the current one."""
        self._query = fold(query)
        self._by_page.clear()
        for page in sorted(self._texts):
            self._search(page)
        self.current = None
        self._gather()
        self.current = next((hit for hit in self.hits if hit.page >= near_page), None) or self._first()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) hit, round the ends."""
        if self.hits:
            at = self.hits.index(self.current) if self.current in self.hits else -1 if by > 0 else 0
            self.current = self.hits[(at + by) % len(self.hits)]

    @property
    def position(self) -> int:
        """The current hit's number from 1; 0 when there is none."""
        return self.hits.index(self.current) + 1 if self.current in self.hits else 0

    def _first(self) -> Hit | None:
        return self.hits[0] if self.hits else None

    def _search(self, page: int) -> None:
        room = MAX_HITS - sum(len(hits) for hits in self._by_page.values())
        self._by_page[page] = list(islice(self._folded(page).find(page, self._query), max(0, room)))

    def _folded(self, page: int) -> FoldedPage:
        """Folding takes some milliseconds, so it is done for those who search."""
        if page not in self._pages:
            self._pages[page] = FoldedPage(self._texts[page])
        return self._pages[page]

    def _gather(self) -> None:
        self.hits = tuple(hit for page in sorted(self._by_page) for hit in self._by_page[page])
        if self.current not in self.hits:
            self.current = self._first()
