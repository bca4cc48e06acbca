"""When letters leave: at once or on the next working day, never in quiet hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from reviewer.domain.applicant import DecisionKind
from reviewer.settings import Settings

NEXT_WORKING_DAY = "next-working-day"
_SATURDAY = 5


class LetterSchedule:
    """The house's rules for leaving, in this computer's time zone; asked off the window's thread."""

    def __init__(self, settings: Callable[[], Settings]) -> None:
        self._settings = settings

    def leaves_at(self, kind: DecisionKind | None, moment: datetime) -> datetime:
        """When a letter approved at a moment (aware) leaves at the earliest; None is a letter without a decision."""
        settings = self._settings()
        earliest = moment + timedelta(seconds=settings.number("letters.hold_seconds"))
        if kind is DecisionKind.REJECT and settings.text("letters.rejections") == NEXT_WORKING_DAY:
            day = next_working_day(moment.astimezone().date(), settings.text("letters.holidays"))
            earliest = max(earliest, _local(day, time.fromisoformat(settings.text("letters.rejections_at")), moment))
        return self.quiet_until(earliest) or earliest

    def quiet_until(self, moment: datetime) -> datetime | None:
        """The end of the quiet hours a moment falls into; None outside them."""
        settings = self._settings()
        begin, end = settings.text("letters.quiet_from"), settings.text("letters.quiet_until")
        if not begin or not end or begin == end:
            return None
        here = moment.astimezone()
        first, last = time.fromisoformat(begin), time.fromisoformat(end)
        now = here.time()
        over_midnight = first > last
        if not (now >= first or now < last if over_midnight else first <= now < last):
            return None
        ends_tomorrow = over_midnight and now >= first
        return _local(here.date() + timedelta(days=int(ends_tomorrow)), last, moment)

    @property
    def per_minute(self) -> int:
        """How many letters the mail server is given in a minute; 0: as many as there are."""
        return self._settings().number("letters.per_minute")


def next_working_day(day: date, region: str) -> date:
    """The first day after a day that is neither a weekend nor a public holiday ("DE", "DE-BY"; empty: none)."""
    holidays = _holidays(region)
    following = day + timedelta(days=1)
    while following.weekday() >= _SATURDAY or following in holidays:
        following += timedelta(days=1)
    return following


def _holidays(region: str) -> Any:
    """A calendar that tells whether a day is a holiday; its library takes 0.2 s to load."""
    if not region:
        return frozenset()
    from holidays.countries.germany import Germany

    return Germany(subdiv=region.partition("-")[2] or None)


def _local(day: date, at: time, like: datetime) -> datetime:
    return datetime.combine(day, at).astimezone().astimezone(like.tzinfo)
