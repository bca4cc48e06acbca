"""The labels of an entry's parts, its industry and its period, as "Aufgaben:" or "project period", known by words."""

from __future__ import annotations

import re
from functools import cache

from reviewer.checks.vocabulary import kept_for_now, load, lowered

_DATE_LABEL = re.compile(
    r"^\W*(?:[a-zäöü]{0,12}zeitraum|zeit|einsatzzeit|[a-zäöü]{0,12}dauer|datum|daten|[a-zäöü]{0,12}laufzeit|beginn|start|von"
    r"|von\s*[-–/]\s*bis|von bis"
    r"|wann|(?:[a-z]{4,12}\s)?(?:period|duration|time\s?frame|term|dates?)|time|when|from\s*[-–/]\s*to)\W*$"
)
_DOING_LABEL = re.compile(
    r"\W*(?:(?:haupt|kern|projekt)|(?:key|main|core)\s)?(?:aufgaben?(?:gebiet|bereich|stellung)?|tätigkeit(?:en)?|ergebnisse?"
    r"|erfolge?|resultate?|maßnahmen|leistungen|tasks?|duties|responsibilities|activities|results?|achievements?|actions?"
    r"|deliverables)\W*"
)
_FIRST = re.compile(r"\W*(\w+)")
_INNER = re.compile(r"\W*(\w(?:.*\w)?)\W*", re.DOTALL)
_JOINT = re.compile(r"\s*(?:/|&|,|\bund\b|\band\b)\s*")
_LABELLED = re.compile(r"\W*(\w(?:[^:]*\w)?)\W*(?::|$)\s*")


@kept_for_now
def is_label(text: str) -> bool:
    """Whether a text is the label of a part of an entry, or of its industry, and no more."""
    inner = _INNER.fullmatch(text) if _begins_with_label(text) else None
    if inner is None:
        return is_date_label(text)
    words = inner[1].lower()
    if words in _industries() or _are_labels(words):
        return True
    head, _, last = words.rpartition("/")
    head, last = head.rstrip(), last.lstrip()
    joined = (last in _industries() or last in _labels()) and (head in _industries() or _are_labels(head))
    return joined or is_date_label(text)


def is_date_label(text: str) -> bool:
    """Whether a text is what stands before the period of an entry, as "Einsatzdauer" or "Project period:"."""
    return _DATE_LABEL.match(lowered(text)) is not None


def is_doing_label(text: str) -> bool:
    """Whether a text is the label of what was done or achieved, and no more."""
    return _DOING_LABEL.fullmatch(lowered(text)) is not None


@kept_for_now
def without_label(text: str) -> str:
    """A text without the labels of an entry's parts that it begins with, and their colon."""
    labelled = _LABELLED.match(text) if _begins_with_label(text) else None
    return text[labelled.end() :] if labelled and _are_labels(labelled[1].lower()) else text


def _begins_with_label(text: str) -> bool:
    first = _FIRST.match(text)
    return first is not None and first[1].lower() in _first_words()


def _are_labels(words: str) -> bool:
    """Whether words in small letters are the label of a part, or several that are joined, as "tasks and results"."""
    return words in _labels() or any(
        words[: joint.start()] in _labels() and _are_labels(words[joint.end() :]) for joint in _JOINT.finditer(words)
    )


@cache
def _labels() -> frozenset[str]:
    return frozenset(load("tasks")["labels"])


@cache
def _industries() -> frozenset[str]:
    return frozenset(load("industries")["label"])


@cache
def _first_words() -> frozenset[str]:
    return frozenset(label.split()[0] for label in _labels() | _industries())
