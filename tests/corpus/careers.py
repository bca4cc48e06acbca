"""Invented careers with planted defects, told in words of one's own."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.months import MONTHS

CRITERIA = ("contact", "context", "tasks", "clarity", "projects", "currency")
NOW = 2026 * 12 + 10
"""The month in which the corpus is read: November 2026."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: months since the year 0 (end None: goes on), and what is told."""

    start: int
    end: int | None
    role: str
    firm: str
    context: str = ""
    lines: tuple[str, ...] = ()
    project: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Cv:
    """A CV before it is set: its planted truth and its words."""

    language: str
    held: bool
    defects: frozenset[str]
    borderline: str
    name: str
    email: str
    phone: str
    e164: str
    hint: str
    claim: str
    stamp: str
    entries: tuple[Entry, ...]
    words: dict[str, Any]
    date_form: int
    planted: dict[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def written_month(month: int, language: str, form: int) -> str:
    year, number = divmod(month, 12)
    names = MONTHS[language]
    forms = (
        f"{number + 1:02d}/{year}", f"{number + 1:02d}.{year}", f"{names[number][:3]} {year}", f"{names[number]} {year}",
        f"{number + 1:02d}/{year % 100:02d}", f"{year}-{number + 1:02d}", f"Q{number // 3 + 1}/{year}", f"{year}",
    )  # fmt: skip
    return forms[form % len(forms)]


def written_period(entry: Entry, language: str, form: int) -> str:
    now = ("heute", "laufend") if language == "de" else ("present", "today")
    dash = (" – ", "-", " bis " if language == "de" else " to ")[form % 3]
    end = now[form % 2] if entry.end is None else written_month(entry.end, language, form)
    return f"{written_month(entry.start, language, form)}{dash}{end}"


def make_cv(seed: int, language: str, *, held: bool) -> Cv:
    """A career by seed: about two in five without a defect, one in eight with a borderline case."""
    rng = Random(f"{seed}/{language}/{held}")
    words = _words()[language]["held" if held else "dev"]
    defects: set[str] = set()
    if rng.random() > 0.35:
        defects = set(rng.sample(CRITERIA, rng.choice((1, 1, 1, 2, 2, 3))))
    borderline = rng.choice(("context", "tasks", "contact", "currency")) if rng.random() < 0.15 else ""
    defects.discard(borderline)
    if "tasks" in defects or borderline == "tasks":
        defects.discard("clarity")
    since = rng.randint(2008, 2019)
    planted: dict[str, tuple[str, ...]] = {}
    entries = _entries(rng, words, defects, borderline, since, planted)
    claim = rng.choice(words["claims"]).format(year=since) if "projects" in defects or rng.random() < 0.5 else ""
    if "projects" in defects:
        planted["projects"] = (claim, *(entry.role for entry in entries if entry.firm == "" and entry.project))
    name = rng.choice(words["names"])
    last = name.split()[-1].lower().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}))
    form = rng.randrange(8)
    phone, e164 = _phone(rng, language)
    email = f"{name.split()[-2][0].lower()}.{last}@example.{rng.choice(('org', 'com', 'net'))}"
    old = "currency" in defects and rng.random() < 0.4
    stamp_month = (NOW - rng.randint(34, 70)) if old else NOW - rng.randint(0, 5)
    stamp = ("Stand: " if language == "de" else "Last updated: ") + written_month(stamp_month, language, form % 4)
    if "currency" in defects:
        if old:
            entries = _stopped(rng, entries, stamp_month - 1)
            planted["currency"] = (stamp, "gap")
        elif not planted.get("currency"):
            entries = _stopped(rng, entries, NOW - rng.randint(36, 60))
            planted["currency"] = (written_period(max(entries, key=lambda e: e.end or NOW), language, form),)
            stamp = ""
    if "contact" in defects:
        planted["contact"] = (name, rng.choice(words["no_contact"]))
    told = "" if "contact" in defects else email
    return Cv(
        language=language, held=held, defects=frozenset(defects), borderline=borderline, name=name,
        email=told, phone="" if "contact" in defects or borderline == "contact" else phone, e164=e164,
        hint=planted["contact"][1] if "contact" in defects and rng.random() < 0.6 else "", claim=claim,
        stamp=stamp if old or rng.random() < 0.3 else "", entries=tuple(entries), words=words, date_form=form,
        planted=planted,
    )  # fmt: skip


