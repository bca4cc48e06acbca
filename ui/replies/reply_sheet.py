"""The sheet that records what an applicant answered, and perhaps until when the person is put aside."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from reviewer.domain.reply_rules import LONGEST_WORDS
from reviewer.i18n import gettext as _
from ui.theme import S2, S3
from ui.widgets.buttons import ActionButton, PrimaryButton
from ui.widgets.entries import DateField
from ui.widgets.fields import FormRow
from ui.widgets.paragraph import Paragraph
from ui.widgets.sheet import Sheet

_WIDTH = 560
_LONG_AGO = QDate(2000, 1, 1)
_USUAL_DAYS = 14


class ReplySheet(Sheet):
    """Says nothing until there are words; the day is today at the latest, the day to look again is later."""

    replied = Signal(object, str, object)
    """The day it came, what was answered, and until when the person is put aside (None: to be reviewed now)."""

    def __init__(self, host: QWidget, name: str, today: date) -> None:
        super().__init__(host, _("Record a reply"), _WIDTH)
        self.body.addWidget(Paragraph(_("{name} has answered").format(name=name), role="title"))
        self.body.addWidget(
            Paragraph(_("The follow-up stops, and letters that still wait are taken back."), tone="dim")
        )
        day = _as_qdate(today)
        self._came_on = DateField(_("The answer came on"), day, _LONG_AGO)
        self._came_on.setMaximumDate(day)
        self._words = QLineEdit()
        self._words.setMaxLength(LONGEST_WORDS)
        self._words.setPlaceholderText(_("sends a new CV next week"))
        self._words.returnPressed.connect(self._take)
        self._row = FormRow(_("What was answered, in short"), self._words)
        self._later = QCheckBox(_("Look again on"))
        self._until = DateField(_("Look again on"), _as_qdate(today + timedelta(days=_USUAL_DAYS)), day.addDays(1))
        self._until.setEnabled(False)
        self._later.toggled.connect(self._until.setEnabled)
        self.body.addWidget(self._row)
        self.body.addWidget(FormRow(_("The answer came on"), self._came_on))
        self.body.addLayout(_beside(self._later, self._until))
        self.body.addSpacing(S2)
        self.body.addLayout(self._buttons())

    def ask(self) -> None:
        """Cover the host with the question."""
        self.open(self._words)

    def _buttons(self) -> QHBoxLayout:
        no = ActionButton(_("Cancel"), key=_("Esc"))
        no.clicked.connect(self.close_sheet)
        yes = PrimaryButton(_("Record"))
        yes.clicked.connect(self._take)
        row = QHBoxLayout()
        row.setSpacing(S2)
        row.addStretch(1)
        row.addWidget(no)
        row.addWidget(yes)
        return row

    def _take(self) -> None:
        words = self._words.text().strip()
        if not words:
            self._row.set_error(_("Say in a word or two what the applicant answered."))
            return
        until = _as_date(self._until.date()) if self._later.isChecked() else None
        self.close_sheet()
        self.replied.emit(_as_date(self._came_on.date()), words, until)


def _beside(first: QWidget, second: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(S3)
    row.addWidget(first)
    row.addWidget(second, 1)
    return row


def _as_qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _as_date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
