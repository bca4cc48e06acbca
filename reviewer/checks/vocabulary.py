"""The reviewed word lists under resources/vocabularies, and finding their words in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from reviewer.checks.records import record
from reviewer.checks.word_lists import read_lists

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "vocabularies"
Span = tuple[int, int]
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
# A word, whether it must end where it ends, and the number of its list.
_Entry = tuple[str, bool, int]
# What stands where a token begins, by length and list, and what may go on behind it, by its next two signs.
_Beginning = tuple[tuple[tuple[int, int], ...], dict[str, tuple[_Entry, ...]]]
_NOTHING: _Beginning = ((), {})


_Found = TypeVar("_Found")
_TEXTS_AT_ONCE = 1024
# Beginnings are found by their first signs, so that most tokens are done with after a look or two; none has one alone.
_OPENING, _SHORTEST = 3, 2
_forgetting: list[Callable[[], None]] = []


def kept_for_now(look: Callable[[str], _Found]) -> Callable[[str], _Found]:
    """What was found in a text, kept until forget_texts; several rules look at one text for the same."""
    keeping = lru_cache(maxsize=_TEXTS_AT_ONCE)(look)
    _forgetting.append(keeping.cache_clear)
    return keeping


def forget_texts() -> None:
    """Keep nothing of any text any more: a document is done."""
    for forget in _forgetting:
        forget()
    _index.forget()


@record
class Terms:
    """Words to look for in lower-cased text: by their beginning, as a whole, or anywhere inside a word.

    number is the list's in the index of all lists, which holds all its words but those anywhere. No word runs over a
    line's end, so what a text of several lines holds is found line by line: rules that look at the same lines share it.
    """

    number: int
    anywhere: tuple[str, ...]

    def find(self, lowered: str) -> list[Span]:
        """Where words of the list stand, in order; a span may lie within another."""
        found = self._by_line(lowered) if "\n" in lowered else _index.found(lowered).get(self.number, ())
        if self.anywhere:
            return sorted([*found, *self._inside_words(lowered)])
        return sorted(found) if found else []

    def hits(self, lowered: str) -> bool:
        """Whether any word of the list stands in the text."""
        if "\n" in lowered:
            found = any(self.number in _index.found(line) for line in _lines(lowered))
        else:
            found = self.number in _index.found(lowered)
        return found or (bool(self.anywhere) and any(map(lowered.__contains__, self.anywhere)))

    def _by_line(self, lowered: str) -> Iterator[Span]:
        start = 0
        for line in _lines(lowered):
            for begin, end in _index.found(line).get(self.number, ()):
                yield start + begin, start + end
            start += len(line) + 1

    def _inside_words(self, lowered: str) -> Iterator[Span]:
        for term in filter(lowered.__contains__, self.anywhere):
            at = lowered.find(term)
            while at >= 0:
                yield at, at + len(term)
                at = lowered.find(term, at + 1)


def _lines(text: str) -> list[str]:
    """The lines of a text, each of its cells one."""
    return text.replace("\t", "\n").split("\n")


class _ByToken(dict[str, _Beginning]):
    """What may stand where a token of a text begins; looked for once, as a document has few words many times."""

    def __init__(self, look: Callable[[str], _Beginning]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, token: str) -> _Beginning:
        found = self[token] = self._look(token)
        return found


class _Index:
    """The words of all lists by what they begin with: a text is gone through once, not by each list anew.

    With a list that comes later begins a new store, so that nobody is given what was found without it.
    """

    def __init__(self) -> None:
        self._lists = 0
        self._beginnings: defaultdict[str, list[int]] = defaultdict(list)
        self._lengths: defaultdict[str, set[int]] = defaultdict(set)
        self._heads: defaultdict[str, list[_Entry]] = defaultdict(list)
        self._begin_store()

    def add(self, beginnings: Iterable[str], wholes: Iterable[str]) -> int:
        """The number of a new list of these words: what words begin with, and whole ones."""
        number = self._lists
        self._lists += 1
        known, lengths = self._beginnings, self._lengths
        for word in beginnings:
            if word.isalnum():
                assert len(word) >= _SHORTEST
                known[word].append(number)
                lengths[word[:_OPENING]].add(len(word))
            else:
                self._add_head(word, False, number)
        for word in wholes:
            self._add_head(word, True, number)
        self._begin_store()
        return number

    def _add_head(self, word: str, whole: bool, number: int) -> None:
        """A word that is looked at where its first token is found."""
        head = word.partition(" ")[0]
        self._heads[head if head.isalnum() else next(_TOKEN.finditer(head))[0]].append((word, whole, number))

    def forget(self) -> None:
        """Keep nothing of any text."""
        self.found.cache_clear()
        self._by_token.clear()

    def _begin_store(self) -> None:
        # In this order, for a thread that looks just now.
        self._headed: dict[str, _Beginning] = {}
        self._by_token = _ByToken(self._beginning_with)
        self.found = lru_cache(maxsize=_TEXTS_AT_ONCE)(self._find)

    def _find(self, lowered: str) -> dict[int, list[Span]]:
        """Where words of each list stand, by the list's number."""
        found: dict[int, list[Span]] = {}
        by_token = self._by_token
        for token in _TOKEN.finditer(lowered):
            sure, longer = by_token[token[0]]
            if sure:
                at = token.start()
                for length, number in sure:
                    found.setdefault(number, []).append((at, at + length))
            if longer:
                at, end = token.span()
                for word, whole, number in (*longer.get("", ()), *longer.get(lowered[end : end + 2], ())):
                    end = at + len(word)
                    if lowered.startswith(word, at) and not (whole and lowered[end : end + 1].isalnum()):
                        found.setdefault(number, []).append((at, end))
        return found

    def _beginning_with(self, token: str) -> _Beginning:
        """What may stand where a token of a text begins."""
        sure, longer = self._headed_by(token) if token in self._heads else _NOTHING
        openings = self._lengths
        for opening in {token[:_SHORTEST], token[:_OPENING]}:
            for length in openings.get(opening, ()):
                if length <= len(token) and (numbers := self._beginnings.get(token[:length])):
                    sure += tuple([(length, number) for number in numbers])
        return sure, longer

    def _headed_by(self, token: str) -> _Beginning:
        """What a token is the whole of, or the first part."""
        if token not in self._headed:
            sure: list[tuple[int, int]] = []
            longer: defaultdict[str, list[_Entry]] = defaultdict(list)
            for entry in self._heads[token]:
                word, whole, number = entry
                rest = word[len(token) :]
                if rest or (whole and not token.isalnum()):
                    longer[rest[:2] if len(rest) > 1 else ""].append(entry)
                else:
                    sure.append((len(token), number))
            self._headed[token] = tuple(sure), {key: tuple(entries) for key, entries in longer.items()}
        return self._headed[token]


