"""Words that may be a house's names or not: beside two that surely are, one of them makes a third."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checks.date_patterns import MONTH_NUMBERS
from reviewer.checks.late_patterns import late
from reviewer.checks.vocabulary import Span, load, lowered

_BEHIND = (
    r"(?![.,]\d)(?=[.,;:)\t\n“”\"«]|$|\s[–-]\s"
    r"|\s(?:in|im|am|an|mit|und|and|für|for|with|on|at|zu|bis|to|ab|nach|after|early|vor|before)\b"
    # What was done, which in German stands last.
    r"|\s(?!percent|men\b|women)[a-zäöüß]{4,}(?<!ment)(?:t|en)\b)"
)
# What leads to a name, as in "Umstellung auf Hebel 12" or "moved into Helix 4".
_LED_TO = late(
    r"\b(?:von|zu|zum|zur|für|aus|mit|bei|auf|über|an|durch|of|to|for|into|from|with|under|on|in)\s"
    rf"(?P<name>[A-ZÄÖÜ][a-zäöüß]{{3,}}\s(?:\d{{1,3}}\+?|[B-HJ-Z]|light|plus|minus|next|neo)){_BEHIND}"
)
# By its form alone: "BL 3", "WP-Div 3", "K4", "K-Weisung", "IFA-Zettel", "q-Flip" and "Pace&Grow".
_FORMED = late(
    r"(?<![\w@./&-])(?P<name>[A-ZÄÖÜ]{2,3}(?:-[A-Z][a-z]{1,3})?\s\d{1,2}|(?<![A-Z]{2}\s)(?![ABC][12]\b)[A-Z]-?\d{1,2}"
    r"|[DF-HJ-NQRWYZ]-[A-ZÄÖÜ][a-zäöüß]{3,}"
    r"|[A-Z]{2,4}[- ](?:[Zz]ettel|[Tt]ruppe|[Hh]eft|[Mm]appe|[Dd]eck|[Uu]nterlage|[Zz]irkel|[Bb]latt)"
    rf"|[jqwyz]-[A-Z][a-z]{{2,}}|[A-Z][a-z]{{2,}}&[A-Z][a-z]{{2,}}){_BEHIND}"
)


_SHORT = late(r"(?<![\w@./&-])[A-ZÄÖÜ]{2,3}(?![\w@&/-])")


def find_doubtful(text: str) -> Iterator[Span]:
    """Where such words stand; whether the document explains them is asked elsewhere."""
    lists = load("terms")
    usual = {*lists["lettered"], *lists["numbered"], *MONTH_NUMBERS}
    for pattern in (_LED_TO, _FORMED):
        for found in pattern.finditer(text):
            words = found["name"].split()
            if len(words) == 1 or lowered(words[0]) not in usual:
                yield found.span("name")
    seldom = frozenset(lists["seldom"])
    yield from (found.span() for found in _SHORT.finditer(text) if found[0] in seldom)
