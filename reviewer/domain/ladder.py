"""The follow-up's board: who is due on which rung, who comes next, who promised something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reviewer.domain.applicant import LAST_RUNG, State
from reviewer.domain.views import FollowUpRow


class Part(StrEnum):
    """The parts of a column, in the order in which they are shown."""

    WOKEN = "woken"
    ANSWERED = "answered"
    DUE = "due"
    NEXT = "next"
    UNSENT = "unsent"
    PROMISED = "promised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One rung with its people; rung 1 also holds those who have had no letter yet."""

    rung: int
    parts: tuple[tuple[Part, tuple[FollowUpRow, ...]], ...]

    def rows(self, part: Part) -> tuple[FollowUpRow, ...]:
        """The people in one part."""
        return dict(self.parts).get(part, ())


def part_of(row: FollowUpRow, today: date) -> Part:
    """Where on the board a person stands today; who is asleep is not due before waking."""
    if row.promised_on is not None:
        return Part.PROMISED if row.promised_on > today else Part.WOKEN
    if row.state is State.PENDING:
        return Part.ANSWERED
    if row.due_on is None:
        return Part.UNSENT
    return Part.DUE if row.due_on <= today else Part.NEXT


def is_due(row: FollowUpRow, today: date) -> bool:
    """Whether the person's rung has run out and nothing puts it off; one whose promise has passed may be due too."""
    put_off = row.promised_on is not None and row.promised_on > today
    return row.state is State.FOLLOW_UP and not put_off and row.due_on is not None and row.due_on <= today


def arrange(rows: Iterable[FollowUpRow], today: date) -> tuple[Column, ...]:
    """The three columns; promises by their day, all others in the order in which they are given."""
    sorted_in: dict[int, dict[Part, list[FollowUpRow]]] = {
        rung: {part: [] for part in Part} for rung in range(1, LAST_RUNG + 1)
    }
    for row in rows:
        sorted_in[min(max(row.rung, 1), LAST_RUNG)][part_of(row, today)].append(row)
    for parts in sorted_in.values():
        for part in (Part.WOKEN, Part.PROMISED):
            parts[part].sort(key=lambda row: row.promised_on or today)
    return tuple(
        Column(rung=rung, parts=tuple((part, tuple(people)) for part, people in parts.items() if people))
        for rung, parts in sorted_in.items()
    )
