"""Rows that periods date, in tables and beside a margin, whatever column and height of its row a period stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from statistics import median

from reviewer.checks.lines import Line, union
from reviewer.checks.period_cells import CORE, Cell, core, find_periods, may_tell, read_period
from reviewer.checks.records import record
from reviewer.checks.row_cuts import Habit, Strip, choose_cuts, find_bounds, find_strips, room_of

_LEAST_ROWS = 3
_MOSTLY, _NEARLY, _ALMOST = 0.5, 0.8, 0.85
_LARGER, _MOST_OF_A_HEADING, _PER_LABEL = 1.08, 6, 1.2
_APART = 1.3
_LONGEST_ABBREVIATION, _SAME_SIZE, _LEADING = 4, 0.3, 1.6
_FEW_SWITCHES, _FEW, _PAIR = 2, 0.25, 2
_LEAST_AT_EDGE, _LEAST_GAP = 3, 0.45


@record
class Found:
    """Lines in the order of rows that periods date, none where there are no rows; else the edge of a column aside."""

    ordered: tuple[Line, ...] = ()
    aside: float | None = None


def find_dated_rows(lines: list[Line], order: Callable[[list[Line]], list[Line]], habit: Habit) -> Found:
    """Rows that strips part and that hold cells side by side, each with its period first.

    order gives the order of lines that belong to no row; habit is that of the pages before, and is learnt.
    """
    perhaps = [line for line in lines if may_tell(line.text)]
    if len(perhaps) < (1 if habit.edges else _LEAST_ROWS):
        return Found()
    parted = split_cells(lines)
    found = find_periods(perhaps if parted is lines else parted)
    known = [cell for cell in found if habit.is_kept(cell)]
    if len(found) < _LEAST_ROWS and not known:
        return Found()
    aside = _find_aside(parted, found)
    strips = find_strips(parted)
    cells, between = _parted_cells(known if len(known) >= _MOSTLY * len(found) else found, strips)
    if not cells or aside is not None:
        return Found(aside=aside)
    cuts, cut = choose_cuts(cells, between, habit, parted)
    room = median(map(room_of, cuts)) if cuts else habit.room
    bounds = find_bounds(cells, cuts, cut, room, strips)
    rows = [[line for line in parted if one <= line.middle < other] for one, other in pairwise(bounds)]
    if not _are_rows(rows, cells, cuts, is_known=bool(known)):
        return Found()
    _learn(habit, cells, room, cut)
    above, below = (
        order([line for line in lines if line.middle < bounds[0]]),
        order([line for line in lines if line.middle >= bounds[-1]]),
    )
    return Found(ordered=(*above, *_row_by_row(rows, cells, room, order), *below))


def _row_by_row(
    rows: list[list[Line]], cells: list[Cell], room: float, order: Callable[[list[Line]], list[Line]]
) -> Iterator[Line]:
    usual = min((min(row, key=lambda line: line.middle).size for row in rows if row), default=0.0)
    for cell, row in zip(cells, rows, strict=True):
        before, within, after = _without_headings(row, cell, room, usual)
        yield from order(before)
        yield from _cell_by_cell(within, cell)
        yield from order(after)


def _learn(habit: Habit, cells: list[Cell], room: float, cut: int) -> None:
    if len(cells) < _LEAST_ROWS:
        return
    edges = Counter((side, round(cell.lines[0].rect[2 * side])) for cell in cells for side in (0, 1))
    habit.edges = frozenset(edge for edge, count in edges.items() if count >= _MOSTLY * len(cells))
    habit.room, habit.cut = room, cut


def _parted_cells(cells: list[Cell], strips: list[Strip]) -> tuple[list[Cell], list[list[Strip]]]:
    """The periods with the strips between each and the next; none where more than few are parted by no strip."""
    kept, between = [cells[0]], []
    for cell in cells[1:]:
        found = [strip for strip in strips if strip[0] >= kept[-1].bottom - 0.1 and strip[1] <= cell.top + 0.1]
        if found:
            kept.append(cell)
            between.append(found)
    return (kept, between) if len(kept) > _ALMOST * len(cells) else ([], [])


def _are_rows(rows: list[list[Line]], cells: list[Cell], cuts: list[Strip], *, is_known: bool) -> bool:
    """Whether most rows have cells side by side, and periods are alone in theirs or rows are set apart by space."""
    clusters = [_clusters(row) for row in rows]
    if sum(len(found) > 1 for found in clusters) <= _MOSTLY * len(rows):
        return False
    if sum(map(_are_labels, clusters)) > _MOSTLY * len(rows):
        return False
    alone = sum(_is_alone(row, cell) for row, cell in zip(rows, cells, strict=True))
    columns = _clusters([line for cell in cells for line in cell.lines])
    if alone >= _NEARLY * len(rows) and len(columns) == 1:
        return True
    inner = [room_of(strip) for found in clusters for cluster in found for strip in find_strips(cluster)]
    return is_known or not inner or min(map(room_of, cuts)) > _APART * median(inner)


def find_apart(lines: list[Line], least: int) -> float | None:
    """Where the first or last column of a page begins that no line reaches across and that was written in one go.

    Labels beside what they name are written in turns and stay together, however clear the room between them.
    """
    columns = _clusters(lines)
    if len(columns) == 1:
        return None
    for aside, edge in ((columns[-1], columns[-1]), (columns[0], columns[1])):
        numbers = {line.number for line in aside}
        others = [line for line in lines if line.number not in numbers]
        if min(len(aside), len(others)) >= least and _count_switches(aside, others) <= _FEW_SWITCHES:
            return min(line.rect[0] for line in edge) - 1.5
    return None


def _are_labels(clusters: list[list[Line]]) -> bool:
    """Whether a row is many rows of a label and what it names, as they were written one after the other."""
    if len(clusters) != _PAIR or min(map(len, clusters)) < _LEAST_ROWS:
        return False
    return _count_switches(*clusters) >= _PER_LABEL * min(map(len, clusters))


def _count_switches(some: list[Line], others: list[Line]) -> int:
    """How often the producer went from the one to the others or back."""
    numbers = {line.number for line in some}
    sides = [line.number in numbers for line in sorted([*some, *others], key=lambda line: line.number)]
    return sum(one != other for one, other in pairwise(sides))


def _is_alone(row: list[Line], cell: Cell) -> bool:
    """Whether hardly anything else stands in the column of a row's period."""
    left, _, right, _ = union(line.rect for line in cell.lines)
    beside = sum(line.rect[0] < right and line.rect[2] > left for line in row) - len(cell.lines)
    return beside <= 1


