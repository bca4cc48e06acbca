"""A written month, quarter, season, week or year as months."""

from __future__ import annotations

import re
from functools import cache

from reviewer.checks.date_patterns import KINDS, MONTH_NUMBERS, ROMAN, SEASONS, WORDS
from reviewer.checks.records import record
from reviewer.domain.findings import Month


@record
class WrittenDate:
    """A date at text[begin:end] as its months; bare is a year alone, ranged two months that are joined."""

    begin: int
    end: int
    first: Month
    last: Month
    exact: bool
    bare: bool = False
    ranged: bool = False


def _full_year(written: str, newest: int) -> int:
    """Two digits mean the latest such year that is not far in the future."""
    digits = written.lstrip("'’")
    if len(digits) == 4:
        return int(digits)
    year = 2000 + int(digits)
    return year if year <= newest + 2 else year - 100


def make_span(year: int, first: int, last: int) -> tuple[Month, Month]:
    """Two months of one year, by their numbers."""
    return Month(year=year, month=first), Month(year=year, month=last)


def read_unit(found: re.Match[str], newest: int, place: int = 0) -> WrittenDate:
    """What a match of UNIT_RE tells in a text that begins at place; two digits are a year near the newest."""
    group = found.groupdict()
    kind = next(name for name in KINDS if group[name] is not None)
    exact = kind != "year"
    if kind in {"months", "names"}:
        year = _full_year(group[f"{kind}_y"], newest)
        one, other = month_number(group[f"{kind}_a"]), month_number(group[f"{kind}_b"])
        first, last = Month(year=year - (one > other), month=one), Month(year=year, month=other)
    elif kind in {"quarter", "turned", "half", "halved"}:
        year = _full_year(group[f"{kind}_y"], newest)
        first, last = make_span(year, *_part_of_year(group))
    elif kind == "week":
        month = min(12, max(1, round(int(group["week_w"]) * 12 / 52 + 0.5)))
        first, last = make_span(int(group["week_y"]), month, month)
    elif kind == "season":
        months = SEASONS[group["season_n"]]
        first, last = make_span(_full_year(group["season_y"], newest), *months)
        if group["season_z"] and months == SEASONS["winter"]:
            last = Month(year=first.year + 1, month=2)
    elif kind == "year":
        first, last = make_span(_full_year(group["year_y"], newest), 1, 12)
    else:
        written = group[f"{kind}_m"]
        month = int(written) if written.isdigit() else MONTH_NUMBERS.get(written) or ROMAN[written]
        written_year = group[f"{kind}_y"] or group[f"{kind}_s"]
        first, last = make_span(_full_year(written_year, newest), month, month)
    return WrittenDate(
        begin=place + found.start(), end=place + found.end(), first=first, last=last, exact=exact, bare=kind == "year",
        ranged=kind in {"months", "names"},
    )  # fmt: skip


def _part_of_year(group: dict[str, str | None]) -> tuple[int, int]:
    """The first and last month of a written quarter or half."""
    word = next((group[name] for name in ("q1", "q2", "q3", "q4", "q5", "turned_q") if group[name]), None)
    if word:
        number = int(word) if word.isdigit() else WORDS[word]
        return number * 3 - 2, number * 3
    word = next(group[name] for name in ("h1", "h2", "h3", "halved_h") if group[name])
    assert word
    number = int(word) if word.isdigit() else WORDS[word]
    return number * 6 - 5, number * 6


@cache
def month_number(written: str) -> int:
    """The number of a month that is written as figures or in letters."""
    written = written.rstrip(".")
    return int(written) if written.isdigit() else MONTH_NUMBERS[written]
