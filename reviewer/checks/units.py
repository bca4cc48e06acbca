"""The statements of a station: bullets, sentences and parts between separators, joined over lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from reviewer.checks.anchors import BEHIND_STOP
from reviewer.checks.flow import Flow
from reviewer.checks.labels import is_label
from reviewer.checks.late_patterns import late
from reviewer.checks.stations import Stint

_BULLET = re.compile(r"^\s*(?:[•●○◦▪■□▸►▶‣⁃∙·*»✓✔◆➢➤→o§-]|–)\s+")
# Each begins with one of four signs: a pattern that says so first is looked for in a third of the time.
_INNER = re.compile(
    r"[\s;.:](?:(?<=\s)[-–•·|▪■►*]\s|(?<=;)\s|(?<=\.\)\s)(?=[A-ZÄÖÜ])|(?<=[).]:)\s(?=[A-ZÄÖÜ])"
    rf"|(?:{BEHIND_STOP})\s(?=[A-ZÄÖÜ(]))"
)
_PARTING = (*"-–•·|▪■►*;.", "):")
_MUCH_ROOM = 0.35
_MOST_OF_A_LABEL = 5
# The running number of an entry, as in "3", "Projekt 3" or "No. 03".
_COUNTED = re.compile(
    r"\W*(?:(?:projekt|project|mandat|mandate|einsatz|assignment|station|position|pos\.?|lfd\.?)\s*)?(?:(?:nr|no)\.?\s*)?"
    r"#?\s?[A-Z]?\d{1,2}\W*",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?:[A-ZÄÖÜ][^\W\d_]+(?:[ /][^\W\d_]+){0,2}):(?:\s|$)")
# An abbreviation before a number or its unit, or an open bracket, ends no statement.
_GOES_ON = re.compile(r"(?:\b(?:ca|approx|rd|mio|mrd|mill|tsd)\.|\([^()]*:)$", re.IGNORECASE)
# Whom somebody reported to, which goes on no title above it but one that ends amid its words.
_REPORTING = re.compile(
    r"(?:Bericht(?:et|ete|e|end)?\s(?:direkt\s)?an\b|Berichts(?:linie|weg)|(?:Direkt|Unmittelbar)?\s?[Uu]nterstellt\b"
    r"|Report(?:s|ed|ing|e)?\s(?:directly\s)?(?:to|into|an)\b|Reporting line|Führungsspanne|Span of control"
    r"|Direct reports|(?:Personal|Budget|Ergebnis)verantwortung|Line manager|Teamgröße|Team size|Disziplinarische?\b"
    r"|(?:Prokura|Einzelprokura|Gesamtprokura)\b)"
)
_AMID = late(
    r"(?:[,&/-]|\b(?:und|and|or|oder|of|von|für|for|der|die|das|dem|den|des|the|an?|mit|with|im?|in|zum?|zur|to|on|auf|als|as|by|sowie))\s*$"
)
# What brackets opened before may hold, up to where they close.
_CLOSES = re.compile(r"[^()]{0,120}\)")
# These part what stands side by side, as title and company do; the others begin something new.
_BESIDE = frozenset("|·•")


class Unit(NamedTuple):
    """One statement of a station: text[begin:end] of the flow, joined over its lines."""

    begin: int
    end: int
    text: str
    bullet: bool


def make_units(flow: Flow, stint: Stint) -> Iterator[Unit]:
    """Statements: bullets, sentences and parts between separators; a wrapped line goes on where it was cut."""
    pieces = _without_number(flow, list(_line_spans(flow, stint)))
    widest = max((max(flow.lines[number].rect[2], flow.reach(number)) for number, _, _ in pieces), default=0.0)
    numbers = sorted({number for number, _, _ in pieces})
    cells = _cells(flow, numbers)
    begin, end = stint.begin, stint.begin
    parts: list[str] = []
    for place, (number, first, last) in enumerate(pieces):
        text = flow.text[first:last]
        edge = (
            min(widest, _cell_edge(flow, numbers, *cells[pieces[place - 1][0]], pieces[place - 1][0]))
            if parts
            else widest
        )
        if parts and _begins_anew(flow, pieces[place - 1][0], number, text, parts, edge):
            yield from _split(begin, end, parts)
            parts = []
        if not parts:
            begin = first
        parts.append(text)
        end = last
    if parts:
        yield from _split(begin, end, parts)


def _cell_edge(flow: Flow, numbers: list[int], first: int, last: int, number: int) -> float:
    """How far to the right a line may go in a table's cell, lines first to last: to where a cell begins read later.

    Without bounds where none stands beside it.
    """
    line = flow.lines[number]
    top, bottom = flow.lines[first].rect[1], flow.lines[last].rect[3]
    bounds = (
        flow.lines[other].rect[0]
        for other in numbers[bisect_right(numbers, last) :]
        if flow.lines[other].page == line.page
        and flow.lines[other].rect[0] > line.rect[2]
        and min(flow.lines[other].rect[3], bottom) - max(flow.lines[other].rect[1], top) > 0
    )
    return min(bounds, default=float("inf")) - line.size


def _cells(flow: Flow, numbers: list[int]) -> dict[int, tuple[int, int]]:
    """The first and last line of what each line is a part of: lines close below each other that begin at one edge."""
    cells: list[list[int]] = []
    for number in numbers:
        if cells and cells[-1][-1] == number - 1 and _is_same_cell(flow, number - 1):
            cells[-1].append(number)
        else:
            cells.append([number])
    return {number: (cell[0], cell[-1]) for cell in cells for number in cell}


def _is_same_cell(flow: Flow, number: int) -> bool:
    """Whether a line and the next begin at one edge, close below each other."""
    above, line = flow.lines[number], flow.lines[number + 1]
    close = -0.5 * line.size < line.rect[1] - above.rect[3] < 0.6 * line.size
    return above.page == line.page and close and abs(above.rect[0] - line.rect[0]) < 1


def _line_spans(flow: Flow, stint: Stint) -> Iterator[tuple[int, int, int]]:
    """Number, begin and end of each line of a station, its period cut out."""
    number = flow.line_at(stint.begin)
    while number < len(flow.lines) and flow.starts[number] < stint.end:
        first = max(flow.starts[number], stint.begin)
        last = min(flow.starts[number] + len(flow.lines[number].text), stint.end)
        spans = [(first, last)]
        for cut_first, cut_last in filter(None, ((stint.period.begin, stint.period.end), stint.period.tail)):
            if cut_first < last and cut_last > first:
                spans = [part for span in spans for part in _without(span, cut_first, cut_last)]
        for one, other in spans:
            if flow.text[one:other].strip(" \t:|()[],–-"):
                yield number, one, other
        number += 1


def _without_number(flow: Flow, pieces: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The pieces of a station's lines, without the first where that is its running number."""
    if len(pieces) > 1 and _COUNTED.fullmatch(flow.text, *pieces[0][1:]):
        return pieces[1:]
    return pieces


