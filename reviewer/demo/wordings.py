"""The wordings of the invented CVs, read from resources/demo, and drawing from them without repeating."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from reviewer.domain.letter import Language

RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "demo"
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWords:
    """What people of one trade write."""

    key: str
    name: str
    roles: tuple[str, ...]
    earlier: tuple[str, ...]
    occasions: tuple[str, ...]
    tasks: tuple[str, ...]
    results: tuple[str, ...]
    focus: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Everything one language offers; blocks hold the general building blocks, labels the headings."""

    language: Language
    fields: Mapping[str, FieldWords]
    blocks: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=8)
def read_table(name: str) -> Mapping[str, Any]:
    """One of the TOML files by its name without ending."""
    return tomllib.loads((RESOURCES / f"{name}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=2)
def read_words(language: Language) -> Words:
    """The wordings of a language."""
    general = read_table(f"words-{language.value}")
    fields = {
        key: FieldWords(key=key, name=row["name"], **{part: tuple(row[part]) for part in row if part != "name"})
        for key, row in read_table(f"fields-{language.value}").items()
    }
    return Words(
        language=language,
        fields=fields,
        blocks={key: tuple(value) for key, value in general.items() if isinstance(value, list)},
        labels={key: tuple(value) for key, value in general["labels"].items()},
    )


class Deck:
    """Cards drawn in random order; none comes again before all have come."""

    def __init__(self, rng: Random, cards: Sequence[str]) -> None:
        self._rng = rng
        self._cards = tuple(cards)
        self._left: list[str] = []

    def draw(self) -> str:
        """The next card."""
        if not self._left:
            self._left = list(self._cards)
            self._rng.shuffle(self._left)
        return self._left.pop()

    def draw_some(self, count: int) -> tuple[str, ...]:
        """Several different cards, at most as many as there are."""
        drawn: list[str] = []
        while len(drawn) < min(count, len(self._cards)):
            card = self.draw()
            if card not in drawn:
                drawn.append(card)
        return tuple(drawn)


def fill(text: str, rng: Random, words: Words) -> str:
    """Put plausible numbers, countries and systems into a wording's {slots}."""
    return _SLOT.sub(lambda slot: _fill_slot(slot[1], rng, words), text)


def _fill_slot(slot: str, rng: Random, words: Words) -> str:
    if slot in _BLOCKS:
        return rng.choice(words.blocks[_BLOCKS[slot]])
    if slot == "e":
        amount = f"{rng.choice((rng.randint(4, 95), rng.randint(10, 140))) / 10:.1f}"
        return amount.replace(".", ",") if words.language is Language.DE else amount
    return str(rng.randint(*rng.choice(_RANGES[slot])))


_BLOCKS = {"erp": "systems", "land": "countries", "code": "codes", "code_b": "codes", "program": "programs"}
_RANGES = {
    "p": ((9, 38),),
    "pp": ((3, 8),),
    "n": ((3, 9),),
    "t": ((14, 60), (40, 180), (60, 95)),
    "m": ((4, 14),),
    "k": ((3, 38),),
}
