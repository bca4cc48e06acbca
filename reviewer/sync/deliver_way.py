"""How letters leave, and what a round of sending came to."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from reviewer.domain.applicant import Applicant
from reviewer.domain.letter import Letter
from reviewer.errors import Refused
from reviewer.mail.message import Along, Enclosure, Message
from reviewer.mail.transport import Session


def _carries_nothing(_applicant: Applicant, letter: Letter) -> tuple[Enclosure, ...]:
    if letter.attachments:
        raise Refused("attachment-unreadable")
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How letters leave: connect opens it, make builds the message, gaps names what a text lacks.

    enclose makes what goes along; Refused with the reason when that cannot be, Unavailable when it cannot be now.

    In quiet hours only the confirmation of a deletion leaves; per_minute counts the letters of all desks (0: no limit).
    """

    connect: Callable[[], AbstractContextManager[Session]]
    make: Callable[[Letter, datetime, Along], Message]
    gaps: Callable[[Letter, Applicant], tuple[str, ...]]
    enclose: Callable[[Applicant, Letter], tuple[Enclosure, ...]] = _carries_nothing
    quiet: Callable[[], bool] = lambda: False
    per_minute: int = 0


@dataclass(slots=True, kw_only=True)
class Delivered:
    """What a round of sending came to; trouble is a code when the way out as a whole is blocked.

    told counts what earlier rounds could not tell the shared database, paced what has to wait for its minute or for
    the end of the quiet hours.
    """

    sent: int = 0
    failed: int = 0
    held: int = 0
    in_doubt: int = 0
    later: int = 0
    told: int = 0
    paced: int = 0
    trouble: str = ""

    @property
    def any(self) -> bool:
        """Whether any letter changed."""
        return bool(self.sent or self.failed or self.held or self.in_doubt or self.later or self.told)