_index = _Index()


@cache
def load(name: str) -> dict[str, Any]:
    """One file of word lists."""
    return read_lists((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def rules_version() -> str:
    """The version of the rules; findings of another version are worth making anew."""
    return str(load("rules")["version"])


def in_both_spellings(words: Iterable[str]) -> Iterator[str]:
    """Words, and beside those with umlauts the same without, as "Groesse" beside "Größe"."""
    for word in words:
        yield word
        yield from _without_umlauts((word,))


def _without_umlauts(words: Iterable[str]) -> Iterator[str]:
    """Of words with umlauts the other spelling."""
    for word in words:
        if not word.isascii() and (plain := word.translate(_UMLAUTS)) != word:
            yield plain


@cache
def terms(name: str, key: str) -> Terms:
    """One list as terms; key is dotted where the list stands in a table."""
    words: Any = load(name)
    for part in key.split("."):
        words = words[part]
    words = [*words, *_without_umlauts(words)]
    marked = [word for word in words if word[0] in "*="]
    beginnings = [word for word in words if word[0] not in "*="] if marked else words
    number = _index.add(beginnings, [word[1:] for word in marked if word[0] == "="])
    return Terms(number=number, anywhere=tuple(word[1:] for word in marked if word[0] == "*"))


def make_terms(words: Iterable[str]) -> Terms:
    """Words that stand in no list of their own as terms, by their beginning."""
    return Terms(number=_index.add(words, ()), anywhere=())


@kept_for_now
def lowered(text: str) -> str:
    """The text in lower case, as long as before."""
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(sign if len(sign.lower()) != 1 else sign.lower() for sign in text)
    )
