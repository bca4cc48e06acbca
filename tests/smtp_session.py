"""One connection to the SMTP server of the tests: real but for the troubles it was told of."""

from __future__ import annotations

import asyncio
import base64
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from aiosmtpd.smtp import MISSING, SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.listening import LONGEST_AUTH, MECHANISMS, TOKEN_CHALLENGE
from tests.smtp_troubles import DRIBBLE, DROP, ENDLESS, SILENT, STALL, Step

if TYPE_CHECKING:
    from tests.smtp_servers import SmtpServer


class ScriptedSmtp(SMTP):
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
