"""The card that stands in the document's place and says why there is nothing to show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.icons import pixmap
from ui.theme import S1, S2, S3, S4, S6, theme
from ui.widgets.buttons import ActionButton
from ui.widgets.labels import PlainLabel
from ui.widgets.painting import fill_box, painter_for

_WIDTH = 420
_ICON = 28
_ROUND = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class CardAction:
    """A button of the card: its key for the program, its label for people."""

    key: str
    label: str


class MessageCard(QWidget):
    """Title, text and buttons; the text is shown plainly, and nothing happens before a button is pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = PlainLabel(role="heading", wrap=True, selectable=True)
        self._text = PlainLabel(tone="dim", wrap=True, selectable=True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(S2)
        column = QVBoxLayout(self)
        column.setContentsMargins(S6 + theme().px(_ICON) + S4, S6, S6, S6)
        column.setSpacing(S1)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(self._buttons)

    def show_message(self, title: str, text: str, actions: Sequence[CardAction]) -> None:
        """Say something, with a button for each action."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for action in actions:
            button = ActionButton(action.label, parent=self)
            button.setObjectName(action.key)
            button.clicked.connect(lambda _checked=False, key=action.key: self.chosen.emit(key))
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._buttons.setContentsMargins(0, S3 if actions else 0, 0, 0)
        self.show()

    def place(self, area: QSize) -> None:
        """Stand in the middle of an area, a little above it."""
        width = min(theme().px(_WIDTH), area.width() - 2 * S4)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else -1
        height = height if height > 0 else self.sizeHint().height()
        self.setFixedSize(width, min(height, area.height()))
        self.move((area.width() - width) // 2, max(0, (area.height() - self.height()) * 2 // 5))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card with its icon."""
        painter = painter_for(self)
        fill_box(painter, self.rect(), theme().color("panel"), theme().color("line"), _ROUND)
        painter.drawPixmap(S6, S6 - 2, pixmap("file-warning", "warn", theme().px(_ICON), self.devicePixelRatioF()))
