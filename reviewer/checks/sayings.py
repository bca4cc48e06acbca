"""What the words around a contact say: that the person is reached so, or who else is."""

from __future__ import annotations

import re

from reviewer.checks.company_patterns import patterns
from reviewer.checks.spots import MAIL, TOLD, Spot, before, is_led_to, own_cell, tells_little
from reviewer.checks.vocabulary import lowered, terms

_TOWN = re.compile(r"(?<!\d)\d{4,5} [A-ZÄÖÜ][a-zäöüß]|\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b")
_NUMBER = re.compile(r"(?:\+|\b0)[\d ()/.–-]{7,}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCES = re.compile(r"(?<=[a-zäöüß]{3}[.!?])\s+(?=[A-ZÄÖÜ])")
_PROSE = 5


def is_whole_strip(row: str) -> bool:
    """Whether a row tells a town with its postcode, a number and an address, and no firm: all of somebody's data."""
    return bool(_TOWN.search(row) and MAIL.search(row) and _NUMBER.search(row)) and not patterns()["legal"].search(row)


def told_before(spot: Spot) -> str:
    """The words before a contact in its cell; the whole sentence where they are one, or go on with the row above."""
    cell = own_cell(spot)
    in_prose = len(_WORD.findall(TOLD.sub(" ", cell))) >= _PROSE
    if in_prose or (is_led_to(spot) and tells_little(cell)):
        return _SENTENCES.split(before(spot))[-1]
    return cell


def is_my_own(low: str) -> bool:
    """Whether the person speaks of being reached, as in "bei Rückfragen erreichen Sie mich"."""
    return terms("contacts", "reaching_me").hits(low)


def is_first_person(sentence: str) -> bool:
    return terms("contacts", "mine").hits(lowered(sentence))
