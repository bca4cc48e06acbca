"""Where a contact stands: its rows, the sentence and the cell it shares, and its part of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from reviewer.checks.flow import Flow
from reviewer.checks.late_patterns import late
from reviewer.checks.lines import Line
from reviewer.checks.records import record
from reviewer.checks.sections import TOP, UNKNOWN, Section
from reviewer.checks.vocabulary import load, lowered, terms

CELLS = re.compile(r"\t|\s{3,}|[|•◦●■▪]|//|\s·\s")
"""What parts the cells of a row."""
TOLD = re.compile(r"\S+@\S+|www\.\S+|https?:\S+|[\d+()/.–-]{2,}")
"""Addresses, sites and numbers."""
MAIL = re.compile(r"[\w.+-]+@[\w.-]+")
_BREAKS_OFF = late(r"[\d–:,/(|·-]\s*$|\([^)]*$")
_GOES_ON = re.compile(r"^[a-zäöüß\d(+@/]")
_ENDED = re.compile(r"[.!?:;]\W*$")
_PERIOD = re.compile(r"\W*(?:\d{1,2}[./-])?(?:19|20)\d\d\b")
_SINCE = re.compile(r"\W*(?:\d{1,2}[./-])?(?:19|20)\d\d\s*[–-]|\W*(?:seit|since)\s[\w./ ]{0,12}(?:19|20)\d\d")
_BULLET = re.compile(r"^\s*(?:[•●○▪■–*▸►]|-\s)")
_ABOUT_ONESELF = frozenset(("contact", "personal"))
_AT_TOP = frozenset((TOP, UNKNOWN, "personal", "summary", "availability"))
MOST_ROWS = 8
_MOST_CONTACT_ROWS, _TOP_LINES = 16, 12
_HIGH, _TOP_HIGH, _FOOT = 0.2, 0.34, 0.92
_FIRST_LINES = 6
_LONG, _FEW = 6, 2
_LABELS = ("phone", "mail", "asked", "places", "mine", "fax")
_GAP, _OF_LETTERHEAD = 1.7, 3
_BACK, _AHEAD = 1200, 500


class Zone(Enum):
    """Where a contact stands: in a header or footer, at the head, below its heading, among referees, or elsewhere."""

    EDGE = 1
    HEAD = 2
    CONTACT = 3
    REFEREES = 4
    BODY = 5


@record
class Spot:
    """Rows of a text, the row in question, and the row's first character; flow is None for text outside the pages.

    section is the part of the document it stands in, None at the edges.
    """

    text: str
    flow: Flow | None
    begin: int
    zone: Zone
    section: Section | None
    rows: list[str]
    at: int
    starts: list[int]

    @property
    def row(self) -> str:
        return self.rows[self.at]


@record
class Layout:
    """A document's sections, the height of its first page in points, and the first lines of pages that begin a CV."""

    sections: Sequence[Section]
    height: float
    heads: dict[int, int]


def find_spot(text: str, flow: Flow | None, begin: int, end: int, layout: Layout) -> Spot:
    """The spot of text[begin:end]; what stands on a cover or a letter is not above the page that begins the CV."""
    first = text.rfind("\n", 0, max(0, begin - _BACK)) + 1
    if flow:
        first = max(first, flow.starts[layout.heads.get(flow.lines[flow.line_at(begin)].page, 0)])
    last = text.find("\n", min(len(text), end + _AHEAD))
    rows = text[first : len(text) if last < 0 else last].split("\n")
    starts = [first]
    for row in rows[:-1]:
        starts.append(starts[-1] + len(row) + 1)
    at = max(number for number, start in enumerate(starts) if start <= begin)
    section = _section_at(flow, begin, layout.sections) if flow else None
    zone = _zone(flow, begin, section, layout) if flow else Zone.EDGE
    return Spot(text=text, flow=flow, begin=begin, zone=zone, section=section, rows=rows, at=at, starts=starts)


