"""What signing in by a provider needs: the house's registration, tokens, and the contract of every provider."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from reviewer.domain.sign_in import SignInPrompt
from reviewer.mail.transport import Fault, NotSent

_ERROR_NAME = re.compile(r"[a-z_]{1,40}")
_MICROSOFT_CODE = re.compile(r"AADSTS[0-9]{4,8}")
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """The program as the house registered it at its provider.

    authority replaces the provider's own addresses (https); ca_file adds a certificate authority. secret is what
    Google gives desktop programs beside their id; mailbox is proposed to whoever signs in.
    """

    client_id: str
    mailbox: str
    tenant: str = ""
    authority: str = ""
    ca_file: Path | None = None
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """What a provider gave; access holds until expires_at, refresh brings the next. Neither is ever shown."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    expires_at: datetime
    account: str = ""


class Attempt(Protocol):
    """One attempt to sign in, asked again and again until the person has done their part; used by one thread a time."""

    @property
    def prompt(self) -> SignInPrompt:
        """What the person has to do."""

    @property
    def wait_s(self) -> float:
        """How long to wait before asking again; the provider may lengthen it."""

    def check(self) -> Tokens | None:
        """The tokens once the person is done; None as long as they are not. SignInFailed when nothing comes of it."""

    def close(self) -> None:
        """Give up whatever the attempt holds open; may be called more than once."""


class Provider(Protocol):
    """A provider of mailboxes that gives tokens."""

    def begin(self) -> Attempt:
        """Begin to sign in; SignInFailed when the provider does not play along."""

    def renew(self, refresh: str) -> Tokens:
        """The next tokens; SignInFailed("sign-in-expired") when only signing in again helps."""


class SignInFailed(NotSent):
    """There is no token: letters wait. The reason is the provider's name of the error, without personal data."""

    def __init__(self, code: str, *, words: str = "") -> None:
        super().__init__(code, fault=Fault.SERVER, words=words)


def failure(answer: dict[str, Any]) -> SignInFailed:
    """The failure that a provider's answer with an error stands for (RFC 6749, 5.2, and RFC 8628, 3.5)."""
    name = str(answer.get("error", ""))
    words = name if _ERROR_NAME.fullmatch(name) else "error"
    number = _MICROSOFT_CODE.search(str(answer.get("error_description", "")))
    if number:
        words = f"{words} {number[0]}"
    codes = {
        "access_denied": "sign-in-denied",
        "authorization_declined": "sign-in-denied",
        "expired_token": "sign-in-too-late",
        "code_expired": "sign-in-too-late",
        "invalid_grant": "sign-in-expired",
        "interaction_required": "sign-in-expired",
        "temporarily_unavailable": "sign-in-unreachable",
        "server_error": "sign-in-unreachable",
    }
    return SignInFailed(codes.get(name, "sign-in-refused"), words=words)


def unreachable() -> SignInFailed:
    """The provider does not answer, or answers what nobody understands."""
    return SignInFailed("sign-in-unreachable")
