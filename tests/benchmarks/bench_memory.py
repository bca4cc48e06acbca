"""What the window and all its workers hold while 500 applicants are gone through by key, in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt

from reviewer.paths import Home
from tests.benchmarks.window_desk import Desk, fill_home
from tests.processes import Held, held_by

APPLICANTS = 500
_TOLD_AT = (20, 100, 300, APPLICANTS)
_LOOKED_AT_MS = 30
"""A moment of each applicant, in which those that follow are fetched."""


def main() -> None:
    """Print one line. Nothing but the program is in the process that is measured, so it is another one than this."""
    if sys.platform != "linux":
        print("memory: only Linux is asked what processes hold", flush=True)
        return
    with tempfile.TemporaryDirectory() as folder:
        home = fill_home(Path(folder), APPLICANTS + 8)
        subprocess.run([sys.executable, "-m", "tests.benchmarks.bench_memory", str(home.folder)], check=True)


def _walk(home: Home) -> None:
    desk = Desk(home)
    desk.press(Qt.Key.Key_J)
    held = {1: _at_rest(desk)}
    for number in range(2, APPLICANTS + 1):
        desk.time_next()
        desk.run(_LOOKED_AT_MS)
        if number in _TOLD_AT:
            held[number] = _at_rest(desk)
    desk.close()
    _tell(held)


def _at_rest(desk: Desk) -> Held:
    desk.rest()
    desk.workspace.documents._documents.wait_tidy()
    return held_by(os.getpid())


def _tell(held: dict[int, Held]) -> None:
    told = "; ".join(
        f"{number}: {one.program} + {one.below} ({one.processes}), {one.shared_memories} memories for pictures, "
        f"{one.descriptors} descriptors"
        for number, one in held.items()
    )
    way = "shared memory counted once" if all(one.once for one in held.values()) else "shared memory counted in each"
    print(f"memory in MiB, window + workers (processes), after so many applicants, {way}: {told}", flush=True)


if __name__ == "__main__":
    _walk(Home(folder=Path(sys.argv[1]))) if sys.argv[1:] else main()