def _section_at(flow: Flow, begin: int, sections: Sequence[Section]) -> Section | None:
    number = flow.line_at(begin)
    section = next((one for one in sections if one.first <= number < one.last), None)
    heading = flow.lines[section.heading] if section and section.heading is not None else None
    line = flow.lines[number]
    # In a row that another column brings late, it belongs to none.
    is_below = heading and heading.page == line.page and heading.rect[1] > line.rect[3]
    return None if is_below else section


def _zone(flow: Flow, begin: int, section: Section | None, layout: Layout) -> Zone:
    number, height = flow.line_at(begin), layout.height
    line = flow.lines[number]
    kind = section.kind if section else ""
    headed = section and kind == "contact" and number - section.first < _OF_LETTERHEAD
    if kind == "references" or (not headed and _is_letterhead(flow, number, layout)):
        return Zone.REFEREES
    if _is_at_foot(flow, number, height):
        return Zone.EDGE
    if kind in _ABOUT_ONESELF and section and _is_within(flow, number, section.first):
        return Zone.CONTACT
    if line.page in layout.heads:
        row = number - layout.heads[line.page]
        high = row < _TOP_LINES or line.rect[1] < height * _TOP_HIGH
        heading = flow.lines[section.heading] if section and section.heading is not None else None
        if _is_below_stint(flow.lines[number - row : number], line):
            return Zone.BODY
        if row < _FIRST_LINES or (kind in _AT_TOP and high):
            return Zone.HEAD
        if line.rect[1] < height * _HIGH and not (heading and _heads(heading, line)):
            return Zone.HEAD
    return Zone.BODY


def _is_letterhead(flow: Flow, number: int, layout: Layout) -> bool:
    """Whether the heading of a letter of reference stands close below, on a page behind the first."""
    lines = flow.lines
    below = [one for one in range(number + 1, number + 1 + _OF_LETTERHEAD) if one < len(lines)]
    told = (lowered(lines[one].text).strip(" :") in load("contacts")["reference_letters"] for one in below)
    return lines[number].page > min(layout.heads, default=1) and any(told)


def _is_below_stint(above: Sequence[Line], line: Line) -> bool:
    """Whether one of the lines above begins with the time of a stint, in the same column."""
    return any(is_stint(one.text) and _heads(one, line) for one in above)


def is_stint(row: str) -> bool:
    """Whether a row begins with the time of a stint."""
    return _SINCE.match(row) is not None


def _is_within(flow: Flow, number: int, first: int) -> bool:
    """Whether a line still belongs to contact data that begin with the first: on the same page, and not far below."""
    return number - first < _MOST_CONTACT_ROWS and flow.lines[number].page == flow.lines[first].page


def _is_at_foot(flow: Flow, number: int, height: float) -> bool:
    """Whether a line stands at the foot of its page, and nothing but such lines between it and a gap above."""
    line = flow.lines[number]
    if line.rect[1] < height * _FOOT:
        return False
    for above in reversed(flow.lines[:number]):
        if above.page != line.page or line.rect[1] - above.rect[3] > _GAP * line.size:
            return True
        if above.rect[1] < height * _FOOT:
            return False
        line = above
    return False


def _heads(heading: Line, line: Line) -> bool:
    """Whether a heading stands above a line in the same column, so that a line read after it is really below it."""
    beside = heading.rect[0] < line.rect[2] and heading.rect[2] > line.rect[0]
    return heading.page == line.page and heading.rect[1] < line.rect[1] and beside


