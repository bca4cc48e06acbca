"""Makes the samples of a half from a seed: states, wording, layout, scan, truth and planted places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any, Generic, TypeVar

from tests.corpus.blind import open_canvas, open_docx, open_platypus, open_story, open_words_de, open_words_en
from tests.corpus.blind.drafting import Drafting, choose_states
from tests.corpus.blind.model import ContactsTruth, Draft, Sample, Spot, Truth
from tests.corpus.blind.scans import ocr_scan, picture_scan
from tests.corpus.blind.spots import find_spots, page_words
from tests.corpus.blind.words import Words

Stock = TypeVar("Stock")
Drafted = tuple[Draft, dict[str, Truth], ContactsTruth]


@dataclass(frozen=True, slots=True)
class Half(Generic[Stock]):
    """Wordings, drafting and layouts that belong together; words are German and English, draft is told the layout's name."""

    name: str
    words: tuple[Stock, Stock]
    layouts: dict[str, Callable[[Draft, Stock, Random], bytes]]
    draft: Callable[[Stock, Random, str], Drafted]


def draft(words: Words, rng: Random, layout: str) -> Drafted:
    """The drafting that the open and the report half share."""
    return Drafting(words, rng, choose_states(rng)).make("letter" in layout)


OPEN: Half[Words] = Half(
    "open",
    (open_words_de.WORDS, open_words_en.WORDS),
    {
        "classic": open_platypus.classic,
        "europass": open_platypus.europass,
        "matrix": open_platypus.matrix,
        "letter": open_platypus.letter,
        "typewriter": open_canvas.typewriter,
        "slides": open_canvas.slides,
        "sidebar": open_story.sidebar,
        "latex": open_story.latex,
        "docx_plain": open_docx.docx_plain,
        "docx_tables": open_docx.docx_tables,
    },
    draft,
)


def find_half(name: str) -> Half[Any]:
    if name == "open":
        return OPEN
    if name == "sealed":
        from tests.corpus.blind.sealed_half import SEALED

        return SEALED
    if name == "fresh":
        from tests.corpus.blind.fresh_half import FRESH

        return FRESH
    from tests.corpus.blind.report_half import REPORT

    return REPORT


def make_samples(half: Half[Any], count: int, seed: int = 1) -> Iterator[Sample]:
    for index in range(count):
        yield make_sample(half, index, seed)


def make_sample(half: Half[Any], index: int, seed: int) -> Sample:
    """The same bytes' words and the same truth for the same half, index and seed."""
    rng = Random(f"{half.name}/{seed}/{index}")
    words = half.words[0] if rng.random() < 0.55 else half.words[1]
    layout = list(half.layouts)[index % len(half.layouts)]
    drafted, truth, contacts = half.draft(words, rng, layout)
    clean = half.layouts[layout](drafted, words, rng)
    kind = "docx" if "docx" in layout else "pdf"
    laid = page_words(clean, kind)
    spots: dict[str, tuple[Spot, ...]] = {}
    for criterion, one in truth.items():
        spots[criterion] = tuple(spot for quote in one.quotes for spot in find_spots(laid, quote))
    scan, document = "", clean
    if kind == "pdf" and not truth["contact"].variant.startswith("link"):
        chance = rng.random()
        if chance < 0.13:
            scan, document = "ocr", ocr_scan(clean, rng)
        elif chance < 0.18:
            scan, document = "picture", picture_scan(clean, rng)
    name = f"{half.name}-{index:04d}-{words.language}-{layout}{'-' + scan if scan else ''}.{kind}"
    return Sample(name, half.name, words.language, layout, scan, truth, contacts, spots, document, clean)
