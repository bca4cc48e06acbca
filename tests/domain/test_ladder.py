"""The follow-up's board: each person in one place, and nobody due who has promised something."""

from __future__ import annotations

from datetime import date, timedelta

from reviewer.domain.applicant import State
from reviewer.domain.ids import ApplicantId, ApplicantKey
from reviewer.domain.ladder import Part, arrange, is_due
from reviewer.domain.letter import Language
from reviewer.domain.views import FollowUpRow

TODAY = date(2026, 11, 23)


def row(
    id: str, rung: int, *, due: int | None = None, promised: int | None = None, state: State = State.FOLLOW_UP
) -> FollowUpRow:
    """A person whose rung falls due, and whose promise ends, in so many days."""
    return FollowUpRow(
        key=ApplicantKey(id),
        id=ApplicantId(id),
        name=id,
        email="",
        language=Language.DE,
        state=state,
        group="waiting",
        rung=rung,
        due_on=None if due is None else TODAY + timedelta(days=due),
        promised_on=None if promised is None else TODAY + timedelta(days=promised),
        promise="",
        last_letter_at=None,
        unsaved=False,
    )


def test_everybody_stands_in_one_place_and_promises_by_their_day() -> None:
    rows = (
        row("due", 1, due=-3),
        row("today", 1, due=0),
        row("next", 2, due=4),
        row("late promise", 2, due=-9, promised=9),
        row("early promise", 2, due=-1, promised=2),
        row("woken", 3, due=7, promised=0),
        row("unsent", 3),
        row("answered", 1, state=State.PENDING),
        row("never written to", 0, promised=5, state=State.PENDING),
    )
    board = {
        column.rung: {part: [person.id for person in people] for part, people in column.parts}
        for column in arrange(rows, TODAY)
    }
    assert board == {
        1: {Part.ANSWERED: ["answered"], Part.DUE: ["due", "today"], Part.PROMISED: ["never written to"]},
        2: {Part.NEXT: ["next"], Part.PROMISED: ["early promise", "late promise"]},
        3: {Part.WOKEN: ["woken"], Part.UNSENT: ["unsent"]},
    }


def test_who_promised_something_is_due_only_after_the_day_of_the_promise() -> None:
    assert is_due(row("a", 1, due=-3), TODAY)
    assert not is_due(row("a", 1, due=-3, promised=1), TODAY)
    assert is_due(row("a", 1, due=-3, promised=0), TODAY)
    assert not is_due(row("a", 1, due=1), TODAY)
    assert not is_due(row("a", 1, due=-3, state=State.PENDING), TODAY)
