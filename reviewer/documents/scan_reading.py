"""A reading completed with what OCR made of the pages that are pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reviewer.domain.layouts import LEAST_TEXT, SCAN_KINDS
from reviewer.domain.pages import Word
from reviewer.domain.reading import Reading, ReadWord


def find_scans(reading: Reading) -> tuple[int, ...]:
    """The pages (from 1) that seem to be pictures of text."""
    if reading.kind not in SCAN_KINDS:
        return ()
    return tuple(
        number
        for number, page in enumerate(reading.pages, start=1)
        if sum(len(word.text) for word in page.words) < LEAST_TEXT
    )


def with_ocr(reading: Reading, found: Mapping[int, tuple[Word, ...]]) -> Reading:
    """The reading with these pages' words from OCR in place of their own.

    They are hidden words, as in a scan that carries its own text layer: so the pre-check knows them for what they are.
    """
    pages = tuple(
        replace(page, words=tuple(_read_word(word) for word in found[number])) if found.get(number) else page
        for number, page in enumerate(reading.pages, start=1)
    )
    return replace(reading, pages=pages)


def _read_word(word: Word) -> ReadWord:
    return ReadWord(
        text=word.text,
        rect=word.rect,
        size=word.rect[3] - word.rect[1],
        bold=False,
        hidden=True,
        block=word.block,
        line=word.line,
    )
