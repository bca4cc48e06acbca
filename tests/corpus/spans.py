"""When things happened in a career of the wide corpus, and how its author writes dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from tests.months import MONTHS

NOW = 2026 * 12 + 10
"""The month in which the corpus is read: November 2026."""
YEARS_ONLY = (7, 12)
_SEASONS = {"de": ("Frühjahr", "Sommer", "Herbst", "Winter"), "en": ("Spring", "Summer", "Autumn", "Winter")}
Span = tuple[int, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """Months since the year 0, newest first; pauses are (start, end, told), shown the dates that tell a defect."""

    language: str
    form: int
    forward: bool
    projects: tuple[Span, ...]
    posts: tuple[Span, ...]
    pauses: tuple[tuple[int, int, bool], ...]
    umbrella: int | None
    stamp: int | None
    listed: bool
    shown: tuple[str, ...]


def write_month(month: int, language: str, form: int) -> str:
    """A month in one of fourteen manners."""
    year, number = divmod(month, 12)
    names = MONTHS[language]
    quarter = number // 3
    season = _SEASONS[language][(number + 1) % 12 // 3]
    forms = (
        f"{number + 1:02d}/{year}", f"{number + 1:02d}.{year}", f"{names[number][:3]}. {year}", f"{names[number]} {year}",
        f"{number + 1:02d}/{year % 100:02d}", f"{year}-{number + 1:02d}", f"Q{quarter + 1} {year}", f"{year}",
        f"{names[number][:3]} {year % 100:02d}", f"01.{number + 1:02d}.{year}", f"{season} {year}",
        f"{number + 1}/{year}", f"{year}", f"{names[number][:3]} '{year % 100:02d}",
    )  # fmt: skip
    return forms[form % len(forms)]


def write_period(spans: Spans, start: int, end: int | None) -> str:
    language, form = spans.language, spans.form
    if end is None and form % 3 == 1:
        return ("seit " if language == "de" else "since ") + write_month(start, language, form)
    now = ("heute", "laufend", "dato") if language == "de" else ("present", "today", "to date")
    dash = (" – ", "-", " bis " if language == "de" else " to ", " - ", "–")[form % 5]
    if end is None and dash.strip() in {"bis", "to"} and now[form % 3] not in {"heute", "today", "present"}:
        dash = " – "
    return (
        write_month(start, language, form) + dash + (now[form % 3] if end is None else write_month(end, language, form))
    )


def make_spans(rng: Random, language: str, truth: Mapping[str, str]) -> Spans:
    """The periods of a career of this truth."""
    form = rng.randrange(14)
    if truth.get("currency") == "borderline" and form in (*YEARS_ONLY, 6, 10):
        form = 0
    how = rng.choice(("stopped", "stamp", "gap")) if truth.get("currency") else ""
    age = {"lacking": rng.randint(38, 80), "borderline": rng.randint(20, 25)}.get(truth.get("currency", ""), 0)
    place = NOW - (age if how in {"stopped", "stamp"} else rng.randint(0, 5))
    stamp = NOW - rng.randint(0, 4) if rng.random() < 0.3 else None
    count = _count(rng, truth)
    projects, pauses, place = _projects(rng, truth, how, place, count)
    umbrella = _umbrella(rng, truth, projects)
    if how == "stamp":
        stamp = NOW - age
    elif how == "stopped":
        stamp = None
    posts = _posts(rng, min(place, (umbrella or place) - 1) if truth.get("projects") else place)
    spans = Spans(
        language=language, form=form, forward=rng.random() < 0.2, projects=projects, posts=posts, pauses=pauses,
        umbrella=umbrella, stamp=stamp, listed=rng.random() < 0.5, shown=(),
    )  # fmt: skip
    shown = [write_period(spans, *span) for span in projects[: 3 if how == "gap" else 1]]
    return Spans(**{name: getattr(spans, name) for name in Spans.__slots__ if name != "shown"}, shown=tuple(shown))


def _count(rng: Random, truth: Mapping[str, str]) -> int:
    if truth.get("projects") == "lacking":
        return 0
    if truth.get("projects") == "borderline":
        return rng.choice((0, 0, 1, 2))
    return rng.randint(3, 8)


def _projects(
    rng: Random, truth: Mapping[str, str], how: str, place: int, count: int
) -> tuple[tuple[Span, ...], tuple[tuple[int, int, bool], ...], int]:
    projects: list[Span] = []
    pauses: list[tuple[int, int, bool]] = []
    open_end = how != "stopped" and rng.random() < 0.5
    told_pause = count >= 4 and not how and rng.random() < 0.3
    for number in range(count):
        length = rng.randint(5, 20)
        projects.append((place - length, None if number == 0 and open_end else place))
        place -= length + rng.randint(1, 4)
        if number == 1 and (how == "gap" or told_pause):
            months = rng.randint(14, 16) if truth.get("currency") == "borderline" else rng.randint(26, 44)
            if how == "gap" and truth.get("currency") == "borderline":
                months -= 3
            pauses.append((place - months, place, told_pause))
            place -= months
    return tuple(projects), tuple(pauses), place


def _umbrella(rng: Random, truth: Mapping[str, str], projects: tuple[Span, ...]) -> int | None:
    if truth.get("projects") == "borderline" and not projects:
        return NOW - rng.randint(4, 9) if rng.random() < 0.4 else (2026 - rng.randint(5, 14)) * 12
    if truth.get("projects"):
        first = projects[-1][0] // 12 - rng.randint(8, 10) if projects else 2026 - rng.randint(5, 16)
        return first * 12
    return projects[-1][0] // 12 * 12 if rng.random() < 0.6 else None


def _posts(rng: Random, place: int) -> tuple[Span, ...]:
    posts: list[Span] = []
    for _ in range(rng.randint(2, 4)):
        length = rng.randint(26, 70)
        posts.append((place - length, place))
        place -= length + rng.randint(0, 3)
    return tuple(posts)
