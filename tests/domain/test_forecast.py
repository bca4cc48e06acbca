"""Where a backlog leads: nowhere, upwards, or to a day with its uncertainty."""

from __future__ import annotations

from datetime import date, timedelta

from reviewer.domain.forecast import Forecast, Outlook, forecast
from reviewer.domain.insights import BacklogDay

FIRST = date(2026, 10, 1)
NOTHING = (0, 0)


def backlog(start: int, *changes: tuple[int, int]) -> list[BacklogDay]:
    """Days after a first one on which start applicants came: (arrived, decided) each."""
    days = [BacklogDay(day=FIRST, waiting=start, decided=0, arrived=start)]
    for number, (arrived, decided) in enumerate(changes, start=1):
        waiting = days[-1].waiting + arrived - decided
        days.append(BacklogDay(day=FIRST + timedelta(days=number), waiting=waiting, decided=decided, arrived=arrived))
    return days


def test_without_applicants_nothing_is_known() -> None:
    assert forecast([]).outlook is Outlook.UNKNOWN


def test_when_nobody_waits_it_is_empty() -> None:
    assert forecast(backlog(2, (0, 2))).outlook is Outlook.EMPTY


def test_a_few_days_are_no_pace() -> None:
    assert forecast(backlog(100, (0, 9), (0, 9), (0, 9), *[NOTHING] * 20)).outlook is Outlook.UNKNOWN


def test_more_coming_than_going_is_said_so() -> None:
    assert forecast(backlog(100, *[(4, 2)] * 28)).outlook is Outlook.GROWS


def test_an_even_pace_ends_on_one_day() -> None:
    told = forecast(backlog(100, *[(0, 2)] * 28))
    end = FIRST + timedelta(days=28 + 22)
    assert told == Forecast(outlook=Outlook.ENDS, likely=end, earliest=end, latest=end)


def test_an_uneven_pace_ends_within_a_span_around_the_likely_day() -> None:
    told = forecast(backlog(100, *[(0, 4), NOTHING] * 14))
    assert told.earliest is not None
    assert told.likely is not None
    assert told.latest is not None
    assert told.earliest < told.likely < told.latest


def test_a_pace_that_varies_too_much_promises_no_latest_day() -> None:
    told = forecast(backlog(400, *[(9, 0), (0, 10), (12, 0), (0, 12)] * 7))
    assert (told.outlook, told.likely is not None, told.latest) == (Outlook.ENDS, True, None)


def test_the_day_on_which_the_first_applicants_came_is_no_change() -> None:
    assert forecast(backlog(5_000, *[(0, 5)] * 10)).outlook is Outlook.ENDS
