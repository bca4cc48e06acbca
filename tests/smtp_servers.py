"""A real SMTP server for tests: certificates, login, and misbehaviour as told."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from types import TracebackType
from typing import Self

from aiosmtpd.smtp import Envelope

from tests.certificates import authority, server_context
from tests.listening import listen
from tests.received_letters import ReceivedMessage
from tests.smtp_session import ScriptedSmtp
from tests.smtp_troubles import Step, Trouble


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
        self._sessions: set[ScriptedSmtp] = set()
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
            loop.create_server(lambda: ScriptedSmtp(self, loop), sock=self._sockets[0], ssl=implicit)
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

    def opened(self, session: ScriptedSmtp) -> None:
        self._sessions.add(session)
        self._record.connections += 1

    def closed(self, session: ScriptedSmtp) -> None:
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
