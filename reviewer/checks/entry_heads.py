"""Where entries begin: the lines above their dates that belong to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reviewer.checks.anchors import BULLET, MOST_WORDS_BESIDE, ends_sentence, row_first, row_of
from reviewer.checks.company_patterns import patterns
from reviewer.checks.dates import Period
from reviewer.checks.flow import Flow
from reviewer.checks.labels import is_date_label, is_label
from reviewer.checks.late_patterns import late
from reviewer.checks.sections import Section
from reviewer.checks.vocabulary import load, lowered, terms

_MOSTLY = 0.5
_MOST_OF_A_LABEL = 3
_LEAST_LABELLED, _MOST_LABELLED, _NEARLY = 2, 3, 0.8
_LEAST_ALONE, _AGREED, _MOST_ABOVE = 2, 0.7, 2
_MOST_JOINED, _MOST_OF_A_HEAD = 3, 10
# How many lines stand from a title to the date of its entry, and how much wider the gap above it is, in its size.
_LEAST_BELOW_TITLE, _FAR_BELOW_TITLE, _MOST_BELOW_TITLE, _WIDER = 2, 3, 6, 0.15
Floored = tuple[Period, int]
"""A date, and the first line that its entry may begin with: below the date before it."""
_BRACKET = late(r"\([^()]*\)?")
_WORD = re.compile(r"[^\W\d_]{2,}")
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
    return above if above >= section.first and is_date_label(flow.text[begin:end]) else row


def entry_starts(flow: Flow, section: Section, anchors: Sequence[Period]) -> list[int]:
    """The line that each entry begins with.

    Where most dates stand alone, a row that tells beside its date what it dates has no lines above it, as one of
    self-employment or of a pause between posts.
    """
    floors = [section.first, *(flow.line_at(row_of(flow, one.end)[1]) + 1 for one in anchors[:-1])]
    titled = [_title_above(flow, section, one, floor) for one, floor in zip(anchors, floors, strict=True)]
    rows = [first_row(flow, section, one) for one in anchors]
    below = [row - title for row, title in zip(rows, titled, strict=True) if title is not None]
    if len(below) >= max(_LEAST_ALONE, _AGREED * len(anchors)) and max(below) >= _FAR_BELOW_TITLE:
        return [row if title is None else title for row, title in zip(rows, titled, strict=True)]
    whole = _whole_rows(flow, anchors)
    parted = [(one, floor) for one, floor in zip(anchors, floors, strict=True) if one not in whole]
    if whole and whole[0] is anchors[0]:
        above = _agreed_lines(flow, section, parted)
    else:
        above = _lines_above(flow, section, parted)
    return [
        max(floor, first_row(flow, section, one) if one in whole else _head_start(flow, section, one, above))
        for one, floor in zip(anchors, floors, strict=True)
    ]


def _whole_rows(flow: Flow, anchors: Sequence[Period]) -> list[Period]:
    """The dates in whose rows a post, a pause or self-employment is told; none where most dates do not stand alone."""
    beside = [one for one in anchors if _WORD.search(_words_beside(flow, one))]
    if len(anchors) - len(beside) < max(_LEAST_ALONE, len(beside)):
        return []
    return [one for one in beside if _tells_entry(lowered(_words_beside(flow, one)))]


def _words_beside(flow: Flow, anchor: Period) -> str:
    begin, end = row_of(flow, anchor.begin)[0], row_of(flow, anchor.end)[1]
    return flow.text[begin : anchor.begin] + " " + flow.text[anchor.end : end]


def _tells_entry(low: str) -> bool:
    known = (("claims", "claim"), ("claims", "interim"), ("claims", "explained"), ("tasks", "titles"))
    return any(terms(*key).hits(low) for key in known)


def _agreed_lines(flow: Flow, section: Section, anchors: Sequence[Floored]) -> int:
    """How many lines of an entry stand above its date as nearly all show, by their form or by their words; else 0."""
    for count_above in (_above_by_form, _above_by_words):
        votes = Counter(count_above(flow, section, *anchor) for anchor in anchors)
        count, times = votes.most_common(1)[0]
        if count and times >= _AGREED * len(anchors):
            return count
    return 0


def _above_by_words(flow: Flow, section: Section, anchor: Period, floor: int) -> int:
    """Rows above a date that belong to it by their words: a post and a company, unless some stand as near below."""
    row = first_row(flow, section, anchor)
    above: list[str] = []
    for _ in range(_MOST_ABOVE):
        if row > floor:
            higher = _higher(flow, section, row)
            above.append(flow.text[flow.starts[higher] : flow.starts[row] - 1])
            row = higher
    first = flow.line_at(row_of(flow, anchor.end)[1]) + 1
    below = [line.text for line in flow.lines[first : min(first + _MOST_ABOVE, section.last)]]
    count, other = _reach_of_head(above), _reach_of_head(below)
    return count if not other or count < other else 0


def _reach_of_head(rows: Sequence[str]) -> int:
    """Up to which of some rows a post and a company are named, beginning with 1; 0 where one of them is not."""
    short = [_outside_brackets(text) for text in rows]
    posts = [place for place, text in enumerate(short, start=1) if _names_post(text)]
    firms = [place for place, text in enumerate(short, start=1) if patterns()["legal"].search(" " + text)]
    return max(posts[0], firms[0]) if posts and firms else 0


def _names_post(text: str) -> bool:
    if len(text.split()) > MOST_WORDS_BESIDE or ends_sentence(text) or BULLET.match(text):
        return False
    return terms("tasks", "titles").hits(lowered(text)) and not terms("tasks", "reporting").hits(lowered(text))


def _higher(flow: Flow, section: Section, start: int) -> int:
    """The first line of the row above, or of the rows above that one bracket joins."""
    above = higher = row_first(flow, flow.starts[start - 1])
    for _ in range(_MOST_JOINED):
        text = flow.text[flow.starts[higher] : flow.starts[start]]
        if text.count(")") <= text.count("("):
            return higher
        if higher <= section.first:
            break
        higher = row_first(flow, flow.starts[higher - 1])
    return above


def _is_long(text: str) -> bool:
    return len(_outside_brackets(text).split()) > _MOST_OF_A_HEAD


def _outside_brackets(text: str) -> str:
    return _BRACKET.sub(" ", text) if "(" in text else text


def _lines_above(flow: Flow, section: Section, dated: Sequence[Floored]) -> int:
    """How many lines of an entry stand above its date, as the first entry and most others show."""
    anchors = [anchor for anchor, _ in dated]
    labelled = _labelled_rows(flow, section, anchors)
    if labelled:
        return labelled
    first = first_row(flow, section, anchors[0])
    lead = _lead(flow, range(section.first, first))
    if not lead or section.heading is None:
        return _agreed_lines(flow, section, dated[1:]) if section.heading is None and len(dated) > 1 else 0
    rows = len({row_of(flow, flow.starts[number]) for number in lead})
    # One's own work is told in fewer lines than a client's.
    others = _agreed_lines(flow, section, dated[1:]) if rows == 1 and len(dated) > _LEAST_LABELLED else 0
    if others > rows:
        return others
    if rows <= 2 and all(len(flow.lines[number].pieces) <= MOST_WORDS_BESIDE for number in lead):
        return rows
    return Counter(_above_by_form(flow, section, *one) for one in dated).most_common(1)[0][0]


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
    told = [
        number
        for number in numbers
        if not (_is_table_head(flow.lines[number].text) or ends_sentence(flow.lines[number].text))
    ]
    if len(told) <= _MOSTLY * len(numbers):
        told = [number for number in told if len(flow.lines[number].pieces) > _MOST_OF_A_LABEL]
    return told


def _above_by_form(flow: Flow, section: Section, anchor: Period, floor: int) -> int:
    """Lines above a date that belong to it by their form: set off by space above or heavier type, and short."""
    row = first_row(flow, section, anchor)
    count = 0
    for number in range(row - 1, max(floor, row - 3) - 1, -1):
        line, below = flow.lines[number], flow.lines[number + 1]
        joined = line.page == below.page and below.rect[1] - line.rect[3] < 0.5 * line.size
        if not joined or _is_long(line.text) or ends_sentence(line.text) or BULLET.match(line.text):
            break
        above = flow.lines[number - 1] if number > section.first else None
        apart = above is None or above.page != line.page or line.rect[1] - above.rect[3] > 0.5 * line.size
        if apart or (line.bold and not (above and above.bold)):
            count = row - number
            break
    if count and not apart and _heads_title(flow, number - 1, max(floor, section.first)):
        count += 1
    return count


def _heads_title(flow: Flow, number: int, floor: int) -> bool:
    """Whether a short line close above a heavier one is set off by space above, as a client above a post is."""
    if number < max(1, floor):
        return False
    above, line, below = flow.lines[number - 1], flow.lines[number], flow.lines[number + 1]
    if not above.page == line.page == below.page or abs(line.rect[0] - below.rect[0]) > 1:
        return False
    apart, joined = line.rect[1] - above.rect[3], below.rect[1] - line.rect[3]
    short = not _is_long(line.text) and not ends_sentence(line.text) and not BULLET.match(line.text)
    return short and joined < 0.5 * line.size < apart


def _title_above(flow: Flow, section: Section, anchor: Period, floor: int) -> int | None:
    """The bold line that an entry begins with some lines above its date, where the widest gap is above that line."""
    row = first_row(flow, section, anchor)
    number, gaps = row, [0.0]
    while number > floor and row - number < _MOST_BELOW_TITLE and not flow.lines[number].bold:
        above, line = flow.lines[number - 1], flow.lines[number]
        if above.page != line.page or BULLET.match(above.text):
            return None
        gaps.append(line.rect[1] - above.rect[3])
        number -= 1
    title = flow.lines[number]
    if not title.bold or row - number < _LEAST_BELOW_TITLE or _is_long(title.text) or ends_sentence(title.text):
        return None
    above = flow.lines[number - 1]
    apart = number == section.first or above.page != title.page
    return number if apart or title.rect[1] - above.rect[3] > max(gaps) + _WIDER * title.size else None


def _is_table_head(text: str) -> bool:
    if any(map(str.isdigit, text)):
        return False
    words = re.findall(r"[^\W\d_]{2,}", lowered(text))
    known = {*load("tasks")["labels"], *_TABLE_WORDS}
    return bool(words) and sum(word in known for word in words) >= 0.6 * len(words)


def _head_start(flow: Flow, section: Section, anchor: Period, above: int) -> int:
    """The line an entry begins with."""
    row = first_row(flow, section, anchor)
    start = row
    for _ in range(above):
        if start <= section.first:
            break
        higher = _higher(flow, section, start)
        text = flow.text[flow.starts[higher] : flow.starts[start] - 1]
        if (
            higher < section.first
            or BULLET.match(text)
            or ends_sentence(text)
            or len(_outside_brackets(text).split()) > MOST_WORDS_BESIDE
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
