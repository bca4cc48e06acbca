"""The list of letters: keeps its place while letters come and go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from reviewer.domain.ids import LetterId
from reviewer.domain.views import LetterRow
from reviewer.i18n import gettext as _
from ui.outbox.letter_delegate import LetterDelegate
from ui.outbox.letter_groups import OPEN, Entry
from ui.outbox.letter_model import LetterModel

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class LetterList(QListView):
    """Says which letter is chosen, once per change; a letter that has gone hands over to its neighbour."""

    chosen = Signal(object)

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Letters"))
        self._letters = LetterModel(clock, self)
        self._place = -1
        self._told: LetterRow | None = None
        self.setModel(self._letters)
        self.setItemDelegate(LetterDelegate(clock, self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def letters(self) -> LetterModel:
        """What is listed."""
        return self._letters

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """List these; the chosen letter stays chosen and the list where it was scrolled to."""
        wanted, place, top = self._told, self._place, self.verticalScrollBar().value()
        if not self._letters.set_entries(entries):
            return
        found = self._letters.place_of(wanted.id if wanted is not None else None)
        if found < 0:
            found = self._successor(place)
        self._choose(found, scroll=False)
        self.verticalScrollBar().setValue(top)
        if found >= 0 and (wanted is None or self._told is None or self._told.id != wanted.id):
            self._reveal(found)

    def choose(self, letter: LetterId) -> bool:
        """Choose a letter; False when it is not listed."""
        place = self._letters.place_of(letter)
        if place >= 0:
            self._choose(place)
        return place >= 0

    def step(self, by: int) -> None:
        """Go to the next letter down (1) or up (-1); stays at the ends."""
        place = self._letters.nearest(self._place + by, by)
        if place >= 0:
            self._choose(place)

    def current(self) -> LetterRow | None:
        """The chosen letter."""
        return self._letters.chosen_at(self._place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        last = self._letters.rowCount() - 1
        page = max(1, self.viewport().height() // max(1, self.sizeHintForRow(max(0, self._place))) - 1)
        if key in _STEPS:
            self.step(_STEPS[key])
        elif key == Qt.Key.Key_Home:
            self._choose(self._letters.nearest(0, 1))
        elif key == Qt.Key.Key_End:
            self._choose(self._letters.nearest(last, -1))
        elif key == Qt.Key.Key_PageDown:
            self._choose(self._letters.nearest(min(last, self._place + page), -1))
        elif key == Qt.Key.Key_PageUp:
            self._choose(self._letters.nearest(max(0, self._place - page), 1))
        else:
            event.ignore()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        row = self._letters.chosen_at(current.row()) if current.isValid() else None
        if row is not None:
            self._place = current.row()
            self._tell(row)

    def _choose(self, place: int, *, scroll: bool = True) -> None:
        self._place = place
        if place < 0:
            self._tell(None)
            return
        self.setCurrentIndex(self._letters.index(place))
        if scroll:
            self._reveal(place)
        self._tell(self._letters.chosen_at(place))

    def _successor(self, place: int) -> int:
        """Who is chosen when the chosen letter is no longer listed: its neighbour, or the first that is still open."""
        if place >= 0:
            found = self._letters.nearest(min(place, self._letters.rowCount() - 1), -1)
            return found if found >= 0 else self._letters.nearest(0, 1)
        first = self._letters.nearest(0, 1)
        row = self._letters.chosen_at(first)
        return first if row is not None and row.state in OPEN else -1

    def _reveal(self, place: int) -> None:
        """Scroll to a letter, with its heading when it is the first of its kind."""
        above = place - 1
        if above >= 0 and self._letters.chosen_at(above) is None:
            self.scrollTo(self._letters.index(above))
        self.scrollTo(self._letters.index(place))

    def _tell(self, row: LetterRow | None) -> None:
        if row != self._told:
            self._told = row
            self.chosen.emit(row)
