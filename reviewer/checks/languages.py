"""Which language a text is in, by its small words, the words of CVs, and the letters and endings of all others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from reviewer.checks.vocabulary import load

OTHER = "other"
_WORD = re.compile(r"[^\W\d_]+")
_MARK, _LETTER, _ENDING = 2.0, 1.0, 0.5
_LONG, _LENGTHS = 7, (3, 4, 5)
# Of so many words a text in a language that is known has this share at least.
_LEAST_WORDS, _LEAST_SHARE = 30, 0.06
Table = dict[str, tuple[str, ...]]


def find_language(text: str) -> str:
    """The code of the language that most of the text's words tell; "other" for one that is not judged."""
    counts = Counter(_WORD.findall(text.lower()))
    told = _told(counts)
    best = max(told, key=lambda code: told[code], default=OTHER)
    total = sum(counts.values())
    if total >= _LEAST_WORDS and told[best] < _LEAST_SHARE * total:
        return OTHER
    return best if best in load("language")["judged"] else OTHER


def _told(counts: Counter[str]) -> defaultdict[str, float]:
    """How much words, counted, tell for each language."""
    words, marks, letters, endings = map(_table, ("words", "marks", "letters", "endings"))
    told: defaultdict[str, float] = defaultdict(float)
    for word, count in counts.items():
        if word in words:
            for code in words[word]:
                told[code] += count
        if word in marks:
            for code in marks[word]:
                told[code] += _MARK
        if not word.isascii():
            for code in {code for sign in word if sign > "\x7f" for code in letters.get(sign, ())}:
                told[code] += _LETTER
        if len(word) >= _LONG:
            for length in _LENGTHS:
                for code in endings.get(word[-length:], ()):
                    told[code] += _ENDING
    return told


@cache
def _table(name: str) -> Table:
    """What each entry of a list stands for: the codes of its languages."""
    table: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for code, entries in load("language")[name].items():
        for entry in entries:
            table[entry] += (code,)
    return dict(table)
