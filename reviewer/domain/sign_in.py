"""Signing in to the mailbox's provider: what a person has to do, and how things stand; never a token."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class SignInWay(StrEnum):
    """How the mail server learns who is there: by a password, or by a token that a provider gives after signing in."""

    PASSWORD = "password"  # noqa: S105 - the name of a way
    MICROSOFT = "microsoft"
    GOOGLE = "google"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInPrompt:
    """What a person has to do: open address in a browser and, where there is a code, type it there until expires_at."""

    address: str
    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInState:
    """Whether somebody is signed in for a mailbox; the program signs in anew by itself at renews_at.

    kept is False where no keyring can be trusted: signed in for this run only.
    """

    way: SignInWay
    mailbox: str
    signed_in: bool
    account: str = ""
    since: datetime | None = None
    renews_at: datetime | None = None
    kept: bool = True


class PendingSignIn(Protocol):
    """A sign-in under way, asked again and again; each question may wait for the network."""

    @property
    def prompt(self) -> SignInPrompt:
        """What the person has to do."""

    @property
    def wait_s(self) -> float:
        """How long to wait before asking again."""

    def check(self) -> SignInState | None:
        """The state once somebody is signed in; None as long as nobody is. An error when nothing comes of it."""

    def close(self) -> None:
        """Give up; may be called more than once."""
