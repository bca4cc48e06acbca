"""Dates as CVs write them: months, quarters, seasons and years, alone or as periods, in German and English."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from reviewer.checks.date_patterns import (
    BARE_MONTH,
    BARE_PART,
    BEGIN_BEHIND,
    BETWEEN_RE,
    CUT_DATE,
    CUT_REST,
    DATE_PIECE,
    FORWARD_SIGN,
    GOING_ON,
    LAST_CELL_LEAD,
    LEAD,
    LONE_MONTH,
    LONE_YEAR,
    MONTH_NUMBERS,
    MOST_ROWS,
    NORM,
    NOW_RE,
    PART_WORD,
    ROW,
    SEASONS,
    SHORT_END,
    SLASH_YEARS,
    UNIT_RE,
    WORD_OF_TEXT,
    WORDS,
    YEAR_AT_EDGE,
    find_lasting,
    lasting_before,
    match_cell,
    match_cell_lead,
    match_date_cell,
    match_months,
    match_unit,
)
from reviewer.checks.date_units import WrittenDate, make_span, month_number, read_unit
from reviewer.checks.records import record
from reviewer.checks.vocabulary import lowered, terms
from reviewer.domain.findings import Month

_LONGEST_TURNED_YEARS = 25
_DIGIT = re.compile(r"\d")
# As far as UNIT_RE looks ahead for one, and more.
_FARTHEST_BEFORE_DIGIT = 80


@record
class Period:
    """A date or period in a text: text[begin:end]; last is None while it goes on, first is None after a bare "until".

    exact says that months were written; ranged that it has two ends or goes on. tail is where its end stands when a
    table's next cell parts the two.
    """

    begin: int
    end: int
    first: Month | None
    last: Month | None
    ranged: bool
    exact: bool
    tail: tuple[int, int] | None = None

    @property
    def open(self) -> bool:
        return self.last is None


def find_periods(text: str, today: date) -> list[Period]:
    """All dates and periods of a text in order, none overlapping; a period may run over a line's end."""
    periods: list[Period] = []
    place = 0
    norms = [found.span() for found in NORM.finditer(text)]
    text = lowered(text)
    while found := _next_unit(text, place):
        tail = periods[-1].tail if periods else None
        if tail and found.start() < tail[1] and found.end() > tail[0]:
            place = tail[1]
            continue
        if any(begin <= found.start() < end for begin, end in norms) or _is_of_two_lines(text, found):
            place = found.end() if "\n" not in found[0] else found.start() + found[0].index("\n")
            continue
        unit = read_unit(found, today.year)
        period = _extend(text, unit, today.year)
        start = max(place, period.begin - 24)
        period = _with_begin_behind(text, _with_lead(text, start, period), today.year)
        period = period if period.ranged else _with_cell_above(text, place, period)
        periods.append(period)
        place = max(period.end, found.end())
    return periods


def _next_unit(text: str, place: int) -> re.Match[str] | None:
    """The next date from a place on; none begins far before its first digit, so what lies before need not be read."""
    digit = _DIGIT.search(text, place)
    return UNIT_RE.search(text, max(place, digit.start() - _FARTHEST_BEFORE_DIGIT)) if digit else None


def _is_of_two_lines(text: str, found: re.Match[str]) -> bool:
    """A month that ends a line of words, and a year that begins the line below: they do not belong together."""
    if "\n" not in found[0]:
        return False
    before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    if terms("claims", "stamp").hits(before):
        return False
    apart = not before.strip() or before.rstrip(" ")[-1] in "(|,:;–-•\t"
    led = BETWEEN_RE.search(before[-12:]) or (LEAD.search(before) and not BETWEEN_RE.match(text, found.end()))
    return WORD_OF_TEXT.search(before) is not None and not apart and not led


def _extend(text: str, unit: WrittenDate, newest: int) -> Period:
    """The period that begins with a unit, or the unit alone."""
    slash = SLASH_YEARS.match(text, unit.end) if unit.bare else None
    if slash:
        year = int(slash["y"]) if len(slash["y"]) == 4 else unit.first.year // 100 * 100 + int(slash["y"])
        if unit.first.year < year <= unit.first.year + 2:
            last = Month(year=year, month=12)
            widened = WrittenDate(begin=unit.begin, end=slash.end(), first=unit.first, last=last, exact=False)
            return _joined(text, widened, newest, ranged=True)
    return _with_months(text, unit) or _joined(text, unit, newest, ranged=unit.ranged)


