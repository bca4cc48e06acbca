"""The card that stands in the document's place: loading, nothing to show, or why it cannot be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.icons import pixmap
from ui.review.document_find_bar import paint_card
from ui.theme import S2, S3, S6, theme

_WIDTH = 400
_ICON = 28


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
        self._icon = QLabel(self)
        self._title = _make_label(self)
        self._text = _make_label(self)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(S2)
        column = QVBoxLayout(self)
        column.setContentsMargins(S6, S6, S6, S6)
        column.setSpacing(S2)
        column.addWidget(self._icon)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(S3)
        column.addLayout(self._buttons)
        self._dress()

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
            button = QPushButton(action.label, self)
            button.setObjectName(action.key)
            button.clicked.connect(lambda _checked=False, key=action.key: self.chosen.emit(key))
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self.show()

    def place(self, width: int, height: int) -> None:
        """Stand in the middle of an area, a little above it."""
        self.setFixedWidth(min(theme().px(_WIDTH), width - 2 * S6))
        layout = self.layout()
        wanted = layout.heightForWidth(self.width()) if layout is not None else self.sizeHint().height()
        self.setFixedHeight(min(wanted, height))
        self.move((width - self.width()) // 2, max(0, (height - self.height()) * 2 // 5))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card."""
        paint_card(self)

    def _dress(self) -> None:
        self._icon.setPixmap(pixmap("file-warning", "warn", _ICON, self.devicePixelRatioF()))
        self._title.setFont(theme().font("heading"))
        self._text.setFont(theme().font("body"))


def _make_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
