"""Says what just happened, counts down while it can be undone, and undoes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer.i18n import gettext as _
from ui.theme import S1, S2
from ui.tokens import Token
from ui.widgets.buttons import ActionButton
from ui.widgets.labels import PlainLabel

_WITHOUT_UNDO_S = 6


class Toast(QWidget):
    """Shows one message at a time; the newest replaces the one before, whose undo then is gone from here."""

    expired = Signal()
    changed = Signal()

    def __init__(self, undo_key: str = "Z", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undo: Callable[[], None] | None = None
        self._left_s = 0
        self._words = PlainLabel()
        self._clock = PlainLabel(role="mono-digits", tone="dim")
        self._undo_key = undo_key
        self._button = ActionButton(_("Undo"), key=undo_key, kind="quiet")
        self._button.setFixedHeight(self._button.sizeHint().height() - S2)
        self._button.clicked.connect(self.undo)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S1)
        for part in (self._words, self._clock, self._button):
            layout.addWidget(part)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        self.hide()

    def say(self, text: str, *, undo: Callable[[], None] | None = None, seconds: int = 0, tone: Token = "text") -> None:
        """Say text; with undo it can be taken back for so many seconds (0: until something else is said)."""
        self._undo = undo
        self._left_s = seconds or (0 if undo else _WITHOUT_UNDO_S)
        self._words.setText(text)
        self._words.set_tone(tone)
        self._clock.setVisible(undo is not None and seconds > 0)
        self._button.set_key(self._undo_key)
        self._button.setVisible(undo is not None)
        self._show_clock()
        self.show()
        if self._left_s:
            self._second.start()
        else:
            self._second.stop()
        self.changed.emit()

    def text(self) -> str:
        """What is being said; empty when nothing is."""
        return self._words.text() if not self.isHidden() else ""

    def can_undo(self) -> bool:
        """Whether undo() would do anything."""
        return not self.isHidden() and self._undo is not None

    def undo(self) -> None:
        """Take back what was said, once."""
        undo, self._undo = self._undo, None
        if undo is not None and not self.isHidden():
            self.dismiss()
            undo()

    def leave_key(self) -> None:
        """The undo key means something newer from now on; the button still takes back what is said here."""
        self._button.set_key("")
        self.changed.emit()

    def dismiss(self) -> None:
        """Say nothing more."""
        self._second.stop()
        self._undo = None
        self.hide()
        self.changed.emit()

    def tick(self) -> None:
        """A second has passed."""
        self._left_s -= 1
        if self._left_s <= 0:
            self.dismiss()
            self.expired.emit()
        else:
            self._show_clock()

    def _show_clock(self) -> None:
        minutes, seconds = divmod(self._left_s, 60)
        self._clock.setText(f"{minutes}:{seconds:02d}")
