"""Strokes shared by painted controls: crisp frames, focus rings, text at its size."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QWidget

from ui.theme import RADIUS, theme
from ui.tokens import Token

_BAR = 3


def text_width(font: QFont, text: str) -> int:
    """Whole pixels that text takes; Qt's whole-number measure rounds down and cuts the last letter."""
    return ceil(QFontMetricsF(font).horizontalAdvance(text))


def painter_for(widget: QWidget) -> QPainter:
    """A painter with smooth edges; end it by letting it go."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def fill_box(
    painter: QPainter, rect: QRect | QRectF, fill: QColor | None, edge: QColor | None = None, radius: float = RADIUS
) -> None:
    """A rounded box whose one-pixel edge lies on whole pixels."""
    box = QRectF(rect)
    if edge is not None:
        box = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(edge, 1) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)


def ring(painter: QPainter, rect: QRect | QRectF, radius: float = RADIUS, gap: QColor | None = None) -> None:
    """The focus ring along the inside of rect; gap parts it from a filled control."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if gap is not None:
        painter.setPen(QPen(gap, 2))
        painter.drawRoundedRect(QRectF(rect).adjusted(2.5, 2.5, -2.5, -2.5), radius - 2, radius - 2)
    painter.setPen(QPen(theme().color("focus"), 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius - 1, radius - 1)


def row_ground(painter: QPainter, area: QRect, state: QStyle.StateFlag, *, quiet: Token = "accent_soft") -> None:
    """The ground of a list's row: chosen with a bar at its left, or below the mouse.

    The bar is bright while the list has the keyboard; else the ground of a chosen row is quiet.
    """
    if state & QStyle.StateFlag.State_Selected:
        active = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.fillRect(area, theme().color("accent_soft" if active else quiet))
        painter.fillRect(area.x(), area.y(), _BAR, area.height(), theme().color("accent" if active else "edge"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, theme().color("hover"))
