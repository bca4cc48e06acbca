"""Where one dated row ends and the next begins: strips free of words, and which of them part rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reviewer.checks.lines import Line, union
from reviewer.checks.period_cells import CORE, Cell, core

_LEAST_ROWS = 3
_NEARLY, _ALMOST = 0.8, 0.85
_WIDER, _APART = 1.3, 1.3
_FEW, _SAME_EDGE = 0.25, 3
_ABOVE, _BELOW, _WIDEST = 0, 1, 2
_MOST_LINES, _NEAR = 12, 0.25
Strip = tuple[float, float]


@dataclass(slots=True)
class Habit:
    """How the rows of the pages before were set: the edges of their periods, the room between them, and their cuts."""

    edges: frozenset[tuple[int, int]] = frozenset()
    room: float = 0.0
    cut: int = _WIDEST

    def is_kept(self, cell: Cell) -> bool:
        left, _, right, _ = union(line.rect for line in cell.lines)
        return not self.edges.isdisjoint(_edges(left, right))


def _edges(left: float, right: float) -> set[tuple[int, int]]:
    return {
        (side, round(edge) + by) for side, edge in enumerate((left, right)) for by in range(-_SAME_EDGE, _SAME_EDGE + 1)
    }


def find_strips(lines: Sequence[Line]) -> list[Strip]:
    """The heights from one to another that no line touches, from top to bottom."""
    strips: list[Strip] = []
    reach: float | None = None
    for top, bottom in sorted(map(core, lines)):
        if reach is not None and top > reach:
            strips.append((reach, top))
        reach = bottom if reach is None else max(reach, bottom)
    return strips


def room_of(strip: Strip) -> float:
    """How high a strip is, in points."""
    return strip[1] - strip[0]


def find_bounds(cells: list[Cell], cuts: list[Strip], cut: int, room: float, strips: list[Strip]) -> list[float]:
    """The heights where rows begin and end, one more than rows."""
    if strips and cut == _WIDEST and room < _APART * median(map(room_of, strips)):
        centred = _find_centred(cells, strips)
        if centred:
            return centred
    first, last = _extent(cells, cut, room, strips)
    return [first, *((one + other) / 2 for one, other in cuts), last]


def choose_cuts(
    cells: list[Cell], between: list[list[Strip]], habit: Habit, lines: list[Line]
) -> tuple[list[Strip], int]:
    """Where rows end, and how that was told: above periods or below them if room is there, else at the widest strip."""
    widest = [max(strips, key=room_of) for strips in between]
    above = [
        strips[-1] if cell.top - strips[-1][1] < _NEAR * cell.lines[0].size else None
        for strips, cell in zip(between, cells[1:], strict=True)
    ]
    below = [
        strips[0] if strips[0][0] - cell.bottom < _NEAR * cell.lines[0].size else None
        for strips, cell in zip(between, cells, strict=False)
    ]
    if len(cells) < _LEAST_ROWS:
        wanted = above if habit.cut == _ABOVE else below if habit.cut == _BELOW else [*widest]
        return [cut or best for cut, best in zip(wanted, widest, strict=True)], habit.cut
    for kind, cuts in ((_ABOVE, above), (_BELOW, below)):
        wide = [cut for cut, best in zip(cuts, widest, strict=True) if cut and room_of(cut) >= _NEARLY * room_of(best)]
        if len(wide) >= _ALMOST * len(widest) or (
            kind == _ABOVE and all(cuts) and not _are_centred(cells, widest, above) and _are_level(cells, lines)
        ):
            return [cut or best for cut, best in zip(cuts, widest, strict=True)], kind
    return widest, _WIDEST


def _find_centred(cells: list[Cell], strips: list[Strip]) -> list[float]:
    """The bounds of rows without more room than lines, each as far below its period as the one before is above it."""
    middles = [(one + other) / 2 for one, other in strips]
    middles.append(strips[-1][1] + 2 * CORE * cells[-1].lines[0].size + room_of(strips[-1]) / 2)
    for first in reversed([middle for middle in middles if middle < cells[0].top + 1][-_MOST_LINES:]):
        bounds = [first]
        for cell, after in pairwise([*cells, None]):
            assert cell
            target = cell.top + cell.bottom - bounds[-1]
            nearest = min(middles, key=lambda middle: abs(middle - target))
            within = cell.bottom - 1 < nearest and (after is None or nearest < after.top + 1)
            if not within or abs(nearest - target) > CORE * cell.lines[0].size:
                break
            bounds.append(nearest)
        if len(bounds) > len(cells):
            return bounds
    return []


def _are_centred(cells: list[Cell], widest: list[Strip], above: list[Strip | None]) -> bool:
    """Whether periods stand in the midst of rows that the widest strips part, which are wider than those above them."""
    wider = sum(cut is None or room_of(best) > _WIDER * room_of(cut) for best, cut in zip(widest, above, strict=True))
    inner = [
        abs((begin[1] + end[0]) - (cell.top + cell.bottom)) < CORE * cell.lines[0].size
        for cell, (begin, end) in zip(cells[1:-1], pairwise(widest), strict=True)
    ]
    return wider >= _ALMOST * len(widest) and sum(inner) >= max(1, _ALMOST * len(inner))


def _are_level(cells: list[Cell], lines: list[Line]) -> bool:
    """Whether little else stands in the columns of periods, and their first lines are level with others beside them."""
    left, _, right, _ = union(line.rect for cell in cells for line in cell.lines)
    within = [line for line in lines if cells[0].top <= line.middle <= cells[-1].bottom]
    dated = {line.number for cell in cells for line in cell.lines}
    others = [line for line in within if line.number not in dated]
    if sum(line.rect[0] < right and line.rect[2] > left for line in others) > _FEW * len(cells):
        return False
    heights = sorted(line.middle for line in others)
    level = 0
    for cell in cells:
        at = bisect_left(heights, cell.lines[0].middle - 1)
        level += at < len(heights) and heights[at] <= cell.lines[0].middle + 1
    return level >= _ALMOST * len(cells)


def _extent(cells: list[Cell], cut: int, room: float, strips: list[Strip]) -> Strip:
    """From where to where the rows reach."""
    above = [strip for strip in strips if strip[1] <= cells[0].top + 0.1 and room_of(strip) >= _NEARLY * room]
    first = above[-1][1] - 0.1 if above else float("-inf")
    least = _WIDER * room if cut == _ABOVE else _NEARLY * room
    below = [strip for strip in strips if strip[0] >= cells[-1].bottom - 0.1 and room_of(strip) >= least]
    last = below[0][0] + 0.1 if below else float("inf")
    return cells[0].top - _NEAR * cells[0].lines[0].size if cut == _ABOVE else first, last
