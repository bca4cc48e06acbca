"""Fills a home with invented applicants and lets their past happen through the real commands."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reviewer.demo.folder import write_folder
from reviewer.demo.history import Event, History, events_of
from reviewer.demo.plan import DemoPlan
from reviewer.demo.post import PretendPost
from reviewer.domain.queue import Group
from reviewer.domain.views import QueueQuery
from reviewer.i18n import gettext as _
from reviewer.paths import Home
from reviewer.workspace import Workspace

DAYS_OF_HISTORY = 75
ERASED = 2
MOST_WITH_A_PAST = 400
"""Everybody beyond is new: each act of a past is saved like a real one, and thousands would take minutes."""
_EVERY = 250
Say = Callable[[str], None]


class _Clock:
    """The desk's clock while its past is made."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        """The moment that is being made; it goes on by itself, so that no two acts share it."""
        self.moment += timedelta(milliseconds=1)
        return self.moment


def fill(home: Home, database: str | None, *, applicants: int, seed: int, say: Say) -> int:
    """Fill an empty desk; one that has applicants is left as it is. Gives how many there are."""
    today = datetime.now(UTC).replace(hour=8, minute=0, second=0, microsecond=0)
    clock = _Clock(today - timedelta(days=DAYS_OF_HISTORY))
    workspace = Workspace(home, database=database, clock=clock)
    try:
        workspace.sync(deliver=False)
        known = _count(workspace)
        if known:
            return known
        if not workspace.settings.text("reviewer.name"):
            workspace.change_setting("reviewer.name", "Anna Berger")
        with tempfile.TemporaryDirectory(prefix="reviewer-demo-") as folder:
            plan = write_folder(
                Path(folder), applicants=applicants, seed=seed, as_of=today.date(), progress=_teller(say)
            )
            workspace.bring_in(plan.folder)
            _live_through(workspace, clock, plan, today)
        return _count(workspace)
    finally:
        workspace.close()


def _teller(say: Say) -> Callable[[int, int], bool]:
    def progress(done: int, total: int) -> bool:
        if done % _EVERY == 0 or done == total:
            say(_("{done} of {total} CVs written").format(done=done, total=total))
        return True

    return progress


def _count(workspace: Workspace) -> int:
    summary = workspace.summary(QueueQuery(groups=tuple(group.value for group in Group)))
    return sum(count for _, count in summary.counts)


def _live_through(workspace: Workspace, clock: _Clock, plan: DemoPlan, today: datetime) -> None:
    """Let each day's acts happen on their day, oldest first, with the post of that day."""
    history, post = History(workspace), PretendPost()
    for days_ago, events in _by_day(plan):
        clock.moment = max(clock.moment, today - timedelta(days=days_ago))
        if any(event.arrives for event in events):
            workspace.bring_in(plan.corrected_folder)
        for event in events:
            clock.moment += timedelta(minutes=_minutes_of(event))
            history.happen(event)
        workspace.sync(way=post.way())
    clock.moment = today
    history.leave_things_open(plan, post, erased=ERASED)
    workspace.sync(way=post.way())


def _minutes_of(event: Event) -> float:
    """How long a review took: from half a minute to some six, the same for the same applicant."""
    return random.Random(f"{event.id} minutes").triangular(0.5, 6.5, 2.2)


def _by_day(plan: DemoPlan) -> list[tuple[int, list[Event]]]:
    days: dict[int, list[Event]] = {}
    for applicant in plan.applicants[:MOST_WITH_A_PAST]:
        for event in events_of(applicant):
            days.setdefault(event.days_ago, []).append(event)
    arrivals = [applicant.corrected.arrived_days_ago for applicant in plan.applicants if applicant.corrected]
    if arrivals:
        days.setdefault(min(arrivals), []).append(Event(id=None, days_ago=min(arrivals), arrives=True))
    return sorted(days.items(), reverse=True)
