"""The space bar turns the page at once; held down while the mouse pulls, it is the hand and the page comes back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.review.document_scroll import DeskScroll


class SpaceBar(QObject):
    """Knows from the keys of the pane's window, wherever the keyboard is, whether the space bar is down."""

    let_go = Signal()

    def __init__(self, area: QAbstractScrollArea, scroll: DeskScroll) -> None:
        super().__init__(area)
        self._scroll = scroll
        self._window: QWidget | None = None
        self._before: QPointF | None = None
        self.pulls = False
        """Whether the mouse has pulled since the bar went down; it turns no pages then."""

    @property
    def is_down(self) -> bool:
        """Whether it is held."""
        return self._before is not None

    def watch(self, window: QWidget) -> None:
        """Listen to the keys of the window that the pane is in."""
        if self._window is not None:
            self._window.removeEventFilter(self)
        self._window = window
        window.installEventFilter(self)

    def pull(self) -> None:
        """The mouse takes hold: what the key has moved is moved back, and it moves nothing more."""
        if self._before is not None and not self.pulls:
            self.pulls = True
            self._scroll.jump(self._before)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Follow the bar down and up; nothing is taken from the window."""
        if event.type() is QEvent.Type.WindowDeactivate:
            self._release()
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            if event.type() is QEvent.Type.KeyRelease:
                self._release()
            elif event.type() is QEvent.Type.ShortcutOverride and not event.modifiers():
                self._before, self.pulls = QPointF(self._scroll.offset()), False
        return False

    def _release(self) -> None:
        pulled, self._before, self.pulls = self.pulls, None, False
        if pulled:
            self.let_go.emit()
