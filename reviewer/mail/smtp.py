"""The SMTP transport: one connection for many letters, each failure judged by the moment it happened."""

from __future__ import annotations

import re
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from reviewer.domain.ids import LetterId
from reviewer.mail.message import Message
from reviewer.mail.smtp_answers import UnintelligibleAnswerError
from reviewer.mail.smtp_connection import Login, MailServer, failure_code, nothing_sent, open_connection
from reviewer.mail.transport import (
    Fault,
    InDoubt,
    MayLeave,
    Meanwhile,
    NotSent,
    SentRefused,
    always,
    nothing,
    safe_words,
)

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

    Which outcome a failure has is decided by what the server can hold. Without the final dot it cannot hold a
    whole letter (dots at line starts are doubled, and RFC 5321, 4.1.1.4, forbids it to act on a part): NotSent. Once
    the write that ends with the dot has begun, only an answer tells: 2xx sent, 4xx NotSent, 5xx
    SentRefused, anything else InDoubt.
    """

    def __init__(self, server: MailServer, login: Login) -> None:
        self._server = server
        self._login = login
        self._connection: smtplib.SMTP | None = None
        self._has_served = False
        self._unheard = 0
        self._dial()

    def send(
        self, letter: LetterId, message: Message, may_leave: MayLeave = always, meanwhile: Meanwhile = nothing
    ) -> bool:
        """Hand the message over to the server, which hears whom it is for while may_leave is asked."""
        self._announce(message)
        try:
            leaves = may_leave()
        except BaseException:
            self._reset()
            raise
        if not leaves:
            self._reset()
            return False
        connection = self._begin(message)
        self._transmit(connection, _LEADING_DOT.sub(b"..", message.content), message.recipient, meanwhile)
        self._has_served = True
        return True

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
        self._unheard = 0
        if connection is not None:
            connection.close()

    def _announce(self, message: Message) -> None:
        """Say MAIL, and RCPT with it where the server takes both at once; the answers are heard by _begin."""
        connection = self._connection
        if connection is not None and connection.sock is not None:
            with suppress(OSError, smtplib.SMTPException):
                self._say(connection, message)
                return
        self._drop()
        self._say_anew(message)

    def _say_anew(self, message: Message) -> smtplib.SMTP:
        connection = self._dial()
        with nothing_sent():
            self._say(connection, message)
        return connection

    def _say(self, connection: smtplib.SMTP, message: Message) -> None:
        commands = [_mail(connection, message), _rcpt(message)]
        if not connection.has_extn("pipelining"):
            commands.pop()
        connection.send("".join(commands))
        self._unheard = len(commands)

    def _hear(self, connection: smtplib.SMTP) -> tuple[int, bytes]:
        answer = connection.getreply()
        self._unheard -= 1
        return answer

    def _begin(self, message: Message) -> smtplib.SMTP:
        """MAIL, RCPT and DATA up to the server's go-ahead; the connection they went over."""
        connection = self._admitted(message)
        with nothing_sent():
            if not self._unheard:
                connection.send(_rcpt(message))
                self._unheard = 1
            code, words = self._hear(connection)
            self._require(2, code, words, Fault.LETTER, message.recipient)
            code, words = connection.docmd("DATA")
            self._require(3, code, words, Fault.LETTER, message.recipient)
        return connection

    def _admitted(self, message: Message) -> smtplib.SMTP:
        """The answer to MAIL; a server that has hung up on us since the last letter is called once more."""
        connection = self._connection
        if self._has_served and connection is not None:
            with suppress(OSError, smtplib.SMTPException):
                code, words = self._hear(connection)
                if code != _CLOSING:
                    self._require(2, code, words, Fault.SERVER)
                    return connection
            self._drop()
        connection = self._connection or self._say_anew(message)
        with nothing_sent():
            code, words = self._hear(connection)
            self._require(2, code, words, Fault.SERVER)
        return connection

    def _transmit(self, connection: smtplib.SMTP, content: bytes, recipient: str, meanwhile: Meanwhile) -> None:
        # In pieces, each within the time: a large letter over a slow line takes longer as a whole.
        pieces = [content[start : start + _PIECE] for start in range(0, len(content), _PIECE)]
        with nothing_sent():
            for piece in pieces[:-1]:
                connection.send(piece)
        try:
            connection.send(pieces[-1] + b".\r\n")
            _set_timeout(connection, self._server.answer_timeout_s)
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
        """Leave the server ready for another letter: what it has still to say of this one is heard first."""
        connection = self._connection
        if connection is None:
            return
        try:
            while self._unheard:
                if self._hear(connection)[0] == _CLOSING:
                    self._drop()
                    return
            connection.rset()
        except (OSError, smtplib.SMTPException):
            self._drop()


def _set_timeout(connection: smtplib.SMTP, seconds: float) -> None:
    if connection.sock is not None:
        connection.sock.settimeout(seconds)


def _mail(connection: smtplib.SMTP, message: Message) -> str:
    size = f" SIZE={len(message.content)}" if connection.has_extn("size") else ""
    return f"MAIL FROM:<{message.sender}>{size}\r\n"


def _rcpt(message: Message) -> str:
    return f"RCPT TO:<{message.recipient}>\r\n"