def _with_months(text: str, unit: WrittenDate) -> Period | None:
    """A year whose months follow it, as in "2019 (Jan. – Sept.)"."""
    months = match_months(text, unit.end) if unit.bare else None
    if months is None:
        return None
    end = "b" if months["b"] else "a"
    first, last = make_span(unit.first.year, month_number(months["a"]), month_number(months[end]))
    if first > last:
        return None
    return Period(begin=unit.begin, end=months.end(end), first=first, last=last, ranged=first < last, exact=True)


def _joined(text: str, unit: WrittenDate, newest: int, *, ranged: bool) -> Period:
    between = BETWEEN_RE.match(text, unit.end)
    if between:
        end = _find_end(text, between.end(), unit, newest)
        end = end or _find_end_below(text, between.end(), unit, newest)
        end = end or _find_end_in_cells(text, unit, newest)
        if end is not None:
            return end
        sign = FORWARD_SIGN.match(text, unit.end)
        if sign and (unit.exact or not text[text.rfind("\n", 0, unit.begin) + 1 : unit.begin].strip()):
            return _period(unit, sign.end(), None, ranged=True)
    now = GOING_ON.match(text, unit.end)
    if now:
        return _period(unit, now.end(), None, ranged=True)
    below = _find_end_in_cells(text, unit, newest) if not unit.ranged else None
    if below is not None:
        return below
    return _period(unit, unit.end, unit.last, ranged=ranged)


def _find_end(text: str, place: int, unit: WrittenDate, newest: int) -> Period | None:
    now = NOW_RE.match(text, place)
    if now:
        return _period(unit, now.end(), None, ranged=True)
    found = match_unit(text[place:])
    if found:
        other = read_unit(found, newest, place)
        if other.last < unit.first and not unit.ranged and text.find("\n", unit.end, other.end) < 0:
            return _turned(unit, other)
        if other.last < unit.first or other.last.year - unit.first.year > 60:
            return None
        exact = unit.exact and other.exact
        return Period(begin=unit.begin, end=other.end, first=unit.first, last=other.last, ranged=True, exact=exact)
    short = SHORT_END.match(text, place)
    if short and (unit.bare or short["m"]):
        year = unit.first.year // 100 * 100 + int(short["y"].lstrip("'’"))
        year += 100 if year < unit.first.year else 0
        last = Month(year=year, month=int(short["m"] or 12))
        if unit.first <= last and year <= newest + 2:
            return Period(
                begin=unit.begin, end=short.end(), first=unit.first, last=last, ranged=True, exact=bool(short["m"])
            )
    return None


def _turned(unit: WrittenDate, other: WrittenDate) -> Period | None:
    """A period that was written from its end back to its begin."""
    if unit.bare != other.bare or unit.last.year - other.first.year > _LONGEST_TURNED_YEARS:
        return None
    return Period(begin=unit.begin, end=other.end, first=other.first, last=unit.last, ranged=True, exact=unit.exact)


def _find_end_below(text: str, place: int, unit: WrittenDate, newest: int) -> Period | None:
    """The end of a period that a narrow cell broke, while the row goes on in the next cell."""
    cut = CUT_DATE.match(text, place)
    rest = CUT_REST.match(text, text.find("\n", place) + 1) if cut else None
    if cut and rest and len(cut["year"] + rest[0]) == len("2000"):
        return _cut_period(unit, cut, rest)
    month = LONE_MONTH.match(text, place)
    joint = len(text[:place].rstrip(" \t\n"))
    cell = month.end() if month else joint
    edge = YEAR_AT_EDGE.match(text, cell) if month else None
    if month is None and text[cell : cell + 1] == "\n":
        last = _find_end_of_row(text, cell + 1)
        return _ended_below(unit, cell, last, None, newest) if last else None
    if edge or text[cell : cell + 1] not in {"\t", " "}:
        return _ended_below(unit, cell, edge, month, newest) if edge else None
    row = text.find("\n", cell)
    for _ in range(MOST_ROWS):
        if row < 0 or row - cell > ROW:
            return None
        found = LONE_YEAR.match(text, row + 1) if month else match_cell(text, row + 1)
        if found:
            return _ended_below(unit, cell, found, month, newest)
        if UNIT_RE.match(text, row + 1):
            return None
        row = text.find("\n", row + 1)
    return None


