"""Stations: projects and posts with their periods, wherever the period stands beside what it dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.checks.company_patterns import find_sizes
from reviewer.checks.dates import Period
from reviewer.checks.flow import Flow
from reviewer.checks.labels import is_label
from reviewer.checks.sections import TOP, UNKNOWN, Section
from reviewer.checks.vocabulary import load, lowered, terms

_WORKING = {"projects", "experience"}
PERHAPS = {UNKNOWN, TOP, "summary", "contact", "personal", "skills", "languages"}
_NEVER = {"education", "training", "references", "availability"}
_LEAST_STINTS = 2
_MOSTLY = 0.5
_EDGE = 4.0
_LARGER = 1.04
_BULLET = re.compile(r"^\s*(?:[•●○◦▪■□▸►▶‣⁃∙·*»✓✔◆➢➤→o§-]|–)\s")
_LABEL = re.compile(
    r"^\W*(?:[a-zäöü]{0,12}zeitraum|zeit|einsatzzeit|[a-zäöü]{0,12}dauer|datum|daten|[a-zäöü]{0,12}laufzeit|beginn|start|von"
    r"|von\s*[-–/]\s*bis|von bis"
    r"|wann|period|project period|dates?|duration|time|time frame|timeframe|term|when|from\s*[-–/]\s*to)\W*$",
    re.IGNORECASE,
)
# The running number of an entry, as in "[C2] 2019 – 2025".
_COUNTED = re.compile(
    r"^\W*(?:(?:projekt|project|mandat|mandate|einsatz|assignment|station|position|no\.?|nr\.?)\s*)?[A-Z]?\d{1,2}[\]).:|]+\s*$",
    re.IGNORECASE,
)
_MOST_WORDS_BESIDE = 13
_MOST_OF_A_LABEL = 3
_MOST_OF_A_TITLE = 6
_LINES_OF_HEAD = 3
_LEAST_ABOVE, _NEARLY, _WIDER = 2, 0.8, 0.15
_TABLE_WORDS = frozenset(
    ("zeitraum", "wann", "when", "was", "what", "bis", "from", "to", "until", "und", "and", "jahr", "year")
)
_APART = re.compile(r"[\t(|,–-]\s*$")
_SENTENCE = re.compile(r"[.!?]\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
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
    anchors = [one for one in within if _is_anchor(flow, one)]
    closed = [one for one in within if one.ranged and one.last and _may_date(flow, one)]
    if sum(one.ranged for one in anchors) < _MOSTLY * len(closed):
        anchors = closed
    anchors = _one_each(flow, anchors)
    if anchors and not anchors[-1].ranged and not re.search(r"\w", flow.text[anchors[-1].end : end]):
        # With nothing behind it, it dates the document.
        anchors.pop()
    if not anchors:
        return
    if _are_at_foot(flow, section, anchors):
        yield from _above_dates(flow, section, anchors)
        return
    above = _lines_above(flow, section, anchors)
    heads = [_head_start(flow, section, anchor, above) for anchor in anchors]
    topic = heads[0] - 1 if heads[0] > section.first and _is_topic(flow, heads[0] - 1) else None
    for place, anchor in enumerate(anchors):
        last = heads[place + 1] if place + 1 < len(anchors) else section.last
        of, below = topic, last - 1
        if place + 1 < len(anchors) and flow.starts[below] > anchor.end and _is_topic(flow, below):
            topic, last = below, below
        finish = flow.starts[last] - 1 if last < len(flow.starts) else len(flow.text)
        yield Stint(
            period=anchor, begin=flow.starts[heads[place]], end=max(finish, anchor.end), section=section.kind, topic=of
        )


def _are_at_foot(flow: Flow, section: Section, anchors: Sequence[Period]) -> bool:
    """Whether dates stand below what they date: in its column, with the widest gap between two of them right below."""
    rows = [_row_first(flow, anchor.begin) for anchor in anchors]
    if len(rows) < _LEAST_STINTS or rows[0] - section.first < _LEAST_ABOVE:
        return False
    below = [flow.line_at(anchor.end - 1) + 1 for anchor in anchors]
    if any(len(flow.text[slice(*_row(flow, anchor.begin))].split()) > _MOST_WORDS_BESIDE for anchor in anchors):
        return False
    if any(not _is_below(flow, row) for row in rows):
        return False
    apart = sum(_is_widest_gap(flow, one, other) for one, other in zip(below, rows[1:], strict=False))
    return apart >= _NEARLY * (len(rows) - 1)


def _is_below(flow: Flow, number: int) -> bool:
    """Whether a row stands close below the one before it, in its column."""
    higher = flow.lines[_row_first(flow, flow.starts[number - 1]) : number]
    line, last = flow.lines[number], flow.line_at(_row(flow, flow.starts[number])[1])
    gap = line.rect[1] - max(above.rect[3] for above in higher)
    left, right = line.rect[0], max(each.rect[2] for each in flow.lines[number : last + 1])
    overlapping = any(above.rect[0] < right and above.rect[2] > left for above in higher)
    return higher[0].page == line.page and overlapping and -0.5 * line.size < gap < 2 * line.size


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


def _is_topic(flow: Flow, number: int) -> bool:
    """Whether a line heads the entries below it: an industry in bold type, larger than what stands around it."""
    line, below = flow.lines[number], flow.lines[number + 1]
    above = flow.lines[number - 1] if number else below
    larger = line.size > _LARGER * max(below.size, above.size)
    return line.bold and larger and terms("industries", "words").hits(lowered(line.text))


def _row(flow: Flow, place: int) -> tuple[int, int]:
    """The text of lines side by side around a character."""
    begin = flow.text.rfind("\n", 0, place) + 1
    end = flow.text.find("\n", place)
    return begin, len(flow.text) if end < 0 else end


def _is_anchor(flow: Flow, period: Period) -> bool:
    """Whether a date dates an entry: at the edge of its row, and not a word of a sentence."""
    begin, _ = _row(flow, period.begin)
    _, end = _row(flow, period.end)
    before, after = flow.text[begin : period.begin], flow.text[period.end : end]
    if terms("claims", "no_activity").hits(lowered(before)):
        return False
    words_before = len(re.findall(r"\w{2,}", before)) if not (_LABEL.match(before) or _COUNTED.match(before)) else 0
    words_after = len(re.findall(r"\w{2,}", after))
    if not period.ranged:
        first = words_before == 0 and words_after <= _MOST_WORDS_BESIDE and not _inside_sentence(flow, begin, before)
        if _SENTENCE.search(flow.text[begin:end]) and words_before + words_after > _MOST_OF_A_LABEL:
            return False
        return first or (
            words_before <= _MOST_WORDS_BESIDE and (_ends_row(before, after) or _ends_title(before, after))
        )
    if words_before == 0:
        return not _inside_sentence(flow, begin, before)
    edge = not after.strip(" )]|,:–-\t") and words_before <= _MOST_WORDS_BESIDE
    short = words_before + words_after <= _MOST_WORDS_BESIDE and "\t" in flow.text[begin:end]
    return (edge or short or words_before + words_after <= 9) and not _BULLET.match(flow.text[begin:end])


def _ends_row(before: str, after: str) -> bool:
    """Whether a date stands apart at the end of its row, as in a last column or in brackets."""
    return not after.strip(" )]|,:–-\t") and _APART.search(before) is not None and not _BULLET.match(before)


def _ends_title(before: str, after: str) -> bool:
    """Whether a lone year ends the row of a title, as in "Interim CIO 2014"."""
    told = not after.strip(" )]|,:–-\t") and not _BULLET.match(before) and len(before.split()) <= _MOST_OF_A_TITLE
    return told and terms("tasks", "titles").hits(lowered(before))


def _may_date(flow: Flow, period: Period) -> bool:
    """Whether a period in the midst of a row may date an entry all the same, where no better place is to be found."""
    begin, _ = _row(flow, period.begin)
    _, end = _row(flow, period.end)
    around = flow.text[begin : period.begin] + flow.text[period.end : end]
    if terms("claims", "no_activity").hits(lowered(around)) or _BULLET.match(flow.text[begin:end]):
        return False
    return len(around.split()) <= 2 * _MOST_WORDS_BESIDE and not _inside_sentence(
        flow, begin, flow.text[begin : period.begin]
    )


def _inside_sentence(flow: Flow, begin: int, before: str) -> bool:
    """A row that goes on with the sentence of the row above: that one runs to the edge and does not end."""
    if begin == 0 or before.strip():
        return False
    number = flow.line_at(begin)
    if number == 0:
        return False
    above, line = flow.lines[number - 1], flow.lines[number]
    if (
        above.page != line.page
        or abs(above.rect[0] - line.rect[0]) > 3
        or line.rect[1] - above.rect[3] > 0.4 * line.size
    ):
        return False
    return (
        above.text.rstrip()
        .lower()
        .endswith((" von", " seit", " in", " im", " from", " since", " of", " between", " zwischen"))
    )


def _one_each(flow: Flow, anchors: list[Period]) -> list[Period]:
    """One anchor a row, a period before a mere date; where periods date entries, dates set otherwise are details."""
    ranged = [one for one in anchors if one.ranged]
    forms = [_form(flow, one) for one in ranged]
    mostly = len(ranged) >= 3 and len(ranged) >= len(anchors) / 3
    found: list[Period] = []
    for one in anchors:
        if not one.ranged and (mostly or not _begins_row(flow, one)):
            form = _form(flow, one)
            if not any(_is_alike(form, other) for other in forms):
                continue
        if found and _row(flow, found[-1].begin) == _row(flow, one.begin):
            if one.ranged and not found[-1].ranged:
                found[-1] = one
            continue
        found.append(one)
    return found


def _begins_row(flow: Flow, one: Period) -> bool:
    return not re.search(r"\w", flow.text[_row(flow, one.begin)[0] : one.begin])


Form = tuple[float, float, float, bool, bool, bool, bool]


def _form(flow: Flow, one: Period) -> Form:
    """How a date is set: the edges of its line, its type, whether words stand before or after, and months."""
    begin, end = _row(flow, one.begin)
    line = flow.lines[flow.line_at(one.begin)]
    alone = not re.search(r"\w", flow.text[one.end : end])
    before = re.search(r"\w", flow.text[begin : one.begin]) is not None
    return line.rect[0], line.rect[2], round(line.size), line.bold, before, alone, one.exact


def _is_alike(one: Form, other: Form) -> bool:
    return one[2:] == other[2:] and (abs(one[0] - other[0]) < _EDGE or abs(one[1] - other[1]) < _EDGE)


def _row_first(flow: Flow, place: int) -> int:
    return flow.line_at(_row(flow, place)[0])


def _first_row(flow: Flow, section: Section, anchor: Period) -> int:
    """The first line of a date's row, or of the row above where that is nothing but the date's label."""
    row = _row_first(flow, anchor.begin)
    if row <= section.first:
        return row
    above = _row_first(flow, flow.starts[row - 1])
    begin, end = _row(flow, flow.starts[above])
    return above if above >= section.first and _LABEL.match(flow.text[begin:end]) else row


def _lines_above(flow: Flow, section: Section, anchors: Sequence[Period]) -> int:
    """How many lines of an entry stand above its date, as the first entry and most others show."""
    first = _first_row(flow, section, anchors[0])
    lead = _lead(flow, range(section.first, first))
    if not lead or section.heading is None:
        votes = Counter(_above_by_form(flow, section, anchor) for anchor in anchors[1:])
        count, times = votes.most_common(1)[0] if votes else (0, 0)
        return count if section.heading is None and times >= 0.7 * max(1, len(anchors) - 1) else 0
    rows = len({_row(flow, flow.starts[number]) for number in lead})
    if rows <= 2 and all(len(flow.lines[number].pieces) <= _MOST_WORDS_BESIDE for number in lead):
        return rows
    return Counter(_above_by_form(flow, section, anchor) for anchor in anchors).most_common(1)[0][0]


def _lead(flow: Flow, numbers: Sequence[int]) -> list[int]:
    """The lines before the first date without a table's head; where most are its labels, other short ones are too."""
    told = [number for number in numbers if not _is_table_head(flow.lines[number].text)]
    if len(told) <= _MOSTLY * len(numbers):
        told = [number for number in told if len(flow.lines[number].pieces) > _MOST_OF_A_LABEL]
    return told


