"""The line at the foot: whether all is saved, a few keys, and what just happened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import S1, S2, S4, S5, STATUS_HEIGHT, theme
from ui.widgets.badges import Dot, KeyCap, StatusDot
from ui.widgets.labels import PlainLabel
from ui.widgets.panels import Panel
from ui.widgets.toast import Toast


class _Hint(QWidget):
    def __init__(self, keys: Sequence[str], words: str) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S1 + 2)
        for number, key in enumerate(keys):
            if number:
                layout.addWidget(PlainLabel("–", role="small", tone="faint"))
            layout.addWidget(KeyCap(key))
        layout.addWidget(PlainLabel(words, role="small", tone="dim"))


class StatusLine(Panel):
    """One line: connection at the left, keys beside it as far as there is room, the message at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("t", parent)
        self.setFixedHeight(theme().px(STATUS_HEIGHT))
        self._dot = StatusDot()
        self._words = PlainLabel(role="small", tone="dim")
        self._hints: list[_Hint] = []
        self.toast = Toast()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(S4, 1, S4, 0)
        layout.setSpacing(S2)
        layout.addWidget(self._dot)
        layout.addWidget(self._words)
        self._hint_row = QHBoxLayout()
        self._hint_row.setContentsMargins(S4, 0, 0, 0)
        self._hint_row.setSpacing(S5 - S2)
        layout.addLayout(self._hint_row)
        layout.addStretch(1)
        layout.addWidget(self.toast)
        self.toast.changed.connect(self._fit)

    def show_connection(self, state: Dot, words: str) -> None:
        """Say how things stand with the shared database."""
        self._dot.set_state(state)
        self._words.setText(words)
        self.setAccessibleDescription(words)
        self._fit()

    def connection(self) -> str:
        """What is said about the shared database."""
        return self._words.text()

    def show_hints(self, hints: Sequence[tuple[Sequence[str], str]]) -> None:
        """Show these (a key, or a span's first and last; words); the last ones go first when the line is narrow."""
        for hint in self._hints:
            self._hint_row.removeWidget(hint)
            hint.deleteLater()
        self._hints = [_Hint(keys, words) for keys, words in hints]
        for hint in self._hints:
            self._hint_row.addWidget(hint)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Hide the hints there is no room for; what happened and how things stand come first."""
        taken = 2 * S4 + self._dot.width() + S2 + self._words.sizeHint().width() + S4
        if self.toast.text():
            taken += self.toast.sizeHint().width() + S5
        for hint in self._hints:
            taken += hint.sizeHint().width() + S5
            hint.setVisible(taken <= self.width())
