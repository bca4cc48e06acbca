"""Stations: projects and posts with their periods, wherever the period stands beside what it dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reviewer.checks.anchors import MOST_WORDS_BESIDE, is_anchor, may_date, one_each, row_first, row_of
from reviewer.checks.company_patterns import find_sizes
from reviewer.checks.dated_points import find_dated_points
from reviewer.checks.dates import Period
from reviewer.checks.entry_heads import entry_starts
from reviewer.checks.flow import Flow
from reviewer.checks.labels import is_label
from reviewer.checks.late_patterns import late
from reviewer.checks.records import record
from reviewer.checks.sections import TOP, UNKNOWN, Section, heading_kind
from reviewer.checks.told_stints import find_listed, find_paragraphs, find_sentences
from reviewer.checks.vocabulary import lowered, terms

_WORKING = {"projects", "experience"}
PERHAPS = {UNKNOWN, TOP, "summary", "contact", "personal", "skills", "languages"}
_NEVER = {"education", "training", "references", "availability"}
_LEAST_STINTS = 2
_MOSTLY = 0.5
_LARGER = 1.04
_LINES_OF_HEAD = 3
# A cell with words to the right of a date.
_BESIDE = late(r"\t[^\n]*[^\W\d_]{2}")
_LEAST_ABOVE, _NEARLY, _WIDER = 2, 0.8, 0.15


@record
class Stint:
    """One dated entry: flow.text[begin:end] is all of it, with its period; section is what its heading is about.

    topic is the number of the line that heads a group of entries within the section, None where none does.
    """

    period: Period
    begin: int
    end: int
    section: str
    topic: int | None = None


def find_stints(flow: Flow, sections: Sequence[Section], periods: Sequence[Period]) -> list[Stint]:
    """The entries of the working life in reading order, those of learning and training left out.

    Below a heading that tells nothing, entries count where there are several with both ends, as nothing else has.
    """
    found: list[Stint] = []
    for section in sections:
        stints = list(_in_section(flow, section, periods)) if section.kind != "references" else []
        if section.kind in _NEVER:
            work = [one for one in stints if _is_work(flow, one)]
            found += work if len(work) >= _LEAST_STINTS else []
            continue
        if section.kind in _WORKING or (section.kind in PERHAPS and _is_career(stints)):
            found += stints
    if len(found) < _LEAST_STINTS:
        kinds = _WORKING | PERHAPS
        found = [
            stint for section in sections if section.kind in kinds for stint in _in_section(flow, section, periods)
        ]
    return found


def _is_work(flow: Flow, stint: Stint) -> bool:
    """Whether an entry below a heading of learning is a post all the same, as where a page begins without a heading."""
    rows = flow.text[stint.begin : stint.end].split("\n")
    told = "\n".join([row for row in rows if not is_label(row)][:_LINES_OF_HEAD])
    head = lowered(told)
    both = stint.period.ranged and (stint.period.last is None or stint.period.last != stint.period.first)
    leads = terms("tasks", "titles").hits(head) or bool(find_sizes(told))
    return both and leads and not terms("tasks", "learning").hits(head)


def _is_career(stints: Sequence[Stint]) -> bool:
    """Several periods, at least one of them over, and few mere dates."""
    ranged = [one for one in stints if one.period.ranged]
    over = any(one.period.last is not None for one in ranged)
    return over and len(ranged) >= _LEAST_STINTS and len(ranged) >= _MOSTLY * len(stints)


def _in_section(flow: Flow, section: Section, periods: Sequence[Period]) -> Iterator[Stint]:
    if section.first >= section.last:
        return
    begin = flow.starts[section.first]
    end = flow.starts[section.last - 1] + len(flow.lines[section.last - 1].text)
    within = [one for one in periods if begin <= one.begin < end and one.first]
    told = find_paragraphs(flow, begin, end, within) or find_sentences(flow, begin, end, within)
    if told:
        for one, first, last in told:
            yield Stint(period=one, begin=first, end=last, section=section.kind)
        return
    listed = [
        Stint(period=one, begin=first, end=last, section=section.kind)
        for one, first, last in find_listed(flow, begin, end, within)
    ]
    dated = {one.period for one in listed}
    within = [one for one in within if one not in dated] if dated else within
    yield from _with_listed(_by_anchors(flow, section, within), listed)


def _by_anchors(flow: Flow, section: Section, within: Sequence[Period]) -> Iterator[Stint]:
    """The entries of a section whose dates stand beside what they date."""
    end = flow.starts[section.last - 1] + len(flow.lines[section.last - 1].text)
    anchors = [one for one in within if is_anchor(flow, one)]
    closed = [one for one in within if one.ranged and one.last and may_date(flow, one)]
    if sum(one.ranged for one in anchors) < _MOSTLY * len(closed):
        anchors = closed
    anchors = one_each(flow, anchors)
    points = find_dated_points(flow, within, anchors)
    anchors = sorted([*anchors, *points], key=lambda one: one.begin) if points else anchors
    if anchors and not anchors[-1].ranged and not re.search(r"\w", flow.text[anchors[-1].end : end]):
        # With nothing behind it, it dates the document.
        anchors.pop()
    if not anchors:
        return
    if _are_at_foot(flow, section, anchors):
        yield from _above_dates(flow, section, anchors)
        return
    heads = entry_starts(flow, section, anchors)
    topic = heads[0] - 1 if heads[0] > section.first and _is_first_topic(flow, heads[0] - 1) else None
    for place, anchor in enumerate(anchors):
        last = heads[place + 1] if place + 1 < len(anchors) else section.last
        of, below = topic, last - 1
        if place + 1 < len(anchors) and flow.starts[below] > anchor.end and _is_topic(flow, below):
            topic, last = below, below
        finish = flow.starts[last] - 1 if last < len(flow.starts) else len(flow.text)
        yield Stint(
            period=anchor, begin=flow.starts[heads[place]], end=max(finish, anchor.end), section=section.kind, topic=of
        )


def _with_listed(stints: Iterable[Stint], listed: Sequence[Stint]) -> Iterator[Stint]:
    """The entries, each up to a paragraph within it that lists others, and those."""
    rest = list(listed)
    for stint in stints:
        inner = [one for one in rest if one.begin < stint.end]
        rest = [one for one in rest if one not in inner]
        first = next((one.begin for one in inner if one.begin > stint.begin), stint.end)
        yield replace(stint, end=max(stint.period.end, first))
        yield from inner
    yield from rest


def _are_at_foot(flow: Flow, section: Section, anchors: Sequence[Period]) -> bool:
    """Whether dates stand below what they date: in its column, with the widest gap between two of them right below."""
    rows = [row_first(flow, anchor.begin) for anchor in anchors]
    if len(rows) < _LEAST_STINTS or rows[0] - section.first < _LEAST_ABOVE:
        return False
    beside = sum(_BESIDE.search(flow.text[one.end : row_of(flow, one.end)[1]]) is not None for one in anchors)
    if beside > _MOSTLY * len(anchors):
        return False
    below = [flow.line_at(anchor.end - 1) + 1 for anchor in anchors]
    if any(len(flow.text[slice(*row_of(flow, anchor.begin))].split()) > MOST_WORDS_BESIDE for anchor in anchors):
        return False
    if any(not _is_below(flow, row) for row in rows):
        return False
    apart = sum(_is_widest_gap(flow, one, other) for one, other in zip(below, rows[1:], strict=False))
    return apart >= _NEARLY * (len(rows) - 1)


def _is_below(flow: Flow, number: int) -> bool:
    """Whether a row stands close below the one before it, in its column or towards the right edge."""
    higher = flow.lines[row_first(flow, flow.starts[number - 1]) : number]
    line, last = flow.lines[number], flow.line_at(row_of(flow, flow.starts[number])[1])
    gap = line.rect[1] - max(above.rect[3] for above in higher)
    right = max(each.rect[2] for each in flow.lines[number : last + 1])
    in_reach = any(above.rect[0] < right for above in higher)
    return higher[0].page == line.page and in_reach and -0.5 * line.size < gap < 2 * line.size


def _is_widest_gap(flow: Flow, below: int, row: int) -> bool:
    """Whether a line has more room above it, below a date, than the lines after it up to the next date's."""
    first, date = flow.lines[below], flow.lines[below - 1]
    gap = first.rect[1] - date.rect[3]
    if first.page != date.page or gap < -first.size:
        return True
    inner = [
        flow.lines[number].rect[1] - flow.lines[number - 1].rect[3]
        for number in range(below + 1, row + 1)
        if flow.lines[number].page == flow.lines[number - 1].page
    ]
    return gap > max(inner, default=gap) + _WIDER * first.size


