"""The bytes of a whole reading; what a worker says is measured before it is believed."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

from reviewer.documents import limits
from reviewer.documents.protocol import lied
from reviewer.domain.pages import DocumentFacts
from reviewer.domain.reading import Margin, Reading, ReadLink, ReadMargin, ReadPage, ReadWord, Rect

MAX_LINKS = 500
MAX_TARGET_CHARACTERS = 500
MAX_MARGINS = 40
MAX_MARGIN_CHARACTERS = 5_000
_HEAD = struct.Struct(">?HHH")
_PAGE = struct.Struct(">I")
_WORD = struct.Struct(">ffffffIIH")
_LINK = struct.Struct(">HffffH")
_MARGIN = struct.Struct(">BH")
_MARGINS = tuple(Margin)
_BOLD, _HIDDEN = 1, 2
_FLAGS = {0: (False, False), _BOLD: (True, False), _HIDDEN: (False, True), _BOLD + _HIDDEN: (True, True)}


def pack_reading(
    pages: Sequence[Sequence[ReadWord]], links: Sequence[ReadLink], margins: Sequence[ReadMargin], *, truncated: bool
) -> bytes:
    """The answer; the caller keeps to the caps."""
    parts = [_HEAD.pack(truncated, len(pages), len(links), len(margins))]
    for words in pages:
        parts.append(_PAGE.pack(len(words)))
        for word in words:
            text = word.text.encode()
            flags = _BOLD * word.bold + _HIDDEN * word.hidden
            parts += (_WORD.pack(*word.rect, word.size, flags, word.block, word.line, len(text)), text)
    for link in links:
        target = link.target.encode()
        parts += (_LINK.pack(link.page, *link.rect, len(target)), target)
    for margin in margins:
        text = margin.text.encode()
        parts += (_MARGIN.pack(_MARGINS.index(margin.place), len(text)), text)
    return b"".join(parts)


class Source:
    """Bytes read from the front; `lied` where they end too early."""

    def __init__(self, untrusted: memoryview) -> None:
        self._untrusted = untrusted
        self._place = 0

    def take(self, form: struct.Struct) -> tuple[Any, ...]:
        """The next values of this form."""
        if self._place + form.size > len(self._untrusted):
            raise lied()
        values = form.unpack_from(self._untrusted, self._place)
        self._place += form.size
        return values

    def text(self, size: int, most: int, allowed: str = "") -> str:
        """Text of 1 to most characters without control characters but the allowed ones."""
        untrusted = self._untrusted[self._place : self._place + size]
        if len(untrusted) != size:
            raise lied()
        self._place += size
        try:
            text = str(untrusted, "utf-8")
        except UnicodeDecodeError:
            raise lied() from None
        if not 0 < len(text) <= most or not (text.isprintable() or _is_plain(text, allowed)):
            raise lied()
        return text

    def end(self) -> None:
        """There must be nothing left."""
        if self._place != len(self._untrusted):
            raise lied()


def _is_plain(text: str, allowed: str) -> bool:
    return not any(sign < " " and sign not in allowed for sign in text)


def upright(rect: Rect) -> Rect:
    """The rectangle when it is finite, upright and within the cap; `lied` otherwise."""
    x0, y0, x1, y1 = rect
    largest = limits.MAX_COORDINATE
    if not (-largest <= x0 <= x1 <= largest and -largest <= y0 <= y1 <= largest):
        raise lied()
    return rect


def _parse_words(source: Source, count: int) -> tuple[ReadWord, ...]:
    """Each with its checks; named here once, as a page has hundreds of them."""
    words, take, text, most_points = [], source.take, source.text, limits.MAX_PAGE_POINTS
    most_characters = limits.MAX_WORD_CHARACTERS
    for _ in range(count):
        x0, y0, x1, y1, size, flags, block, line, length = take(_WORD)
        if not 0 <= size <= most_points or flags not in _FLAGS:
            raise lied()
        rect, (bold, hidden) = upright((x0, y0, x1, y1)), _FLAGS[flags]
        words.append(ReadWord(text(length, most_characters), rect, size, bold, hidden, block, line))
    return tuple(words)


def _parse_link(source: Source, pages: int) -> ReadLink:
    page, x0, y0, x1, y1, length = source.take(_LINK)
    if page > pages:
        raise lied()
    target = source.text(int(length), MAX_TARGET_CHARACTERS)
    return ReadLink(page=int(page), rect=upright((x0, y0, x1, y1)), target=target)


def _parse_margin(source: Source) -> ReadMargin:
    place, length = source.take(_MARGIN)
    if place >= len(_MARGINS):
        raise lied()
    return ReadMargin(place=_MARGINS[int(place)], text=source.text(int(length), MAX_MARGIN_CHARACTERS, "\t\n"))


def parse_reading(untrusted: memoryview, facts: DocumentFacts) -> Reading:
    """A reading of exactly the pages known: bounded in number and length, every rectangle finite and upright."""
    source = Source(untrusted)
    truncated, page_count, link_count, margin_count = source.take(_HEAD)
    if page_count != len(facts.pages) or link_count > MAX_LINKS or margin_count > MAX_MARGINS:
        raise lied()
    pages: list[ReadPage] = []
    words_left, characters_left = limits.MAX_WORDS, limits.MAX_TEXT_CHARACTERS
    for size in facts.pages:
        count = int(source.take(_PAGE)[0])
        words_left -= count
        if words_left < 0:
            raise lied()
        words = _parse_words(source, count)
        characters_left -= sum(len(word.text) for word in words)
        if characters_left < 0:
            raise lied()
        pages.append(ReadPage(width=size.width, height=size.height, words=words))
    links = tuple(_parse_link(source, len(pages)) for _ in range(int(link_count)))
    margins = tuple(_parse_margin(source) for _ in range(int(margin_count)))
    source.end()
    return Reading(
        kind=facts.kind, pages=tuple(pages), links=links, margins=margins, truncated=bool(truncated) or facts.truncated
    )
