"""Dates behind which it is told how long something lasted, as in "from 03/2019, 18 months"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reviewer.checks.dates import Period
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
# What began on a day and goes on is as long as it is told to be.
_GOES_ON = re.compile(r"\W*(?:seit|since)\b", re.IGNORECASE)
_LEAST = 1


def with_lengths(text: str, periods: Iterable[Period]) -> list[Period]:
    """The periods of a text; of those with a month for a begin and no end, the end where their length is told."""
    return [_with_length(text, one) for one in periods]


def _with_length(text: str, one: Period) -> Period:
    alone = one.exact and one.first is not None and one.tail is None and (one.open or not one.ranged)
    if not alone or one.first is None or (one.open and _GOES_ON.match(text, one.begin)):
        return one
    found, below = _LASTED.match(text, one.end), None
    if not found:
        found = _NUMBER.match(text, one.end)
        below = _UNIT_BELOW.match(text, text.find("\n", found.end()) + 1) if found else None
        found = found if below else None
    if not found or int(found["months"]) < _LEAST:
        return one
    year, month = divmod(one.first.number + int(found["months"]) - 1, 12)
    last = Month(year=year, month=month + 1)
    return replace(one, end=found.end(), last=last, ranged=True, tail=below.span() if below else None)
