"""Where each small page of the strip lies; all measures are logical pixels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF

from reviewer.domain.pages import PageSize
from reviewer.domain.sizing import turned
from ui.review.document_layout import Rect, turn_place

MARGIN, LABEL, GAP = 12, 18, 10
_TALLEST = 1.6


class ThumbnailLayout:
    """Every page as wide as the strip allows and never much taller than a sheet, its label below it."""

    def __init__(self, pages: Sequence[PageSize], turn: int, width: int) -> None:
        """Width is the whole strip's."""
        self._pages = tuple(pages)
        self._turn = turn
        self._width = width
        room = max(16, width - 2 * MARGIN)
        self._rects: list[QRect] = []
        self._tops: list[int] = []
        top = MARGIN
        for page in turned(self._pages, turn):
            scale = min(room / page.width, room * _TALLEST / page.height)
            size = max(1, round(page.width * scale)), max(1, round(page.height * scale))
            self._rects.append(QRect((width - size[0]) // 2, top, *size))
            self._tops.append(top)
            top += size[1] + LABEL + GAP
        self.height = top - GAP + MARGIN // 2 if self._rects else 0

    def __len__(self) -> int:
        return len(self._rects)

    def rect(self, page: int) -> QRect:
        """The small page."""
        return self._rects[page - 1]

    def entry(self, page: int) -> QRect:
        """The small page with its label and the room beside it."""
        rect = self.rect(page)
        return QRect(0, rect.top() - GAP // 2, self._width, rect.height() + LABEL + GAP)

    def picture_width(self, page: int) -> int:
        """The width at which the page is to be rendered, upright."""
        rect = self.rect(page)
        return rect.height() if self._turn % 2 else rect.width()

    def pages_between(self, top: int, bottom: int) -> range:
        """The pages that show between two heights."""
        return range(max(1, bisect_right(self._tops, top - LABEL)), bisect_right(self._tops, bottom) + 1)

    def page_at(self, y: int) -> int | None:
        """The page at a height; None where there is none."""
        page = bisect_right(self._tops, y + GAP // 2)
        return page if page and self.entry(page).bottom() >= y else None

    def on_strip(self, page: int, place: Rect) -> QRectF:
        """A rectangle of a page, in points, as it lies on the strip."""
        size, rect = self._pages[page - 1], self.rect(page)
        scale = rect.width() / turned((size,), self._turn)[0].width
        (x0, y0), (x1, y1) = (turn_place(size, self._turn, x, y) for x, y in (place[:2], place[2:]))
        left, top = rect.x() + min(x0, x1) * scale, rect.y() + min(y0, y1) * scale
        return QRectF(left, top, abs(x1 - x0) * scale, abs(y1 - y0) * scale)
