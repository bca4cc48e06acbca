"""Small marks that carry a word, a number, a key or a state."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import RADIUS_SMALL, theme
from ui.tokens import Token
from ui.widgets.labels import one_line
from ui.widgets.painting import fill_box, painter_for, text_width

Tone = Literal["neutral", "accent", "ok", "warn", "bad"]
_TONES: dict[Tone, tuple[Token, Token]] = {
    "neutral": ("bg", "dim"),
    "accent": ("accent_soft", "accent"),
    "ok": ("ok_soft", "ok"),
    "warn": ("warn_soft", "warn"),
    "bad": ("bad_soft", "bad"),
}
Dot = Literal["ok", "busy", "off", "bad"]


class Pill(QWidget):
    """A word on a tinted ground; the word says it, the tint only helps."""

    def __init__(self, text: str = "", tone: Tone = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone: Tone = tone
        self.setFont(theme().font("tiny-strong"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str, tone: Tone | None = None) -> None:
        """Show this word; an empty one takes no room."""
        self._text = one_line(text)
        self._tone = tone or self._tone
        self.setAccessibleName(self._text)
        self.setMaximumWidth(16777215 if self._text else 0)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(text_width(self.font(), self._text) + 16, theme().px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme().px(40)), theme().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, ink = _TONES[self._tone]
        painter = painter_for(self)
        edge = theme().color("line") if self._tone == "neutral" else None
        fill_box(painter, self.rect(), theme().color(ground), edge, self.height() / 2)
        painter.setPen(theme().color(ink))
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width() - 16)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, shown)


def badge_text(count: int) -> str:
    """A count as a badge shows it."""
    return "999+" if count > 999 else str(count)


def paint_badge(painter: QPainter, right_top: QPointF, count: int) -> QRectF:
    """Paint a count on accent with its upper right corner there; gives the place it took."""
    font = theme().font("tiny-strong")
    font.setPixelSize(theme().px(10))
    text = badge_text(count)
    height = theme().px(15)
    width = max(height, text_width(font, text) + 8)
    place = QRectF(right_top.x() - width, right_top.y(), width, height)
    fill_box(painter, place, theme().color("accent"), None, height / 2)
    painter.setFont(font)
    painter.setPen(theme().color("on_accent"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    return place


class KeyCap(QWidget):
    """A key as it stands on the keyboard."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme().font("tiny-strong"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show this key."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().px(20)
        return QSize(max(side, text_width(self.font(), self._text) + 12), side)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_key(painter_for(self), self.rect(), self._text)


def paint_key(painter: QPainter, rect: QRect | QRectF, text: str, tone: Token = "faint") -> None:
    """Paint a key cap into a rectangle, as delegates do."""
    fill_box(painter, rect, theme().color("bg"), theme().color("line"), RADIUS_SMALL)
    painter.setFont(theme().font("tiny-strong"))
    painter.setPen(theme().color(tone))
    painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignCenter, text)


class StatusDot(QWidget):
    """A state told by shape and colour: full, half, hollow or crossed."""

    def __init__(self, state: Dot = "off", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: Dot = state
        self.setFixedSize(10, 10)

    def set_state(self, state: Dot) -> None:
        """Show this state."""
        self._state = state
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        tokens: dict[Dot, Token] = {"ok": "ok", "busy": "accent", "off": "edge", "bad": "bad"}
        color = theme().color(tokens[self._state])
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(color if self._state in {"ok", "bad"} else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(area.adjusted(0.75, 0.75, -0.75, -0.75))
        if self._state == "busy":
            painter.setBrush(color)
            painter.drawPie(area.adjusted(0.75, 0.75, -0.75, -0.75), 90 * 16, -180 * 16)
        elif self._state == "bad":
            painter.setPen(QPen(theme().color("on_bad"), 1.5))
            painter.drawLine(QPointF(3, 5), QPointF(7, 5))
