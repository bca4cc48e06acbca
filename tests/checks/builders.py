"""Readings made by hand, for tests of the pre-check that need no worker."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reviewer.domain.pages import DocumentKind
from reviewer.domain.reading import Reading, ReadLink, ReadMargin, ReadPage, ReadWord

Cell = tuple[float, float, str]
"""Left edge, line from the top, and the words."""
SIZE = 10.0


def make_page(cells: Sequence[Cell], *, hidden: bool = False, bold: Collection[str] = ()) -> ReadPage:
    """A page whose cells were written in this order, each five points a letter wide; cells of these words are bold."""
    words: list[ReadWord] = []
    for block, (left, line, text) in enumerate(cells):
        x, top = left, 40 + 14 * line
        for word in text.split():
            width = 5.0 * len(word)
            words.append(
                ReadWord(
                    text=word,
                    rect=(x, top, x + width, top + 12),
                    size=SIZE,
                    bold=text in bold,
                    hidden=hidden,
                    block=block,
                    line=0,
                )
            )
            x += width + 3
    return ReadPage(width=595, height=842, words=tuple(words))


def make_reading(
    *pages: Sequence[Cell],
    links: tuple[ReadLink, ...] = (),
    margins: tuple[ReadMargin, ...] = (),
    hidden: bool = False,
    bold: Collection[str] = (),
) -> Reading:
    return Reading(
        kind=DocumentKind.PDF,
        pages=tuple(make_page(page, hidden=hidden, bold=bold) for page in pages),
        links=links,
        margins=margins,
    )


def lines(*texts: str, left: float = 60) -> list[Cell]:
    return [(left, number, text) for number, text in enumerate(texts)]
