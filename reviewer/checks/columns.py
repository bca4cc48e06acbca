"""The order in which a person reads the lines of a page: columns one after the other, tables row by row."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from reviewer.checks.late_patterns import late
from reviewer.checks.lines import Line
from reviewer.checks.period_cells import count_ranges
from reviewer.checks.row_cuts import Habit
from reviewer.checks.tables import by_rows, find_apart, find_dated_rows

_DATED = late(
    r"(?:19[5-9]\d|20[0-4]\d)|\b(?:0[1-9]|1[0-2])[./]\d\d\b|\b(?:seit|heute|since|present|today)\b|['’]\d\d",
    re.IGNORECASE,
)
_END = late(
    r"(?:19[5-9]\d|20[0-4]\d)|\b(?:0?[1-9]|1[0-2])[./]\d\d\b(?![./]\d)|['’]\d\d"
    r"|\b(?:seit|heute|dato|laufend|fortlaufend|jetzt|aktuell|since|present|today|now|ongoing|current|currently)\b",
    re.IGNORECASE,
)
_LEAST_LINES, _LEAST_OF_ASIDE = 3, 8
_MOST_DEPTH, _MOST_DEPTH_OF_ROWS = 6, 1
_LEAST_CARDS, _COMPARABLE = 1, 0.3
_NARROW = 0.62
_LARGER, _MOST_OF_A_HEADING = 1.08, 6
_DESCENT, _LEVEL, _MOSTLY = 0.22, 0.12, 0.6
_SAME_EDGE, _OTHER_EDGE = 3.0, 20.0
# So many lines less counts a gutter for each more band that lines across it part.
_PER_BAND = 6
Rows = list[list[Line]]


def in_reading_order(lines: Sequence[Line], habit: Habit) -> list[Line]:
    """The lines of one page in reading order; habit is how rows were set on the pages before, and is learnt."""
    return _order(list(lines), 0, habit)


def _order(lines: list[Line], depth: int, habit: Habit) -> list[Line]:
    if len(lines) < 2 * _LEAST_LINES or depth >= _MOST_DEPTH:
        return by_rows(lines)
    aside = apart = None
    if depth <= _MOST_DEPTH_OF_ROWS:
        found = find_dated_rows(lines, lambda rest: _order(rest, depth + 1, habit), habit)
        if found.ordered:
            return list(found.ordered)
        aside = found.aside
        apart = find_apart(lines, _LEAST_OF_ASIDE) if aside is None else None
        aside = apart if aside is None else aside
    gutter = _find_gutter(lines) if aside is None else aside
    if gutter is None:
        return by_rows(lines)
    ordered: list[Line] = []
    parts = _parted(lines, gutter)
    if len(parts) > 1:
        return [line for part in parts for line in _order(part, depth + 1, habit)]
    for band in _bands(_from_top(lines), gutter):
        left = [line for line in band if line.rect[0] < gutter]
        right = [line for line in band if line.rect[0] >= gutter]
        if _are_cards(left, right, gutter) and not (gutter == apart and _is_aside(right, left)):
            ordered += _order(left, depth + 1, habit) + _order(right, depth + 1, habit)
            continue
        dates_at_the_right = _is_dated(right) and not _is_dated(left)
        if not _is_two_columns(left, right, gutter) or dates_at_the_right:
            ordered += by_rows(band)
        elif _is_dated(left) or _is_labels(left, right) or _is_written_by_rows(left, right):
            ordered += _by_cells(left, right, depth, habit)
        else:
            first, second = (right, left) if _is_aside(right, left) else (left, right)
            ordered += _order(first, depth + 1, habit) + _order(second, depth + 1, habit)
    return ordered


def _is_aside(right: list[Line], left: list[Line]) -> bool:
    """Whether the right column is a narrow one beside the text; read first, it lets the text run on across pages."""
    width = max(line.rect[2] for line in right) - min(line.rect[0] for line in right)
    other = max(line.rect[2] for line in left) - min(line.rect[0] for line in left)
    return width < _NARROW * other


def _are_cards(left: list[Line], right: list[Line], gutter: float) -> bool:
    """Whether both sides tell periods of their own, as entries abreast do."""
    if not _is_two_columns(left, right, gutter):
        return False
    few, many = sorted(map(count_ranges, (left, right)))
    alike = few >= _LEAST_CARDS and few >= _COMPARABLE * many
    return alike and not _is_dated(left) and not _is_dated(right)


def _crosses(line: Line, x: float) -> bool:
    return line.rect[0] < x - 0.5 and line.rect[2] > x + 0.5


def _find_gutter(lines: list[Line]) -> float | None:
    """The left edge of a right column: the one that parts most lines; None where nothing is parted."""
    edges = Counter(round(line.rect[0]) for line in lines)
    leftmost = min(line.rect[0] for line in lines)
    best, best_score = None, _PER_BAND
    lines = _from_top(lines)
    for edge, count in edges.items():
        gutter = edge - 1.5
        if count < _LEAST_LINES or gutter < leftmost + 15:
            continue
        score = _PER_BAND
        for band in _bands(lines, gutter):
            left = sum(line.rect[0] < gutter for line in band)
            right = len(band) - left
            if left >= 2 and right >= _LEAST_LINES and _faces(band, gutter):
                score += min(left * 3, right) + right - _PER_BAND
        if score > best_score:
            best, best_score = gutter, score
    return best


def _faces(band: list[Line], gutter: float) -> bool:
    """Something stands left and right at the same height."""
    left = [line for line in band if line.rect[0] < gutter]
    top, bottom = min(line.rect[1] for line in left), max(line.rect[3] for line in left)
    return sum(line.rect[3] > top and line.rect[1] < bottom for line in band if line.rect[0] >= gutter) >= 2


def _parted(lines: list[Line], gutter: float) -> Rows:
    """The lines parted above headings that stand alone in their row, where the columns below them are others."""
    left = [line for line in lines if line.rect[0] < gutter]
    right = [line for line in lines if line.rect[0] >= gutter]
    edge, usual = min(line.rect[0] for line in left), median(line.size for line in lines)
    cuts: list[float] = []
    for line in sorted(left, key=lambda line: line.rect[1]):
        heading = (line.bold or line.size > _LARGER * usual) and len(line.pieces) <= _MOST_OF_A_HEADING
        if not heading or line.rect[0] > edge + _SAME_EDGE or _crosses(line, gutter):
            continue
        top, bottom = line.rect[1], line.rect[3]
        if any(other.rect[3] > top + 1 and other.rect[1] < bottom - 1 for other in right):
            continue
        above = [other.rect[0] for other in right if (cuts[-1] if cuts else 0.0) <= other.middle < top]
        below = [other.rect[0] for other in right if other.middle > bottom]
        if above and (not below or abs(min(above) - min(below)) > _OTHER_EDGE):
            cuts.append(top)
    bounds = [0.0, *cuts, float("inf")]
    parts = [[line for line in lines if one <= line.middle < other] for one, other in pairwise(bounds)]
    return [part for part in parts if part]


def _from_top(lines: list[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (line.middle, line.rect[0]))


def _bands(lines: list[Line], gutter: float) -> list[list[Line]]:
    """Lines that are in order from top to bottom, parted at those that cross the gutter; each of these stands alone."""
    bands: list[list[Line]] = [[]]
    for line in lines:
        if _crosses(line, gutter):
            bands += [[line], []]
        else:
            bands[-1].append(line)
    return [band for band in bands if band]


def _is_two_columns(left: list[Line], right: list[Line], gutter: float) -> bool:
    if not left or len(right) < 2:
        return False
    size = max(line.size for line in left)
    return sum(line.rect[2] > gutter - 0.2 * size for line in left) <= 0.1 * len(left)


def _cells(lines: list[Line]) -> Rows:
    """Lines of one column, put together where nothing but a line's own gap lies between them."""
    cells: Rows = []
    for line in sorted(lines, key=lambda line: line.rect[1]):
        if cells and line.rect[1] - cells[-1][-1].rect[3] < 0.45 * line.size:
            cells[-1].append(line)
        else:
            cells.append([line])
    return cells


