"""Shows which of a few steps one is at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.i18n import gettext as _
from ui.icons import pixmap
from ui.theme import S2, S3, S5, theme
from ui.widgets.painting import fill_box, painter_for, text_width

_SIDE = 24


class StepLine(QWidget):
    """Steps done carry a tick, the present one is filled, those to come are hollow."""

    def __init__(self, labels: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = tuple(labels)
        self._current = 0
        self.setFont(theme().font("strong"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, number: int) -> None:
        """Be at this step, counted from 0."""
        self._current = number
        text = _("Step {number} of {count}: {name}")
        self.setAccessibleName(text.format(number=number + 1, count=len(self._labels), name=self._labels[number]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sum(self._width(label) for label in self._labels) + S5 * 2 * len(self._labels), theme().px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        taken = sum(self._width(label) for label in self._labels)
        gap = (self.width() - taken) / max(1, len(self._labels) - 1)
        left = 0.0
        for number, label in enumerate(self._labels):
            self._paint_step(painter, left, number, label)
            left += self._width(label)
            if number < len(self._labels) - 1:
                line = QRectF(left + S3, self.height() // 2, gap - 2 * S3, 1)
                painter.fillRect(line, theme().color("accent" if number < self._current else "line"))
            left += gap

    def _paint_step(self, painter: QPainter, left: float, number: int, label: str) -> None:
        side = theme().px(_SIDE)
        look = theme()
        circle = QRectF(left, 0, side, side)
        done, here = number < self._current, number == self._current
        ground = look.color("accent" if here else "accent_soft" if done else "panel")
        fill_box(painter, circle, ground, None if here or done else look.color("edge"), side / 2)
        if done:
            size = look.px(14)
            offset = (side - size) / 2
            painter.drawPixmap(
                QRectF(left + offset, offset, size, size).topLeft(),
                pixmap("check", "accent", size, self.devicePixelRatioF()),
            )
        else:
            painter.setFont(look.font("small-strong"))
            painter.setPen(look.color("on_accent" if here else "dim"))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        painter.setFont(self.font())
        painter.setPen(look.color("text" if here else "dim"))
        words = QRectF(left + side + S2, 0, self._width(label), side)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, label)

    def _width(self, label: str) -> int:
        return theme().px(_SIDE) + S2 + text_width(theme().font("strong"), label)
