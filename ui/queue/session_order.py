"""Whom a person left for later today, and who comes next because of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain

from reviewer.domain.ids import ApplicantKey


class SessionOrder:
    """Remembers in memory, for one day, who was not wanted now; they come last, in the order they were left."""

    def __init__(self) -> None:
        self._day: date | None = None
        self._later: dict[ApplicantKey, None] = {}

    def skip(self, key: ApplicantKey, today: date) -> None:
        """Put an applicant behind all others, those left before included."""
        self._turn_to(today)
        self._later.pop(key, None)
        self._later[key] = None

    def later(self, today: date) -> tuple[ApplicantKey, ...]:
        """Who was left today, the first one first."""
        self._turn_to(today)
        return tuple(self._later)

    def arrange(
        self,
        onwards: Iterable[ApplicantKey],
        everybody: Callable[[], Iterable[ApplicantKey]],
        after: ApplicantKey | None,
        today: date,
    ) -> Iterator[ApplicantKey]:
        """Everybody but after, once each: those onwards, then from the first again, then those left for later."""
        left = self.later(today)
        given = {after, *left}
        for key in chain(onwards, _later(everybody)):
            if key not in given:
                given.add(key)
                yield key
        here = set(everybody()) if left else set()
        begin = left.index(after) + 1 if after in left else 0
        for key in (*left[begin:], *left[:begin]):
            if key in here and key != after:
                yield key

    def _turn_to(self, today: date) -> None:
        if self._day != today:
            self._day = today
            self._later.clear()


def _later(make: Callable[[], Iterable[ApplicantKey]]) -> Iterator[ApplicantKey]:
    """The same, asked for only when it is needed."""
    yield from make()
