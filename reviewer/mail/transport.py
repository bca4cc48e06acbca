"""How letters leave the house: the contract of every transport, and the three ways a letter can fail to."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from enum import StrEnum
from typing import Protocol

from reviewer.domain.ids import LetterId
from reviewer.errors import Refused, ReviewerError, Unavailable
from reviewer.mail.message import Message
from reviewer.mail.plain_text import single_line

LONGEST_REASON = 200
_ADDRESS = re.compile(r"<?[^\s<>@:;,]+@[^\s<>@:;,]+>?")


class Fault(StrEnum):
    """What a failure speaks against: this letter alone, or the server, so that no other would fare better."""

    LETTER = "letter"
    SERVER = "server"


class NotSent(Unavailable):
    """Surely nothing left the house; the letter may be tried again later. reason carries no personal data."""

    def __init__(self, code: str, *, fault: Fault, words: str = "", **facts: str | float) -> None:
        super().__init__(code, **facts)
        self.fault = fault
        self.reason = words or code


class SentRefused(Refused):
    """The server has refused the letter for good; nothing left the house. reason carries no personal data."""

    def __init__(self, code: str, *, fault: Fault, words: str = "", **facts: str | float) -> None:
        super().__init__(code, **facts)
        self.fault = fault
        self.reason = words or code


class InDoubt(ReviewerError):
    """The letter may have left: the whole of it was handed over and the answer never came. Only a person repeats it."""

    def __init__(self, code: str, *, words: str = "", **facts: str | float) -> None:
        super().__init__(code, **facts)
        self.reason = words or code


MayLeave = Callable[[], bool]
"""Asked right before the other side gets any of the text."""
Meanwhile = Callable[[], object]
"""What can be done while the other side thinks."""


def always() -> bool:
    """Nobody has to be asked."""
    return True


def nothing() -> None:
    """There is nothing to do meanwhile."""


class Session(Protocol):
    """An open way out, for many letters one after the other; used by one thread."""

    def send(
        self, letter: LetterId, message: Message, may_leave: MayLeave = always, meanwhile: Meanwhile = nothing
    ) -> bool:
        """Hand the message over; True means that it was accepted. NotSent, SentRefused or InDoubt otherwise.

        may_leave is asked once, before the other side gets any of the text; False when it says no, and what it raises
        is raised: nothing was sent then, and nothing has been when this fails before it is asked. meanwhile may be
        called once while the other side thinks, and raises nothing.
        """


class Transport(Protocol):
    """A way out of the house."""

    def check(self) -> None:
        """Try everything short of sending; NotSent or Misconfigured names what fails."""

    def connect(self) -> AbstractContextManager[Session]:
        """Open the way out; NotSent (fault: server) or Misconfigured when there is none."""


def safe_words(code: int, untrusted_words: bytes | str, recipient: str = "") -> str:
    """The server's answer as a reason: its code and words on one line, every e-mail address taken out.

    The recipient's local part is taken out where it stands alone, too.
    """
    text = untrusted_words.decode("utf-8", "replace") if isinstance(untrusted_words, bytes) else untrusted_words
    text = _ADDRESS.sub("…", text)
    local, _, domain = recipient.rpartition("@")
    for part in (local, domain):
        if part:
            text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", "…", text, flags=re.IGNORECASE)
    return single_line(f"{code} {text}", LONGEST_REASON)