def _phone(rng: Random, language: str) -> tuple[str, str]:
    n = rng.randint(100, 999)
    if language == "en":
        return rng.choice(
            (
                (f"020 7946 0{n}", f"+442079460{n}"),
                (f"+44 7700 900{n}", f"+447700900{n}"),
                (f"+44 (0)20 7946 0{n}", f"+442079460{n}"),
            )
        )
    return rng.choice(
        (
            (f"030 23125-{n}", f"+493023125{n}"),
            (f"+49 (0) 69 90009 {n}", f"+496990009{n}"),
            (f"0171/39200{n % 100:02d}", f"+4917139200{n % 100:02d}"),
            (f"0049 89 99998 {n}", f"+498999998{n}"),
            (f"(0 30) 2 31 25 {n}", f"+493023125{n}"),
        )
    )


def _entries(
    rng: Random,
    words: dict[str, Any],
    defects: set[str],
    borderline: str,
    since: int,
    planted: dict[str, tuple[str, ...]],
) -> list[Entry]:
    entries: list[Entry] = []
    place = NOW - rng.randint(0, 6)
    count = 0 if "projects" in defects else rng.randint(3, 8)
    silent = "currency" in defects and count >= 4 and rng.random() < 0.3
    for number in range(count):
        length = rng.randint(5, 20)
        end = None if number == 0 and rng.random() < 0.4 else place
        entries.append(_entry(rng, words, defects, borderline, place - length, end, number, count, project=True))
        place -= length + rng.randint(1, 5)
        if silent and number == 1:
            place -= rng.randint(28, 45)
            silent = False
            planted["currency"] = ("gap",)
        if borderline == "currency" and number == 1:
            place -= 14
    if "projects" in defects:
        entries.append(Entry(start=since * 12, end=None, role=rng.choice(words["umbrella"]), firm=""))
    place = min(place, since * 12 - 1) if "projects" in defects else place
    for number in range(rng.randint(2, 4)):
        length = rng.randint(24, 60)
        entries.append(
            _entry(rng, words, defects, borderline, place - length, place, number + count, count + 3, project=False)
        )
        place -= length + rng.randint(0, 3)
    return entries


def _entry(
    rng: Random,
    words: dict[str, Any],
    defects: set[str],
    borderline: str,
    start: int,
    end: int | None,
    number: int,
    count: int,
    *,
    project: bool,
) -> Entry:
    half = number % 2 == 0
    money, people = rng.randint(8, 400), rng.choice((45, 120, 380, 640, 950, "1.200", "2.400"))
    told = "context" not in defects and not (borderline == "context" and half)
    context = (
        rng.choice(words["context"]).format(industry=rng.choice(words["industries"]), people=people, money=money)
        if told
        else ""
    )
    lines = rng.sample(words["tasks"], rng.randint(2, 4))
    if "tasks" in defects or (borderline == "tasks" and half):
        lines = rng.sample(words["reporting"], rng.randint(1, 3))
    if "clarity" in defects:
        lines = [*rng.sample(words["jargon"], 2), *lines[:2]]
    role = rng.choice(words["roles"])
    if not project:
        role = role.replace("Interim ", "").replace(" (interim)", "").replace("Acting ", "")
    return Entry(
        start=start,
        end=end,
        role=role,
        firm=rng.choice(words["firms"]),
        context=context,
        lines=tuple(lines),
        project=project,
    )


def _stopped(rng: Random, entries: list[Entry], last: int) -> list[Entry]:
    """The same career, ended years ago."""
    newest = max(entry.end or NOW for entry in entries)
    shift = newest - last
    return [
        Entry(
            start=e.start - shift,
            end=(e.end or NOW) - shift,
            role=e.role,
            firm=e.firm,
            context=e.context,
            lines=e.lines,
            project=e.project,
        )
        for e in entries
    ]
