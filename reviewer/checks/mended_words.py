"""Words of a text layer as they are drawn: with hyphens, without rows of dots, whole where an accent parts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from reviewer.checks.accents import parts_words
from reviewer.checks.late_patterns import late
from reviewer.domain.reading import ReadWord

# Some fonts call the hyphen soft. One that nothing would break a word at shows that all of its page are drawn.
_SOFT_HYPHEN = "\u00ad"
_DRAWN = late("(?<![^\\W\\d_])\u00ad|\u00ad(?![^\\W\\d_])")
# Some producers write one hyphen in three ways at once.
_HYPHEN = late("[-\u2010\u2011]*\u00ad[-\u2010\u2011\u00ad]*")
_DOTS, _LEAST_DOTS, _SIGNS_OF_DOTS = ".…", 4, ("....", ". . . .", "……")
_ROW_OF_DOTS = late(r"\.{4,}|…{2,}")
_TOUCHING = 0.12
# Of the type's size: so little parts letters of one word, and words of an address.
_NONE, _UNSEEN = 0.01, 0.03


def mended(words: Sequence[ReadWord]) -> Sequence[ReadWord]:
    """A page's words in their order; the same where there is nothing to mend."""
    text = " ".join([word.text for word in words])
    if _SOFT_HYPHEN in text and _DRAWN.search(text):
        words = [word._replace(text=_HYPHEN.sub("-", word.text)) for word in words]
    if any(dots in text for dots in _SIGNS_OF_DOTS):
        words = list(_without_dots(words))
    if any(_is_undivided(left, right) for left, right in pairwise(words)):
        words = _undivided(words)
    return _whole(words) if parts_words(text) else words


def _is_undivided(left: ReadWord, right: ReadWord) -> bool:
    """Whether nothing parts two words as they are drawn, though the text layer has a gap between them."""
    gap = abs(right.rect[0] - left.rect[2])
    if gap > _UNSEEN * left.size or left.size != right.size or abs(right.rect[1] - left.rect[1]) > gap + _UNSEEN:
        return False
    if gap > _NONE * left.size and "@" not in left.text + right.text:
        return False
    return left.text[-1].isalnum() and right.text.strip(".@-_")[:1].isalnum()


def _undivided(words: Sequence[ReadWord]) -> list[ReadWord]:
    """The words, those put together that nothing parts as they are drawn."""
    whole: list[ReadWord] = []
    for word in words:
        last = whole[-1] if whole else None
        if last and _is_undivided(last, word):
            rect = (*last.rect[:2], *word.rect[2:])
            whole[-1] = last._replace(text=last.text + word.text, rect=rect)
        else:
            whole.append(word)
    return whole


def _without_dots(words: Sequence[ReadWord]) -> Iterator[ReadWord]:
    """The words but for rows of dots that lead from one to the next, which may stand within a word's text."""
    for are_dots, group in groupby(words, key=lambda word: not word.text.strip(_DOTS)):
        run = list(group)
        if not are_dots:
            for word in run:
                yield from _beside_dots(word)
        elif sum(len(word.text) for word in run) < _LEAST_DOTS:
            yield from run


def _beside_dots(word: ReadWord) -> Iterator[ReadWord]:
    left, top, right, bottom = word.rect
    width, place = (right - left) / len(word.text), 0
    for found in [*_ROW_OF_DOTS.finditer(word.text), None]:
        end = found.start() if found else len(word.text)
        if end > place:
            rect = (left + width * place, top, left + width * end, bottom)
            yield word._replace(text=word.text[place:end], rect=rect)
        place = found.end() if found else end


def _whole(words: Sequence[ReadWord]) -> list[ReadWord]:
    """The words, those put together that nothing but an accent at their edge parts."""
    whole: list[ReadWord] = []
    for word in words:
        last = whole[-1] if whole else word
        touching = abs(word.rect[0] - last.rect[2]) < _TOUCHING * word.size and last.line == word.line
        if touching and last.block == word.block and parts_words(f"{last.text} {word.text}"):
            (left, top, _, bottom), (_, other_top, right, other_bottom) = last.rect, word.rect
            rect = (left, min(top, other_top), right, max(bottom, other_bottom))
            whole[-1] = last._replace(text=last.text + word.text, rect=rect)
        else:
            whole.append(word)
    return whole
