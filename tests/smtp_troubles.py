"""What can go wrong at each moment of a letter's way through the SMTP server of the tests."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """A moment in a letter's way through the server; each comes before the server's answer to it."""

    GREETING = "greeting"
    AUTH = "auth"
    MAIL = "mail"
    RCPT = "rcpt"
    DATA = "data"
    CONTENT = "content"
    """The first line of the text has arrived; a server has no answer to that."""
    ACCEPTED = "accepted"
    """All of the text has arrived: an answer refuses it; dropping or stalling keeps it and loses the answer."""
    RSET = "rset"


DROP = "drop"
"""Close the connection without a word."""
STALL = "stall"
"""Say nothing more and keep the connection open."""
DRIBBLE = "dribble"
"""Begin an answer and go on with it, a byte at a time, without ever ending it."""
ENDLESS = "endless"
"""Begin an answer and add line after line, without ever ending it."""
SILENT = frozenset({DROP, STALL, DRIBBLE, ENDLESS})
"""What is no answer."""


@dataclass(slots=True, kw_only=True)
class Trouble:
    """What goes wrong at a step: DROP, STALL or an answer ("450 4.2.0 Mailbox busy"), so many times, for whom."""

    at: Step
    what: str
    times: int = 1
    recipient: str = ""

    def __post_init__(self) -> None:
        if self.at is Step.CONTENT and self.what not in {DROP, STALL}:
            raise ValueError("a server does not answer in the middle of a text")
