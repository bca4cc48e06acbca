"""Criterion clarity: abbreviations, codes and programme names that nobody outside the house knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewer.checks.cards import Hit
from reviewer.checks.codes import find_codes, known_terms
from reviewer.checks.flow import Flow
from reviewer.checks.station_facts import Facts
from reviewer.checks.view import View
from reviewer.checks.vocabulary import Span, load, lowered, terms

_IN_QUOTES = re.compile(r"[„“\"»«‚'‘]([^„“”\"»«‚'’\n]{2,40})[“”\"«»’'‘]")
_EXPLAINED_AFTER = re.compile(
    r"[“”\"«’]?\s*(?:\((?!\s*(?:phase|welle|wave|stufe|stage)\b)[^()]{0,20}[a-zäöü]{3,}[^()]{0,120}\)|=\s*[A-Za-zÄÖÜ]"
    r"|[,:–-]\s*(?:d\. ?h\.|das heißt|i\.e\.|that is|kurz für|short for|unser|our|dem|der|das|die|the|an?|ein|eine)\s)"
    r"|[“”\"«’]?\s+(?:steht\s+für|stands\s+for|bedeutet|means|heißt|bezeichnet|refers\s+to|short\s+for|kurz\s+für"
    r"|ist\s+(?:der|die|das|eine?|unser)|is\s+(?:the|an?|our))\b"
)
_GLOSSED = re.compile(r"\s*[:=–-]\s*[A-Za-zÄÖÜäöü][\w-]{3,}")
_EXPLAINED_BEFORE = re.compile(
    r"[a-zäöü]{3,}[“”\"«]?\s*\(\s*(?:[a-zäöü]+\s){0,3}(?:kurz|genannt|abgekürzt|abbreviated|named|short|intern|internally|called|known\s+as|as|sog\.|namens|abk\.|abbr\.)?:?\s*[„“\"»]?$"
)
_MANY, _SOME = 5, 1
_WIDE = 0.4
_SHOWN_WORDS = 5
_A_HEADING = 6
_HOLLOW_SHARE = 0.5


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
    hollow = [_hollow(flow, facts) for facts in view.stations]
    words = set().union(*hollow)
    if len(words) >= _MANY and sum(map(bool, hollow)) >= _HOLLOW_SHARE * len(hollow):
        yield Hit(rule="hollow", facts={"words": ", ".join(sorted(words)[:_SHOWN_WORDS])})


def _hollow(flow: Flow, facts: Facts) -> set[str]:
    low = lowered(flow.text[facts.stint.begin : facts.stint.end])
    return {low[begin:end] for begin, end in terms("terms", "hollow").find(low)}


def _unknown(flow: Flow, facts: Facts) -> Iterator[Span]:
    """Codes and programme names of an entry that are neither known nor a part of a company's name."""
    begin, end = facts.stint.begin, facts.stint.end
    area = flow.text[begin:end]
    spans = {(found.start(), found.end()) for found in find_codes(area)}
    quoted = (found for found in _IN_QUOTES.finditer(area) if _programme().search(area[: found.start() + 1]))
    spans |= {found.span(1) for found in quoted if found[1].upper() not in known_terms()}
    names = [(one - begin, other - begin) for one, other in facts.companies]
    for first, last in sorted(spans):
        inside = any(one <= first < other for one, other in names)
        if not inside and not _is_shouted(area, first, last):
            yield begin + first, begin + last


def _is_shouted(area: str, first: int, last: int) -> bool:
    """A word among others in capitals: a heading or a name set in capitals."""
    row = area.rfind("\n", 0, first) + 1
    end = area.find("\n", last)
    line = area[row : len(area) if end < 0 else end]
    words = re.findall(r"[^\W\d_]{3,}", line)
    if line.strip(" :-–") == area[first:last] and len(area[first:last]) >= _A_HEADING:
        return True
    return len(words) >= 2 and sum(word.isupper() for word in words) >= 0.6 * len(words)


def _is_explained(text: str, word: str) -> bool:
    """Whether brackets or a few words beside the word, anywhere in the document, say what it means."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        begins = at == 0 or text[at - 1] in "\n\t" or text[max(0, at - 2) : at] in {"• ", "- ", "– ", "; "}
        if begins and _GLOSSED.match(text, end):
            return True
        if _EXPLAINED_AFTER.match(text, end) or _EXPLAINED_BEFORE.search(text[max(0, at - 60) : at]):
            return True
        at = text.find(word, end)
    return False
