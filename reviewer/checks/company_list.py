"""Companies that a document describes once: "NAME: industry, 450 employees", or in the cells of a table of its own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.checks.company_patterns import patterns
from reviewer.checks.company_sizes import company_sizes
from reviewer.checks.flow import Flow
from reviewer.checks.station_facts import Facts
from reviewer.checks.vocabulary import Span, kept_for_now, terms

_ENTRY = re.compile(r"^[^\w(]*(?P<name>[^\W_][^:–()|=\t\n]{2,60}?)\s*(?::|[–=|(\t]|\s-\s)\s*(?=\S)")
_LEAST_ENTRIES, _MOST_LINES = 2, 3
_HEAD = 220
_MOST_CELLS, _LEAST_NAME = 4, 4


def with_company_list(flow: Flow, told: Sequence[Facts]) -> list[Facts]:
    """The entries, those that name a company of the list alone with what the list says of it."""
    outside = _outside(flow, told)
    listed = dict(_entries(flow, outside)) | dict(_cells(flow, told, outside))
    if len(listed) < _LEAST_ENTRIES:
        return list(told)
    return [_completed(flow, one, listed) for one in told]


def _completed(flow: Flow, facts: Facts, listed: dict[str, Span]) -> Facts:
    if facts.size:
        return facts
    head = _head(flow, facts)
    names = [name for name in listed if f" {name} " in head]
    if not names:
        return facts
    span = listed[max(names, key=len)]
    return replace(facts, industry=facts.industry or span, size=span)


def _head(flow: Flow, facts: Facts) -> str:
    return f" {_plain(flow.text[facts.stint.begin : min(facts.stint.end, facts.stint.begin + _HEAD)])} "


def _cells(flow: Flow, told: Sequence[Facts], outside: Sequence[int]) -> Iterator[tuple[str, Span]]:
    """Lines of nothing but a name that an entry's head tells too, with the cells behind them that tell a size."""
    heads = [_head(flow, one) for one in told]
    named: dict[int, str] = {}
    for number in outside:
        text = flow.lines[number].text
        name = _plain(text)
        if len(name) < _LEAST_NAME or not any(f" {name} " in head for head in heads):
            continue
        # The person's own title is none, which an entry may begin with, too.
        if not terms("tasks", "titles").hits(name) or patterns()["legal"].search(" " + text):
            named[number] = name
    for number, name in named.items():
        last = number
        while last + 1 < len(flow.lines) and last + 1 not in named and last < number + _MOST_CELLS:
            last += 1
            begin, end = flow.starts[number + 1], flow.starts[last] + len(flow.lines[last].text)
            if _tells_size(flow.text[begin:end]):
                yield name, (begin, end)
                break


def _entries(flow: Flow, outside: Sequence[int]) -> Iterator[tuple[str, Span]]:
    """Names in small letters with the place of their description, from lines outside of all entries of work."""
    for number in outside:
        found = _ENTRY.match(flow.lines[number].text)
        if found is None:
            continue
        begin = flow.starts[number]
        end = begin + len(flow.lines[number].text)
        for below in range(number + 1, min(len(flow.lines), number + _MOST_LINES)):
            if _ENTRY.match(flow.lines[below].text) or _tells_size(flow.text[begin + found.end() : end]):
                break
            end = flow.starts[below] + len(flow.lines[below].text)
        if _tells_size(flow.text[begin + found.end() : end]):
            yield _plain(found["name"]), (begin + found.end(), end)


def _outside(flow: Flow, told: Sequence[Facts]) -> list[int]:
    """The numbers of the lines outside of all entries of work."""
    inside = {number for one in told for number in _lines_between(flow, one.stint.begin, one.stint.end)}
    return [number for number in range(len(flow.lines)) if number not in inside]


def _lines_between(flow: Flow, begin: int, end: int) -> range:
    """The lines that begin between two places."""
    return range(bisect_left(flow.starts, begin), bisect_left(flow.starts, end))


@kept_for_now
def _tells_size(text: str) -> bool:
    return bool(company_sizes(text))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w&]+", text.lower()))
