"""Counts for the status line."""

from __future__ import annotations

import sqlalchemy as sa

from reviewer.domain.letter import LetterState
from reviewer.domain.views import Status
from reviewer.storage import demands, journal
from reviewer.storage.followups import count_due
from reviewer.storage.queries import count_letters, count_stopped, next_letter_at
from reviewer.storage.tables import receipt

_WAITING = (LetterState.QUEUED, LetterState.SENDING)
_TROUBLE = (LetterState.FAILED, LetterState.IN_DOUBT)
_OVER = (LetterState.SENT.value, LetterState.CANCELLED.value)


def load_status(connection: sa.Connection) -> Status:
    """How much waits, here and on its way."""
    unsaved, questions = journal.count_unsaved(connection)
    letters = count_letters(connection)
    unconfirmed = sa.select(sa.func.count()).select_from(receipt).where(receipt.c.confirmation.not_in(_OVER))
    open_demands = len(demands.load_all(connection))
    return Status(
        unsaved=unsaved + open_demands,
        questions=questions,
        letters_waiting=sum(letters.get(state, 0) for state in _WAITING),
        letters_in_trouble=sum(letters.get(state, 0) for state in _TROUBLE) + count_stopped(connection),
        erasures_open=(connection.scalar(unconfirmed) or 0) + open_demands,
        next_letter_at=next_letter_at(connection),
        follow_ups_due=count_due(connection),
    )
