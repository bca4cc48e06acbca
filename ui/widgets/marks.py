"""The marks of a checklist: what was answered, what is only proposed; each has its own shape."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme
from ui.tokens import Token
from ui.widgets.buttons import PaintedButton
from ui.widgets.labels import plain_tooltip
from ui.widgets.painting import painter_for

MARK_SIDE = 12
MARK_GAP = 3
_QUIET_ALPHA = 130


class Mark(StrEnum):
    """What one mark says; answered marks are filled, proposed ones hollow."""

    OPEN = "open"
    FINE = "fine"
    LACKING = "lacking"
    PROPOSED_FINE = "proposed-fine"
    PROPOSED_LACKING = "proposed-lacking"
    UNSURE = "unsure"


_INKS: dict[Mark, tuple[Token, Token]] = {
    Mark.OPEN: ("edge", "edge"),
    Mark.FINE: ("ok", "on_ok"),
    Mark.LACKING: ("bad", "on_bad"),
    Mark.PROPOSED_FINE: ("ok", "ok"),
    Mark.PROPOSED_LACKING: ("bad", "bad"),
    Mark.UNSURE: ("warn", "warn"),
}
_HOLLOW = frozenset({Mark.PROPOSED_FINE, Mark.PROPOSED_LACKING, Mark.UNSURE})
_FILLED = frozenset({Mark.FINE, Mark.LACKING})


def marks_width(count: int) -> int:
    """How wide a row of small marks is."""
    return count * theme().px(MARK_SIDE) + max(0, count - 1) * MARK_GAP


def paint_marks(painter: QPainter, left_top: QPointF, marks: Sequence[Mark]) -> None:
    """Paint a row of small square marks, as the queue's delegate does."""
    side = theme().px(MARK_SIDE)
    for index, mark in enumerate(marks):
        paint_mark(painter, QRectF(left_top.x() + index * (side + MARK_GAP), left_top.y(), side, side), mark)


def paint_mark(painter: QPainter, rect: QRectF, mark: Mark, *, rounded: bool = False) -> None:
    """Paint one mark into a square; rounded is the larger form beside a criterion."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    body, sign = _INKS[mark]
    pen = QPen(theme().color(body), 1.5 if rounded else 1.25)
    if rounded and mark in _HOLLOW:
        pen.setDashPattern([2.2, 1.8])
    if mark is Mark.OPEN and not rounded:
        quiet = QColor(theme().color("edge"))
        quiet.setAlpha(_QUIET_ALPHA)
        pen.setColor(quiet)
    painter.setPen(pen)
    painter.setBrush(theme().color(body) if mark in _FILLED else Qt.BrushStyle.NoBrush)
    radius = rect.width() / 2 if rounded else 3.0
    painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
    _paint_sign(painter, rect, mark, sign)
    painter.restore()


def _paint_sign(painter: QPainter, rect: QRectF, mark: Mark, ink: Token) -> None:
    unit = rect.width() / 12
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(theme().color(ink), 1.4 * max(1.0, unit * 0.85))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)

    def at(x: float, y: float) -> QPointF:
        return QPointF(rect.x() + x * unit, rect.y() + y * unit)

    match mark:
        case Mark.FINE | Mark.PROPOSED_FINE:
            tick = QPainterPath(at(3.7, 6.2))
            tick.lineTo(at(5.3, 7.8))
            tick.lineTo(at(8.4, 4.4))
            painter.drawPath(tick)
        case Mark.LACKING | Mark.PROPOSED_LACKING:
            painter.drawLine(at(4.2, 4.2), at(7.8, 7.8))
            painter.drawLine(at(7.8, 4.2), at(4.2, 7.8))
        case Mark.UNSURE:
            font = theme().font("small-strong")
            font.setPixelSize(max(8, round(rect.width() * 0.6)))
            painter.setFont(font)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "?")
        case Mark.OPEN:
            pass


class CriterionMarks(QWidget):
    """A row of small marks, one a criterion, in the checklist's order."""

    def __init__(self, marks: Sequence[Mark] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = tuple(marks)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_marks(self, marks: Sequence[Mark], description: str) -> None:
        """Show these marks; description says them in words."""
        self._marks = tuple(marks)
        self.setAccessibleName(description)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(marks_width(len(self._marks)), theme().px(MARK_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_marks(painter_for(self), QPointF(0, 0), self._marks)


class AnswerMark(PaintedButton):
    """The round mark beside a criterion; pressing it gives the next answer."""

    def __init__(self, mark: Mark = Mark.OPEN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side = theme().px(20)
        self.setFixedSize(side, side)

    def set_mark(self, mark: Mark, description: str, told: str) -> None:
        """Show this mark; description says it in words, told says all of it to who points at it."""
        self._mark = mark
        self.setAccessibleName(description)
        self.setToolTip(plain_tooltip(told))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_mark(painter_for(self), QRectF(self.rect()), self._mark, rounded=True)
