"""Waits on this very computer for the browser that comes back from signing in (RFC 8252, 7.3)."""

from __future__ import annotations

import secrets
import select
import socket
from contextlib import suppress
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

from reviewer.i18n import current_language
from reviewer.i18n import gettext as _

_MOST_BYTES = 16_384
_PATIENCE_S = 2.0
_AT_ONCE = 8


class LoopbackListener:
    """Takes what the browser brings at 127.0.0.1 and a port of its own; holds no thread."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))

    @property
    def address(self) -> str:
        """Where the browser has to come back to."""
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}/"

    def take(self, state: str) -> dict[str, str] | None:
        """What a browser with this state has brought; None when none has come. Everybody else is sent away."""
        for _visitor in range(_AT_ONCE):
            if self._socket.fileno() < 0 or not select.select([self._socket], [], [], 0)[0]:
                return None
            visitor, _address = self._socket.accept()
            with visitor, suppress(OSError):
                visitor.settimeout(_PATIENCE_S)
                brought = _query(_read_request(visitor))
                if secrets.compare_digest(brought.get("state", "").encode(), state.encode()):
                    visitor.sendall(_page(HTTPStatus.OK, _said(brought)))
                    return brought
                visitor.sendall(_page(HTTPStatus.BAD_REQUEST, _("This is not the sign-in that was begun here.")))
        return None

    def close(self) -> None:
        """Stop listening."""
        self._socket.close()


def _said(brought: dict[str, str]) -> str:
    if "code" in brought:
        return _("You can close this page and go back to the program.")
    return _("Nobody was signed in. You can close this page and go back to the program.")


def _read_request(visitor: socket.socket) -> bytes:
    request = b""
    while b"\r\n\r\n" not in request and len(request) < _MOST_BYTES:
        piece = visitor.recv(4096)
        if not piece:
            break
        request += piece
    return request


def _query(untrusted_request: bytes) -> dict[str, str]:
    """The first value of each name asked for; nothing unless it is a plain GET of the address we gave."""
    parts = untrusted_request.split(b"\r\n", 1)[0].decode("ascii", "replace").split(" ")
    if len(parts) != 3 or parts[0] != "GET":
        return {}
    try:
        asked = urlsplit(parts[1])
    except ValueError:
        return {}
    if asked.path != "/" or asked.netloc:
        return {}
    return {name: values[0] for name, values in parse_qs(asked.query).items()}


def _page(status: HTTPStatus, words: str) -> bytes:
    """A page of one sentence of ours; nothing that a visitor brought stands on it."""
    body = (
        f'<!doctype html><html lang="{current_language()}"><meta charset="utf-8"><title>Reviewer</title>'
        f'<body style="font: 18px sans-serif; margin: 20vh auto; max-width: 30em">{words}</body></html>'
    ).encode()
    head = (
        f"HTTP/1.1 {status.value} {status.phrase}\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Length: {len(body)}\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
        "Connection: close\r\n\r\n"
    )
    return head.encode() + body
