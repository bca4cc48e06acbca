"""What a person decides about a deletion's confirmation that did not get through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Engine

from reviewer.domain.ids import ReceiptId
from reviewer.domain.letter import LetterState
from reviewer.errors import Outdated, Refused
from reviewer.storage.engine import writing
from reviewer.storage.receipts import find_confirmation, find_receipt, save_confirmation

MOVES = frozenset(
    {
        (LetterState.FAILED, LetterState.QUEUED),
        (LetterState.FAILED, LetterState.CANCELLED),
        (LetterState.IN_DOUBT, LetterState.QUEUED),
        (LetterState.IN_DOUBT, LetterState.SENT),
        (LetterState.IN_DOUBT, LetterState.CANCELLED),
    }
)
"""Send again, it did arrive, give up. After the last two the address is erased."""


class Confirmations:
    """Acts on the shared database at once: nothing of an erased person goes through a journal."""

    def __init__(self, shared: Engine, clock: Callable[[], datetime]) -> None:
        self._shared = shared
        self._clock = clock

    def move(self, receipt: ReceiptId, seen: LetterState, wanted: LetterState) -> None:
        """Send again, take as arrived, or give up; Outdated when it is not as seen any more."""
        if (seen, wanted) not in MOVES:
            raise Refused("letter-move-unknown")
        with writing(self._shared) as connection:
            known, letter = find_receipt(connection, receipt), find_confirmation(connection, receipt)
            if known is None or letter is None or letter.state is not seen:
                raise Outdated("letter-changed")
            now = self._clock()
            sent_at = now if wanted is LetterState.SENT else None
            moved = replace(letter, state=wanted, reason="", not_before=now, sent_at=sent_at)
            save_confirmation(connection, known, moved)
