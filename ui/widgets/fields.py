"""Fields: for searching, and a field in a form with its label, help and fault."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reviewer.i18n import gettext as _
from ui.icons import pixmap
from ui.theme import S1, theme
from ui.widgets.buttons import IconButton
from ui.widgets.labels import PlainLabel
from ui.widgets.paragraph import Paragraph

_PAUSE_MS = 90


class SearchField(QLineEdit):
    """Says what is searched for when typing pauses; Escape empties it first and leaves it then."""

    searched = Signal(str)
    left = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setTextMargins(theme().px(20), 0, theme().px(20), 0)
        self._said = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.search_now)
        self._clear = IconButton("x", _("Clear the search"), side=24, parent=self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self._empty)
        self._clear.hide()
        self.textChanged.connect(self._text_changed)

    def search_now(self) -> None:
        """Say at once what is searched for, if it is something new."""
        self._pause.stop()
        wanted = self.text().strip()
        if wanted != self._said:
            self._said = wanted
            self.searched.emit(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self._empty()
            else:
                self.left.emit()
                event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.search_now()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self._clear.height()
        self._clear.move(self.width() - side - S1, (self.height() - side) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme().px(16)
        picture = pixmap("search", "faint", side, self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPoint(10, (self.height() - side) // 2), picture)

    def _text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._pause.start()

    def _empty(self) -> None:
        self.clear()
        self.search_now()


class FormRow(QWidget):
    """A labelled field; its fault stands below it in words."""

    def __init__(self, label: str, field: QWidget, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._help = help_text
        caption = PlainLabel(label, role="strong")
        caption.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        self._note = Paragraph(help_text, role="small", tone="dim")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S1)
        layout.addWidget(caption)
        layout.addWidget(field)
        layout.addWidget(self._note)
        self._note.setVisible(bool(help_text))

    def set_help(self, text: str) -> None:
        """Say something else below the field, where nothing is wrong with it."""
        self._help = text
        self.set_error("")

    def set_error(self, text: str) -> None:
        """Say what is wrong with the field; an empty text takes it back."""
        self._note.set_text(text or self._help, "bad" if text else "dim")
        self._note.setVisible(bool(text or self._help))
        self.field.setAccessibleDescription(text or self._help)
        self.field.setProperty("invalid", bool(text))
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
