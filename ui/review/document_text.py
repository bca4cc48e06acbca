"""The words of a page in reading order: what lies under the pointer, what is selected, how it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.domain.pages import Word
from ui.review.document_layout import Rect, Spot

REACH = 2.5
_NO_JOIN = frozenset({"und", "oder", "bzw.", "bis", "sowie", "als", "and", "or", "to", "&"})
Place = tuple[int, int]
"""A word: its page (from 1) and its index in that page's reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Words first to last (exclusive) that stand on one line of one block."""

    first: int
    last: int
    block: int
    rect: Rect


def union(rects: Sequence[Rect]) -> Rect:
    """The smallest rectangle around some rectangles (at least one)."""
    return (
        min(rect[0] for rect in rects),
        min(rect[1] for rect in rects),
        max(rect[2] for rect in rects),
        max(rect[3] for rect in rects),
    )


def continues(before: str, after: str) -> bool:
    """Whether a word broken by a hyphen at a line's end goes on in the next line's first word."""
    return (
        len(before) > 2
        and before[-1] in "-\u2010\u00ad"
        and before[-2].isalpha()
        and after[:1].islower()
        and after.lower() not in _NO_JOIN
    )


def _distance(rect: Rect, x: float, y: float) -> tuple[float, float]:
    return max(rect[0] - x, 0.0, x - rect[2]), max(rect[1] - y, 0.0, y - rect[3])


class PageText:
    """One page's words; their order and their lines never change."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = tuple(sorted(words, key=lambda word: (word.block, word.line)))
        self.lines = tuple(self._make_lines())
        self._line_of = [number for number, line in enumerate(self.lines) for _ in range(line.first, line.last)]
        by_block: dict[int, list[Line]] = {}
        for line in self.lines:
            by_block.setdefault(line.block, []).append(line)
        self._blocks = [(union([line.rect for line in lines]), lines) for lines in by_block.values()]

    def _make_lines(self) -> Iterator[Line]:
        first = 0
        for index in range(1, len(self.words) + 1):
            here = self.words[first]
            if index < len(self.words) and (self.words[index].block, self.words[index].line) == (here.block, here.line):
                continue
            rect = union([word.rect for word in self.words[first:index]])
            yield Line(first=first, last=index, block=here.block, rect=rect)
            first = index

    def line_of(self, index: int) -> Line:
        """The line a word stands on."""
        return self.lines[self._line_of[index]]

    def over_text(self, x: float, y: float) -> bool:
        """Whether a place (points) is on a line of text or close by."""
        return any(max(_distance(line.rect, x, y)) <= REACH for line in self.lines)

    def nearest(self, x: float, y: float) -> int | None:
        """The word nearest to a place: first the column, then the line, then the word; None without words."""
        if not self.words:
            return None
        _, lines = min(self._blocks, key=lambda block: sum(_distance(block[0], x, y)))
        line = min(lines, key=lambda line: tuple(reversed(_distance(line.rect, x, y))))
        return min(range(line.first, line.last), key=lambda index: _distance(self.words[index].rect, x, y)[0])

    def beside(self, index: int, lines: int) -> int | None:
        """The word below (1) or above (-1) a word, on the neighbouring line in reading order; None at the end."""
        number = self._line_of[index] + lines
        if not 0 <= number < len(self.lines):
            return None
        return self.across(self.lines[number], self.middle(index))

    def middle(self, index: int) -> float:
        """Where in the page's width a word stands."""
        x0, _y0, x1, _y1 = self.words[index].rect
        return (x0 + x1) / 2

    def across(self, line: Line, x: float) -> int:
        """The word of a line nearest to a place of the page's width."""
        return min(range(line.first, line.last), key=lambda index: _distance(self.words[index].rect, x, 0)[0])

    def inside(self, rect: Rect) -> list[int]:
        """The words whose middle lies in a rectangle, in reading order."""
        x0, y0, x1, y1 = rect
        return [
            index
            for index, word in enumerate(self.words)
            if x0 <= (word.rect[0] + word.rect[2]) / 2 <= x1 and y0 <= (word.rect[1] + word.rect[3]) / 2 <= y1
        ]

    def rows(self, first: int, last: int) -> list[Rect]:
        """One rectangle a line for the words first to last (exclusive)."""
        rects = []
        for line in self.lines:
            start, stop = max(first, line.first), min(last, line.last)
            if start < stop:
                across = union([word.rect for word in self.words[start:stop]])
                rects.append((across[0], line.rect[1], across[2], line.rect[3]))
        return rects

    def copy_text(self, first: int, last: int) -> str:
        """The words first to last (exclusive), a line break where the page has one."""
        parts: list[str] = []
        for index in range(first, last):
            if index > first:
                parts.append(" " if self._line_of[index] == self._line_of[index - 1] else "\n")
            parts.append(self.words[index].text)
        return "".join(parts)

    def quote(self, indexes: Sequence[int]) -> str:
        """Words as one running line, words broken at a line's end made whole."""
        text = ""
        for position, index in enumerate(indexes):
            word = self.words[index].text
            before = self.words[indexes[position - 1]].text if position else ""
            broken = position > 0 and self._line_of[index] != self._line_of[indexes[position - 1]]
            joined = text[:-1] if broken and continues(before, word) else f"{text} " if text else ""
            text = joined + word
        return text


