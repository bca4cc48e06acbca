"""Invented careers of the wide corpus: clear defects, hard negatives and borderline cases, each with its truth."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.corpus.spans import NOW, Spans, make_spans, write_month, write_period

CRITERIA = ("contact", "context", "tasks", "clarity", "projects", "currency")
_ASCII = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "'": None, ".": None})
_YEAR = 12
Words = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as it is written; lines are what was done there, or what stands in its place."""

    period: str
    role: str
    firm: str = ""
    context: str = ""
    lines: tuple[str, ...] = ()

    def texts(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.period, self.role, self.firm, self.context, *self.lines)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """A CV before it is set: its words and its truth ("lacking", "borderline"; what is not named is fine).

    planted holds for each lacking criterion the words that show it; foreign are the contacts of others in it.
    """

    language: str
    truth: Mapping[str, str]
    planted: Mapping[str, tuple[str, ...]]
    name: str
    email: str
    phone: str
    e164: str
    hint: str
    claim: str
    stamp: str
    groups: tuple[tuple[str, tuple[Entry, ...]], ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    foreign: tuple[str, ...]
    words: Words
    seed: int


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A career while it is made."""

    rng: Random
    words: Words
    language: str
    truth: dict[str, str]
    spans: Spans
    planted: dict[str, tuple[str, ...]] = field(default_factory=dict)
    style: str = ""

    def lacks(self, criterion: str) -> bool:
        return self.truth.get(criterion) == "lacking"

    def doubts(self, criterion: str) -> bool:
        return self.truth.get(criterion) == "borderline"


@cache
def phrases() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8"))


def make_life(seed: int, language: str) -> Life:
    """A career by seed and language; the same arguments give the same words."""
    rng = Random(f"life/{seed}/{language}")
    words = phrases()[language]
    truth = _draw_truth(rng)
    spans = make_spans(rng, language, truth)
    draft = _Draft(rng=rng, words=words, language=language, truth=truth, spans=spans)
    projects, posts = _projects(draft), _posts(draft)
    draft.planted["context"] = draft.planted["tasks"] = tuple(t for e in (*projects, *posts) for t in e.texts())
    groups = _groups(draft, projects, posts)
    name = rng.choice(words["names"])
    phone, e164 = _phone(rng, language)
    contact = truth.get("contact", "fine")
    told_mail = contact == "fine" or (contact == "borderline" and rng.random() < 0.5)
    told_phone = contact == "fine" or (contact == "borderline" and not told_mail)
    hint = rng.choice(words["hints"]) if contact == "lacking" else ""
    sections, foreign = _sections(draft, contact)
    draft.planted["contact"] = (name, hint, *foreign)
    claim = _claim(draft)
    if draft.lacks("projects"):
        draft.planted["projects"] = (claim, *(e.role for e in projects), *(e.period for e in projects))
    return Life(
        language=language, truth=truth, planted=draft.planted, name=name,
        email=_mail(rng, name) if told_mail else "", phone=phone if told_phone else "",
        e164=e164 if told_phone else "", hint=hint, claim=claim, stamp=_stamp(draft), groups=groups,
        sections=sections, foreign=foreign, words=words, seed=seed,
    )  # fmt: skip


def _draw_truth(rng: Random) -> dict[str, str]:
    order = rng.sample(CRITERIA, len(CRITERIA))
    lacking = rng.choice((0, 0, 1, 1, 1, 2, 2, 3))
    doubtful = rng.choice((0, 0, 1))
    truth = dict.fromkeys(order[:lacking], "lacking")
    truth |= dict.fromkeys(order[lacking : lacking + doubtful], "borderline")
    if truth.get("tasks") and truth.get("clarity"):
        del truth["clarity"]
    if truth.get("projects") and truth.get("currency"):
        del truth["currency"]
    return truth


def _mail(rng: Random, name: str) -> str:
    parts = [part.lower().translate(_ASCII) for part in name.split() if not part.endswith(".") and part != "Dr"]
    first, last = parts[0], parts[-1]
    local = rng.choice(
        (f"{first}.{last}", f"{first[0]}.{last}", f"kontakt@{last}-interim", f"info@{last}", f"{last}.{first}")
    )
    return local + ".example" if "@" in local else f"{local}@example.{rng.choice(('org', 'com', 'net'))}"


def _phone(rng: Random, language: str) -> tuple[str, str]:
    n = rng.randint(100, 999)
    british = (
        (f"020 7946 0{n}", f"+442079460{n}"), (f"+44 7700 900{n}", f"+447700900{n}"),
        (f"(0161) 496 0{n}", f"+441614960{n}"), (f"07700 900 {n}", f"+447700900{n}"),
        (f"+44 (0)113 496 0{n}", f"+441134960{n}"), (f"0044 117 496 0{n}", f"+441174960{n}"),
    )  # fmt: skip
    german = (
        (f"030 / 23125 {n}", f"+493023125{n}"), (f"+49 171 39200{n % 100:02d}", f"+4917139200{n % 100:02d}"),
        (f"0171 - 392 00 {n % 100:02d}", f"+4917139200{n % 100:02d}"), (f"+49(0)89-99998-{n}", f"+498999998{n}"),
        (f"0049 (69) 90009 {n}", f"+496990009{n}"), (f"(040) 66969-{n}", f"+494066969{n}"),
        (f"0221/4710{n}", f"+492214710{n}"), (f"+49.40.66969.{n}", f"+494066969{n}"),
    )  # fmt: skip
    return rng.choice(british if language == "en" else german)


def _fill(draft: _Draft, text: str) -> str:
    rng = draft.rng
    people = rng.choice((35, 80, 140, 220, 480, 950)) if rng.random() < 0.75 else rng.choice((1200, 3500, 12000))
    written = f"{people:,}".replace(",", "." if draft.language == "de" else ",") if people > 999 else str(people)
    codes = iter(rng.sample(draft.words["codes"], 4))
    while "{c}" in text:
        text = text.replace("{c}", next(codes), 1)
    return (
        text.replace("{w}", rng.choice(draft.words["programmes"]))
        .replace("{x}", rng.choice(draft.words["products"]))
        .replace("{i}", rng.choice(draft.words["industries"]))
        .replace("{p}", written)
        .replace("{m}", str(rng.randint(4, 380)))
        .replace("{n}", str(rng.randint(100, 999)))
    )


def _projects(draft: _Draft) -> list[Entry]:
    rng, words = draft.rng, draft.words
    made: list[Entry] = []
    for number, (start, end) in enumerate(draft.spans.projects):
        made.append(_entry(draft, rng.choice(words["roles"]), start, end, number, words["tasks"]))
    if not made and draft.spans.umbrella is not None and rng.random() < 0.75:
        period = write_period(draft.spans, draft.spans.umbrella, None)
        lines = tuple(rng.sample(words["undated"], 3)) if _is_told_undated(draft) and draft.spans.listed else ()
        made.append(Entry(period=period, role=rng.choice(words["umbrella"]), lines=lines))
    for start, end, reason in draft.spans.pauses:
        if reason:
            made.append(Entry(period=write_period(draft.spans, start, end), role=rng.choice(words["gaps"])))
    return made


def _is_told_undated(draft: _Draft) -> bool:
    """Whether projects are to be listed without a date: doubtful, neither a few mandates nor a young practice."""
    spans = draft.spans
    return draft.doubts("projects") and not spans.projects and NOW - (spans.umbrella or 0) >= 12


def _posts(draft: _Draft) -> list[Entry]:
    words, count = draft.words, len(draft.spans.projects)
    return [
        _entry(draft, draft.rng.choice(words["posts"]), start, end, number + count, words["posts_tasks"])
        for number, (start, end) in enumerate(draft.spans.posts)
    ]


def _entry(draft: _Draft, role: str, start: int, end: int | None, number: int, tasks: list[str]) -> Entry:
    firm = draft.rng.choice(draft.words["firms"])
    period = write_period(draft.spans, start, end)
    return Entry(
        period=period, role=role, firm=firm, context=_context(draft, number), lines=_lines(draft, number, tasks)
    )


def _context(draft: _Draft, number: int) -> str:
    words = draft.words
    if not draft.style:
        draft.style = draft.rng.choice(words["context"])
    told = draft.style if draft.rng.random() < 0.7 else draft.rng.choice(words["context"])
    if draft.lacks("context"):
        told = ""
    elif draft.doubts("context"):
        told = draft.rng.choice(words["half_context"]) if draft.spans.listed else told if number % 2 else ""
    return _fill(draft, told)


def _lines(draft: _Draft, number: int, tasks: list[str]) -> tuple[str, ...]:
    rng, words = draft.rng, draft.words
    lines = rng.sample(tasks, rng.randint(2, 4))
    if draft.lacks("tasks") or (draft.doubts("tasks") and not draft.spans.listed and number % 2):
        lines = rng.sample(words["reporting"], rng.randint(0 if draft.lacks("tasks") else 1, 3))
    elif draft.doubts("tasks") and draft.spans.listed:
        lines = rng.sample(words["half_tasks"], 2)
    elif rng.random() < 0.4:
        lines = [rng.choice(words["reporting"]), *lines]
    if draft.lacks("clarity") and rng.random() < 0.85:
        jargon = [_fill(draft, line) for line in rng.sample(words["jargon"], rng.randint(2, 3))]
        draft.planted["clarity"] = (*draft.planted.get("clarity", ()), *jargon)
        return (*jargon, *(_fill(draft, line) for line in lines[: rng.randint(0, 2)]))
    if draft.doubts("clarity") and number < 1:
        lines = [_two_codes(draft), *lines]
    elif not draft.truth.get("tasks") and rng.random() < 0.35:
        lines = [*lines, rng.choice(words["plain_lines"] if rng.random() < 0.6 else words["explained"])]
    return tuple(_fill(draft, line) for line in lines)


def _two_codes(draft: _Draft) -> str:
    two = [line for line in draft.words["jargon"] if line.count("{c}") == 2 and "{w}" not in line and "{x}" not in line]
    return str(draft.rng.choice(two))


def _groups(draft: _Draft, projects: list[Entry], posts: list[Entry]) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    rng, headings = draft.rng, draft.words["headings"]
    if draft.spans.forward:
        projects, posts = projects[::-1], posts[::-1]
    if rng.random() < 0.3 or not draft.spans.projects:
        both = [*posts, *projects] if draft.spans.forward else [*projects, *posts]
        groups = [(rng.choice(headings["all"]), tuple(both))]
    else:
        groups = [(rng.choice(headings["projects"]), tuple(projects)), (rng.choice(headings["posts"]), tuple(posts))]
        groups = groups[::-1] if draft.spans.forward else groups
    if _is_told_undated(draft) and not any(e.lines for e in projects if not e.firm):
        listed = tuple(Entry(period="", role=text) for text in rng.sample(draft.words["undated"], 4))
        groups.insert(0, (rng.choice(headings["projects"]), listed))
    return tuple(groups)


def _claim(draft: _Draft) -> str:
    spans = draft.spans
    if spans.umbrella is None:
        return ""
    if not draft.truth.get("projects") and draft.rng.random() < 0.4:
        return ""
    return str(draft.rng.choice(draft.words["claims"])).replace("{y}", str(spans.umbrella // 12))


def _stamp(draft: _Draft) -> str:
    if draft.spans.stamp is None:
        return ""
    lead = draft.rng.choice(
        ("Stand: ", "Stand ", "Aktualisiert: ") if draft.language == "de" else ("As of ", "Last updated: ", "Status: ")
    )
    stamp = lead + write_month(draft.spans.stamp, draft.language, draft.spans.form)
    if draft.lacks("currency") and NOW - draft.spans.stamp > _YEAR:
        draft.planted["currency"] = (stamp,)
    return stamp


def _sections(draft: _Draft, contact: str) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], tuple[str, ...]]:
    rng, words = draft.rng, draft.words
    headings = {kind: rng.choice(names) for kind, names in words["headings"].items()}
    foreign: tuple[str, ...] = ()
    sections = [
        (headings["education"], tuple(rng.sample(words["education"], 2))),
        (headings["skills"], tuple(rng.sample(words["skills"], 4))),
        (headings["languages"], tuple(words["languages"])),
    ]
    if rng.random() < 0.6:
        noise = [line for line in words["noise"] if not (draft.lacks("currency") and "10/2026" in line)]
        noise = [line for line in noise if not (draft.lacks("currency") and "October 2026" in line)]
        sections.append((headings["notes"], tuple(rng.sample(noise, 2))))
    if rng.random() < (0.6 if contact == "lacking" else 0.25):
        lines = [line.replace("{n}", str(rng.randint(100, 999))) for line in rng.sample(words["referees"], 2)]
        foreign = tuple(lines)
        sections.append((headings["references"], foreign))
    elif contact == "lacking" and rng.random() < 0.4:
        foreign = (rng.choice(words["agencies"]).replace("{n}", str(rng.randint(100, 999))),)
        sections.append((headings["notes"], foreign))
    if draft.lacks("currency") and not draft.planted.get("currency"):
        draft.planted["currency"] = draft.spans.shown
    return tuple(sections), foreign


def without_contact(life: Life) -> Life:
    """The same, for layouts that put contact data elsewhere."""
    return replace(life, email="", phone="", hint="")


Setter = Callable[[Life], bytes]
