"""Whose an address or a number is: the person's own, or a referee's, client's, agency's or addressee's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from reviewer.checks.agencies import Agency, hands_over, is_at
from reviewer.checks.company_patterns import patterns
from reviewer.checks.flow import Flow
from reviewer.checks.lines import Line
from reviewer.checks.names import NOBODY, Name, find_names, folded, make_name
from reviewer.checks.sections import TOP, UNKNOWN, Section, heading_kind
from reviewer.checks.vocabulary import load, lowered, terms

_HONOURED = re.compile(
    r"\b(?:Frau|Herrn?|Mr|Mrs|Ms|Miss|Dr|Prof|Rechtsanwalt|Rechtsanwältin)\b\.?\s+"
    r"(?:(?:Dr|Prof|Dipl\.-\w+|Notar|Notarin|[a-z]{3}|h\.c)\.?\s+)*(?P<one>[^\W\d_][\w'’-]+)(?:\s+(?P<other>[A-ZÄÖÜ][\w'’-]+))?"
)
_CELLS = re.compile(r"\t|\s{3,}|[|•◦]|//|\s·\s")
_NAME_CELLS = re.compile(r"\t|\s{3,}|[|•◦,:;(]|//|\s[·–-]\s")
_AFTER_NAME = re.compile(r"\s*[,(|:·–]\s*|\s-\s|\t")
_PERSON_LABEL = re.compile(r"^\W*(?:referenz\w*|reference|referee|kontakt|contact|auskunft)\W+", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w.-]+")
_PERSONAL = re.compile(r"[a-z]+[._][a-z]{3,}\d*@")
_TOLD = re.compile(r"\S+@\S+|www\.\S+|https?:\S+|[\d+()/.–-]{2,}")
_GOES_ON = re.compile(r"^[a-zäöüß\d(+@/]")
_ENDED = re.compile(r"[.!?:;]\W*$")
_BULLET = re.compile(r"^\s*(?:[•●○▪■–*▸►]|-\s)")
_ADDRESSED = re.compile(r"^(?:an|to|z\. ?hd\.?|attn\.?|herrn?|frau|mr|mrs|ms|firma)\b", re.IGNORECASE)
_ABOUT_ONESELF = frozenset(("contact", "personal"))
_AT_TOP = frozenset((TOP, UNKNOWN, "personal", "summary", "availability"))
_MOST_ROWS, _MOST_CONTACT_ROWS, _TOP_LINES = 8, 16, 12
_HIGH, _TOP_HIGH = 0.2, 0.34
_LETTER_REACH, _ADDRESSEE_LINES = 700, 9
_FIRST_LINES = 6
_LONG, _SHORT, _FEW, _CLOSE = 6, 8, 4, 3
_GAP = 1.7


class Standing(Enum):
    """OWN and OTHER are told; PERHAPS is the person's where nothing else of its kind is."""

    OWN = 1
    PERHAPS = 2
    OTHER = 3


