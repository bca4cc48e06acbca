"""The list itself: any number of lines, laid out by arithmetic, walked through by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from reviewer.domain.ids import ApplicantKey
from reviewer.domain.views import QueueRow
from reviewer.i18n import gettext as _
from ui.queue.delegate import HEADING_HEIGHT, ROW_HEIGHT, RowDelegate
from ui.queue.line_layout import LineLayout
from ui.queue.model import AnyIndex, QueueModel
from ui.theme import S1, S3, S4, theme
from ui.widgets.painting import painter_for, ring

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}
_JUMPS = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_OWN_KEYS = _JUMPS | frozenset(_STEPS)
_NOWHERE = QModelIndex()


class QueueListView(QAbstractItemView):
    """Shows what the model holds and says which line a person wants; it selects nothing by itself."""

    picked = Signal(int)
    range_shown = Signal(int, int)

    def __init__(self, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue = model
        self._layout = LineLayout(heading=HEADING_HEIGHT, row=ROW_HEIGHT)
        self._hovered: int | None = None
        self._anchor: tuple[ApplicantKey, int] | None = None
        self.setAccessibleName(_("Applicants"))
        self._rows = RowDelegate(self)
        self.setItemDelegate(self._rows)
        self.setAutoScroll(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        model.arriving.connect(self._note_top)
        self.setModel(model)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

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

    def shown_range(self) -> tuple[int, int]:
        """The first and the last line in sight."""
        first = self._layout.line_at(self.verticalOffset())
        last = self._layout.line_at(self.verticalOffset() + self.viewport().height() - 1)
        return first or 0, max(0, self._layout.lines() - 1) if last is None else last

    def reset(self) -> None:
        super().reset()
        self._lay_out()
        self._restore_top()
        self._hovered = None
        self._tell_range()

    def visualRect(self, index: AnyIndex) -> QRect:
        if not index.isValid():
            return QRect()
        top, height = self._layout.span(index.row())
        return QRect(0, top - self.verticalOffset(), self.viewport().width(), height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        line = self._layout.line_at(point.y() + self.verticalOffset())
        return _NOWHERE if line is None else self._queue.index(line, 0)

    def scrollTo(
        self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not index.isValid():
            return
        bar, view = self.verticalScrollBar(), self.viewport().height()
        top, height = self._layout.span(index.row())
        above, heading = self._layout.span(index.row() - 1)
        first = above if heading == self._layout.heading else top
        if first < bar.value():
            bar.setValue(first)
        elif top + height > bar.value() + view:
            bar.setValue(top + height - view + self._layout.foot)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: AnyIndex) -> bool:
        return False

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        return self.currentIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Drawing a frame selects nothing."""

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._tell_range()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        marked = self.marked()
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

    def _lay_out(self) -> None:
        listing, look = self._queue.listing, theme()
        counts = () if listing is None else tuple(section.count for section in listing.sections)
        self._layout = LineLayout(
            counts=counts, heading=look.px(HEADING_HEIGHT), row=look.px(ROW_HEIGHT), foot=S3 if counts else 0
        )
        bar, view = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._layout.height() - view))
        bar.setPageStep(max(1, view))
        bar.setSingleStep(self._layout.row)
        self._rows.trailing = max(S1, S4 - (self.width() - self.viewport().width()))
        self.viewport().update()

    def _scrolled(self) -> None:
        self.viewport().update()
        self._tell_range()

    def _tell_range(self) -> None:
        self.range_shown.emit(*self.shown_range())

    def _note_top(self) -> None:
        """Remember the uppermost row in sight and how far above the edge it begins; at the top nothing is held."""
        self._anchor = None
        offset = self.verticalOffset()
        if offset == 0:
            return
        first, last = self.shown_range()
        for line in range(first, last + 1):
            row = self._queue.line(line)
            if isinstance(row, QueueRow):
                self._anchor = row.key, self._layout.span(line)[0] - offset
                return

    def _restore_top(self) -> None:
        listing = self._queue.listing
        if self._anchor is None or listing is None:
            return
        line = listing.find(self._anchor[0])
        if line is not None:
            self.verticalScrollBar().setValue(self._layout.span(line)[0] - self._anchor[1])


def _is_own(event: QKeyEvent) -> bool:
    plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
    return plain and event.key() in _OWN_KEYS
