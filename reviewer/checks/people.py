"""People who are named in a text, known by their given names or by how they are addressed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.given_names import is_given
from reviewer.checks.late_patterns import late
from reviewer.checks.vocabulary import kept_for_now, load, lowered, terms

_HONOURED = re.compile(
    r"\b(?:Frau|Herrn?|Mr|Mrs|Ms|Miss|Dr|Prof|Rechtsanwalt|Rechtsanwältin)\b\.?(?:-\w+\.?)?\s+"
    r"(?:(?:Dr(?:\.-\w+)?|Prof|Dipl\.-\w+|Notar|Notarin|[a-z]{3}|h\.c)\.?\s+)*(?P<one>[^\W\d_][\w'’-]+)(?:\s+(?P<other>[A-ZÄÖÜ][\w'’-]+))?"
)
_WORD = re.compile(r"[^\W\d_](?:\.(?=\s)|[\w'’-]*)")
_INITIAL = re.compile(r"[^\W\d_]\.?")
_PARTICLE = late(r"von|vom|van|der|den|de|zu|zur|di|da|del|la|le|ter|ten|dos|el|al|bin")
_LAST_NAME = late(r"[A-ZÄÖÜÀ-Þ](?:['’]?[^\W\d_])+(?:[-'’][^\W\d_]+)*")
# As before "Evelyn" in "1048 Evelyn Avenue"; a year is none.
_HOUSE_NUMBER = late(r"(?:^|[\s,;|·⁄])(?!(?:19|20)\d\d\s)\d{1,5}[a-z]? $")
_FAR = 12
_LEAST_LAST, _OF_A_STATE = 2, 2
_Words = list[tuple[str, int, int]]
Person = tuple[str, ...]
"""Given names and the last name, as they are written."""


@kept_for_now
def find_people(text: str) -> tuple[Person, ...]:
    """Those who are named with a usual given name and what follows it as last names do."""
    found: list[Person] = []
    words = [(word[0], *word.span()) for word in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        begins = is_given(words[at][0]) and not _HOUSE_NUMBER.search(text, max(0, words[at][1] - _FAR), words[at][1])
        end = _given_end(text, words, at) if begins else at
        last = _last_name(text, words, at, end) if end > at else ""
        if last:
            found.append((*(word for word, _, _ in words[at:end] if is_given(word) and word != last), last))
        at = max(end, at + 1)
    return tuple(found)


def _given_end(text: str, words: _Words, at: int) -> int:
    """Where given names, initials and particles end that begin with this word."""
    end = at + 1
    while end < len(words) and _follows(text, words, end):
        word = words[end][0]
        if not (is_given(word) or _INITIAL.fullmatch(word) or _PARTICLE.fullmatch(word)):
            break
        end += 1
    return end


def _last_name(text: str, words: _Words, at: int, end: int) -> str:
    if end < len(words) and _follows(text, words, end) and _is_last_name(words[end][0]):
        if len(words[end][0]) == _OF_A_STATE and words[end][0].isupper() and not words[at][0].isupper():
            return ""  # As in "San Francisco CA".
        return "" if _is_no_person(text, words, end + 1) else words[end][0]
    return words[end - 1][0] if end - at > 1 and is_given(words[end - 1][0]) else ""


def _is_no_person(text: str, words: _Words, at: int) -> bool:
    """Whether a company's legal form or a kind of street follows, as in "Max Muster GmbH"."""
    if at >= len(words) or not _follows(text, words, at):
        return False
    low = lowered(words[at][0])
    street = low.endswith(tuple(load("contacts")["of_streets"])) or low in load("contacts")["whole_streets"]
    return street or low in load("tasks")["legal"]


def _follows(text: str, words: _Words, at: int) -> bool:
    """Whether only a blank stands between a word and the one before."""
    return text[words[at - 1][2] : words[at][1]] in {" ", ". "}


def _is_last_name(word: str) -> bool:
    low = lowered(word)
    return (
        len(word) >= _LEAST_LAST
        and _LAST_NAME.fullmatch(word) is not None
        and not low.endswith(tuple(load("contacts")["of_streets"]))
        and low not in load("contacts")["whole_streets"]
        and low not in load("tasks")["legal"]
        and low not in load("contacts")["general"]
        and low not in load("contacts")["of_firms"]
        and not any(terms("contacts", kind).hits(low) for kind in ("phone", "mail", "places"))
        and (low in load("contacts")["last_names"] or not terms("tasks", "titles").hits(low))
    )


def find_honoured(text: str) -> Iterator[list[str]]:
    """Names that follow a title or a form of address."""
    for found in _HONOURED.finditer(text):
        yield [found["one"], found["other"] or ""]