Texts = Mapping[int, PageText]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Words from start to end, both included, in reading order across pages."""

    start: Place
    end: Place

    def on_page(self, texts: Texts, page: int) -> range:
        """The indexes of the selected words of a page."""
        text = texts.get(page)
        if text is None or not self.start[0] <= page <= self.end[0]:
            return range(0)
        first = self.start[1] if page == self.start[0] else 0
        last = self.end[1] + 1 if page == self.end[0] else len(text.words)
        return range(first, last)

    def pages(self) -> range:
        """The pages it reaches over."""
        return range(self.start[0], self.end[0] + 1)

    def copy_text(self, texts: Texts) -> str:
        """What goes to the clipboard."""
        found = ((texts.get(page), self.on_page(texts, page)) for page in self.pages())
        return "\n".join(text.copy_text(span.start, span.stop) for text, span in found if text and span)

    def quotes(self, texts: Texts) -> Iterator[tuple[int, Rect, str]]:
        """For each page the rectangle around its selected words, and how they read."""
        for page in self.pages():
            span = self.on_page(texts, page)
            if span:
                text = texts[page]
                yield page, union([text.words[index].rect for index in span]), text.quote(span)


def page_selection(texts: Texts, page: int) -> Selection | None:
    """All words of a page; None where it has none."""
    text = texts.get(page)
    return Selection(start=(page, 0), end=(page, len(text.words) - 1)) if text is not None and text.words else None


Span = Callable[[PageText, int], tuple[int, int]]
"""How far one place reaches: from which word to which, both included."""


def word_span(_text: PageText, index: int) -> tuple[int, int]:
    """One word."""
    return index, index


def block_span(text: PageText, index: int) -> tuple[int, int]:
    """The whole paragraph of a word: the lines that its producer wrote as one block."""
    block = text.words[index].block
    first = last = index
    while first and text.words[first - 1].block == block:
        first -= 1
    while last + 1 < len(text.words) and text.words[last + 1].block == block:
        last += 1
    return first, last


def find_place(texts: Texts, spot: Spot) -> Place | None:
    """The word nearest to a place; None where the page has no words."""
    text = texts.get(spot.page)
    index = text.nearest(spot.x, spot.y) if text else None
    return None if index is None else (spot.page, index)


def make_selection(texts: Texts, anchor: Place, focus: Place, span: Span) -> Selection:
    """From the place where the pointer went down to where it is, whole spans at both ends."""
    low, high = min(anchor, focus), max(anchor, focus)
    first = span(texts[low[0]], low[1])[0]
    last = span(texts[high[0]], high[1])[1]
    return Selection(start=(low[0], first), end=(high[0], last))
