"""How CVs write the period of a station: the styles of the open half, and what both halves build them from."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.corpus.blind.model import Month
from tests.corpus.blind.words import Period
from tests.months import MONTHS_DE, MONTHS_EN

SHORT_DE = ["Jan.", "Feb.", "Mrz.", "Apr.", "Mai", "Jun.", "Jul.", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."]
SHORT_EN = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def german_numbers(rng: Random) -> Period:
    dash, now = rng.choice((" – ", "–", " - ", " bis ")), rng.choice(("heute", "dato", "laufend"))
    return lambda start, end: f"{_slash(start)}{dash}{_slash(end) if end else now}"


def german_short_years(rng: Random) -> Period:
    dash = rng.choice((" – ", "-", " bis "))
    return lambda start, end: f"{_short(start)}{dash}{_short(end) if end else 'heute'}"


def german_months(rng: Random) -> Period:
    between = rng.choice((" bis ", " – "))
    since = rng.random() < 0.5

    def period(start: Month, end: Month | None) -> str:
        if end is None and since:
            return f"Seit {MONTHS_DE[start[1] - 1]} {start[0]}"
        last = f"{MONTHS_DE[end[1] - 1]} {end[0]}" if end else "heute"
        return f"{MONTHS_DE[start[1] - 1]} {start[0]}{between}{last}"

    return period


def german_short_months(rng: Random) -> Period:
    def one(month: Month) -> str:
        return f"{SHORT_DE[month[1] - 1]} {month[0]}"

    return lambda start, end: f"{one(start)} – {one(end)}" if end else f"seit {one(start)}"


def german_apostrophe(rng: Random) -> Period:
    def one(month: Month) -> str:
        return f"{SHORT_DE[month[1] - 1].rstrip('.')} '{month[0] % 100:02d}"

    return lambda start, end: f"{one(start)} bis {one(end) if end else 'heute'}"


def german_days(rng: Random) -> Period:
    dash = rng.choice((" - ", "–", " bis "))

    def period(start: Month, end: Month | None) -> str:
        last = f"{DAYS[end[1] - 1]:02d}.{end[1]:02d}.{end[0]}" if end else "heute"
        return f"01.{start[1]:02d}.{start[0]}{dash}{last}"

    return period


def quarters(since: str) -> Callable[[Random], Period]:
    def style(rng: Random) -> Period:
        def one(month: Month) -> str:
            return f"Q{(month[1] + 2) // 3} {month[0]}"

        return lambda start, end: f"{one(start)} – {one(end)}" if end else f"{since} {one(start)}"

    return style


def years(now: str) -> Callable[[Random], Period]:
    def style(rng: Random) -> Period:
        dash = rng.choice((" – ", "-", " - "))

        def period(start: Month, end: Month | None) -> str:
            if end and end[0] == start[0]:
                return str(start[0])
            return f"{start[0]}{dash}{end[0] if end else now}"

        return period

    return style


def english_short_months(rng: Random) -> Period:
    dash, now = rng.choice((" – ", " - ", " to ")), rng.choice(("present", "Present", "to date"))
    now = now if dash != " to " else "date"

    def one(month: Month) -> str:
        return f"{SHORT_EN[month[1] - 1]} {month[0]}"

    return lambda start, end: f"{one(start)}{dash}{one(end) if end else now}"


def english_months(rng: Random) -> Period:
    between = rng.choice((" – ", " to "))

    def one(month: Month) -> str:
        return f"{MONTHS_EN[month[1] - 1]} {month[0]}"

    return lambda start, end: f"{one(start)}{between}{one(end)}" if end else f"Since {one(start)}"


def english_numbers(rng: Random) -> Period:
    dash, now = rng.choice((" – ", "-")), rng.choice(("now", "present", "ongoing"))
    return lambda start, end: f"{_slash(start)}{dash}{_slash(end) if end else now}"


def english_apostrophe(rng: Random) -> Period:
    def one(month: Month) -> str:
        return f"{SHORT_EN[month[1] - 1]} '{month[0] % 100:02d}"

    return lambda start, end: f"{one(start)} – {one(end) if end else 'present'}"


def _slash(month: Month) -> str:
    return f"{month[1]:02d}/{month[0]}"


def _short(month: Month) -> str:
    return f"{month[1]:02d}/{month[0] % 100:02d}"
