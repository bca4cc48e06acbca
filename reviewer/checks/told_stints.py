"""Entries told in running text: sentences of what somebody was from when to when, and lists within one paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reviewer.checks.anchors import BEHIND_LAST
from reviewer.checks.company_patterns import find_sizes, patterns
from reviewer.checks.dates import Period
from reviewer.checks.flow import Flow
from reviewer.checks.late_patterns import late
from reviewer.checks.vocabulary import Span, lowered, terms

_LEAST_SENTENCES, _MOSTLY, _LEAST_WORDS, _FULL = 2, 0.7, 6, 0.75
_LEAST_LISTED, _REACH, _CLOSE = 2, 400, 0.6
_LEAST_PARAGRAPHS, _NEAR = 3, 160
# Between two sentences.
_SENTENCE_ENDS = late(
    rf"(?=[.!?])(?:{BEHIND_LAST}|(?<=\d))[.!?]\)?\s+(?=[A-ZÄÖÜ(])"
    r"|\n\s*(?=[•▪*–-]\s)"
)
# Somebody who did something.
_SPEAKS = late(
    r"\b(?:ich|er|sie|i|he|she)\b"
    r"|\b(?:war|leitete|führte|arbeitete|diente|verantwortete|übernahm|wechselte|was|led|served|worked|joined|headed)\b"
)
_LIST_LABEL = late(
    r"\b(?:mandate|projekte|einsätze|kunden|auftraggeber|stationen|assignments|mandates|projects|clients|engagements)"
    r"\s*(?:\([^()\n]{1,40}\)\s*)?:\s+"
)
_LIST_PARTS = late(r";\s+")
_WITHHELD = late(
    r"\b(?:auf anfrage|vertraulich\w*|name bekannt|name withheld|on request|confidential|undisclosed|anonym\w*)\b"
)


def find_sentences(flow: Flow, begin: int, end: int, periods: Sequence[Period]) -> list[tuple[Period, int, int]]:
    """Where flow.text[begin:end] tells its periods in sentences: the first of each, from its sentence to the next's.

    Empty where most of its periods stand elsewhere, as beside a post.
    """
    ranged = [one for one in periods if one.ranged and one.first]
    text = flow.text
    if len(ranged) < _LEAST_SENTENCES or not _SPEAKS.search(lowered(text[begin:end])):
        return []
    told: dict[int, Period] = {}
    count = 0
    for one in ranged:
        first, last = _sentence(text, begin, end, one)
        if runs_on(flow, first, last) and _tells_entry(text[first : one.begin] + " " + text[one.end : last]):
            told.setdefault(first, one)
            count += 1
    if len(told) < _LEAST_SENTENCES or count < _MOSTLY * len(ranged):
        return []
    edges = [*sorted(told), end]
    return [(told[first], first, _trimmed(text, first, after)) for first, after in pairwise(edges)]


def find_paragraphs(flow: Flow, begin: int, end: int, periods: Sequence[Period]) -> list[tuple[Period, int, int]]:
    """Where flow.text[begin:end] is paragraphs of running text with one period each, near their begins: those.

    A paragraph without any belongs to the one above it. Empty where most periods stand otherwise.
    """
    ranged = [one for one in periods if one.ranged and one.first]
    if len(ranged) < _LEAST_PARAGRAPHS:
        return []
    found: list[tuple[Period, int]] = []
    running, place = 0, begin
    while place < end:
        last = min(end, _paragraph_end(flow, place))
        within = [one for one in ranged if place <= one.begin < last]
        if len(within) == 1 and within[0].begin - place < _NEAR and runs_on(flow, place, last):
            found.append((within[0], place))
            running += "\n" in flow.text[place:last]
        elif within:
            return []
        place = last + 1
    if running < _LEAST_PARAGRAPHS or running < _MOSTLY * len(found):
        return []
    edges = [*(first for _, first in found), end]
    return [
        (one, first, _trimmed(flow.text, first, after))
        for (one, _), (first, after) in zip(found, pairwise(edges), strict=True)
    ]


def find_listed(flow: Flow, begin: int, end: int, periods: Sequence[Period]) -> list[tuple[Period, int, int]]:
    """The entries of a list in one paragraph within flow.text[begin:end]: a company with its period in each part.

    As in "Mandates: Muster AG (steel, 300 staff), 03/2021 – 06/2022, CFO; name on request, 2019 – 2020, CRO".
    """
    found: list[tuple[Period, int, int]] = []
    text = flow.text
    ranged = [one for one in periods if one.ranged and one.first]
    if not ranged:
        return []
    for label in _LIST_LABEL.finditer(lowered(text), begin, end):
        stop = min(end, _paragraph_end(flow, label.end()))
        edges = [label.end(), *(part.end() for part in _LIST_PARTS.finditer(text, label.end(), stop)), stop]
        for first, last in pairwise(edges):
            within = [one for one in ranged if first <= one.begin < last]
            if len(within) == 1 and _names_client(text[first : min(last, first + _REACH)]):
                found.append((within[0], first, _trimmed(text, first, last)))
        if len(found) >= _LEAST_LISTED:
            return found
    return []


def _paragraph_end(flow: Flow, place: int) -> int:
    """Where the lines end that follow close below each other, in one column, from a character on."""
    number = flow.line_at(place)
    while number + 1 < len(flow.lines):
        line, below = flow.lines[number], flow.lines[number + 1]
        close = -0.5 * line.size < below.rect[1] - line.rect[3] < _CLOSE * line.size
        if line.page == below.page and not (close and abs(line.rect[0] - below.rect[0]) < line.size):
            break
        number += 1
    return flow.starts[number] + len(flow.lines[number].text)


def _sentence(text: str, begin: int, end: int, period: Period) -> Span:
    """The sentence around a period within text[begin:end]; what is longer than any is cut off."""
    nearest = max(begin, period.begin - _REACH)
    first = nearest
    for found in _SENTENCE_ENDS.finditer(text, nearest, period.begin + 1):
        first = found.end()
    farthest = min(end, period.end + _REACH)
    after = _SENTENCE_ENDS.search(text, period.end, farthest)
    return first, after.start() if after else farthest


def runs_on(flow: Flow, first: int, last: int) -> bool:
    """Whether the lines of flow.text[first:last] are those of a paragraph: each but the last fills its column."""
    if "\t" in flow.text[first:last]:
        return False
    numbers = range(flow.line_at(first), flow.line_at(max(first, last - 1)) + 1)
    edge = max(max(flow.lines[number].rect[2], flow.reach(number)) for number in numbers)
    lines = [flow.lines[number] for number in numbers[:-1]]
    return all(line.rect[2] - line.rect[0] >= _FULL * (edge - line.rect[0]) for line in lines)


def _tells_entry(sentence: str) -> bool:
    """Whether a sentence says what somebody was or did at a company, in a post or for themselves."""
    low = lowered(sentence)
    if len(sentence.split()) < _LEAST_WORDS or not _SPEAKS.search(low) or terms("claims", "no_activity").hits(low):
        return False
    return terms("tasks", "titles").hits(low) or _names_client(sentence) or terms("claims", "interim").hits(low)


def _names_client(text: str) -> bool:
    if patterns()["legal"].search(" " + text) or find_sizes(text):
        return True
    low = lowered(text)
    return terms("industries", "words").hits(low) or _WITHHELD.search(low) is not None


def _trimmed(text: str, first: int, last: int) -> int:
    return first + len(text[first:last].rstrip(" \t\n;"))
