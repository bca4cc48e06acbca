"""Bars one below the other, each with its words: readable without a legend, told to screen readers as sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.theme import S2, S3, theme
from ui.tokens import Token
from ui.widgets.labels import one_line, plain_tooltip
from ui.widgets.painting import fill_box, painter_for, ring

_ROW = 28
_SECOND_LINE = 16
_BAR = 12
_LABEL_SHARE = 0.42


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row: segments are counts with their colours, total is what a full bar means; words stand at the right."""

    label: str
    segments: tuple[tuple[int, Token], ...]
    total: int
    words: str
    told: str = ""

    def sentence(self) -> str:
        """The row as it is read out."""
        return self.told or f"{self.label}: {self.words}"


class BarList(QWidget):
    """As high as its rows; labels take at most a part of the width and are told in full on hover."""

    def __init__(
        self, name: str, *, label_share: float = _LABEL_SHARE, lines: int = 1, parent: QWidget | None = None
    ) -> None:
        """Labels are broken into so many lines at most."""
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._label_share, self._lines = label_share, lines
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these rows."""
        self._bars = tuple(bars)
        self.setAccessibleDescription("\n".join(bar.sentence() for bar in self._bars))
        self.updateGeometry()
        self.update()

    def _row_height(self) -> int:
        return theme().px(_ROW + (self._lines - 1) * _SECOND_LINE)

    def _fitting(self, metrics: QFontMetrics, label: str, width: int) -> str:
        """A label broken into lines of this width, the last one cut short where it has to be."""
        shown: list[str] = []
        words = label.split()
        while words and len(shown) < self._lines - 1:
            count = 1
            while count < len(words) and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= width:
                count += 1
            shown.append(" ".join(words[:count]))
            words = words[count:]
        if words:
            shown.append(metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width))
        return "\n".join(shown)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(280), max(1, len(self._bars)) * self._row_height())

    def event(self, event: QEvent) -> bool:
        """Each row tells everything on hover."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = int(event.pos().y() // self._row_height())
            told = self._bars[row].sentence() if 0 <= row < len(self._bars) else ""
            QToolTip.showText(event.globalPos(), plain_tooltip(told), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        metrics = QFontMetricsF(theme().font("small"))
        digits = QFontMetricsF(theme().font("small-digits"))
        most = self.width() * self._label_share
        label_width = min(
            most, max((metrics.horizontalAdvance(one_line(bar.label)) + 2 for bar in self._bars), default=0)
        )
        words_width = max((digits.horizontalAdvance(bar.words) + 2 for bar in self._bars), default=0)
        for number, bar in enumerate(self._bars):
            row = QRectF(0, number * self._row_height(), self.width(), self._row_height())
            self._paint_row(painter, row, bar, label_width, words_width)
        if self.hasFocus():
            ring(painter, self.rect(), 4)

    def _paint_row(self, painter: QPainter, row: QRectF, bar: Bar, label_width: float, words_width: float) -> None:
        look = theme()
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        label = QRectF(row.left(), row.top(), label_width, row.height())
        painter.setFont(look.font("small"))
        painter.setPen(look.color("text"))
        shown = self._fitting(painter.fontMetrics(), one_line(bar.label), int(label_width))
        painter.drawText(label, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        words = QRectF(row.right() - words_width, row.top(), words_width, row.height())
        painter.setFont(look.font("small-digits"))
        painter.setPen(look.color("dim"))
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, bar.words)
        height = look.px(_BAR)
        track = QRectF(label.right() + S3, row.center().y() - height / 2, 0, height)
        track.setRight(max(track.left() + S2, words.left() - S3))
        fill_box(painter, track, look.color("hover"), None, 3)
        self._paint_segments(painter, track, bar)

    @staticmethod
    def _paint_segments(painter: QPainter, track: QRectF, bar: Bar) -> None:
        left = track.left()
        for count, tone in bar.segments:
            if count and bar.total:
                width = max(3.0, track.width() * count / bar.total)
                piece = QRectF(left, track.top(), width, track.height()) & track
                fill_box(painter, piece, theme().color(tone), None, 3)
                left += width + 1
