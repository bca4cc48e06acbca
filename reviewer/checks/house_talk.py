"""Ordinary words that tell outsiders little: pictures, names of meetings and papers, and sentences of slogans."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from reviewer.checks.units import Unit
from reviewer.checks.vocabulary import Span, load, lowered, terms

_LEAST_WORDS, _LEAST_SENTENCES = 2, 2
_TOGETHER = 2
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})[.!?]\s+(?=[A-ZÄÖÜ])")


def find_house_talk(units: Iterable[Unit]) -> dict[str, Span]:
    """Such words with the place of their statement, where a document has several or some sentences of nothing else."""
    found: dict[str, Span] = {}
    slogans: dict[str, Span] = {}
    for unit in units:
        for sentence in _SENTENCE_END.split(unit.text):
            low = lowered(sentence)
            pictures = _pictures(sentence, low)
            found |= {word: (unit.begin, unit.end) for word in sorted(pictures) if word not in found}
            empty = {low[begin:end] for key in ("hollow", "slogans") for begin, end in terms("terms", key).find(low)}
            if len(pictures | empty) >= _TOGETHER and not any(sign.isdigit() for sign in low):
                slogans[", ".join(sorted(pictures | empty))] = (unit.begin, unit.end)
    if len(found) >= _LEAST_WORDS:
        return found
    return slogans if len(slogans) >= _LEAST_SENTENCES else {}


def _pictures(text: str, low: str) -> set[str]:
    names = (
        one for one in _house_name().finditer(text) if not terms("terms", "plain_names").hits(low[one.start() :][:40])
    )
    named = [*names, *_picture().finditer(low), *_coloured().finditer(low)]
    spans = [*terms("terms", "metaphors").find(low), *(one.span() for one in named)]
    return {low[begin:end] for begin, end in spans}


@cache
def _picture() -> re.Pattern[str]:
    """A thing of everyday life and a meeting or a paper in one name, as "Ampelmappe" or "tile meeting"."""
    lists = load("terms")
    things, papers = ("|".join(map(re.escape, lists[key])) for key in ("everyday_things", "meetings"))
    return re.compile(rf"\b(?:{things})(?:e?[ns])?[- ]?(?:{papers})")


@cache
def _coloured() -> re.Pattern[str]:
    """A colour for a state or a paper, as "maturity yellow" or "auf Grün", and words for a thing of the house."""
    colours = r"(?:rot|gelb|grün|orange|red|yellow|amber|green)"
    return re.compile(
        rf"\b(?:reifegrad|status|stufe|phase|ampel|level|maturity|stage|health|gate)\s+(?:auf\s+|to\s+|on\s+)?{colours}\b"
        rf"|\b(?:haus|house)[- ]?(?:modell|model|sprache|language|methode|method|bild|picture|logik|logic)\w{{0,2}}\b"
    )


@cache
def _house_name() -> re.Pattern[str]:
    """A plain adjective in capitals before a noun in capitals, in the midst of a sentence."""
    plain = "|".join(word.capitalize() for word in load("terms")["name_adjectives"])
    return re.compile(rf"(?<=\w )(?:{plain})(?:e[nmrs]?)?\s[A-ZÄÖÜ][a-zäöüß]{{2,}}")
