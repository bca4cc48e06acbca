"""Logging in at a mail server: with a password (PLAIN, LOGIN) or with a provider's token (XOAUTH2)."""

from __future__ import annotations

import base64
import smtplib
from collections.abc import Callable
from typing import Protocol

from reviewer.errors import Misconfigured
from reviewer.mail.smtp_connection import MailServer, Security
from reviewer.mail.transport import Fault, NotSent, safe_words

_TOKEN_REFUSED = "smtp-token-refused"  # noqa: S105 - the name of a failure


class AccessTokens(Protocol):
    """Where tokens come from."""

    def access_token(self) -> str:
        """A token that holds; NotSent when there is none."""

    def token_instead_of(self, refused: str) -> str:
        """Another one than that which the server has refused; NotSent when there is none."""


class PasswordLogin:
    """Logs in with user and password; a server without a user wants no login."""

    def __init__(self, password: Callable[[], str | None]) -> None:
        self._ask = password
        self._password: str | None = None

    def prepare(self, server: MailServer) -> None:
        """Look for the password."""
        self._password = self._ask() if server.user else None
        if server.user and not self._password:
            raise NotSent("smtp-password-missing", fault=Fault.SERVER)

    def perform(self, connection: smtplib.SMTP, server: MailServer) -> None:
        """Log in by PLAIN or LOGIN in UTF-8; smtplib's own login takes ASCII passwords alone."""
        user, password = server.user, self._password
        if not user or not password:
            return
        offered = _offered(connection)
        if "PLAIN" in offered:
            code, words = connection.docmd("AUTH", "PLAIN " + _base64(f"\x00{user}\x00{password}"))
        elif "LOGIN" in offered:
            code, words = connection.docmd("AUTH", "LOGIN")
            for answer in (user, password):
                if code == 334:
                    code, words = connection.docmd(_base64(answer))
        else:
            raise NotSent("smtp-login-not-offered", fault=Fault.SERVER)
        if code // 100 != 2:
            name = "smtp-login-refused" if code // 100 == 5 else "smtp-login-unavailable"
            raise NotSent(name, fault=Fault.SERVER, words=safe_words(code, words, user), reply=code)

    def may_try_again(self, refusal: NotSent) -> bool:
        """A password does not mend by itself."""
        return False


class TokenLogin:
    """Logs in with a token, over TLS alone; one that the server refuses is renewed once."""

    def __init__(self, tokens: AccessTokens) -> None:
        self._tokens = tokens
        self._token = ""

    def prepare(self, server: MailServer) -> None:
        """Have a token ready, which may take a visit to the provider."""
        if server.security is Security.NONE:
            raise Misconfigured("smtp-token-unencrypted")
        self._token = self._tokens.access_token()

    def perform(self, connection: smtplib.SMTP, server: MailServer) -> None:
        """Log in by XOAUTH2; a refusal comes as a challenge, which wants an empty answer, and then as 535."""
        if "XOAUTH2" not in _offered(connection):
            raise NotSent("smtp-token-not-taken", fault=Fault.SERVER)
        code, words = connection.docmd("AUTH", "XOAUTH2 " + _base64(sasl_string(server.user, self._token)))
        if code == 334:
            code, words = connection.docmd("")
        if code // 100 != 2:
            name = _TOKEN_REFUSED if code // 100 == 5 else "smtp-login-unavailable"
            raise NotSent(name, fault=Fault.SERVER, words=safe_words(code, words, server.user), reply=code)

    def may_try_again(self, refusal: NotSent) -> bool:
        """Once, with a new token."""
        if refusal.code != _TOKEN_REFUSED:
            return False
        self._token = self._tokens.token_instead_of(self._token)
        return True


def sasl_string(user: str, token: str) -> str:
    """What XOAUTH2 sends first; neither part may hold the character that ends it."""
    if "\x01" in user or "\x01" in token:
        raise Misconfigured("smtp-user-not-plain")
    return f"user={user}\x01auth=Bearer {token}\x01\x01"


def _offered(connection: smtplib.SMTP) -> list[str]:
    return connection.esmtp_features.get("auth", "").upper().split()


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode("ascii")
