"""Where entries begin: the lines above their dates that belong to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reviewer.checks.anchors import BULLET, MOST_WORDS_BESIDE, SENTENCE, row_first, row_of
from reviewer.checks.dates import Period
from reviewer.checks.flow import Flow
from reviewer.checks.labels import DATE_LABEL, is_label
from reviewer.checks.sections import Section
from reviewer.checks.vocabulary import load, lowered

_MOSTLY = 0.5
_MOST_OF_A_LABEL = 3
_LEAST_LABELLED, _MOST_LABELLED, _NEARLY = 2, 3, 0.8
_TABLE_WORDS = frozenset(
    ("zeitraum", "wann", "when", "was", "what", "bis", "from", "to", "until", "und", "and", "jahr", "year")
)


def first_row(flow: Flow, section: Section, anchor: Period) -> int:
    """The first line of a date's row, or of the row above where that is nothing but the date's label."""
    row = row_first(flow, anchor.begin)
    if row <= section.first:
        return row
    above = row_first(flow, flow.starts[row - 1])
    begin, end = row_of(flow, flow.starts[above])
    return above if above >= section.first and DATE_LABEL.match(flow.text[begin:end]) else row


def lines_above(flow: Flow, section: Section, anchors: Sequence[Period]) -> int:
    """How many lines of an entry stand above its date, as the first entry and most others show."""
    labelled = _labelled_rows(flow, section, anchors)
    if labelled:
        return labelled
    first = first_row(flow, section, anchors[0])
    lead = _lead(flow, range(section.first, first))
    if not lead or section.heading is None:
        votes = Counter(_above_by_form(flow, section, anchor) for anchor in anchors[1:])
        count, times = votes.most_common(1)[0] if votes else (0, 0)
        return count if section.heading is None and times >= 0.7 * max(1, len(anchors) - 1) else 0
    rows = len({row_of(flow, flow.starts[number]) for number in lead})
    if rows <= 2 and all(len(flow.lines[number].pieces) <= MOST_WORDS_BESIDE for number in lead):
        return rows
    return Counter(_above_by_form(flow, section, anchor) for anchor in anchors).most_common(1)[0][0]


def _labelled_rows(flow: Flow, section: Section, anchors: Sequence[Period]) -> int:
    """How many rows above its date each entry begins with the same label, as in a form; 0 where none does."""
    starts = [first_row(flow, section, anchor) for anchor in anchors]
    for rows in range(1, _MOST_LABELLED + 1):
        starts = [row_first(flow, flow.starts[start - 1]) if start > section.first else -1 for start in starts]
        labels = [lowered(flow.lines[start].text).strip(" :") if start >= section.first else "" for start in starts]
        if not labels[0] or len(anchors) < _LEAST_LABELLED:
            break
        if is_label(labels[0]) and labels.count(labels[0]) >= _NEARLY * len(labels):
            return rows
    return 0


def _lead(flow: Flow, numbers: Sequence[int]) -> list[int]:
    """The lines before the first date without a table's head; where most are its labels, other short ones are too."""
    told = [number for number in numbers if not _is_table_head(flow.lines[number].text)]
    if len(told) <= _MOSTLY * len(numbers):
        told = [number for number in told if len(flow.lines[number].pieces) > _MOST_OF_A_LABEL]
    return told


def _above_by_form(flow: Flow, section: Section, anchor: Period) -> int:
    """Lines above a date that belong to it by their form: set off by space above or heavier type, and short."""
    row = first_row(flow, section, anchor)
    count = 0
    for number in range(row - 1, max(section.first, row - 3) - 1, -1):
        line, below = flow.lines[number], flow.lines[number + 1]
        joined = line.page == below.page and below.rect[1] - line.rect[3] < 0.5 * line.size
        if not joined or len(line.pieces) > 10 or SENTENCE.search(line.text) or BULLET.match(line.text):
            break
        above = flow.lines[number - 1] if number > section.first else None
        apart = above is None or above.page != line.page or line.rect[1] - above.rect[3] > 0.5 * line.size
        if apart or (line.bold and not (above and above.bold)):
            count = row - number
            break
    return count


def _is_table_head(text: str) -> bool:
    if any(map(str.isdigit, text)):
        return False
    words = re.findall(r"[^\W\d_]{2,}", lowered(text))
    known = {*load("tasks")["labels"], *_TABLE_WORDS}
    return bool(words) and sum(word in known for word in words) >= 0.6 * len(words)


def head_start(flow: Flow, section: Section, anchor: Period, above: int) -> int:
    """The line an entry begins with."""
    row = first_row(flow, section, anchor)
    start = row
    for _ in range(above):
        if start <= section.first:
            break
        higher = row_first(flow, flow.starts[start - 1])
        text = flow.text[slice(*row_of(flow, flow.starts[higher]))]
        if (
            higher < section.first
            or BULLET.match(text)
            or SENTENCE.search(text)
            or len(text.split()) > MOST_WORDS_BESIDE
        ):
            break
        start = higher
    return start - 1 if above and start - 1 >= section.first and _is_wrapped_title(flow, start - 1) else start


def _is_wrapped_title(flow: Flow, number: int) -> bool:
    """Whether a line, set as the next and close above it, stands apart from what is before, as a title's first does."""
    line, below = flow.lines[number], flow.lines[number + 1]
    if line.bold != below.bold or abs(line.rect[0] - below.rect[0]) > 1 or line.page != below.page:
        return False
    higher = flow.lines[number - 1] if number else line
    gap = line.rect[1] - higher.rect[3]
    apart = gap > 0.5 * line.size or gap < -line.size or higher.page != line.page
    return apart and abs(below.rect[1] - line.rect[3]) < 0.5 * line.size and not BULLET.match(line.text)
