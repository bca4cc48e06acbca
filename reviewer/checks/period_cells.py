"""Periods that stand alone in a cell or line, broken over lines or not, and where on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.checks.late_patterns import late
from reviewer.checks.lines import Line
from reviewer.checks.records import record
from reviewer.checks.vocabulary import kept_for_now, lowered

_MONTH = (
    r"(?:(?:jan|feb|mär|mrz|mar|maer|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)[a-zä]{0,6}\.?"
    r"|spring|summer|autumn|fall|winter|frühjahr|frühling|sommer|herbst|early|late|mid|anfang|mitte|ende|end"
    r"|q\s?[1-4]|[1-4]\.\s?quartal|quarter|quartal)"
)
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_END = re.compile(
    rf"(?:\d{{1,2}}\s?[./-]\s?){{0,2}}{_YEAR}(?:[./-](?:1[0-2]|0\d))?|\b{_MONTH}\s?['’]?\d\d\b(?!\d)"
    r"|\b(?:0?[1-9]|1[0-2])[./]\d\d\b|['’]\d\d\b"
    r"|\b(?:heute|dato|laufend|fortlaufend|jetzt|aktuell|present|today|now|ongoing|current|currently)\b"
)
_OPEN = re.compile(r"\b(?:seit|since|ab)\b")
_JOINT = re.compile(r"[-–]|\b(?:bis|to|until|till)\b")
_AROUND = re.compile(rf"\b(?:von|from|(?:[0-3]?\d(?:\.|st|nd|rd|th)?\s)?{_MONTH}(?!\w))")
_ASIDE = re.compile(r"\([^()]*\)|^\s*[^\W\d_]{3,12}:")
_TOLD = re.compile(r"[^\W_]")
_GOES_ON = late(r"^\s*(?:[-–]|(?:bis|to|until|till)\b)", re.IGNORECASE)
# How a line begins that may tell a period and nothing else; quicker than reading it.
_MAY_TELL = re.compile(
    rf"\W*(?:\d|{_MONTH}(?!\w)|(?:bis|to|until|till|von|from|seit|since|ab)\b|[^\W\d_]{{3,12}}:|$"
    r"|(?:heute|dato|laufend|fortlaufend|jetzt|aktuell|present|today|now|ongoing|current|currently)\b)"
)
_RANGE = late(
    r"\b(?:19[5-9]\d|20[0-4]\d|\d\d[./]\d\d)\s*(?:[-–]|(?:bis|to|until|till)\b)|\b(?:seit|since)\s.{0,12}\d\d",
    re.IGNORECASE,
)
_LONGEST, _MOST_BESIDE = 44, 12
_CLOSE, _SAME_EDGE = 0.9, 3.0
CORE = 0.35
"""How far letters reach above and below a line's middle, in its size."""


@record
class Cell:
    """The lines of one period, one below the other, and how high they reach without the room around letters."""

    lines: tuple[Line, ...]
    top: float
    bottom: float
    ends: int
    open: bool


def find_periods(lines: Sequence[Line]) -> list[Cell]:
    """The periods that stand alone in their cells, from top to bottom; a period broken over lines is one."""
    cells: list[Cell] = []
    perhaps = [line for line in lines if may_tell(line.text) and read_period(line.text)]
    for line in sorted(perhaps, key=lambda line: line.middle):
        at = next((at for at in range(len(cells) - 1, -1, -1) if _continues(cells[at], line)), None)
        if at is None:
            cells.append(_cell((line,)))
        else:
            cells[at] = _cell((*cells[at].lines, line))
    return [cell for cell in cells if cell.ends]


@kept_for_now
def may_tell(text: str) -> bool:
    """Whether a text begins as a period does."""
    return _MAY_TELL.match(lowered(text)) is not None


def count_ranges(lines: Sequence[Line]) -> int:
    """How many lines tell a period with two ends, or the first of them, alone or beside few words."""
    return sum(len(line.pieces) <= _MOST_BESIDE and _RANGE.search(line.text) is not None for line in lines)


def _cell(lines: tuple[Line, ...]) -> Cell:
    first, last = lines[0], lines[-1]
    told = read_period(" ".join(line.text for line in lines))
    return Cell(
        lines=lines,
        top=first.middle - CORE * first.size,
        bottom=last.middle + CORE * last.size,
        ends=told.ends if told else 0,
        open=told.open if told else False,
    )


@record
class Told:
    """How many ends of a period a text tells, and whether another is to come."""

    ends: int
    open: bool


@kept_for_now
def read_period(text: str) -> Told | None:
    """What a text tells of a period; None where it tells anything else."""
    if len(text) > _LONGEST:
        return None
    rest, ends = _END.subn("", _ASIDE.sub("", lowered(text)))
    rest, opened = _OPEN.subn("", rest)
    rest, joints = _JOINT.subn("", rest)
    if _TOLD.search(_AROUND.sub("", rest)):
        return None
    return Told(ends=ends + (opened if ends else 0), open=not ends or (ends == 1 and joints > 0))


def _continues(cell: Cell, line: Line) -> bool:
    """Whether a line goes on with the period above it, as "12/2015" does below "03/2014 –"."""
    last = cell.lines[-1]
    if not 0 < line.middle - last.middle < (1 + _CLOSE) * line.size:
        return False
    aligned = any(abs(last.rect[side] - line.rect[side]) < _SAME_EDGE for side in (0, 2))
    centred = abs(last.rect[0] + last.rect[2] - line.rect[0] - line.rect[2]) < 2 * _SAME_EDGE
    if not (aligned or centred):
        return False
    told = read_period(line.text)
    joined = cell.open or _GOES_ON.search(line.text) is not None
    return told is not None and joined and cell.ends + told.ends <= 2


def core(line: Line) -> tuple[float, float]:
    return line.middle - CORE * line.size, line.middle + CORE * line.size
