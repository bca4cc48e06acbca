"""The small bar to find words in the document, and the search behind it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from reviewer.i18n import gettext as _
from ui.review.document_find import MAX_HITS, Search
from ui.review.document_text import PageText
from ui.theme import S1, S2, theme
from ui.widgets.buttons import IconButton
from ui.widgets.labels import PlainLabel
from ui.widgets.painting import fill_box, painter_for

_BUTTON = 28
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ROUND = 10


class FindBar(QWidget):
    """Field, count, previous, next, close; says what was typed or pressed and knows no document."""

    query_changed = Signal(str)
    step_wanted = Signal(int)
    close_wanted = Signal()
    pin_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Find in document"))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(_("Find in document"))
        self.field.setAccessibleName(_("Find in document"))
        self.field.setMinimumWidth(theme().px(110))
        self.field.textChanged.connect(self.query_changed)
        self.field.installEventFilter(self)
        self._count = PlainLabel(role="small-digits", tone="dim", parent=self)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance("000 of 000"))
        self._back = IconButton("chevron-up", _("Previous hit"), key=_("Shift+Enter"), side=_BUTTON, parent=self)
        self._on = IconButton("chevron-down", _("Next hit"), key=_("Enter"), side=_BUTTON, parent=self)
        close = IconButton("x", _("Close"), key=_("Esc"), side=_BUTTON, parent=self)
        self._back.clicked.connect(lambda: self.step_wanted.emit(-1))
        self._on.clicked.connect(lambda: self.step_wanted.emit(1))
        close.clicked.connect(self.close_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(S2, S2, S2, S2)
        row.setSpacing(S1)
        row.addWidget(self.field, 1)
        for widget in (self._count, self._back, self._on, close):
            row.addWidget(widget)

    def show_count(self, position: int, total: int) -> None:
        """Say which hit of how many is shown."""
        bounded = _("{number}+").format(number=total) if total >= MAX_HITS else str(total)
        counted = _("{position} of {total}").format(position=position, total=bounded)
        empty = _("no hit") if self.field.text().strip() else ""
        self._count.setText(counted if total else empty)
        self._back.setEnabled(total > 0)
        self._on.setEnabled(total > 0)

    def count_text(self) -> str:
        """What the bar says about the hits."""
        return self._count.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Shift+Enter and Control+Enter in the field."""
        match event:
            case QKeyEvent() if event.type() is QEvent.Type.KeyPress and event.key() in _ENTER:
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self.pin_wanted.emit()
                    return True
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.step_wanted.emit(-1 if back else 1)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes from anywhere in the bar; no key of it reaches the pages."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A small card."""
        fill_box(painter_for(self), self.rect(), theme().color("panel"), theme().color("line"), _ROUND)


class DocumentFind(QObject):
    """Find in the open document: words are asked for only while the bar is open."""

    hits_changed = Signal()
    hit_reached = Signal()
    hit_taken = Signal(object)
    pin_wanted = Signal()
    left = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.bar = FindBar(view)
        self.bar.hide()
        self.bar.query_changed.connect(self._look)
        self.bar.step_wanted.connect(self.step)
        self.bar.close_wanted.connect(self.leave)
        self.bar.pin_wanted.connect(self._pin)
        self.search = Search()
        self._page = 1

    @property
    def is_open(self) -> bool:
        """Whether the bar is open."""
        return not self.bar.isHidden()

    def open(self, page: int, query: str = "") -> None:
        """Show the bar; looking begins at a page, for the query if there is one."""
        self._page = page
        if query:
            self.bar.field.setText(query)
        self.bar.show()
        self.bar.raise_()
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()
        self._look(self.bar.field.text())

    def leave(self) -> None:
        """Close the bar and leave the words of the current hit selected, as one who found what they looked for."""
        hit = self.search.current
        self.close()
        if hit is not None:
            self.hit_taken.emit(hit)

    def _pin(self) -> None:
        if self.search.current is not None:
            self.hit_taken.emit(self.search.current)
            self.pin_wanted.emit()

    def close(self) -> None:
        """Hide the bar and its hits; what was typed stays for the next time."""
        if self.is_open:
            had_focus = self.bar.isAncestorOf(QApplication.focusWidget() or self.bar)
            if had_focus:
                self.left.emit()
            self.bar.hide()
            self.search.set_query("", self._page)
            self.hits_changed.emit()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) hit."""
        self.search.step(by)
        self._tell(reached=True)

    def clear(self) -> None:
        """The document goes, and the bar with it; the query stays for the next time."""
        self.close()
        self.search.clear()
        self._page = 1

    def set_words(self, page: int, text: PageText) -> None:
        """A page's words arrived."""
        had_hit = self.search.current is not None
        self.search.set_words(page, text)
        self._tell(reached=not had_hit and self.search.current is not None)

    def _look(self, query: str) -> None:
        self.search.set_query(query, self._page)
        self._tell(reached=True)

    def _tell(self, *, reached: bool) -> None:
        if self.is_open:
            self.bar.show_count(self.search.position, len(self.search.hits))
            self.hits_changed.emit()
            if reached and self.search.current is not None:
                self.hit_reached.emit()
