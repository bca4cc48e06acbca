"""Where each page of a document lies on the desk, and at which scale."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize

from reviewer.domain.pages import PageSize
from reviewer.domain.sizing import MARGIN, POINTS_AT_100_PERCENT, turned

GAP = 16
Rect = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on a page in points; it may lie outside the page, when it was taken beside it."""

    page: int
    x: float
    y: float


def turn_place(size: PageSize, turn: int, x: float, y: float) -> tuple[float, float]:
    """Where a place of a page of this size comes to lie after so many quarter turns, from the page's new top left."""
    return ((x, y), (size.height - y, x), (size.width - x, size.height - y), (y, size.width - x))[turn]


class PageLayout:
    """Page rectangles in whole physical pixels, one below the other; pages count from 1 and never overlap.

    Places on a page are those of the document however the pages are turned on the desk.
    """

    def __init__(self, pages: Sequence[PageSize], percent: float, viewport: QSize, ratio: float, turn: int = 0) -> None:
        """Viewport is in logical pixels; ratio is physical pixels per logical pixel; turn counts quarters clockwise."""
        self.pages = tuple(pages)
        self.turn = turn % 4
        self.scale = percent / 100 * POINTS_AT_100_PERCENT * ratio
        margin, gap = int(MARGIN * ratio), round(GAP * ratio)
        standing = turned(self.pages, self.turn)
        widths = [max(1, round(page.width * self.scale)) for page in standing]
        width = max(round(viewport.width() * ratio), max(widths, default=0) + 2 * margin)
        self._rects: list[QRect] = []
        self._tops: list[int] = []
        top = margin
        for page, page_width in zip(standing, widths, strict=True):
            height = max(1, round(page.height * self.scale))
            self._rects.append(QRect((width - page_width) // 2, top, page_width, height))
            self._tops.append(top)
            top += height + gap
        self.size = QSize(width, top - gap + margin if self._rects else 0)

    def __len__(self) -> int:
        return len(self._rects)

    def rect(self, page: int) -> QRect:
        """The page's rectangle on the desk."""
        return self._rects[page - 1]

    def covers(self, area: QRectF) -> bool:
        """Whether an area of the desk lies within one page."""
        return any(QRectF(self.rect(page)).contains(area) for page in self.pages_between(area.top(), area.bottom()))

    def picture_size(self, page: int) -> QSize:
        """The size in pixels at which the page is to be rendered; its picture is turned when it is drawn."""
        size = self.rect(page).size()
        return size.transposed() if self.turn % 2 else size

    def pages_between(self, top: float, bottom: float) -> range:
        """The pages that show between two heights of the desk."""
        first = max(1, bisect_right(self._tops, top))
        if self._rects and first <= len(self) and self.rect(first).bottom() < top:
            first += 1
        return range(first, bisect_right(self._tops, bottom) + 1)

    def page_near(self, y: float) -> int:
        """The page at a height of the desk; in a gap, the page below it."""
        page = max(1, bisect_right(self._tops, y))
        return min(len(self), page + 1) if self.rect(page).bottom() < y else page

    def spot(self, at: QPointF) -> Spot:
        """The place on the nearest page."""
        page = self.page_near(at.y())
        x, y = self._unturned(page, at)
        return Spot(page=page, x=x, y=y)

    def point(self, spot: Spot) -> QPointF:
        """Where a place of a page lies on the desk."""
        across, down = turn_place(self.pages[spot.page - 1], self.turn, spot.x, spot.y)
        origin = self.rect(spot.page).topLeft()
        return QPointF(origin.x() + across * self.scale, origin.y() + down * self.scale)

    def on_desk(self, page: int, rect: Rect) -> QRectF:
        """A page's rectangle, in points, as it lies on the desk."""
        first, last = (self.point(Spot(page=page, x=x, y=y)) for x, y in (rect[:2], rect[2:]))
        return QRectF(first, last).normalized()

    def on_page(self, page: int, area: QRectF) -> Rect:
        """A rectangle of the desk in points of a page."""
        (x0, y0), (x1, y1) = (self._unturned(page, corner) for corner in (area.topLeft(), area.bottomRight()))
        return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def _unturned(self, page: int, at: QPointF) -> tuple[float, float]:
        origin, size = self.rect(page).topLeft(), self.pages[page - 1]
        across, down = (at.x() - origin.x()) / self.scale, (at.y() - origin.y()) / self.scale
        return (
            (across, down),
            (down, size.height - across),
            (size.width - across, size.height - down),
            (size.width - down, across),
        )[self.turn]
