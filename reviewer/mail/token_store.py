"""Keeps a mailbox's tokens in the keyring alone, in pieces as small as every keyring takes."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from uuid import uuid4

from reviewer.mail.oauth import Tokens
from reviewer.secrets import Secrets

PIECE = 1_000
"""Characters; Windows keeps 1,280 at most, and a provider's token may have thousands."""
MOST_PIECES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTokens:
    """Tokens with the moment in which the person signed in."""

    tokens: Tokens
    since: datetime


class TokenStore:
    """One mailbox's place in the keyring: its head names the pieces, so that a half-written set is never read."""

    def __init__(self, secrets: Secrets, place: str) -> None:
        self._secrets = secrets
        self._place = place

    def find(self) -> KeptTokens | None:
        """What is kept; None when nobody is signed in, or when it cannot be read any more."""
        pieces = [self._secrets.find_token(name) for name in self._pieces()]
        if not pieces or None in pieces:
            return None
        try:
            return _read("".join(piece or "" for piece in pieces))
        except (ValueError, KeyError, TypeError):
            return None

    def keep(self, kept: KeptTokens) -> bool:
        """Replace what is kept; False when no keyring takes it, so that it is kept for this run only."""
        before, text, set_ = self._pieces(), _write(kept), uuid4().hex[:8]
        pieces = [text[start : start + PIECE] for start in range(0, len(text), PIECE)]
        lasting = [
            self._secrets.keep_token(f"{self._place} {set_} {n}", piece)
            for n, piece in zip(count(1), pieces, strict=False)
        ]
        lasting.append(self._secrets.keep_token(self._place, f"{set_} {len(pieces)}"))
        for name in before:
            self._secrets.forget_token(name)
        return all(lasting)

    def forget(self) -> bool:
        """Remove all of it; False when there was nothing."""
        pieces = self._pieces()
        was_there = self._secrets.forget_token(self._place)
        for name in pieces:
            self._secrets.forget_token(name)
        return was_there

    def _pieces(self) -> list[str]:
        set_, _, number = (self._secrets.find_token(self._place) or "").partition(" ")
        amount = 0
        with suppress(ValueError):
            amount = min(int(number), MOST_PIECES)
        return [f"{self._place} {set_} {n}" for n in range(1, amount + 1)]


def _write(kept: KeptTokens) -> str:
    tokens = kept.tokens
    return json.dumps(
        {
            "access": tokens.access,
            "refresh": tokens.refresh,
            "expires_at": tokens.expires_at.isoformat(),
            "account": tokens.account,
            "since": kept.since.isoformat(),
        }
    )


def _read(text: str) -> KeptTokens:
    values = json.loads(text)
    tokens = Tokens(
        access=str(values["access"]),
        refresh=str(values["refresh"]),
        expires_at=datetime.fromisoformat(values["expires_at"]),
        account=str(values["account"]),
    )
    return KeptTokens(tokens=tokens, since=datetime.fromisoformat(values["since"]))
