"""An icon that stands for itself, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.icons import pixmap
from ui.theme import theme
from ui.tokens import Token
from ui.widgets.painting import painter_for


class IconMark(QWidget):
    """Shows one icon; the words beside it say what it means."""

    def __init__(self, name: str, tone: Token = "dim", side: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._tone: Token = tone
        self.setFixedSize(theme().px(side), theme().px(side))

    def show_icon(self, name: str, tone: Token) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = pixmap(self._name, self._tone, self.width(), self.devicePixelRatioF())
        painter_for(self).drawPixmap(QPoint(0, 0), picture)
