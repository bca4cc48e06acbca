"""When the backlog will be empty at the present pace, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import sqrt
from statistics import fmean, stdev

from reviewer.domain.insights import BacklogDay

WINDOW_DAYS = 28
LEAST_WORKING_DAYS = 4
"""Days with decisions within the window; with fewer there is no pace to speak of."""
_FOUR_OF_FIVE = 1.2816
"""The normal quantile that leaves a tenth on either side."""
_FURTHEST_DAYS = 3_650


class Outlook(StrEnum):
    """What can be said."""

    EMPTY = "empty"
    UNKNOWN = "unknown"
    GROWS = "grows"
    ENDS = "ends"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The day on which nobody waits any more; in four of five such cases it lies between earliest and latest.

    The days are None unless it ends; latest is None when the pace varies too much to promise any.
    """

    outlook: Outlook
    likely: date | None = None
    earliest: date | None = None
    latest: date | None = None


def forecast(backlog: Sequence[BacklogDay]) -> Forecast:
    """Carry the last four weeks' daily change on; the day on which the first applicants came is no change.

    The spread is that of the daily changes, plus what so few days leave unknown of their mean.
    """
    if not backlog or not backlog[-1].waiting:
        return Forecast(outlook=Outlook.EMPTY if backlog else Outlook.UNKNOWN)
    window = backlog[1:][-WINDOW_DAYS:]
    if sum(day.decided > 0 for day in window) < LEAST_WORKING_DAYS:
        return Forecast(outlook=Outlook.UNKNOWN)
    changes = [day.arrived - day.decided for day in window]
    mean, spread = fmean(changes), stdev(changes)
    if mean >= 0:
        return Forecast(outlook=Outlook.GROWS)
    waiting, today = backlog[-1].waiting, backlog[-1].day

    def ends_with(side: float) -> date | None:
        for days in range(1, _FURTHEST_DAYS):
            wide = spread * sqrt(days + days * days / len(changes))
            if waiting + mean * days + side * wide <= 0:
                return today + timedelta(days=days)
        return None

    return Forecast(
        outlook=Outlook.ENDS,
        likely=ends_with(0),
        earliest=ends_with(-_FOUR_OF_FIVE),
        latest=ends_with(_FOUR_OF_FIVE),
    )
