"""Abbreviations that a reader knows in a CV of their trade, as "MEL" in one of an airline."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from reviewer.checks.codes import is_known
from reviewer.checks.vocabulary import kept_for_now, load, lowered

_PARTING = re.compile("[-/&]")
_APART = re.compile(r"[^\w&]+")
_ANYWHERE = "*"


def is_of_trade(word: str, text: str) -> bool:
    """Whether a word is an abbreviation of a trade that the text is of, or made of such and known ones."""
    if _is_term(word.strip("-/&"), text):
        return True
    parts = [part for part in _PARTING.split(word) if part]
    if len(parts) == 1 or any(len(part) == 1 or part.isdigit() for part in parts):
        return False
    terms = [_is_term(part, text) for part in parts]
    return any(terms) and all(one or is_known(part) for one, part in zip(terms, parts, strict=True))


def _is_term(word: str, text: str) -> bool:
    trades = _trades_by_term().get(word) or (_trades_by_term().get(word[:-1]) if word.endswith("s") else None)
    return trades is not None and not trades.isdisjoint(_trades_of(text))


@cache
def _trades_by_term() -> dict[str, set[str]]:
    by_term: defaultdict[str, set[str]] = defaultdict(set)
    for trade, lists in load("trades").items():
        for term in lists["terms"]:
            by_term[term].add(trade)
    return dict(by_term)


@kept_for_now
def _trades_of(text: str) -> frozenset[str]:
    """The trades that the text is of: one of their words stands in it."""
    told = f" {_APART.sub(' ', lowered(text))} "
    return frozenset(
        trade for trade, lists in load("trades").items() if any(map(told.__contains__, _sought(*lists["words"])))
    )


@cache
def _sought(*words: str) -> tuple[str, ...]:
    return tuple(word[1:] if word.startswith(_ANYWHERE) else f" {word}" for word in words)
