"""A real SMTP server for tests: certificates, login, and misbehaviour as told."""

from __future__ import annotations

import asyncio
import base64
import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from types import TracebackType
from typing import Any, Self

from aiosmtpd.smtp import MISSING, SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.certificates import authority, server_context
from tests.listening import LONGEST_AUTH, MECHANISMS, TOKEN_CHALLENGE, listen
from tests.received_letters import ReceivedMessage


class Step(StrEnum):
    """A moment in a letter's way through the server; each comes before the server's answer to it."""

    GREETING = "greeting"
    AUTH = "auth"
    MAIL = "mail"
    RCPT = "rcpt"
    DATA = "data"
    CONTENT = "content"
    """The first line of the text has arrived; a server has no answer to that."""
    ACCEPTED = "accepted"
    """All of the text has arrived: an answer refuses it; dropping or stalling keeps it and loses the answer."""
    RSET = "rset"


DROP = "drop"
"""Close the connection without a word."""
STALL = "stall"
"""Say nothing more and keep the connection open."""
DRIBBLE = "dribble"
"""Begin an answer and go on with it, a byte at a time, without ever ending it."""
ENDLESS = "endless"
"""Begin an answer and add line after line, without ever ending it."""
SILENT = frozenset({DROP, STALL, DRIBBLE, ENDLESS})
"""What is no answer."""


@dataclass(slots=True, kw_only=True)
class Trouble:
    """What goes wrong at a step: DROP, STALL or an answer ("450 4.2.0 Mailbox busy"), so many times, for whom."""

    at: Step
    what: str
    times: int = 1
    recipient: str = ""

    def __post_init__(self) -> None:
        if self.at is Step.CONTENT and self.what not in {DROP, STALL}:
            raise ValueError("a server does not answer in the middle of a text")


@dataclass(slots=True)
class _Record:
    """What the server's thread and the test both see."""

    messages: list[ReceivedMessage] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    connections: int = 0
    steps: list[Step] = field(default_factory=list)
    sasl: list[bytes] = field(default_factory=list)


