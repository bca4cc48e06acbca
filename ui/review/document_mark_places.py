"""Where pins stand on the desk: their rows, and their badges at the left of the line where no words are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from reviewer.domain.sizing import POINTS_AT_100_PERCENT
from ui.review.document_evidence import Mark
from ui.review.document_layout import PageLayout, Rect
from ui.review.document_mark_rows import ROOM_X, WordRuns
from ui.review.document_text import PageText, Texts, union

_BADGE = 20.0
_SMALLEST_BADGE, _LARGEST_BADGE = 12.0, 17.0
_BAR = 2.0
_SPACE = 4.0
_FAR_IN = 0.3
"""What begins further in than this share of the page's width has its badge beside it, where there is room."""
_NUDGES = (0.0, 0.25, -0.25, 0.5, -0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMark:
    """A mark on the desk, in physical pixels: rows around its words, the bars at their left, all of it, its badge.

    Several marks of one criterion may share a badge. Until the page's words are known there are neither rows nor badge.
    """

    mark: Mark
    box: QRectF
    rows: tuple[QRectF, ...] = ()
    bars: tuple[QRectF, ...] = ()
    badge: QRectF


def badge_side(layout: PageLayout, ratio: float) -> float:
    """How large a badge is, in physical pixels: smaller on small pages, whose lines are close."""
    wanted = _BADGE * layout.scale / ratio / POINTS_AT_100_PERCENT
    return min(max(wanted, _SMALLEST_BADGE), _LARGEST_BADGE) * ratio


class MarkPlaces:
    """Places the marks of one document; what depends on its words alone is found once."""

    def __init__(self) -> None:
        self._runs: dict[int, WordRuns] = {}
        self._rows: dict[tuple[int, Rect, str], tuple[Rect, ...]] = {}

    def clear(self) -> None:
        """Another document comes."""
        self._runs.clear()
        self._rows.clear()

    def place(self, marks: Sequence[Mark], layout: PageLayout, ratio: float, texts: Texts) -> list[PlacedMark]:
        """The marks of pages that are laid out, from the top."""
        shown = [mark for mark in marks if 1 <= mark.page <= len(layout)]
        rows = [self._find_rows(mark, texts) for mark in shown]
        order = sorted(zip(shown, rows, strict=True), key=lambda one: (one[0].page, _top(one), one[0].number))
        margins = {page: _Margin(self._runs[page], layout, page, ratio) for page in self._runs if page <= len(layout)}
        return [_place(mark, found, layout, ratio, margins) for mark, found in order]

    def _find_rows(self, mark: Mark, texts: Texts) -> tuple[Rect, ...]:
        text = texts.get(mark.page)
        if text is None:
            return ()
        runs = self._know(mark.page, text)
        key = (mark.page, mark.rect, mark.quote)
        if key not in self._rows:
            self._rows[key] = runs.rows(mark.rect, mark.quote)
        return self._rows[key]

    def _know(self, page: int, text: PageText) -> WordRuns:
        runs = self._runs.get(page)
        if runs is None or runs.text is not text:
            runs = self._runs[page] = WordRuns(text)
            self._rows = {key: rows for key, rows in self._rows.items() if key[0] != page}
        return runs


def _top(one: tuple[Mark, tuple[Rect, ...]]) -> float:
    mark, rows = one
    return rows[0][1] if rows else mark.rect[1]


def _place(
    mark: Mark, rows: tuple[Rect, ...], layout: PageLayout, ratio: float, margins: Mapping[int, _Margin]
) -> PlacedMark:
    bar = _BAR * ratio / layout.scale
    badge = margins[mark.page].find(mark, rows) if rows and mark.number else None
    return PlacedMark(
        mark=mark,
        box=layout.on_desk(mark.page, union(rows) if rows else mark.rect),
        rows=tuple(layout.on_desk(mark.page, row) for row in rows),
        bars=tuple(layout.on_desk(mark.page, (x0, y0, x0 + bar, y1)) for x0, y0, _x1, y1 in rows),
        badge=QRectF() if badge is None else layout.on_desk(mark.page, badge),
    )


class _Margin:
    """The badges of one page, in points of the page however it is turned: one a criterion and place."""

    def __init__(self, runs: WordRuns, layout: PageLayout, page: int, ratio: float) -> None:
        self._runs = runs
        self._pixel = ratio / layout.scale
        self._side = badge_side(layout, ratio) / layout.scale
        self._size = layout.pages[page - 1]
        self._taken: list[tuple[int, Rect, tuple[Rect, ...]]] = []

    def find(self, mark: Mark, rows: tuple[Rect, ...]) -> Rect:
        """The badge of a mark: that of its criterion where one is there already."""
        wanted = next((badge for badge in self._candidates(rows) if self._is_good(badge)), None)
        badge = self._held(wanted if wanted is not None else self._at(rows[0][0] - self._side, rows[0]))
        for number, taken, theirs in self._taken:
            if number == mark.number and (_meet(taken, badge) or any(_meet(a, b) for a in theirs for b in rows)):
                return taken
        badge = self._stacked(badge)
        self._taken.append((mark.number, badge, rows))
        return badge

    def _candidates(self, rows: tuple[Rect, ...]) -> Iterator[Rect]:
        """In the page's margin, beside the mark, left and right of all words in the line; best first."""
        first = rows[0]
        band = self._runs.between(*self._at(0, first)[1::2])
        left = min(row[0] for row in rows)
        space = _SPACE * self._pixel
        text_left = left if self._runs.left is None else min(self._runs.left - ROOM_X, left)
        margin, beside = (self._at(x - space - self._side, first) for x in (text_left, first[0]))
        yield from (beside, margin) if left > _FAR_IN * self._size.width else (margin, beside)
        yield self._at(min([left, *(run[0] for run in band)]) - space - self._side, first)
        yield self._at(max([first[2], *(run[2] for run in band)]) + space, first)

    def _at(self, x: float, row: Rect) -> Rect:
        """At the height of a row; of a tall one, at its top."""
        top, bottom = row[1], row[3]
        middle = top + self._side / 2 if bottom - top > 3 * self._side else (top + bottom) / 2
        return (x, middle - self._side / 2, x + self._side, middle + self._side / 2)

    def _is_good(self, badge: Rect) -> bool:
        inner = (badge[0] - self._pixel, badge[1] + self._side / 4, badge[2] + self._pixel, badge[3] - self._side / 4)
        return badge[0] >= 0 and badge[2] <= self._size.width and self._runs.is_free(inner)

    def _held(self, badge: Rect) -> Rect:
        """Within the page, a pixel from its edge."""
        x = min(max(badge[0], self._pixel), self._size.width - self._side - self._pixel)
        y = min(max(badge[1], self._pixel), self._size.height - self._side - self._pixel)
        return (x, y, x + self._side, y + self._side)

    def _stacked(self, badge: Rect) -> Rect:
        """Where no other badge is: a little higher or lower, else further out, else below."""
        step = self._side + self._pixel
        for far in range(len(self._taken) + 1):
            for nudge in _NUDGES:
                moved = self._held(_moved(badge, -far * step, nudge * self._side))
                if not any(_meet(moved, taken) for _number, taken, _rows in self._taken):
                    return moved
        while any(_meet(badge, taken) for _number, taken, _rows in self._taken):
            badge = _moved(badge, 0, step)
        return self._held(badge)


def _moved(rect: Rect, x: float, y: float) -> Rect:
    return (rect[0] + x, rect[1] + y, rect[2] + x, rect[3] + y)


def _meet(one: Rect, other: Rect) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def find_mark(placed: Sequence[PlacedMark], at: QPointF) -> Mark | None:
    """The mark under a point of the desk; of several the smallest."""
    hits = [one for one in placed if one.badge.contains(at) or any(row.contains(at) for row in one.rows)]
    hits.sort(key=lambda one: (not one.badge.contains(at), one.box.width() * one.box.height()))
    return hits[0].mark if hits else None
