"""The left side of the outbox: search, filters and the list they leave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.views import LetterRow
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from ui.outbox.filter_chips import FilterChips
from ui.outbox.held_release import may_be_released
from ui.outbox.letter_groups import Filter, arrange, count_letters
from ui.outbox.letter_list import LetterList
from ui.theme import S2, S3
from ui.widgets.buttons import ActionButton
from ui.widgets.fields import SearchField
from ui.widgets.panels import EmptyState, Panel, TitleRow


class LettersColumn(Panel):
    """Shows the letters that search and filter leave; counts are those of all letters."""

    def __init__(self, clock: Callable[[], datetime], batch_key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rows: tuple[LetterRow, ...] = ()
        self.title = TitleRow(_("Outbox"), role="title")
        self.search = SearchField(_("Search: name, address, subject"))
        self.chips = FilterChips()
        self.batch = ActionButton(_("Release held letters…"), key=batch_key, icon="send")
        self.batch.hide()
        self.list = LetterList(clock)
        self.empty = EmptyState("search", "")
        self._places = QStackedWidget()
        self._places.addWidget(self.list)
        self._places.addWidget(self.empty)
        self.search.searched.connect(self._arrange)
        self.search.left.connect(self.list.setFocus)
        self.chips.chosen.connect(self._arrange)
        head = QVBoxLayout()
        head.setContentsMargins(S3, S3, S3, S2)
        head.setSpacing(S3 - 2)
        head.addWidget(self.title)
        head.addWidget(self.search)
        head.addWidget(self.chips)
        head.addWidget(self.batch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._places, 1)

    def show_rows(self, rows: tuple[LetterRow, ...]) -> None:
        """Show these letters as far as search and filter let them."""
        self._rows = rows
        self.batch.setVisible(any(may_be_released(row) for row in rows))
        counts = count_letters(rows)
        self.chips.set_counts(counts)
        open_count = counts[Filter.WAITING] + counts[Filter.TROUBLE]
        words = ngettext("{count} open", "{count} open", open_count).format(count=open_count)
        self.title.set_remark(words if open_count else _("all sent"))
        self._arrange()

    def focus_search(self) -> None:
        """Give the keyboard to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _arrange(self, _said: object = None) -> None:
        entries = arrange(self._rows, self.chips.value(), self.search.text())
        self.list.show_entries(entries)
        self._places.setCurrentIndex(0 if entries else 1)
        if not entries:
            self._explain()

    def _explain(self) -> None:
        if self.search.text().strip():
            self.empty.set_words(_("Nothing found"), _("No letter matches these words."))
        elif self.chips.value() in {Filter.WAITING, Filter.TROUBLE}:
            self.empty.set_words(_("All letters have left"), _("Nothing waits, and nothing needs you here."))
        else:
            self.empty.set_words(_("None of these"), _("Choose another filter."))
