"""A fact as a small caption with its value below."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.labels import PlainLabel
from ui.widgets.paragraph import Paragraph


class Captioned(QWidget):
    """Shows a value as plain text, on one line or wrapped; another value does not move what stands around it."""

    def __init__(self, caption: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = PlainLabel(caption, role="tiny-strong", tone="faint")
        self._value: PlainLabel | Paragraph = (
            Paragraph(role="small-digits") if wrap else PlainLabel(role="small-digits")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._caption)
        column.addWidget(self._value)

    def say(self, caption: str, value: str) -> None:
        """Show this fact."""
        if self._caption.text() != caption:
            self._caption.setText(caption)
        if self._value.text() == value:
            return
        if isinstance(self._value, Paragraph):
            self._value.set_text(value)
        else:
            self._value.setText(value)

    def words(self) -> tuple[str, str]:
        """Caption and value."""
        return self._caption.text(), self._value.text()
