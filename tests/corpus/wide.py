"""Prints how the pre-check does on the wide corpus: many wordings, hard negatives, borderline cases, more engines."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reviewer.checks.run import check
from reviewer.documents.reader import DocumentReader
from reviewer.domain.findings import Findings, Proposal, Verdict
from reviewer.domain.ids import DocumentId
from reviewer.domain.reading import Reading
from reviewer.errors import DocumentUnreadable
from tests.corpus.boards import board, ledger
from tests.corpus.evaluate import rates
from tests.corpus.lives import CRITERIA, Life, Setter, make_life
from tests.corpus.papers import cards, grid, letterhead, sidebar, word
from tests.corpus.sheets import as_scan
from tests.corpus.webpages import bold_period, labelled, linked, period_last, row, sentences, set_page

TODAY = date(2026, 11, 23)
LAYOUTS: dict[str, Setter] = {
    "web-bold": lambda life: set_page(life, bold_period, 0),
    "web-last": lambda life: set_page(life, period_last, 1, form=1),
    "web-sentences": lambda life: set_page(life, sentences, 2, last=True),
    "web-table": lambda life: set_page(life, row, 0),
    "web-labels": lambda life: set_page(life, labelled, 2, form=1),
    "web-linked": linked,
    "word-plain": lambda life: word(life, form="plain"),
    "word-table": lambda life: word(life, form="table"),
    "word-header": lambda life: word(life, form="header"),
    "word-link": lambda life: word(life, form="link"),
    "word-tabs": lambda life: word(life, form="tabs"),
    "grid-two": lambda life: grid(life, columns=2),
    "grid-three": lambda life: grid(life, columns=3),
    "side-left": lambda life: sidebar(life, right=False),
    "side-right": lambda life: sidebar(life, right=True, spaced=True),
    "foot": lambda life: letterhead(life, foot=True),
    "head": lambda life: letterhead(life, foot=False),
    "cards": cards,
    "ocr": lambda life: as_scan(grid(life, columns=2), layer=True, seed=life.seed),
    "ledger-amid": lambda life: ledger(life, last=False),
    "ledger-last": lambda life: ledger(life, last=True),
    "board": board,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    life: Life
    layout: str
    reading: Reading


def _nothing_stored(_document: DocumentId) -> bytes:
    raise DocumentUnreadable("missing")


def make_cases(count: int) -> Iterator[Case]:
    reader = DocumentReader(_nothing_stored)
    try:
        for at, (layout, draw) in enumerate(LAYOUTS.items()):
            for seed in range(count):
                life = make_life(seed * 100 + at, "en" if seed % 2 else "de")
                yield Case(life=life, layout=layout, reading=reader.reading(draw(life)))
    finally:
        reader.close()


def tally(judged: Sequence[tuple[Life, Findings]], criterion: str) -> Counter[str]:
    """How often truth (L lacking, F fine, B borderline) met verdict (l, f, u), and evidence a planted place (hit)."""
    counts: Counter[str] = Counter()
    for life, findings in judged:
        proposal = next(each for each in findings.proposals if each.criterion == criterion)
        truth = {"lacking": "L", "borderline": "B"}.get(life.truth.get(criterion, ""), "F")
        counts[truth + proposal.verdict.value[0]] += 1
        if truth == "L" and proposal.verdict is Verdict.LACKING:
            counts["shown"] += 1
            counts["hit"] += _is_on_planted(proposal, life.planted.get(criterion, ()))
    return counts


def _is_on_planted(proposal: Proposal, planted: Sequence[str]) -> bool:
    told = ["".join(text.split()) for text in planted if text]
    shown = ["".join(place.text.split()) for place in proposal.evidence]
    return any(one in text or (len(text) > 2 and text in one) for one in told for text in shown)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=16, help="CVs of each layout")
    judged = [(case.life, check(case.reading, TODAY)) for case in make_cases(parser.parse_args().count)]
    print(f"\nwide corpus: {len(judged)} CVs, {len(LAYOUTS)} layouts")
    for criterion in CRITERIA:
        print(f"  {criterion:9} {rates(tally(judged, criterion))}")


if __name__ == "__main__":
    main()
