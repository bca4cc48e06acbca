"""Dates and times are read in ISO and German form, into UTC."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.errors import Refused
from reviewer.intake.moments import read_moment


@pytest.mark.parametrize(
    ("text", "moment"),
    (
        ("2017-05-04", (2017, 5, 3, 22, 0)),
        ("2017-01-04", (2017, 1, 3, 23, 0)),
        ("2017-05-04T14:02:11+02:00", (2017, 5, 4, 12, 2, 11)),
        ("2017-05-04T14:02:11.25Z", (2017, 5, 4, 14, 2, 11, 250_000)),
        ("2017-05-04 14:02", (2017, 5, 4, 12, 2)),
        ("2017-05-04T14:02:11-0500", (2017, 5, 4, 19, 2, 11)),
        ("04.05.2017", (2017, 5, 3, 22, 0)),
        ("4.5.2017", (2017, 5, 3, 22, 0)),
        ("04.05.2017 14:02", (2017, 5, 4, 12, 2)),
        ("04.05.2017, 14:02 Uhr", (2017, 5, 4, 12, 2)),
        ("04.05.2017 14.02 uhr", (2017, 5, 4, 12, 2)),
        ("04.05.2017 14:02:11 MESZ", (2017, 5, 4, 12, 2, 11)),
        ("04.01.2017 14:02 +01:00", (2017, 1, 4, 13, 2)),
        ("29.10.2017 02:30", (2017, 10, 29, 0, 30)),
        (" 2017-05-04 ", (2017, 5, 3, 22, 0)),
    ),
)
def test_a_date_is_a_moment_in_utc_and_berlin_where_no_zone_stands(text: str, moment: tuple[int, ...]) -> None:
    year, month, day, hour, minute, second, microsecond = (*moment, 0, 0)[:7]
    expected = datetime(year, month, day, hour, minute, second, microsecond, tzinfo=UTC)
    assert read_moment(text) == expected


def test_no_date_is_no_moment() -> None:
    assert read_moment("  ") is None


@given(st.floats(min_value=86_400, max_value=4_102_000_000))
def test_every_iso_moment_is_read_back(seconds: float) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    assert read_moment(moment.isoformat()) == moment


@given(st.text(alphabet="0123456789-.:+TZ ,Uhrx\u0665", max_size=30) | st.text(max_size=80))
def test_any_text_is_a_moment_or_is_refused(text: str) -> None:
    try:
        moment = read_moment(text)
    except Refused:
        return
    assert moment is None or moment.tzinfo is UTC
