"""How well the pre-check does on CVs whose author did not know its rules."""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import asdict
from datetime import date
from pathlib import Path

from reviewer.checks.run import check
from reviewer.documents.reader import DocumentReader
from reviewer.domain.findings import Findings
from reviewer.domain.ids import DocumentId
from reviewer.errors import DocumentUnreadable
from tests.corpus.blind import reporting
from tests.corpus.blind.generator import find_half, make_samples
from tests.corpus.blind.model import Sample
from tests.corpus.blind.scoring import Judged
from tests.corpus.start_up import measure_start_up

AS_OF = date(2026, 11, 25)
WARM_UP = 12
HALVES = ("open", "report", "sealed", "fresh")


def nothing_stored(_document: DocumentId) -> bytes:
    raise DocumentUnreadable("missing")


def judge_all(samples: list[Sample]) -> list[Judged]:
    reader = DocumentReader(nothing_stored)
    try:
        for sample in samples[:WARM_UP]:
            check(reader.reading(sample.document), AS_OF)
        return [judge(reader, sample) for sample in samples]
    finally:
        reader.close()


def judge(reader: DocumentReader, sample: Sample) -> Judged:
    reader.warm()
    begun = time.perf_counter()
    reading = reader.reading(sample.document)
    wall, cpu = time.perf_counter(), time.thread_time()
    findings = check(reading, AS_OF)
    ended = time.perf_counter()
    wall, cpu = ended - wall, time.thread_time() - cpu
    clean: Findings | None = None
    if sample.scan == "ocr":
        clean = check(reader.reading(sample.clean), AS_OF)
    return Judged(sample, findings, wall * 1000, cpu * 1000, (ended - begun) * 1000, clean)


def save(samples: list[Sample], folder: Path) -> None:
    """The files, and truth.json with one entry a file."""
    folder.mkdir(parents=True, exist_ok=True)
    entries = []
    for sample in samples:
        (folder / sample.name).write_bytes(sample.document)
        entry = asdict(sample)
        del entry["document"], entry["clean"]
        entries.append(entry)
    (folder / f"truth-{samples[0].half}.json").write_text(json.dumps(entries, ensure_ascii=False, indent=1), "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.blind_evaluate", description=__doc__)
    parser.add_argument("--count", type=int, default=360, help="CVs of each half")
    parser.add_argument("--half", choices=HALVES, help="only this half")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--failures",
        action="store_true",
        help="list what went wrong, of the open half, or of the sealed one if asked for",
    )
    parser.add_argument(
        "--variants", action="store_true", help="verdicts by variant of the truth, of the same half as --failures"
    )
    parser.add_argument("--save", type=Path, metavar="DIR", help="write the files and their truth")
    arguments = parser.parse_args()
    if arguments.half == "report" and (arguments.failures or arguments.variants):
        parser.error("the report half shows figures only; ask for the failures of --half open")
    shown = arguments.half or "open"
    print(f"start-up, once a worker: {measure_start_up():.0f} ms")
    for name in (arguments.half,) if arguments.half else HALVES:
        samples = list(make_samples(find_half(name), arguments.count, arguments.seed))
        if arguments.save:
            save(samples, arguments.save)
        judged = judge_all(samples)
        reporting.print_half(name, judged)
        if name == shown != "report":
            reporting.print_open_cases(judged)
            if arguments.variants:
                reporting.print_variants(judged)
            if arguments.failures:
                reporting.print_failures(judged)
    return 0


if __name__ == "__main__":
    sys.exit(main())
