"""What an entry need not say again: the industry that a heading tells, and what its neighbour says of the company."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reviewer.checks.companies import find_trade
from reviewer.checks.flow import Flow
from reviewer.checks.labels import is_label
from reviewer.checks.late_patterns import late
from reviewer.checks.sections import Section
from reviewer.checks.station_facts import Facts
from reviewer.checks.vocabulary import Span, lowered, terms

_LEAST_NAME, _MOST_MONTHS = 5, 3
_FOR_WHOM = late(r"[,@|(;:]|\s[-–]\s|\b(?:bei|beim|für|at|for|with|im|in)\b", re.IGNORECASE)


def share_context(flow: Flow, sections: Sequence[Section], told: Sequence[Facts]) -> list[Facts]:
    """The entries, each with the industry of its heading and with what a neighbour tells of the same company."""
    shared = [_below_heading(flow, sections, one) for one in told]
    names = [_names(flow, one) for one in shared]
    pairs = list(pairwise(range(len(shared))))
    for at, other in (*pairs, *((other, at) for at, other in reversed(pairs))):
        if names[at] & names[other]:
            one, source = shared[other], shared[at]
            shared[other] = replace(one, industry=one.industry or source.industry, size=one.size or source.size)
    return _below_company(flow, _within_outer(shared))


def _within_outer(told: list[Facts]) -> list[Facts]:
    """The entries, posts of one company with the context of the entry above them that spans them and tells no task."""
    shared: list[Facts] = []
    outer: Facts | None = None
    for one in told:
        if outer and not one.companies and _spans(outer, one):
            shared.append(replace(one, industry=one.industry or outer.industry, size=one.size or outer.size))
            continue
        shared.append(one)
        outer = one if one.companies and not one.tasks else None
    return shared


def _below_company(flow: Flow, told: list[Facts]) -> list[Facts]:
    """The entries, bare posts with the context that stands above the period of the entry they adjoin.

    So a company that heads several posts, without a period of its own, is each one's.
    """
    shared: list[Facts] = []
    above: tuple[Span | None, Span | None] = (None, None)
    for before, one in zip([None, *told], told, strict=False):
        if before and any(above) and _is_bare_post(one) and _adjoin(before, one):
            shared.append(replace(one, industry=above[0], size=above[1]))
            continue
        row = flow.text.rfind("\n", 0, one.stint.period.begin) + 1
        industry, size = (span if span and span[1] <= row else None for span in (one.industry, one.size))
        above = (industry, size)
        shared.append(one)
    return shared


def _is_bare_post(facts: Facts) -> bool:
    """Whether an entry names a post, nobody for whom, and nothing of a company."""
    head = [unit.text for unit in facts.units[: facts.head] if not is_label(unit.text)]
    told = facts.companies or facts.industry or facts.size or len(head) != 1
    return (
        not told and terms("tasks", "titles").hits(lowered(head[0])) and not _FOR_WHOM.search(head[0].strip(" ,;:|("))
    )


def _adjoin(one: Facts, other: Facts) -> bool:
    """Whether one period begins when the other ended, or some months later."""
    pairs = ((one.stint.period, other.stint.period), (other.stint.period, one.stint.period))
    return any(
        later.first is not None
        and former.last is not None
        and 0 <= later.first.number - former.last.number <= _MOST_MONTHS
        for later, former in pairs
    )


def _spans(outer: Facts, inner: Facts) -> bool:
    """Whether a period lies within another and is shorter."""
    whole, part = outer.stint.period, inner.stint.period
    if not whole.first or not part.first or (whole.first, whole.last) == (part.first, part.last):
        return False
    ended = whole.last is None or (part.last is not None and part.last.number <= whole.last.number)
    return ended and part.first.number >= whole.first.number


def _below_heading(flow: Flow, sections: Sequence[Section], facts: Facts) -> Facts:
    if facts.industry:
        return facts
    number = flow.line_at(facts.stint.begin)
    section = next((one for one in sections if one.first <= number < one.last), None)
    heading = facts.stint.topic if facts.stint.topic is not None else section.heading if section else None
    if heading is None:
        return facts
    begin = flow.starts[heading]
    trade = find_trade(flow.lines[heading].text)
    return replace(facts, industry=(begin + trade[0], begin + trade[1])) if trade else facts


def _names(flow: Flow, facts: Facts) -> set[str]:
    """The names of an entry's companies, as a neighbour may write them."""
    names = (flow.text[begin:end].replace("\t", "\n").rpartition("\n")[2] for begin, end in facts.companies)
    plain = (" ".join(name.lower().split()).strip(" .,") for name in names)
    return {name for name in plain if len(name) >= _LEAST_NAME}