class _Zone(Enum):
    """Where a contact stands: in a header or footer, at the head, below its heading, among referees, or elsewhere."""

    EDGE = 1
    HEAD = 2
    CONTACT = 3
    REFEREES = 4
    BODY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """Rows of a text, the row in question, and the row's first character; flow is None for text outside the pages."""

    text: str
    flow: Flow | None
    begin: int
    zone: _Zone
    rows: list[str]
    at: int
    starts: list[int]

    @property
    def row(self) -> str:
        return self.rows[self.at]


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """What is known of the person: the name, the document's sections, and the first page's height in points.

    known says that something but the head's type bears the name out, such as an address or a site; head are the words
    of the first lines, agencies the words of the names of those who hand the person over.
    """

    name: Name
    sections: Sequence[Section]
    height: float
    known: bool
    head: frozenset[str] = frozenset()
    agencies: tuple[Agency, ...] = ()

    def judge(self, text: str, flow: Flow | None, begin: int, end: int, email: str) -> Standing:
        """Whose text[begin:end] is; flow is None for text outside the pages, email empty for numbers."""
        spot = self._spot(text, flow, begin, end)
        if email and self.name.is_borne_by(email):
            return Standing.OTHER if self._is_of_namesake(spot, email) else Standing.OWN
        if email and is_at(email, self.agencies):
            return Standing.OTHER
        passage = _passage(spot)
        if self._is_handed_over(spot) or self._speaks_of_another(spot, passage):
            return Standing.OTHER
        if self._is_built_of_another(spot, email):
            return Standing.OTHER
        introduced = self._introduced(spot)
        if introduced is not None:
            return Standing.OWN if introduced else Standing.OTHER
        if spot.zone is _Zone.REFEREES or self._is_addressee(text, begin) or self._is_of_a_stranger(spot, email):
            return Standing.OTHER
        if spot.zone in {_Zone.HEAD, _Zone.CONTACT, _Zone.EDGE}:
            return Standing.OWN
        return Standing.PERHAPS if _tells_little(spot.row) or _is_first_person(passage) else Standing.OTHER

    def _spot(self, text: str, flow: Flow | None, begin: int, end: int) -> _Spot:
        first = text.rfind("\n", 0, max(0, begin - 1200)) + 1
        last = text.find("\n", min(len(text), end + 500))
        rows = text[first : len(text) if last < 0 else last].split("\n")
        starts = [first]
        for row in rows[:-1]:
            starts.append(starts[-1] + len(row) + 1)
        at = max(number for number, start in enumerate(starts) if start <= begin)
        return _Spot(text=text, flow=flow, begin=begin, zone=self._zone(flow, begin), rows=rows, at=at, starts=starts)

    def _zone(self, flow: Flow | None, begin: int) -> _Zone:
        if flow is None:
            return _Zone.EDGE
        number = flow.line_at(begin)
        line = flow.lines[number]
        section = next((one for one in self.sections if one.first <= number < one.last), None)
        kind = section.kind if section else ""
        if kind == "references":
            return _Zone.REFEREES
        if kind in _ABOUT_ONESELF and section and number - section.first < _MOST_CONTACT_ROWS:
            return _Zone.CONTACT
        if line.page == 1:
            high = number < _TOP_LINES or line.rect[1] < self.height * _TOP_HIGH
            if number < _FIRST_LINES or (kind in _AT_TOP and high):
                return _Zone.HEAD
            heading = flow.lines[section.heading] if section and section.heading is not None else None
            if line.rect[1] < self.height * _HIGH and not (heading and _heads(heading, line)):
                return _Zone.HEAD
        return _Zone.BODY

    def _is_handed_over(self, spot: _Spot) -> bool:
        """Whether words before it in its row say that an agency or another answers, and the person's name not after."""
        before = _before(spot)
        low = lowered(before)
        told = [end for _, end in terms("contacts", "handed_over").find(low)]
        if spot.zone is _Zone.EDGE:
            told += [end for kind in ("announced", "about") for _, end in terms("contacts", kind).find(low)]
        elif not told:
            starts = [0, *(cell.end() for cell in _CELLS.finditer(before))]
            told = [end for begin, end in terms("contacts", "announced").find(low) if begin in starts]
        return bool(told) and not self.name.stands_in(before[max(told) :]) and not _is_my_own(low[max(told) :])

    def _is_own_mail(self, spot: _Spot, email: str) -> bool:
        return self.name.is_borne_by(email) and not self._is_of_namesake(spot, email)

    def _is_of_namesake(self, spot: _Spot, email: str) -> bool:
        """Whether an address has the person's last name and the first name of another who is told before it."""
        local = folded(email).partition("@")[0]
        known = {*load("contacts")["general"], *load("contacts")["particles"]}
        others = {one for one in re.findall(r"[a-z]{3,}", local) if one not in known and not self.name.hints(one)}
        if not others or self.name.last not in local:
            return False
        for words in _told_above(spot):
            if self.name.stands_in(words):
                return False
            if any(others & set(folded(cell).split()) for cell in _NAME_CELLS.split(words) if self.name.hints(cell)):
                return True
        return False

    def _is_built_of_another(self, spot: _Spot, email: str) -> bool:
        """Whether an address bears the name of another who is told before it in its row or above it in its block."""
        if not email or not self.name or (spot.zone is _Zone.HEAD and not self.known):
            return False
        for words in _told_above(spot):
            if self.name.stands_in(words):
                return False
            for cell in _NAME_CELLS.split(words):
                names = find_names(cell, first=False)
                other = make_name(names) if self._is_another(names) else NOBODY
                if other and other.is_borne_by(email) and (self.known or not other.parts <= self.head):
                    return True
        return False

    def _speaks_of_another(self, spot: _Spot, passage: str) -> bool:
        """Whether the words around name another person or firm, or say that it is somebody else's."""
        near = spot.zone in {_Zone.HEAD, _Zone.CONTACT}
        words = _own_cell(spot) if near else passage
        if self._honours_another(words):
            return True
        low = lowered(words)
        if terms("contacts", "others").hits(low) and not self.name.stands_in(words) and not _is_my_own(low):
            return True
        if not near and patterns()["legal"].search(" " + words) and not self.name.hints(words):
            return spot.zone is not _Zone.EDGE or terms("contacts", "agencies").hits(low)
        if near:
            return False
        first = _AFTER_NAME.split(_PERSON_LABEL.sub("", passage), maxsplit=1)
        return len(first) > 1 and self._is_another(find_names(first[0], first=False))

    def _honours_another(self, words: str) -> bool:
        return any(self._is_another([found["one"], found["other"] or ""]) for found in _HONOURED.finditer(words))

    def _is_another(self, names: list[str]) -> bool:
        parts = {part for word in names for part in folded(word).split("-") if part}
        return bool(names and self.name) and names[0][:1].isupper() and not parts & self.name.parts

    def _introduced(self, spot: _Spot) -> bool | None:
        """Whether the nearest name above in the same block is the person's, or a heading says so; None for neither."""
        near = spot.zone in {_Zone.HEAD, _Zone.CONTACT, _Zone.EDGE}
        firm = False
        if spot.zone is _Zone.BODY and self._is_listed_with_own(spot):
            return True
        for at in range(spot.at, max(-1, spot.at - _MOST_ROWS), -1):
            if at < spot.at and _is_apart(spot, at):
                break
            row = spot.rows[at]
            short = len(_TOLD.sub(" ", row).split()) <= _SHORT
            if any(self._is_own_mail(spot, mail) for mail in _MAIL.findall(row)):
                return True
            if short and self._is_own_name(row):
                return not (firm and self._is_letter(spot))
            if at < spot.at and self._heads_contacts(spot, row):
                return True
            if at < spot.at and short and self._brings_another(row, near=near, close=spot.at - at <= _CLOSE):
                return False
            if at < spot.at and self._heads_section(spot, at):
                break
            firm = firm or (at < spot.at and short and self._is_firm(row))
            if firm and (not near or terms("contacts", "agencies").hits(lowered(row))):
                return False
        return False if firm and self._is_letter(spot) else None

    def _is_listed_with_own(self, spot: _Spot) -> bool:
        """Whether the row's cells, with the row that goes on with them, hold an address and only the person's own."""
        goes_on = spot.at + 1 < len(spot.rows) and _runs_on(spot, spot.at)
        rows = spot.rows[spot.at : spot.at + 2] if goes_on else [spot.row]
        mails = [mail for row in rows for mail in _MAIL.findall(row)]
        listed = len(_CELLS.split(spot.row)) > 1
        return listed and bool(mails) and all(self._is_own_mail(spot, mail) for mail in mails)

    def _heads_contacts(self, spot: _Spot, row: str) -> bool:
        """Whether a row is a heading for contact data; among referees it is a label of theirs."""
        return spot.zone is not _Zone.REFEREES and heading_kind(row) == "contact"

    def _heads_section(self, spot: _Spot, at: int) -> bool:
        """Whether a row is the heading of a section, which nothing above it introduces."""
        return spot.flow is not None and spot.flow.line_at(spot.starts[at]) in {one.heading for one in self.sections}

    def _is_own_name(self, row: str) -> bool:
        """Whether a row names the person, perhaps misread in part."""
        if self.name.stands_in(row):
            return True
        names = [find_names(cell, first=False) for cell in _CELLS.split(row)] if self.name.hints(row) else []
        return any(self.name.last in {folded(word) for word in words} for words in names)

    def _brings_another(self, row: str, *, near: bool, close: bool) -> bool:
        """Whether a short row above names another, or announces somebody else's data."""
        if self._honours_another(row):
            return True
        low = lowered(row)
        told = terms("contacts", "announced" if near else "others").find(low)
        told = sorted([*told, *terms("contacts", "handed_over").find(low)])
        if hands_over(row) and (close or not near):
            return True
        if told and (close or not near) and (not low[: told[0][0]].strip(" •-–") or low.rstrip().endswith(":")):
            return True
        return not near and any(self._is_another(find_names(cell, first=False)) for cell in _CELLS.split(row))

    def _is_firm(self, row: str) -> bool:
        return patterns()["legal"].search(" " + row) is not None and not self.name.hints(row)

    def _is_letter(self, spot: _Spot) -> bool:
        """Whether a letter's greeting follows soon."""
        ahead = lowered(spot.text[spot.begin : spot.begin + _LETTER_REACH])
        return spot.zone is _Zone.HEAD and any(word in ahead for word in load("contacts")["greeting"])

    def _is_of_a_stranger(self, spot: _Spot, email: str) -> bool:
        """Whether an address is built of another's name, or a number stands in a row with such an address."""
        if not self.name or spot.zone is _Zone.HEAD:
            return False
        told = [email] if email else _MAIL.findall(spot.row)
        return bool(told) and all(_PERSONAL.match(one) and not self.name.is_borne_by(one) for one in told)

    def _is_addressee(self, text: str, begin: int) -> bool:
        """Whether a letter's greeting follows, and the place is among the lines above it that are addressed."""
        ahead = lowered(text[begin : begin + _LETTER_REACH])
        at = min((place for word in load("contacts")["greeting"] if (place := ahead.find(word)) >= 0), default=-1)
        if at < 0:
            return False
        greeting = text.rfind("\n", 0, begin + at) + 1
        greeted = {part for part in folded(_line_at(text, greeting)).split() if len(part) > 3}
        begins = greeting
        for line in reversed(text[:greeting].rstrip("\n").split("\n")[-_ADDRESSEE_LINES:]):
            begins -= len(line) + 1
            words = set(re.findall(r"[a-z-]+", folded(line)))
            if words & self.name.parts:
                return False
            named = words & greeted or patterns()["legal"].search(" " + line) or _ADDRESSED.match(line.strip())
            if named and begins <= begin:
                return True
        return False


