"""Remarks for colleagues: those on the whole, and the field in which one is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewer.i18n import gettext as _
from ui.review.judgement_rows import NoteLine
from ui.theme import S1, S2, theme
from ui.widgets.buttons import IconButton
from ui.widgets.labels import PlainLabel

_MARGIN = 18


class _Field(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class NotesView(QWidget):
    """Absent while there is no note and none is being written."""

    written = Signal(str, str)
    removed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._criterion = ""
        self._count = 0
        self._field = _Field()
        self._field.setMaxLength(4_000)
        self._field.returnPressed.connect(self._write)
        self._field.left.connect(self._leave)
        self._field.hide()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, S1, _MARGIN, S2)
        column.setSpacing(S1)
        column.addLayout(self._lines)
        column.addWidget(self._field)
        self.hide()

    def show_notes(self, notes: Sequence[NoteLine]) -> None:
        """Show the remarks on the whole."""
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for note in notes:
            self._lines.addWidget(self._line(note))
        self._count = len(notes)
        self._settle()

    def open(self, criterion: str, title: str) -> None:
        """Let the person write, about a criterion or (empty) the whole."""
        self._criterion = criterion
        words = _("Note on {criterion}").format(criterion=title) if criterion else _("Note for colleagues")
        self._field.setPlaceholderText(words)
        self._field.setAccessibleName(words)
        self._field.clear()
        self._field.show()
        self._settle()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_field(self) -> None:
        """Nobody writes any more."""
        self._field.hide()
        self._field.clear()
        self._settle()

    def _write(self) -> None:
        text, criterion = self._field.text(), self._criterion
        self._leave()
        if text.strip():
            self.written.emit(text, criterion)

    def _leave(self) -> None:
        self.close_field()
        self.left.emit()

    def _settle(self) -> None:
        self.setVisible(bool(self._count) or not self._field.isHidden())

    def _line(self, note: NoteLine) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S2)
        said = _("{name}: {note}").format(name=note.by, note=note.text) if note.by else note.text
        words = PlainLabel(said, role="small", tone="warn")
        remove = IconButton("x", _("Take this note away"), side=20)
        remove.clicked.connect(lambda: self.removed.emit(note.id))
        picture = IconButton("sticky-note", _("Note"), side=20)
        picture.setEnabled(False)
        row.addWidget(picture)
        row.addWidget(words, 1)
        row.addWidget(remove)
        line.setFixedHeight(theme().px(22))
        return line
