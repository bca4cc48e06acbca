"""The list itself: painted, walked through by keyboard, chosen from by mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from reviewer.i18n import gettext as _
from ui.queue.delegate import RowDelegate
from ui.queue.line_view import LineView
from ui.queue.model import QueueModel
from ui.theme import S1, S4
from ui.widgets.painting import painter_for, ring

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}
_JUMPS = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_OWN_KEYS = _JUMPS | frozenset(_STEPS)


class QueueListView(LineView):
    """Shows what the model holds and says which line a person wants; it selects nothing by itself."""

    picked = Signal(int)

    def __init__(self, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._hovered: int | None = None
        self._rows = RowDelegate(self)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(_("Applicants"))
        self.setMouseTracking(True)

    def mark(self, line: int | None, *, show: bool = True) -> None:
        """Mark a line as the chosen one (None: no line); show scrolls to it if it is out of sight."""
        selection = self.selectionModel()
        if line is None:
            selection.clear()
            return
        index = self._queue.index(line, 0)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if show:
            self.scrollTo(index)

    def marked(self) -> int | None:
        """The chosen line."""
        index = self.selectionModel().currentIndex()
        return index.row() if index.isValid() else None

    def to_top(self) -> None:
        """Scroll to the first line."""
        self.verticalScrollBar().setValue(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        marked = self.marked()
        self._rows.trailing = max(S1, S4 - (self.width() - self.viewport().width()))
        first, last = self.shown_range()
        for line in range(first, min(last + 1, self._layout.lines())):
            index = self._queue.index(line, 0)
            option.rect = self.visualRect(index)
            if option.rect.intersects(event.rect()):
                option.state = self._state(line, marked)
                self._rows.paint(painter, option, index)
        if self.hasFocus() and marked is None:
            ring(painter, self.viewport().rect(), 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            line = self.indexAt(event.position().toPoint()).row()
            if line >= 0 and self._layout.is_row(line):
                self.picked.emit(line)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press has said everything already."""

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        target = self._target(Qt.Key(event.key())) if _is_own(event) else None
        if target is None:
            event.setAccepted(_is_own(event))
        else:
            self.picked.emit(target)

    def _target(self, key: Qt.Key) -> int | None:
        """The line a key leads to."""
        lines, here = self._layout.lines(), self.marked()
        if key is Qt.Key.Key_Home or (here is None and key is not Qt.Key.Key_End):
            return self._layout.row_near(0, 1)
        if key is Qt.Key.Key_End or here is None:
            return self._layout.row_near(lines - 1, -1)
        page = max(1, self.viewport().height() // self._layout.row - 1)
        step = _STEPS.get(key, page if key is Qt.Key.Key_PageDown else -page)
        wanted = min(max(here + step, 0), lines - 1)
        direction = 1 if step > 0 else -1
        found = self._layout.row_near(wanted, direction)
        return self._layout.row_near(wanted, -direction) if found is None else found

    def _state(self, line: int, marked: int | None) -> QStyle.StateFlag:
        state = QStyle.StateFlag.State_Enabled
        if line == marked:
            state |= QStyle.StateFlag.State_Selected
            if self.hasFocus():
                state |= QStyle.StateFlag.State_HasFocus
        elif line == self._hovered:
            state |= QStyle.StateFlag.State_MouseOver
        return state

    def _hover(self, line: int) -> None:
        hovered = line if line >= 0 else None
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()


def _is_own(event: QKeyEvent) -> bool:
    plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
    return plain and event.key() in _OWN_KEYS
