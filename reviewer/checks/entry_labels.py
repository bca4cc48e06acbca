"""Labels that a form repeats in its entries, and which of them stands before the company's industry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.checks.companies import find_trade
from reviewer.checks.company_patterns import patterns
from reviewer.checks.flow import Flow
from reviewer.checks.station_facts import Facts
from reviewer.checks.vocabulary import Span, load, lowered, terms

_LEAST_ENTRIES, _HALF = 2, 0.5
_MOST_OF_A_LABEL, _MOST_OF_A_VALUE = 3, 5
_LEAST_TRADES, _SOME, _PLAIN = 2, 0.3, 0.8


def with_labelled_industries(flow: Flow, told: Sequence[Facts]) -> list[Facts]:
    """The entries, those without an industry with the words behind a label that stands before industries elsewhere."""
    if len(told) < _LEAST_ENTRIES or all(one.industry for one in told):
        return list(told)
    values = [dict(_labelled(flow, one)) for one in told]
    often = Counter(label for found in values for label in found)
    for label, times in often.items():
        spans = [found[label] for found in values if label in found]
        if times >= max(_LEAST_ENTRIES, _HALF * len(told)) and _tell_industries(
            [flow.text[slice(*one)] for one in spans]
        ):
            return [
                replace(one, industry=one.industry or found.get(label)) for one, found in zip(told, values, strict=True)
            ]
    return list(told)


def _labelled(flow: Flow, facts: Facts) -> Iterator[tuple[str, Span]]:
    """Short lines of an entry in small letters, each with the line behind it; labels of known words are left out."""
    known = load("tasks")["labels"]
    number = flow.line_at(facts.stint.begin)
    while number + 1 < len(flow.lines) and flow.starts[number + 1] < facts.stint.end:
        label = lowered(flow.lines[number].text).strip(" :.")
        number += 1
        few = 0 < len(label.split()) <= _MOST_OF_A_LABEL and not any(map(str.isdigit, label))
        if few and label not in known:
            yield label, (flow.starts[number], flow.starts[number] + len(flow.lines[number].text))


def _tell_industries(values: Sequence[str]) -> bool:
    """Whether all but few values are a word or some without a post or a company's name, and several an industry's."""
    plain = sum(_is_plain(value) for value in values)
    trades = sum((found := find_trade(value)) is not None and found[0] == 0 for value in values)
    return plain >= _PLAIN * len(values) and trades >= max(_LEAST_TRADES, _SOME * len(values))


def _is_plain(value: str) -> bool:
    few = len(value.split()) <= _MOST_OF_A_VALUE and not any(map(str.isdigit, value))
    named = patterns()["legal"].search(" " + value) or terms("tasks", "titles").hits(lowered(value))
    return few and not named
