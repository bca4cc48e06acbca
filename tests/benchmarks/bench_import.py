"""Importing 1,000 CVs against reading and hashing the same files."""

from __future__ import annotations

import hashlib
import statistics
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter

from reviewer.demo.folder import write_folder
from reviewer.paths import Home
from reviewer.workspace import Workspace

CVS = 1_000
ROUNDS = 3


def main() -> None:
    """Print the ratio, and what an import that finds nothing new costs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "incoming"
        write_folder(folder, applicants=CVS, seed=3, as_of=date(2026, 11, 23))
        files = [path for path in folder.iterdir() if path.is_file()]
        bare, first, again = [], [], []
        for number in range(ROUNDS):
            bare.append(_timed(partial(_read_and_hash, files)))
            desk = Workspace(Home(folder=Path(name) / f"home-{number}"))
            bring_in = partial(desk.bring_in, folder)
            first.append(_timed(bring_in))
            again.append(_timed(bring_in))
            desk.close()
        size = sum(path.stat().st_size for path in files) / 1e6
    base = statistics.median(bare)
    print(f"import of {CVS} CVs ({size:.0f} MB) / reading and hashing: median {statistics.median(first) / base:.1f}")
    print(f"  the same once more, nothing new / reading and hashing: median {statistics.median(again) / base:.1f}")
    print(f"  in seconds: read and hash {base:.3f}, import {statistics.median(first):.2f}")


def _timed(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


def _read_and_hash(files: list[Path]) -> list[str]:
    return [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]


if __name__ == "__main__":
    main()
