"""The sheets before a decision: later, feedback without a defect, delete."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from reviewer.domain.acts import LONGEST_REASON
from reviewer.domain.applicant import Applicant, display_name
from reviewer.i18n import gettext as _
from ui.review.review_words import weekday_words
from ui.theme import S2
from ui.widgets.buttons import ActionButton, PrimaryButton
from ui.widgets.confirm import Confirm
from ui.widgets.entries import DateField
from ui.widgets.fields import FormRow
from ui.widgets.labels import PlainLabel
from ui.widgets.sheet import Sheet


def quick_days(today: date) -> tuple[tuple[str, date], ...]:
    """The days people choose most, each later than today."""
    last = date(today.year, today.month, calendar.monthrange(today.year, today.month)[1])
    if last <= today + timedelta(days=2):
        following = last + timedelta(days=1)
        last = date(following.year, following.month, calendar.monthrange(following.year, following.month)[1])
    return (
        (_("In 1 week"), today + timedelta(days=7)),
        (_("In 2 weeks"), today + timedelta(days=14)),
        (_("End of the month"), last),
    )


class LaterSheet(Sheet):
    """Puts an applicant aside until a day that is still to come."""

    chosen = Signal(object, str)

    def __init__(self, host: QWidget, applicant: Applicant, today: date) -> None:
        super().__init__(host, _("Later"), 600)
        name = display_name(applicant.person) or applicant.id
        days = quick_days(today)
        first = QDate(today.year, today.month, today.day).addDays(1)
        self.body.addWidget(PlainLabel(_("Put {name} aside").format(name=name), role="title", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(S2)
        for label, day in days:
            button = ActionButton(label, key=weekday_words(day))
            button.setAccessibleName(f"{label}, {weekday_words(day)}")
            button.clicked.connect(lambda _checked=False, day=day: self._take(day))
            row.addWidget(button)
        self.body.addLayout(row)
        self._day = DateField(_("Until"), QDate(days[1][1].year, days[1][1].month, days[1][1].day), first)
        self._reason = QLineEdit()
        self._reason.setMaxLength(LONGEST_REASON)
        self._reason.setPlaceholderText(_("promised a new CV by the end of the month"))
        self._reason.returnPressed.connect(self._take_field)
        self.body.addWidget(FormRow(_("Until"), self._day))
        self.body.addWidget(FormRow(_("Reason, for you and your colleagues"), self._reason))
        self.body.addSpacing(S2)
        self.body.addLayout(self._buttons())

    def ask(self) -> None:
        """Cover the host with the question."""
        self.open(self._reason)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S2)
        no = ActionButton(_("Cancel"), key=_("Esc"))
        no.clicked.connect(self.close_sheet)
        yes = PrimaryButton(_("Put aside"))
        yes.clicked.connect(self._take_field)
        row.addStretch(1)
        row.addWidget(no)
        row.addWidget(yes)
        return row

    def _take_field(self) -> None:
        day = self._day.date()
        self._take(date(day.year(), day.month(), day.day()))

    def _take(self, day: date) -> None:
        reason = self._reason.text().strip()
        self.close_sheet()
        self.chosen.emit(day, reason)


def nothing_lacking_sheet(host: QWidget) -> Confirm:
    """Asks whether feedback that names no defect is meant."""
    return Confirm(
        host,
        title=_("Nothing is marked as lacking"),
        text=_(
            "The feedback would ask for a better CV without saying what is missing. "
            "Answer the criteria first, or send it all the same."
        ),
        button=_("Send all the same"),
        danger=False,
    )


def delete_sheet(host: QWidget, applicant: Applicant) -> Confirm:
    """Asks for the ID before all data of a person are erased."""
    name = display_name(applicant.person)
    lines = [
        _(
            "Documents, answers, notes and letters of {name} are erased at once here, and on every desk of your "
            "colleagues with its next sync. Letters that still wait are stopped."
        ).format(name=name or applicant.id),
        _("Then one sentence confirms it to {address}, and the address is erased as well.").format(
            address=applicant.person.email
        )
        if applicant.person.email
        else _("There is no address, so no confirmation is sent."),
        _("A receipt without personal data is kept. This cannot be taken back."),
    ]
    return Confirm(
        host,
        title=_("Delete all data of {name}").format(name=name or applicant.id),
        text="\n\n".join(lines),
        button=_("Delete for good"),
        typed=applicant.id,
        typed_label=_("Type the ID {id} to confirm").format(id=applicant.id),
    )
