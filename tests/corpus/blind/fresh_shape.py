"""The fresh half's stock of wordings, read from its files, and how their blanks are filled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from tests.corpus.blind.model import Person
from tests.corpus.blind.sealed_shape import fill

SPECIAL = frozenset({"klinik", "stadtwerk", "bank", "versicherung", "leasing", "pflege"})
COMMON = frozenset(
    [
        "CFO",
        "CEO",
        "CRO",
        "CIO",
        "COO",
        "CPO",
        "CTO",
        "ERP",
        "SAP",
        "KPI",
        "OEE",
        "MES",
        "CRM",
        "API",
        "HGB",
        "BWL",
        "PMO",
        "SLA",
        "GMP",
        "PLM",
        "TPM",
        "FTE",
        "DBR",
        "MDR",
    ]
)
NAMES = ("Nordstern", "Kompass 2.0", "Leuchtturm", "Horizont 25", "Phoenix light", "Kolibri", "Zugspitze", "Delta Blue")
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of work; trades are the keys of those it is found in, none means any industry."""

    key: str
    titles: tuple[str, ...]
    posts: tuple[str, ...]
    tasks: tuple[str, ...]
    results: tuple[str, ...]
    say: tuple[str, ...] = ()
    trades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stock:
    """One language; what has no attribute stands in data under its name in the file."""

    language: str
    people: tuple[Person, ...]
    companies: tuple[str, ...]
    claims: tuple[str, ...]
    jargon: tuple[str, ...]
    fields: tuple[Field, ...]
    trades: dict[str, tuple[str, str, str]]
    data: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.data[name]

    def heading(self, name: str, rng: Random) -> str:
        return str(rng.choice(self.data["headings"][name]))

    def trades_of(self, one: Field) -> list[str]:
        return list(one.trades) or [key for key in self.trades if key not in SPECIAL]


def load(language: str) -> Stock:
    folder = Path(__file__).parent
    data = tomllib.loads((folder / f"fresh_words_{language}.toml").read_text("utf-8"))
    fields = tomllib.loads((folder / f"fresh_roles_{language}.toml").read_text("utf-8"))
    people = tuple(Person(name, town, title) for title, name, town in (one.split("|") for one in data["people"]))
    return Stock(
        language,
        people,
        tuple(data["stems"] + data["blocks"]),
        tuple(data["claims"]),
        tuple(data["jargon"]),
        tuple(Field(key, **{name: tuple(texts) for name, texts in one.items()}) for key, one in fields.items()),
        {key: tuple(texts) for key, texts in data["trades"].items()},
        data,
    )


def invent_code(rng: Random) -> str:
    """A name that means something within one company only."""
    letters = "".join(rng.choice("BDFGKLMNPRSTVWZ") for _ in range(rng.choice((2, 3, 3, 4))))
    if letters in COMMON:
        return invent_code(rng)
    form = rng.choice(("{a}", "{a}-{n}", "{a}{n}", "{a} {n}", "{a}/{b}", "{a}.{n}"))
    if len(letters) == 2 and form == "{a}":
        form = "{a}-{n}"
    return form.format(a=letters, n=rng.randint(1, 9), b=rng.choice("ABCKX"))


def invent_programme(rng: Random) -> str:
    if rng.random() < 0.2:
        return rng.choice(NAMES)
    word = "".join(rng.choice("BDFKLMNRSTVZ") + rng.choice("AEIOU") for _ in range(rng.choice((2, 2, 3))))
    return word + rng.choice(("", "", "N", "X", " 2.0", "-plus", "S"))


@dataclass(slots=True)
class Pen:
    """Fills the blanks of one CV's texts; names that are made up stay apart from each other."""

    stock: Stock
    rng: Random
    decks: dict[str, list[str]] = field(default_factory=dict)
    year: int = 2010

    def one(self, name: str, /, **known: object) -> str:
        return self.filled(str(self.rng.choice(self.stock[name])), **known)

    def filled(self, text: str, /, **known: object) -> str:
        makers: dict[str, Callable[[], object]] = {
            "y": lambda: self.year,
            "place": lambda: self.rng.choice(self.stock["places"]),
            "country": lambda: self.rng.choice(self.stock["countries"]),
            "erp": lambda: self.rng.choice(self.stock["erps"]),
            "site": lambda: self.filled(str(self.rng.choice(self.stock["sites"]))),
            "unit": lambda: invent_code(self.rng),
            "unit2": lambda: invent_code(self.rng),
            "code": lambda: invent_code(self.rng),
            "code2": lambda: invent_code(self.rng),
            "prog": lambda: invent_programme(self.rng),
            "prog2": lambda: invent_programme(self.rng),
        }
        for name in re.findall(r"\{([a-z0-9_]+)\}", text):
            if name in known:
                text = text.replace(f"{{{name}}}", str(known[name]))
            elif name in makers:
                text = text.replace(f"{{{name}}}", str(makers[name]()), 1)
        return fill(text, self.rng)

    def draw(self, deck: str, texts: tuple[str, ...] | list[str], count: int) -> list[str]:
        """Different texts of a deck until it is used up, then shuffled anew."""
        cards = self.decks.setdefault(deck, [])
        taken: list[str] = []
        while len(taken) < min(count, len(texts)):
            if not cards:
                cards += self.rng.sample([one for one in texts if one not in taken], len(texts) - len(taken))
            taken.append(cards.pop())
        return [self.filled(text) for text in taken]

    def company(self, trade: str, *, telling: bool) -> str:
        stock, rng = self.stock, self.rng
        stem = rng.choice(stock["stems"]) if rng.random() < 0.8 else rng.choice(stock["blocks"])
        if rng.random() < 0.12:
            stem += f" & {rng.choice(stock['stems'])}"
        word = f" {stock.trades[trade][2]}" if telling else ""
        return f"{stem}{word} {rng.choice(stock['forms'])}".replace("AG Gruppe", "AG")
