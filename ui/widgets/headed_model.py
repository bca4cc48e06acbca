"""A list with headings as a model: entries of one class can be chosen, all others are headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ENTRY = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()
E = TypeVar("E")
C = TypeVar("C")
_SPOKEN = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})


class HeadedModel(QAbstractListModel, Generic[E, C]):
    """Entries E, of which those of class C can be chosen; headings can be neither chosen nor reached by keys.

    spoken is an entry in words, for those who hear it.
    """

    def __init__(self, choosable: type[C], spoken: Callable[[E], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self._choosable = choosable
        self._entries: list[E] = []

    def set_entries(self, entries: Sequence[E]) -> bool:
        """Show these; False when they are the same as before."""
        if list(entries) == self._entries:
            return False
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()
        return True

    def repaint(self) -> None:
        """What the entries say has changed, though not the entries."""
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1), [])

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        return self._spoken(entry) if role in _SPOKEN else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._entries[index.row()], self._choosable):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def chosen_at(self, place: int) -> C | None:
        """The entry in a row; None for headings and beyond."""
        entry = self._entries[place] if 0 <= place < len(self._entries) else None
        return entry if isinstance(entry, self._choosable) else None

    def first(self, wanted: Callable[[C], bool]) -> int:
        """The first row that is wanted; -1 when there is none."""
        fitting = (
            place for place, entry in enumerate(self._entries) if isinstance(entry, self._choosable) and wanted(entry)
        )
        return next(fitting, -1)

    def nearest(self, place: int, step: int) -> int:
        """The next row that can be chosen from place on, going by step; -1 when there is none."""
        while 0 <= place < len(self._entries):
            if isinstance(self._entries[place], self._choosable):
                return place
            place += step
        return -1
