"""A field for a path, with a button that opens the system's own chooser."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from ui.theme import S1, theme
from ui.widgets.buttons import IconButton

Choose = Callable[[QWidget, str, str], str]
"""Asks for a path (parent, title, where to begin); empty when the person changed their mind."""


def choose_folder(parent: QWidget, title: str, start: str) -> str:
    """Let the person choose a folder that exists."""
    return QFileDialog.getExistingDirectory(parent, title, start)


def choose_file(parent: QWidget, title: str, start: str) -> str:
    """Let the person choose a file that exists."""
    return QFileDialog.getOpenFileName(parent, title, start)[0]


class PathField(QLineEdit):
    """Takes a path typed, or chosen with its button; what was chosen counts as entered."""

    chosen = Signal(str)

    def __init__(self, name: str, choose: Choose = choose_folder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTextMargins(0, 0, theme().px(28), 0)
        self._name = name
        self._choose = choose
        self._button = IconButton("folder", name, side=26, parent=self)
        self._button.clicked.connect(self.ask)

    def ask(self) -> None:
        """Open the chooser."""
        path = self._choose(self.window(), self._name, self.text())
        if path:
            self.setText(path)
            self.chosen.emit(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.ask()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self._button.height()
        self._button.move(self.width() - side - S1, (self.height() - side) // 2)
