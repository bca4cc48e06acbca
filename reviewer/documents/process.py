"""One worker process: started, asked, and killed by deadline."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from reviewer.documents import limits
from reviewer.documents.child_process import ChildProcess, SpawnedProcess, TimedPipe
from reviewer.documents.nursery import Nursery
from reviewer.documents.patience import Cancelled, Patience, never
from reviewer.documents.protocol import HEAD_BYTES, Frame, Kind, Stream, lied, read_frame, told_by, write_frame
from reviewer.documents.sandbox import Confinement, parse_confinement, watch_from_outside
from reviewer.documents.slots import make_pixel_slots
from reviewer.errors import DocumentUnreadable

_BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]); from reviewer.documents.worker import main; raise SystemExit(main())"
)


def worker_command() -> list[str]:
    """The command of a worker; isolated from the user's environment, and the bundle itself where the program is one."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--document-worker"]
    return [sys.executable, "-I", "-c", _BOOT, str(Path(__file__).resolve().parents[2])]


class WorkerProcess:
    """One worker: answers one request at a time, or is dead for good; its answers passed the protocol's checks."""

    def __init__(
        self,
        command: Callable[[], Sequence[str]] = worker_command,
        *,
        shared_memory: bool = True,
        nursery: Nursery | None = None,
        laid_bytes: int = limits.LEAST_LAID_BYTES,
    ) -> None:
        """Start one, or have it forked; OSError when the system does not start it.

        It lays so much memory for its first picture beforehand.
        """
        self.slots = make_pixel_slots(laid_bytes) if shared_memory else None
        self._laid_bytes = laid_bytes
        self.confinement = Confinement(0)
        self._readying = threading.Lock()
        self._asking = threading.Lock()
        self._ending = threading.Lock()
        self._request = 0
        self._ready = False
        try:
            self._process = self._start(command, nursery)
        finally:
            if self.slots:
                self.slots.close()
        self._outside = watch_from_outside(self._process.pid)
        self._requests: Stream = self._process.requests
        self._answers: Stream = self._process.answers
        self._pipes: tuple[TimedPipe, ...] = ()
        if not self._outside.needs_thread:
            requests, answers = TimedPipe(self._process.requests), TimedPipe(self._process.answers)
            self._requests, self._answers, self._pipes = requests, answers, (requests, answers)
        try:
            self._send(Kind.HELLO, (self.slots.hello,) if self.slots else ())
        except OSError:
            self.kill()

    def _start(self, command: Callable[[], Sequence[str]], nursery: Nursery | None) -> ChildProcess:
        if nursery:
            return nursery.fork(self.slots)
        return SpawnedProcess(command(), self.slots.descriptors if self.slots else ())

    @property
    def alive(self) -> bool:
        with self._ending:
            return not self._process.has_ended()

    @property
    def room(self) -> int:
        """How many bytes it takes at once, without any waiting: none before it is warm and confined."""
        return self._pipes[0].room if self._pipes and self._ready else 0

    def wait_ready(self, deadline_s: float) -> None:
        """Wait until the worker is warm and confined; DocumentUnreadable("no-worker") when it does not come up."""
        with self._readying:
            if self._ready:
                return
            try:
                frame = self._answer(Kind.HELLO, (Kind.READY,), Patience(deadline_s), send=False)
                self.confinement = parse_confinement(frame.payload) | self._outside.holds
            except DocumentUnreadable:
                self.kill()
                raise DocumentUnreadable("no-worker") from None
            self._ready = True

    def map_ahead(self) -> None:
        """While nobody waits: make the program see at once what the worker laid for its first picture."""
        if self.slots:
            self.slots.map_ahead(self._laid_bytes)

    def ask(
        self,
        kind: Kind,
        expected: Sequence[Kind],
        deadline_s: float,
        *parts: bytes | memoryview,
        cancelled: Cancelled = never,
    ) -> Frame:
        """Send one request, its payload the parts one after another, and receive its answer.

        Raises the worker's own refusal (it stays alive), or `too-slow`, `crashed`, `lied` or `cancelled`, after which
        it is dead.
        """
        return self._answer(kind, (*expected, Kind.FAILED), Patience(deadline_s, cancelled), parts)

    def begin(self, kind: Kind, *parts: bytes | memoryview) -> bool:
        """Send a request, if that takes no waiting at all; whether it was sent. hear() tells its answer."""
        if sum(len(part) for part in parts) > self.room or not self._asking.acquire(blocking=False):
            return False
        try:
            self._request += 1
            self._pipes[0].patience = Patience(0.0)
            self._send(kind, parts)
        except (OSError, ValueError):
            return False
        finally:
            self._asking.release()
        return True

    def hear(self, expected: Sequence[Kind], deadline_s: float, *, cancelled: Cancelled = never) -> Frame:
        """Receive an answer to what was sent already; raises as ask() does."""
        patience = Patience(deadline_s, cancelled)
        return self._answer(Kind.HELLO, (*expected, Kind.FAILED), patience, send=False)

    @property
    def answers_at(self) -> int:
        """The descriptor that can be read when find_answer() is worth calling; -1 where there is none to watch."""
        with suppress(ValueError):
            return self._pipes[1].descriptor if self._pipes else -1
        return -1

    def find_answer(self) -> Kind | None:
        """Of which kind the answer is that lies there whole; None while there is nothing. Waits for nothing.

        BlockingIOError where a part of it is lacking, where the worker has ended or somebody else hears it.
        """
        if not self._pipes or not self._asking.acquire(blocking=False):
            raise BlockingIOError
        try:
            return self._whole_answer(self._pipes[1])
        except (OSError, ValueError):
            raise BlockingIOError from None
        finally:
            self._asking.release()

    def _whole_answer(self, answers: TimedPipe) -> Kind | None:
        lying = answers.lies_there()
        if not lying and not answers.is_at_end():
            return None
        if lying < HEAD_BYTES:
            raise BlockingIOError
        kind, size = told_by(answers.peek(HEAD_BYTES))
        if lying < size:
            raise BlockingIOError
        return Kind(kind)

    def dismiss(self) -> None:
        """End the process now and wait for nothing; whoever calls this calls kill() when there is time."""
        with self._ending:
            self._process.dismiss()

    def kill(self) -> None:
        """End the process now, from any thread; a request under way ends as `crashed`."""
        self._end()
        with self._asking:
            self._close()

    def _answer(
        self,
        kind: Kind,
        expected: Sequence[Kind],
        patience: Patience,
        parts: Sequence[bytes | memoryview] = (),
        *,
        send: bool = True,
    ) -> Frame:
        with self._asking:
            expired: list[str] = []
            try:
                with self._guarded(patience, expired):
                    if send:
                        self._request += 1
                        self._send(kind, parts)
                    return self._receive(expected)
            except TimeoutError:
                self._end()
                self._close()
                raise DocumentUnreadable(patience.reason) from None
            except (EOFError, OSError, ValueError):
                self._end()
                self._close()
                raise DocumentUnreadable(expired[0] if expired else "crashed") from None

    def _send(self, kind: Kind, parts: Sequence[bytes | memoryview]) -> None:
        write_frame(self._requests, kind, self._request, *parts)

    def _receive(self, expected: Sequence[Kind]) -> Frame:
        try:
            frame = read_frame(self._answers, expected)
            if frame.request != self._request:
                raise lied()
        except DocumentUnreadable:
            self._end()
            self._close()
            raise
        return frame

    @contextmanager
    def _guarded(self, patience: Patience, expired: list[str]) -> Iterator[None]:
        """Keep the deadline: by the pipes themselves where they can, by a thread that kills the worker elsewhere."""
        if self._pipes:
            for pipe in self._pipes:
                pipe.patience = patience
            yield
            return
        finished = threading.Event()
        settling = threading.Lock()

        def watch() -> None:
            reason = self._outside.wait(finished, patience)
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
            self._process.end()

    def _close(self) -> None:
        self._process.close()
        self._outside.close()
        if self.slots:
            self.slots.discard()
