"""A batch goes on to its end, whatever becomes of one of its letters."""

from __future__ import annotations

from collections.abc import Callable

from reviewer.domain.ids import CommandId
from reviewer.domain.letter import Template
from reviewer.domain.views import Change, Outcome
from reviewer.errors import Refused
from tests.desks import find
from tests.ui.outbox.desk_window import DeskWindow
from ui.release.release_item import ReleaseItem, Stage, Written
from ui.release.release_run import ReleaseRun


def fails(error: Exception) -> Callable[[], Outcome]:
    def deed() -> Outcome:
        raise error

    return deed


def goes_at(at_desk: DeskWindow) -> Callable[[], Outcome]:
    return lambda: Outcome(
        change=Change(topics=frozenset()), command=CommandId("1"), applicant=find(at_desk.desk), undo=None
    )


def letter(deed: Callable[[], Outcome]) -> ReleaseItem:
    written = Written(subject="s", body="b", deed=deed, address="petra@example.org")
    return ReleaseItem(
        name="Weiß, Petra", identity="1", address="", template=Template.FEEDBACK_2, write=lambda: written
    )


def unwritten(error: Exception) -> ReleaseItem:
    def write() -> Written:
        raise error

    return ReleaseItem(name="Kim, Alex", identity="2", address="", template=Template.FEEDBACK_2, write=write)


def released(at_desk: DeskWindow, *items: ReleaseItem) -> ReleaseRun:
    run = ReleaseRun(at_desk.desk, at_desk.parts.background, at_desk.announcer, items)
    run.prepare()
    at_desk.settle()
    assert run.ready()
    run.start()
    at_desk.settle()
    return run


def test_a_letter_that_is_refused_holds_up_none_of_the_others(at_desk: DeskWindow) -> None:
    run = released(at_desk, letter(goes_at(at_desk)), letter(fails(Refused("letter-exists"))), letter(goes_at(at_desk)))
    assert [item.stage for item in run.items] == [Stage.RELEASED, Stage.REFUSED, Stage.RELEASED]
    assert (run.items[1].reason, run.running, run.done) == ("letter-exists", False, 3)
    assert at_desk.faults == []


def test_a_fault_of_the_program_is_reported_and_the_batch_ends_all_the_same(at_desk: DeskWindow) -> None:
    fault = KeyError("unforeseen")
    run = released(at_desk, unwritten(fault), letter(fails(fault)), letter(goes_at(at_desk)))
    assert [item.stage for item in run.items] == [Stage.BARRED, Stage.REFUSED, Stage.RELEASED]
    assert not run.running
    assert at_desk.faults == [fault, fault]
    at_desk.faults.clear()
    told = at_desk.desk.home.log.read_text(encoding="utf-8")
    assert "builtins.KeyError" in told
    assert "unforeseen" not in told
