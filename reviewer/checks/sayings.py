"""What the words around a contact say: that the person is reached so, or who else is."""

from __future__ import annotations

import re

from reviewer.checks.company_patterns import patterns
from reviewer.checks.late_patterns import late
from reviewer.checks.people import find_people
from reviewer.checks.spots import MAIL, TOLD, Spot, before, is_led_to, own_cell, tells_little
from reviewer.checks.vocabulary import lowered, terms

TOWN = late(r"(?<!\d)\d{4,5} (?:[A-Z]{2} )?[A-ZÄÖÜ][a-zäöüß]|\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b")
NUMBER = late(r"(?:\+|\b0)[\d ()/.–-]{7,}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCES = late(r"(?<=[a-zäöüß]{3}[.!?])\s+(?=[A-ZÄÖÜ])")
_PROSE, _OF_BLOCK, _LEAST_DIGITS = 5, 6, 4
# What a person tells of themselves alone.
_PARTICULARS = late(
    r"\W*(?:nationality|citizenship|staatsangehörigkeit|nationalität|staatsbürgerschaft|geboren|geb\.|geburts(?:datum|ort)"
    r"|date of birth|place of birth|born|familienstand|marital status|married|verheiratet|ledig|zivilstand)(?!\w)",
    re.IGNORECASE,
)
# Before a letter's greeting this leads to whom it is sent.
_SENT_TO = late(r"\W*(?:vorab\s)?(?:per|by|via|an|to|cc|kopie)\b[\w .-]{0,16}[:\t<]", re.IGNORECASE)
_STREET = late(r"\W*(?:calle|rue|via|avenida|avenue|piazza|plaza|quai|boulevard)\s[^@]*$", re.IGNORECASE)
_IMPRINT = late(
    r"\W*(?:herausgeber|verantwortlich|published by|publisher|impressum|imprint|inhaber|owner)", re.IGNORECASE
)
_PRIVATE = late(
    r"\W*(?:persönlich(?:er? kontakt)?|privat|private|(?:e-?mail|tel\w*|adresse|anschrift)\W+privat"
    r"|(?:private|personal)\W+(?:e-?mail|contact|address|phone|details)|privatanschrift|privatadresse)\W*",
    re.IGNORECASE,
)


def is_whole_strip(row: str) -> bool:
    """Whether a row tells a town with its postcode, a number and an address, and no firm: all of somebody's data."""
    return bool(TOWN.search(row) and MAIL.search(row) and NUMBER.search(row)) and not patterns()["legal"].search(row)


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


def is_sent_to(row: str) -> bool:
    """Whether a row says to whom a letter goes, as "By e-mail: name@example.org" does."""
    return _SENT_TO.match(row) is not None


def is_street(row: str) -> bool:
    """Whether a row is a street, which may bear somebody's name."""
    return _STREET.match(row) is not None


def is_imprint(row: str) -> bool:
    """Whether a row says who is answerable or owns a firm."""
    return _IMPRINT.match(row) is not None


def heads_private(row: str) -> bool:
    """Whether a row is the label of private contact data, and nothing else."""
    return _PRIVATE.fullmatch(row) is not None


def follows_an_answered(spot: Spot) -> bool:
    """Whether a block begins above with a street and town alone, right below a contact of another."""
    for at in range(spot.at - 1, max(0, spot.at - _OF_BLOCK), -1):
        row = spot.rows[at]
        if TOWN.search(row):
            alone = not ({"\t", ":"} & set(row)) and not find_people(row)
            return alone and bool(MAIL.search(spot.rows[at - 1]) or NUMBER.search(spot.rows[at - 1]))
        if not (MAIL.search(row) or NUMBER.search(row)):
            return False
    return False


def is_beside_particulars(spot: Spot) -> bool:
    """Whether a block of addresses and numbers tells where the person comes from or was born, as no referee's does."""
    for step in (-1, 1):
        at = spot.at + step
        while 0 <= at < len(spot.rows) and abs(at - spot.at) < _OF_BLOCK:
            row = spot.rows[at]
            if _PARTICULARS.match(row):
                return True
            if not (MAIL.search(row) or sum(map(str.isdigit, row)) >= _LEAST_DIGITS or is_street(row)):
                break
            at += step
    return False


def in_column(spot: Spot, at: int) -> str:
    """A row, or in a table of as many cells as the row above the contact has, only the cell of the contact's column."""
    count = spot.row.count("\t")
    if not count or not spot.at or spot.rows[spot.at - 1].count("\t") != count or spot.rows[at].count("\t") != count:
        return spot.rows[at]
    return spot.rows[at].split("\t")[spot.text[spot.starts[spot.at] : spot.begin].count("\t")]
