"""The outbox's entries as a model for its list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer.domain.ids import LetterId
from reviewer.domain.views import LetterRow
from ui.outbox.letter_groups import Entry, GroupHead
from ui.outbox.letter_words import spoken, state_title
from ui.widgets.headed_model import ENTRY, HeadedModel

EDITED = ENTRY + 1


class LetterModel(HeadedModel[Entry, LetterRow]):
    """Headings and the letters below them, some of which somebody has begun to write in."""

    def __init__(self, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(LetterRow, self._words, parent)
        self._clock = clock
        self._edited: frozenset[LetterId] = frozenset()

    def set_edited(self, edited: frozenset[LetterId]) -> None:
        """Mark the letters somebody has begun to write in."""
        if edited != self._edited:
            self._edited = edited
            self.repaint()

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role == EDITED:
            letter = self.chosen_at(index.row())
            return letter is not None and letter.id in self._edited
        return super().data(index, role)

    def place_of(self, letter: LetterId | None) -> int:
        """The row of a letter; -1 when it is not listed."""
        return self.first(lambda row: row.id == letter)

    def _words(self, entry: Entry) -> str:
        return state_title(entry.state) if isinstance(entry, GroupHead) else spoken(entry, self._clock())
