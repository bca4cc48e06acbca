"""What can be counted in the stations of a drafted CV, to hold its truth against."""

from __future__ import annotations

from itertools import pairwise

from tests.corpus.blind.careers import months_between
from tests.corpus.blind.model import TODAY, Draft, Station


def stations(one: Draft) -> list[Station]:
    """All of them, the earliest first."""
    found = [station for section in one.sections for station in section.stations]
    return sorted(found, key=lambda station: station.start)


def longest_silence(one: Draft) -> int:
    """In months between two stations, whatever lay before; not until today."""
    longest, reached = 0, stations(one)[0].start
    for before, after in pairwise(stations(one)):
        reached = max(reached, before.end or TODAY)
        longest = max(longest, months_between(reached, after.start) - 1)
    return longest


def silent_since(one: Draft) -> int:
    """Months since the last station ended; 0 while one goes on."""
    return months_between(max(station.end or TODAY for station in stations(one)), TODAY)
