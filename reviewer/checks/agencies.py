"""Agencies that hand a person over, told by what a document says below their names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.checks.company_patterns import patterns
from reviewer.checks.flow import Flow
from reviewer.checks.given_names import folded
from reviewer.checks.late_patterns import late
from reviewer.checks.spots import TOLD, is_label
from reviewer.checks.vocabulary import load, lowered, terms

_WORDS = re.compile(r"[a-z]{3,}")
_NAMED = re.compile(r"[A-ZÄÖÜ][^\W\d_]+")
_HANDING = ("handed_over", "announced", "others", "agencies")
_CELLS = late(r"[|·•,:;(]|\s[–-]\s|\t")
_BY = (" von", " durch", " by")
_LEAST_LABEL = 6
_MOST_WORDS = 6
Agency = frozenset[str]


def hands_over(row: str) -> bool:
    """Whether a row begins with words that hand the person over, but for words such as "this profile was"."""
    low = lowered(row)
    told = sorted(place for kind in ("handed_over", "announced") for place in terms("contacts", kind).find(low))
    before = re.findall(r"[^\W\d_]+", low[: told[0][0]]) if told else []
    return bool(told) and set(before) <= set(load("contacts")["of_document"])


def only_asks(words: str) -> bool:
    """Whether words ask for a message and name nobody, as "enquiries please to" does before an address."""
    low = lowered(words)
    asking = terms("contacts", "asking").find(low)
    if not asking or patterns()["legal"].search(" " + words):
        return False
    others = (one for kind in _HANDING for one in terms("contacts", kind).find(low))
    if any(not any(begin <= one[0] and one[1] <= end for begin, end in asking) for one in others):
        return False
    rest = TOLD.sub(" ", words[max(end for _, end in asking) :])
    return all(is_label(lowered(word)) for word in _NAMED.findall(rest))


def find_agencies(flow: Flow, margins: Sequence[str] = ()) -> tuple[Agency, ...]:
    """The words of each short line that the next one makes an agency's name, or that a row tells to hand over.

    margins are headers and footers that the pages do not show.
    """
    lines = (*flow.furniture, *flow.lines)
    rows = [line.text for line in lines] + [row for text in margins for row in text.split("\n")]
    telling = _telling(rows)
    found = [agency for number in telling if (agency := _handing(rows[number]))]
    first = {0, len(flow.furniture)}
    for number in (one for one in telling if one < len(lines) and one not in first):
        line, below = lines[number - 1].text, rows[number]
        short = "@" not in line and len(lines[number - 1].pieces) <= _MOST_WORDS and _NAMED.search(line) is not None
        post = short and terms("tasks", "titles").hits(lowered(line))
        if short and not post and hands_over(below) and not only_asks(below):
            found.append(frozenset(_WORDS.findall(folded(line))))
    return tuple(found)


def _telling(rows: Sequence[str]) -> list[int]:
    """The numbers of the rows with words by which somebody may be handed over."""
    handing, announcing = (terms("contacts", kind) for kind in ("handed_over", "announced"))
    lows = map(lowered, rows)
    return [number for number, low in enumerate(lows) if handing.hits(low) or announcing.hits(low)]


def _handing(row: str) -> Agency:
    """The words after those by which somebody hands the person over, as in "introduced by"."""
    low = lowered(row)
    told = [end for _, end in terms("contacts", "handed_over").find(low) if low[:end].endswith(_BY)]
    name = _CELLS.split(TOLD.sub(" ", row[max(told) :]))[0] if told else ""
    return frozenset(_WORDS.findall(folded(name)))


def is_at(email: str, agencies: Sequence[Agency]) -> bool:
    """Whether the site of an address is made of the words of an agency's name."""
    for label in folded(email).partition("@")[2].split(".")[:-1]:
        words = set(_WORDS.findall(label))
        if len(label) >= _LEAST_LABEL and words and any(words <= agency for agency in agencies):
            return True
    return False
