"""A wrong clock on one computer: the shared database's time holds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reviewer.domain.applicant import DecisionKind
from reviewer.errors import Misconfigured
from reviewer.storage.engine import clock_difference, make_engine
from reviewer.sync.desk_clock import DeskClock
from reviewer.sync.doctor import _clock
from reviewer.workspace import Workspace, now
from tests.desks import KeptPost, SetClock, decide, find

Desks = tuple[Workspace, Workspace]
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def test_a_small_difference_counts_as_none(clock: SetClock) -> None:
    desk = DeskClock(clock)
    desk.set_right(timedelta(seconds=4))
    assert desk() == clock.moment
    desk.set_right(-HOUR)
    assert desk() == clock.moment - HOUR
    desk.set_right(timedelta())
    assert desk() == clock.moment


def test_a_servers_clock_is_compared_and_a_file_has_none(postgres_url: str, sqlite_url: str) -> None:
    measured = {}
    for url in (postgres_url, sqlite_url):
        engine = make_engine(url)
        measured[engine.dialect.name] = clock_difference(engine, lambda: now() - DAY)
        engine.dispose()
    assert measured["sqlite"] == timedelta()
    assert abs(measured["postgresql"] - DAY) < HOUR


@pytest.mark.parametrize("shared_url", ["postgresql"], indirect=True)
def test_a_computer_a_day_ahead_sends_nothing_before_its_time(desks: Desks, clock: SetClock, post: KeptPost) -> None:
    anna, bert = desks
    anna.execute(decide(anna, find(anna), DecisionKind.REJECT, hold_s=3_600))
    anna.sync(deliver=False)
    clock.forward(days=1)
    bert._engine._system = lambda: now() + DAY
    bert.sync(way=post.way())
    assert post.letters == []
    bert._engine._system = now
    bert.sync(way=post.way())
    assert len(post.letters) == 1


def test_the_doctor_names_a_wrong_clock(postgres_url: str) -> None:
    engine = make_engine(postgres_url)
    assert _clock(engine, now) == "ok"
    with pytest.raises(Misconfigured, match="clock-differs"):
        _clock(engine, lambda: now() - timedelta(minutes=5))
    engine.dispose()
