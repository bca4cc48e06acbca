"""The title of an entry: the first of its statements that names a post, else the first that can be one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reviewer.checks.date_patterns import MONTH_NUMBERS, SEASONS
from reviewer.checks.labels import is_label, without_label
from reviewer.checks.late_patterns import late
from reviewer.checks.units import Unit
from reviewer.checks.vocabulary import load, lowered, terms

_LONGEST = 120
_MOST_LOOKED_AT, _MOST_FOR_A_POST = 8, 4
_EDGES = " ,;:|–-\t"
# What plain text marks headings, emphasis and bullets with, and bullets that touch the first word.
_MARKS_BEFORE, _MARKS_BEHIND, _MARKS_WITHIN = " #*_`•●○◦▪■□▸►▶‣∙·✓✔◆➢➤→", " *_`", ("**", "__")
_ADDRESS = late(
    r"[^\s@]{1,64}@\S+|(?:https?://|www\.)\S+"
    r"|^\W*(?:[a-z]{1,2}-)?\d{4,5}\s+[^\W\d]+(?:[ .-]{1,2}[^\W\d]+){0,3}\W*$"
    r"|^\W*[^\W\d]+(?:[ .-][^\W\d]+){0,3}(?:str(?:aße|asse|\.)|weg|platz|allee|gasse|ring|damm|ufer)"
    r"\s\d{1,3}\s?[a-z]?\b"
    r"|^\W*(?:am|an|auf|im|in|zum|zur)\s[^,]{3,30}\s\d{1,3}\s?[a-z]?\W*$"
    r"|^\W*\d{1,5}\s[^\W\d]+(?:\s[^\W\d]+)?\s(?:street|st|road|rd|avenue|ave|lane|drive)\b\.?"
    r"|^\W*(?:ort|standort|einsatzort|adresse|anschrift|location|place|address)\s*:.*"
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def find_title(units: Sequence[Unit]) -> str:
    """The title of an entry of these statements, of bounded length; empty where none of the first can be one."""
    told = [unit.text for unit in units[:_MOST_LOOKED_AT] if not is_label(unit.text)]
    for text in told[:_MOST_FOR_A_POST]:
        if terms("tasks", "titles").hits(lowered(text)):
            return _trimmed(without_label(text))
    return next((_trimmed(text) for text in told if _names_something(lowered(text))), "")


def _names_something(low: str) -> bool:
    """Whether words in small letters hold one of two letters or more that is none of an address, a date or a label."""
    return any(word not in _nameless() for word in _WORD.findall(_ADDRESS.sub("", low)))


@cache
def _nameless() -> frozenset[str]:
    return frozenset((*MONTH_NUMBERS, *SEASONS, *load("tasks")["nameless"]))


def _trimmed(title: str) -> str:
    """A title of bounded length, without the signs that mark it or parted it from its period."""
    for mark in _MARKS_WITHIN:
        title = title.replace(mark, "")
    title = title.lstrip(_MARKS_BEFORE).rstrip(_MARKS_BEHIND)
    return title.strip(_EDGES).removesuffix("(").lstrip(")").strip(_EDGES)[:_LONGEST]
