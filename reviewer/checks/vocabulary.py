"""The reviewed word lists under resources/vocabularies, and finding their words in a text."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "vocabularies"
Span = tuple[int, int]


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_WORD_START = re.compile(r"(?<![^\W_])[^\W_]|[^\w\s]|_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Words to look for in lower-cased text: by their beginning, as a whole, or anywhere inside a word.

    by_start holds them by their first two characters, each with whether a word must end where it ends.
    """

    by_start: dict[str, tuple[tuple[str, bool], ...]]
    anywhere: tuple[str, ...]

    def find(self, lowered: str) -> list[Span]:
        """Where words of the list stand, in order; a span may lie within another."""
        return sorted(self._spans(lowered))

    def hits(self, lowered: str) -> bool:
        """Whether any word of the list stands in the text."""
        return next(self._spans(lowered), None) is not None

    def _spans(self, lowered: str) -> Iterator[Span]:
        words = _word_starts(lowered)
        for start in self.by_start.keys() & words.keys():
            for term, whole in self.by_start[start]:
                size = len(term)
                for at in words[start]:
                    end = at + size
                    if lowered.startswith(term, at) and not (whole and end < len(lowered) and lowered[end].isalnum()):
                        yield at, end
        for term in self.anywhere:
            at = lowered.find(term)
            while at >= 0:
                yield at, at + len(term)
                at = lowered.find(term, at + 1)


_Found = TypeVar("_Found")
_TEXTS_AT_ONCE = 512
_forgetting: list[Callable[[], None]] = []


def kept_for_now(look: Callable[[str], _Found]) -> Callable[[str], _Found]:
    """What was found in a text, kept until forget_texts; several rules look at one text for the same."""
    keeping = lru_cache(maxsize=_TEXTS_AT_ONCE)(look)
    _forgetting.append(keeping.cache_clear)
    return keeping


def forget_texts() -> None:
    """Keep nothing of any text any more: a document is done."""
    for forget in _forgetting:
        forget()


@kept_for_now
def _word_starts(lowered: str) -> dict[str, list[int]]:
    """Where words begin, by their first two characters; many lists are looked for in one text."""
    words: dict[str, list[int]] = {}
    for start in _WORD_START.finditer(lowered):
        at = start.start()
        words.setdefault(lowered[at : at + 2], []).append(at)
    return words


@cache
def load(name: str) -> dict[str, Any]:
    """One file of word lists."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def in_both_spellings(words: Iterable[str]) -> Iterator[str]:
    """Words, and beside those with umlauts the same without, as "Groesse" beside "Größe"."""
    for word in words:
        yield word
        plain = word.translate(_UMLAUTS)
        if plain != word:
            yield plain


@cache
def terms(name: str, key: str) -> Terms:
    """One list as terms; key is dotted where the list stands in a table."""
    by_start: defaultdict[str, list[tuple[str, bool]]] = defaultdict(list)
    anywhere = []
    entries: Any = load(name)
    for part in key.split("."):
        entries = entries[part]
    for entry in in_both_spellings(entries):
        if entry[0] == "*":
            anywhere.append(entry[1:])
        else:
            term = entry.removeprefix("=")
            by_start[term[:2]].append((term, entry[0] == "="))
    return Terms(by_start={start: tuple(found) for start, found in by_start.items()}, anywhere=tuple(anywhere))


def lowered(text: str) -> str:
    """The text in lower case, as long as before."""
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(sign if len(sign.lower()) != 1 else sign.lower() for sign in text)
    )
