"""Passwords and tokens of mail account and database: in the system's keyring, else in memory for this run."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

from reviewer.errors import Misconfigured, Unavailable

PASSWORD_FILE_VARIABLE = "REVIEWER_SMTP_PASSWORD_FILE"  # noqa: S105 - the name of a variable
SERVICE = "Reviewer SMTP"
DATABASE_SERVICE = "Reviewer database"
TOKEN_SERVICE = "Reviewer sign-in"  # noqa: S105 - the name of a place
CLIENT_SERVICE = "Reviewer sign-in client"
KEYRING_LIMIT_S = 20.0
TRUSTED_KEYRINGS = (
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.Windows.WinVaultKeyring",
    "keyring.backends.macOS.Keyring",
)


class Secrets:
    """Reads and keeps passwords; never writes one to a file."""

    def __init__(self, trusted: tuple[str, ...] = TRUSTED_KEYRINGS) -> None:
        self._trusted = trusted
        self._in_memory: dict[tuple[str, str], str] = {}

    def find_password(self, user: str) -> str | None:
        """The password for a mail account; None when nobody has given one."""
        named = os.environ.get(PASSWORD_FILE_VARIABLE)
        return _read_password_file(Path(named)) if named else self._find(SERVICE, user)

    def keep_password(self, user: str, password: str) -> bool:
        """Keep a mail account's in the keyring (True); without one for this run only (False)."""
        return self._keep(SERVICE, user, password)

    def find_database_password(self, url: str) -> str | None:
        """The password for a database, by its address without one; None leaves it to the server's own ways."""
        return self._find(DATABASE_SERVICE, url)

    def keep_database_password(self, url: str, password: str) -> bool:
        """Keep a database's in the keyring (True); without one for this run only (False)."""
        return self._keep(DATABASE_SERVICE, url, password)

    def find_client_secret(self, client: str) -> str | None:
        """What a provider gave beside the program's id when the house registered it; None when nobody has said."""
        return self._find(CLIENT_SERVICE, client)

    def keep_client_secret(self, client: str, secret: str) -> bool:
        """Keep it in the keyring (True); without one for this run only (False)."""
        return self._keep(CLIENT_SERVICE, client, secret)

    def find_token(self, place: str) -> str | None:
        """A piece of what signing in gave; None when there is none."""
        return self._find(TOKEN_SERVICE, place)

    def keep_token(self, place: str, piece: str) -> bool:
        """Keep a piece in the keyring (True); without one for this run only (False)."""
        return self._keep(TOKEN_SERVICE, place, piece)

    def forget_token(self, place: str) -> bool:
        """Remove a piece; False when there was none."""
        known = self._find(TOKEN_SERVICE, place) is not None
        self._in_memory.pop((TOKEN_SERVICE, place), None)
        with suppress(Unavailable):
            keyring = self._keyring()
            if _limited(lambda: [keyring.get_password(TOKEN_SERVICE, place)])[0] is not None:
                _limited(lambda: [keyring.delete_password(TOKEN_SERVICE, place)])
        return known

    def _find(self, service: str, account: str) -> str | None:
        if (service, account) in self._in_memory:
            return self._in_memory[service, account]
        try:
            keyring = self._keyring()
        except Unavailable:
            return None
        found: str | None = _limited(lambda: keyring.get_password(service, account))
        return found

    def _keep(self, service: str, account: str, password: str) -> bool:
        try:
            keyring = self._keyring()
            _limited(lambda: keyring.set_password(service, account, password))
        except Unavailable:
            self._in_memory[service, account] = password
            return False
        self._in_memory.pop((service, account), None)
        return True

    def keyring_name(self) -> str:
        """The keyring or file in use; Unavailable when the system has none that is trusted."""
        if os.environ.get(PASSWORD_FILE_VARIABLE):
            return PASSWORD_FILE_VARIABLE
        return self.trusted_keyring()

    def trusted_keyring(self) -> str:
        """The name of the system's keyring; Unavailable when it has none that is trusted."""
        return f"{type(self._keyring()).__module__}.{type(self._keyring()).__name__}"

    def _keyring(self) -> Any:
        found = _limited(_load_keyring)
        if f"{type(found).__module__}.{type(found).__name__}" not in self._trusted:
            candidates = [backend for backend in getattr(found, "backends", ()) if self._is_trusted(backend)]
            if not candidates:
                raise Unavailable("keyring-missing")
            return candidates[0]
        return found

    def _is_trusted(self, backend: object) -> bool:
        return f"{type(backend).__module__}.{type(backend).__name__}" in self._trusted


def split_password(url: str) -> tuple[str, str]:
    """A database's address without its password, and the password; empty when it has none."""
    try:
        parts = urlsplit(url)
        password = unquote(parts.password or "")
    except ValueError:
        return url, ""
    if not password:
        return url, ""
    user, _, _ = parts.netloc.rpartition("@")[0].partition(":")
    place = f"{user}@{parts.netloc.rpartition('@')[2]}"
    return urlunsplit(parts._replace(netloc=place)), password


def _load_keyring() -> Any:
    import keyring

    return keyring.get_keyring()


def _read_password_file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured("password-file-unreadable") from error


def _limited(work: Callable[[], Any]) -> Any:
    """Run keyring work in a thread with a limit: a locked keyring would wait for ever."""
    result: list[Any] = []

    def run() -> None:
        try:
            result.append(work())
        except Exception:  # noqa: BLE001 - backends raise what they like; without a result it is unavailable
            return

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(KEYRING_LIMIT_S)
    if not result:
        raise Unavailable("keyring-silent")
    return result[0]
