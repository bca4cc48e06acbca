"""How addresses write names, and which words are usual given names."""

from __future__ import annotations

import unicodedata
from functools import cache

from reviewer.checks.vocabulary import load

_SPELLED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ı": "i", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "å": "a"}
    | dict.fromkeys("'’`´")
)


def folded(word: str) -> str:
    """A word in small plain letters, as addresses write it."""
    low = word.lower()
    if low.isascii():
        return low.replace("'", "").replace("`", "")
    spelled = low.translate(_SPELLED)
    return spelled if spelled.isascii() else unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()


@cache
def given_names() -> frozenset[str]:
    """Usual given names, as addresses write them."""
    return frozenset(folded(" ".join(load("given_names")["names"])).split())


def is_given(word: str) -> bool:
    """Whether a capitalised word is a usual given name, or several joined by a hyphen."""
    return word[:1].isupper() and all(part in given_names() for part in folded(word).split("-"))


def spellings(part: str) -> tuple[str, ...]:
    """A part of a name as it is folded, and as addresses write it that leave out what an umlaut became."""
    plain = part.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return (part,) if plain == part else (part, plain)