class SmtpServer:
    """Listens on 127.0.0.1 while the context is open; with a user, letters need a login.

    security is starttls (required), tls or none. certificate_name is whom the certificate names: another one than the
    host makes it wrong. on_step is called in the server's thread before each step. hangs_up_after closes a connection
    once it has carried so many letters, with 421 at the next. auth names the mechanisms offered; XOAUTH2 takes the
    tokens that takes_token says are good. thinks_s is how long the server takes over each text before it answers;
    in_pieces sends each answer a few bytes at a time. pipelining says that commands may come in groups (RFC 2920).
    """

    def __init__(
        self,
        *,
        security: str = "starttls",
        user: str = "",
        password: str = "",
        troubles: Sequence[Trouble] = (),
        certificate_name: str = "127.0.0.1",
        on_step: Callable[[Step], None] | None = None,
        hangs_up_after: int = 0,
        auth: Sequence[str] = ("PLAIN", "LOGIN"),
        takes_token: Callable[[str], bool] = lambda _token: False,
        thinks_s: float = 0.0,
        in_pieces: bool = False,
        pipelining: bool = False,
        port: int = 0,
    ) -> None:
        self.security = security
        self.user = user
        self.password = password
        self.hangs_up_after = hangs_up_after
        self.auth = tuple(auth)
        self.takes_token = takes_token
        self.thinks_s = thinks_s
        self.in_pieces = in_pieces
        self.pipelining = pipelining
        self.host = "127.0.0.1"
        self.port = port
        self.certificate_file = Path()
        self._certificate_name = certificate_name
        self._on_step = on_step
        self._record = _Record(troubles=list(troubles))
        self._folder: TemporaryDirectory[str] | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, name="smtp-server", daemon=True)
        self._ready = threading.Event()
        self._sockets: list[socket.socket] = []
        self._sessions: set[_ScriptedSmtp] = set()
        self.tls_context: ssl.SSLContext | None = None

    @property
    def messages(self) -> list[ReceivedMessage]:
        """The letters the server has accepted (or would have, had it not lost the connection), in order."""
        return self._record.messages

    @property
    def connections(self) -> int:
        """How many connections were opened."""
        return self._record.connections

    @property
    def steps(self) -> list[Step]:
        """The steps that were reached, in order."""
        return self._record.steps

    @property
    def sasl(self) -> list[bytes]:
        """What came with each AUTH XOAUTH2, decoded."""
        return self._record.sasl

    def check_token(self, sasl: bytes) -> bool:
        """Whether this is user and token byte for byte as XOAUTH2 has them."""
        self._record.sasl.append(sasl)
        start = f"user={self.user}\x01auth=Bearer ".encode()
        end = b"\x01\x01"
        if not sasl.startswith(start) or not sasl.endswith(end):
            return False
        return self.takes_token(sasl.removeprefix(start).removesuffix(end).decode("ascii", "replace"))

    def add(self, trouble: Trouble) -> None:
        """One more trouble ahead."""
        self._record.troubles.append(trouble)

    def __enter__(self) -> Self:
        self._folder = TemporaryDirectory(prefix="smtp-server-")
        self.certificate_file = Path(self._folder.name) / "authority.pem"
        authority().cert_pem.write_to_path(self.certificate_file)
        self.tls_context = server_context(self._certificate_name)
        listening = listen(self.host, self.port)
        self.port = listening.getsockname()[1]
        self._sockets = [listening]
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        if self._folder is not None:
            self._folder.cleanup()

    def hang_up(self) -> None:
        """Close every connection that is open now."""
        asyncio.run_coroutine_threadsafe(self._abort_all(), self._loop).result()

    async def _abort_all(self) -> None:
        for session in list(self._sessions):
            session.abort()

    def _serve(self) -> None:
        loop = self._loop
        asyncio.set_event_loop(loop)
        implicit = self.tls_context if self.security == "tls" else None
        listening = loop.run_until_complete(
            loop.create_server(lambda: _ScriptedSmtp(self, loop), sock=self._sockets[0], ssl=implicit)
        )
        self._ready.set()
        loop.run_forever()
        listening.close()
        loop.run_until_complete(self._end())
        loop.close()

    async def _end(self) -> None:
        await self._abort_all()
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)
        await asyncio.sleep(0)

    def opened(self, session: _ScriptedSmtp) -> None:
        self._sessions.add(session)
        self._record.connections += 1

    def closed(self, session: _ScriptedSmtp) -> None:
        self._sessions.discard(session)

    def reach(self, step: Step, recipients: Sequence[str]) -> str:
        """Note the step; what goes wrong at it, or nothing."""
        self._record.steps.append(step)
        if self._on_step is not None:
            self._on_step(step)
        for trouble in self._record.troubles:
            fits = not trouble.recipient or trouble.recipient in recipients
            if trouble.at is step and trouble.times != 0 and fits:
                trouble.times -= 1
                return trouble.what
        return ""

    def accept(self, envelope: Envelope, user: str) -> None:
        content = envelope.original_content
        assert content is not None
        self._record.messages.append(
            ReceivedMessage(
                sender=envelope.mail_from or "",
                recipients=tuple(envelope.rcpt_tos),
                user=user,
                raw=content,
                at=perf_counter(),
            )
        )


