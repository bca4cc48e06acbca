"""Fits the shares from which stations tell enough, or too little: few missed defects first, then few false alarms."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from itertools import product

from reviewer.checks.station_cards import context_share, tasks_share
from reviewer.checks.station_facts import Facts
from reviewer.checks.view import make_view
from reviewer.documents.reader import DocumentReader
from tests.corpus.blind.generator import find_half, make_samples
from tests.corpus.blind_evaluate import AS_OF, nothing_stored
from tests.corpus.wide import TODAY, make_cases

STEPS = [step / 20 for step in range(1, 20)]
SHARES: dict[str, Callable[[Sequence[Facts]], float]] = {"context": context_share, "tasks": tasks_share}
Sample = tuple[str, float]
"""The truth ("lacking", "borderline" or "fine") and the share that was found."""


def collect(count: int) -> dict[str, list[Sample]]:
    """Shares on the wide corpus and on the half of the blind one that may be looked at."""
    found: dict[str, list[Sample]] = {criterion: [] for criterion in SHARES}
    for truth, stations in (*_of_wide(count), *_of_blind(10 * count)):
        for criterion, share in SHARES.items():
            if stations and truth.get(criterion, "fine") in {"fine", "lacking", "borderline"}:
                found[criterion].append((truth.get(criterion, "fine"), share(stations)))
    return found


def _of_wide(count: int) -> Iterator[tuple[dict[str, str], Sequence[Facts]]]:
    for case in make_cases(count):
        yield dict(case.life.truth), make_view(case.reading, TODAY).stations


def _of_blind(count: int) -> Iterator[tuple[dict[str, str], Sequence[Facts]]]:
    reader = DocumentReader(nothing_stored)
    try:
        for sample in make_samples(find_half("open"), count):
            if sample.scan != "picture":
                truth = {criterion: told.state.value for criterion, told in sample.truth.items()}
                yield truth, make_view(reader.reading(sample.document), AS_OF).stations
    finally:
        reader.close()


def cost(samples: Sequence[Sample], few: float, most: float) -> float:
    """A missed defect weighs most, then a false alarm, then a borderline case decided, then a clear one left unsure."""
    total = 0.0
    for truth, share in samples:
        verdict = "fine" if share >= most else "lacking" if share <= few else "unsure"
        if verdict != truth:
            clear = {"lacking": {"fine": 10.0, "unsure": 2.0}, "fine": {"lacking": 6.0, "unsure": 1.0}}
            total += 1.5 if truth == "borderline" and verdict != "unsure" else clear.get(truth, {}).get(verdict, 0.0)
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=12, help="CVs of each layout of the wide corpus")
    for criterion, samples in collect(parser.parse_args().count).items():
        pairs = [(few, most) for few, most in product(STEPS, STEPS) if few < most]
        least = min(cost(samples, *pair) for pair in pairs)
        best = [pair for pair in pairs if cost(samples, *pair) == least]
        few, most = best[len(best) // 2]
        print(
            f"{criterion}: few = {few}, most = {most} (cost {least:.1f} over {len(samples)} CVs, {len(best)} pairs alike)"
        )


if __name__ == "__main__":
    main()
