"""The person's name, from the head of the document, and which addresses bear it."""

from __future__ import annotations

import re
import unicodedata

from reviewer.checks.companies import patterns
from reviewer.checks.flow import Flow
from reviewer.checks.sections import heading_kind
from reviewer.checks.vocabulary import load, lowered, terms

_FIRST_LINES = 2
_SPELLED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ı": "i", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "å": "a"}
    | dict.fromkeys("'’`´")
)
_NAME_LABEL = re.compile(r"^\W*(?:name|vor- und nachname|full name)\W*:\s*", re.IGNORECASE)


def find_name(flow: Flow) -> set[str]:
    """The parts of the person's name, folded, from the largest line of capitalised words at the beginning."""
    best: tuple[float, set[str]] = (0.0, set())
    furniture = [line for line in flow.furniture if line.page == 1]
    for number, line in enumerate([*furniture, *flow.lines[:25]]):
        names = find_names(line.text, first=number < _FIRST_LINES) if line.page == 1 else []
        score = line.size - 0.2 * max(0, number - len(furniture))
        if names and score > best[0]:
            best = (score, {part for word in names for part in folded(word).split("-") if len(part) > 2})
    return best[1]


def find_names(text: str, *, first: bool) -> list[str]:
    """The words of a line that may be a person's name: capitalised, and not those of a trade."""
    words = [word.strip(",.") for word in _NAME_LABEL.sub("", text).split()]
    words = [word for word in words if word and word.lower() not in load("contacts")["beside_names"]]
    names = [word for word in words if word.lower() not in load("contacts")["particles"]]
    if not (2 <= len(names) <= 4 and len(words) <= 6):
        return []
    if not all(re.fullmatch(r"[^\W\d_](?:[\w'’-]+|)", word) and word[0].isupper() for word in names):
        return []
    low = lowered(" ".join(words))
    if heading_kind(" ".join(words)) or patterns()["legal"].search(" " + low):
        return []
    of_a_trade = terms("tasks", "titles").hits(low) or terms("industries", "words").hits(low)
    return [] if of_a_trade and not first else names


def folded(word: str) -> str:
    """A word in small plain letters, as addresses write it."""
    spelled = word.lower().translate(_SPELLED)
    return unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()


def bears(email: str, name: set[str]) -> bool:
    """Whether an address holds a part of the name."""
    return any(part in folded(email.replace("@", " ")) for part in name)
