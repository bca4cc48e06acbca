"""Dates that date an entry, by where they stand in their rows and by how they are set."""

from __future__ import annotations

import re

from reviewer.checks.company_patterns import patterns
from reviewer.checks.date_patterns import DAY
from reviewer.checks.dates import Period
from reviewer.checks.flow import Flow
from reviewer.checks.labels import is_date_label
from reviewer.checks.late_patterns import late
from reviewer.checks.vocabulary import lowered, terms

_EDGE = 4.0
BULLET = re.compile(r"^\s*(?:[•●○◦▪■□▸►▶‣⁃∙·*»✓✔◆➢➤→o§-]|–)\s")
# The running number of an entry, as in "[C2] 2019 – 2025".
_COUNTED = re.compile(
    r"^\W*(?:(?:projekt|project|mandat|mandate|einsatz|assignment|station|position|no\.?|nr\.?)\s*)?[A-Z]?\d{1,2}[\]).:|]+\s*$",
    re.IGNORECASE,
)
MOST_WORDS_BESIDE = 13
_MOST_OF_A_LABEL = 3
# An hour behind a date, as programs print it at the edge of a page.
_HOUR = re.compile(r"\W{0,3}\d{1,2}:\d\d(?!\d)")
_LEAST_DAYS = 3
_MOST_OF_A_TITLE = 6
_APART = re.compile(r"[\t(|,–-]\s*$")
_SENTENCE = re.compile(r"[.!?]\s*$")
# Before the stop that ends a sentence stands a long word, capitals, "GmbH", a sum, a closed bracket or one of the short
# words that are whole; shortened words as "ca." and "Mio." end none. What says so right before the stop and behind it:
_LASTS = (
    *("[a-zäöüß]{4}", "[A-Z]{2}", "bH", r"\d[mk]", "[%)]"),
    *(rf"\s{word}" for word in ("um", "ab", "auf", "aus", "ein", "zu", "neu", "up", "out")),
)
BEHIND_LAST = "|".join(f"(?<={last})" for last in _LASTS)
BEHIND_STOP = "|".join(rf"(?<={last}\.)" for last in _LASTS)
# What ends with a dot and no sentence, as "Inc.", "Co.", "B.V." and "e. K." do behind a company's name.
_SHORTENED = late(
    r"\b(?:inc|corp|ltd|co|cie|bros|gebr|pty|llc|plc|dept|div|mgmt|intl|(?:\w{1,2}\.\s?){1,3}\w{1,2})\.\s*$",
    re.IGNORECASE,
)
Form = tuple[float, float, float, bool, bool, bool, bool]


def row_of(flow: Flow, place: int) -> tuple[int, int]:
    """The text of lines side by side around a character."""
    begin = flow.text.rfind("\n", 0, place) + 1
    end = flow.text.find("\n", place)
    return begin, len(flow.text) if end < 0 else end


def row_first(flow: Flow, place: int) -> int:
    """The number of the first line of a character's row."""
    return flow.line_at(row_of(flow, place)[0])


def ends_sentence(text: str) -> bool:
    """Whether a row ends as a sentence does, and not as a company's name with a shortened legal form."""
    return _SENTENCE.search(text) is not None and _SHORTENED.search(text) is None


