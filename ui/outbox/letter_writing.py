"""Letters that somebody is writing in: what was typed is kept until it is saved or dropped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reviewer.domain.ids import LetterId
from reviewer.domain.views import LetterRow

Text = tuple[str, str]
"""Subject and body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What stood there when the writing began, and what stands there now; release: it was held for this alone."""

    seen: Text
    typed: Text
    release: bool = False
    overruled: bool = False
    """Whether the letter was changed by somebody else meanwhile."""

    @property
    def is_changed(self) -> bool:
        """Whether anything was typed that is worth keeping."""
        return self.typed != self.seen


class Writings:
    """Keeps typed text per letter; a letter that no longer exists takes its text with it."""

    def __init__(self) -> None:
        self._kept: dict[LetterId, Writing] = {}

    def find(self, letter: LetterId) -> Writing | None:
        """What is being written in a letter."""
        return self._kept.get(letter)

    def letters(self) -> frozenset[LetterId]:
        """The letters somebody is writing in."""
        return frozenset(self._kept)

    def begin(self, row: LetterRow, *, release: bool = False) -> None:
        """Start from the letter's text; what was begun before goes on."""
        text = (row.subject, row.body)
        self._kept.setdefault(row.id, Writing(seen=text, typed=text, release=release))

    def type(self, letter: LetterId, typed: Text) -> None:
        """Keep what is typed so far."""
        known = self._kept.get(letter)
        if known is not None:
            self._kept[letter] = replace(known, typed=typed)

    def drop(self, letter: LetterId) -> Writing | None:
        """Forget what was typed; gives it."""
        return self._kept.pop(letter, None)

    def follow(self, rows: Iterable[LetterRow]) -> None:
        """Note which letters were changed by others and forget those that have gone."""
        texts = {row.id: (row.subject, row.body) for row in rows}
        kept: dict[LetterId, Writing] = {}
        for letter, writing in self._kept.items():
            now = texts.get(letter)
            if now is not None:
                kept[letter] = writing if now == writing.seen else replace(writing, seen=now, overruled=True)
        self._kept = kept