def _find_end_of_row(text: str, row: int) -> re.Match[str] | None:
    """The date that fills the last cell of a row, below another row's last cell that a joint ended."""
    finish = text.find("\n", row)
    finish = len(text) if finish < 0 else finish
    tab = text.rfind("\t", row, finish)
    found = match_cell(text, tab + 1) if tab >= 0 else None
    return found if found and not text[found.end() : finish].strip(" )") else None


def _find_end_in_cells(text: str, unit: WrittenDate, newest: int) -> Period | None:
    """The end of a period whose cell goes on in the rows below, however many pieces it was broken into."""
    cell = match_date_cell(text, unit.end)
    if cell is None:
        return None
    written, row = cell["rest"], text.find("\n", cell.end())
    for _ in range(MOST_ROWS):
        if row < 0 or row - unit.end > MOST_ROWS * ROW:
            return None
        piece = DATE_PIECE.match(text, row + 1)
        if piece:
            written += " " + piece[0]
            found = _find_written_end(written, unit, newest)
            if found is not None:
                return replace(found, begin=unit.begin, end=cell.end("rest"), tail=piece.span())
        row = text.find("\n", row + 1)
    return None


def _find_written_end(written: str, unit: WrittenDate, newest: int) -> Period | None:
    """What the pieces of a cell put together say of the end, where they say that and nothing else."""
    between = BETWEEN_RE.match(written)
    found = _find_end(written, between.end(), unit, newest) if between else None
    return found if found is not None and not written[found.end :].strip(" )].:") else None


def _cut_period(unit: WrittenDate, cut: re.Match[str], rest: re.Match[str]) -> Period | None:
    last = Month(year=int(cut["year"] + rest[0]), month=int(cut["month"]))
    if last < unit.first:
        return None
    return Period(
        begin=unit.begin, end=cut.end(), first=unit.first, last=last, ranged=True, exact=unit.exact, tail=rest.span()
    )


def _ended_below(
    unit: WrittenDate, cell: int, found: re.Match[str], month: re.Match[str] | None, newest: int
) -> Period | None:
    last: Month | None = None
    if month:
        last = Month(year=int(found["year"]), month=MONTH_NUMBERS[month["name"]])
    elif found.re is UNIT_RE:
        last = read_unit(found, newest).last
    if last and last < unit.first:
        return None
    tail = found.span("year" if month else 0)
    return Period(begin=unit.begin, end=cell, first=unit.first, last=last, ranged=True, exact=unit.exact, tail=tail)


def _period(unit: WrittenDate, end: int, last: Month | None, *, ranged: bool) -> Period:
    return Period(begin=unit.begin, end=end, first=unit.first, last=last, ranged=ranged, exact=unit.exact)


def _with_lead(text: str, start: int, period: Period) -> Period:
    """Take in what stands before: "seit" opens a single date, "bis" turns it to an end, "03 – " lends its month."""
    before = text[start : period.begin]
    lead = LEAD.search(before)
    if lead and lead["since"] and not period.ranged:
        lasting = lasting_before(before, lead.start())
        closed = period.end + (lasting is not None and text.startswith(")", period.end))
        begin = start + (lasting or lead).start()
        return Period(begin=begin, end=closed, first=period.first, last=None, ranged=True, exact=period.exact)
    if lead and period.ranged:
        return replace(period, begin=start + lead.start())
    if period.ranged or period.first is None:
        return period
    lasting = find_lasting(before)
    if lasting:
        return replace(period, begin=start + lasting.start(), last=None, ranged=True)
    part = _part_before(before, text[period.begin : period.end]) if period.exact else None
    if part and Month(year=period.first.year, month=part[1]) <= period.first:
        first = Month(year=period.first.year, month=part[1])
        return Period(begin=start + part[0], end=period.end, first=first, last=period.last, ranged=True, exact=True)
    months = [found for found in BARE_MONTH.finditer(before) if BETWEEN_RE.fullmatch(before, found.end())]
    if months and months[-1]["num"] and not text[period.begin].isdigit():
        months = []
    if months and period.exact and period.last:
        month = month_number(months[-1]["name"] or months[-1]["num"])
        first = Month(year=period.first.year, month=month)
        if first <= period.last:
            return Period(
                begin=start + months[-1].start(), end=period.end, first=first, last=period.last, ranged=True, exact=True
            )
    until = re.search(r"\b(?:bis|until|till)\s+(?:ende\s+|zum\s+)?$", before)
    if until:
        return Period(
            begin=start + until.start(), end=period.end, first=None, last=period.last, ranged=False, exact=period.exact
        )
    return period


