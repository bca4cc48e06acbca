"""Which letters the outbox lists, in which order, and how many of each kind there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reviewer.domain.letter import LetterState
from reviewer.domain.views import LetterRow

MOST_OPEN = 5_000
MOST_OVER = 500
"""How many letters of each kind are listed: those still to leave, and the newest of those sent or taken back."""
ORDER = (
    LetterState.IN_DOUBT,
    LetterState.FAILED,
    LetterState.HELD,
    LetterState.QUEUED,
    LetterState.SENDING,
    LetterState.SENT,
    LetterState.CANCELLED,
)
OPEN = ORDER[:5]


class Filter(StrEnum):
    """What a person wants to see of the outbox."""

    ALL = "all"
    TROUBLE = "trouble"
    WAITING = "waiting"
    SENT = "sent"
    CANCELLED = "cancelled"


STATES: Mapping[Filter, frozenset[LetterState]] = {
    Filter.ALL: frozenset(LetterState),
    Filter.TROUBLE: frozenset({LetterState.IN_DOUBT, LetterState.FAILED, LetterState.HELD}),
    Filter.WAITING: frozenset({LetterState.QUEUED, LetterState.SENDING}),
    Filter.SENT: frozenset({LetterState.SENT}),
    Filter.CANCELLED: frozenset({LetterState.CANCELLED}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupHead:
    """The heading of the letters in one state."""

    state: LetterState
    count: int


Entry = GroupHead | LetterRow


def count_letters(rows: Iterable[LetterRow]) -> dict[Filter, int]:
    """How many letters each filter shows."""
    states = Counter(row.state for row in rows)
    return {wanted: sum(states[state] for state in members) for wanted, members in STATES.items()}


def arrange(rows: Sequence[LetterRow], wanted: Filter, text: str) -> list[Entry]:
    """The list's entries: headings and letters, trouble first; text is sought in names, addresses and subjects."""
    groups: dict[LetterState, list[LetterRow]] = {state: [] for state in ORDER if state in STATES[wanted]}
    words = text.casefold().split()
    for row in rows:
        if row.state in groups and _matches(row, words):
            groups[row.state].append(row)
    entries: list[Entry] = []
    for state, members in groups.items():
        if members:
            entries.append(GroupHead(state=state, count=len(members)))
            entries.extend(_sorted(state, members))
    return entries


def _matches(row: LetterRow, words: list[str]) -> bool:
    if not words:
        return True
    place = f"{row.recipient_name} {row.recipient} {row.subject} {row.applicant_id or ''}".casefold()
    return all(word in place for word in words)


def _sorted(state: LetterState, rows: list[LetterRow]) -> list[LetterRow]:
    if state is LetterState.QUEUED:
        return sorted(rows, key=lambda row: (row.not_before, row.id))
    return sorted(rows, key=lambda row: (_newest(row), row.id), reverse=True)


def _newest(row: LetterRow) -> datetime:
    return row.sent_at or row.created_at
