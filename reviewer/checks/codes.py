"""Abbreviations and codes: which words in capitals a reader knows, and which only the house does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewer.checks.vocabulary import load

_CODE = re.compile(r"(?<![\w@./#-])[A-ZÄÖÜ][\w&]*(?:[A-ZÄÖÜ0-9&]|[-/][A-Z0-9]+)[\w&/-]*(?![\w@])")
_ROMAN = re.compile(r"[IVXLC]+")
_LANGUAGE_LEVEL = re.compile(r"[ABC][12]\+?")
_NUMBERING = re.compile(r"^[ \t]*[\[(]?[A-Z]\d{0,2}(?:\.\d{1,2})?[\]).:]", re.MULTILINE)
_UNIT = re.compile(r"\d+[A-Za-zµ%²³]{0,3}")
# Norms, laws, quarters and the like with their number, and what bears a long one.
_NORM = re.compile(
    r"(?:ISO|IEC|DIN|EN|IFRS|IAS|ASC|VDA|SIL|TRL|EN-ISO|FRS|SSAE|SOC|PSD|NIS|GAMP|EU|UN|ICH|Part|DO|Tier|Level|LPH?|HOAI|Q|H|T|KW|CW|FY|GJ|WS|SS)"
    r"[-/]?\d+[A-Z]?(?:[./-]\d+)*[A-Za-z]?"
)
_SERIAL = re.compile(r"(?=(?:\D*\d){4})[A-Z\d/-]{6,}")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_NO_CODES = (_ROMAN, _UNIT, _LANGUAGE_LEVEL, _NORM, _SERIAL)


@cache
def known_terms() -> frozenset[str]:
    """The known terms in capitals."""
    return frozenset(word.upper() for word in load("terms")["known"])


def find_codes(text: str) -> Iterator[re.Match[str]]:
    """Words in capitals or with digits that the list of known terms does not hold."""
    beside = (*_NUMBERING.finditer(text), *_POSTCODE.finditer(text))
    numbered = {place for one in beside for place in range(*one.span())}
    return (found for found in _CODE.finditer(text) if found.start() not in numbered and not is_known(found[0]))


def is_known(word: str) -> bool:
    """Whether a reader of managers' CVs knows the word, or it is none that would need it."""
    known = known_terms()
    plain = word.strip("-/&'’")
    if len(plain) < 2 or plain.upper() in known or any(form.fullmatch(plain) for form in _NO_CODES):
        return True
    parts = [part for part in re.split(r"[-/&]", plain) if part]
    if len(parts) > 1:
        return all(part.upper() in known or not _is_code(part) for part in parts)
    if plain.endswith("s") and plain[:-1].upper() in known:
        return True
    return not _is_code(plain)


def _is_code(word: str) -> bool:
    """Two capitals or more, or capitals and digits; a word that merely begins with a capital is none."""
    capitals = sum(sign.isupper() for sign in word)
    digits = any(sign.isdigit() for sign in word)
    return (capitals >= 2 and capitals >= 0.5 * len(word)) or (digits and capitals >= 1)
