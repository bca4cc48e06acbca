"""When letters leave: feedback after its hold, rejections on the next working day, nothing in quiet hours."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from reviewer.domain.applicant import DecisionKind
from reviewer.errors import Refused
from reviewer.mail.schedule import LetterSchedule, next_working_day
from reviewer.settings import Settings, check

WEDNESDAY = datetime(2026, 11, 25, 16, 0).astimezone()
FRIDAY = datetime(2026, 11, 27, 7, 0).astimezone()


def schedule(**values: str | int) -> LetterSchedule:
    settings = Settings(values={f"letters.{key}": value for key, value in values.items()})
    return LetterSchedule(lambda: settings)


def local(*parts: int) -> datetime:
    return datetime(*parts).astimezone()  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", [DecisionKind.FEEDBACK, DecisionKind.ACCEPT, None])
def test_what_helps_leaves_after_its_hold(kind: DecisionKind | None) -> None:
    assert schedule().leaves_at(kind, WEDNESDAY) == WEDNESDAY + timedelta(seconds=30)


def test_a_rejection_leaves_on_the_next_working_day() -> None:
    assert schedule().leaves_at(DecisionKind.REJECT, WEDNESDAY) == local(2026, 11, 26, 8, 30)
    assert schedule().leaves_at(DecisionKind.REJECT, FRIDAY) == local(2026, 11, 30, 8, 30)
    at_ten = schedule(rejections_at="10:00")
    assert at_ten.leaves_at(DecisionKind.REJECT, WEDNESDAY) == local(2026, 11, 26, 10, 0)


def test_a_house_may_let_rejections_leave_as_other_letters() -> None:
    at_once = schedule(rejections="at-once", hold_seconds=0)
    assert at_once.leaves_at(DecisionKind.REJECT, WEDNESDAY) == WEDNESDAY


@pytest.mark.parametrize(
    ("day", "region", "following"),
    [
        (date(2026, 12, 24), "DE", date(2026, 12, 28)),
        (date(2026, 12, 24), "", date(2026, 12, 25)),
        (date(2026, 1, 5), "DE", date(2026, 1, 6)),
        (date(2026, 1, 5), "DE-BY", date(2026, 1, 7)),
        (date(2026, 4, 2), "DE-BE", date(2026, 4, 7)),
    ],
    ids=["christmas", "no holidays", "epiphany", "epiphany in Bavaria", "easter"],
)
def test_weekends_and_holidays_are_no_working_days(day: date, region: str, following: date) -> None:
    assert next_working_day(day, region) == following


@pytest.mark.parametrize(
    ("moment", "end"),
    [
        (local(2026, 11, 25, 21, 0), local(2026, 11, 26, 7, 0)),
        (local(2026, 11, 26, 6, 59), local(2026, 11, 26, 7, 0)),
        (local(2026, 11, 26, 7, 0), None),
        (local(2026, 11, 25, 19, 59), None),
    ],
)
def test_quiet_hours_may_go_over_midnight(moment: datetime, end: datetime | None) -> None:
    quiet = schedule(quiet_from="20:00", quiet_until="07:00")
    assert quiet.quiet_until(moment) == end
    assert quiet.leaves_at(DecisionKind.FEEDBACK, moment) == (end or moment + timedelta(seconds=30))


def test_quiet_hours_may_lie_within_a_day() -> None:
    siesta = schedule(quiet_from="12:00", quiet_until="13:00")
    assert siesta.quiet_until(local(2026, 11, 25, 12, 30)) == local(2026, 11, 25, 13, 0)
    assert siesta.quiet_until(local(2026, 11, 25, 13, 30)) is None


def test_a_time_of_day_is_checked_when_it_is_set() -> None:
    assert check("letters.quiet_from", "20:00") == "20:00"
    assert check("letters.quiet_from", "") == ""
    for wrong in ("8:30", "24:00", "12:60", "morning"):
        with pytest.raises(Refused, match="setting-not-a-time"):
            check("letters.rejections_at", wrong)
    with pytest.raises(Refused, match="setting-not-a-choice"):
        check("letters.holidays", "FR")
