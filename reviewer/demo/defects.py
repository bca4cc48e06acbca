"""Planting defects: the same career, told as badly as its owner tells it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import assert_never

from reviewer.demo.careers import Career, Engagement
from reviewer.demo.plan import Defect
from reviewer.demo.wordings import Deck, Words, fill

SILENT_MONTHS = 42
"""From this many months on nobody doubts that a CV is out of date."""


def plant(career: Career, defects: frozenset[Defect], rng: Random, words: Words) -> Career:
    """The career with exactly these defects; without any it comes back unchanged."""
    for defect in Defect:
        if defect in defects:
            career = _plant_one(career, defect, rng, words)
    return career


def _plant_one(career: Career, defect: Defect, rng: Random, words: Words) -> Career:
    match defect:
        case Defect.CONTACT:
            return replace(career, contact_told=False, contact_hint=rng.choice(words.blocks["contact_hints"]))
        case Defect.CONTEXT:
            return _each(career, lambda engagement: replace(engagement, context_told=False))
        case Defect.TASKS:
            return _hide_tasks(career, rng, words)
        case Defect.CLARITY:
            return _plant_jargon(career, rng, words)
        case Defect.PROJECTS:
            return replace(career, projects=())
        case Defect.CURRENCY:
            return rng.choice((_stop_early, _stop_early, _leave_lying, _fall_silent))(career, rng)
        case _:
            assert_never(defect)


def _each(career: Career, change: Callable[[Engagement], Engagement]) -> Career:
    return replace(
        career,
        projects=tuple(change(project) for project in career.projects),
        stations=tuple(change(station) for station in career.stations),
    )


def _hide_tasks(career: Career, rng: Random, words: Words) -> Career:
    lines = Deck(rng, words.blocks["reporting"])

    def only_titles(engagement: Engagement) -> Engagement:
        reporting = tuple(fill(line, rng, words) for line in lines.draw_some(rng.randint(1, 3)))
        return replace(engagement, tasks=reporting, results=(), occasion="")

    return _each(career, only_titles)


def _plant_jargon(career: Career, rng: Random, words: Words) -> Career:
    lines = Deck(rng, words.blocks["jargon"])

    def in_house(engagement: Engagement) -> Engagement:
        if rng.random() < 0.15:
            return engagement
        occasion, *told = (fill(line, rng, words) for line in lines.draw_some(rng.randint(3, 5)))
        role = fill(f"{engagement.role} {{code}}", rng, words) if rng.random() < 0.35 else engagement.role
        tasks = tuple(told) if engagement.results else (*engagement.tasks, told[0])
        results = engagement.results if rng.random() < 0.4 else engagement.results[:1]
        return replace(engagement, role=role, occasion=occasion, tasks=tasks, results=results)

    return _each(career, in_house)


def _stop_early(career: Career, rng: Random) -> Career:
    """Everything has an end, and the last end is years ago."""
    last = career.dated - _silence(career, rng)
    kept = tuple(project for project in career.projects if project.end is not None and project.end <= last)
    if career.projects and not kept:
        kept = (replace(career.projects[-1], start=last - 9, end=last),)
    newest = (kept[0].end if kept else None) or max(last, career.interim_since)
    return replace(career, projects=kept, dated=newest + rng.randint(1, 5), dated_shown=not kept or rng.random() < 0.5)


def _leave_lying(career: Career, rng: Random) -> Career:
    """Written years ago, "until today" included."""
    stopped = _stop_early(career, rng)
    if not stopped.projects:
        return replace(stopped, dated_shown=True)
    newest = replace(stopped.projects[0], end=None)
    return replace(stopped, projects=(newest, *stopped.projects[1:]), dated_shown=True)


def _fall_silent(career: Career, rng: Random) -> Career:
    """Years without a word before the newest, short entry."""
    if len(career.projects) < 4:
        return _stop_early(career, rng)
    newest = career.projects[0]
    start = (newest.end or career.dated) - 2
    silent = tuple(project for project in career.projects[1:] if start - (project.end or start) >= SILENT_MONTHS)
    return replace(career, projects=(replace(newest, start=start), *silent))


def _silence(career: Career, rng: Random) -> int:
    """Months of silence, so long that something older is still left where possible."""
    reach = career.dated - career.projects[-1].start - 18 if career.projects else 110
    return rng.randint(SILENT_MONTHS, max(SILENT_MONTHS, min(reach, 120)))
