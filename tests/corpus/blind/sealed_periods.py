"""How the sealed half writes periods: month to month, by year, with length, with days, one-sided."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.corpus.blind.model import TODAY, Month
from tests.corpus.blind.periods import DAYS
from tests.corpus.blind.words import Period
from tests.months import MONTHS_DE, MONTHS_EN

TIGHT_DE = ("Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")
TIGHT_EN = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
NOW_DE = ("heute", "jetzt", "dato", "andauernd", "laufend")
NOW_EN = ("present", "today", "now", "current", "ongoing")


def number(month: Month, pattern: str) -> str:
    """y and Y are the year in two and four digits, m and M the month without and with zero."""
    signs = {"y": f"{month[0] % 100:02d}", "Y": str(month[0]), "m": str(month[1]), "M": f"{month[1]:02d}"}
    return "".join(signs.get(sign, sign) for sign in pattern)


def _numbers(patterns: tuple[str, ...], nows: tuple[str, ...], dashes: tuple[str, ...]) -> Callable[[Random], Period]:
    def style(rng: Random) -> Period:
        pattern, now, dash = rng.choice(patterns), rng.choice(nows), rng.choice(dashes)
        return lambda start, end: f"{number(start, pattern)}{dash}{number(end, pattern) if end else now}"

    return style


def _since(patterns: tuple[str, ...], since: tuple[str, ...], dashes: tuple[str, ...]) -> Callable[[Random], Period]:
    def style(rng: Random) -> Period:
        pattern, word, dash = rng.choice(patterns), rng.choice(since), rng.choice(dashes)
        return lambda start, end: (
            f"{number(start, pattern)}{dash}{number(end, pattern)}" if end else f"{word} {number(start, pattern)}"
        )

    return style


def _names(
    names: tuple[str, ...] | list[str], nows: tuple[str, ...], dashes: tuple[str, ...]
) -> Callable[[Random], Period]:
    def style(rng: Random) -> Period:
        now, dash, short = rng.choice(nows), rng.choice(dashes), rng.random() < 0.35

        def period(start: Month, end: Month | None) -> str:
            last = f"{names[end[1] - 1]} {end[0]}" if end else now
            if short and end and end[0] == start[0]:
                return f"{names[start[1] - 1]}{dash}{last}"
            return f"{names[start[1] - 1]} {start[0]}{dash}{last}"

        return period

    return style


def _length(month: str, year: str, now: str) -> Callable[[Random], Period]:
    """Start, end, and in brackets how long it took."""

    def style(rng: Random) -> Period:
        pattern, always = rng.choice(("M/Y", "M.Y")), rng.random() < 0.6

        def period(start: Month, end: Month | None) -> str:
            last = end or TODAY
            months = (last[0] - start[0]) * 12 + last[1] - start[1] + 1
            told = f"{months} {month}" if months < 24 else f"{months / 12:.0f} {year}"
            tail = f" ({told})" if always or end else ""
            return f"{number(start, pattern)} – {number(end, pattern) if end else now}{tail}"

        return period

    return style


def _days(rng: Random) -> Period:
    dash = rng.choice((" bis ", " – ", "-"))

    def period(start: Month, end: Month | None) -> str:
        last = f"{DAYS[end[1] - 1]}.{end[1]}.{end[0]}" if end else "heute"
        return f"1.{start[1]}.{start[0]}{dash}{last}"

    return period


def _from_to(rng: Random) -> Period:
    word = rng.choice(("von", "Von"))
    return lambda start, end: (
        f"{word} {MONTHS_DE[start[1] - 1]} {start[0]} bis {MONTHS_DE[end[1] - 1]} {end[0]}"
        if end
        else f"seit {MONTHS_DE[start[1] - 1]} {start[0]}"
    )


def years(now: str, since: str) -> Callable[[Random], Period]:
    """Coarse: only the years."""

    def coarse(rng: Random) -> Period:
        dash, word = rng.choice(("–", " - ", "/")), rng.random() < 0.5

        def period(start: Month, end: Month | None) -> str:
            if end is None:
                return f"{since} {start[0]}" if word else f"{start[0]}{' - ' if dash == '/' else dash}{now}"
            if end[0] == start[0]:
                return str(start[0])
            return f"{start[0]}{' - ' if dash == '/' else dash}{end[0]}"

        return period

    return coarse


EXACT_DE: tuple[Callable[[Random], Period], ...] = (
    _numbers(("M/Y", "M.Y", "m/Y"), NOW_DE, (" - ", "–", " bis ", "-")),
    _numbers(("M/y", "m/y", "M.y"), NOW_DE, (" - ", "–", " bis ")),
    _numbers(("Y-M", "Y/M"), NOW_DE, (" – ", " bis ")),
    _since(("M/Y", "M.Y", "m.Y"), ("seit", "ab", "Seit"), (" – ", "-", " bis ")),
    _names(TIGHT_DE, NOW_DE, (" - ", " – ")),
    _names(MONTHS_DE, NOW_DE, (" – ", " bis ")),
    _length("Monate", "Jahre", "heute"),
    _days,
    _from_to,
)
EXACT_EN: tuple[Callable[[Random], Period], ...] = (
    _numbers(("M/Y", "m/Y", "M.Y"), NOW_EN, (" - ", "–", " to ")),
    _numbers(("M/y", "m/y"), NOW_EN, (" - ", "–")),
    _numbers(("Y-M",), NOW_EN, (" – ", " to ")),
    _since(("M/Y", "m/Y"), ("since", "from", "Since"), (" – ", " to ")),
    _names(TIGHT_EN, NOW_EN, (" - ", " – ")),
    _names(MONTHS_EN, NOW_EN, (" – ", " to ", "–")),
    _length("months", "years", "present"),
)
COARSE = {"de": years("heute", "seit"), "en": years("present", "since")}


def pick(language: str, rng: Random, *, exact: bool) -> Period:
    """exact: months must show, as a matter of months is planted."""
    if not exact and rng.random() < 0.18:
        return COARSE[language](rng)
    return rng.choice(EXACT_DE if language == "de" else EXACT_EN)(rng)
