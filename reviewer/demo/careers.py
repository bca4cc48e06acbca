"""An invented career with nothing lacking: permanent stations first, then interim assignments up to now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any

from reviewer.demo.periods import month_of
from reviewer.demo.wordings import Deck, FieldWords, Words, fill, read_table

_FORMS = ("GmbH", "GmbH", "GmbH & Co. KG", "GmbH & Co. KG", "AG", "SE", "KG", "Holding GmbH", "Group")
PROJECTS_BY_VOLUME = {1: (3, 4), 2: (6, 8), 3: (8, 11), 4: (13, 18), 5: (28, 36)}
TASKS_BY_VOLUME = {1: (1, 2), 2: (2, 4), 3: (3, 5), 4: (4, 6), 5: (5, 8)}
_MONTHS_BY_VOLUME = {1: (8, 26), 2: (5, 18), 3: (5, 16), 4: (4, 14), 5: (3, 9)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Employer:
    """An invented employer; revenue in million euros."""

    name: str
    town: str
    industry: str
    staff: int
    revenue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """One station or assignment; months count as in periods, end None means it goes on."""

    start: int
    end: int | None
    role: str
    employer: Employer
    occasion: str
    tasks: tuple[str, ...]
    results: tuple[str, ...]
    context_told: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Career:
    """A working life, newest engagement first; dated is the month the CV says it was written."""

    field: FieldWords
    projects: tuple[Engagement, ...]
    stations: tuple[Engagement, ...]
    interim_since: int
    vague: str
    vague_text: str
    born: int
    dated: int
    dated_shown: bool
    contact_told: bool = True
    contact_hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pool:
    rng: Random
    words: Words
    industries: tuple[str, ...]
    names: Deck
    towns: Deck
    roles: Deck
    occasions: Deck
    tasks: Deck
    results: Deck
    permanent_results: Deck
    junior_tasks: Deck
    junior_results: Deck


def make_career(rng: Random, words: Words, as_of: date, volume: int) -> Career:
    """A career up to as_of; volume 1 (one page) to 5 (eight pages) sets how much there is to tell."""
    field = words.fields[rng.choice(sorted(words.fields))]
    pool = _make_pool(rng, words, field)
    now = month_of(as_of)
    projects = _make_projects(pool, now, volume)
    interim_since = projects[-1].start
    stations = _make_stations(pool, field, interim_since, volume)
    return Career(
        field=field,
        projects=projects,
        stations=stations,
        interim_since=interim_since,
        vague=rng.choice(words.blocks["vague"]),
        vague_text=rng.choice(words.blocks["vague_text"]),
        born=stations[-1].start // 12 - rng.randint(23, 27),
        dated=now - rng.randint(0, 2),
        dated_shown=rng.random() < 0.6,
    )


def industry_name(words: Words, industry: str) -> str:
    """An industry in the words' language."""
    return str(read_table("employers")["industries"][industry][words.language.value])


def _make_pool(rng: Random, words: Words, field: FieldWords) -> _Pool:
    table = read_table("employers")
    usual = list(dict.fromkeys(table["fields"][field.key]))
    return _Pool(
        rng=rng,
        words=words,
        industries=tuple(rng.sample(usual, min(3, len(usual)))),
        names=Deck(rng, table["stems"]),
        towns=Deck(rng, table["towns"]),
        roles=Deck(rng, field.roles),
        occasions=Deck(rng, (*field.occasions, *field.occasions, *words.blocks["occasions"])),
        tasks=Deck(rng, (*field.tasks, *words.blocks["tasks"])),
        results=Deck(rng, (*field.results, *words.blocks["results"])),
        permanent_results=Deck(rng, field.results),
        junior_tasks=Deck(rng, words.blocks["junior_tasks"]),
        junior_results=Deck(rng, words.blocks["junior_results"]),
    )


def _make_employer(pool: _Pool) -> Employer:
    rng = pool.rng
    table = read_table("employers")
    industry = rng.choice(pool.industries)
    kind: Mapping[str, Any] = table["industries"][industry]
    stem = pool.names.draw() if rng.random() < 0.85 else rng.choice(table["acronyms"])
    lowest, highest = kind["staff"]
    share = rng.random() ** 2
    staff = lowest + (highest - lowest) * share
    revenue = kind["revenue"][0] + (kind["revenue"][1] - kind["revenue"][0]) * share * rng.uniform(0.8, 1.15)
    return Employer(
        name=f"{stem} {rng.choice(kind['firms'])} {rng.choice(kind.get('forms', _FORMS))}",
        town=pool.towns.draw(),
        industry=industry,
        staff=round(int(staff), -2 if staff > 900 else -1),
        revenue=round(revenue),
    )


def _make_engagement(pool: _Pool, start: int, end: int | None, role: str, volume: int) -> Engagement:
    rng = pool.rng
    tasks = pool.tasks.draw_some(rng.randint(*TASKS_BY_VOLUME[volume]))
    results = pool.results.draw_some(rng.randint(1, min(3, volume)))
    return Engagement(
        start=start,
        end=end,
        role=role,
        employer=_make_employer(pool),
        occasion=fill(pool.occasions.draw(), rng, pool.words),
        tasks=tuple(fill(task, rng, pool.words) for task in tasks),
        results=tuple(fill(result, rng, pool.words) for result in results),
    )


def _make_junior_engagement(pool: _Pool, start: int, end: int, role: str, volume: int) -> Engagement:
    rng = pool.rng
    tasks = pool.junior_tasks.draw_some(rng.randint(*TASKS_BY_VOLUME[min(volume, 2)]))
    return Engagement(
        start=start,
        end=end,
        role=role,
        employer=_make_employer(pool),
        occasion="",
        tasks=tuple(fill(task, rng, pool.words) for task in tasks),
        results=(fill(pool.junior_results.draw(), rng, pool.words),),
    )


def _make_projects(pool: _Pool, now: int, volume: int) -> tuple[Engagement, ...]:
    rng = pool.rng
    projects: list[Engagement] = []
    ongoing = rng.random() < 0.5
    end = now if ongoing else now - rng.randint(1, 4)
    for number in range(rng.randint(*PROJECTS_BY_VOLUME[volume])):
        start = end - rng.randint(*_MONTHS_BY_VOLUME[volume])
        told_end = None if number == 0 and ongoing else end
        projects.append(_make_engagement(pool, start, told_end, pool.roles.draw(), volume))
        end = start - rng.randint(0, 4)
    return tuple(projects)


def _make_stations(pool: _Pool, field: FieldWords, until: int, volume: int) -> tuple[Engagement, ...]:
    rng = pool.rng
    count = rng.randint(3, 4 if volume == 1 else 5)
    ladder = sorted(rng.sample(range(len(field.earlier)), count))
    stations: list[Engagement] = []
    end = until - rng.randint(0, 3)
    for step in ladder:
        start = end - rng.randint(24, 80)
        if step < 4:
            station = _make_engagement(pool, start, end, field.earlier[step], min(volume, 3))
            results = pool.permanent_results.draw_some(len(station.results))
            told = tuple(fill(result, rng, pool.words) for result in results)
            stations.append(replace(station, occasion="", results=told))
        else:
            stations.append(_make_junior_engagement(pool, start, end, field.earlier[step], volume))
        end = start - rng.randint(0, 2)
    return tuple(stations)
