"""Periods whose dash the text layer lost, as in "Sep 2023 Mar 2024", where a document writes them so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.checks.date_patterns import NOW_RE
from reviewer.checks.dates import Period
from reviewer.checks.late_patterns import late

_LEAST, _LONGEST_NOW = 3, 40
_CELL_BEGINS = late(r"(?:^|[\n\t(|,])[ ]?$")
_CELL_ENDS = re.compile(r"[ ]?(?:$|[\n\t)|,])")


def with_lost_dashes(text: str, periods: Sequence[Period]) -> list[Period]:
    """The periods of a text; two months side by side that fill their cell are one where several cells are so."""
    joined = {at: one for at in range(len(periods)) if (one := _joined(text, periods, at))}
    if len(joined) < _LEAST:
        return list(periods)
    return list(_merged(periods, joined))


def _merged(periods: Sequence[Period], joined: dict[int, Period]) -> Iterator[Period]:
    end = 0
    for at, one in enumerate(periods):
        if one.begin >= end:
            found = joined.get(at, one)
            end = found.end
            yield found


def _joined(text: str, periods: Sequence[Period], at: int) -> Period | None:
    """The period that a month begins which nothing but a blank parts from its end: another month, or what lasts."""
    one = periods[at]
    if not _is_month(one) or text[one.end : one.end + 1] != " ":
        return None
    if not _CELL_BEGINS.search(text, max(0, one.begin - 2), one.begin):
        return None
    now = NOW_RE.match(text[one.end + 1 : one.end + _LONGEST_NOW].lower())
    if now and now[0].isalpha() and _CELL_ENDS.match(text, one.end + 1 + now.end()):
        return replace(one, end=one.end + 1 + now.end(), last=None, ranged=True)
    other = periods[at + 1] if at + 1 < len(periods) else one
    follows = other.begin == one.end + 1 and _is_month(other) and _CELL_ENDS.match(text, other.end) is not None
    if not follows or not one.first or not other.last or one.first > other.last:
        return None
    return replace(one, end=other.end, last=other.last, ranged=True)


def _is_month(one: Period) -> bool:
    return one.exact and not one.ranged and one.first is not None and one.tail is None
