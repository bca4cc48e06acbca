"""Abbreviations that a reader knows in a CV of their trade, as "MEL" in one of an airline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from reviewer.checks.codes import is_known
from reviewer.checks.late_patterns import late
from reviewer.checks.vocabulary import kept_for_now, load, lowered

_PARTING = late("[-/&]")
_APART = late(r"[^\w&]+")
# A capital with small letters alone behind it begins none.
_ITEM = late(r"[A-ZÄÖÜ](?<![\w-].)(?![a-zäöüß]*(?:[^\w&]|\Z))[\w&]*[A-ZÄÖÜ0-9]\w*")
_ANYWHERE = "*"
_TELLING = 4


def is_of_trade(word: str, text: str) -> bool:
    """Whether a word is an abbreviation of a trade that the text is of, or made of such and known ones."""
    if _is_term(word.strip("-/&"), text):
        return True
    parts = [part for part in _PARTING.split(word) if part]
    if len(parts) == 1 or any(len(part) == 1 or part.isdigit() for part in parts):
        return False
    terms = [_is_term(part, text) for part in parts]
    return any(terms) and all(one or is_known(part) for one, part in zip(terms, parts, strict=True))


def find_trade_terms(text: str, begin: int = 0, end: int | None = None) -> Iterator[str]:
    """Abbreviations between two places that are of a trade the whole text is of."""
    yield from (
        found[0] for found in _ITEM.finditer(text, begin, len(text) if end is None else end) if _is_term(found[0], text)
    )


def _is_term(word: str, text: str) -> bool:
    trades = _trades_by_term().get(word) or (_trades_by_term().get(word[:-1]) if word.endswith("s") else None)
    return trades is not None and any(map(_asked(text).is_of, trades))


@cache
def _trades_by_term() -> dict[str, set[str]]:
    by_term: defaultdict[str, set[str]] = defaultdict(set)
    for trade, lists in load("trades").items():
        for term in lists["terms"]:
            by_term[term].add(trade)
    return dict(by_term)


class _Asked:
    """A text that is asked of which trades it is; each is looked for once."""

    def __init__(self, text: str) -> None:
        self._told = f" {_APART.sub(' ', lowered(text))} "
        self._items = frozenset(_ITEM.findall(text))
        self._answers: dict[str, bool] = {}

    def is_of(self, trade: str) -> bool:
        """Whether one of the trade's words stands in the text, or several of its terms."""
        if trade not in self._answers:
            lists = load("trades")[trade]
            several = len(self._items.intersection(lists["terms"])) >= _TELLING
            self._answers[trade] = several or any(map(self._told.__contains__, _sought(*lists["words"])))
        return self._answers[trade]


_asked = kept_for_now(_Asked)


@cache
def _sought(*words: str) -> tuple[str, ...]:
    return tuple(word[1:] if word.startswith(_ANYWHERE) else f" {word}" for word in words)