def is_anchor(flow: Flow, period: Period) -> bool:
    """Whether a date dates an entry: at the edge of its row, and not a word of a sentence."""
    begin, _ = row_of(flow, period.begin)
    _, end = row_of(flow, period.end)
    before, after = flow.text[begin : period.begin], flow.text[period.end : end]
    if terms("claims", "no_activity").hits(lowered(before)) or (not period.ranged and _HOUR.match(after)):
        return False
    named = before.rstrip().endswith(":") and patterns()["legal"].search(" " + before)
    led = named or is_date_label(before) or _COUNTED.match(before)
    words_before = 0 if led else len(re.findall(r"\w{2,}", before))
    words_after = len(re.findall(r"\w{2,}", after))
    if not period.ranged:
        first = words_before == 0 and words_after <= MOST_WORDS_BESIDE and not _inside_sentence(flow, begin, before)
        if ends_sentence(flow.text[begin:end]) and words_before + words_after > _MOST_OF_A_LABEL:
            return False
        return first or (words_before <= MOST_WORDS_BESIDE and (_ends_row(before, after) or _ends_title(before, after)))
    if words_before == 0:
        return not _inside_sentence(flow, begin, before)
    edge = not after.strip(" )]|,:–-\t") and words_before <= MOST_WORDS_BESIDE
    short = words_before + words_after <= MOST_WORDS_BESIDE and "\t" in flow.text[begin:end]
    return (edge or short or words_before + words_after <= 9) and not BULLET.match(flow.text[begin:end])


def _ends_row(before: str, after: str) -> bool:
    """Whether a date stands apart at the end of its row, as in a last column or in brackets."""
    return not after.strip(" )]|,:–-\t") and _APART.search(before) is not None and not BULLET.match(before)


def _ends_title(before: str, after: str) -> bool:
    """Whether a lone year ends the row of a title, as in "Interim CIO 2014"."""
    told = not after.strip(" )]|,:–-\t") and not BULLET.match(before) and len(before.split()) <= _MOST_OF_A_TITLE
    return told and terms("tasks", "titles").hits(lowered(before))


def may_date(flow: Flow, period: Period) -> bool:
    """Whether a period in the midst of a row may date an entry all the same, where no better place is to be found."""
    begin, _ = row_of(flow, period.begin)
    _, end = row_of(flow, period.end)
    around = flow.text[begin : period.begin] + flow.text[period.end : end]
    if terms("claims", "no_activity").hits(lowered(around)) or BULLET.match(flow.text[begin:end]):
        return False
    return len(around.split()) <= 2 * MOST_WORDS_BESIDE and not _inside_sentence(
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


def one_each(flow: Flow, anchors: list[Period]) -> list[Period]:
    """One anchor a row, a period before a mere date; where periods date entries, dates set otherwise are details.

    Few days alone are those of a birth, a letter or a print.
    """
    dates = [one for one in anchors if not one.ranged and one.exact and one.first == one.last]
    days = [one for one in dates if DAY.fullmatch(flow.text, one.begin, one.end)]
    if len(days) < _LEAST_DAYS:
        anchors = [one for one in anchors if one not in days]
    ranged = [one for one in anchors if one.ranged]
    forms = [_form(flow, one) for one in ranged]
    mostly = len(ranged) >= 3 and len(ranged) >= len(anchors) / 3
    found: list[Period] = []
    for one in anchors:
        if not one.ranged and (mostly or not _begins_row(flow, one)):
            form = _form(flow, one)
            if not any(_is_alike(form, other) for other in forms):
                continue
        if found and row_of(flow, found[-1].begin) == row_of(flow, one.begin):
            if one.ranged and not found[-1].ranged:
                found[-1] = one
            continue
        found.append(one)
    return found


def _begins_row(flow: Flow, one: Period) -> bool:
    return not re.search(r"\w", flow.text[row_of(flow, one.begin)[0] : one.begin])


def _form(flow: Flow, one: Period) -> Form:
    """How a date is set: the edges of its line, its type, whether words stand before or after, and months."""
    begin, end = row_of(flow, one.begin)
    line = flow.lines[flow.line_at(one.begin)]
    alone = not re.search(r"\w", flow.text[one.end : end])
    before = re.search(r"\w", flow.text[begin : one.begin]) is not None
    return line.rect[0], line.rect[2], round(line.size), line.bold, before, alone, one.exact


def _is_alike(one: Form, other: Form) -> bool:
    return one[2:] == other[2:] and (abs(one[0] - other[0]) < _EDGE or abs(one[1] - other[1]) < _EDGE)
