"""The small bar to find words in the document, and the search behind it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reviewer.i18n import gettext as _
from ui.icons import icon
from ui.review.document_find import MAX_HITS, Search
from ui.review.document_text import PageText
from ui.theme import RADIUS, S1, S2, theme

_BUTTON = 28


class FindBar(QWidget):
    """Field, count, previous, next, close; says what was typed or pressed and knows no document."""

    query_changed = Signal(str)
    step_wanted = Signal(int)
    close_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Find in document"))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(_("Find in document"))
        self.field.setAccessibleName(_("Find in document"))
        self.field.setMinimumWidth(150)
        self.field.textChanged.connect(self.query_changed)
        self.field.installEventFilter(self)
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons: list[tuple[QToolButton, str]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(S2, S2 - 2, S2 - 2, S2 - 2)
        row.setSpacing(S1)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        self._add_button(row, "chevron-up", _("Previous hit (Shift+Enter)")).clicked.connect(
            lambda: self.step_wanted.emit(-1)
        )
        self._add_button(row, "chevron-down", _("Next hit (Enter)")).clicked.connect(lambda: self.step_wanted.emit(1))
        self._add_button(row, "x", _("Close (Esc)")).clicked.connect(self.close_wanted)
        self._dress()

    def show_count(self, position: int, total: int) -> None:
        """Say which hit of how many is shown."""
        bounded = _("{number}+").format(number=total) if total >= MAX_HITS else str(total)
        counted = _("{position} of {total}").format(position=position, total=bounded)
        empty = _("no hit") if self.field.text().strip() else ""
        self._count.setText(counted if total else empty)
        for button, _name in self._buttons[:2]:
            button.setEnabled(total > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Shift+Enter and Esc in the field."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.step_wanted.emit(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_wanted.emit()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A small card."""
        paint_card(self)

    def _add_button(self, row: QHBoxLayout, picture: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFixedSize(QSize(_BUTTON, _BUTTON))
        self._buttons.append((button, picture))
        row.addWidget(button)
        return button

    def _dress(self) -> None:
        self._count.setFont(theme().font("small-digits"))
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance("000 / 000"))
        for button, picture in self._buttons:
            button.setIcon(icon(picture, "dim", 16))


def paint_card(widget: QWidget) -> None:
    """Panel colour, a fine line and round corners over the whole widget."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("line"), 1))
    painter.setBrush(theme().color("panel"))
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.end()


class DocumentFind(QObject):
    """Find in the open document: words are asked for only while the bar is open."""

    hits_changed = Signal()
    hit_reached = Signal()
    left = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.bar = FindBar(view)
        self.bar.hide()
        self.bar.query_changed.connect(self._look)
        self.bar.step_wanted.connect(self.step)
        self.bar.close_wanted.connect(self.close)
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

    def close(self) -> None:
        """Hide the bar and its hits; what was typed stays for the next time."""
        if self.is_open:
            had_focus = self.bar.isAncestorOf(QApplication.focusWidget() or self.bar)
            self.bar.hide()
            self.search.set_query("", self._page)
            self.hits_changed.emit()
            if had_focus:
                self.left.emit()

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
