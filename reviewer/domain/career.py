"""The dated periods of a CV as one line of time: what overlaps, where it is silent, and what is newest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reviewer.domain.findings import Findings, Month, Place, Station

SILENT_MONTHS = 12
"""A gap is told when it is longer than so many months: shorter ones are usual between mandates."""
MOST_LANES = 3
_LONGEST_CAREER = 12 * 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A station on the line, both months included; lane counts from 0, ongoing ones end this month."""

    start: Month
    end: Month
    ongoing: bool
    lane: int
    title: str
    written: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Months of which nothing is dated, both included."""

    start: Month
    end: Month

    @property
    def months(self) -> int:
        """How long it lasts."""
        return self.end.number - self.start.number + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Career:
    """Periods by their beginning, and the silences between the first of them and today."""

    periods: tuple[Period, ...]
    silences: tuple[Silence, ...]
    newest: Month | None
    first: Month
    last: Month


def career_of(findings: Findings, today: date) -> Career | None:
    """The line of time of a CV up to today; None when nothing in it has a period."""
    now = Month(year=today.year, month=today.month)
    stations = [station for station in findings.stations if _is_plausible(station, now)]
    if not stations:
        return None
    periods = _in_lanes(stations, now)
    return Career(
        periods=periods,
        silences=tuple(_silences(periods, now)),
        newest=min(findings.newest_activity, now) if findings.newest_activity else None,
        first=periods[0].start,
        last=now,
    )


def month_at(number: int) -> Month:
    """The month of a number (Month.number)."""
    return Month(year=number // 12, month=number % 12 + 1)


def _is_plausible(station: Station, now: Month) -> bool:
    end = station.end or now
    return 0 <= now.number - station.start.number <= _LONGEST_CAREER and station.start <= end


def _in_lanes(stations: Iterable[Station], now: Month) -> tuple[Period, ...]:
    """Each in the first lane that is free by then; when all are taken, in the one that is free soonest."""
    free = [0] * MOST_LANES
    periods = []
    for station in sorted(stations, key=lambda station: (station.start, station.end or now)):
        end = min(station.end or now, now)
        lane = next((lane for lane in range(MOST_LANES) if free[lane] <= station.start.number), None)
        lane = free.index(min(free)) if lane is None else lane
        free[lane] = max(free[lane], end.number + 1)
        periods.append(
            Period(
                start=station.start,
                end=end,
                ongoing=station.end is None,
                lane=lane,
                title=station.title,
                written=station.place.text,
                place=station.place,
            )
        )
    return tuple(periods)


def _silences(periods: Iterable[Period], now: Month) -> Iterable[Silence]:
    covered: int | None = None
    for period in periods:
        if covered is not None and period.start.number - covered - 1 > SILENT_MONTHS:
            yield Silence(start=month_at(covered + 1), end=month_at(period.start.number - 1))
        covered = max(covered or 0, period.end.number)
    if covered is not None and now.number - covered > SILENT_MONTHS:
        yield Silence(start=month_at(covered + 1), end=now)
