"""The outbox's entries as a model for its list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer.domain.ids import LetterId
from reviewer.domain.views import LetterRow
from ui.outbox.letter_groups import Entry, GroupHead
from ui.outbox.letter_words import spoken, state_title

ENTRY = Qt.ItemDataRole.UserRole
EDITED = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()


class LetterModel(QAbstractListModel):
    """Holds what the list shows; headings can be neither chosen nor reached by keys."""

    def __init__(self, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._entries: list[Entry] = []
        self._edited: frozenset[LetterId] = frozenset()

    def set_entries(self, entries: Sequence[Entry]) -> bool:
        """Show these; False when they are the same as before."""
        if list(entries) == self._entries:
            return False
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()
        return True

    def set_edited(self, edited: frozenset[LetterId]) -> None:
        """Mark the letters somebody has begun to write in."""
        if edited != self._edited:
            self._edited = edited
            self.tell_time()

    def tell_time(self) -> None:
        """A second has passed, or a mark has changed."""
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1), [])

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role == EDITED:
            return isinstance(entry, LetterRow) and entry.id in self._edited
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return state_title(entry.state) if isinstance(entry, GroupHead) else spoken(entry, self._clock())
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._entries[index.row()], LetterRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def place_of(self, letter: LetterId | None) -> int:
        """The row of a letter; -1 when it is not listed."""
        return next(
            (at for at, entry in enumerate(self._entries) if isinstance(entry, LetterRow) and entry.id == letter), -1
        )

    def letter_at(self, place: int) -> LetterRow | None:
        """The letter in a row; None for headings and beyond."""
        entry = self._entries[place] if 0 <= place < len(self._entries) else None
        return entry if isinstance(entry, LetterRow) else None

    def nearest(self, place: int, step: int) -> int:
        """The next row with a letter from place on, going by step; -1 when there is none."""
        while 0 <= place < len(self._entries):
            if isinstance(self._entries[place], LetterRow):
                return place
            place += step
        return -1