def _is_dated(column: list[Line]) -> bool:
    """Mostly dates and little else, as the first column of a table of posts."""
    cells = _cells(column)
    dated = [cell for cell in cells if any(_DATED.search(line.text) for line in cell)]
    short = sum(len(line.pieces) <= 6 for cell in dated for line in cell)
    lines = sum(map(len, dated))
    dates = sum(_DATED.search(line.text) is not None for line in column)
    return len(dated) >= 0.4 * len(cells) and short >= 0.8 * lines and dates >= 0.4 * len(column)


def _is_labels(left: list[Line], right: list[Line]) -> bool:
    """Short words beside what they name: each begins where something begins at the right."""
    if any(len(line.pieces) > 5 for line in left):
        return False
    tops = sorted(line.middle for line in right)
    aligned = sum(any(abs(top - line.middle) < 0.3 * line.size for top in tops) for line in left)
    if aligned < 0.8 * len(left):
        return False
    if sum(line.text.rstrip().endswith(":") for line in left) >= 0.5 * len(left):
        return True
    return _switches(left, right) >= 1.2 * min(len(left), len(right))


def _is_written_by_rows(left: list[Line], right: list[Line]) -> bool:
    """The producer went from one side to the other with almost every cell, and cells stand on one line or flush right.

    The order alone tells little: an engine may have put lines in order by their height.
    """
    cells = _cells(left)
    if _switches(left, right) < max(4, len(cells)):
        return False
    if _is_flush_right(left):
        return True
    feet = sorted(_foot(line) for line in right)
    level = sum(any(_is_near(_foot(line), feet, _LEVEL * line.size) for line in cell) for cell in cells)
    return level >= _MOSTLY * len(cells)


