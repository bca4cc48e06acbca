"""One rung of the follow-up: its heading and its people, one of whom may be chosen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.ids import ApplicantKey
from reviewer.domain.ladder import Column
from reviewer.i18n import gettext as _
from ui.followup.followup_words import column_remark, column_title
from ui.followup.people_delegate import PeopleDelegate
from ui.followup.people_model import PeopleModel, Person
from ui.theme import S2, S3
from ui.widgets.panels import Panel, TitleRow
from ui.widgets.paragraph import Paragraph


class PeopleList(QListView):
    """Keeps its place while people come and go; who has gone hands over to the neighbour."""

    chosen = Signal(object)

    def __init__(self, rung: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(column_title(rung))
        self.people = PeopleModel(self)
        self._place = -1
        self._key: ApplicantKey | None = None
        self.setModel(self.people)
        self.setItemDelegate(PeopleDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def show_column(self, column: Column, today: date) -> None:
        """Show these people; nobody is told while the same person stays chosen."""
        key, place, top = self._key, self._place, self.verticalScrollBar().value()
        self.people.show_column(column, today)
        found = self.people.place_of(key)
        if found < 0 and place >= 0:
            found = self.people.nearest(min(place, self.people.rowCount() - 1), -1)
            found = found if found >= 0 else self.people.nearest(0, 1)
        if found >= 0:
            self.setCurrentIndex(self.people.index(found))
        else:
            self._place, self._key = -1, None
        self.verticalScrollBar().setValue(top)

    def current(self) -> Person | None:
        """The chosen person."""
        return self.people.chosen_at(self._place)

    def step(self, by: int) -> bool:
        """Go to the next person down (1) or up (-1); False at the ends."""
        begin = self._place + by if self._place >= 0 else 0
        place = self.people.nearest(begin, by)
        if place >= 0:
            self.setCurrentIndex(self.people.index(place))
        return place >= 0

    def choose_any(self) -> bool:
        """Keep who is chosen, or choose the first; False when there is nobody."""
        return self.current() is not None or self.step(1)

    def mark(self, *, active: bool) -> None:
        """Mark who is chosen here, or nobody while another rung's person is shown; the place is kept."""
        self.people.active = active
        self.viewport().update()

    def choose(self, key: ApplicantKey) -> bool:
        """Choose a person; False when they are not here."""
        place = self.people.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self.people.index(place))
        return place >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.choose_any():
            self.setCurrentIndex(self.people.index(self._place))
        self.chosen.emit(self.current())

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        person = self.people.chosen_at(current.row()) if current.isValid() else None
        if person is not None:
            self._place, self._key = current.row(), person.row.key
            self.scrollTo(current)
            if self.hasFocus():
                self.chosen.emit(person)


class RungColumn(Panel):
    """A rung with its heading."""

    def __init__(self, rung: int, *, edges: str, parent: QWidget | None = None) -> None:
        super().__init__(edges, parent)
        self.title = TitleRow(column_title(rung))
        self.list = PeopleList(rung)
        self._empty = Paragraph(_("Nobody stands here."), tone="faint", centered=True)
        self._places = QStackedWidget()
        self._places.addWidget(self.list)
        self._places.addWidget(self._empty)
        head = QVBoxLayout()
        head.setContentsMargins(S3, S3, S3, S2)
        head.addWidget(self.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._places, 1)

    def show_column(self, column: Column, today: date) -> None:
        """Show a rung's people."""
        self.title.set_remark(column_remark(column))
        self.list.show_column(column, today)
        self._places.setCurrentIndex(0 if column.parts else 1)