def _heads(heading: Line, line: Line) -> bool:
    """Whether a heading stands above a line in the same column, so that a line read after it is really below it."""
    beside = heading.rect[0] < line.rect[2] and heading.rect[2] > line.rect[0]
    return heading.page == line.page and heading.rect[1] < line.rect[1] and beside


def _is_apart(spot: _Spot, at: int) -> bool:
    """Whether row at ends another block than the one below it: by a gap, or in another column."""
    if spot.flow is None:
        return False
    upper = spot.flow.lines[spot.flow.line_at(spot.starts[at])]
    lower = spot.flow.lines[spot.flow.line_at(spot.starts[at + 1])]
    gap = lower.rect[1] - upper.rect[3]
    return upper.page == lower.page and (gap > _GAP * max(upper.size, lower.size) or gap < -4 * _GAP * upper.size)


def _passage(spot: _Spot) -> str:
    """The row with those before and after it that are the same sentence."""
    last = spot.at
    while last + 1 < len(spot.rows) and last - spot.at < 1 and _runs_on(spot, last):
        last += 1
    return " ".join(spot.rows[_first_row(spot) : last + 1])


def _first_row(spot: _Spot) -> int:
    first = spot.at
    while first and spot.at - first < 2 and _runs_on(spot, first - 1):
        first -= 1
    return first


