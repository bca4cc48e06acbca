"""Agencies that hand a person over, told by what a document says below their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reviewer.checks.flow import Flow
from reviewer.checks.given_names import folded
from reviewer.checks.vocabulary import load, lowered, terms

_WORDS = re.compile(r"[a-z]{3,}")
_LEAST_LABEL = 6
_MOST_WORDS = 6
Agency = frozenset[str]


def hands_over(row: str) -> bool:
    """Whether a row begins with words that hand the person over, but for words such as "this profile was"."""
    low = lowered(row)
    told = sorted(place for kind in ("handed_over", "announced") for place in terms("contacts", kind).find(low))
    before = re.findall(r"[^\W\d_]+", low[: told[0][0]]) if told else []
    return bool(told) and set(before) <= set(load("contacts")["of_document"])


def find_agencies(flow: Flow) -> tuple[Agency, ...]:
    """The words of each short line that the next one makes an agency's name."""
    found = []
    for lines in (flow.furniture, flow.lines):
        for line, below in pairwise(lines):
            if "@" not in line.text and len(line.pieces) <= _MOST_WORDS and hands_over(below.text):
                found.append(frozenset(_WORDS.findall(folded(line.text))))
    return tuple(found)


def is_at(email: str, agencies: Sequence[Agency]) -> bool:
    """Whether the site of an address is made of the words of an agency's name."""
    for label in folded(email).partition("@")[2].split(".")[:-1]:
        words = set(_WORDS.findall(label))
        if len(label) >= _LEAST_LABEL and words and any(words <= agency for agency in agencies):
            return True
    return False
