"""The most memory any process below a program has held, looked at all the time by a process beside it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from os import getpid
from select import select

from tests.processes import descendants, peak_kb

_SAMPLE_S = 0.02


class MemoryWatch:
    """Watches the processes below this one; not from a thread of it, which would hold the others up."""

    def __init__(self) -> None:
        self.peak_kb = 0

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Look until the block ends; then the peak is known."""
        command = [sys.executable, "-m", "tests.hostile.memory_watch", str(getpid())]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as watch:
            try:
                yield
            finally:
                told, _ = watch.communicate()
                self.peak_kb = int(told)


def main(program: int) -> None:
    """Look until the input ends, then tell the peak in kilobytes."""
    most = 0
    while not select([sys.stdin], [], [], _SAMPLE_S)[0]:
        most = max(most, *map(peak_kb, descendants(program)), 0)
    sys.stdout.write(str(most))


if __name__ == "__main__":
    main(int(sys.argv[1]))
