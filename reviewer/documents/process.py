"""One worker process: started, asked, and killed by deadline."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from reviewer.documents.protocol import Frame, Kind, lied, read_frame, write_frame
from reviewer.documents.sandbox import Confinement, parse_confinement, watch_from_outside
from reviewer.documents.slots import PixelSlots, make_pixel_slots
from reviewer.errors import DocumentUnreadable

_BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]); from reviewer.documents.worker import main; raise SystemExit(main())"
)
# Two processes started at once could inherit each other's pipes on Windows.
_starting = threading.Lock()


def worker_command() -> list[str]:
    """The command of a worker; isolated from the user's environment, and the bundle itself where the program is one."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--document-worker"]
    return [sys.executable, "-I", "-c", _BOOT, str(Path(__file__).resolve().parents[2])]


def _bare_environment() -> dict[str, str]:
    return {name: os.environ[name] for name in ("SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}


def _start(command: Sequence[str], slots: PixelSlots | None) -> subprocess.Popen[bytes]:
    with _starting:
        return subprocess.Popen(  # noqa: S603 - our own interpreter, no shell, nothing of a stranger in the command
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env=_bare_environment(),
            start_new_session=True,
            pass_fds=slots.descriptors if slots else (),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )


class WorkerProcess:
    """One worker: answers one request at a time, or is dead for good; its answers passed the protocol's checks."""

    def __init__(self, command: Callable[[], Sequence[str]] = worker_command, *, shared_memory: bool = True) -> None:
        self.slots = make_pixel_slots() if shared_memory else None
        self.confinement = Confinement(0)
        self._asking = threading.Lock()
        self._ending = threading.Lock()
        self._request = 0
        self._ready = False
        try:
            self._process = _start(command(), self.slots)
        finally:
            if self.slots:
                self.slots.close()
        self._outside = watch_from_outside(self._process)
        try:
            self._send(Kind.HELLO, self.slots.hello if self.slots else b"")
        except OSError:
            self.kill()

    @property
    def alive(self) -> bool:
        with self._ending:
            return self._process.poll() is None

    def wait_ready(self, deadline_s: float) -> None:
        """Wait until the worker is warm and confined; DocumentUnreadable("no-worker") when it does not come up."""
        if self._ready:
            return
        try:
            frame = self._answer(Kind.HELLO, (Kind.READY,), deadline_s, send=False)
            self.confinement = parse_confinement(frame.payload) | self._outside.holds
        except DocumentUnreadable:
            self.kill()
            raise DocumentUnreadable("no-worker") from None
        self._ready = True

    def ask(self, kind: Kind, expected: Sequence[Kind], deadline_s: float, payload: bytes | memoryview = b"") -> Frame:
        """Send one request and receive its answer.

        Raises the worker's own refusal (it stays alive), or `too-slow`, `crashed` or `lied`, after which it is dead.
        """
        return self._answer(kind, (*expected, Kind.FAILED), deadline_s, payload)

    def kill(self) -> None:
        """End the process now, from any thread; a request under way ends as `crashed`."""
        self._end()
        with self._asking:
            self._close()

    def _answer(
        self,
        kind: Kind,
        expected: Sequence[Kind],
        deadline_s: float,
        payload: bytes | memoryview = b"",
        *,
        send: bool = True,
    ) -> Frame:
        with self._asking:
            expired: list[str] = []
            try:
                with self._guarded(deadline_s, expired):
                    if send:
                        self._request += 1
                        self._send(kind, payload)
                    return self._receive(expected)
            except (EOFError, OSError, ValueError):
                self._end()
                self._close()
                raise DocumentUnreadable(expired[0] if expired else "crashed") from None

    def _send(self, kind: Kind, payload: bytes | memoryview) -> None:
        assert self._process.stdin
        write_frame(self._process.stdin, kind, self._request, payload)  # type: ignore[arg-type]

    def _receive(self, expected: Sequence[Kind]) -> Frame:
        assert self._process.stdout
        try:
            frame = read_frame(self._process.stdout, expected)  # type: ignore[arg-type]
            if frame.request != self._request:
                raise lied()
        except DocumentUnreadable:
            self._end()
            self._close()
            raise
        return frame

    @contextmanager
    def _guarded(self, deadline_s: float, expired: list[str]) -> Iterator[None]:
        finished = threading.Event()
        settling = threading.Lock()

        def watch() -> None:
            reason = self._outside.wait(finished, deadline_s)
            with settling:
                if reason and not finished.is_set():
                    expired.append(reason)
                    self._end()

        threading.Thread(target=watch, name="document-deadline", daemon=True).start()
        try:
            yield
        finally:
            with settling:
                finished.set()

    def _end(self) -> None:
        with self._ending:
            if self._process.poll() is None:
                if sys.platform == "win32":
                    self._process.kill()
                else:
                    # macOS refuses the signal to a process that has ended and waits to be collected.
                    with suppress(ProcessLookupError, PermissionError):
                        os.killpg(self._process.pid, signal.SIGKILL)
                self._process.wait()

    def _close(self) -> None:
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()
        self._outside.close()
