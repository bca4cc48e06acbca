"""Criteria context and tasks: what the stations tell of the companies and of what was done there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from reviewer.checks.cards import Hit
from reviewer.checks.flow import Flow
from reviewer.checks.station_facts import Facts
from reviewer.checks.station_places import places_of
from reviewer.checks.view import View
from reviewer.checks.vocabulary import load
from reviewer.domain.findings import Place

_PARTLY = 0.4
_LEAST_STATIONS = 2
_SHOWN = 3
_MOST_SHOWN = 8
_SUBJECTS, _SUBJECTS_BESIDE_RANK = 0.45, 0.38
_TOLD = 0.9
_BY_SITES, _BY_WORDS, _ONE_OF_TWO = 0.75, 0.5, 0.1
_ALONE, _BESIDE_RANK = (0.6, 0.6, 0.25), (0.4, 0.25, 0.15)


def written_period(flow: Flow, facts: Facts) -> str:
    """The period as the document writes it."""
    return " ".join(flow.text[facts.stint.period.begin : facts.stint.period.end].split())


def context_share(stations: Sequence[Facts]) -> float:
    """How much of industry and size the stations tell, from 0 to 1; one of the two alone counts for little."""
    return sum(map(_context_told, stations)) / len(stations)


def _context_told(facts: Facts) -> float:
    """How much an entry tells of its company; the number of sites says less of the size than people do, words least."""
    if not facts.industry:
        return _ONE_OF_TWO if facts.size else 0.0
    return 1.0 if facts.size else _BY_SITES if facts.sites else _BY_WORDS if facts.soft_size else _ONE_OF_TWO


def tasks_share(stations: Sequence[Facts]) -> float:
    """How much of tasks and results the stations tell, from 0 to 1."""
    return sum(map(_told_share, stations)) / len(stations)


def judge_context(view: View) -> Iterator[Hit]:
    """Industry and size, station by station."""
    stations, flow = view.told, view.flow
    if not stations:
        return
    told = [one for one in stations if one.industry and one.size]
    bare = [one for one in stations if not (one.industry and one.size)]
    share, card = context_share(stations), load("rules")["context"]
    counts: dict[str, str | int] = {"count": len(told), "all": len(stations)}
    if share >= card["most"]:
        seen = tuple(flow.place(*span) for one in told[:_SHOWN] for span in (one.industry, one.size) if span)
        yield Hit(rule="both-told", facts=counts, places=seen)
    elif share > card["few"]:
        yield _at_each(flow, bare, rule="half-told", facts=counts, ranks=False)
    else:
        yield _at_each(flow, bare, rule="few-told", facts=counts, ranks=False)
        for one in bare[:1]:
            yield Hit(rule=_what_is_missing(one), facts={"period": written_period(flow, one)})
        soft = [one for one in bare if one.soft_size and one.industry]
        if len(soft) > _PARTLY * len(stations):
            yield Hit(rule="size-in-words", facts={"count": len(soft)})
        if len(stations) < _LEAST_STATIONS:
            yield Hit(rule="few-stations", facts={"all": len(stations)})


def _what_is_missing(facts: Facts) -> str:
    """The rule whose sentence says which of industry and size an entry does not tell."""
    return "no-size-at" if facts.industry else "no-industry-at" if facts.size else "missing-at"


def judge_tasks(view: View) -> Iterator[Hit]:
    """Tasks or results, station by station, once titles and reporting lines are taken away."""
    stations, flow = view.told, view.flow
    if not stations:
        return
    share, card = tasks_share(stations), load("rules")["tasks"]
    told = [one for one in stations if one.tasks]
    counts: dict[str, str | int] = {"count": len(told), "all": len(stations)}
    bare = [one for one in stations if _told_share(one) < _TOLD]
    if share >= card["most"]:
        yield Hit(rule="told", facts=counts, places=tuple(_first_task(flow, one) for one in told[:_SHOWN]))
        return
    yield _at_each(flow, bare, rule="half-told" if share > card["few"] else "few-told", facts=counts, ranks=True)
    if share > card["few"]:
        return
    reporting = [unit for one in bare for unit in one.reporting]
    if reporting and sum(bool(one.reporting) for one in bare) > _PARTLY * len(bare):
        yield Hit(rule="reporting", facts={"quote": reporting[0].text[:80]})
    if len(stations) < _LEAST_STATIONS:
        yield Hit(rule="few-stations", facts={"all": len(stations)})


def _told_share(facts: Facts) -> float:
    """How much of tasks an entry tells, from 0 to 1: sentences of unknown words and of codes count for less.

    They count for least where reporting lines stand beside them.
    """
    if facts.tasks:
        return 1.0
    sentence, code, vague = _BESIDE_RANK if facts.reporting else _ALONE
    least = 0.0 if not facts.subjects else _SUBJECTS_BESIDE_RANK if facts.reporting else _SUBJECTS
    return max(
        least,
        min(_TOLD, sentence * len(facts.perhaps) + min(code, code * len(facts.cryptic)) + vague * len(facts.vague)),
    )


def _first_task(flow: Flow, facts: Facts) -> Place:
    return flow.place(facts.tasks[0].begin, facts.tasks[0].end)


def _at_each(flow: Flow, bare: Sequence[Facts], *, rule: str, facts: dict[str, str | int], ranks: bool) -> Hit:
    """A rule seen at each entry that does not tell what it should; with ranks at their reporting lines too."""
    each = [places_of(flow, one, ranks=ranks) for one in bare[:_MOST_SHOWN]]
    first = tuple(places[0] for places in each if places)
    rounds = zip_longest(*(places[1:] for places in each))
    return Hit(rule=rule, facts=facts, places=first, further=tuple(place for one in rounds for place in one if place))
