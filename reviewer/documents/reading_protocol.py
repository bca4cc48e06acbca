"""The bytes of a whole reading; what a worker says is measured before it is believed."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
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
# How many words a page has, and how many bytes their texts, which follow them put together.
_PAGE = struct.Struct(">II")
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
        text = "".join([word.text for word in words]).encode()
        parts.append(_PAGE.pack(len(words), len(text)))
        parts += [
            _WORD.pack(*rect, size, _BOLD * bold + _HIDDEN * hidden, block, line, len(word))
            for word, rect, size, bold, hidden, block, line in words
        ]
        parts.append(text)
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
        return form.unpack(self._next(form.size))

    def each(self, form: struct.Struct, count: int) -> Iterator[tuple[Any, ...]]:
        """The next values of this form so many times."""
        return form.iter_unpack(self._next(count * form.size))

    def _next(self, size: int) -> memoryview:
        untrusted = self._untrusted[self._place : self._place + size]
        if len(untrusted) != size:
            raise lied()
        self._place += size
        return untrusted

    def text(self, size: int, most: int, allowed: str = "") -> str:
        """Text of 1 to most characters without control characters but the allowed ones."""
        try:
            text = str(self._next(size), "utf-8")
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


def _parse_words(records: Iterable[tuple[Any, ...]], text: str) -> tuple[ReadWord, ...]:
    """Each with its checks, whose texts together are the page's; named here once, as a page has hundreds of them."""
    words, most_points, most_characters = [], limits.MAX_PAGE_POINTS, limits.MAX_WORD_CHARACTERS
    place = 0
    for x0, y0, x1, y1, size, flags, block, line, length in records:
        if not 0 <= size <= most_points or flags not in _FLAGS or not 0 < length <= most_characters:
            raise lied()
        rect, (bold, hidden) = upright((x0, y0, x1, y1)), _FLAGS[flags]
        end = place + length
        words.append(ReadWord(text[place:end], rect, size, bold, hidden, block, line))
        place = end
    if place != len(text):
        raise lied()
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
        count, text_bytes = source.take(_PAGE)
        words_left -= count
        if words_left < 0:
            raise lied()
        records = source.each(_WORD, count)
        text = source.text(text_bytes, characters_left) if count else ""
        characters_left -= len(text)
        words = _parse_words(records, text)
        pages.append(ReadPage(width=size.width, height=size.height, words=words))
    links = tuple(_parse_link(source, len(pages)) for _ in range(int(link_count)))
    margins = tuple(_parse_margin(source) for _ in range(int(margin_count)))
    source.end()
    return Reading(
        kind=facts.kind, pages=tuple(pages), links=links, margins=margins, truncated=bool(truncated) or facts.truncated
    )