def _before(spot: _Spot) -> str:
    """The words of the sentence or row up to the contact."""
    return spot.text[spot.starts[_first_row(spot)] : spot.begin].replace("\n", " ")


def _told_above(spot: _Spot) -> Iterator[str]:
    """What stands before the contact in its row, then the rows above it in its block, the nearest first."""
    yield spot.row[: max(0, spot.begin - spot.starts[spot.at])]
    for at in range(spot.at - 1, max(-1, spot.at - _MOST_ROWS), -1):
        if _is_apart(spot, at):
            return
        yield spot.rows[at]


def _runs_on(spot: _Spot, at: int) -> bool:
    """Whether a row is continued by the next one; at the edge of a page few words may be all that a row holds."""
    upper, lower = spot.rows[at], spot.rows[at + 1]
    if _BULLET.match(lower) or (spot.zone is not _Zone.EDGE and len(upper.split()) < _LONG):
        return False
    if _ENDED.search(upper):
        return upper.rstrip().endswith(":")
    return _GOES_ON.match(lower.lstrip()) is not None or upper.rstrip().endswith((",", "-", "–", "/", "·", "|"))


def _own_cell(spot: _Spot) -> str:
    """The words of the row up to the contact that share its cell."""
    before = spot.row[: spot.begin - spot.starts[spot.at]]
    return _CELLS.split(before)[-1]


def _tells_little(row: str) -> bool:
    """Whether a row holds hardly more than contacts and their labels."""
    return len(re.findall(r"[^\W\d_]{2,}", _TOLD.sub(" ", row))) <= _FEW


def _is_my_own(low: str) -> bool:
    """Whether the person speaks of being reached, as in "bei Rückfragen erreichen Sie mich"."""
    return terms("contacts", "reaching_me").hits(low)


def _is_first_person(passage: str) -> bool:
    return terms("contacts", "mine").hits(lowered(passage))


def _line_at(text: str, begin: int) -> str:
    end = text.find("\n", begin)
    return text[begin : len(text) if end < 0 else end]
