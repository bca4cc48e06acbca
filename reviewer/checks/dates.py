"""Dates as CVs write them: months, quarters, seasons and years, alone or as periods, in German and English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from reviewer.domain.findings import Month

_MONTHS = (
    "januar jänner jan january",
    "februar feber feb february febr",
    "märz mär mrz march mar maerz",
    "april apr",
    "mai may",
    "juni jun june",
    "juli jul july",
    "august aug",
    "september sept sep",
    "oktober okt october oct",
    "november nov",
    "dezember dez december dec",
)
MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_SEASONS = {
    "frühjahr": (3, 5),
    "frühling": (3, 5),
    "spring": (3, 5),
    "sommer": (6, 8),
    "summer": (6, 8),
    "herbst": (9, 11),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 12),
    "anfang": (1, 3),
    "early": (1, 3),
    "mitte": (5, 7),
    "mid": (5, 7),
    "ende": (10, 12),
    "late": (10, 12),
    "jahreswechsel": (12, 12),
}
_MONTH_NAMES = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_SEASON_NAMES = "|".join(sorted(_SEASONS, key=len, reverse=True))
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_SHORT = r"['’]?\d\d"
_NOW = (
    r"heute|jetzt|dato|laufend|andauernd|aktuell|gegenwart|present|today|now|date|ongoing|current|currently|to\s+date"
    r"|fortlaufend|lfd\.?|noch\s+laufend|bis\s+auf\s+weiteres|offen|continuing"
)
_UNIT = rf"""
    (?P<iso>(?P<iso_y>{_YEAR})-(?P<iso_m>0[1-9]|1[0-2])(?:-(?:[0-2]\d|3[01]))?(?![\d]))
  | (?P<day>(?:[0-2]?\d|3[01])\.[ ]?(?P<day_m>0?[1-9]|1[0-2])\.[ ]?(?P<day_y>{_YEAR}|\d\d(?!\d)))
  | (?P<uk>(?:[0-2]?\d|3[01])/(?P<uk_m>0?[1-9]|1[0-2])/(?P<uk_y>{_YEAR}))
  | (?P<num>(?P<num_m>0?[1-9]|1[0-2])[ ]?[/.][ ]?(?P<num_y>{_YEAR}))
  | (?P<dash>(?P<dash_m>0[1-9]|1[0-2])-(?P<dash_y>{_YEAR}))
  | (?P<back>(?P<back_y>{_YEAR})[ ]?[/.][ ]?(?P<back_m>0[1-9]|1[0-2])(?!\d))
  | (?P<two>(?P<two_m>0[1-9]|1[0-2])[ ]?[/.][ ]?(?P<two_y>['’]?\d\d)(?![\d.,/]))
  | (?P<name>(?:(?:[0-2]?\d|3[01])(?:\.|st|nd|rd|th)?[ \t]+)?(?P<name_m>{_MONTH_NAMES})(?![^\W\d_])\.?,?[\s\-/]*
        (?:(?:[0-2]?\d|3[01])(?:st|nd|rd|th)?,\s+)?(?P<name_y>{_YEAR}|['’]?\d\d(?!\d|[.:]\d)))
  | (?P<first>(?P<first_y>{_YEAR})\s+(?P<first_m>{_MONTH_NAMES})\b\.?)
  | (?P<quarter>(?:q\s?(?P<q1>[1-4])|(?P<q2>[1-4])\.?\s?(?:quartal|quarter|q\b|qtr)|(?P<q3>i{{1,3}}|iv)\.?\s?quartal
        |(?P<q4>first|second|third|fourth)\s+quarter(?:\s+of)?)
        [\s./-]*(?P<quarter_y>{_YEAR}|['’]?\d\d(?!\d)))
  | (?P<half>(?:h\s?(?P<h1>[12])|(?P<h2>[12])\.?\s?(?:halbjahr|hj\b|half\b|h\b)
        |(?P<h3>erstes|zweites|first|second)\s+(?:halbjahr|half)(?:\s+(?:of|des\s+jahres))?)
        [\s./-]*(?P<half_y>{_YEAR}|['’]?\d\d(?!\d)))
  | (?P<halved>(?P<halved_y>{_YEAR})[\s/-]*h(?P<halved_h>[12]))
  | (?P<roman>(?P<roman_m>x?i{{1,3}}|i?v|vi{{1,3}}|i?x|xi{{0,2}})[ ]?[/.-][ ]?(?P<roman_y>{_YEAR}))
  | (?P<week>(?:kw|cw|wk|week|woche)\.?\s?(?P<week_w>[0-5]?\d)[\s/.-]+(?P<week_y>{_YEAR}))
  | (?P<spaced>(?P<spaced_m>0[1-9]|1[0-2])[ ](?P<spaced_y>{_YEAR}))
  | (?P<turned>(?P<turned_y>{_YEAR})[\s/-]*q(?P<turned_q>[1-4]))
  | (?P<season>(?P<season_n>{_SEASON_NAMES})[\s-]*(?:des\s+jahres\s+|of\s+)?(?P<season_y>{_YEAR}|['’]\d\d(?!\d)))
  | (?P<year>(?P<year_y>{_YEAR}|['’][5-9]\d|['’][0-3]\d)(?![\d%]|[.,]\d))
"""
_WORDS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "erstes": 1,
    "zweites": 2,
}
_ROMAN_NAMES = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN = {name: number for number, name in enumerate(_ROMAN_NAMES, start=1)}
_BETWEEN = (
    r"\s*(?:[-–—−‒~→>·]+|\bbis(?:\s+(?:einschl\.?|einschließlich|ende|zum|zu))?\b|\bto\b|\buntil\b|\btill\b"
    r"|\bthrough\b|\bund\b|\band\b|\s/\s|\.\.+|…)\s*"
)
_LEAD = re.compile(
    r"(?:\b(?P<since>seit|ab|since|from|starting|beginning)|\b(?P<by>zwischen|between|von|vom))"
    r"\s*(?:dem\s+(?:jahre?\s+)?|the\s+(?:year\s+|(?:beginning|start|end)\s+of\s+)?|beginn\s+|begin\s+)?$",
    re.IGNORECASE,
)
_UNIT_RE = re.compile(rf"(?<![\w.,/:€$£#+-])(?:{_UNIT})(?!\w)", re.IGNORECASE | re.VERBOSE)
_BETWEEN_RE = re.compile(_BETWEEN, re.IGNORECASE)
_NOW_RE = re.compile(rf"(?:{_NOW})(?!\w)", re.IGNORECASE)
_GOING_ON = re.compile(r"\s*\(?(?:laufend|ongoing|andauernd|fortlaufend)\)?(?!\w)", re.IGNORECASE)
_AFTER_RE = re.compile(rf"(?:{_UNIT})(?!\w)", re.IGNORECASE | re.VERBOSE)
_SHORT_END = re.compile(rf"(?:(?P<m>0?[1-9]|1[0-2])\s?[/.]\s?)?(?P<y>{_SHORT})(?!\w|[./]\d)")
_NORM = re.compile(
    r"\b(?:ISO|IEC|DIN|EN|IATF|ISO/TS|TS|VDA|SAE|ASTM|EU|IFRS|BGB|Windows|Office|Server|SAP|MS|Exchange|AutoCAD)\b"
    r"(?:[ /-](?:[A-Z]{2,8}\b)?)*[ -]?\d[\d:/.-]*(?:[ ]?/[ ]?\d[\d:]*)*"
)
_BARE_MONTH = re.compile(
    rf"(?<![\w./-])(?:(?P<name>{_MONTH_NAMES})\b\.?|(?P<num>0?[1-9]|1[0-2])\.?)(?={_BETWEEN})", re.IGNORECASE
)
_LONE_MONTH = re.compile(rf"(?P<name>{_MONTH_NAMES})(?![^\W\d_])\.?(?!\s*['’]?\d)", re.IGNORECASE)
_LONE_YEAR = re.compile(rf"(?P<year>{_YEAR})(?![\d.,/])")
_ROW = 160
_SLASH_YEARS = re.compile(r"/\s?(?P<y>\d\d|20\d\d)(?![\d/.])")
_FORWARD_SIGN = re.compile(r"\s*[-–—]\s*(?=$|\n\s*$|[,;)|])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A date or period in a text: text[begin:end]; last is None while it goes on, first is None after a bare "until".

    exact says that months were written; ranged that it has two ends or goes on.
    """

    begin: int
    end: int
    first: Month | None
    last: Month | None
    ranged: bool
    exact: bool

    @property
    def open(self) -> bool:
        return self.last is None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    begin: int
    end: int
    first: Month
    last: Month
    exact: bool
    bare: bool = False


def _full_year(written: str, newest: int) -> int:
    """Two digits mean the latest such year that is not far in the future."""
    digits = written.lstrip("'’")
    if len(digits) == 4:
        return int(digits)
    year = 2000 + int(digits)
    return year if year <= newest + 2 else year - 100


def _span(year: int, first: int, last: int) -> tuple[Month, Month]:
    return Month(year=year, month=first), Month(year=year, month=last)


def _read_unit(found: re.Match[str], newest: int) -> _Unit:
    group = found.groupdict()
    kind = next(name for name in _KINDS if group[name] is not None)
    exact = kind != "year"
    if kind in {"quarter", "turned", "half", "halved"}:
        year = _full_year(group[f"{kind}_y"], newest)
        first, last = _span(year, *_part_of_year(group))
    elif kind == "week":
        month = min(12, max(1, round(int(group["week_w"]) * 12 / 52 + 0.5)))
        first, last = _span(int(group["week_y"]), month, month)
    elif kind == "season":
        months = _SEASONS[group["season_n"].lower()]
        first, last = _span(_full_year(group["season_y"], newest), *months)
    elif kind == "year":
        first, last = _span(_full_year(group["year_y"], newest), 1, 12)
    else:
        written = group[f"{kind}_m"].lower()
        month = int(written) if written.isdigit() else MONTH_NUMBERS.get(written) or _ROMAN[written]
        first, last = _span(_full_year(group[f"{kind}_y"], newest), month, month)
    return _Unit(begin=found.start(), end=found.end(), first=first, last=last, exact=exact, bare=kind == "year")


def _part_of_year(group: dict[str, str | None]) -> tuple[int, int]:
    """The first and last month of a written quarter or half."""
    word = next((group[name] for name in ("q1", "q2", "q3", "q4", "turned_q") if group[name]), None)
    if word:
        number = int(word) if word.isdigit() else _WORDS[word.lower()]
        return number * 3 - 2, number * 3
    word = next(group[name] for name in ("h1", "h2", "h3", "halved_h") if group[name])
    assert word
    number = int(word) if word.isdigit() else _WORDS[word.lower()]
    return number * 6 - 5, number * 6


_KINDS = (
    "half",
    "halved",
    "roman",
    "week",
    "spaced",
    "iso",
    "day",
    "uk",
    "num",
    "dash",
    "back",
    "two",
    "name",
    "first",
    "quarter",
    "turned",
    "season",
    "year",
)


@cache
def _month_unit(written: str) -> int:
    lowered = written.lower().rstrip(".")
    return int(lowered) if lowered.isdigit() else MONTH_NUMBERS[lowered]


def find_periods(text: str, today: date) -> list[Period]:
    """All dates and periods of a text in order, none overlapping; a period may run over a line's end."""
    periods: list[Period] = []
    place = 0
    norms = [found.span() for found in _NORM.finditer(text)]
    while found := _UNIT_RE.search(text, place):
        if any(begin <= found.start() < end for begin, end in norms):
            place = found.end()
            continue
        unit = _read_unit(found, today.year)
        period = _extend(text, unit, today.year)
        start = max(place, period.begin - 24)
        period = _with_lead(text, start, period)
        periods.append(period)
        place = max(period.end, found.end())
    return periods


def _extend(text: str, unit: _Unit, newest: int) -> Period:
    """The period that begins with a unit, or the unit alone."""
    slash = _SLASH_YEARS.match(text, unit.end) if unit.bare else None
    if slash:
        year = int(slash["y"]) if len(slash["y"]) == 4 else unit.first.year // 100 * 100 + int(slash["y"])
        if unit.first.year < year <= unit.first.year + 2:
            last = Month(year=year, month=12)
            widened = _Unit(begin=unit.begin, end=slash.end(), first=unit.first, last=last, exact=False)
            return _joined(text, widened, newest, ranged=True)
    return _joined(text, unit, newest, ranged=False)


def _joined(text: str, unit: _Unit, newest: int, *, ranged: bool) -> Period:
    between = _BETWEEN_RE.match(text, unit.end)
    if between:
        end = _find_end(text, between.end(), unit, newest)
        end = end or _find_end_below(text, between.end(), unit, newest)
        if end is not None:
            return end
        sign = _FORWARD_SIGN.match(text, unit.end)
        if sign and (unit.exact or not text[text.rfind("\n", 0, unit.begin) + 1 : unit.begin].strip()):
            return _period(unit, sign.end(), None, ranged=True)
    now = _GOING_ON.match(text, unit.end)
    if now:
        return _period(unit, now.end(), None, ranged=True)
    return _period(unit, unit.end, unit.last, ranged=ranged)


def _find_end(text: str, place: int, unit: _Unit, newest: int) -> Period | None:
    now = _NOW_RE.match(text, place)
    if now:
        return _period(unit, now.end(), None, ranged=True)
    found = _AFTER_RE.match(text, place)
    if found:
        other = _read_unit(found, newest)
        if other.last < unit.first or other.last.year - unit.first.year > 60:
            return None
        exact = unit.exact and other.exact
        return Period(begin=unit.begin, end=other.end, first=unit.first, last=other.last, ranged=True, exact=exact)
    short = _SHORT_END.match(text, place)
    if short and (unit.bare or short["m"]):
        year = unit.first.year // 100 * 100 + int(short["y"].lstrip("'’"))
        last = Month(year=year, month=int(short["m"] or 12))
        if unit.first <= last and year <= newest + 2:
            return Period(
                begin=unit.begin, end=short.end(), first=unit.first, last=last, ranged=True, exact=bool(short["m"])
            )
    return None


def _find_end_below(text: str, place: int, unit: _Unit, newest: int) -> Period | None:
    """The end of a period that a narrow cell broke, while the row goes on in the next cell."""
    month = _LONE_MONTH.match(text, place)
    cell = month.end() if month else place
    if text[cell : cell + 1] not in {"\t", " "} or "\n" not in text[cell : cell + _ROW]:
        return None
    below = text.index("\n", cell) + 1
    found = _LONE_YEAR.match(text, below) if month else _AFTER_RE.match(text, below)
    if not found:
        return None
    if month:
        number = MONTH_NUMBERS[month["name"].lower()]
        last = Month(year=int(found["year"]), month=number)
    else:
        last = _read_unit(found, newest).last
    if last < unit.first:
        return None
    return Period(begin=unit.begin, end=cell, first=unit.first, last=last, ranged=True, exact=unit.exact)


def _period(unit: _Unit, end: int, last: Month | None, *, ranged: bool) -> Period:
    return Period(begin=unit.begin, end=end, first=unit.first, last=last, ranged=ranged, exact=unit.exact)


def _with_lead(text: str, start: int, period: Period) -> Period:
    """Take in what stands before: "seit" opens a single date, "bis" turns it to an end, "03 – " lends its month."""
    before = text[start : period.begin]
    lead = _LEAD.search(before)
    if lead and lead["since"] and not period.ranged:
        return Period(
            begin=start + lead.start(), end=period.end, first=period.first, last=None, ranged=True, exact=period.exact
        )
    if period.ranged or period.first is None:
        return period
    months = [found for found in _BARE_MONTH.finditer(before) if _BETWEEN_RE.fullmatch(before, found.end())]
    if months and period.exact and period.last:
        month = _month_unit(months[-1]["name"] or months[-1]["num"])
        first = Month(year=period.first.year, month=month)
        if first <= period.last:
            return Period(
                begin=start + months[-1].start(), end=period.end, first=first, last=period.last, ranged=True, exact=True
            )
    until = re.search(r"\b(?:bis|until|till)\s+(?:ende\s+|zum\s+)?$", before, re.IGNORECASE)
    if until:
        return Period(
            begin=start + until.start(), end=period.end, first=None, last=period.last, ranged=False, exact=period.exact
        )
    return period
