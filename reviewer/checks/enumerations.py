"""Abbreviations that stand in a row of known ones, as "TEU, VGM, AEO and GMQ": a trade's that no list has."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reviewer.checks.late_patterns import late
from reviewer.checks.vocabulary import Span

_JOINT = r"(?:\s?[,;/|&+]\s?|,?\s(?:und|and|oder|or|sowie|bzw\.)\s)"
_ITEM = r"[A-ZÄÖÜ][\w-]*[A-ZÄÖÜ0-9][\w-]*"
_ROW = late(rf"(?<![\w-]){_ITEM}(?:{_JOINT}{_ITEM}){{3,}}")
_OF_ROW = late(_ITEM)
# So short a word in capitals is an abbreviation; longer ones may be a system's or a programme's name.
_LONGEST = 4
_KNOWN_EACH = 3


def find_rows(text: str) -> list[Span]:
    """Where four abbreviations and more stand in a row."""
    return [row.span() for row in _ROW.finditer(text)]


def find_listed(text: str, is_known: Callable[[str], bool]) -> Iterator[Span]:
    """Where short unknown abbreviations stand in rows with three known ones and more for each of them."""
    for row in _ROW.finditer(text):
        items = [(row.start() + one.start(), one[0]) for one in _OF_ROW.finditer(row[0])]
        unknown = [(at, item) for at, item in items if not is_known(item)]
        if len(items) >= len(unknown) * (1 + _KNOWN_EACH):
            yield from ((at, at + len(item)) for at, item in unknown if _is_short(item))


def _is_short(item: str) -> bool:
    return len(item) <= _LONGEST and item.isalpha() and item.isupper()
