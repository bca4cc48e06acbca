"""Fields for a day and for a number."""

from __future__ import annotations

from PySide6.QtCore import QDate, QEvent, QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QSpinBox, QToolButton, QWidget

from ui.icons import icon
from ui.theme import S2, theme

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


def _day_format(locale: QLocale) -> str:
    """The usual short form with the whole year; where it is figures between strokes, the month is a word instead."""
    short = locale.dateFormat(QLocale.FormatType.ShortFormat).replace("yyyy", "yy").replace("yy", "yyyy")
    return "d MMM yyyy" if "/" in short else short


class DateField(QDateEdit):
    """Takes a day no earlier than the first one allowed; weekends are dim, never the colour of faults."""

    def __init__(self, name: str, day: QDate, first: QDate, parent: QWidget | None = None) -> None:
        super().__init__(day, parent)
        self.setAccessibleName(name)
        self.setMinimumDate(first)
        self.setCalendarPopup(True)
        self.setDisplayFormat(_day_format(QLocale()))
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        calendar.setLocale(QLocale())
        self.setCalendarWidget(calendar)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.calendarPopup():
            self._dress()

    def _dress(self) -> None:
        calendar = self.calendarWidget()
        weekend = QTextCharFormat()
        weekend.setForeground(theme().color("dim"))
        header = QTextCharFormat()
        header.setForeground(theme().color("faint"))
        header.setFont(theme().font("tiny-strong"))
        for day in _WEEKEND:
            calendar.setWeekdayTextFormat(day, weekend)
        calendar.setHeaderTextFormat(header)
        for name, picture in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            button = calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(icon(picture))


class NumberField(QSpinBox):
    """Takes a whole number between two others; arrow keys change it, so it needs no small buttons."""

    def __init__(self, name: str, value: int, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setValue(value)
        self.lineEdit().setTextMargins(S2, 0, 0, 0)
