"""Criterion clarity: abbreviations, codes and programme names that nobody outside the house knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewer.checks.cards import Hit
from reviewer.checks.codes import find_codes, known_terms
from reviewer.checks.dates import Period
from reviewer.checks.explanations import is_explained
from reviewer.checks.flow import Flow
from reviewer.checks.house_talk import find_house_talk
from reviewer.checks.station_facts import Facts
from reviewer.checks.view import View
from reviewer.checks.vocabulary import Span, load, lowered, terms

_IN_QUOTES = re.compile(r"[„“\"»«‚'‘]([^„“”\"»«‚'’\n]{2,40})[“”\"«»’'‘]")
_MANY, _SOME = 5, 0
_WIDE = 0.4
_SHOWN_WORDS = 5
_PROFILES = frozenset(("summary", "personal"))
_SMALL_WORD = re.compile(r"\b[a-zäöüß]{2,}")
_LEAST_OF_SENTENCE = 3
_LIKE_A_WORD = re.compile(r"(?=[^\W\d_]{4})[^\W\d_]*[AEIOUYÄÖÜ][^\W\d_]*")
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
        spans = list(_unknown(flow, facts, view.periods))
        touched += bool(spans)
        for begin, end in spans:
            found.setdefault(flow.text[begin:end], []).append((begin, end))
    for begin, end in _in_profile(view):
        found.setdefault(flow.text[begin:end], []).append((begin, end))
    unexplained = {word: spans for word, spans in found.items() if not is_explained(flow.text, word)}
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
    else:
        yield from _house_words(flow, view)


def _in_profile(view: View) -> Iterator[Span]:
    """Codes in the sentences of a profile."""
    for section in view.sections:
        for number in range(section.first, section.last) if section.kind in _PROFILES else ():
            text, begin = view.flow.lines[number].text, view.flow.starts[number]
            if len(_SMALL_WORD.findall(text)) < _LEAST_OF_SENTENCE or "@" in text:
                continue
            for code in find_codes(text):
                if not _is_shouted(text, *code.span()):
                    yield begin + code.start(), begin + code.end()


def _house_words(flow: Flow, view: View) -> Iterator[Hit]:
    units = [unit for facts in view.stations for unit in facts.units]
    found = find_house_talk(units)
    if found:
        places = tuple(flow.place(*span) for span in dict.fromkeys(found.values()))
        yield Hit(rule="house-words", facts={"words": ", ".join(list(found)[:_SHOWN_WORDS])}, places=places)


def _hollow(flow: Flow, facts: Facts) -> set[str]:
    low = lowered(flow.text[facts.stint.begin : facts.stint.end])
    return {low[begin:end] for begin, end in terms("terms", "hollow").find(low)}


def _unknown(flow: Flow, facts: Facts, periods: tuple[Period, ...]) -> Iterator[Span]:
    """Codes and programme names of an entry that are neither known nor a part of a company's name."""
    begin, end = facts.stint.begin, facts.stint.end
    area = flow.text[begin:end]
    spans = {(found.start(), found.end()) for found in find_codes(area)}
    quoted = (found for found in _IN_QUOTES.finditer(area) if _programme().search(area[: found.start() + 1]))
    spans |= {found.span(1) for found in quoted if found[1].upper() not in known_terms()}
    names = [(one - begin, other - begin) for one, other in facts.companies]
    for first, last in sorted(spans):
        inside = any(one <= first < other for one, other in names)
        dated = any(one.begin <= begin + first < one.end for one in periods)
        if not inside and not dated and not _is_shouted(area, first, last):
            yield begin + first, begin + last


def _is_shouted(area: str, first: int, last: int) -> bool:
    """A word among others in capitals: a heading or a name set in capitals."""
    row = area.rfind("\n", 0, first) + 1
    end = area.find("\n", last)
    line = area[row : len(area) if end < 0 else end]
    words = re.findall(r"[^\W\d_]{2,}", line)
    if line.strip(" :-–") == area[first:last] and _LIKE_A_WORD.fullmatch(area[first:last]):
        return True
    return len(words) >= 2 and sum(word.isupper() for word in words) >= 0.6 * len(words)
