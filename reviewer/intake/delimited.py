"""Rows of delimited text with the physical line each starts at; a stray quote costs its own row only."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reviewer.domain.arrival import RowProblem

MAX_ROW_CHARS = 100_000
MAX_ROW_LINES = 100
Fit = Callable[[list[str]], bool]
DELIMITERS = (";", ",", "\t")
_STATED = re.compile(r'"?sep=([;,\t])"?\s*', re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells of one row, at least one of them not blank; line is where it starts, from 1."""

    line: int
    cells: tuple[str, ...]


class _Feed:
    """Lends a bounded stretch of lines to the csv reader and counts those taken."""

    def __init__(self, lines: list[str], start: int) -> None:
        self._lines = lines
        self._start = start
        self._chars = 0
        self.taken = 0
        self.ran_out = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        position = self._start + self.taken
        if position >= len(self._lines) or self.taken >= MAX_ROW_LINES or self._chars > MAX_ROW_CHARS:
            self.ran_out = True
            raise StopIteration
        line = self._lines[position]
        self.taken += 1
        self._chars += len(line)
        return line


def split_lines(text: str) -> list[str]:
    """The physical lines with their ends, as an editor counts them."""
    return list(io.StringIO(text, newline=""))


def judge_delimiter(lines: list[str], known: Callable[[str], bool]) -> tuple[int, str]:
    """The index of the header line and the delimiter that gives it most known column names."""
    index = _first_filled(lines, 0)
    stated = _STATED.fullmatch(lines[index]) if index < len(lines) else None
    if stated:
        return _first_filled(lines, index + 1), stated[1]
    header = lines[index] if index < len(lines) else ""
    return index, max(DELIMITERS, key=lambda mark: sum(map(known, _cells(header, mark))))


def read_rows(lines: list[str], start: int, delimiter: str, fits: Fit) -> Iterator[Row | RowProblem]:
    """Every row from line index start on, blank ones left out.

    A row over several lines that is not closed, or whose number of cells does not fit, is named and reading goes on
    with the very next line: a forgotten quote never swallows the applicants below it.
    """
    index = start
    while index < len(lines):
        line, code = index + 1, ""
        cells, taken = _read_row(lines, index, delimiter)
        if not cells:
            code = "row-too-long" if len(lines[index]) > MAX_ROW_CHARS else "quote-unclosed"
        elif taken > 1 and not fits(cells):
            code, taken = "quote-unclosed", 1
        index += taken
        if code:
            yield RowProblem(line=line, column="", code=code)
        elif any(cell.strip() for cell in cells):
            yield Row(line=line, cells=tuple(cells))


def _read_row(lines: list[str], index: int, delimiter: str) -> tuple[list[str], int]:
    """The cells and the number of lines they took; no cells when the row cannot be told."""
    if not lines[index].strip():
        return [""], 1
    if len(lines[index]) > MAX_ROW_CHARS:
        return [], 1
    feed = _Feed(lines, index)
    try:
        return next(csv.reader(feed, delimiter=delimiter, strict=True)), feed.taken
    except csv.Error:
        lenient = feed.taken == 1 and not feed.ran_out
        return (_cells(lines[index], delimiter), 1) if lenient else ([], 1)


def _cells(line: str, delimiter: str) -> list[str]:
    rows: Iterable[list[str]] = csv.reader([line], delimiter=delimiter)
    try:
        return next(iter(rows), [])
    except csv.Error:
        return []


def _first_filled(lines: list[str], index: int) -> int:
    while index < len(lines) and not lines[index].strip():
        index += 1
    return index