def _with_begin_behind(text: str, period: Period, newest: int) -> Period:
    """The end of a period with its begin, where that stands behind it in brackets."""
    behind = BEGIN_BEHIND.match(text, period.end) if period.first is None and period.last else None
    found = match_unit(text[behind.end() :]) if behind else None
    if behind is None or found is None or period.last is None:
        return period
    unit = read_unit(found, newest, behind.end())
    if unit.first > period.last:
        return period
    end = unit.end + text.startswith(")", unit.end)
    return replace(period, end=end, first=unit.first, ranged=True, exact=period.exact and unit.exact)


def _with_cell_above(text: str, place: int, period: Period) -> Period:
    """Take in what a narrow cell left in the row above: "February to", with the month and year below it, or "since"."""
    row = text.rfind("\n", 0, period.begin) + 1
    above = match_cell_lead(text, text.rfind("\n", 0, max(0, row - 1)) + 1) if row else None
    if row and text[period.begin - 1] == "\t":
        return _with_last_cell_above(text, place, row, period)
    if above is None or above.start() < place or text[row : period.begin].strip() or not (period.first and period.last):
        return period
    tail = (period.begin, period.end)
    if above["since"]:
        since = replace(period, begin=above.start(), end=above.end(), last=None, ranged=True, tail=tail)
        if not above["begun"] or period.exact:
            return since
        return replace(since, first=Month(year=period.first.year, month=MONTH_NUMBERS[above["begun"]]), exact=True)
    first = Month(year=period.first.year, month=MONTH_NUMBERS[above["name"]])
    if not period.exact or first > period.first:
        return period
    return replace(period, begin=above.start(), end=above.end(), first=first, ranged=True, tail=tail)


def _with_last_cell_above(text: str, place: int, row: int, period: Period) -> Period:
    """The same where the cell is the last of its row: "since Feb." and the year below it."""
    cell = text.rfind("\t", text.rfind("\n", 0, row - 1) + 1, row - 1) + 1
    lead = LAST_CELL_LEAD.match(text, cell) if cell > place else None
    alone = text[period.end : period.end + 1] in {"", "\n"}
    if lead is None or not alone or period.first is None or (period.exact and lead["name"]):
        return period
    first = Month(year=period.first.year, month=MONTH_NUMBERS[lead["name"]]) if lead["name"] else period.first
    exact = period.exact or bool(lead["name"])
    return Period(
        begin=cell, end=lead.end(), first=first, last=None, ranged=True, exact=exact, tail=(period.begin, period.end)
    )


def _part_before(before: str, written: str) -> tuple[int, int] | None:
    """Where a season, quarter or week that leaves its year to the period behind it begins, and its first month."""
    found = BARE_PART.search(before)
    if found is None:
        return None
    kind = "season" if found["season"] else "week" if found["week"] else "q"
    if not re.match(rf"(?:[1-4i]{{1,3}}\.?\s?)?(?:{PART_WORD[kind]})", written):
        return None
    if kind == "season":
        return found.start(), SEASONS[found["season"]][0]
    if kind == "week":
        return found.start(), min(12, max(1, round(int(found["week"]) * 12 / 52 + 0.5)))
    word = found["q"] or found["q_n"] or found["q_r"]
    return found.start(), (int(word) if word.isdigit() else WORDS[word]) * 3 - 2
