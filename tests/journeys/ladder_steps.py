"""What the journeys along the ladder have in common: people brought in, feedback that leaves, days that pass."""

from __future__ import annotations

from pathlib import Path

from tests.desks import SetClock
from tests.journeys.papers import write_people
from tests.journeys.stage import SitDown, Stage

AT_ONCE = {"letters.rejections": "at-once"}


def begin(sit_down: SitDown, folder: Path, ids: list[str]) -> Stage:
    stage = sit_down(settings=AT_ONCE)
    stage.bring_in(write_people(folder, ids))
    stage.wait_until(lambda: len(stage.queue()) == len(ids) + 1)
    return stage


def feed_back(stage: Stage, id: str) -> None:
    """Feedback 1 from the review; it leaves."""
    stage.go_to(id)
    stage.press("2 F")
    stage.settle()


def let_leave(stage: Stage, clock: SetClock, **later: float) -> None:
    """What waits leaves, then time passes."""
    clock.forward(minutes=1)
    stage.press("F5")
    stage.settle()
    if later:
        clock.forward(**later)
        stage.press("F5")
        stage.settle()


def begin_with_feedback(sit_down: SitDown, folder: Path, clock: SetClock, **ago: float) -> Stage:
    """One applicant, 9999, whom feedback 1 has left for; that was so long ago."""
    stage = begin(sit_down, folder, ["9999"])
    feed_back(stage, "9999")
    let_leave(stage, clock, **ago)
    return stage
