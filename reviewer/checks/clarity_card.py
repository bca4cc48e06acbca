"""Criterion clarity: abbreviations, codes and programme names that nobody outside the house knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewer.checks.cards import Hit
from reviewer.checks.flow import Flow
from reviewer.checks.station_facts import Facts
from reviewer.checks.view import View
from reviewer.checks.vocabulary import Span, load, lowered, terms

_CODE = re.compile(r"(?<![\w@./#-])[A-ZÄÖÜ][\w&]*(?:[A-ZÄÖÜ0-9&]|[-/][A-Z0-9]+)[\w&/-]*(?![\w@])")
_IN_QUOTES = re.compile(r"[„“\"»«‚'‘]([^„“”\"»«‚'’\n]{2,40})[“”\"«»’'‘]")
_ROMAN = re.compile(r"[IVXLC]+")
_UNIT = re.compile(r"\d+[A-Za-zµ%²³]{0,3}")
_MANY, _SOME = 5, 2
_WIDE = 0.4
_SHOWN_WORDS = 5


@cache
def _known() -> frozenset[str]:
    return frozenset(word.upper() for word in load("terms")["known"])


@cache
def _programme() -> re.Pattern[str]:
    words = "|".join(load("terms")["programme"])
    return re.compile(rf"(?:\w+-)?(?:{words})s?\s+[„“\"»‚'‘]?$", re.IGNORECASE)


def judge_clarity(view: View) -> Iterator[Hit]:
    """Unexplained words of the stations."""
    flow = view.flow
    if not view.stations and not view.umbrellas:
        return
    found: dict[str, list[Span]] = {}
    touched = 0
    for facts in view.stations:
        spans = list(_unknown(flow, facts))
        touched += bool(spans)
        for begin, end in spans:
            found.setdefault(flow.text[begin:end], []).append((begin, end))
    unexplained = {word: spans for word, spans in found.items() if not _is_explained(flow.text, word)}
    first = sorted(spans[0] for spans in unexplained.values())
    places = tuple(flow.place(begin, end) for begin, end in first)
    facts_told: dict[str, str | int] = {"count": len(unexplained), "words": ", ".join(list(unexplained)[:_SHOWN_WORDS])}
    share = touched / max(1, len(view.stations))
    if len(unexplained) >= _MANY:
        yield Hit(rule="many-unknown", facts=facts_told, places=places)
        if share >= _WIDE:
            yield Hit(rule="wide-spread", facts={"count": touched, "all": len(view.stations)})
    elif len(unexplained) > _SOME:
        yield Hit(rule="some-unknown", facts=facts_told, places=places)
    else:
        yield Hit(rule="few-unknown", places=places)
    hollow = {lowered(flow.text)[begin:end] for begin, end in _hollow(flow, view.stations)}
    if len(hollow) >= _MANY:
        yield Hit(rule="hollow", facts={"words": ", ".join(sorted(hollow)[:_SHOWN_WORDS])})


def _hollow(flow: Flow, stations: tuple[Facts, ...]) -> Iterator[Span]:
    for facts in stations:
        low = lowered(flow.text[facts.stint.begin : facts.stint.end])
        for begin, end in terms("terms", "hollow").find(low):
            yield facts.stint.begin + begin, facts.stint.begin + end


def _unknown(flow: Flow, facts: Facts) -> Iterator[Span]:
    """Codes and programme names of an entry that are neither known nor a part of a company's name."""
    begin, end = facts.stint.begin, facts.stint.end
    area = flow.text[begin:end]
    spans = [(found.start(), found.end(), found[0]) for found in _CODE.finditer(area)]
    for found in _IN_QUOTES.finditer(area):
        if _programme().search(area[: found.start() + 1]):
            spans.append((found.start(1), found.end(1), found[1]))
    names = [(one - begin, other - begin) for one, other in facts.companies]
    for first, last, word in sorted(set(spans)):
        inside = any(one <= first < other for one, other in names)
        if not inside and not _is_known(word) and not _is_shouted(area, first, last):
            yield begin + first, begin + last


def _is_known(word: str) -> bool:
    known = _known()
    plain = word.strip("-/&'’")
    if len(plain) < 2 or plain.upper() in known or _ROMAN.fullmatch(plain) or _UNIT.fullmatch(plain):
        return True
    parts = [part for part in re.split(r"[-/&]", plain) if part]
    if len(parts) > 1:
        return all(part.upper() in known or not _is_code(part) for part in parts)
    if plain.endswith("s") and plain[:-1].upper() in known:
        return True
    return not _is_code(plain)


def _is_code(word: str) -> bool:
    """Two capitals or more, or capitals and digits; a word that merely begins with a capital is none."""
    capitals = sum(sign.isupper() for sign in word)
    digits = any(sign.isdigit() for sign in word)
    return (capitals >= 2 and capitals >= 0.4 * len(word)) or (digits and capitals >= 1)


def _is_shouted(area: str, first: int, last: int) -> bool:
    """A word among others in capitals: a heading or a name set in capitals."""
    row = area.rfind("\n", 0, first) + 1
    end = area.find("\n", last)
    words = re.findall(r"[^\W\d_]{3,}", area[row : len(area) if end < 0 else end])
    return len(words) >= 2 and sum(word.isupper() for word in words) >= 0.6 * len(words)


def _is_explained(text: str, word: str) -> bool:
    """Whether brackets beside the word, anywhere in the document, say what it means."""
    plain = re.escape(word)
    words = r"[^()\n]*[a-zäöü]{3,}[^()]*"
    after = rf"{plain}[“”\"«’]?\s*(?:\({words}\)|=\s*[A-Za-zÄÖÜ]|[,:–-]\s*(?:d\. ?h\.|das heißt|i\.e\.|that is|also known as|kurz für|short for|unser|our|dem|der|das|die|the|a|an|ein|eine)\s)"
    before = rf"[a-zäöü]{{3,}}[“”\"«]?\s*\(\s*(?:kurz:?\s*|genannt\s*|short:?\s*)?[„“\"»]?{plain}[“”\"«]?\s*[);,]"
    return re.search(after, text) is not None or re.search(before, text) is not None
