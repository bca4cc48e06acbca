"""Statements that name the fields of a post, or say what holds for any: more than a title, and no task yet."""

from __future__ import annotations

import re

from reviewer.checks.company_patterns import patterns
from reviewer.checks.vocabulary import lowered, terms

_LABEL = re.compile(
    r"\W*(?:themen\w*|stichworte?|schlagworte?|schwerpunkte?\w*|aufgabengebiete?|aufgabenbereiche?|tätigkeitsfelder"
    r"|fachgebiete?|gebiete|felder|topics?|keywords?|key words|subjects?|scope"
    r"|focus(?: areas?| on)?|focuss?ed on|fokus(?: auf)?|fields|covering"
    r"|covered|key areas|main areas)(?:\s+(?:auf|in|im|bereich))*(?:\s*:|(?=\s+[^\W\d_]))\s*",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[,;/|+&·•]\s*|\s+(?:und|and|sowie|as well as)\s+", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_MOST_OF_A_PART, _LEAST_PARTS = 3, 2
_MOST_KNOWN, _HALF = 0.6, 0.5
_MOST_OF_VAGUE = 6


def names_subjects(text: str, words: int) -> bool:
    """Whether a statement is a list of fields without a doing, or a phrase such as "day-to-day business"."""
    low = lowered(text)
    if words <= _MOST_OF_VAGUE and terms("tasks", "vague").hits(low):
        return True
    if _DIGIT.search(low):
        return False
    label = _LABEL.match(text)
    parts = [part for part in _PARTS.split((text[label.end() :] if label else text).strip(" .:;•–-")) if part]
    if len(parts) < (1 if label else _LEAST_PARTS) or any(len(part.split()) > _MOST_OF_A_PART for part in parts):
        return False
    if patterns()["legal"].search(" " + text):
        return False
    known = [any(begin == 0 for begin, _ in terms("tasks", "functions").find(lowered(part))) for part in parts]
    if any(terms("tasks", "titles").hits(lowered(part)) for part, told in zip(parts, known, strict=True) if not told):
        return False
    return sum(known) >= (_HALF if label else _MOST_KNOWN) * len(parts)
