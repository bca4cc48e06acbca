"""The sheet that corrects salutation, title, names, address and language."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from reviewer.domain.applicant import Person, Salutation
from reviewer.domain.letter import Language
from reviewer.i18n import gettext as _
from ui.errors import ErrorWords
from ui.review.review_words import language_name, salutation_name
from ui.theme import S2, S3, theme
from ui.widgets.buttons import ActionButton, PrimaryButton, SegmentedControl
from ui.widgets.fields import FormRow
from ui.widgets.labels import PlainLabel
from ui.widgets.sheet import Sheet


class PersonSheet(Sheet):
    """Stays open until what is wanted is accepted or the person gives up."""

    wanted = Signal(object)

    def __init__(self, host: QWidget, person: Person) -> None:
        super().__init__(host, _("Correct the details"), 520)
        self.body.addWidget(PlainLabel(_("Correct the details"), role="title"))
        salutations = [(one.value, salutation_name(one)) for one in Salutation]
        self._salutation = SegmentedControl(salutations, _("Salutation"))
        self._salutation.choose(person.salutation.value)
        languages = [(one.value, language_name(one)) for one in Language]
        self._language = SegmentedControl(languages, _("Language of the letters"))
        self._language.choose(person.language.value)
        self._title = QLineEdit(person.title)
        self._first = QLineEdit(person.first_name)
        self._last = QLineEdit(person.last_name)
        self._email = QLineEdit(person.email)
        self._email_row = FormRow(_("E-mail"), self._email)
        self._lay_out()

    def ask(self) -> None:
        """Cover the host with the form."""
        self.open(self._last)

    def person(self) -> Person:
        """What the form says."""
        return Person(
            salutation=Salutation(self._salutation.value()),
            title=self._title.text().strip(),
            first_name=self._first.text().strip(),
            last_name=self._last.text().strip(),
            email=self._email.text().strip(),
            language=Language(self._language.value()),
        )

    def show_fault(self, words: ErrorWords) -> None:
        """Say what is wrong with the address, the one thing that can be refused."""
        self._email_row.set_error(f"{words.title}. {words.remedy}")
        self._email.setFocus()

    def _lay_out(self) -> None:
        self.body.addLayout(
            _row(FormRow(_("Salutation"), self._salutation), FormRow(_("Language of the letters"), self._language))
        )
        title = FormRow(_("Title"), self._title)
        title.setFixedWidth(theme().px(96))
        self.body.addLayout(_row(title, FormRow(_("First name"), self._first), FormRow(_("Last name"), self._last)))
        self.body.addWidget(self._email_row)
        self.body.addSpacing(S2)
        buttons = QHBoxLayout()
        buttons.setSpacing(S2)
        no = ActionButton(_("Cancel"), key=_("Esc"))
        no.clicked.connect(self.close_sheet)
        yes = PrimaryButton(_("Save"))
        yes.clicked.connect(self._save)
        for field in (self._title, self._first, self._last, self._email):
            field.returnPressed.connect(self._save)
        buttons.addStretch(1)
        buttons.addWidget(no)
        buttons.addWidget(yes)
        self.body.addLayout(buttons)

    def _save(self) -> None:
        self._email_row.set_error("")
        self.wanted.emit(self.person())


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(S3)
    for part in parts:
        row.addWidget(part, 1)
    return row
