"""Runs a program that is not ours over a stranger's bytes: confined, bounded, and gone by its deadline."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from reviewer.documents.child_process import bare_environment
from reviewer.documents.job_object import JobObject
from reviewer.documents.program_confinement import ProgramBounds, Reach, launch_command
from reviewer.documents.program_launcher import NOT_CONFINED, NOT_STARTED

_PIECE = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a run ended: reason is empty where the program ended by itself, with its code and what it wrote.

    Reasons: `too-slow`, `too-large` (it wrote more than it may), `stopped`, `not-confined`, `not-started`.
    """

    code: int
    output: bytes
    reason: str = ""


class ProgramRunner:
    """Runs one program at a time; whatever it does, it and its children have ended when run() returns.

    For any number of threads; stop() ends what runs, from any of them.
    """

    def __init__(self) -> None:
        self._running = threading.Lock()
        self._holding = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._job: JobObject | None = None
        self._reason = ""
        self._over = False
        self._closed = False

    def run(
        self,
        command: Sequence[str],
        reach: Reach,
        bounds: ProgramBounds,
        *,
        environment: dict[str, str],
        folder: Path | None = None,
        source: Iterable[bytes] = (),
        required: bool = True,
    ) -> Ended:
        """Run it in a folder, with source as its input, and give what it wrote to its output; waits for its turn.

        required: refuse (`not-confined`) where files and network would not be out of its reach.
        """
        with self._running:
            process = self._start(command, reach, bounds, environment, folder, required=required)
            if isinstance(process, Ended):
                return process
            clock = threading.Timer(bounds.deadline_s, self._end, ("too-slow",))
            clock.daemon = True
            clock.start()
            feeder = threading.Thread(target=_feed, args=(process, source), name="program-input", daemon=True)
            feeder.start()
            try:
                output = self._collect(process, bounds.output_bytes)
                _await_end(process)
            finally:
                clock.cancel()
                self._bury(process)
                feeder.join()
            return self._ended(process, output)

    def stop(self) -> None:
        """End what runs now; the next run is not touched."""
        self._end("stopped")

    def close(self) -> None:
        """End what runs and refuse what comes."""
        with self._holding:
            self._closed = True
        self.stop()

    def _start(
        self,
        command: Sequence[str],
        reach: Reach,
        bounds: ProgramBounds,
        environment: dict[str, str],
        folder: Path | None,
        *,
        required: bool,
    ) -> subprocess.Popen[bytes] | Ended:
        launched = launch_command(command, environment, reach, bounds, required=required)
        with self._holding:
            if self._closed:
                return Ended(code=-1, output=b"", reason="stopped")
            try:
                process = subprocess.Popen(  # noqa: S603 - no shell; of a stranger's there is only the input
                    launched,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    bufsize=0,
                    cwd=folder,
                    env={**environment, **bare_environment()} if sys.platform == "win32" else bare_environment(),
                    start_new_session=True,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
                    | getattr(subprocess, "IDLE_PRIORITY_CLASS", 0),
                )
            except OSError:
                return Ended(code=-1, output=b"", reason="not-started")
            if sys.platform != "win32":
                with suppress(OSError):
                    os.setpriority(os.PRIO_PROCESS, process.pid, bounds.niceness)
            self._process, self._reason, self._over = process, "", False
            self._job = JobObject.around(process.pid, processes=bounds.processes, memory_bytes=bounds.memory_bytes)
            return process

    def _collect(self, process: subprocess.Popen[bytes], most: int) -> bytes:
        """What the program writes until it closes its output; it is ended where that is too much."""
        assert process.stdout
        pieces: list[bytes] = []
        size = 0
        while piece := process.stdout.read(_PIECE):
            size += len(piece)
            if size > most:
                self._end("too-large")
                break
            pieces.append(piece)
        return b"".join(pieces)

    def _end(self, reason: str) -> None:
        """Kill the whole group, if it still runs; the first reason counts."""
        with self._holding:
            if self._process is not None and not self._over:
                self._reason = self._reason or reason
                _kill(self._process)

    def _bury(self, process: subprocess.Popen[bytes]) -> None:
        """End what the program left behind, before its number may be used again; then let it go."""
        with self._holding:
            self._over = True
            _kill(process)
            if self._job:
                self._job.close()
            self._process, self._job = None, None
        process.wait()

    def _ended(self, process: subprocess.Popen[bytes], output: bytes) -> Ended:
        for stream in (process.stdin, process.stdout):
            if stream:
                _close(stream)
        reason = self._reason or {NOT_CONFINED: "not-confined", NOT_STARTED: "not-started"}.get(process.returncode, "")
        return Ended(code=process.returncode, output=output, reason=reason)


def _kill(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        # macOS refuses the signal to a group that has ended and waits to be collected.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


def _await_end(process: subprocess.Popen[bytes]) -> None:
    """Wait for its end, and leave it to be collected, so that its number still belongs to its group."""
    if sys.platform == "win32":
        process.wait()
    else:
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)


def _feed(process: subprocess.Popen[bytes], source: Iterable[bytes]) -> None:
    """Write the input piece by piece; a program that does not want it all is free to end."""
    assert process.stdin
    try:
        for piece in source:
            view = memoryview(piece)
            while view:
                view = view[process.stdin.write(view) or 0 :]
    except (OSError, ValueError):
        pass
    _close(process.stdin)


def _close(stream: IO[bytes]) -> None:
    with suppress(OSError):
        stream.close()