def _above_by_form(flow: Flow, section: Section, anchor: Period) -> int:
    """Lines above a date that belong to it by their form: set off by space above or heavier type, and short."""
    row = _first_row(flow, section, anchor)
    count = 0
    for number in range(row - 1, max(section.first, row - 3) - 1, -1):
        line, below = flow.lines[number], flow.lines[number + 1]
        joined = line.page == below.page and below.rect[1] - line.rect[3] < 0.5 * line.size
        if not joined or len(line.pieces) > 10 or _SENTENCE.search(line.text) or _BULLET.match(line.text):
            break
        above = flow.lines[number - 1] if number > section.first else None
        apart = above is None or above.page != line.page or line.rect[1] - above.rect[3] > 0.5 * line.size
        if apart or (line.bold and not (above and above.bold)):
            count = row - number
            break
    return count


def _is_table_head(text: str) -> bool:
    words = re.findall(r"[^\W\d_]{2,}", lowered(text))
    known = {*load("tasks")["labels"], *_TABLE_WORDS}
    return bool(words) and sum(word in known for word in words) >= 0.6 * len(words)


def _head_start(flow: Flow, section: Section, anchor: Period, above: int) -> int:
    """The line an entry begins with."""
    row = _first_row(flow, section, anchor)
    start = row
    for _ in range(above):
        if start <= section.first:
            break
        higher = _row_first(flow, flow.starts[start - 1])
        text = flow.text[slice(*_row(flow, flow.starts[higher]))]
        if (
            higher < section.first
            or _BULLET.match(text)
            or _SENTENCE.search(text)
            or len(text.split()) > _MOST_WORDS_BESIDE
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
    return apart and abs(below.rect[1] - line.rect[3]) < 0.5 * line.size and not _BULLET.match(line.text)


def is_learning(text: str) -> bool:
    """Whether an entry's head tells of learning, not of work."""
    return terms("tasks", "learning").hits(lowered(text)) and not terms("tasks", "titles").hits(lowered(text))
