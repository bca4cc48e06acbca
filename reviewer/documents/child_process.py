"""A worker's process as the program holds it: started anew, or forked from one that is warm already."""

from __future__ import annotations

import os
import select
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from io import FileIO
from typing import Protocol, cast

from reviewer.documents.patience import LOOK_S, Patience

# Two processes started at once could inherit each other's pipes on Windows.
_starting = threading.Lock()
_PIPE_PAGE = 4096


class ChildProcess(Protocol):
    """A process that answers on two pipes; once it has ended it stays ended."""

    pid: int
    requests: FileIO
    answers: FileIO

    def has_ended(self, wait_s: float = 0) -> bool: ...

    def dismiss(self) -> None:
        """Kill it if it still runs, and wait for nothing."""

    def end(self) -> None:
        """Kill it if it still runs, and wait until it is gone."""

    def close(self) -> None:
        """Let go of the pipes, after its end."""


def bare_environment() -> dict[str, str]:
    """What of the user's environment a worker needs to start."""
    return {name: os.environ[name] for name in ("SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}


def _room(pipe: FileIO) -> int:
    """How many bytes an empty pipe takes at once; 0 where that is not known."""
    if sys.platform != "linux":
        return 0
    import fcntl

    # A header and what follows it may each begin a page of their own.
    return fcntl.fcntl(pipe.fileno(), fcntl.F_GETPIPE_SZ) - 2 * _PIPE_PAGE


class TimedPipe:
    """An end of a pipe that waits as long as its patience holds (POSIX); TimeoutError when that is over."""

    def __init__(self, pipe: FileIO) -> None:
        os.set_blocking(pipe.fileno(), False)
        self._pipe = pipe
        self.room = _room(pipe)
        self._waiting = select.poll()
        self._waiting.register(pipe.fileno(), select.POLLOUT if pipe.writable() else select.POLLIN)
        self.patience = Patience(0.0)
        self._ahead = memoryview(b"")

    @property
    def descriptor(self) -> int:
        """What the system calls it."""
        return self._pipe.fileno()

    def peek(self, size: int) -> memoryview:
        """The next bytes, at most so many, as far as they are there; they are still to be read. Waits for nothing."""
        if len(self._ahead) < size:
            more = self._pipe.read(size - len(self._ahead))
            self._ahead = memoryview(bytes(self._ahead) + (more or b""))
        return self._ahead[:size]

    def lies_there(self) -> int:
        """How many bytes are there to be read."""
        if sys.platform == "win32":
            return len(self._ahead)
        import fcntl
        import termios

        (waiting,) = struct.unpack("i", fcntl.ioctl(self._pipe.fileno(), termios.FIONREAD, bytes(4)))
        return len(self._ahead) + int(waiting)

    def is_at_end(self) -> bool:
        """Whether nothing is there to be read and nothing will come any more."""
        hung_up = any(event & select.POLLHUP for _descriptor, event in self._waiting.poll(0))
        return hung_up and not self.lies_there()

    def readinto(self, buffer: memoryview, /) -> int | None:
        if self._ahead:
            taken = min(len(buffer), len(self._ahead))
            buffer[:taken], self._ahead = self._ahead[:taken], self._ahead[taken:]
            return taken
        while (count := cast("int | None", self._pipe.readinto(buffer))) is None:
            self._wait()
        return count

    def write(self, data: memoryview, /) -> int | None:
        while (count := cast("int | None", self._pipe.write(data))) is None:
            self._wait()
        return count

    def _wait(self) -> None:
        while (left_s := self.patience.left_s) > 0:
            if self._waiting.poll(min(left_s, LOOK_S) * 1_000):
                return
        raise TimeoutError


class SpawnedProcess:
    """A process started from its command, alone in a session of its own."""

    def __init__(self, command: Sequence[str], descriptors: tuple[int, ...]) -> None:
        with _starting:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell, nothing of a stranger's
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                env=bare_environment(),
                start_new_session=True,
                pass_fds=descriptors,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        assert self._process.stdin
        assert self._process.stdout
        self.pid = self._process.pid
        self.requests = cast("FileIO", self._process.stdin)
        self.answers = cast("FileIO", self._process.stdout)

    def has_ended(self, wait_s: float = 0) -> bool:
        try:
            return (self._process.wait(wait_s) if wait_s else self._process.poll()) is not None
        except subprocess.TimeoutExpired:
            return False

    def dismiss(self) -> None:
        if self._process.poll() is None:
            if sys.platform == "win32":
                self._process.kill()
            else:
                # macOS refuses the signal to a process that has ended and waits to be collected.
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(self.pid, signal.SIGKILL)

    def end(self) -> None:
        self.dismiss()
        self._process.wait()

    def close(self) -> None:
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()


class ForkedProcess:
    """A process that another one forked and collects; held by a descriptor, for its number may be used again."""

    def __init__(self, pid: int, descriptor: int, requests: int, answers: int) -> None:
        """Take over the process's own descriptor and the program's ends of its pipes."""
        self.pid = pid
        self._descriptor = descriptor
        self._ended = False
        self.requests = FileIO(requests, "wb")
        self.answers = FileIO(answers, "rb")

    def has_ended(self, wait_s: float | None = 0) -> bool:
        if not self._ended:
            ending = select.poll()
            ending.register(self._descriptor, select.POLLIN)
            if ending.poll(None if wait_s is None else wait_s * 1_000):
                self._ended = True
                os.close(self._descriptor)
        return self._ended

    def dismiss(self) -> None:
        if sys.platform == "linux" and not self.has_ended():
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._descriptor, signal.SIGKILL)

    def end(self) -> None:
        self.dismiss()
        self.has_ended(None)

    def close(self) -> None:
        self.requests.close()
        self.answers.close()