def _find_aside(lines: list[Line], cells: list[Cell]) -> float | None:
    """Where a column beside dated rows begins or ends that was written apart and is level with few, if any."""
    top, bottom = cells[0].top, cells[-1].bottom
    columns = _clusters([line for line in lines if top <= line.middle <= bottom])
    dated = {line.number for cell in cells for line in cell.lines}
    if len(columns) == 1:
        return None
    for aside, edge in ((columns[0], columns[1]), (columns[-1], columns[-1])):
        few = sum(line.number in dated for line in aside) <= _FEW * min(len(cells), len(aside))
        if few and _is_apart(aside, lines, cells):
            return min(line.rect[0] for line in edge) - 1.5
    return None


def _is_apart(aside: list[Line], lines: list[Line], cells: list[Cell]) -> bool:
    left, _, right, _ = union(line.rect for line in aside)
    column = [line for line in lines if line.rect[0] > left - 1 and line.rect[2] < right + 1]
    numbers = {line.number for line in column}
    others = [line for line in lines if line.number not in numbers]
    if len(aside) < _LEAST_ROWS or _count_switches(column, others) > _FEW_SWITCHES:
        return False
    level = sum(any(abs(line.middle - cell.lines[0].middle) < 1 for line in aside) for cell in cells)
    return level < _NEARLY * len(cells)


def _clusters(row: list[Line]) -> list[list[Line]]:
    """The cells of a row from left to right: lines of which none reaches over the room beside the others."""
    clusters: list[list[Line]] = []
    reach = 0.0
    for line in sorted(row, key=lambda line: line.rect[0]):
        if clusters and line.rect[0] < reach + 1:
            clusters[-1].append(line)
        else:
            clusters.append([line])
        reach = max(reach, line.rect[2])
    return clusters


def _cell_by_cell(row: list[Line], cell: Cell) -> list[Line]:
    clusters = _clusters(row)
    if len(clusters) == 1 or _is_below_head(clusters, cell):
        return by_rows(row)
    period = {line.number for line in cell.lines}
    rest = [[line for line in cluster if line.number not in period] for cluster in clusters]
    return [*cell.lines, *(line for cluster in rest for line in by_rows(cluster))]