def _without(span: tuple[int, int], begin: int, end: int) -> list[tuple[int, int]]:
    """What is left of a span, before and after what is cut out of it."""
    if end <= span[0] or begin >= span[1]:
        return [span]
    return [(span[0], max(span[0], begin)), (min(span[1], end), span[1])]


def _begins_anew(flow: Flow, before: int, number: int, text: str, parts: list[str], edge: float) -> bool:
    last = parts[-1]
    if before == number:
        return True
    above, line = flow.lines[before], flow.lines[number]
    if (
        _BULLET.match(text)
        or _LABELLED.match(text)
        or (_REPORTING.match(text) and not _AMID.search(last))
        or (last.rstrip().endswith((".", ":", ";")) and not _GOES_ON.search(last.rstrip()))
        or above.bold != line.bold
        or (len(line.pieces) <= _MOST_OF_A_LABEL and is_label(text))
    ):
        return True
    if above.page == line.page and (line.rect[1] - above.rect[3] > 0.6 * line.size or line.rect[1] < above.rect[1]):
        return True
    if abs(above.middle - line.middle) < 0.4 * line.size or abs(above.size - line.size) > 0.6:
        return True
    if _is_left_open(" ".join(parts)) and _CLOSES.match(flow.text, flow.starts[number]):
        return False
    room = edge - above.rect[2]
    if text[:1].islower() and room < _MUCH_ROOM * (edge - above.rect[0]):
        return False
    first_word = line.pieces[0].rect[2] - line.pieces[0].rect[0]
    return room > first_word + 0.06 * (edge - above.rect[0]) + line.size


def _split(begin: int, end: int, parts: list[str]) -> Iterator[Unit]:
    text = parts[0].strip()
    for part in parts[1:]:
        wrapped = text.endswith("-") and part[:1].islower()
        text = text[:-1] + part.strip() if wrapped else f"{text} {part.strip()}"
    bullet = _BULLET.match(text) is not None
    text = _BULLET.sub("", text)
    first = 0
    inner = [found for found in _parting(text) if not _is_in_brackets(text, *found.span())]
    for found in [*inner, None]:
        piece = text[first : found.start() if found else len(text)].strip()
        if piece:
            yield Unit(begin=begin, end=end, text=piece, bullet=bullet)
        if found:
            first = found.end()
            bullet = bullet or found[0].strip() not in _BESIDE


def _parting(text: str) -> Iterator[re.Match[str]]:
    """What parts a text, which few of the signs that may do so does."""
    return _INNER.finditer(text) if any(map(text[:-1].__contains__, _PARTING)) else iter(())


def _is_in_brackets(text: str, begin: int, end: int) -> bool:
    """Whether what stands here belongs to what brackets hold, as in "(bakery; 140 people)"."""
    return _is_left_open(text[:begin]) and _CLOSES.match(text, end) is not None


def _is_left_open(text: str) -> bool:
    return text.rfind("(") > text.rfind(")")
