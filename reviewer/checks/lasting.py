"""Dates beside which it is told how long something lasted: "from 03/2019, 18 months", "18 months from March 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reviewer.checks.dates import Period
from reviewer.checks.durations import NUMBER, count_of
from reviewer.checks.late_patterns import late
from reviewer.domain.findings import Month

_LASTED = re.compile(
    r"[ \t]*[,;(–|-]{0,2}[ \t]*(?:(?:dauer|laufzeit|duration|term|für|for|over|über)[ \t]*:?[ \t]*)?(?:ca\.[ \t]*)?"
    r"(?P<months>\d{1,2})[ \t\n]?(?:Monate?n?|Mon\.|Mte?\.|months?|mths?|mos?\.?)(?!\w)\)?",
    re.IGNORECASE,
)
# The same where a narrow cell broke it, while the row goes on in the next cell.
_NUMBER = late(r"[ ]*[,;(–|-]{0,2}[ ]*(?P<months>\d{1,2})[ ]?(?=\t)")
_UNIT_BELOW = late(r"(?:Monate?n?|Mon\.|months?|mths?)(?!\w)\)?(?=[ ]?(?:\t|\n|$))", re.IGNORECASE)
# The same before the date, whose first word may be the last here.
_LASTED_FROM = late(
    rf"(?<!\w){NUMBER}[ ](?:Monate?n?|months?)[ ](?:lang[ ])?(?:(?:ab|seit|from|starting|beginning)[ ](?:in[ ])?)?$",
    re.IGNORECASE,
)
_FROM = late(r"(?:ab|seit|from|starting|beginning)\b", re.IGNORECASE)
_UNITS = ("monate ", "monaten ", "months ", "lang ")
_REACH = 40
# What began on a day and goes on is as long as it is told to be.
_GOES_ON = re.compile(r"\W*(?:seit|since)\b", re.IGNORECASE)
_LEAST = 1


def with_lengths(text: str, periods: Iterable[Period]) -> list[Period]:
    """The periods of a text; of those with a month for a begin and no end, the end where their length is told."""
    return [_with_length(text, one) for one in periods]


def _with_length(text: str, one: Period) -> Period:
    alone = one.exact and one.first is not None and one.tail is None and (one.open or not one.ranged)
    if not alone or one.first is None:
        return one
    before = _LASTED_FROM.search(text, max(0, one.begin - _REACH), one.begin)
    if before and (not before[0].lower().endswith(_UNITS) or _FROM.match(text, one.begin)):
        return replace(_lasting(one, one.first, count_of(before["number"].lower())), begin=before.start())
    if one.open and _GOES_ON.match(text, one.begin):
        return one
    found, below = _LASTED.match(text, one.end), None
    if not found:
        found = _NUMBER.match(text, one.end)
        below = _UNIT_BELOW.match(text, text.find("\n", found.end()) + 1) if found else None
        found = found if below else None
    if not found or int(found["months"]) < _LEAST:
        return one
    return replace(
        _lasting(one, one.first, int(found["months"])), end=found.end(), tail=below.span() if below else None
    )


def _lasting(one: Period, first: Month, months: int) -> Period:
    year, month = divmod(first.number + months - 1, 12)
    return replace(one, last=Month(year=year, month=month + 1), ranged=True)
