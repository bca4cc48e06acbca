"""The geometry of a list of lines: what lies where, what is in sight, what stays in place."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reviewer.domain.ids import ApplicantKey
from reviewer.domain.views import QueueRow
from ui.queue.delegate import HEADING_HEIGHT, ROW_HEIGHT
from ui.queue.line_layout import LineLayout
from ui.queue.model import AnyIndex, QueueModel
from ui.theme import S3, theme

_NOWHERE = QModelIndex()


class LineView(QAbstractItemView):
    """Lays any number of lines out by arithmetic; the uppermost row in sight stays where it is when lines change."""

    range_shown = Signal(int, int)

    def __init__(self, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue = model
        self._layout = LineLayout(heading=HEADING_HEIGHT, row=ROW_HEIGHT)
        self._anchor: tuple[ApplicantKey, int] | None = None
        self.setAutoScroll(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        model.arriving.connect(self._note_top)
        self.setModel(model)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def shown_range(self) -> tuple[int, int]:
        """The first and the last line in sight."""
        first = self._layout.line_at(self.verticalOffset())
        last = self._layout.line_at(self.verticalOffset() + self.viewport().height() - 1)
        return first or 0, max(0, self._layout.lines() - 1) if last is None else last

    def reset(self) -> None:
        super().reset()
        self._lay_out()
        self._restore_top()
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
