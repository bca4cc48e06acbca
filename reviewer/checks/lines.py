"""Lines as a reader sees them: words put together, freed of ligatures, icon fonts, soft hyphens and letter-spacing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from itertools import groupby, pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from reviewer.checks.accents import ACCENTS, recomposed
from reviewer.checks.late_patterns import late
from reviewer.checks.mended_words import mended
from reviewer.checks.misreadings import corrected
from reviewer.checks.records import record
from reviewer.domain.reading import ReadPage, ReadWord, Rect

_DASHES = str.maketrans({"‐": "-", "‑": "-", "−": "-", "‒": "–", "—": "–", "―": "–", "\u00ad": None, "\u200b": None})
_PRIVATE = late("[\ue000-\uf8ff\U000f0000-\U0010fffd\ufffd]")
# What is changed though it is printable and in normal form.
_CHANGED = re.compile(f"[\ufffd`{ACCENTS}{''.join(map(chr, _DASHES))}]")
_BULLET = late(r"[•●○◦▪■□▸►▶‣⁃∙·\-–*>»✓✔✦◆➢➤→o§]|\(?\d{1,2}[.)]")
# A line drawn with signs, as typewriters do below headings.
_RULE = re.compile(r"[^\w\s]{3,}|_{3,}")
_CELL_GAP = 1.9
_LEAST_GAP = _CELL_GAP * 6.0
_WORD_GAP = 1.2


class Piece(NamedTuple):
    """A word after normalising, and where it stands."""

    text: str
    rect: Rect


@record
class Line:
    """Words side by side on one page, without a gap as wide as one between columns; number is the producer's order."""

    page: int
    rect: Rect
    pieces: tuple[Piece, ...]
    size: float
    bold: bool
    number: int
    text: str = field(init=False, compare=False)
    middle: float = field(init=False, compare=False)

    def __post_init__(self) -> None:
        # The rules ask for these a thousand times a page.
        object.__setattr__(self, "text", " ".join([piece.text for piece in self.pieces]))
        object.__setattr__(self, "middle", (self.rect[1] + self.rect[3]) / 2)


def normal(text: str) -> str:
    """The text in its plain form: compatibility characters, dashes, and nothing that only an icon font can show."""
    if text.isascii():
        return recomposed(text) if "`" in text else text
    plain = unicodedata.normalize("NFKC", recomposed(text))
    return (plain if plain.isprintable() and "\ufffd" not in plain else _PRIVATE.sub("", plain)).translate(_DASHES)


def _is_normal(text: str) -> bool:
    """Whether words, put together, are each in their plain form and without any space; where in doubt, not."""
    plain = text.isascii() or unicodedata.is_normalized("NFKC", text)
    return plain and text.isprintable() and " " not in text and _CHANGED.search(text) is None


def union(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle around all of them."""
    lefts, tops, rights, bottoms = zip(*rects, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def make_lines(page: ReadPage, number: int) -> list[Line]:
    """The lines of a page (number from 1) in the producer's order."""
    lines: list[Line] = []
    for _, group in groupby(mended(page.words), key=attrgetter("block", "line")):
        for words in _cells(list(group)):
            line = _line(words, number, len(lines))
            if line:
                lines.append(line)
    return _merged(lines)


def _cells(words: list[ReadWord]) -> Iterator[list[ReadWord]]:
    """The words of an engine's line, parted where the gap is that of a tab or a column."""
    begin = 0
    for place, (before, word) in enumerate(pairwise(words), start=1):
        gap = word.rect[0] - before.rect[2]
        if (gap > _LEAST_GAP and gap > _CELL_GAP * before.size) or word.rect[2] < before.rect[0]:
            yield words[begin:place]
            begin = place
    yield words[begin:]


def _line(words: Sequence[ReadWord], page: int, number: int) -> Line | None:
    pieces = _pieces(words)
    if not pieces or (not pieces[0].text[0].isalnum() and _RULE.fullmatch("".join([one.text for one in pieces]))):
        return None
    if len(pieces) >= 4 and [len(piece.text) for piece in pieces].count(1) >= 0.8 * len(pieces):
        pieces = _closed_up(pieces)
    bold = sum([len(word.text) for word in words if word.bold])
    return Line(
        page=page,
        rect=union([piece.rect for piece in pieces]),
        pieces=pieces,
        size=max([word.size for word in words]),
        bold=bold > 0 and bold > sum([len(word.text) for word in words]) / 2,
        number=number,
    )


def _pieces(words: Sequence[ReadWord]) -> tuple[Piece, ...]:
    """The words in their plain form; most lines are written in it already, which is sooner seen than made."""
    if _is_normal("".join([word.text for word in words])) and True not in [word.hidden for word in words]:
        return tuple([Piece(word.text, word.rect) for word in words if word.text])
    return tuple([Piece(text, word.rect) for word in words if (text := _written(word))])


def _written(word: ReadWord) -> str:
    """The word in its plain form; what a reading machine laid under a picture is freed of its usual errors."""
    text = normal(word.text).strip()
    return corrected(text) if word.hidden and "@" not in text else text


def _closed_up(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Letter-spaced words in one piece each: "P R O F I L" is "PROFIL"."""
    gaps = [right.rect[0] - left.rect[2] for left, right in pairwise(pieces)]
    usual = median(gaps)
    words: list[list[Piece]] = [[pieces[0]]]
    for gap, piece in zip(gaps, pieces[1:], strict=True):
        if gap > 1.7 * usual + 0.5:
            words.append([])
        words[-1].append(piece)
    return tuple(
        Piece(text="".join(piece.text for piece in word), rect=union(piece.rect for piece in word)) for word in words
    )


def _merged(lines: list[Line]) -> list[Line]:
    """Join what the engine parted within a word's gap, and a bullet with what follows it."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last and abs(last.middle - line.middle) < 0.35 * max(last.size, line.size):
            gap = line.rect[0] - last.rect[2]
            bullet = _BULLET.fullmatch(last.text) is not None and gap < 4 * line.size
            if -0.5 * line.size < gap < _WORD_GAP * line.size or (bullet and gap > -1):
                joined[-1] = Line(
                    page=last.page,
                    rect=union((last.rect, line.rect)),
                    pieces=last.pieces + line.pieces,
                    size=max(last.size, line.size),
                    bold=line.bold if bullet else last.bold and line.bold,
                    number=last.number,
                )
                continue
        joined.append(line)
    return joined
