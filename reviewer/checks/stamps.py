"""The day a document says it is of: beside a word such as "Stand", below a letter, or alone at its head or foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from reviewer.checks.date_patterns import DAY
from reviewer.checks.dates import Period, find_periods
from reviewer.checks.given_names import folded
from reviewer.checks.late_patterns import late
from reviewer.checks.records import record
from reviewer.checks.sections import TOP
from reviewer.checks.view import View
from reviewer.checks.vocabulary import load, lowered, terms
from reviewer.domain.findings import Month, Place

_PLACE = late(r"\W*[A-ZÄÖÜ][\w ./-]{2,25},\s*(?:(?:den|am|im|in|the)\s+)?$")
# As letters and CVs are signed, "Leipzig, im September 2020"; nothing else is told so in a line of its own.
_SIGNED_IN = late(r"\W*[A-ZÄÖÜ][\w ./-]{2,25},\s*(?:im|in)\s+")
_PAGE = late(r"^\W*(?:seite|page|blatt)?\W*\d{1,2}(?:\s*(?:/|von|of)\s*\d{1,2})?\s*[|·–-]\s*(?!\d)", re.IGNORECASE)
_PART = late(r"\s[|·•]\s")
_WORD = re.compile(r"[^\W\d_]{2,}")
_HEAD_LINES, _FOOT_LINES = 12, 5
_MOST_ANNOUNCING = 5
_MOST_OF_A_HEADING, _HALF = 8, 0.5
_COURSES = frozenset(("training", "education"))


@record
class Stamp:
    """The day a document says it is of."""

    month: Month
    place: Place | None


def _is_announced(words: str) -> bool:
    """Whether words announce a document's day."""
    low = lowered(words)
    # Looked for first, as few dates have one of these before them.
    if "stand" not in low and not any(map(low.__contains__, load("claims")["stamp"])):
        return False
    return _announced().search(words) is not None


@cache
def _announced() -> re.Pattern[str]:
    """Words that announce a document's day, with a few of any kind before the date."""
    words = "|".join(re.escape(word) for word in load("claims")["stamp"])
    kinds = r"dokument\w*|daten|profil|projekt\w*|druck|cv|(?:[a-zäöüß]{4,12}(?:ungs|ions))"
    return re.compile(
        rf"(?:^|[\s(,|·–]|^.*\W)(?:{words}|(?:{kinds})[- ]?stand(?:\s+(?:der|des)\s+[\w-]+)?)"
        r"\W*(?:[\w.]+\W+){0,3}$",
        re.IGNORECASE,
    )


def find_stamp(view: View) -> Stamp | None:
    """The newest day that the text or what repeats at its edges tells, and that no entry goes beyond."""
    found = [
        Stamp(month=one.last, place=view.flow.place(_first_word(view, one), one.end))
        for one in view.periods
        if one.last and not one.ranged and not _in_station(view, one) and _is_stamp(view, one)
    ]
    found += _stamps_of_furniture(view)
    told = [_surely_after(one.stint.period) for one in (*view.stations, *view.umbrellas)]
    newest = max((month for month in told if month and month <= view.today), default=None)
    past = [one for one in found if one.month <= view.today and not (newest and newest.number > one.month.number + 2)]
    return max(past, key=lambda one: one.month) if past else None


def _first_word(view: View, one: Period) -> int:
    """Where the few words begin that announce a date, as in "Correct as at May 2020" or "Ulm, May 2020"."""
    begin = view.flow.starts[view.flow.line_at(one.begin)]
    announced = _PART.split(view.flow.text[begin : one.begin])[-1]
    few = len(announced.split()) <= _MOST_ANNOUNCING
    leads = few and (_is_announced(announced) or _PLACE.fullmatch(announced))
    return one.begin - len(announced.lstrip()) if leads else one.begin


