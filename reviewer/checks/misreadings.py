"""Words as they stood on the paper before a reading machine misread them, where a word list knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from reviewer.checks.date_patterns import MONTH_NUMBERS, SEASONS
from reviewer.checks.vocabulary import kept_for_now, load

# What a machine reads, and what stood there. Source: the usual confusions of shapes in printed Latin type.
_CONFUSED = (
    ("1", "l"), ("1", "i"), ("0", "o"), ("5", "s"), ("8", "b"), ("m", "rn"), ("rn", "m"), ("l", "i"), ("i", "l"),
    ("u", "ü"), ("a", "ä"), ("o", "ö"), ("b", "ß"), ("c", "e"), ("e", "c"), ("d", "cl"), ("cl", "d"), ("b", "h"),
    ("h", "b"), ("f", "t"), ("t", "f"), ("ü", "ii"), ("q", "g"), ("g", "q"), ("vv", "w"), ("n", "u"), ("u", "n"),
    ("li", "h"),
)  # fmt: skip
_LEAST_LETTERS = 4
_DIGIT_IN_WORD = re.compile(r"(?<=[^\W\d_])[10](?=[a-zäöüß])")
_WORD = re.compile(r"[^\W_]+")
_DATE_WORDS = ("seit", "heute", "dato", "laufend", "since", "present", "today", "until", "ongoing", "from", "till")
_LISTS = ("headings", "claims", "tasks", "industries", "sizes", "contacts")


@kept_for_now
def corrected(text: str) -> str:
    """The text with words of the word lists, and digits within words, put right; it may become longer or shorter."""
    return _WORD.sub(lambda found: _word(found[0]), text)


def _word(word: str) -> str:
    if len(word) < _LEAST_LETTERS or word.isdigit():
        return word
    known = _known()
    low = word.lower()
    if low in known:
        return word
    for candidate in _candidates(low):
        if candidate in known:
            return candidate.capitalize() if word[:1].isupper() or word[:1].isdigit() else candidate
    return _DIGIT_IN_WORD.sub(lambda found: "l" if found[0] == "1" else "o", word)


def _candidates(low: str) -> Iterator[str]:
    for read, stood in _CONFUSED:
        at = low.find(read)
        while at >= 0:
            yield low[:at] + stood + low[at + len(read) :]
            at = low.find(read, at + 1)


@cache
def _known() -> frozenset[str]:
    """All whole words of the lists, and those of dates."""
    words = {*MONTH_NUMBERS, *SEASONS, *_DATE_WORDS}
    for name in _LISTS:
        for entry in _entries(load(name)):
            words.update(_WORD.findall(entry.lower()))
    for small in load("language")["words"].values():
        words.update(small)
    return frozenset(word for word in words if len(word) >= _LEAST_LETTERS)


def _entries(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _entries(one)
    elif isinstance(value, list):
        for one in value:
            yield from _entries(one)
