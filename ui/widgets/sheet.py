"""A panel over the window that takes the keyboard until it is closed, without a loop of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.theme import S5, theme
from ui.widgets.painting import fill_box, painter_for


class _Surface(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        fill_box(painter_for(self), self.rect(), theme().color("panel"), theme().color("line"), 12)


class Sheet(QWidget):
    """Covers its host; Escape or a click beside it closes it, and focus returns to where it was."""

    closed = Signal()

    def __init__(self, host: QWidget, name: str, width: int = 480) -> None:
        """Width in pixels at the usual font size; name is what screen readers call it."""
        super().__init__(host)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._host = host
        self._before: QWidget | None = None
        self._surface = _Surface(self)
        self._width = theme().px(width)
        self.body = QVBoxLayout(self._surface)
        self.body.setContentsMargins(S5 + 4, S5, S5 + 4, S5)
        self.body.setSpacing(12)
        host.installEventFilter(self)
        self.hide()

    def open(self, first: QWidget | None = None) -> None:
        """Cover the host; first gets the keyboard."""
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        (first or self).setFocus(Qt.FocusReason.PopupFocusReason)

    def close_sheet(self) -> None:
        """Uncover the host again."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Keep Tab among the sheet's own controls."""
        stops = [part for part in self.findChildren(QWidget) if _takes_tab(part)]
        if stops:
            here = QApplication.focusWidget()
            index = stops.index(here) if here in stops else (-1 if next else 0)
            stops[(index + (1 if next else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._surface.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter_for(self).fillRect(self.rect(), QColor(0, 0, 0, 130 if theme().dark else 72))

    def _place(self) -> None:
        host = self._host
        self.setGeometry(host.rect())
        width = min(self._width, host.width() - 2 * S5)
        wanted = self.body.heightForWidth(width) if self.body.hasHeightForWidth() else self.body.sizeHint().height()
        height = min(wanted, host.height() - 2 * S5)
        top = max(S5, (host.height() - height) // 3)
        self._surface.setGeometry((host.width() - width) // 2, top, width, height)


def _takes_tab(part: QWidget) -> bool:
    return part.isVisible() and part.isEnabled() and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
