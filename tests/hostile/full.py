"""The whole hostile set, thousands of mutants, many files in one call, and pixels with and without confinement."""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from reviewer.demo.folder import write_folder
from reviewer.documents.reader import DocumentReader
from tests.documents.samples import RICH_TEXT, make_odt, make_webp
from tests.hostile.bombs import BOMBS, mutants
from tests.hostile.memory_watch import MemoryWatch
from tests.hostile.nests import NESTS
from tests.hostile.pixels import count_unlike
from tests.hostile.traps import TRAPS
from tests.processes import descendants, open_descriptors, resident_kb

EXPLAINED = {"damaged", "encrypted", "unknown-kind", "empty", "too-large", "too-slow", "nothing-inside"}


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def survey_all(name: str, documents: Iterator[bytes]) -> bool:
    """Print what became of them; whether each was shown or explained without a crash."""
    reader = DocumentReader(lambda _: b"")
    reader.warm()
    watch = MemoryWatch()
    outcomes: Counter[str] = Counter()
    took_ms: list[float] = []
    with watch.watching():
        for data in documents:
            begun = time.perf_counter()
            found = reader.survey(data)
            took_ms.append((time.perf_counter() - begun) * 1_000)
            outcomes[found.failure.code if found.failure else "shown"] += 1
    reader.close()
    tell(f"{name}: {len(took_ms)} documents, {dict(outcomes.most_common())}")
    tell(
        f"  median {statistics.median(took_ms):.0f} ms, worst {max(took_ms):.0f} ms; "
        f"a worker's memory at most {watch.peak_kb // 1024} MiB"
    )
    return set(outcomes) <= {*EXPLAINED, "shown"}


def compare_pixels(files: list[Path]) -> bool:
    """Every page of every file, drawn by the confined worker and in this process."""
    unreadable, pages, unlike = count_unlike([file.read_bytes() for file in files])
    tell(f"pixels: {len(files)} files, {unreadable} unreadable, {pages} pages, {unlike} unlike")
    return not unlike


def inspect_many(files: list[Path], count: int) -> bool:
    """One call over many files, and what it holds near its start and near its end."""
    many = list(islice(cycle(map(str, files)), count))
    held = []
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "reviewer", "inspect", "--json", *many], stdout=subprocess.PIPE
    ) as program:
        assert program.stdout
        for number, _line in enumerate(program.stdout):
            if number in {count // 10, count // 2, count - 10}:
                below = descendants(program.pid)
                held.append((open_descriptors(program.pid), len(below), resident_kb(program.pid) // 1024))
    took_s = time.perf_counter() - begun
    tell(f"inspect: {count} files in {took_s:.0f} s; descriptors, processes, MiB at a tenth, half and the end: {held}")
    return held[-1][0] <= held[0][0] + 8 and held[-1][2] <= held[0][2] + 16


def main() -> int:
    """Run all of it, some minutes; 1 when something did not hold."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--mutants", type=int, default=5_000)
    parser.add_argument("--files", type=int, default=1_000)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        plan = write_folder(Path(folder), as_of=date(2026, 11, 20))
        files = [plan.folder / name for applicant in plan.applicants for name in applicant.files]
        whole = [*(file.read_bytes() for file in files), make_odt("<text:p>Projekte</text:p>"), RICH_TEXT, make_webp()]
        mutated = (mutants(data, 1, seed)[0] for seed, data in enumerate(islice(cycle(whole), options.mutants)))
        held = [
            survey_all("hostile set", (make() for make in {**BOMBS, **TRAPS, **NESTS}.values())),
            compare_pixels(files),
            inspect_many(files, options.files),
            survey_all("mutants", mutated),
        ]
    return 0 if all(held) else 1


if __name__ == "__main__":
    raise SystemExit(main())
