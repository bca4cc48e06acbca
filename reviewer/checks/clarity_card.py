"""Criterion clarity: abbreviations, codes and programme names that nobody outside the house knows."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checks.cards import Hit
from reviewer.checks.enumerations import count_known, find_among_known
from reviewer.checks.flow import Flow
from reviewer.checks.house_talk import find_house_talk
from reviewer.checks.prose import find_prose
from reviewer.checks.station_facts import Facts
from reviewer.checks.unknown_words import find_doubtful_names, find_unknown, touched_entries
from reviewer.checks.view import View
from reviewer.checks.vocabulary import lowered, terms

_SEVERAL = 3
# Of the known abbreviations so many may be beside them that no list has.
_LET_PASS = 0.05
_WIDE = 0.4
_SHOWN_WORDS = 5
_LEAST_HOLLOW = 5
_HOLLOW_SHARE = 0.5


def judge_clarity(view: View) -> Iterator[Hit]:
    """Unexplained words in what was done."""
    flow = view.flow
    if not view.stations and not view.umbrellas:
        return
    unexplained = find_unknown(view)
    perhaps = find_among_known(view, unexplained)
    sure = len(unexplained) - len(perhaps)
    if len(unexplained) == _SEVERAL - 1 == sure:
        unexplained |= find_doubtful_names(view, unexplained)
    if perhaps and sure == 0 and len(perhaps) <= _LET_PASS * count_known(flow.text):
        unexplained = {}
    first = sorted(spans[0] for spans in unexplained.values())
    places = tuple(flow.place(begin, end) for begin, end in first)
    count = len(unexplained)
    facts: dict[str, str | int] = {"count": count, "words": ", ".join(list(unexplained)[:_SHOWN_WORDS])}
    if count >= _SEVERAL and sure >= _SEVERAL - 1:
        yield Hit(rule="many-unknown", facts=facts, places=places)
        touched = touched_entries(view, [span for spans in unexplained.values() for span in spans])
        if touched >= _WIDE * max(1, len(view.stations)):
            yield Hit(rule="wide-spread", facts={"count": touched, "all": len(view.stations)})
    elif count:
        yield Hit(rule="some-unknown", facts=facts, places=places)
    else:
        yield Hit(rule="few-unknown", places=places)
    yield from _ordinary_words(view)


def _ordinary_words(view: View) -> Iterator[Hit]:
    """Words that everybody knows and that tell little; they never make a defect."""
    hollow = [_hollow(view.flow, facts) for facts in view.stations]
    words = set().union(*hollow)
    if len(words) >= _LEAST_HOLLOW and sum(map(bool, hollow)) >= _HOLLOW_SHARE * len(hollow):
        yield Hit(rule="hollow", facts={"words": ", ".join(sorted(words)[:_SHOWN_WORDS])})
    else:
        yield from _house_words(view.flow, view)


def _house_words(flow: Flow, view: View) -> Iterator[Hit]:
    units = [unit for facts in view.stations for unit in facts.units]
    found = find_house_talk(units, find_prose(view), flow.text)
    if found:
        places = tuple(flow.place(*span) for span in dict.fromkeys(found.values()))
        yield Hit(rule="house-words", facts={"words": ", ".join(list(found)[:_SHOWN_WORDS])}, places=places)


def _hollow(flow: Flow, facts: Facts) -> set[str]:
    low = lowered(flow.text[facts.stint.begin : facts.stint.end])
    return {low[begin:end] for begin, end in terms("house_talk", "hollow").find(low)}
