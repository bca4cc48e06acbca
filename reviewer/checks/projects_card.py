"""Criterion projects: dated mandates after a claim of self-employment, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.cards import Hit
from reviewer.checks.inner_posts import LEAST_INNER, find_inner_clients, find_inner_posts
from reviewer.checks.late_patterns import late
from reviewer.checks.self_employment import is_employed_since
from reviewer.checks.statements import Kind, classify
from reviewer.checks.station_facts import Facts
from reviewer.checks.told_mandates import find_told_mandates
from reviewer.checks.undated import find_undated_posts
from reviewer.checks.units import Unit
from reviewer.checks.view import View
from reviewer.checks.vocabulary import lowered, terms

LEAST_MANDATES = 2
_YOUNG_MONTHS = 13
_LEAST_UNDATED_LINES = 3
_MANY_MONTHS, _HALF = 36, 0.5
_LASTING = late(r"\b\d{1,2}\s?(?:Monate?|months?|Mon\.|mos?\.?)(?!\w)", re.IGNORECASE)


def find_mandates(view: View) -> list[Facts]:
    """The dated entries that began after self-employment did and tell anything; all of them where none is claimed."""
    if view.claim is None:
        return list(view.stations)
    since = view.claim.since.number - 2
    told = (one for one in view.stations if one.units)
    return [one for one in told if one.stint.period.first and one.stint.period.first.number >= since]


def judge_projects(view: View) -> Iterator[Hit]:
    """A claim of self-employment, and the mandates that bear it out."""
    mandates = find_mandates(view)
    seen = tuple(view.flow.place(one.stint.period.begin, one.stint.period.end) for one in mandates[:4])
    if view.claim is None:
        if len(view.stations) >= LEAST_MANDATES:
            yield Hit(rule="no-claim", facts={"count": len(view.stations)}, places=seen)
        else:
            yield Hit(rule="nothing")
            yield from _undated(view)
        return
    year, months = view.claim.since.year, view.today.number - view.claim.since.number
    if len(mandates) >= LEAST_MANDATES:
        yield Hit(rule="list", facts={"year": year, "count": len(mandates)}, places=seen)
        if len(mandates) == LEAST_MANDATES and months >= _MANY_MONTHS and _covered(mandates, view) < _HALF * months:
            yield Hit(rule="few", facts={"years": months // 12})
        return
    where = [view.flow.place(view.claim.begin, view.claim.end)]
    where += [view.flow.place(one.stint.begin, min(one.stint.end, one.stint.begin + 90)) for one in view.umbrellas[:3]]
    yield Hit(rule="no-list", facts={"year": year, "count": len(mandates)}, places=tuple(where))
    told = find_told_mandates(view)
    if told and len(told) + len(mandates) >= LEAST_MANDATES:
        places = tuple(view.flow.place(one.begin, one.end) for one in told[:4])
        yield Hit(rule="told", facts={"count": len(told)}, places=places)
        if len(told) + len(mandates) == LEAST_MANDATES and months >= _MANY_MONTHS:
            yield Hit(rule="few", facts={"years": months // 12})
    elif mandates:
        yield Hit(rule="one", places=seen)
    if is_employed_since(view.claim, view.stations, view.today):
        yield Hit(rule="employed")
    if months < _YOUNG_MONTHS:
        yield Hit(rule="young", facts={"months": months})
    yield from _dateless(view, mandates)


def _dateless(view: View, mandates: list[Facts]) -> Iterator[Hit]:
    """Mandates that are told without a date, below self-employment first."""
    inner = _inner_mandates(view)
    if len(inner) >= LEAST_INNER:
        places = tuple(view.flow.place(unit.begin, unit.end) for unit in inner[:4])
        yield Hit(rule="undated-posts", facts={"count": len(inner)}, places=places)
        return
    clients = sum(_clients_told(unit) for one in view.umbrellas for unit in one.units)
    clients += sum(_clients_told(unit, lasting=True) for one in mandates for unit in one.units)
    if clients >= _LEAST_UNDATED_LINES:
        yield Hit(rule="undated-clients", facts={"count": clients})
    yield from _undated(view)


def _inner_mandates(view: View) -> list[Unit]:
    """The posts or clients that stand without dates below self-employment, whichever are more."""
    posts = [unit for one in view.umbrellas for unit in find_inner_posts(one)]
    clients = [unit for one in view.umbrellas for unit in find_inner_clients(one)]
    return max(posts, clients if len(clients) > LEAST_INNER else [], key=len)


def _covered(mandates: list[Facts], view: View) -> int:
    """How many months the mandates lasted, one after the other."""
    periods = [one.stint.period for one in mandates]
    return sum((one.last or view.today).number - one.first.number + 1 for one in periods if one.first)


def _clients_told(unit: Unit, *, lasting: bool = False) -> int:
    """How many assignments a statement below self-employment tells: for a company of an industry, how long or what.

    lasting asks for how long, as below what is itself a mandate.
    """
    if not terms("industries", "words").hits(lowered(unit.text)):
        return 0
    return len(_LASTING.findall(unit.text)) or int(not lasting and classify(unit, in_head=False) is Kind.TASK)


def _undated(view: View) -> Iterator[Hit]:
    """Projects that are told without a date."""
    for section in view.sections:
        if section.kind != "projects" or section.heading is None:
            continue
        begin = view.flow.starts[section.first] if section.first < len(view.flow.starts) else 0
        dated = any(begin <= one.begin and view.flow.line_at(one.begin) < section.last for one in view.periods)
        if section.last - section.first >= _LEAST_UNDATED_LINES and not dated:
            heading = view.flow.lines[section.heading].text
            yield Hit(rule="undated", facts={"heading": heading}, places=(view.flow.line_place(section.heading),))
            return
    posts = list(find_undated_posts(view))
    if len(posts) >= _LEAST_UNDATED_LINES:
        places = tuple(view.flow.line_place(number) for number in posts[:_LEAST_UNDATED_LINES])
        yield Hit(rule="undated-posts", facts={"count": len(posts)}, places=places)
