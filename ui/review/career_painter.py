"""Lays a career out over its strip and draws it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPen, QPolygonF

from reviewer.domain.career import MOST_LANES, Career, Period, Silence
from reviewer.domain.findings import Month
from ui.review.career_words import newest_words, silence_words
from ui.theme import S4, theme

_TOP, _LANE, _LANE_GAP, _FOOT = 20, 7, 2, 17
_STEPS = (1, 2, 5, 10, 20)
_LEAST_WIDTH = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeScale:
    """Where months lie on the strip, from the first month's beginning to the last one's end."""

    first: Month
    last: Month
    area: QRectF

    def x(self, number: float) -> float:
        """The left edge of a month by its number."""
        inner = self.area.width() - 2 * S4
        return S4 + inner * (number - self.first.number) / max(1, self.last.number + 1 - self.first.number)

    @property
    def lanes(self) -> QRectF:
        """The band in which periods lie."""
        height = MOST_LANES * theme().px(_LANE) + (MOST_LANES - 1) * _LANE_GAP
        return QRectF(S4, theme().px(_TOP), self.area.width() - 2 * S4, height)

    def bar(self, period: Period) -> QRectF:
        """A period's bar; short ones stay visible."""
        left, right = self.x(period.start.number), self.x(period.end.number + 1)
        top = self.lanes.top() + period.lane * (theme().px(_LANE) + _LANE_GAP)
        return QRectF(left, top, max(_LEAST_WIDTH, right - left - 1), theme().px(_LANE))

    def reach(self, period: Period) -> QRectF:
        """Where a pointer means a period."""
        return self.bar(period).adjusted(-1, -1, 1, 1)

    def silence(self, silence: Silence) -> QRectF:
        """A silence, as high as all lanes."""
        left, right = self.x(silence.start.number), self.x(silence.end.number + 1)
        return QRectF(left, self.lanes.top(), right - left - 1, self.lanes.height())


def paint_career(
    painter: QPainter, career: Career, scale: TimeScale, chosen: Period | None, hovered: Period | None
) -> None:
    """Draw silences, bars, the newest date and the years."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_years(painter, scale)
    for silence in career.silences:
        _paint_silence(painter, scale.silence(silence), silence)
    for period in career.periods:
        _paint_bar(painter, scale.bar(period), period, strong=period in {chosen, hovered})
    if chosen is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("text"), 1.5))
        painter.drawRoundedRect(scale.bar(chosen).adjusted(-2, -2, 2, 2), 4, 4)
    if career.newest is not None:
        _paint_newest(painter, scale, career.newest)


def _paint_bar(painter: QPainter, bar: QRectF, period: Period, *, strong: bool) -> None:
    ink = QColor(theme().color("accent"))
    ink.setAlpha(255 if strong else 165)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRoundedRect(bar, 2.5, 2.5)
    if period.ongoing and bar.width() > 12:
        painter.fillRect(QRectF(bar.right() - 2.5, bar.top(), 2.5, bar.height()), ink)


def _paint_silence(painter: QPainter, box: QRectF, silence: Silence) -> None:
    """Glows from its middle; the words say how long, so that colour is not alone in telling."""
    look = theme()
    ink, edge = QColor(look.color("warn")), QColor(look.color("warn"))
    ink.setAlpha(70 if look.dark else 60)
    edge.setAlpha(14)
    glow = QLinearGradient(box.topLeft(), box.topRight())
    glow.setColorAt(0, edge)
    glow.setColorAt(0.5, ink)
    glow.setColorAt(1, edge)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    painter.drawRoundedRect(box, 4, 4)
    line = QPen(look.color("warn"), 1)
    line.setDashPattern([2, 3])
    painter.setPen(line)
    middle = box.center().y()
    words, font = silence_words(silence), look.font("tiny-strong")
    width = QFontMetricsF(font).horizontalAdvance(words)
    if width + 12 > box.width():
        painter.drawLine(QPointF(box.left() + 2, middle), QPointF(box.right() - 2, middle))
        return
    painter.setFont(font)
    painter.setPen(look.color("warn"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _paint_newest(painter: QPainter, scale: TimeScale, month: Month) -> None:
    """A small wedge above the lanes and the month beside it."""
    look = theme()
    tip = QPointF(scale.x(month.number + 1) - 1, scale.lanes.top() - 2)
    half, height = look.px(4), look.px(6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("text"))
    painter.drawPolygon(QPolygonF([tip, tip - QPointF(half, height), tip + QPointF(half, -height)]))
    words, font = newest_words(month), look.font("tiny-strong")
    width = QFontMetricsF(font).horizontalAdvance(words) + 2
    left = tip.x() + half + 4
    if left + width > scale.area.width() - S4:
        left = tip.x() - half - 4 - width
    painter.setFont(font)
    painter.setPen(look.color("text"))
    line = QRectF(left, tip.y() - look.px(14), width, look.px(14))
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, words)


def _paint_years(painter: QPainter, scale: TimeScale) -> None:
    look = theme()
    font = look.font("tiny")
    metrics = QFontMetricsF(font)
    room = metrics.horizontalAdvance("0000") + 14
    years = range(scale.first.year + (scale.first.month > 1), scale.last.year + 1)
    a_year = abs(scale.x(12) - scale.x(0))
    step = next((step for step in _STEPS if a_year * step >= room), _STEPS[-1])
    painter.setFont(font)
    lanes = scale.lanes
    for year in years:
        x = scale.x(year * 12)
        painter.setPen(QPen(look.color("line"), 1))
        told = year % step == 0
        painter.drawLine(QPointF(x, lanes.top()), QPointF(x, lanes.bottom() + (4 if told else 0)))
        if told and x + room < scale.area.width():
            painter.setPen(look.color("faint"))
            painter.drawText(
                QRectF(x + 3, lanes.bottom() + 1, room, look.px(_FOOT)), Qt.AlignmentFlag.AlignVCenter, str(year)
            )
