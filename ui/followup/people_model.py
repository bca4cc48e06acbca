"""One column of the follow-up as a model: headings and people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer.domain.ids import ApplicantKey
from reviewer.domain.ladder import Column, Part
from reviewer.domain.views import FollowUpRow
from ui.followup.followup_words import part_title, spoken

ENTRY = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The heading of a part."""

    part: Part
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person in a part."""

    row: FollowUpRow
    part: Part


Entry = Head | Person


class PeopleModel(QAbstractListModel):
    """Headings can be neither chosen nor reached by keys."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self.today = date.min

    def show_column(self, column: Column, today: date) -> None:
        """Show these people."""
        entries: list[Entry] = []
        for part, rows in column.parts:
            entries.append(Head(part=part, count=len(rows)))
            entries += [Person(row=row, part=part) for row in rows]
        if entries != self._entries or today != self.today:
            self.beginResetModel()
            self._entries, self.today = entries, today
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            if isinstance(entry, Head):
                return part_title(entry.part, entry.count)
            return spoken(entry.row, entry.part, self.today)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._entries[index.row()], Person):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def person_at(self, place: int) -> Person | None:
        """The person in a row; None for headings and beyond."""
        entry = self._entries[place] if 0 <= place < len(self._entries) else None
        return entry if isinstance(entry, Person) else None

    def place_of(self, key: ApplicantKey | None) -> int:
        """The row of a person; -1 when there is none."""
        people = (
            place for place, entry in enumerate(self._entries) if isinstance(entry, Person) and entry.row.key == key
        )
        return next(people, -1)

    def nearest(self, place: int, step: int) -> int:
        """The next row with a person from place on, going by step; -1 when there is none."""
        while 0 <= place < len(self._entries):
            if isinstance(self._entries[place], Person):
                return place
            place += step
        return -1
