"""Opens a connection to a mail server: verified, logged in, and every failure named."""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import Protocol

from reviewer.errors import Misconfigured
from reviewer.mail.smtp_answers import PlainConnection, TlsConnection, UnintelligibleAnswerError
from reviewer.mail.transport import Fault, NotSent, safe_words


class Security(StrEnum):
    """How the connection is protected; none is for this very machine only."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where and how letters are handed over; an empty user means no login, ca_file adds a certificate authority.

    answer_timeout_s is how long the server may think after the last byte: giving up there leaves a letter in doubt.
    """

    host: str
    port: int
    security: Security
    user: str = ""
    ca_file: Path | None = None
    timeout_s: float = 20.0
    answer_timeout_s: float = 60.0


class Login(Protocol):
    """How a connection becomes ours: nothing, a password, or a token."""

    def prepare(self, server: MailServer) -> None:
        """Get ready before anything is dialled; NotSent or Misconfigured when that cannot be."""

    def perform(self, connection: smtplib.SMTP, server: MailServer) -> None:
        """Log in over an open connection; NotSent with the server's words when it refuses."""

    def may_try_again(self, refusal: NotSent) -> bool:
        """Whether a refusal was mended, so that one more connection is worth it."""


def open_connection(server: MailServer, login: Login) -> smtplib.SMTP:
    """A connection ready for letters; Misconfigured, or NotSent with the server at fault."""
    if not server.host:
        raise Misconfigured("smtp-host-missing")
    if server.security is Security.NONE and not _is_this_machine(server.host):
        raise Misconfigured("smtp-unencrypted")
    login.prepare(server)
    context = _tls_context(server.ca_file)
    try:
        return _open(server, context, login)
    except NotSent as error:
        if not login.may_try_again(error):
            raise
    return _open(server, context, login)


def _open(server: MailServer, context: ssl.SSLContext, login: Login) -> smtplib.SMTP:
    with nothing_sent():
        connection = _dial(server, context)
        try:
            _introduce(connection)
            if server.security is Security.STARTTLS:
                connection.starttls(context=context)
                connection.ehlo_or_helo_if_needed()
            login.perform(connection, server)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def nothing_sent() -> Iterator[None]:
    """Turn the failures of network and server within into NotSent with the server at fault."""
    try:
        yield
    except smtplib.SMTPResponseException as error:
        words = safe_words(error.smtp_code, error.smtp_error)
        raise NotSent("smtp-turned-away", fault=Fault.SERVER, words=words, reply=error.smtp_code) from None
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(failure_code(error), fault=Fault.SERVER) from None


def failure_code(error: Exception) -> str:
    """The name of what went wrong between us and the server."""
    match error:
        case ssl.SSLCertVerificationError():
            return "smtp-certificate-not-trusted"
        case ssl.SSLError():
            return "smtp-tls-failed"
        case UnintelligibleAnswerError():
            return "smtp-not-understood"
        case smtplib.SMTPNotSupportedError():
            return "smtp-starttls-not-offered"
        case smtplib.SMTPServerDisconnected():
            return "smtp-timeout" if isinstance(error.__context__, TimeoutError) else "smtp-connection-lost"
        case socket.gaierror():
            return "smtp-host-unknown"
        case TimeoutError():
            return "smtp-timeout"
        case ConnectionRefusedError():
            return "smtp-connection-refused"
        case ConnectionError():
            return "smtp-connection-lost"
        case _:
            return "smtp-unreachable"


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _tls_context(ca_file: Path | None) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=ca_file)
        except OSError:
            raise Misconfigured("smtp-ca-file-unreadable") from None
    return context


def _dial(server: MailServer, context: ssl.SSLContext) -> smtplib.SMTP:
    """Connect and read the greeting; the name given here only keeps smtplib from asking the network for ours."""
    if server.security is Security.TLS:
        return TlsConnection(server.host, server.port, "localhost", timeout=server.timeout_s, context=context)
    return PlainConnection(server.host, server.port, "localhost", timeout=server.timeout_s)


def _introduce(connection: smtplib.SMTP) -> None:
    """Say EHLO with our address as RFC 5321, 4.1.3, writes it, and send small pieces at once.

    Without TCP_NODELAY the final dot would wait for the acknowledgement of the text before it.
    """
    if connection.sock is not None:
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        address = connection.sock.getsockname()[0]
        connection.local_hostname = f"[IPv6:{address}]" if ":" in address else f"[{address}]"
    connection.ehlo_or_helo_if_needed()
