"""What the window shows while the desk is opened, and when that fails."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.i18n import gettext as _
from ui.errors import words_for
from ui.theme import S3, theme
from ui.widgets.labels import PlainLabel
from ui.widgets.panels import EmptyState, ProgressLine


class Opening(QWidget):
    """Says that the desk is being opened, or why it cannot be; then it can be tried again."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = _Waiting()
        self._failed: EmptyState | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._waiting)

    def show_waiting(self) -> None:
        """Say that the desk is being opened."""
        if self._failed is not None:
            self._layout.removeWidget(self._failed)
            self._failed.deleteLater()
            self._failed = None
        self._waiting.show()

    def show_failure(self, error: Exception) -> None:
        """Say why the desk could not be opened, and what to do."""
        words = words_for(error)
        self._waiting.hide()
        self._failed = EmptyState("triangle-alert", words.title, words.remedy, _("Try again"))
        self._failed.pressed.connect(self.again)
        self._layout.addWidget(self._failed)
        self._failed.show()


class _Waiting(QWidget):
    def __init__(self) -> None:
        super().__init__()
        line = ProgressLine(_("The desk is being opened"))
        line.setRange(0, 0)
        line.setFixedWidth(theme().px(200))
        words = PlainLabel(_("The desk is being opened"), tone="dim")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setSpacing(S3)
        column.addStretch(2)
        column.addWidget(words)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(line)
        across.addStretch(1)
        column.addLayout(across)
        column.addStretch(3)
