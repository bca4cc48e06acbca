"""The line of time of a CV: periods in lanes, silent years, what is newest."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.domain.career import Career, career_of
from reviewer.domain.findings import Station
from tests.domain.findings_made import findings, month, station

TODAY = date(2026, 11, 23)


def career(*stations: Station, newest: str | None = None) -> Career:
    made = career_of(findings(*stations, newest=newest), TODAY)
    assert made is not None
    return made


def silences(made: Career) -> list[tuple[str, str]]:
    return [(str(silence.start), str(silence.end)) for silence in made.silences]


def test_a_cv_without_periods_has_no_line() -> None:
    assert career_of(findings(), TODAY) is None


def test_what_lasts_ends_this_month_and_leaves_no_silence() -> None:
    made = career(station("2020-01", None))
    assert [(str(period.end), period.ongoing) for period in made.periods] == [("2026-11", True)]
    assert silences(made) == []


@pytest.mark.parametrize(("again", "silent"), [("2016-12", []), ("2017-01", []), ("2017-02", [("2016-01", "2017-01")])])
def test_more_than_twelve_months_without_a_date_are_silent(again: str, silent: list[tuple[str, str]]) -> None:
    assert silences(career(station("2014-03", "2015-12"), station(again, None))) == silent


def test_years_without_anything_up_to_today_are_silent() -> None:
    made = career(station("2014-03", "2015-12"), newest="2015-12")
    assert silences(made) == [("2016-01", "2026-11")]
    assert (made.silences[0].months, made.newest) == (131, month("2015-12"))


def test_a_long_period_covers_the_short_ones_within_it() -> None:
    made = career(station("2000-01", "2026-01"), station("2002-01", "2002-06"), station("2003-01", "2003-06"))
    assert silences(made) == []
    assert [period.lane for period in made.periods] == [0, 1, 1]


def test_what_overlaps_beyond_the_lanes_lies_over_the_one_that_ends_first() -> None:
    made = career(*(station(f"20{number:02d}-01", f"20{20 - number:02d}-01") for number in range(4)))
    assert [period.lane for period in made.periods] == [0, 1, 2, 2]


def test_periods_that_cannot_be_are_left_out() -> None:
    made = career(
        station("1890-01", "1900-01"), station("2030-01", None), station("2015-01", "2014-01"), station("2020-01", None)
    )
    assert [str(period.start) for period in made.periods] == ["2020-01"]
