"""Scrolls the desk: gliding for keys and wheel notches, at once where motion is unwanted."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QVariantAnimation,
)
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from ui.theme import theme

GLIDE_MS = 140
ARROW = 60
NOTCH = 110
LEAF = 0.9


class GlidingBar(QObject):
    """Glides one scroll bar; a new goal starts from where the bar is, and counts from the old goal."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._follow)
        bar.sliderPressed.connect(self._glide.stop)

    @property
    def gliding(self) -> bool:
        """Whether the bar is on its way."""
        return self._glide.state() is QAbstractAnimation.State.Running

    @property
    def goal(self) -> int:
        """Where the bar stands or is going."""
        return int(self._glide.endValue()) if self.gliding else self._bar.value()

    def by(self, distance: float) -> None:
        """Glide on by a distance in the bar's units."""
        self.to(self.goal + distance)

    def to(self, goal: float) -> None:
        """Glide to a value, held within the bar's range."""
        value = max(self._bar.minimum(), min(self._bar.maximum(), round(goal)))
        if theme().reduced_motion or not self._bar.isVisible():
            self.jump(value)
        elif value != self.goal:
            self._glide.stop()
            self._glide.setStartValue(self._bar.value())
            self._glide.setEndValue(value)
            self._glide.start()

    def jump(self, value: float) -> None:
        """Be there at once."""
        self._glide.stop()
        self._bar.setValue(round(value))

    def _follow(self, value: int) -> None:
        self._bar.setValue(value)


class DeskScroll(QObject):
    """Both scroll bars of the desk, counted in physical pixels."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._across = GlidingBar(area.horizontalScrollBar())
        self._down = GlidingBar(area.verticalScrollBar())
        self.ratio = 1.0

    def offset(self) -> QPoint:
        """The place of the desk that is at the viewport's top left."""
        return QPoint(self._area.horizontalScrollBar().value(), self._area.verticalScrollBar().value())

    def visible(self) -> QRectF:
        """The part of the desk that shows."""
        size = self._area.viewport().size()
        return QRectF(QPointF(self.offset()), QSizeF(size.width() * self.ratio, size.height() * self.ratio))

    def to_desk(self, at: QPointF) -> QPointF:
        """A place of the viewport (logical pixels) on the desk."""
        return at * self.ratio + QPointF(self.offset())

    def area_on_desk(self, area: QRect) -> QRectF:
        """An area of the viewport (logical pixels) on the desk."""
        return QRectF(self.to_desk(QPointF(area.topLeft())), QSizeF(area.size()) * self.ratio)

    def area_in_sight(self, area: QRect) -> QRect:
        """What is in sight of an area of the desk, in whole logical pixels of the viewport that lie within it."""
        corner, end = QPointF(self.offset()), area.bottomRight() + QPoint(1, 1)
        begin = (QPointF(area.topLeft()) - corner) / self.ratio
        end_at = (QPointF(end) - corner) / self.ratio
        left, top = ceil(begin.x()), ceil(begin.y())
        inner = QRect(left, top, floor(end_at.x()) - left, floor(end_at.y()) - top)
        return inner.intersected(self._area.viewport().rect())

    def set_extent(self, desk: QSize, ratio: float) -> None:
        """The desk has a new size; the bars keep their values where they can."""
        self.ratio = ratio
        view = self.visible().size()
        for bar, whole, shown in (
            (self._area.horizontalScrollBar(), desk.width(), round(view.width())),
            (self._area.verticalScrollBar(), desk.height(), round(view.height())),
        ):
            bar.setRange(0, max(0, whole - shown))
            bar.setEnabled(whole > shown)
            bar.setPageStep(shown)
            bar.setSingleStep(round(ARROW * ratio))

    def jump(self, corner: QPointF) -> None:
        """Have this place of the desk at the viewport's top left, at once."""
        self._across.jump(corner.x())
        self._down.jump(corner.y())

    def goal(self) -> QPointF | None:
        """The place of the desk that will be at the viewport's top left; None while nothing moves."""
        if not (self._across.gliding or self._down.gliding):
            return None
        return QPointF(self._across.goal, self._down.goal)

    def glide(self, corner: QPointF) -> None:
        """Glide until this place of the desk is at the viewport's top left."""
        self._across.to(corner.x())
        self._down.to(corner.y())

    def arrow(self, across: int, down: int) -> None:
        """Glide on by so many arrow presses."""
        self._across.by(across * ARROW * self.ratio)
        self._down.by(down * ARROW * self.ratio)

    def leaf(self, by: int) -> None:
        """Glide on by nearly so many pane heights; a line or two stay in sight."""
        self._down.by(by * self.visible().height() * LEAF)

    def reveal(self, target: QRectF) -> None:
        """Glide until a rectangle of the desk shows with some room around it."""
        shown = self.visible()
        room = 48 * self.ratio
        if target.top() < shown.top() + room or target.bottom() > shown.bottom() - room:
            self._down.to(target.center().y() - shown.height() * 0.4)
        if target.left() < shown.left() or target.right() > shown.right():
            self._across.to(target.center().x() - shown.width() / 2)

    def to_height(self, y: float) -> None:
        """Glide until this height of the desk is at the top."""
        self._down.to(y)

    def wheel(self, event: QWheelEvent) -> None:
        """Follow a touchpad to the pixel, glide for the notches of a wheel."""
        pixels, notches = event.pixelDelta(), event.angleDelta()
        if not pixels.isNull():
            here = QPointF(self.offset())
            self.jump(here - QPointF(pixels) * self.ratio)
        else:
            sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not notches.x()
            x, y = (notches.y(), 0) if sideways else (notches.x(), notches.y())
            self._across.by(-x / 120 * NOTCH * self.ratio)
            self._down.by(-y / 120 * NOTCH * self.ratio)
        event.accept()