def is_apart(spot: Spot, at: int) -> bool:
    """Whether row at ends another block than the one below it: by a gap, or in another column."""
    if spot.flow is None:
        return False
    upper = spot.flow.lines[spot.flow.line_at(spot.starts[at])]
    lower = spot.flow.lines[spot.flow.line_at(spot.starts[at + 1])]
    gap = lower.rect[1] - upper.rect[3]
    if at:
        # A label in two lines beside it may reach down further.
        above = spot.flow.lines[spot.flow.line_at(spot.starts[at - 1])]
        reaches = above.page == lower.page and upper.rect[3] < above.rect[3] <= lower.rect[1]
        gap = lower.rect[1] - above.rect[3] if reaches else gap
    return upper.page == lower.page and (gap > _GAP * max(upper.size, lower.size) or gap < -4 * _GAP * upper.size)


def passage(spot: Spot) -> str:
    """The row with those before and after it that are the same sentence."""
    last = spot.at
    while last + 1 < len(spot.rows) and last - spot.at < 1 and runs_on(spot, last):
        last += 1
    return " ".join(spot.rows[_first_row(spot) : last + 1])


def _first_row(spot: Spot) -> int:
    first = spot.at
    while first and spot.at - first < 2 and runs_on(spot, first - 1):
        first -= 1
    return first


def before(spot: Spot) -> str:
    """The words of the sentence or row up to the contact."""
    return spot.text[spot.starts[_first_row(spot)] : spot.begin].replace("\n", " ")


def told_above(spot: Spot) -> Iterator[str]:
    """What stands before the contact in its row, then the rows above it in its block, the nearest first."""
    yield spot.row[: max(0, spot.begin - spot.starts[spot.at])]
    for at in range(spot.at - 1, max(-1, spot.at - MOST_ROWS), -1):
        if is_apart(spot, at):
            return
        yield spot.rows[at]


def runs_on(spot: Spot, at: int) -> bool:
    """Whether a row is continued by the next one; at the edge of a page few words may be all that a row holds."""
    upper, lower = spot.rows[at], spot.rows[at + 1]
    if upper.count("(") > upper.count(")") and not _BULLET.match(lower):
        return True
    if _BULLET.match(lower) or _PERIOD.match(lower) or (spot.zone is not Zone.EDGE and len(upper.split()) < _LONG):
        return False
    if _ENDED.search(upper):
        return upper.rstrip().endswith(":")
    return _GOES_ON.match(lower.lstrip()) is not None or upper.rstrip().endswith((",", "-", "–", "/", "·", "|"))


def is_led_to(spot: Spot) -> bool:
    """Whether the row above breaks off, with a sign, a number or a label, so that this one goes on with it."""
    if not spot.at or not runs_on(spot, spot.at - 1):
        return False
    above = spot.rows[spot.at - 1]
    last = lowered(above.split()[-1].strip(".:")) if above.split() else ""
    labelled = any(terms("contacts", kind).hits(last) for kind in ("phone", "mail"))
    return labelled or _BREAKS_OFF.search(above) is not None


def own_cell(spot: Spot) -> str:
    """The words of the row up to the contact that share its cell, or of the nearest cell before that has any."""
    cells = CELLS.split(spot.row[: spot.begin - spot.starts[spot.at]])
    return next((cell for cell in reversed(cells) if re.search(r"[^\W\d_]", TOLD.sub("", cell))), "")


def first_cell(spot: Spot) -> str:
    """The row's first cell where the contact stands in it, as beside another column; the whole row elsewhere."""
    first = CELLS.search(spot.row)
    return spot.row[: first.start()] if first and spot.begin < spot.starts[spot.at] + first.start() else spot.row


def tells_little(row: str) -> bool:
    """Whether a row holds hardly more than contacts, their labels and an address."""
    words = re.findall(r"[^\W\d_]{2,}", TOLD.sub(" ", row))
    streets = tuple(load("contacts")["of_streets"])
    return sum(not is_label(low) and not low.endswith(streets) for low in map(lowered, words)) <= _FEW


def is_label(low: str) -> bool:
    """Whether a small word is a label of contact data, or a general one in addresses."""
    return low in load("contacts")["general"] or any(terms("contacts", kind).hits(low) for kind in _LABELS)
