"""Gives the list's lines to views: headings, rows, and rows that are still to come."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reviewer.domain.ids import ApplicantKey
from reviewer.domain.views import QueueRow
from reviewer.i18n import gettext as _
from ui.queue.listing import Heading, Line, Listing, Place, Section
from ui.queue.queue_words import heading_words, row_title, row_words
from ui.widgets.labels import plain_tooltip

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class QueueModel(QAbstractListModel):
    """As many lines as the summary promised; those that are not here yet are None."""

    arriving = Signal()

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self.listing: Listing | None = None
        self._later: frozenset[ApplicantKey] = frozenset()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if self.listing is None or parent.isValid() else len(self.listing)

    def line(self, number: int) -> Line:
        """What stands in a line; None as well for a line there is not."""
        if self.listing is None or not 0 <= number < len(self.listing):
            return None
        return self.listing.line(number)

    def is_later(self, key: ApplicantKey) -> bool:
        """Whether somebody was left for the end of the day."""
        return key in self._later

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(line) if isinstance(line, QueueRow) else self._title(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._words(line)) if isinstance(line, QueueRow) else None
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if isinstance(self.line(index.row()), Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def show(self, listing: Listing) -> None:
        """Show another list; arriving comes before, so that a view can note what it shows."""
        self.arriving.emit()
        self.beginResetModel()
        self.listing = listing
        self.endResetModel()

    def tell_rows(self, section: Section) -> None:
        """Say that rows of a section have come."""
        if self.listing is not None:
            start = self.listing.start(section.group)
            self.dataChanged.emit(self.index(start, 0), self.index(start + section.count, 0))

    def remove(self, key: ApplicantKey) -> Place | None:
        """Take an applicant out of the list at once; gives where they stood."""
        if self.listing is None or self.listing.place(key) is None:
            return None
        self.arriving.emit()
        self.beginResetModel()
        place = self.listing.remove(key)
        self.endResetModel()
        return place

    def mark_later(self, keys: Collection[ApplicantKey]) -> None:
        """Mark those left for the end of the day."""
        changed = self._later ^ frozenset(keys)
        self._later = frozenset(keys)
        for key in changed:
            number = None if self.listing is None else self.listing.find(key)
            if number is not None:
                self.dataChanged.emit(self.index(number, 0), self.index(number, 0))

    def _words(self, line: QueueRow) -> str:
        return row_words(line, self.today(), later=self.is_later(line.key))

    def _title(self, line: Line) -> str:
        if isinstance(line, Heading):
            return heading_words(line.group, line.count)
        return _("is being loaded") if line is None else row_title(line)
