"""The document as one text in reading order, whose every character knows its place on the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from itertools import pairwise

from reviewer.checks.columns import in_reading_order
from reviewer.checks.late_patterns import late
from reviewer.checks.lines import Line, make_lines, union
from reviewer.checks.records import record
from reviewer.checks.row_cuts import Habit
from reviewer.domain.findings import Place
from reviewer.domain.reading import Reading, Rect

_EDGE = 0.12
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]|@|\+\d")
_LEAST_LETTERS = 5
_NUMBER = re.compile(r"\D{0,3}\d[\d /()+.–-]*")
_LEAST_DIGITS = 7
_PERIOD = re.compile(r"^\W*\S{0,10}\s?(?:\d{2,4})\s*(?:[-–]|bis|to|until)\s*\S{0,10}\s?(?:\d{2,4}|[^\W\d_]+)\W*$")
_DATED = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|\d{1,2}[./]\d\d)(?!\d)")
_YEAR_AT_END = re.compile(r"(?<!\d)(?:19|20)\d\d$")
# What a date begins with, as "12." or "15.10.19", and not the end of a telephone number.
_DATE_BEGUN = re.compile(r"(?:^|[\s(–-])\d{1,2}[./](?:\d{1,2}[./]?)?(?:1|19|2|20)?\d?$|^\d{1,2}$")
_DATE_AT_END = late(r"(?<!\d)\d{1,2}[./](?:\d{1,2}[./])?(?:19|20)\d\d$")
_WORDS_OF_TEXT = re.compile(r"[^\W\d_]{4,}")
_QUOTE_CHARACTERS = 160
_COLUMN_WIDTH = 24
_MANY_LINES = 6
_ALL_BUT_FEW = 0.95


@record
class Flow:
    """Lines in reading order with a break between them (a tab where they stand side by side).

    starts[i] is where lines[i] begins in text; furniture are repeated headers and footers, which stand outside.
    """

    lines: tuple[Line, ...]
    starts: tuple[int, ...]
    text: str
    furniture: tuple[Line, ...]
    edges: dict[int, float]

    def reach(self, number: int) -> float:
        """How far to the right lines go that begin where this one does."""
        return self.edges.get(_column(self.lines[number]), 0.0)

    def line_at(self, place: int) -> int:
        """The number of the line that holds a character."""
        return max(0, bisect_right(self.starts, place) - 1)

    def place(self, begin: int, end: int) -> Place:
        """The words of text[begin:end], on the page where they begin; their words cut to a quotable length."""
        first = self.line_at(begin)
        page = self.lines[first].page
        rects: list[Rect] = []
        for number in range(first, min(self.line_at(max(begin, end - 1)), first + 12) + 1):
            line = self.lines[number]
            if line.page == page:
                rects += _covered(line, begin - self.starts[number], end - self.starts[number])
        within_word = self.text[max(0, end - 1) : end + 1].isalnum() and end < len(self.text)
        text = _quotable(" ".join(self.text[begin:end].split()), cut=within_word)
        return Place(page=page, rect=union(rects or [self.lines[first].rect]), text=text)

    def line_place(self, number: int) -> Place:
        """A whole line."""
        line = self.lines[number]
        return Place(page=line.page, rect=line.rect, text=_quotable(line.text))


def _quotable(text: str, *, cut: bool = False) -> str:
    """As much as a letter can quote, ending with a whole word; cut says that it ends within one already."""
    if len(text) <= _QUOTE_CHARACTERS and not cut:
        return text
    whole = text[: _QUOTE_CHARACTERS - 1].rpartition(" ")[0] or text[: _QUOTE_CHARACTERS - 1]
    return whole.rstrip(" ,;:-–•") + "…"


def _covered(line: Line, begin: int, end: int) -> list[Rect]:
    rects, place = [], 0
    for piece in line.pieces:
        after = place + len(piece.text)
        if place < end and after > begin:
            rects.append(piece.rect)
        place = after + 1
    return rects


def make_flow(reading: Reading) -> Flow:
    """The flow of all pages; what repeats at the pages' edges is kept aside."""
    pages = [make_lines(page, number) for number, page in enumerate(reading.pages, start=1)]
    repeated = _find_furniture(reading, pages)
    ordered: list[Line] = []
    furniture: list[Line] = []
    habit = Habit()
    for lines in pages:
        ordered += in_reading_order([line for line in lines if (line.page, line.number) not in repeated], habit)
        furniture += [line for line in lines if (line.page, line.number) in repeated]
    return join_lines(ordered, furniture)


