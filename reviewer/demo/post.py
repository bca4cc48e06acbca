"""The post of the demonstration: takes every letter in, refuses or doubts the few it is told to; nothing leaves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from reviewer.domain.ids import LetterId
from reviewer.domain.letter import Letter
from reviewer.mail.house import SENDER_WITHOUT_SETTING, gaps_of
from reviewer.mail.message import Along, Message, make_message
from reviewer.mail.transport import Fault, InDoubt, MayLeave, Meanwhile, SentRefused, always, nothing
from reviewer.sync.deliver_way import Way


class PretendPost:
    """A session that keeps nothing; a letter it was told of meets its fate."""

    def __init__(self) -> None:
        self.refused: set[LetterId] = set()
        self.doubted: set[LetterId] = set()

    def way(self) -> Way:
        """The way out that leads here."""
        return Way(connect=self._connect, make=make_without_setting, gaps=gaps_of)

    def send(
        self, letter: LetterId, message: Message, may_leave: MayLeave = always, meanwhile: Meanwhile = nothing
    ) -> bool:
        """Accept the message, unless the letter was named."""
        if not may_leave():
            return False
        if letter in self.refused:
            raise SentRefused("recipient-refused", fault=Fault.LETTER, words="550 5.1.1 mailbox unavailable")
        if letter in self.doubted:
            raise InDoubt("connection-lost")
        return True

    @contextmanager
    def _connect(self) -> Iterator[PretendPost]:
        yield self


def make_without_setting(letter: Letter, now: datetime, along: Along) -> Message:
    """The message as a desk makes it on which no sender is set."""
    return make_message(letter, SENDER_WITHOUT_SETTING, now, along)
