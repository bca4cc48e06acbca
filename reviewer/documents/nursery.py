"""A warm process that forks a worker when one is asked for, where the system can fork safely (Linux)."""

from __future__ import annotations

import os
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress

from reviewer.documents.child_process import ForkedProcess, bare_environment
from reviewer.documents.slots import PixelSlots

FORKED = struct.Struct("I")
WANTED = b"w"
_PIPE_BYTES = 1 << 20


def _pipe() -> tuple[int, int]:
    """A pipe that holds most documents whole, so that sending one takes few turns."""
    reading, writing = os.pipe()
    if sys.platform == "linux":
        import fcntl

        # A user's pipes together may not pass a bound of the system's; then this one stays small.
        with suppress(OSError):
            fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    return reading, writing


class Nursery:
    """Forks workers that are warm at once; itself it never sees a byte of a document. For any number of threads."""

    def __init__(self, process: subprocess.Popen[bytes], line: socket.socket) -> None:
        self._process = process
        self._line = line
        self._asking = threading.Lock()

    @classmethod
    def start(cls, command: Sequence[str], patience_s: float) -> Nursery | None:
        """Start one, which warms up meanwhile; None where workers are started one by one."""
        if sys.platform != "linux":
            return None
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            process = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell, nothing of a stranger's
                command,
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=bare_environment(),
                start_new_session=True,
            )
        except OSError:
            ours.close()
            return None
        finally:
            theirs.close()
        ours.settimeout(patience_s)
        return cls(process, ours)

    def fork(self, slots: PixelSlots | None) -> ForkedProcess:
        """A new worker; OSError when the nursery has gone or cannot."""
        requests_in, requests = _pipe()
        answers, answers_out = _pipe()
        try:
            pid, descriptor = self._ask((requests_in, answers_out, *(slots.descriptors if slots else ())))
        except BaseException:
            os.close(requests)
            os.close(answers)
            raise
        finally:
            os.close(requests_in)
            os.close(answers_out)
        return ForkedProcess(pid, descriptor, requests, answers)

    def _ask(self, lent: tuple[int, ...]) -> tuple[int, int]:
        with self._asking:
            socket.send_fds(self._line, [WANTED], lent)
            answer, descriptors, _flags, _address = socket.recv_fds(self._line, FORKED.size, 1)
        if len(answer) != FORKED.size or len(descriptors) != 1:
            raise ConnectionAbortedError
        return FORKED.unpack(answer)[0], descriptors[0]

    def close(self) -> None:
        """End it; workers it forked live on until they are ended."""
        with self._asking:
            self._line.close()
            self._process.kill()
            self._process.wait()
