"""The sealed half's courses of life: when mandates and posts were, and what of it is silence."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.corpus.blind.careers import before, months_between, spans
from tests.corpus.blind.model import CRITERIA, TODAY, Month, State, Truth

Span = tuple[Month, Month | None]


@dataclass(slots=True)
class Course:
    """mandates and posts newest first; claim is when the person says to have become independent."""

    mandates: list[Span] = field(default_factory=list)
    posts: list[Span] = field(default_factory=list)
    claim: Month | None = None
    pause: tuple[Month, Month] | None = None
    stamp: Month | None = None
    projects: str = ""


def choose(rng: Random) -> dict[str, State]:
    """Where several are chosen, later ones may be taken back: jargon needs tasks to stand in."""
    states = dict.fromkeys(CRITERIA, State.FINE)
    if (kind := rng.random()) < 0.13:
        return states
    several = rng.sample(CRITERIA, rng.choice((2, 2, 2, 3)))
    for criterion in [rng.choice((*CRITERIA, "currency"))] if kind < 0.6 else several:
        states[criterion] = State.BORDERLINE if rng.random() < 0.34 else State.LACKING
    if states["tasks"] is not State.FINE:
        states["clarity"] = State.FINE
    return states


def make_course(states: dict[str, State], rng: Random, truth: dict[str, Truth]) -> Course:
    """Tells the truth of currency."""
    if states["projects"] is not State.FINE:
        return _without_list(states["projects"], rng, truth)
    variant = _variant(states["currency"], rng)
    last = {"lasting": None, "lately": before(TODAY, rng.randint(1, 7)), "long ago": before(TODAY, rng.randint(36, 110)),
            "old date": None, "silence": before(TODAY, rng.randint(0, 4)), "a year ago": before(TODAY, rng.randint(14, 19)),
            "brief silence": None}[variant]  # fmt: skip
    stamp = before(TODAY, rng.randint(37, 95)) if variant == "old date" else None
    now = stamp or TODAY
    if rng.random() < 0.68:
        mandates = spans(rng, last, rng.randint(3, 11), (2, 21), (0, 5), now)
        posts = spans(rng, before(mandates[-1][0], rng.randint(0, 3)), rng.randint(2, 5), (19, 84), (0, 2))
        course = Course(mandates, posts)
    else:
        course = Course([], spans(rng, last, rng.randint(5, 9), (16, 66), (0, 2), now))
    truth["currency"] = Truth(states["currency"], variant)
    if variant in {"silence", "brief silence"}:
        _tear(course, rng, (22, 54) if variant == "silence" else (13, 15))
    elif states["currency"] is State.FINE and rng.random() < 0.3:
        _tear(course, rng, (14, 38))
        truth["currency"] = Truth(State.FINE, "silence explained")
    course.stamp = stamp
    course.claim = course.mandates[-1][0] if course.mandates and rng.random() < 0.85 else None
    course.projects = "listed" if course.claim else "no claim"
    return course


def _variant(state: State, rng: Random) -> str:
    if state is State.FINE:
        return rng.choice(("lasting", "lasting", "lately"))
    if state is State.LACKING:
        return rng.choice(("long ago", "long ago", "old date", "silence", "silence"))
    return rng.choice(("a year ago", "brief silence"))


def _without_list(state: State, rng: Random, truth: dict[str, Truth]) -> Course:
    truth["currency"] = Truth(State.OPEN, "after a bare claim")
    if state is State.BORDERLINE and rng.random() < 0.3:
        started = before(TODAY, rng.randint(1, 3))
        truth["currency"] = Truth(State.FINE, "newly independent")
        posts = spans(rng, before(started, rng.randint(0, 1)), rng.randint(5, 7), (24, 80), (0, 1))
        return Course([], posts, started, projects="newly independent")
    claim = (rng.randint(2006, 2018), rng.randint(1, 12))
    course = Course([], spans(rng, before(claim, rng.randint(1, 2)), rng.randint(4, 6), (22, 80), (0, 1)), claim)
    if state is State.LACKING:
        course.projects = rng.choice(("none", "none", "one only"))
        if course.projects == "one only":
            course.mandates = spans(rng, before(TODAY, rng.randint(0, 9)), 1, (4, 14), (0, 1))
    else:
        course.projects = rng.choice(("undated", "two in many years"))
        if course.projects == "two in many years":
            course.mandates = spans(rng, before(TODAY, rng.randint(1, 6)), 2, (5, 11), (1, 4))
    return course


def _tear(course: Course, rng: Random, months: tuple[int, int]) -> None:
    """Moves all but the newest stations back, so that months of silence lie between two of them."""
    every = course.mandates + course.posts
    at = rng.randrange(1, max(2, min(len(every) - 1, len(every) * 2 // 3)))
    width, end = rng.randint(*months), every[at - 1][0]
    shift = width - (months_between(every[at][1] or end, end) - 1)
    moved = every[:at] + [(before(start, shift), before(last or TODAY, shift)) for start, last in every[at:]]
    course.mandates, course.posts = moved[: len(course.mandates)], moved[len(course.mandates) :]
    course.pause = (before(end, width), before(end, 1))
