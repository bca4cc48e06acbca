"""What differs between two texts: line by line, and within changed lines word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

_WORD = re.compile(r"\s+|\w+|[^\w\s]")


class Side(Enum):
    """To which of two texts a line belongs."""

    BOTH = " "
    BEFORE = "−"
    AFTER = "+"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffLine:
    """One line: pieces are its words, each with whether it is what differs."""

    side: Side
    pieces: tuple[tuple[str, bool], ...]

    @property
    def text(self) -> str:
        """The line as it stands in its text."""
        return "".join(words for words, _ in self.pieces)


def compare(before: str, after: str) -> tuple[DiffLine, ...]:
    """The lines of both texts in order; a changed line stands twice, first as it was."""
    old, new = before.rstrip("\n").split("\n"), after.rstrip("\n").split("\n")
    return tuple(_lines(old, new))


def is_same(lines: Sequence[DiffLine]) -> bool:
    """Whether nothing differs."""
    return all(line.side is Side.BOTH for line in lines)


def _lines(old: list[str], new: list[str]) -> Iterator[DiffLine]:
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from (_plain(Side.BOTH, line) for line in old[start:end])
            continue
        pairs = min(end - start, last - first) if kind == "replace" else 0
        for was, now in zip(old[start : start + pairs], new[first : first + pairs], strict=True):
            yield from _changed(was, now)
        yield from (_plain(Side.BEFORE, line) for line in old[start + pairs : end])
        yield from (_plain(Side.AFTER, line) for line in new[first + pairs : last])


def _plain(side: Side, line: str) -> DiffLine:
    return DiffLine(side=side, pieces=((line, side is not Side.BOTH),))


def _changed(was: str, now: str) -> Iterator[DiffLine]:
    old, new = _WORD.findall(was), _WORD.findall(now)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    before = [("".join(old[start:end]), kind != "equal") for kind, start, end, _, _ in codes]
    after = [("".join(new[first:last]), kind != "equal") for kind, _, _, first, last in codes]
    for side, pieces in ((Side.BEFORE, before), (Side.AFTER, after)):
        yield DiffLine(side=side, pieces=tuple(piece for piece in pieces if piece[0]))
