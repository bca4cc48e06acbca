"""What is to be true of a CV of the fresh half, and the months of posts and mandates that make it so."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.corpus.blind.careers import months_between, shifted
from tests.corpus.blind.model import TODAY, Month, State

SHARES = {
    "contact": (0.17, 0.1),
    "context": (0.2, 0.11),
    "tasks": (0.18, 0.11),
    "clarity": (0.2, 0.11),
    "projects": (0.24, 0.13),
    "currency": (0.22, 0.13),
}
RECENT = 12 * 12


@dataclass(frozen=True, slots=True)
class Span:
    """end None lasts; pause is an explained or half-explained silence."""

    start: Month
    end: Month | None
    mandate: bool = False
    pause: bool = False


@dataclass(slots=True)
class Course:
    """spans are in the order of time. exact: periods have to tell months. silence: the spans on both sides of it."""

    states: dict[str, State]
    variants: dict[str, str]
    spans: list[Span] = field(default_factory=list)
    claim: int | None = None
    stamp: Month | None = None
    exact: bool = False
    silence: tuple[Span, Span] | None = None


def choose(rng: Random) -> Course:
    states = {}
    for criterion, (lacking, edge) in SHARES.items():
        chance = rng.random()
        states[criterion] = (
            State.LACKING if chance < lacking else State.BORDERLINE if chance < lacking + edge else State.FINE
        )
    course = Course(states, {})
    if rng.random() < 0.24:
        states["projects"] = State.FINE
        course.variants["projects"] = "career in employment"
    else:
        _projects(course, rng)
    if course.variants["projects"] == "dated lines" and any(
        states[one] is not State.FINE for one in ("context", "tasks", "clarity")
    ):
        course.variants["projects"] = "listed"
    _currency(course, rng)
    _lay(course, rng)
    return course


def _projects(course: Course, rng: Random) -> None:
    variants = {
        State.LACKING: ("claim alone", "claim alone", "one mandate", "clients' names", "umbrella"),
        State.BORDERLINE: ("just begun", "two mandates in many years", "projects without dates"),
        State.FINE: ("listed", "listed", "listed", "umbrella and list", "dated lines"),
    }
    course.variants["projects"] = rng.choice(variants[course.states["projects"]])


def _currency(course: Course, rng: Random) -> None:
    """Where the list of mandates is missing, only an old stamp says that the document is old."""
    states, variants = course.states, course.variants
    thin = variants["projects"] in {
        "claim alone",
        "one mandate",
        "clients' names",
        "umbrella",
        "two mandates in many years",
        "projects without dates",
    }
    if thin:
        variants["currency"] = "old stamp" if states["currency"] is State.LACKING else "claim only"
        states["currency"] = State.LACKING if states["currency"] is State.LACKING else State.OPEN
    elif variants["projects"] == "just begun":
        states["currency"], variants["currency"] = State.FINE, "just begun"
    else:
        kinds = {
            State.LACKING: ("long ago", "old stamp", "silence", "silence"),
            State.BORDERLINE: ("a year ago", "brief silence", "stamp of last year", "silence half explained"),
            State.FINE: ("lasting", "lasting", "lasting", "lately", "silence explained"),
        }
        variants["currency"] = rng.choice(kinds[states["currency"]])


def _lay(course: Course, rng: Random) -> None:
    kind, projects = course.variants["currency"], course.variants["projects"]
    newest = TODAY
    if kind == "old stamp":
        newest = (rng.randint(2014, 2021), rng.randint(1, 12))
        course.stamp = newest
    elif kind == "stamp of last year":
        newest = shifted(TODAY, -rng.randint(15, 22))
        course.stamp = newest
    since = {
        "long ago": rng.randint(40, 110),
        "a year ago": rng.randint(14, 19),
        "lately": rng.randint(1, 8),
        "just begun": rng.randint(1, 4),
    }.get(kind)
    end = shifted(newest, -since) if since else None
    course.exact = (
        kind in {"a year ago", "silence", "brief silence", "silence half explained", "silence explained", "just begun"}
        or projects == "dated lines"
    )
    mandates = {
        "listed": rng.randint(3, 9),
        "umbrella and list": rng.randint(3, 7),
        "dated lines": rng.randint(4, 8),
        "one mandate": 1,
        "two mandates in many years": 2,
    }.get(projects, 0)
    if projects in {"one mandate", "two mandates in many years"}:
        _sparse(course, rng, newest, mandates)
        return
    if mandates == 0 and projects not in {"career in employment", "just begun"}:
        end = shifted(newest, -rng.randint(40, 150))
        course.claim = end[0]
    _chain(course, rng, end or newest, mandates, lasts=end is None)
    if projects == "just begun":
        course.claim = TODAY[0]
    if mandates:
        course.claim = next(span.start for span in course.spans if span.mandate)[0]


def _sparse(course: Course, rng: Random, newest: Month, mandates: int) -> None:
    """A claim of many years, and one or two mandates in them."""
    left = shifted(newest, -rng.randint(80, 150))
    _chain(course, rng, left, 0, lasts=False)
    course.claim = left[0]
    start = shifted(left, rng.randint(3, 14))
    for _ in range(mandates):
        end = shifted(start, rng.randint(5, 14))
        course.spans.append(Span(start, end, mandate=True))
        start = shifted(end, rng.randint(20, 34))


def _chain(course: Course, rng: Random, newest: Month, mandates: int, *, lasts: bool) -> None:
    """Backwards from the newest end; the silence, where there is to be one, lies within the last years."""
    posts = rng.randint(2, 4) if mandates else rng.randint(3, 6)
    total = mandates + posts
    kind = course.variants["currency"]
    silent = kind in {"silence", "brief silence", "silence half explained", "silence explained"}
    place = rng.randint(1, min(total - 2, 4)) if silent else -1
    length = {
        "silence": rng.randint(20, 46),
        "brief silence": rng.randint(13, 15),
        "silence half explained": rng.randint(16, 26),
    }.get(kind, rng.randint(14, 34))
    end = newest
    found: list[Span] = []
    for number in range(total):
        mandate = number < mandates
        months = rng.randint(4, 19) if mandate else rng.randint(20, 62)
        start = shifted(end, -months)
        found.append(Span(start, None if lasts and number == 0 else end, mandate))
        gap = (
            length
            if number + 1 == place
            else rng.choice((0, 1, 1, 2, 3, 5))
            if mandate
            else rng.choice((0, 0, 0, 1, 2))
        )
        if mandate and number + 1 != place and number and rng.random() < 0.08:
            gap = -2
        if number + 1 == place:
            later = found[-1]
            pause = Span(shifted(start, -gap), shifted(start, -1), pause=True)
            if kind in {"silence half explained", "silence explained"}:
                found.append(pause)
        end = shifted(start, -gap - 1)
    course.spans = found[::-1]
    if silent:
        index = course.spans.index(later)
        before = [span for span in course.spans[:index] if not span.pause][-1]
        course.silence = (before, later)
        assert months_between(before.end or TODAY, later.start) > 12
