"""A real provider of tokens on this computer: device codes, a sign-in page, refresh, and misbehaviour as told."""

from __future__ import annotations

import base64
import hashlib
import json
import ssl
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import IO, Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, Request, build_opener

from tests.certificates import authority, server_context

CLIENT = "the-house"
SECRET = "kept-in-the-keyring"
MAILBOX = "office@example.org"
Answer = dict[str, Any]


@dataclass(slots=True)
class Book:
    """What the provider knows: who may come, what it gave, what it was asked."""

    polls: list[str] = field(default_factory=list)
    codes: dict[str, Answer] = field(default_factory=dict)
    refresh: set[str] = field(default_factory=set)
    access: set[str] = field(default_factory=set)
    asked: list[tuple[str, Answer]] = field(default_factory=list)
    numbers: count[int] = field(default_factory=lambda: count(1))
    down: bool = False


class OAuthProvider:
    """Serves https on 127.0.0.1 while the context is open.

    polls are the answers to a device code, one a question: the error's name, or "ok". rotates gives a new refresh token
    each time and takes the old one back. expires_in is how long an access token is said to hold.
    """

    def __init__(self, *, polls: Sequence[str] = ("ok",), rotates: bool = True, expires_in: int = 3600) -> None:
        self.book = Book(polls=list(polls))
        self.rotates = rotates
        self.expires_in = expires_in
        self.interval = 5
        self.certificate_file = Path()
        self._folder = TemporaryDirectory(prefix="provider-")
        self._server = _Server(("127.0.0.1", 0), _Visit)
        self._server.provider = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def address(self) -> str:
        return f"https://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self.certificate_file = Path(self._folder.name) / "authority.pem"
        authority().cert_pem.write_to_path(self.certificate_file)
        context = server_context("127.0.0.1")
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        self._folder.cleanup()

    def is_good(self, access: str) -> bool:
        """Whether a mail server would take the token."""
        return access in self.book.access

    def expire_access(self) -> None:
        """No token given until now is taken by the mail server any more."""
        self.book.access.clear()

    def revoke(self) -> None:
        """The person, or the house, has taken the program's permission back."""
        self.book.refresh.clear()
        self.book.access.clear()

    def visit(self, address: str, *, state: str = "", then: bool = True) -> str:
        """A person goes to the sign-in page with a browser and agrees; what the browser shows in the end.

        state replaces the program's own, as a page of somebody else would.
        """
        context = ssl.create_default_context(cafile=self.certificate_file)
        first = build_opener(HTTPSHandler(context=context), _Stays)
        where = first.open(Request(address), timeout=20).headers["Location"]  # noqa: S310 - our own server
        if state:
            query = {**{name: values[0] for name, values in parse_qs(urlsplit(where).query).items()}, "state": state}
            where = f"{where.partition('?')[0]}?{urlencode(query)}"
        return look_at(where) if then else where

    def answer(self, path: str, asked: Answer) -> tuple[int, Answer | str]:
        """The status and what is said; a text is where the browser is sent."""
        self.book.asked.append((path, asked))
        if self.book.down:
            return 503, {"error": "temporarily_unavailable"}
        match path.rpartition("/")[2]:
            case "openid-configuration":
                return 200, self._about(path.partition("/v2.0/")[0])
            case "devicecode":
                return self._device_code(asked)
            case "auth":
                return 302, self._sign_in_page(asked)
            case "token":
                return self._token(asked)
            case _:
                return 404, {}

    def _about(self, tenant: str) -> Answer:
        base = f"{self.address}{tenant}"
        return {
            "issuer": f"{base}/v2.0",
            "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
            "token_endpoint": f"{base}/oauth2/v2.0/token",
            "device_authorization_endpoint": f"{base}/oauth2/v2.0/devicecode",
        }

    def _device_code(self, asked: Answer) -> tuple[int, Answer]:
        if asked.get("client_id") != CLIENT:
            return 400, {
                "error": "unauthorized_client",
                "error_description": "AADSTS700016: office@example.org unknown",
            }
        return 200, {
            "device_code": "device-1",
            "user_code": "BCDF-GHJK",
            "verification_uri": f"{self.address}/device",
            "expires_in": 900,
            "interval": self.interval,
        }

    def _sign_in_page(self, asked: Answer) -> str:
        code = f"code-{next(self.book.numbers)}"
        self.book.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def _token(self, asked: Answer) -> tuple[int, Answer]:
        match asked["grant_type"]:
            case "urn:ietf:params:oauth:grant-type:device_code":
                poll = self.book.polls.pop(0)
                return self._give() if poll == "ok" else (400, {"error": poll})
            case "authorization_code":
                page = self.book.codes.pop(str(asked.get("code")), None)
                return self._give() if page and _proves(page, asked) else (400, {"error": "invalid_grant"})
            case "refresh_token" if asked["refresh_token"] in self.book.refresh:
                if self.rotates:
                    self.book.refresh.discard(asked["refresh_token"])
                return self._give()
            case _:
                return 400, {"error": "invalid_grant", "error_description": "AADSTS700082: expired"}

    def _give(self) -> tuple[int, Answer]:
        number = next(self.book.numbers)
        # As long as Microsoft's, so that the keyring's and the command line's limits are met.
        access, refresh = f"access-{number}-" + "a" * 2400, f"refresh-{number}-" + "r" * 1500
        self.book.access.add(access)
        self.book.refresh.add(refresh)
        claims = {"aud": CLIENT, "preferred_username": MAILBOX, "iss": self.address, "sub": "1", "iat": 0, "exp": 2**40}
        return 200, {
            "access_token": access,
            "refresh_token": refresh,
            "token_type": "Bearer",
            "expires_in": self.expires_in,
            "id_token": ".".join((_base64({"alg": "none"}), _base64(claims), "")),
        }


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    provider: OAuthProvider

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A visitor who distrusts the certificate just leaves."""


class _Visit(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        self._say(*self.server.provider.answer(asked.path, _one_each(asked.query)))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        kind, _, login = self.headers.get("Authorization", "").partition(" ")
        client, _, secret = base64.b64decode(login).decode().partition(":") if kind == "Basic" else ("", "", "")
        # RFC 6749, 2.3.1: a program names itself by a header or in the body.
        given = {"client_id": client, "client_secret": secret} if client else {}
        self._say(*self.server.provider.answer(self.path, _one_each(body) | given))

    def _say(self, status: int, what: Answer | str) -> None:
        body = b"" if isinstance(what, str) else json.dumps(what).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if isinstance(what, str):
            self.send_header("Location", what)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Tests are quiet."""


class _Stays(HTTPRedirectHandler):
    """Shows where it was sent, and does not go there."""

    def http_error_302(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any) -> Any:
        return fp


def look_at(address: str) -> str:
    """What a browser shows at an address on this computer, whatever the status."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=20)
    connection.request("GET", f"{parts.path}?{parts.query}")
    text = connection.getresponse().read().decode()
    connection.close()
    return text


def _proves(page: Answer, asked: Answer) -> bool:
    """Whether whoever brings the code is who began (RFC 7636, 4.6), and the house's program."""
    made = base64.urlsafe_b64encode(hashlib.sha256(str(asked.get("code_verifier")).encode()).digest()).rstrip(b"=")
    return (
        page.get("code_challenge_method") == "S256"
        and page.get("code_challenge") == made.decode()
        and page.get("redirect_uri") == asked.get("redirect_uri")
        and asked.get("client_secret") == SECRET
    )


def _one_each(query: str) -> Answer:
    return {name: values[0] for name, values in parse_qs(query).items()}


def _base64(value: Answer) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()
