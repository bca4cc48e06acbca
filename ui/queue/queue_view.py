"""The queue pane: search, filters, the day's progress, and the list."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.checklist import Checklist
from reviewer.domain.ids import CriterionKey
from reviewer.domain.letter import Language
from reviewer.domain.views import QueueQuery, QueueSummary
from reviewer.i18n import current_language
from reviewer.i18n import gettext as _
from ui.queue.filter_chips import FilterChips, make_chips
from ui.queue.filter_popover import FilterPopover
from ui.queue.list_view import QueueListView
from ui.queue.listing import Listing
from ui.queue.queue_places import DoneNote, all_done, nobody_yet, not_readable, nothing_found
from ui.queue.queue_presenter import QueuePlace, QueuePresenter
from ui.queue.queue_words import progress_words
from ui.theme import S1, S2, S3
from ui.widgets.buttons import IconButton
from ui.widgets.fields import SearchField
from ui.widgets.labels import PlainLabel
from ui.widgets.panels import Panel, ProgressLine


class QueueView(Panel):
    """Joins the pane's parts with the presenter; it decides nothing itself."""

    import_wanted = Signal()

    def __init__(self, presenter: QueuePresenter, checklist: Checklist, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._presenter = presenter
        self._checklist = checklist
        self.field = SearchField(_("Search: name, ID, file …"))
        self.filter_button = IconButton("funnel", _("Filter the list"), checkable=True)
        self.chips = FilterChips()
        self.words = PlainLabel(role="small", tone="dim")
        self.bar = ProgressLine(_("Decided today"))
        self.done = DoneNote()
        self.list = QueueListView(presenter.model)
        self.places = QStackedWidget()
        self.popover: FilterPopover | None = None
        self.nobody, self.nothing, self.fault = nobody_yet(), nothing_found(), not_readable()
        self._states: dict[QueuePlace, QWidget] = {
            QueuePlace.LOADING: QWidget(),
            QueuePlace.LIST: self.list,
            QueuePlace.NOBODY_YET: self.nobody,
            QueuePlace.NOTHING_FOUND: self.nothing,
            QueuePlace.FINISHED: all_done(),
            QueuePlace.FAILED: self.fault,
        }
        self._make_room("")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)

    def search(self) -> None:
        """Let the person type what to search for."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def open_filter(self) -> None:
        """Open the filters below their button."""
        popover = FilterPopover(self.window(), self._presenter.query, self._criteria())
        popover.chosen.connect(self._presenter.choose)
        popover.closed.connect(popover.deleteLater)
        popover.closed.connect(self._show_filter_state)
        self.popover = popover
        popover.open_below(self.filter_button)

    def _criteria(self) -> list[tuple[CriterionKey, str]]:
        language = Language(current_language())
        return [(criterion.key, criterion.texts[language].title) for criterion in self._checklist.criteria]

    def _make_room(self, text: str) -> None:
        """Keep the clear button's room free only while it is there."""
        margins = self.field.textMargins()
        margins.setRight(margins.left() if text else 0)
        self.field.setTextMargins(margins)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(S1)
        row.addWidget(self.field, 1)
        row.addWidget(self.filter_button)
        head = QVBoxLayout()
        head.setContentsMargins(S3, S3, S3, 0)
        head.setSpacing(S2)
        head.addLayout(row)
        head.addWidget(self.chips)
        day = QVBoxLayout()
        day.setContentsMargins(S3 + S1, S2, S3 + S1, S2)
        day.setSpacing(6)
        day.addWidget(self.words)
        day.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(day)
        column.addWidget(self.done)
        column.addWidget(self.places, 1)
        for place in self._states.values():
            self.places.addWidget(place)
        self.done.hide()
        self._show_day(None)

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.listed.connect(self._list)
        presenter.marked.connect(lambda line, show: self.list.mark(line, show=show))
        presenter.query_changed.connect(self._show_query)
        presenter.place_changed.connect(self._show_place)
        self.list.picked.connect(presenter.pick)
        self.list.range_shown.connect(presenter.look_at)
        self.field.searched.connect(presenter.search)
        self.field.left.connect(self.list.setFocus)
        self.field.textChanged.connect(self._make_room)
        self.filter_button.clicked.connect(self.open_filter)
        self.chips.chosen.connect(presenter.choose)
        self.chips.clear_wanted.connect(lambda: presenter.choose(QueueQuery(text=presenter.query.text)))
        self.nobody.pressed.connect(self.import_wanted)
        self.nothing.pressed.connect(presenter.clear)
        self.fault.pressed.connect(presenter.load)

    def _list(self, listing: Listing, fresh: bool) -> None:
        self._show_day(listing.summary)
        self.done.setVisible(bool(len(listing)) and listing.summary.open == 0 and not self._presenter.is_filtered())
        if fresh:
            self.list.to_top()

    def _show_day(self, summary: QueueSummary | None) -> None:
        self.words.setText("" if summary is None else progress_words(summary))
        whole = 0 if summary is None else summary.decided_today + summary.open
        self.bar.setRange(0, max(1, whole))
        self.bar.setValue(0 if summary is None else summary.decided_today)
        self.bar.setAccessibleDescription(self.words.text())

    def _show_query(self, query: QueueQuery) -> None:
        titles = dict(self._criteria())
        self.chips.show_chips(make_chips(query, lambda key: titles.get(key, str(key))))
        if query.text != self.field.text().strip():
            self.field.setText(query.text)
            self.field.search_now()
        self._show_filter_state()

    def _show_filter_state(self) -> None:
        query = self._presenter.query
        self.filter_button.setChecked(replace(query, text="") != QueueQuery())

    def _show_place(self, place: QueuePlace) -> None:
        self.places.setCurrentWidget(self._states[place])
        for part in (self.words, self.bar):
            part.setVisible(place is not QueuePlace.NOBODY_YET)
