"""The answers of a mail server, within bounds: so many lines, so long, and whole within the time."""

from __future__ import annotations

import smtplib
import socket
from time import monotonic

LONGEST_LINE = 8_192
MOST_LINES = 200
_PIECE = 4_096


class UnintelligibleAnswerError(smtplib.SMTPException):
    """The server has said something that is no answer."""


class _Bounded:
    """Reads answers by itself: the library takes as many lines as come, and each byte renews its patience."""

    sock: socket.socket | None
    _unread = b""
    _unread_of: socket.socket | None = None

    def getreply(self) -> tuple[int, bytes]:
        """Code and words of the next answer; what came before encryption began is never read after it."""
        sock = self.sock
        if sock is None:
            raise smtplib.SMTPServerDisconnected("not connected")
        if self._unread_of is not sock:
            self._unread, self._unread_of = b"", sock
        patience = sock.gettimeout()
        try:
            return self._read_answer(sock, None if patience is None else monotonic() + patience)
        except UnintelligibleAnswerError:
            self.close()
            raise
        except OSError as error:
            self.close()
            raise smtplib.SMTPServerDisconnected("no answer") from error
        finally:
            if self.sock is sock:
                sock.settimeout(patience)

    def _read_answer(self, sock: socket.socket, until: float | None) -> tuple[int, bytes]:
        words: list[bytes] = []
        while len(words) < MOST_LINES:
            line = self._read_line(sock, until)
            if not line[:3].isdigit() or line[3:4] not in {b"", b" ", b"-"}:
                raise UnintelligibleAnswerError
            words.append(line[4:].strip(b" \t\r\n"))
            if line[3:4] != b"-":
                return int(line[:3]), b"\n".join(words)
        raise UnintelligibleAnswerError

    def _read_line(self, sock: socket.socket, until: float | None) -> bytes:
        while b"\n" not in self._unread:
            if len(self._unread) > LONGEST_LINE:
                raise UnintelligibleAnswerError
            if until is not None:
                left = until - monotonic()
                if left <= 0:
                    raise TimeoutError
                sock.settimeout(left)
            piece = sock.recv(_PIECE)
            if not piece:
                raise ConnectionResetError
            self._unread += piece
        line, _, self._unread = self._unread.partition(b"\n")
        if len(line) > LONGEST_LINE:
            raise UnintelligibleAnswerError
        return line.rstrip(b"\r")

    def close(self) -> None:
        """Part of the library's connection."""
        super().close()  # type: ignore[misc]  # what this is mixed into


class PlainConnection(_Bounded, smtplib.SMTP):
    """A connection that begins without encryption."""


class TlsConnection(_Bounded, smtplib.SMTP_SSL):
    """A connection encrypted from its first byte."""
