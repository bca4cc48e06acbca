"""How the CVs of the report half write periods."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.corpus.blind.model import Month
from tests.corpus.blind.periods import SHORT_EN
from tests.corpus.blind.words import Period
from tests.months import MONTHS_DE, MONTHS_EN

ROMAN = ("I", "II", "III", "IV")


def ranged(one: Callable[[Month], str], dash: str, now: str) -> Period:
    """A range, or one part alone where both ends are written alike."""

    def period(start: Month, end: Month | None) -> str:
        first = one(start)
        last = one(end) if end else now
        return first if first == last else f"{first}{dash}{last}"

    return period


def dotted_german(rng: Random) -> Period:
    if rng.random() < 0.5:
        return lambda start, end: f"von {start[1]:02d}.{start[0]} bis {f'{end[1]:02d}.{end[0]}' if end else 'heute'}"
    return ranged(
        lambda month: f"{month[1]:02d}.{month[0]}",
        rng.choice((" – ", " - ", "-")),
        rng.choice(("heute", "aktuell", "jetzt")),
    )


def short_slash(rng: Random) -> Period:
    return ranged(lambda month: f"{month[1]}/{month[0]}", rng.choice((" – ", "–", " bis ")), "heute")


def year_first(now: str) -> Callable[[Random], Period]:
    def style(rng: Random) -> Period:
        sign = rng.choice(("-", "/"))
        return ranged(lambda month: f"{month[0]}{sign}{month[1]:02d}", " – ", now)

    return style


def german_in_one_year(rng: Random) -> Period:
    """The year only once where it is the same: "Januar – Oktober 2021"."""

    def period(start: Month, end: Month | None) -> str:
        if end is None:
            return f"ab {MONTHS_DE[start[1] - 1]} {start[0]}"
        first = MONTHS_DE[start[1] - 1]
        if start == end:
            return f"{first} {start[0]}"
        year = "" if start[0] == end[0] else f" {start[0]}"
        return f"{first}{year} – {MONTHS_DE[end[1] - 1]} {end[0]}"

    return period


def roman_quarters(rng: Random) -> Period:
    return ranged(lambda month: f"{ROMAN[(month[1] - 1) // 3]}/{month[0]}", " – ", "heute")


def german_seasons(rng: Random) -> Period:
    def one(month: Month) -> str:
        return f"{('Anfang', 'Anfang', 'Frühjahr', 'Frühjahr', 'Frühjahr', 'Sommer', 'Sommer', 'Sommer', 'Herbst', 'Herbst', 'Herbst', 'Ende')[month[1] - 1]} {month[0]}"

    return lambda start, end: ranged(one, " bis ", "")(start, end) if end else f"seit {one(start)}"


def german_half_years_parts(rng: Random) -> Period:
    return ranged(lambda month: f"{1 + (month[1] > 6)}. Halbjahr {month[0]}", " – ", "heute")


def german_years_plain(rng: Random) -> Period:
    def period(start: Month, end: Month | None) -> str:
        if end is None:
            return f"seit {start[0]}"
        return str(start[0]) if start[0] == end[0] else f"{start[0]} bis {end[0]}"

    return period


def english_dotted(rng: Random) -> Period:
    return ranged(lambda month: f"{month[1]:02d}.{month[0]}", " – ", rng.choice(("today", "current", "present")))


def english_from_until(rng: Random) -> Period:
    def one(month: Month) -> str:
        return f"{MONTHS_EN[month[1] - 1]} {month[0]}"

    return lambda start, end: f"From {one(start)} until {one(end)}" if end else f"From {one(start)} to the present day"


def english_sept(rng: Random) -> Period:
    def one(month: Month) -> str:
        short = "Sept" if month[1] == 9 else SHORT_EN[month[1] - 1]
        return f"{short}{'' if short == 'May' else '.'} {month[0]}"

    return lambda start, end: f"{one(start)} – {one(end)}" if end else f"Since {one(start)}"


def english_in_one_year(rng: Random) -> Period:
    def period(start: Month, end: Month | None) -> str:
        if end is None:
            return f"{SHORT_EN[start[1] - 1]} {start[0]} – current"
        if start == end:
            return f"{SHORT_EN[start[1] - 1]} {start[0]}"
        year = "" if start[0] == end[0] else f" {start[0]}"
        return f"{SHORT_EN[start[1] - 1]}{year} – {SHORT_EN[end[1] - 1]} {end[0]}"

    return period


def english_seasons(rng: Random) -> Period:
    def one(month: Month) -> str:
        return f"{('Early', 'Early', 'Spring', 'Spring', 'Spring', 'Summer', 'Summer', 'Summer', 'Autumn', 'Autumn', 'Autumn', 'Late')[month[1] - 1]} {month[0]}"

    return ranged(one, " – ", "present")


def english_half_years_parts(rng: Random) -> Period:
    return ranged(lambda month: f"H{1 + (month[1] > 6)} {month[0]}", " – ", "present")


def english_years_plain(rng: Random) -> Period:
    def period(start: Month, end: Month | None) -> str:
        if end is None:
            return f"{start[0]} to date"
        return str(start[0]) if start[0] == end[0] else f"{start[0]} to {end[0]}"

    return period