def _is_below_head(clusters: list[list[Line]], cell: Cell) -> bool:
    """Whether all cells but one are a single line at the height of the row's first, as in the head of an entry."""
    row = [line for cluster in clusters for line in cluster]
    top = min(line.middle for line in row)
    tallest = max(clusters, key=len)
    rest = (line for cluster in clusters if cluster is not tallest for line in cluster)
    return len(cell.lines) == 1 and all(line.middle - top < CORE * line.size for line in (*rest, *cell.lines))


def _without_headings(row: list[Line], cell: Cell, room: float, usual: float) -> tuple[list[Line], ...]:
    """What stands in a row above its cells, its cells, and what stands below: up to a heading, and from one on.

    room is the usual room between rows, usual the greatest size of the lines that others begin with.
    """
    edge = min((line.rect[0] for line in row), default=0.0)
    foot = max((core(line)[1] for line in row), default=0.0)
    first, last = float("-inf"), float("inf")
    left, _, right, _ = union(one.rect for one in cell.lines)
    strips = find_strips(row)
    for line in row:
        larger = line.size > _LARGER * usual
        marked = larger or line.bold or _is_in_capitals(line)
        if not marked or len(line.pieces) > _MOST_OF_A_HEADING or (not larger and _goes_on(line, row)):
            continue
        top, bottom = core(line)
        below = next((strip for strip in strips if abs(strip[0] - bottom) < 0.1), None)
        if not (larger or line.rect[0] <= edge + line.size) or not (below or bottom >= foot):
            continue
        above = next((strip for strip in strips if abs(strip[1] - top) < 0.1), None)
        # Nothing but periods stands in their column, however close below it the first of them is.
        over = line.rect[0] < right and line.rect[2] > left
        if below and bottom <= cell.top and (larger or over or room_of(below) >= _ALMOST * room):
            first = max(first, bottom + 0.1)
        elif top >= cell.bottom and above and (larger or room_of(above) >= _ALMOST * room):
            last = min(last, top - 0.1)
    return (
        [line for line in row if line.middle < first],
        [line for line in row if first <= line.middle < last],
        [line for line in row if line.middle >= last],
    )


def _goes_on(line: Line, row: list[Line]) -> bool:
    """Whether a line stands right below one of its type and edge, as the last of a wrapped cell does."""
    return any(
        above.bold == line.bold
        and _is_in_capitals(above) == _is_in_capitals(line)
        and abs(above.size - line.size) < _SAME_SIZE
        and abs(above.rect[0] - line.rect[0]) < 1
        and 0 < line.middle - above.middle < _LEADING * line.size
        for above in row
    )


def _is_in_capitals(line: Line) -> bool:
    """Whether a line is written in capitals as headings are; abbreviations such as "IT" always are."""
    return line.text.isupper() and len(line.text) > _LONGEST_ABBREVIATION


def split_cells(lines: list[Line]) -> list[Line]:
    """Lines parted where cells stood so close that they were taken for one: at a gap before an edge of many lines."""
    counts = Counter([round(line.rect[0]) for line in lines])
    edges = sorted(edge for edge, count in counts.items() if count >= _LEAST_AT_EDGE)
    parts: list[Line] = []
    for line in lines:
        at = bisect_right(edges, line.rect[0] + line.size)
        parts += _split(line, edges) if at < len(edges) and edges[at] <= line.rect[2] else (line,)
    if len(parts) == len(lines):
        return lines
    return [replace(line, number=number) for number, line in enumerate(parts)]


def _split(line: Line, edges: list[int]) -> list[Line]:
    parts, begin = [], 0
    for place in range(1, len(line.pieces)):
        piece = line.pieces[place]
        if round(piece.rect[0]) in edges and _is_cell(line, begin, place):
            parts.append(line.pieces[begin:place])
            begin = place
    if not parts:
        return [line]
    return [
        replace(line, pieces=pieces, rect=union(piece.rect for piece in pieces))
        for pieces in (*parts, line.pieces[begin:])
    ]


def _is_cell(line: Line, begin: int, place: int) -> bool:
    """Whether a gap wider than one between words, or a whole period, ends before a word."""
    gap = line.pieces[place].rect[0] - line.pieces[place - 1].rect[2]
    if gap > _LEAST_GAP * line.size:
        return True
    told = read_period(" ".join(piece.text for piece in line.pieces[begin:place]))
    return told is not None and told.ends > 1


def by_rows(lines: list[Line]) -> list[Line]:
    """From top to bottom, and from left to right where lines stand side by side."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.middle):
        if rows and abs(line.middle - rows[-1][0].middle) < 0.4 * min(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.rect[0])]
