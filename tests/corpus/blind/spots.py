"""Where planted words stand in a document that was drawn."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from tests.corpus.blind.model import Spot
from tests.corpus.blind.story import pymupdf

Words = list[tuple[int, tuple[float, float, float, float], str]]


def plain(word: str) -> str:
    return re.sub(r"[^\w@]", "", unicodedata.normalize("NFKC", word)).lower()


def page_words(document_bytes: bytes, kind: str) -> Words:
    """Page from 1, rectangle, and the word in small letters without signs; empty words are left out."""
    document = pymupdf.open(kind, document_bytes)
    found: Words = []
    for number, page in enumerate(document, start=1):
        for x0, y0, x1, y1, word, *_ in page.get_text("words"):
            if plain(word):
                found.append((number, (x0, y0, x1, y1), plain(word)))
    return found


def find_spots(words: Words, quote: str) -> list[Spot]:
    """A rectangle for each line that the first full hit of the quote touches; empty when it is not there.

    Letters count, spaces do not: a layout may break an address in two.
    """
    wanted = "".join(plain(word) for word in quote.split())
    whole = "".join(word for _, _, word in words)
    at = whole.find(wanted)
    if not wanted or at < 0:
        return []
    owners = [index for index, (_, _, word) in enumerate(words) for _ in word]
    return _rows(words[owners[at] : owners[at + len(wanted) - 1] + 1])


def _rows(hit: Words) -> list[Spot]:
    rows: list[Words] = [[hit[0]]]
    for before, word in pairwise(hit):
        if before[0] == word[0] and abs(before[1][1] - word[1][1]) < 4:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [
        Spot(
            row[0][0],
            (
                min(r[0] for _, r, _ in row),
                min(r[1] for _, r, _ in row),
                max(r[2] for _, r, _ in row),
                max(r[3] for _, r, _ in row),
            ),
        )
        for row in rows
    ]
