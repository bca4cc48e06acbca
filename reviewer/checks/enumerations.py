"""Abbreviations that stand among known ones, as "TEU, VGM, AEO and GMQ": perhaps a trade's that no list has."""

from __future__ import annotations

from bisect import bisect_right

from reviewer.checks.codes import find_known_codes
from reviewer.checks.late_patterns import late
from reviewer.checks.trades import find_trade_terms
from reviewer.checks.view import View
from reviewer.checks.vocabulary import Span, load

_JOINT = r"(?:\s?[,;/|&+]\s?|,?\s(?:und|and|oder|or|sowie|bzw\.)\s)"
# A capital with small letters alone behind it begins none.
_CAPITAL, _ITS_REST = "[A-ZÄÖÜ]", r"(?![a-zäöüß]*(?:[^\w-]|\Z))[\w-]*[A-ZÄÖÜ0-9][\w-]*"
_ITEM = _CAPITAL + _ITS_REST
_ROW = late(rf"{_CAPITAL}(?<![\w-].){_ITS_REST}(?:{_JOINT}{_ITEM}){{3,}}")
_OF_ROW = late(_ITEM)
# Longer words in capitals may be a system's or a programme's name, and digits are what a house gives.
_PLAIN = late(
    r"(?:[A-ZÄÖÜ]+&?[A-ZÄÖÜ]+|[A-ZÄÖÜ]{1,2}[a-z]{1,2}[A-ZÄÖÜ]{0,2}|[a-z][A-ZÄÖÜ]{2,3})(?<!\w{5})"
    r"(?:-(?P<thing>[A-ZÄÖÜ]?[a-zäöüß]{3,})?)?"
)
# What joins an abbreviation to the one before it, and to the one behind it.
_JOINED_BEFORE = late(rf"{_ITEM}{_JOINT}$")
_JOINED_BEHIND = late(rf"(?:-[A-ZÄÖÜ]?[a-zäöüß]*)?{_JOINT}{_ITEM}")
_LONGEST_JOINED = 40
_SHORT = late(r"[A-ZÄÖÜ]{2,4}")
_KNOWN_EACH = 3
_KNOWN_BESIDE = 2


def find_rows(text: str) -> list[Span]:
    """Where four abbreviations and more stand in a row."""
    return [row.span() for row in _ROW.finditer(text)]


def find_listed(text: str, unknown: set[Span]) -> set[Span]:
    """Which unknown abbreviations are short and stand in rows with three known ones and more for each of them."""
    listed: set[Span] = set()
    for row in _ROW.finditer(text):
        here = {(begin, end) for begin, end in unknown if row.start() <= begin < row.end()}
        if here and len(_OF_ROW.findall(row[0])) >= len(here) * (1 + _KNOWN_EACH):
            listed |= {span for span in here if _SHORT.fullmatch(text, *span)}
    return listed


def find_among_known(view: View, words: dict[str, list[Span]]) -> frozenset[str]:
    """Which of the words are plain abbreviations, joined to another in statements with others that are known."""
    units = sorted((unit.begin, unit.end) for facts in view.stations for unit in facts.units)
    return frozenset(
        word
        for word, spans in words.items()
        if _is_plain(word)
        and all(
            _is_joined(view.flow.text, *span) and _has_known(view.flow.text, *_statement(view, units, span[0]))
            for span in spans
        )
    )


def _is_plain(word: str) -> bool:
    """Whether a word is a short abbreviation, perhaps before another word that is no thing of a house."""
    form = _PLAIN.fullmatch(word)
    return form is not None and (form["thing"] or "").lower() not in load("terms")["house_things"]


def count_known(text: str) -> int:
    """How many abbreviations of a text are known, those of its trade among them; each counts once."""
    return len({*find_known_codes(text), *find_trade_terms(text)})


def _is_joined(text: str, begin: int, end: int) -> bool:
    """Whether a comma, a stroke or the like joins an abbreviation to another."""
    before = text[max(0, begin - _LONGEST_JOINED) : begin]
    return _JOINED_BEFORE.search(before) is not None or _JOINED_BEHIND.match(text, end) is not None


def _has_known(text: str, begin: int, end: int) -> bool:
    known = {*find_known_codes(text[begin:end]), *find_trade_terms(text, begin, end)}
    return len(known) >= _KNOWN_BESIDE


def _statement(view: View, units: list[Span], at: int) -> Span:
    """The statement of an entry that a place stands in, else its line."""
    number = bisect_right(units, (at, len(view.flow.text))) - 1
    if number >= 0 and units[number][0] <= at < units[number][1]:
        return units[number]
    line = view.flow.line_at(at)
    begin = view.flow.starts[line]
    return begin, begin + len(view.flow.lines[line].text)
