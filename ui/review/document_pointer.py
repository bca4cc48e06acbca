"""Brings the viewport's mouse, wheel, pinch and hover to the desk below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication, QHelpEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip

from ui.review.document_canvas import Scene
from ui.review.document_evidence import tooltip
from ui.review.document_gestures import Gestures
from ui.review.document_hand import Hand
from ui.review.document_links import DocumentLinks
from ui.review.document_mark_places import find_mark
from ui.review.document_scroll import DeskScroll
from ui.review.document_space import SpaceBar
from ui.review.document_zoom import DocumentZoom

_WHEEL_FACTOR = 1.0015
_EDGE_TICK_MS = 16
_EDGE_SHARE = 0.2
_TREMBLE = 4


class Pointer(QObject):
    """Translates events of one viewport; a drag beyond its edge scrolls on."""

    def __init__(
        self,
        area: QAbstractScrollArea,
        scene: Scene,
        scroll: DeskScroll,
        zoom: DocumentZoom,
        gestures: Gestures,
        links: DocumentLinks,
        space: SpaceBar,
    ) -> None:
        super().__init__(area)
        self._area = area
        self._scene = scene
        self._scroll = scroll
        self._zoom = zoom
        self._gestures = gestures
        self._links = links
        self._space = space
        self._hand = Hand(scroll)
        self._pulled_from: QPointF | None = None
        self._last = QPointF()
        self._edge = QTimer(self)
        self._edge.setInterval(_EDGE_TICK_MS)
        self._edge.timeout.connect(self._scroll_on)

    def handle(self, event: QEvent) -> bool:
        """Whether the event was one of ours."""
        match event:
            case QWheelEvent():
                self._wheel(event)
            case QNativeGestureEvent() if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self._zoom.turn(1 + event.value(), event.position())
            case QMouseEvent():
                return self._mouse(event)
            case QHelpEvent() if event.type() is QEvent.Type.ToolTip:
                self._hover(event)
            case _:
                if event.type() is QEvent.Type.Leave:
                    self._links.hover(None)
                return False
        return True

    def update_cursor(self) -> None:
        """Show what a press here would begin."""
        viewport = self._area.viewport()
        at = self._scroll.to_desk(QPointF(viewport.mapFromGlobal(QCursor.pos())))
        held = QGuiApplication.keyboardModifiers()
        self._show_cursor(at, alt=bool(held & Qt.KeyboardModifier.AltModifier))

    def _show_cursor(self, at: QPointF, *, alt: bool) -> None:
        if self._hand.holds:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._space.pulls:
            shape = Qt.CursorShape.OpenHandCursor
        elif self._over_something(at):
            shape = Qt.CursorShape.PointingHandCursor
        elif self._scene.open and self._scene.hand and not self._scene.drawing:
            shape = Qt.CursorShape.OpenHandCursor
        elif self._scene.open and (self._scene.drawing or alt):
            shape = Qt.CursorShape.CrossCursor
        elif self._gestures.over_text(at):
            shape = Qt.CursorShape.IBeamCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        self._area.viewport().setCursor(shape)

    def _over_something(self, at: QPointF) -> bool:
        return find_mark(self._scene.marks, at) is not None or (
            not self._scene.drawing and self._links.find(at) is not None
        )

    def _wheel(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom.turn(_WHEEL_FACTOR ** event.angleDelta().y(), event.position())
            event.accept()
        else:
            self._scroll.wheel(event)

    def _mouse(self, event: QMouseEvent) -> bool:
        at = self._scroll.to_desk(event.position())
        self._last = event.position()
        if self._handle_hand(event, at):
            return True
        if event.type() is QEvent.Type.MouseMove:
            self._move(event, at)
        elif event.button() is not Qt.MouseButton.LeftButton:
            return False
        elif event.type() is QEvent.Type.MouseButtonPress:
            self._gestures.press(at, event.modifiers(), event.timestamp(), drawing=self._scene.drawing)
        elif event.type() is QEvent.Type.MouseButtonDblClick:
            self._gestures.double(at, event.timestamp())
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._edge.stop()
            self._gestures.release(at)
        return True

    def _handle_hand(self, event: QMouseEvent, at: QPointF) -> bool:
        """The hand tool, and middle button and space bar, which always are one; whether the event was the hand's."""
        left, middle = (event.button() is one for one in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton))
        space = left and self._space.is_down and self._scene.open and not self._gestures.dragging
        takes = middle or space or (left and self._scene.hand and not self._scene.drawing)
        if event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick} and takes:
            if space:
                self._space.pull()
            self._hand.take(event.position())
            self._pulled_from = None if middle or space else event.position()
        elif not self._hand.holds:
            return False
        elif event.type() is QEvent.Type.MouseMove:
            self._hand.pull(event.position())
            if self._pulled_from is not None and (event.position() - self._pulled_from).manhattanLength() > _TREMBLE:
                self._pulled_from = None
        elif event.type() is QEvent.Type.MouseButtonRelease and (left or middle):
            self._hand.let_go()
            if self._pulled_from is not None:
                self._gestures.click(at)
        self._show_cursor(at, alt=False)
        return True

    def _move(self, event: QMouseEvent, at: QPointF) -> None:
        if not self._gestures.dragging:
            self._links.hover(at)
            self._show_cursor(at, alt=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
            return
        self._gestures.move(at)
        inside = self._area.viewport().rect().contains(event.position().toPoint())
        if inside:
            self._edge.stop()
        elif not self._edge.isActive():
            self._edge.start()

    def _scroll_on(self) -> None:
        size = self._area.viewport().size()
        beyond_x = min(0.0, self._last.x()) + max(0.0, self._last.x() - size.width())
        beyond_y = min(0.0, self._last.y()) + max(0.0, self._last.y() - size.height())
        step = QPointF(beyond_x, beyond_y) * _EDGE_SHARE * self._scroll.ratio
        self._scroll.jump(QPointF(self._scroll.offset()) + step)
        self._gestures.move(self._scroll.to_desk(self._last))

    def _hover(self, event: QHelpEvent) -> None:
        mark = find_mark(self._scene.marks, self._scroll.to_desk(QPointF(event.pos())))
        if mark is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), tooltip(mark), self._area.viewport())