class _ScriptedSmtp(SMTP):
    """One connection, with the troubles of its server."""

    line_length_limit = LONGEST_AUTH

    def __init__(self, server: SmtpServer, loop: asyncio.AbstractEventLoop) -> None:
        starttls = server.security == "starttls"
        super().__init__(
            self,
            hostname="mail.example.org",
            ident="ready",
            tls_context=server.tls_context if starttls else None,
            require_starttls=starttls,
            auth_require_tls=starttls,
            auth_exclude_mechanism=MECHANISMS - set(server.auth if server.user else ()),
            authenticator=self._check_login,
            loop=loop,
        )
        self.command_size_limits["AUTH"] = LONGEST_AUTH
        self._scripted = server
        self._carried = 0
        self._user = ""

    def _check_login(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: LoginPassword
    ) -> AuthResult:
        self._user = data.login.decode()
        right = (self._user, data.password.decode()) == (self._scripted.user, self._scripted.password)
        return AuthResult(success=right, handled=False, auth_data=data)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if self.transport is None:
            self._scripted.opened(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        self._scripted.closed(self)
        super().connection_lost(error)

    def abort(self) -> None:
        """Close without a word."""
        for transport in (self._original_transport, self.transport):
            if isinstance(transport, asyncio.WriteTransport):
                # Python 3.11.2 cannot abort a TLS transport that was closed twice (by QUIT and at the client's end).
                with suppress(AttributeError):
                    transport.abort()

    async def _handle_client(self) -> None:
        if not await self._fails(Step.GREETING):
            await super()._handle_client()

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        host, *rest = responses
        return [host, "250-PIPELINING", *rest] if self._scripted.pipelining else responses

    async def smtp_RSET(self, arg: str) -> None:
        if not await self._fails(Step.RSET):
            await super().smtp_RSET(arg)

    async def smtp_AUTH(self, arg: str) -> None:
        if not await self._fails(Step.AUTH):
            await super().smtp_AUTH(arg)

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:
        """Refuse as the large providers do: a challenge with JSON in it, an empty answer to it, then 535."""
        sasl = base64.b64decode(args[1], validate=True) if len(args) == 2 else b""
        if self._scripted.check_token(sasl):
            self._user = self._scripted.user
            return AuthResult(success=True)
        answer = await self.challenge_auth(TOKEN_CHALLENGE)
        if answer is MISSING:
            return AuthResult(success=False, handled=True)
        return AuthResult(success=False, handled=False, message="535 5.7.3 Authentication unsuccessful")

    async def smtp_MAIL(self, arg: str | None) -> None:
        assert self.session is not None
        if self._scripted.user and not self.session.authenticated:
            await self.push("530 5.7.0 Authentication required")
        elif self._scripted.hangs_up_after and self._carried >= self._scripted.hangs_up_after:
            await self.push("421 4.7.0 Enough for one connection")
            self.abort()
        elif not await self._fails(Step.MAIL):
            await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg: str | None) -> None:
        address = (self._getaddr(self._strip_command_keyword("TO:", arg or "") or "")[0]) or ""
        if not await self._fails(Step.RCPT, address):
            await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg: str) -> None:
        assert self.envelope is not None
        recipients = self.envelope.rcpt_tos
        if await self._fails(Step.DATA, *recipients):
            return
        what = self._scripted.reach(Step.CONTENT, recipients)
        if what:
            await self.push("354 End data with <CR><LF>.<CR><LF>")
            await self._reader.readuntil(b"\r\n")
            await self._go_wrong(what)
        else:
            await super().smtp_DATA(arg)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        what = self._scripted.reach(Step.ACCEPTED, envelope.rcpt_tos)
        if what and what not in SILENT:
            if what.startswith("421"):
                self.loop.call_soon(self._close)
            return what
        self._scripted.accept(envelope, self._user)
        self._carried += 1
        if self._scripted.thinks_s:
            await asyncio.sleep(self._scripted.thinks_s)
        if what:
            await self._go_wrong(what)
        return "250 2.0.0 Accepted"

    def _close(self) -> None:
        if self.transport is not None:
            self.transport.close()

    async def _fails(self, step: Step, *recipients: str) -> bool:
        what = self._scripted.reach(step, recipients)
        if what:
            await self._go_wrong(what)
        return bool(what)

    async def push(self, status: Any) -> None:
        """Answer; in pieces of a few bytes each, if the server is told to."""
        if not self._scripted.in_pieces:
            await super().push(status)
            return
        answer = (status if isinstance(status, bytes) else status.encode("ascii")) + b"\r\n"
        for start in range(0, len(answer), 3):
            await self._write(answer[start : start + 3])

    async def _write(self, piece: bytes) -> None:
        """After the last piece of an answer the other side may speak TLS at once: nothing may be waited for then."""
        assert self._writer is not None
        await asyncio.sleep(0.001)
        self._writer.write(piece)
        await self._writer.drain()

    async def _go_wrong(self, what: str) -> None:
        while what in {DRIBBLE, ENDLESS}:
            await self._write(b"2" if what == DRIBBLE else b"250-and so on\r\n" * 50)
        if what == STALL:
            await asyncio.Event().wait()
        if what == DROP:
            self.abort()
            raise asyncio.CancelledError
        await self.push(what)
        if what.startswith("421"):
            self._close()
