"""How large pages stand in a pane: what decides the scale, and how wide a picture a page needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.pages import PageSize

MIN_PERCENT = 25.0
MAX_PERCENT = 600.0
POINTS_AT_100_PERCENT = 96 / 72
MARGIN = 18
MAX_PIXELS = 16_000_000
MAX_SIDE = 10_000


class Fit(StrEnum):
    """What decides the scale: the width of the pane, its height, or the person."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


def turned(pages: Sequence[PageSize], turn: int) -> tuple[PageSize, ...]:
    """The pages' sizes after so many quarter turns."""
    if turn % 2 == 0:
        return tuple(pages)
    return tuple(PageSize(width=page.height, height=page.width) for page in pages)


def clamp_percent(percent: float) -> float:
    """The percentage, held between the smallest and the largest zoom."""
    return max(MIN_PERCENT, min(MAX_PERCENT, percent))


def fit_percent(pages: Sequence[PageSize], fit: Fit, width: int, height: int) -> float:
    """The zoom at which the widest page (and for PAGE the tallest) fits a pane of this size (logical pixels)."""
    widest = max((page.width for page in pages), default=595.0)
    tallest = max((page.height for page in pages), default=842.0)
    scale = (width - 2 * MARGIN) / max(widest, 1.0)
    if fit is Fit.PAGE:
        scale = min(scale, (height - 2 * MARGIN) / max(tallest, 1.0))
    return clamp_percent(scale / POINTS_AT_100_PERCENT * 100)


def rendered_width(width: int, height: int) -> int:
    """The width to render a page of this size (physical pixels) at, no more than a picture may have."""
    shrink = min(1.0, (MAX_PIXELS / max(1, width * height)) ** 0.5, MAX_SIDE / max(width, height, 1))
    return max(1, int(width * shrink))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizing:
    """How large pages stand in a pane (its size in logical pixels, ratio physical pixels to each); for any thread."""

    fit: Fit
    percent: float
    width: int
    height: int
    ratio: float

    def percent_of(self, standing: Sequence[PageSize]) -> float:
        """The zoom of pages of these sizes, as they stand."""
        return self.percent if self.fit is Fit.FREE else fit_percent(standing, self.fit, self.width, self.height)

    def scale_of(self, pages: Sequence[PageSize], turn: int) -> float:
        """Physical pixels a point, of pages that are turned so often."""
        return self.percent_of(turned(pages, turn)) / 100 * POINTS_AT_100_PERCENT * self.ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstWidth:
    """How wide a document's first page is to be drawn in a pane, whatever the document turns out to be."""

    sizing: Sizing
    turn: int = 0

    def of(self, pages: Sequence[PageSize]) -> int:
        """The width in pixels, once the pages are known; the picture is turned when it is shown."""
        scale, first = self.sizing.scale_of(pages, self.turn), pages[0]
        return rendered_width(max(1, round(first.width * scale)), max(1, round(first.height * scale)))
