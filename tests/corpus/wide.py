"""Prints how the pre-check does on the wide corpus: many wordings, hard negatives, borderline cases, more engines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reviewer.documents.reader import DocumentReader
from reviewer.domain.ids import DocumentId
from reviewer.domain.reading import Reading
from reviewer.errors import DocumentUnreadable
from tests.corpus.lives import Life, Setter, make_life
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
