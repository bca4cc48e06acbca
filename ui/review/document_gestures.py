"""What the mouse means on the desk: select words, draw a rectangle, click a pin."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtWidgets import QApplication

from ui.review.document_canvas import Scene
from ui.review.document_links import DocumentLinks
from ui.review.document_mark_places import find_mark
from ui.review.document_selection import TextSelector
from ui.review.document_text import Place, block_span, find_place, word_span

SMALLEST_PT = 4.0


class _Doing(Enum):
    NOTHING = auto()
    SELECTING = auto()
    DRAWING = auto()


class Gestures(QObject):
    """Turns presses, moves and releases (desk, physical pixels) into a selection, a rectangle or a click."""

    repaint_wanted = Signal()
    rectangle_made = Signal(int, object)
    mark_clicked = Signal(str)

    def __init__(self, scene: Scene, selector: TextSelector, links: DocumentLinks, parent: QObject) -> None:
        super().__init__(parent)
        self._links = links
        self._scene = scene
        self._selector = selector
        self._doing = _Doing.NOTHING
        self._start = QPointF()
        self._moved = False
        self._last_double: tuple[int, QPointF] | None = None

    @property
    def dragging(self) -> bool:
        """Whether a drag is under way."""
        return self._doing is not _Doing.NOTHING

    def press(self, at: QPointF, modifiers: Qt.KeyboardModifier, timestamp_ms: int, *, drawing: bool) -> None:
        """The left button went down; drawing asks for a rectangle even over words."""
        if not self._scene.open:
            return
        self._start, self._moved = at, False
        if self._is_third(at, timestamp_ms):
            self._doing, self._moved = _Doing.SELECTING, True
            self._selector.select_at(self._place(at), block_span)
        elif drawing or modifiers & Qt.KeyboardModifier.AltModifier or not self.over_text(at):
            self._doing = _Doing.DRAWING
        elif modifiers & Qt.KeyboardModifier.ShiftModifier and self._scene.selection:
            self._doing, self._moved = _Doing.SELECTING, True
            self.move(at)
        else:
            self._doing = _Doing.SELECTING
            self._selector.begin(self._place(at))

    def move(self, at: QPointF) -> None:
        """The pointer moved with the button down."""
        threshold = QApplication.startDragDistance() / 2 * self._scene.ratio
        self._moved = self._moved or (at - self._start).manhattanLength() >= threshold
        if not self._moved:
            return
        if self._doing is _Doing.SELECTING:
            focus = self._place(at)
            if focus is not None:
                self._selector.reach(focus)
        elif self._doing is _Doing.DRAWING:
            page = QRectF(self._scene.layout.rect(self._scene.layout.spot(self._start).page))
            self._scene.band = QRectF(self._start, at).normalized().intersected(page)
            self.repaint_wanted.emit()

    def release(self, at: QPointF) -> None:
        """The button went up; without a move it was a click."""
        doing, self._doing = self._doing, _Doing.NOTHING
        band, self._scene.band = self._scene.band, None
        if doing is _Doing.NOTHING:
            return
        if self._moved:
            if band is not None:
                self._finish_rectangle(band)
        else:
            self.click(at)
        self.repaint_wanted.emit()

    def click(self, at: QPointF) -> None:
        """A press and a release at one place: a pin, a link, or beside everything, which ends the selection."""
        if (mark := find_mark(self._scene.marks, at)) is not None:
            self.mark_clicked.emit(mark.id)
        elif not self._links.open_at(at):
            self._selector.clear()
            self._links.leave()

    def double(self, at: QPointF, timestamp_ms: int) -> None:
        """The left button went down a second time: the word; a third press will take the paragraph."""
        if self.over_text(at):
            self._last_double = (timestamp_ms, at)
            self._start = at
            self._doing, self._moved = _Doing.SELECTING, True
            self._selector.select_at(self._place(at), word_span)

    def over_text(self, at: QPointF) -> bool:
        """Whether a point of the desk is on words."""
        if not self._scene.open:
            return False
        spot = self._scene.layout.spot(at)
        text = self._scene.texts.get(spot.page)
        return text is not None and text.over_text(spot.x, spot.y)

    def cancel(self) -> bool:
        """Give up the drag under way; whether there was one."""
        was_dragging = self.dragging
        self._doing, self._scene.band = _Doing.NOTHING, None
        self.repaint_wanted.emit()
        return was_dragging

    def forget(self) -> None:
        """Another document comes: nothing points into the old one any more."""
        self._doing, self._last_double = _Doing.NOTHING, None
        self._selector.forget()

    def _is_third(self, at: QPointF, timestamp_ms: int) -> bool:
        last, self._last_double = self._last_double, None
        if last is None:
            return False
        near = (at - last[1]).manhattanLength() <= QApplication.startDragDistance() * self._scene.ratio
        return near and timestamp_ms - last[0] <= QApplication.doubleClickInterval()

    def _place(self, at: QPointF) -> Place | None:
        return find_place(self._scene.texts, self._scene.layout.spot(at))

    def _finish_rectangle(self, band: QRectF) -> None:
        layout = self._scene.layout
        page = layout.spot(self._start).page
        rect = layout.on_page(page, band)
        if min(rect[2] - rect[0], rect[3] - rect[1]) >= SMALLEST_PT:
            self.rectangle_made.emit(page, rect)
