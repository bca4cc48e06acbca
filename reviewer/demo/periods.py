"""Months as numbers, and the many ways in which CVs write them."""

from __future__ import annotations

from datetime import date

from reviewer.demo.wordings import Words
from reviewer.domain.letter import Language

WRITINGS = (
    "{month:02d}/{year}",
    "{month:02d}/{year}",
    "{month:02d}.{year}",
    "{month:02d}/{short_year:02d}",
    "{long} {year}",
    "{short} {year}",
    "{short} {year}",
    "{year}-{month:02d}",
    "01.{month:02d}.{year}",
    "Q{quarter}/{year}",
    "{year}",
)
JOINERS = (" – ", " - ", "–", " bis ", "-")


def month_of(day: date) -> int:
    """The month as a number that counts on without gaps (year * 12 + month - 1)."""
    return day.year * 12 + day.month - 1


def write_month(month: int, writing: int, words: Words) -> str:
    """A month in one of the WRITINGS."""
    year, index = divmod(month, 12)
    return WRITINGS[writing].format(
        month=index + 1,
        year=year,
        short_year=year % 100,
        quarter=index // 3 + 1,
        long=words.blocks["months"][index],
        short=words.blocks["short_months"][index],
    )


def write_period(start: int, end: int | None, writing: int, joiner: int, now: str, words: Words) -> str:
    """A period as one CV writes all of its periods; now is its word for "until today" ("" writes "since")."""
    first = write_month(start, writing, words)
    if end is None and not now:
        return f"seit {first}" if words.language is Language.DE else f"since {first}"
    last = now if end is None else write_month(end, writing, words)
    link = JOINERS[joiner] if words.language is Language.DE else JOINERS[joiner].replace("bis", "to")
    link = " – " if "-" in first else link
    return first if first == last else f"{first}{link}{last}"