def _is_stamp(view: View, one: Period) -> bool:
    text = view.flow.text
    row = text.rfind("\n", 0, one.begin) + 1
    end = text.find("\n", one.end)
    told, after = text[row : one.begin], text[one.end : len(text) if end < 0 else end]
    if _is_of_form(told):
        return False
    if _is_announced(told):
        return True
    if not one.exact:
        return False
    edge = _is_at_edge(view, one)
    if edge and _tells_nothing_else(view, told + " " + after):
        return True
    day = DAY.fullmatch(text[one.begin : one.end]) is not None or (
        not after.strip() and _SIGNED_IN.fullmatch(told) is not None
    )
    if not day and _is_listed_among_courses(view, one):
        return False
    return (edge or day) and _is_signed(view, told) and not _is_anothers_paper(view, one)


def _is_listed_among_courses(view: View, one: Period) -> bool:
    """Whether a date's line follows others without a gap where courses, certificates and the like are listed."""
    number = view.flow.line_at(one.begin)
    section = next((each for each in view.sections if each.first <= number < each.last), None)
    if section is None or section.kind not in _COURSES or number == section.first:
        return False
    line, above = view.flow.lines[number], view.flow.lines[number - 1]
    return line.page == above.page and line.rect[1] - above.rect[3] < _HALF * line.size


def _is_at_edge(view: View, one: Period) -> bool:
    """Whether a date stands in the document's head, above all headings, in its last lines, or alone below a heading."""
    number = view.flow.line_at(one.begin)
    if any(section.first == number == section.last - 1 for section in view.sections):
        return True
    head = view.sections[0].last if view.sections[0].kind == TOP else 0
    return number < min(head, _HEAD_LINES) or number >= len(view.flow.lines) - _FOOT_LINES


def _tells_nothing_else(view: View, beside: str) -> bool:
    """Whether beside a date stands nothing but the person's name, the kind of document and the page's number."""
    return all(word in _plain_words() or word in view.name.parts for word in map(folded, _WORD.findall(beside)))


@cache
def _plain_words() -> frozenset[str]:
    return frozenset(load("claims")["paper"])


def _is_signed(view: View, told: str) -> bool:
    """Whether a place stands before a date, as below a letter, perhaps behind the page's number or a name."""
    rest = _PAGE.sub("", told)
    parts = rest.split(",")
    if len(parts) > 2 and _tells_nothing_else(view, parts[0]):
        rest = ",".join(parts[1:])
    return _PLACE.fullmatch(rest) is not None


def _is_anothers_paper(view: View, one: Period) -> bool:
    """Whether a date's page is a reference or a certificate that was bound in."""
    page = view.flow.lines[view.flow.line_at(one.begin)].page
    titles = (line.text for line in view.flow.lines if line.page == page and len(line.pieces) <= _MOST_OF_A_HEADING)
    return any(any(begin == 0 for begin, _ in terms("claims", "anothers_paper").find(lowered(text))) for text in titles)


def _is_of_form(before: str) -> bool:
    """Whether words before a date speak of a form, of terms or of another's paper, not of what the document tells."""
    low = lowered(before)
    return terms("claims", "form").hits(low) or terms("claims", "anothers_paper").hits(low)


def _surely_after(period: Period) -> Month | None:
    """The latest month that a period surely reaches; of a year alone that is its first."""
    if period.last is None or period.exact:
        return period.last or period.first
    return Month(year=period.last.year, month=1)


def _in_station(view: View, period: Period) -> bool:
    return any(one.stint.period is period for one in (*view.stations, *view.umbrellas, *view.others))


def _stamps_of_furniture(view: View) -> Iterator[Stamp]:
    day = date(view.today.year, view.today.month, 1)
    texts = [(line.text, Place(page=line.page, rect=line.rect, text=line.text)) for line in view.flow.furniture]
    for text, place in (*texts, *((line, None) for margin in view.margins for line in margin.split("\n"))):
        for one in find_periods(text, day):
            told = _PART.split(text[: one.begin])[-1]
            if one.last is None or one.ranged or _is_of_form(told):
                continue
            alone = one.exact and (_is_signed(view, told) or _tells_nothing_else(view, told + " " + text[one.end :]))
            if alone or _is_announced(told):
                yield Stamp(month=one.last, place=place)
