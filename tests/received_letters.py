"""A letter as a mail server of the tests received it."""

from __future__ import annotations

import email
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import default


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedMessage:
    """One letter as it arrived: envelope, the bytes, and what Python's parser makes of them."""

    sender: str
    recipients: tuple[str, ...]
    user: str
    raw: bytes
    at: float
    """By a clock that counts seconds from anywhere."""

    @property
    def parsed(self) -> EmailMessage:
        return email.message_from_bytes(self.raw, _class=EmailMessage, policy=default)