def _is_flush_right(column: list[Line]) -> bool:
    """Whether lines end where their column does and begin anywhere, as labels do."""
    lefts, rights = (Counter(round(line.rect[side] / _SAME_EDGE) for line in column) for side in (0, 2))
    return max(rights.values()) >= _MOSTLY * len(column) > max(lefts.values())


def _foot(line: Line) -> float:
    """About where a line's letters stand, whatever their size."""
    return line.rect[3] - _DESCENT * line.size


def _is_near(height: float, heights: Sequence[float], least: float) -> bool:
    at = bisect_left(heights, height - least)
    return at < len(heights) and heights[at] <= height + least


def _switches(left: list[Line], right: list[Line]) -> int:
    lefts = {line.number for line in left}
    sides = [line.number in lefts for line in sorted([*left, *right], key=lambda line: line.number)]
    return sum(one != other for one, other in pairwise(sides))


def _by_cells(left: list[Line], right: list[Line], depth: int, habit: Habit) -> list[Line]:
    """A table whose rows begin with the left column's cells."""
    cells = _cells_at(left, right)
    begins = [min(line.rect[1] for line in cell) - 0.4 * cell[0].size for cell in cells]
    ordered = by_rows([line for line in right if line.middle < begins[0]])
    for place, cell in enumerate(cells):
        end = begins[place + 1] if place + 1 < len(begins) else float("inf")
        ordered += by_rows(cell)
        ordered += _order([line for line in right if begins[place] <= line.middle < end], depth + 1, habit)
    return ordered


def _cells_at(left: list[Line], right: list[Line]) -> Rows:
    """The left column's cells; a new date in line with the right side begins one, however tight the rows stand."""
    cells: Rows = []
    tops = [line.middle for line in right]
    for cell in _cells(left):
        cells.append([])
        for line in cell:
            level = any(abs(top - line.middle) < 0.3 * line.size for top in tops)
            if cells[-1] and level and _begins_anew(cells[-1], line):
                cells.append([])
            cells[-1].append(line)
    return cells


def _begins_anew(cell: list[Line], line: Line) -> bool:
    """Whether the cell's period is complete, or the line brings a whole one of its own."""
    return _is_complete(" ".join(each.text for each in cell)) or _is_complete(line.text)


def _is_complete(text: str) -> bool:
    """Two ends of a period, or no date at all."""
    ends = len(_END.findall(text))
    return ends >= 2 or (ends == 0 and not _DATED.search(text))
