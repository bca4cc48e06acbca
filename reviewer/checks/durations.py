"""How long somebody says to have worked for themselves, as in "ten years as an independent interim manager"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.late_patterns import late
from reviewer.checks.records import record

_NUMBERS = {
    word: number
    for number, words in {
        2: "zwei two",
        3: "drei three",
        4: "vier four",
        5: "fünf five",
        6: "sechs six",
        7: "sieben seven",
        8: "acht eight",
        9: "neun nine",
        10: "zehn ten",
        11: "elf eleven",
        12: "zwölf twelve",
        13: "dreizehn thirteen",
        14: "vierzehn fourteen",
        15: "fünfzehn fifteen",
        16: "sechzehn sixteen",
        17: "siebzehn seventeen",
        18: "achtzehn eighteen",
        20: "zwanzig twenty",
        25: "fünfundzwanzig twenty-five",
    }.items()
    for word in words.split()
}
NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_ABOUT = (
    r"(?:(?:nunmehr|jetzt|nun|über|mehr als|rund|gut|fast|etwa|knapp|ca\.|circa|nahezu|bereits|inzwischen"
    r"|mittlerweile|schon|vielen|den|letzten|vergangenen|more than|over|nearly|almost|about|around|some|well over)"
    r"\s+){0,3}"
)
_YEARS = late(r"(?:jahren?|years?|yrs\.?|(?P<tens>jahrzehnte?n?|decades?))(?:['’]s?)?(?!\w)")
_COUNT = late(
    r"(?P<until_now>\b(?:seit|for(?:\s+the)?(?:\s+(?:past|last))?|(?:the\s+)?(?:past|last)|in den letzten)\s+)?"
    rf"{_ABOUT}(?:(?:einem|an?|the)\s+)?(?<!\w)(?:{NUMBER}\s?\+?\s*)?$"
)
# What leads from a number of years to what somebody was all that time.
_AS = late(
    r"[\s,]*(?:(?:of|an|der)\s+)?(?:[\w-]+\s+)??"
    r"(?:(?:berufs)?erfahrung|praxis|tätigkeit|experience|practice|work|track record)?[\s,]*\b(?:als|as|of|in|im)\s+"
)
_ENDS = late(r"[.,;:!?/&()|\n]|\b(?:und|and|with|mit|für|for|bei|at|von|zu)\b")
_SENTENCE_ENDS = late(r"[.;!?|](?:\s|$)|\n\s*\n")
_AFTER = re.compile(r"\b(?:nach|after)\s+$")
_REACH, _NEAR, _JUST = 90, 60, 8
_DECADE, _LEAST, _MOST = 10, 2, 45


@record
class Duration:
    """A number of years at text[begin:end], and the words that say what somebody was all that time."""

    begin: int
    end: int
    years: int
    told: str


def find_durations(lowered: str) -> Iterator[Duration]:
    """The durations in a text of small letters that reach until now, or are told to be spent as something."""
    for found in _YEARS.finditer(lowered):
        count = _COUNT.search(lowered, max(0, found.start() - _NEAR), found.start())
        years = _DECADE if found["tens"] else count_of(count["number"]) if count else 0
        if not count or not _LEAST <= years <= _MOST or _AFTER.search(lowered, count.start() - _JUST, count.start()):
            continue
        rest = lowered[found.end() : found.end() + _REACH]
        leads = _AS.match(rest)
        if leads:
            told = _ENDS.split(rest[leads.end() :].lstrip(), maxsplit=1)[0]
        elif count["until_now"]:
            told = _SENTENCE_ENDS.split(rest, maxsplit=1)[0]
        else:
            continue
        yield Duration(begin=count.start(), end=found.end(), years=years, told=told)


def count_of(written: str | None) -> int:
    """What a number in figures or in small letters says; 0 for None."""
    if written is None:
        return 0
    return int(written) if written.isdigit() else _NUMBERS[written]
