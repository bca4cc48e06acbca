"""The ladder: which rung is next and when one falls due."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from reviewer.domain.applicant import LAST_RUNG, Applicant, State

DEFAULT_DAYS = (14, 14, 10)


def next_rung(applicant: Applicant) -> int:
    """The rung a feedback given now would be, 1 to 3; the last may be repeated after a corrected CV."""
    return min(applicant.rung + 1, LAST_RUNG)


def local_day(moment: datetime) -> date:
    """The day a moment falls on for the people at this desk; moments are kept in UTC, days are theirs."""
    return moment.astimezone().date()


def due_date(sent_at: datetime, rung: int, days: tuple[int, int, int]) -> date:
    """When a rung falls due: it counts from the day of the mail server's acceptance of its letter."""
    return local_day(sent_at) + timedelta(days=days[rung - 1])


def is_due(applicant: Applicant, today: date) -> bool:
    """Whether the applicant's present rung has run out."""
    return applicant.state is State.FOLLOW_UP and applicant.due_on is not None and applicant.due_on <= today


def is_asleep(applicant: Applicant, today: date) -> bool:
    """Whether the applicant is put aside beyond today."""
    return applicant.sleep is not None and applicant.sleep.until > today
