"""Whose an address or a number is: the person's own, or a referee's, client's, agency's or addressee's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.checks.companies import patterns
from reviewer.checks.flow import Flow
from reviewer.checks.names import bears, find_names, folded
from reviewer.checks.sections import Section
from reviewer.checks.vocabulary import load, lowered, terms

_LOOK_BACK = 160
_LETTER_REACH = 700
_ADDRESSEE_LINES = 9
_TOP_LINES = 12
_HONOURED = re.compile(
    r"\b(?:Frau|Herrn?|Mr|Mrs|Ms|Miss|Dr|Prof)\b\.?\s+(?:(?:Dr|Prof|Dipl\.-\w+)\.?\s+)*(?P<one>[^\W\d_][\w'’-]+)(?:\s+(?P<other>[A-ZÄÖÜ][\w'’-]+))?"
)
_AFTER_NAME = re.compile(r"\s*[,(|:·–]\s*|\s-\s|\t")
_LABEL = re.compile(r"^\W*(?:referenz\w*|reference|referee|kontakt|contact|auskunft)\W+", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]+@[\w.-]+")
_PERSONAL = re.compile(r"[a-z]+[._][a-z]{3,}[\d]*@")
_FEW_WORDS = 3
_ADDRESSED = re.compile(r"^(?:an|to|z\. ?hd\.?|attn\.?|herrn?|frau|mr|mrs|ms|firma)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """What is known of the person: the parts of the name, and the sections of the document."""

    name: set[str]
    sections: Sequence[Section]

    def owns(self, text: str, flow: Flow | None, begin: int, end: int, email: str) -> bool:
        """Whether text[begin:end] is the person's; flow is None for text outside the pages, email empty for numbers."""
        if email and self.name and bears(email, self.name):
            return True
        kind = self._section(flow, begin)
        if kind == "references":
            return False
        row = text.rfind("\n", 0, begin) + 1
        line_end = text.find("\n", end)
        beside = text[row : len(text) if line_end < 0 else line_end]
        if self._names_another(beside):
            return False
        if kind == "contact":
            return True
        if self._told_as_others(text, row, begin, beside):
            return False
        if _is_agency(beside, email) and not self._near_name(text, begin):
            return False
        if self._is_addressee(text, begin):
            return False
        if self._is_beside_another(text, row, line_end, email):
            return False
        near_top = flow is not None and flow.line_at(begin) < _TOP_LINES
        return kind not in {"projects", "experience"} or near_top or _stands_alone(beside)

    def _section(self, flow: Flow | None, begin: int) -> str:
        if flow is None:
            return "contact"
        number = flow.line_at(begin)
        return next((one.kind for one in self.sections if one.first <= number < one.last), "")

    def _names_another(self, row: str) -> bool:
        """Whether a row names a lady or gentleman, or begins with a name, that is not the person's."""
        if any(self._is_another(found["one"], found["other"] or "") for found in _HONOURED.finditer(row)):
            return True
        first = _AFTER_NAME.split(_LABEL.sub("", row), maxsplit=1)
        names = find_names(first[0], first=False) if len(first) > 1 else []
        return bool(names) and not {folded(word) for word in names} & self.name

    def _is_another(self, one: str, other: str) -> bool:
        parts = {part for word in (one, other) for part in folded(word).split("-") if part}
        return one[:1].isupper() and not parts & self.name

    def _told_as_others(self, text: str, row: int, begin: int, beside: str) -> bool:
        others = terms("contacts", "others")
        above = text.rfind("\n", 0, max(0, row - 1)) + 1
        higher = text[max(above, begin - _LOOK_BACK) : row]
        return others.hits(lowered(beside)) or ((others.hits(lowered(higher))) and "@" not in higher)

    def _is_beside_another(self, text: str, row: int, line_end: int, email: str) -> bool:
        """Whether an address is built of another's name, or a number stands in a row with such an address."""
        if not self.name:
            return False
        told = [email] if email else _EMAIL.findall(text[row : len(text) if line_end < 0 else line_end])
        return bool(told) and all(_PERSONAL.match(one) and not bears(one, self.name) for one in told)

    def _near_name(self, text: str, begin: int) -> bool:
        around = folded(text[max(0, begin - 250) : begin + 120])
        return any(part in around for part in self.name)

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
            if words & self.name:
                return False
            named = words & greeted or patterns()["legal"].search(" " + line) or _ADDRESSED.match(line.strip())
            if named and begins <= begin:
                return True
        return False


def _line_at(text: str, begin: int) -> str:
    end = text.find("\n", begin)
    return text[begin : len(text) if end < 0 else end]


def _stands_alone(row: str) -> bool:
    """Whether a row tells hardly more than an address or a number."""
    return len(re.findall(r"[^\W\d_]{2,}", re.sub(r"\S+@\S+|www\.\S+", " ", row))) <= _FEW_WORDS


def _is_agency(row: str, email: str) -> bool:
    """Whether a company's general address stands in a row with its name and legal form."""
    general = email.partition("@")[0] in load("contacts")["general"]
    return bool(email) and general and patterns()["legal"].search(row) is not None
