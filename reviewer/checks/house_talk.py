"""Ordinary words that tell outsiders little: slang of management, pictures, names of meetings and papers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reviewer.checks.house_nicknames import find_nicknames, find_pictures
from reviewer.checks.late_patterns import late
from reviewer.checks.units import Unit
from reviewer.checks.vocabulary import Span, lowered, terms

_SEVERAL = 2
# Of a sentence's weight: a word of fashion weighs one, one that ordinary prose has too a half; four halves never do.
_WEIGHTS = (("slang", 2.0), ("pictures", 1.0), ("buzz", 1.0), ("airy", 0.6), ("dull", 0.5))
_FULL, _EMPTY, _NEARLY_EMPTY, _LEAST_WORDS = 2.0, 1.5, 1.0, 2
_FIGURES, _JOINED = 1.0, 0.5
# Three words in capitals in a row are somebody's name, as "Bridgehead Executive Interim" is.
_PROPER = late(r"[A-Z][a-z]+ [A-Z][a-z]+ [A-Z][a-z]+")
_FIRM = late(r"[A-ZÄÖÜ][\w&-]+,? (?:plc|PLC|Ltd|Limited|LLP|LLC|Inc|GmbH|AG|SE|KG|Group|Gruppe|Holdings?)(?!\w)")
_ADDRESS = late(r"\S+@\S+|(?:www\.|https?:)\S+")
_SENTENCE_END = re.compile(r"[.!?](?<=[^\W\d_]{2}.)\s+(?=[A-ZÄÖÜ])")


def find_house_talk(units: Iterable[Unit], prose: Iterable[Unit], text: str) -> dict[str, Span]:
    """Such words with the place of their statement; text is the document's, which may explain a name.

    One word of slang, one name of the house, one sentence of little else, or several pictures or phrases are enough.
    """
    found: dict[str, Span] = {}
    pictures: dict[str, Span] = {}
    phrases: dict[str, Span] = {}
    for unit, told in (*((unit, True) for unit in units), *((unit, False) for unit in prose)):
        span = (unit.begin, unit.end)
        for sentence in _sentences(unit.text):
            words = _weighed(sentence)
            weight = sum(words.values()) - (_FIGURES if words and any(map(str.isdigit, sentence)) else 0)
            if weight >= _EMPTY and (_without_dull(words) >= 1 or weight > _FULL):
                found.setdefault(", ".join(words), span)
            elif weight >= _NEARLY_EMPTY and len(words) >= _LEAST_WORDS:
                phrases.setdefault(", ".join(words), span)
            if told:
                found |= dict.fromkeys(find_nicknames(sentence, text), span)
                pictures |= dict.fromkeys(find_pictures(sentence), span)
            pictures |= dict.fromkeys((word for word in words if terms("house_talk", "pictures").hits(word)), span)
    return found or next((several for several in (pictures, phrases) if len(several) >= _SEVERAL), {})


def _sentences(text: str) -> list[str]:
    """The sentences of a statement; most end with it and need not be looked for."""
    return _SENTENCE_END.split(text) if any(map(text[:-1].__contains__, ".!?")) else [text]


def _weighed(sentence: str) -> dict[str, float]:
    """The words of a sentence by their weight; the heavier of two in one place, and two joined to one weigh more."""
    low = lowered(_without_addresses(sentence))
    spans = sorted(
        (begin, -weight, end) for key, weight in _WEIGHTS for begin, end in terms("house_talk", key).find(low)
    )
    words: dict[str, float] = {}
    last = 0
    heaviest = 0.0
    for begin, minus_weight, end in spans:
        if begin < last or _PROPER.match(sentence, begin) or _FIRM.match(sentence, begin):
            continue
        joined = words and begin - last <= 1 and max(-minus_weight, heaviest) >= 1
        words[low[begin:end]] = -minus_weight + (_JOINED if joined else 0.0)
        last, heaviest = _end_of_word(low, end), -minus_weight
    return words


def _without_addresses(sentence: str) -> str:
    """The sentence with blanks instead of addresses, which hardly any has."""
    low = lowered(sentence)
    if not any(map(low.__contains__, ("@", "www.", "http"))):
        return sentence
    return _ADDRESS.sub(lambda found: " " * len(found[0]), sentence)


def _without_dull(words: dict[str, float]) -> float:
    return sum(weight for weight in words.values() if weight > _WEIGHTS[-1][1])


def _end_of_word(low: str, at: int) -> int:
    while at < len(low) and low[at].isalpha():
        at += 1
    return at
