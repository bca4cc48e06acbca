"""The career strip below the CV: dated periods as bars, silent years between them, the newest date marked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reviewer.domain.career import Career, Period, Silence
from reviewer.i18n import gettext as _
from ui.review.career_painter import TimeScale, paint_career
from ui.review.career_words import career_words, period_words, silence_words
from ui.theme import theme
from ui.widgets.labels import plain_tooltip
from ui.widgets.painting import painter_for, ring

HEIGHT = 66
_OWN_KEYS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CareerStrip(QWidget):
    """Always equally high, so that the page above does not jump; a period leads to where it stands in the CV."""

    period_chosen = Signal(object)
    """The Place of a period."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._career: Career | None = None
        self._message = ""
        self._chosen: Period | None = None
        self._hovered: Period | None = None
        self.setAccessibleName(_("Career"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_career(None, known=False)

    def show_career(self, career: Career | None, *, known: bool) -> None:
        """Show a line of time; without one, say so once it is known that there is none."""
        self._career = career
        self._chosen = self._hovered = None
        self._message = "" if career is not None or not known else _("No dated periods found")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if career is not None else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(self._message if career is None else career_words(career))
        self.unsetCursor()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().px(HEIGHT))

    def event(self, event: QEvent) -> bool:
        """Its own keys while it has the keyboard, and what lies under the pointer."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and event.key() in _OWN_KEYS:
            event.accept()
            return True
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tooltip(self._told_at(event.pos().toPointF())), self)
            return True
        if event.type() is QEvent.Type.Leave:
            self._hover(None)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        periods = self._career.periods if self._career is not None else ()
        step = _MOVES.get(Qt.Key(event.key()))
        if step is not None and periods:
            place = periods.index(self._chosen) + step if self._chosen in periods else (0 if step > 0 else -1)
            self._choose(periods[min(max(place, 0), len(periods) - 1) if self._chosen else place])
        elif event.key() in _OWN_KEYS and self._chosen is not None:
            self.period_chosen.emit(self._chosen.place)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._period_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        period = self._period_at(event.position())
        if period is not None and event.button() is Qt.MouseButton.LeftButton:
            self._choose(period)
            self.period_chosen.emit(period.place)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        painter.fillRect(self.rect(), theme().color("panel"))
        painter.fillRect(0, 0, self.width(), 1, theme().color("line"))
        if self._career is None:
            painter.setFont(theme().font("small"))
            painter.setPen(QColor(theme().color("faint")))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._message)
        else:
            paint_career(painter, self._career, self._scale(self._career), self._chosen, self._hovered)
        if self.hasFocus():
            ring(painter, self.rect(), 4)

    def _scale(self, career: Career) -> TimeScale:
        return TimeScale(first=career.first, last=career.last, area=QRectF(self.rect()))

    def _choose(self, period: Period) -> None:
        self._chosen = period
        self.setAccessibleDescription(period_words(period))
        self.update()

    def _hover(self, period: Period | None) -> None:
        if period != self._hovered:
            self._hovered = period
            self.setCursor(Qt.CursorShape.PointingHandCursor if period else Qt.CursorShape.ArrowCursor)
            self.update()

    def _period_at(self, at: QPointF) -> Period | None:
        if self._career is None:
            return None
        scale = self._scale(self._career)
        hits = [period for period in self._career.periods if scale.reach(period).contains(at)]
        return min(hits, key=lambda period: period.end.number - period.start.number, default=None)

    def _silence_at(self, at: QPointF) -> Silence | None:
        if self._career is None:
            return None
        scale = self._scale(self._career)
        return next((one for one in self._career.silences if scale.silence(one).contains(at)), None)

    def _told_at(self, at: QPointF) -> str:
        period, silence = self._period_at(at), self._silence_at(at)
        if period is not None:
            return period_words(period)
        return silence_words(silence) if silence is not None else ""