def _above_dates(flow: Flow, section: Section, anchors: Sequence[Period]) -> Iterator[Stint]:
    """The entries of a section where each ends with its date."""
    begin = section.first
    for anchor in anchors:
        last = flow.line_at(anchor.end - 1)
        end = flow.starts[last] + len(flow.lines[last].text)
        yield Stint(period=anchor, begin=flow.starts[begin], end=end, section=section.kind)
        begin = last + 1


def _is_first_topic(flow: Flow, number: int) -> bool:
    """Whether a line above the first entry heads it: by its form, or by a heading's words with an industry."""
    text = flow.lines[number].text
    worded = heading_kind(text) in _WORKING and terms("industries", "words").hits(lowered(text))
    return worded or _is_topic(flow, number)


def _is_topic(flow: Flow, number: int) -> bool:
    """Whether a line heads the entries below it: an industry in bold type, larger than what stands around it."""
    line, below = flow.lines[number], flow.lines[number + 1]
    above = flow.lines[number - 1] if number else below
    larger = line.size > _LARGER * max(below.size, above.size)
    return line.bold and larger and terms("industries", "words").hits(lowered(line.text))


def is_learning(text: str) -> bool:
    """Whether an entry's head tells of learning, not of work."""
    return terms("tasks", "learning").hits(lowered(text)) and not terms("tasks", "titles").hits(lowered(text))
