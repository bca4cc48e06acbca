"""To whom a letter before the CV is addressed."""

from __future__ import annotations

import re

from reviewer.checks.company_patterns import patterns
from reviewer.checks.given_names import folded
from reviewer.checks.late_patterns import late
from reviewer.checks.names import Name
from reviewer.checks.vocabulary import load, lowered

_ADDRESSED = late(r"^(?:an|to|z\. ?hd\.?|attn\.?|herrn?|frau|mr|mrs|ms|firma)\b", re.IGNORECASE)
_REACH, _ADDRESSEE_LINES = 700, 9


def is_before_greeting(text: str, begin: int) -> bool:
    """Whether a letter's greeting follows soon."""
    return _greeting(text, begin) is not None


def is_addressee(text: str, begin: int, name: Name) -> bool:
    """Whether a letter's greeting follows, and the place is among the lines above it that are addressed."""
    greeting = _greeting(text, begin)
    if greeting is None:
        return False
    greeted = {part for part in folded(_line_at(text, greeting)).split() if len(part) > 3}
    begins = greeting
    for line in reversed(text[:greeting].rstrip("\n").split("\n")[-_ADDRESSEE_LINES:]):
        begins -= len(line) + 1
        words = set(re.findall(r"[a-z-]+", folded(line)))
        if words & name.parts:
            return False
        named = words & greeted or patterns()["legal"].search(" " + line) or _ADDRESSED.match(line.strip())
        if named and begins <= begin:
            return True
    return False


def _greeting(text: str, begin: int) -> int | None:
    """Where the row begins that greets somebody, not far behind a place."""
    ahead = lowered(text[begin : begin + _REACH])
    at = min((place for word in load("contacts")["greeting"] if (place := ahead.find(word)) >= 0), default=-1)
    return None if at < 0 else text.rfind("\n", 0, begin + at) + 1


def _line_at(text: str, begin: int) -> str:
    end = text.find("\n", begin)
    return text[begin : len(text) if end < 0 else end]
