"""The SMTP transport: one connection for many letters, each failure judged by the moment it happened."""

from __future__ import annotations

import re
import smtplib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from email.policy import SMTP

from reviewer.domain.ids import LetterId
from reviewer.mail.smtp_answers import UnintelligibleAnswerError
from reviewer.mail.smtp_connection import Login, MailServer, failure_code, nothing_sent, open_connection
from reviewer.mail.transport import Fault, InDoubt, NotSent, SentRefused, safe_words

_GOODBYE_S = 2.0
_PIECE = 65_536
_LOGIN_WANTED = frozenset({530, 534, 535, 538})
_CLOSING = 421
_LEADING_DOT = re.compile(rb"(?m)^\.")


class SmtpTransport:
    """Hands letters to a mail server; never speaks to another machine without a verified certificate."""

    def __init__(self, server: MailServer, login: Login) -> None:
        self._server = server
        self._login = login

    def check(self) -> None:
        """Connect, verify and log in."""
        with self.connect():
            pass

    @contextmanager
    def connect(self) -> Iterator[SmtpSession]:
        """A session with its connection open and logged in."""
        session = SmtpSession(self._server, self._login)
        try:
            yield session
        finally:
            session.close()


class SmtpSession:
    """One connection used for many letters, opened anew when the server has hung up between two of them.

    Which outcome a failure has is decided by what the server can hold. Until the final dot is written it cannot hold
    a whole letter (dots at line starts are doubled, and RFC 5321, 4.1.1.4, forbids it to act on a part): NotSent. Once
    that write has begun, only an answer tells: 2xx sent, 4xx NotSent, 5xx SentRefused, anything else InDoubt.
    """

    def __init__(self, server: MailServer, login: Login) -> None:
        self._server = server
        self._login = login
        self._connection: smtplib.SMTP | None = None
        self._has_served = False
        self._dial()

    def send(self, letter: LetterId, message: EmailMessage, meanwhile: Callable[[], object] = lambda: None) -> None:
        """Hand the message over to the server; the letter's id is in its Message-ID."""
        sender = message["From"].addresses[0].addr_spec
        recipient = message["To"].addresses[0].addr_spec
        content = _LEADING_DOT.sub(b"..", message.as_bytes(policy=SMTP))
        connection = self._announce(sender, recipient, len(content))
        self._transmit(connection, content, recipient, meanwhile)
        self._has_served = True

    def close(self) -> None:
        """Take leave of the server, without waiting long for its answer."""
        connection = self._connection
        if connection is not None and connection.sock is not None:
            with suppress(OSError, smtplib.SMTPException):
                connection.sock.settimeout(_GOODBYE_S)
                connection.quit()
        self._drop()

    def _dial(self) -> smtplib.SMTP:
        self._connection = open_connection(self._server, self._login)
        self._has_served = False
        return self._connection

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _announce(self, sender: str, recipient: str, size: int) -> smtplib.SMTP:
        """MAIL, RCPT and DATA up to the server's go-ahead; the connection they went over."""
        connection = self._begin(sender, size)
        with nothing_sent():
            code, words = connection.rcpt(recipient)
            self._require(2, code, words, Fault.LETTER, recipient)
            code, words = connection.docmd("DATA")
            self._require(3, code, words, Fault.LETTER, recipient)
        return connection

    def _begin(self, sender: str, size: int) -> smtplib.SMTP:
        """MAIL; a server that has hung up on us since the last letter is called once more."""
        connection = self._connection
        if self._has_served and connection is not None and connection.sock is not None:
            with suppress(OSError, smtplib.SMTPException):
                code, words = _mail(connection, sender, size)
                if code != _CLOSING:
                    self._require(2, code, words, Fault.SERVER)
                    return connection
        if connection is None or connection.sock is None or self._has_served:
            self._drop()
            connection = self._dial()
        with nothing_sent():
            code, words = _mail(connection, sender, size)
            self._require(2, code, words, Fault.SERVER)
        return connection

    def _transmit(
        self, connection: smtplib.SMTP, content: bytes, recipient: str, meanwhile: Callable[[], object]
    ) -> None:
        with nothing_sent():
            # In pieces, each within the time: a large letter over a slow line takes longer as a whole.
            for start in range(0, len(content), _PIECE):
                connection.send(content[start : start + _PIECE])
        try:
            _set_timeout(connection, self._server.answer_timeout_s)
            connection.send(b".\r\n")
            meanwhile()
            code, words = connection.getreply()
            _set_timeout(connection, self._server.timeout_s)
        except UnintelligibleAnswerError:
            self._drop()
            raise InDoubt("smtp-answer-unintelligible") from None
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            raise InDoubt(failure_code(error)) from None
        if code // 100 not in {2, 4, 5}:
            self._drop()
            raise InDoubt("smtp-answer-unintelligible", reply=code)
        self._require(2, code, words, Fault.LETTER, recipient)

    def _require(self, wanted: int, code: int, words: bytes, fault: Fault, recipient: str = "") -> None:
        """Pass when the answer's first digit is wanted; otherwise leave the server ready for another letter."""
        if code // 100 == wanted:
            return
        reason = safe_words(code, words, recipient)
        if code == _CLOSING or code // 100 not in {4, 5}:
            self._drop()
            raise NotSent("smtp-turned-away", fault=Fault.SERVER, words=reason, reply=code)
        self._reset()
        if code in _LOGIN_WANTED:
            raise NotSent("smtp-login-wanted", fault=Fault.SERVER, words=reason, reply=code)
        if code // 100 == 4:
            raise NotSent("smtp-deferred", fault=fault, words=reason, reply=code)
        raise SentRefused("smtp-refused", fault=fault, words=reason, reply=code)

    def _reset(self) -> None:
        try:
            if self._connection is not None:
                self._connection.rset()
        except (OSError, smtplib.SMTPException):
            self._drop()


def _set_timeout(connection: smtplib.SMTP, seconds: float) -> None:
    if connection.sock is not None:
        connection.sock.settimeout(seconds)


def _mail(connection: smtplib.SMTP, sender: str, size: int) -> tuple[int, bytes]:
    return connection.mail(sender, [f"SIZE={size}"] if connection.has_extn("size") else [])
