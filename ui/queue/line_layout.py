"""Where each line of the list lies: arithmetic over a few groups instead of a walk over all rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LineLayout:
    """Heights in pixels; counts are the rows below each heading, top to bottom."""

    counts: Sequence[int] = ()
    heading: int
    row: int
    foot: int = 0

    def height(self) -> int:
        """The whole list's height."""
        return sum(self.heading + count * self.row for count in self.counts) + self.foot

    def lines(self) -> int:
        """How many lines there are."""
        return sum(self.counts) + len(self.counts)

    def span(self, line: int) -> tuple[int, int]:
        """A line's top and height; (0, 0) for a line there is not."""
        top, first = 0, 0
        for count in self.counts:
            if line == first:
                return top, self.heading
            if first < line <= first + count:
                return top + self.heading + (line - first - 1) * self.row, self.row
            top += self.heading + count * self.row
            first += count + 1
        return 0, 0

    def line_at(self, y: int) -> int | None:
        """The line at a height; None above the first and below the last."""
        if y < 0:
            return None
        top, first = 0, 0
        for count in self.counts:
            below = y - top
            if below < self.heading:
                return first
            if below < self.heading + count * self.row:
                return first + 1 + (below - self.heading) // self.row
            top += self.heading + count * self.row
            first += count + 1
        return None

    def is_row(self, line: int) -> bool:
        """Whether a line is a row; a heading is none, nor is a line there is not."""
        return self.span(line)[1] == self.row and line >= 0

    def row_near(self, line: int, direction: int) -> int | None:
        """The nearest row from a line on in a direction (1 or -1), headings passed over."""
        for near in (line, line + direction):
            if self.is_row(near):
                return near
        return None
