"""Draws how many CVs waited, day by day, and where that leads at the present pace."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.domain.forecast import Forecast, Outlook
from reviewer.domain.insights import BacklogDay
from reviewer.i18n import gettext as _
from ui.insights.insight_words import day_label, waiting_words
from ui.theme import S2, S4, theme
from ui.widgets.painting import painter_for, ring

HEIGHT = 220
_FOOT = 22
_HEAD = 22
_LEAST_AHEAD_DAYS = 14


class BurnDown(QWidget):
    """The past as a line with an area, the forecast as a dashed line within a band; all numbers stand beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[BacklogDay, ...] = ()
        self._forecast = Forecast(outlook=Outlook.UNKNOWN)
        self.setAccessibleName(_("Backlog"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_days(self, days: Sequence[BacklogDay], forecast: Forecast, told: str) -> None:
        """Show these days; told says it all in words."""
        self._days, self._forecast = tuple(days), forecast
        self.setAccessibleDescription(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(400), theme().px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        if self._days:
            self._paint(painter)
        if self.hasFocus():
            ring(painter, self.rect(), 4)

    def _area(self) -> QRectF:
        look = theme()
        return QRectF(self.rect()).adjusted(S2, look.px(_HEAD), -S4, -look.px(_FOOT))

    def _last_day(self) -> date:
        """How far the axis reaches: to the forecast's end, but not much further than the past is long."""
        today, past = self._days[-1].day, len(self._days)
        if self._forecast.outlook is not Outlook.ENDS:
            return today
        end = self._forecast.latest or self._forecast.likely or today
        ahead = (end - today).days + _LEAST_AHEAD_DAYS // 2
        return today + timedelta(days=max(_LEAST_AHEAD_DAYS, min(ahead, 2 * past)))

    def _at(self, day: date, waiting: float) -> QPointF:
        area, first = self._area(), self._days[0].day
        span = max(1, (self._last_day() - first).days)
        most = max(1, *(one.waiting for one in self._days))
        x = area.left() + area.width() * (day - first).days / span
        return QPointF(x, area.bottom() - area.height() * waiting / most)

    def _paint(self, painter: QPainter) -> None:
        look, area = theme(), self._area()
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if self._forecast.outlook is Outlook.ENDS:
            painter.save()
            painter.setClipRect(area.adjusted(0, -2, S4, 1))
            self._paint_forecast(painter)
            painter.restore()
        self._paint_past(painter)
        self._paint_labels(painter)

    def _paint_past(self, painter: QPainter) -> None:
        line = QPolygonF([self._at(day.day, day.waiting) for day in self._days])
        path = QPainterPath()
        path.addPolygon(line)
        path.lineTo(self._at(self._days[-1].day, 0))
        path.lineTo(self._at(self._days[0].day, 0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent_soft"))
        painter.drawPath(path)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("accent"), 2))
        painter.drawPolyline(line)

    def _paint_forecast(self, painter: QPainter) -> None:
        forecast, today = self._forecast, self._days[-1]
        begin = self._at(today.day, today.waiting)
        far = today.day + timedelta(days=3_650)
        earliest = self._at(forecast.earliest or far, 0)
        latest = self._at(forecast.latest or far, 0)
        band = QColor(theme().color("accent"))
        band.setAlpha(38)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(band)
        painter.drawPolygon(QPolygonF([begin, latest, earliest]))
        pen = QPen(theme().color("accent"), 1.5)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.drawLine(begin, self._at(forecast.likely or far, 0))

    def _paint_labels(self, painter: QPainter) -> None:
        first, today = self._days[0], self._days[-1]
        highest = max(self._days, key=lambda day: day.waiting)
        painter.setFont(theme().font("tiny"))
        self._axis_label(painter, first.day, day_label(first.day, today.day))
        if len(self._days) > 1:
            self._axis_label(painter, today.day, _("today"))
        self._count(painter, highest, waiting_words(highest.waiting))
        if today != highest:
            self._count(painter, today, waiting_words(today.waiting))
        likely = self._forecast.likely
        if likely is not None and likely <= self._last_day():
            self._axis_label(painter, likely, day_label(likely, today.day), strong=True)

    def _axis_label(self, painter: QPainter, day: date, words: str, *, strong: bool = False) -> None:
        look, area = theme(), self._area()
        font = look.font("tiny-strong" if strong else "tiny")
        width = QFontMetricsF(font).horizontalAdvance(words) + 4
        left = min(max(area.left(), self._at(day, 0).x() - width / 2), self.width() - width)
        painter.setFont(font)
        painter.setPen(look.color("text" if strong else "faint"))
        box = QRectF(left, area.bottom() + 3, width, look.px(_FOOT) - 4)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _count(self, painter: QPainter, day: BacklogDay, words: str) -> None:
        look, at = theme(), self._at(day.day, day.waiting)
        font = look.font("small-strong")
        width = QFontMetricsF(font).horizontalAdvance(words) + 4
        left = min(max(0.0, at.x() - 2), self.width() - width)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent"))
        painter.drawEllipse(at, 3.5, 3.5)
        painter.setFont(font)
        painter.setPen(look.color("text"))
        painter.drawText(QRectF(left, at.y() - look.px(21), width, look.px(17)), Qt.AlignmentFlag.AlignVCenter, words)