def join_lines(ordered: list[Line], furniture: list[Line]) -> Flow:
    """The text of lines that are in reading order already."""
    parts: list[str] = []
    starts: list[int] = []
    place = 0
    for before, line in pairwise([None, *ordered]):
        assert line
        if before and not _is_broken_date(before, line):
            parts.append("\t" if _beside(before, line) else "\n")
            place += 1
        starts.append(place)
        text = line.text
        parts.append(text)
        place += len(text)
    return Flow(
        lines=tuple(ordered),
        starts=tuple(starts),
        text="".join(parts),
        furniture=tuple(furniture),
        edges=_find_edges(ordered),
    )


def _column(line: Line) -> int:
    return round(line.rect[0] / _COLUMN_WIDTH)


def _find_edges(lines: list[Line]) -> dict[int, float]:
    """For columns of many lines, where all but the longest of them end."""
    ends: defaultdict[int, list[float]] = defaultdict(list)
    for line in lines:
        ends[_column(line)].append(line.rect[2])
    near = {column: [*ends.get(column - 1, ()), *own, *ends.get(column + 1, ())] for column, own in ends.items()}
    return {
        column: sorted(found)[int(len(found) * _ALL_BUT_FEW)]
        for column, found in near.items()
        if len(found) >= _MANY_LINES
    }


def _is_broken_date(before: Line, line: Line) -> bool:
    """A date that a narrow cell broke in the midst of its digits."""
    tail, head = before.pieces[-1].text, line.pieces[0].text
    return (
        tail[-1].isdigit()
        and _DATE_BEGUN.search(tail) is not None
        and _WORDS_OF_TEXT.search(before.text) is None
        and head[0].isdigit()
        and before.page == line.page
        and abs(before.rect[0] - line.rect[0]) < line.size
        and _YEAR_AT_END.search(tail) is None
        and _DATE_AT_END.search(tail + head) is not None
    )


def _beside(before: Line, line: Line) -> bool:
    return (
        before.page == line.page
        and abs(before.middle - line.middle) < 0.4 * min(before.size, line.size)
        and line.rect[0] > before.rect[0]
    )


def _tells_enough(text: str) -> bool:
    return len(_LETTERS.findall(text)) >= _LEAST_LETTERS or _is_number(text)


def _is_number(text: str) -> bool:
    """Whether a line is a telephone number's digits, as the last line of a footer may be."""
    return _NUMBER.fullmatch(text) is not None and sum(map(str.isdigit, text)) >= _LEAST_DIGITS


def _find_furniture(reading: Reading, pages: list[list[Line]]) -> set[tuple[int, int]]:
    """Lines at the upper or lower edge that most pages have, but for numbers, at the same height."""
    if len(pages) < 2:
        return set()
    seen: defaultdict[tuple[str, int], list[Line]] = defaultdict(list)
    for page, lines in zip(reading.pages, pages, strict=True):
        for line in lines:
            height = line.middle / page.height
            if (height < _EDGE or height > 1 - _EDGE) and _tells_enough(line.text) and not _PERIOD.match(line.text):
                exact = _DATED.search(line.text) or _is_number(line.text)
                words = line.text if exact else _DIGITS.sub("#", line.text)
                seen[words, round(height * 60)].append(line)
    found = (lines for lines in seen.values() if len({line.page for line in lines}) >= max(2, 0.5 * len(pages)))
    return {(line.page, line.number) for lines in found for line in lines}
