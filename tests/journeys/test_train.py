"""On the train: the shared database is out of reach, work goes on, and afterwards everything arrives once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from reviewer.domain.applicant import Answer, DecisionKind, State
from reviewer.domain.views import QueueQuery
from reviewer.workspace import Workspace
from tests.desks import SetClock, find
from tests.journeys.papers import write_people
from tests.journeys.stage import SitDown, Stage
from tests.postgres import PostgresServer

Tunnel = Callable[[], AbstractContextManager[None]]
OPEN, LACKING = Answer.OPEN, Answer.LACKING


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another writer keeps the file for itself."""
    writer = sqlite3.connect(file, isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        writer.execute("ROLLBACK")
        writer.close()


@pytest.fixture
def tunnel(request: pytest.FixtureRequest, shared_url: str, tmp_path: Path) -> Tunnel:
    """While its block lasts the shared database is out of reach."""
    if shared_url.startswith("sqlite"):
        return lambda: locked(tmp_path / "shared.db")
    server: PostgresServer = request.getfixturevalue("postgres_server")
    name: str = request.getfixturevalue("postgres_database")
    return lambda: server.unreachable(name)


def work_on(stage: Stage) -> None:
    """Answer, pin, draft, decide about two, note, put one aside."""
    stage.press("J")
    stage.wait_for_document()
    stage.press("2")
    stage.drag("Werkleiter", "Nordwerk")
    stage.press("E L Ctrl+End")
    stage.type(" PS: aus dem Zug")
    stage.press("Escape 3 F")
    stage.wait_until(lambda: stage.shown_id() == "9998")
    stage.press("4 R")
    stage.wait_until(lambda: stage.shown_id() == "9997")
    stage.press("5 N")
    stage.type("ruft zurueck")
    stage.press("Return S")
    stage.type("neuer CV")
    stage.press("Return")
    stage.wait_until(lambda: stage.shown_id() == "9996")
    stage.press("1 L Ctrl+End")
    stage.type(" PS: Entwurf")
    stage.press("Escape")


def test_in_a_tunnel_work_goes_on_and_everything_arrives_once(
    sit_down: SitDown,
    colleague: Callable[..., Workspace],
    tmp_path: Path,
    shared_url: str,
    clock: SetClock,
    tunnel: Tunnel,
) -> None:
    bert = colleague(shared_url)
    bert.bring_in(write_people(tmp_path / "in", ["9999", "9998", "9997", "9996", "9995"]))
    anna = sit_down(url=shared_url, settings={"letters.rejections": "at-once"})
    anna.wait_until(lambda: len(anna.queue()) == 6 and anna.connection() == "Connected, all saved")

    with tunnel():
        work_on(anna)
        anna.wait_until(lambda: anna.connection() == "Offline: 12 acts are kept on this computer")
        anna.restart()
        anna.wait_until(lambda: anna.connection() == "Offline: 12 acts are kept on this computer")
        anna.go_to("9996")
        assert anna.answers() == [LACKING, OPEN, OPEN, OPEN, OPEN, OPEN]
        assert anna.letter_text().endswith("PS: Entwurf")
        clock.forward(minutes=1)
        assert not list(anna.home.outgoing.glob("*.eml"))

    anna.press("F5")
    anna.wait_until(lambda: anna.connection() == "Connected, all saved")
    anna.press("F5")
    anna.settle()
    arrived(bert)
    assert len(list(anna.home.outgoing.glob("*.eml"))) == 2


def arrived(bert: Workspace) -> None:
    """Each act once, seen from another desk."""
    bert.sync(deliver=False)
    weiss, out, asleep, draft, untouched = (find(bert, id) for id in ("9999", "9998", "9997", "9996", "9995"))
    assert [(one.state, one.rung) for one in (weiss, out)] == [(State.FOLLOW_UP, 1), (State.OUT, 0)]
    assert [decision.kind for decision in weiss.decisions] == [DecisionKind.FEEDBACK]
    (letter,) = weiss.letters
    assert letter.body.endswith("PS: aus dem Zug")
    assert "„Werkleiter bei Nordwerk“" in letter.body
    assert {answer.answer for answer in weiss.answers} == {LACKING}
    assert len(weiss.answers) == 2
    assert [note.text for note in asleep.notes] == ["ruft zurueck"]
    assert asleep.sleep is not None
    assert asleep.sleep.reason == "neuer CV"
    assert draft.draft is not None
    assert draft.draft.body.endswith("PS: Entwurf")
    assert (untouched.answers, untouched.decisions) == ((), ())
    assert bert.status().questions == 0
    assert sum(letter.applicant is not None for letter in bert.letters()) == 2
    assert {row.id for row in bert.queue(QueueQuery()).rows} == {"9997", "9996", "9995"}
