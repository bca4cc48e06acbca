"""The ladder: which rung is next and when one falls due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from reviewer.domain.applicant import LAST_RUNG, Applicant, State
from reviewer.domain.letter import Letter


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


def running_until(applicant: Applicant, today: date) -> date | None:
    """The day the present rung runs until; None when none runs, or it has run out."""
    running = applicant.state is State.FOLLOW_UP and applicant.due_on is not None and applicant.due_on > today
    return applicant.due_on if running else None


def rung_without(stopped: Iterable[Letter], applicant: Applicant) -> int:
    """The rung once these letters are stopped: one counts only when its letter has left."""
    unsent = any(letter.template.rung == applicant.rung for letter in stopped)
    return applicant.rung - 1 if unsent and applicant.state is State.FOLLOW_UP else applicant.rung


def has_woken(applicant: Applicant, today: date) -> bool:
    """Whether the day a promise was made for has come."""
    return applicant.sleep is not None and applicant.sleep.until <= today


def has_answered(applicant: Applicant) -> bool:
    """Whether an answer of the applicant's waits to be looked at; objections have theirs already."""
    return applicant.state is State.PENDING and any(
        reply.objection is None and reply.round == applicant.round for reply in applicant.replies
    )


def is_followed(applicant: Applicant) -> bool:
    """Whether the follow-up shows the applicant: on a rung, put aside, or with an answer to be looked at."""
    if applicant.state not in (State.PENDING, State.FOLLOW_UP):
        return False
    return applicant.state is State.FOLLOW_UP or applicant.sleep is not None or has_answered(applicant)


def last_letter_at(applicant: Applicant) -> datetime | None:
    """When the last letter to the applicant left; None before the first."""
    return max((letter.sent_at for letter in applicant.letters if letter.sent_at is not None), default=None)


def is_asleep(applicant: Applicant, today: date) -> bool:
    """Whether the applicant is put aside beyond today."""
    return applicant.sleep is not None and applicant.sleep.until > today
