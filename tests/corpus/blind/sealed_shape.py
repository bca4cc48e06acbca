"""The shape of the sealed half's stock of wordings, and how their blanks are filled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from tests.corpus.blind.model import Person

BLANKS = {
    "p": (6, 45),
    "q": (3, 12),
    "d": (15, 90),
    "m": (2, 38),
    "k": (3, 14),
    "t": (4, 26),
    "h": (120, 950),
}


@dataclass(frozen=True, slots=True)
class Trade:
    """label stands in tables, of behind "bei einem"/"at a", does tells it by what the company does."""

    label: str
    of: str
    does: str


@dataclass(frozen=True, slots=True)
class Job:
    """A field of work: short tasks are notes, full ones whole sentences; results fit both."""

    field: str
    mandates: tuple[str, ...]
    posts: tuple[str, ...]
    short: tuple[str, ...]
    full: tuple[str, ...]
    results: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """Everything one language of the sealed half can say."""

    language: str
    people: tuple[Person, ...]
    companies: tuple[str, ...]
    nameless: tuple[str, ...]
    places: tuple[str, ...]
    trades: tuple[Trade, ...]
    staff: tuple[str, ...]
    revenue: tuple[str, ...]
    plants: tuple[str, ...]
    told: tuple[str, ...]
    owners: tuple[str, ...]
    field_names: tuple[tuple[str, str, str, str], ...]
    jobs: tuple[Job, ...]
    any_short: tuple[str, ...]
    any_full: tuple[str, ...]
    lines_up: tuple[str, ...]
    own_team: tuple[str, ...]
    keywords: tuple[str, ...]
    task_heads: tuple[str, ...]
    result_heads: tuple[str, ...]
    starts: tuple[str, ...]
    heads_interim: tuple[str, ...]
    heads_plain: tuple[str, ...]
    claims: tuple[str, ...]
    claim_entries: tuple[tuple[str, str], ...]
    fresh_claims: tuple[str, ...]
    instead_of_list: tuple[str, ...]
    undated_lists: tuple[tuple[str, ...], ...]
    about_interim: tuple[str, ...]
    about_plain: tuple[str, ...]
    alone_words: tuple[str, ...]
    trades_list: str
    headings: dict[str, tuple[str, ...]]
    skills: tuple[str, ...]
    tools: tuple[str, ...]
    tongues: tuple[str, ...]
    studies: tuple[str, ...]
    courses: tuple[str, ...]
    valid: tuple[str, ...]
    offers: tuple[str, ...]
    hobbies: tuple[str, ...]
    personal: tuple[str, ...]
    stamps: tuple[str, ...]
    rights: tuple[str, ...]
    pauses: tuple[str, ...]
    codes: tuple[str, ...]
    jargon: tuple[str, ...]
    house_names: tuple[str, ...]
    house_name_talk: tuple[str, ...]
    mild_words: tuple[str, ...]
    spelled: tuple[tuple[str, str], ...]
    spelled_in: tuple[str, ...]
    spelled_bare: tuple[str, ...]
    known_talk: tuple[str, ...]
    named_spelled: tuple[str, ...]
    spelled_heading: str
    contact_words: dict[str, tuple[str, ...]]
    withheld: tuple[str, ...]
    numbers_of_office: tuple[str, ...]
    referees: tuple[str, ...]
    clients: tuple[str, ...]
    brokers: tuple[str, ...]
    titles: tuple[str, ...]
    streets: tuple[str, ...]


def fill(text: str, rng: Random) -> str:
    """Puts a number into each blank of one letter, a new one each time."""
    return re.sub(r"\{([pqdmkth])\}", lambda hit: str(rng.randint(*BLANKS[hit[1]])), text)


def thousands(value: int, language: str, rng: Random) -> str:
    """Some write the sign, some do not."""
    if value < 10_000 and rng.random() < 0.3:
        return str(value)
    return f"{value:,}".replace(",", "." if language == "de" else ",")
