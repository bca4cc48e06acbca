"""`reviewer inspect` over 1,000 files in one call, good ones, hostile ones and mutants, and what it holds meanwhile."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections import Counter
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from reviewer.demo.folder import write_folder
from tests.hostile.bombs import BOMBS, mutants
from tests.hostile.nests import NESTS
from tests.hostile.traps import TRAPS
from tests.processes import Held, held_by

FILES = 1_000
_GOOD_IN_TEN = 4
_TOLD_AT = (200, 600, 990)


def write_files(folder: Path, count: int) -> list[Path]:
    """All hostile documents once, the demonstration set again and again, and mutants of it."""
    plan = write_folder(folder / "good", as_of=date(2026, 11, 20))
    good = [(plan.folder / name).read_bytes() for applicant in plan.applicants for name in applicant.files]
    hostile = [make() for make in {**BOMBS, **TRAPS, **NESTS}.values()]
    left = count - len(hostile)
    whole = list(islice(cycle(good), left * _GOOD_IN_TEN // 10))
    mutated = [mutants(data, 1, seed)[0] for seed, data in enumerate(islice(cycle(good), left - len(whole)))]
    mixed = [*hostile, *whole, *mutated]
    random.Random(1).shuffle(mixed)
    files = []
    for number, data in enumerate(mixed):
        files.append(folder / f"{number}.bin")
        files[-1].write_bytes(data)
    return files


def main() -> None:
    """Print what became of the files, and what was held at a fifth of them and near the end."""
    with TemporaryDirectory() as folder:
        files = write_files(Path(folder), FILES)
        command = [sys.executable, "-m", "reviewer", "inspect", "--json", *map(str, files)]
        held: dict[int, Held] = {}
        outcomes: Counter[str] = Counter()
        begun = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
            assert program.stdout
            for number, line in enumerate(program.stdout, start=1):
                told = json.loads(line)
                outcomes[told["error"]["code"] if told["error"] else "shown"] += 1
                if number in _TOLD_AT and sys.platform == "linux":
                    held[number] = held_by(program.pid)
        took_s = time.perf_counter() - begun
    print(f"inspect: {FILES} files, {outcomes.total()} lines in {took_s:.0f} s, {dict(outcomes.most_common())}")
    for number, one in held.items():
        print(
            f"  at {number}: program {one.program} MiB, {one.processes} workers {one.below} MiB, "
            f"{one.shared_memories} memories for pictures, {one.descriptors} descriptors",
            flush=True,
        )


if __name__ == "__main__":
    main()
