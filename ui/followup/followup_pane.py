"""The chosen person of the follow-up: where they stand, the letter that would go next, and what can be done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain.applicant import LAST_RUNG
from reviewer.domain.ladder import Part
from reviewer.i18n import gettext as _
from ui.along_choice import AlongChoice
from ui.errors import words_for_code
from ui.followup.followup_presenter import Ahead
from ui.followup.followup_words import facts_words, name_of
from ui.followup.people_model import Person
from ui.review.letter_editor import LetterEditor
from ui.theme import S1, S2, S3, S4
from ui.widgets.buttons import ActionButton
from ui.widgets.labels import PlainLabel
from ui.widgets.panels import Panel, Separator
from ui.widgets.paragraph import Paragraph


class Deed(StrEnum):
    """What can be done with a person here; the value is the action's name."""

    RELEASE = "follow-release"
    REJECT = "follow-reject"
    OPEN = "follow-open"
    OBJECTION = "follow-objection"
    REPLY = "follow-reply"
    LATER = "follow-later"


_FOLLOWING = frozenset({Part.DUE, Part.NEXT, Part.WOKEN})


def deeds_for(person: Person) -> tuple[Deed, ...]:
    """What is offered, the likeliest first; nobody is put out of the follow-up but by a person's own decision."""
    row, part = person.row, person.part
    deeds = [Deed.OBJECTION, Deed.REPLY, Deed.LATER, Deed.OPEN]
    followed = row.due_on is not None and part in _FOLLOWING
    if followed and row.rung >= LAST_RUNG and part is not Part.NEXT:
        return (Deed.REJECT, *deeds)
    if followed and row.rung < LAST_RUNG and part is not Part.NEXT:
        return (Deed.RELEASE, *deeds)
    return (Deed.OPEN, *deeds[:-1])


class FollowUpPane(Panel):
    """Shows one person at a time; the letter is the one that is released, as it stands."""

    wanted = Signal(object)
    along_ticked = Signal(object, bool)

    def __init__(self, keys: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Keys are those of the actions, as people read them."""
        super().__init__("l", parent)
        self._person: Person | None = None
        self.name = PlainLabel(role="title", selectable=True)
        self._facts = Paragraph("", tone="dim")
        self._promise = Paragraph("", role="strong")
        self._address = PlainLabel(role="strong", selectable=True)
        self._subject = PlainLabel(role="heading", selectable=True)
        self._fault = Paragraph("", tone="bad")
        self._by_hand = PlainLabel(_("Changed by hand"), role="small", tone="dim")
        self.along = AlongChoice()
        self.along.ticked.connect(self.along_ticked)
        self.text = LetterEditor()
        self.text.only_read()
        self._buttons = {deed: self._make(deed, keys.get(deed.value, "")) for deed in Deed}
        self._lay_out()

    def show_person(self, person: Person, today: date) -> None:
        """Show who it is; the letter comes once it is written."""
        fresh = self._person is None or self._person.row.key != person.row.key
        self._person = person
        self.name.setText(name_of(person.row))
        self._facts.set_text(facts_words(person.row, person.part, today))
        self._promise.set_text(_("“{promise}”").format(promise=person.row.promise) if person.row.promise else "")
        self._promise.setVisible(bool(person.row.promise))
        self._address.setText(_("To {address}").format(address=person.row.email or _("no address")))
        deeds = deeds_for(person)
        for deed, button in self._buttons.items():
            button.setVisible(deed in deeds)
            button.set_kind("primary" if deed is deeds[0] else "plain")
        if fresh:
            self.show_letter(None)

    def show_reply(self, words: str) -> None:
        """Show what the person answered last, unless a promise says it already."""
        if self._person is not None and not self._person.row.promise:
            self._promise.set_text(_("“{promise}”").format(promise=words) if words else "")
            self._promise.setVisible(bool(words))

    def show_letter(self, ahead: Ahead | None) -> None:
        """Show the letter that would go next, what goes along with it, and what speaks against it."""
        rendered, fault = (None, "") if ahead is None else (ahead.rendered, ahead.fault)
        self._by_hand.setVisible(ahead is not None and ahead.by_hand)
        self.along.show_along(None if ahead is None else ahead.along)
        self._subject.setText("" if rendered is None else rendered.subject)
        self.text.write("" if rendered is None else rendered.body, () if ahead is None else ahead.lead_ins, fresh=True)
        words = words_for_code(fault) if fault else None
        self._fault.set_text("" if words is None else f"{words.title}. {words.remedy}")
        self._fault.setVisible(words is not None)

    def can(self, deed: Deed) -> bool:
        """Whether a deed is offered now."""
        return self._person is not None and deed in deeds_for(self._person)

    def _make(self, deed: Deed, key: str) -> ActionButton:
        button = ActionButton(_label(deed), key=key)
        button.clicked.connect(lambda: self.wanted.emit(deed))
        return button

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(S4, S3, S4, S3)
        head.setSpacing(S1)
        for part in (self.name, self._facts, self._promise):
            head.addWidget(part)
        letter = QVBoxLayout()
        letter.setContentsMargins(S4, S3, S4, S2)
        letter.setSpacing(S1)
        for part in (self._address, self._subject, self._by_hand, self._fault):
            letter.addWidget(part)
        letter.addSpacing(S1)
        letter.addWidget(self.text, 1)
        letter.addWidget(self.along)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Separator())
        column.addLayout(letter, 1)
        column.addWidget(Separator())
        column.addLayout(self._lay_out_buttons())

    def _lay_out_buttons(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setContentsMargins(S4, S3, S4, S3)
        rows.setSpacing(S2)
        for deeds in ((Deed.RELEASE, Deed.REJECT, Deed.OPEN), (Deed.OBJECTION, Deed.REPLY, Deed.LATER)):
            row = QHBoxLayout()
            row.setSpacing(S2)
            for deed in deeds:
                row.addWidget(self._buttons[deed], 1)
            rows.addLayout(row)
        return rows


def _label(deed: Deed) -> str:
    match deed:
        case Deed.RELEASE:
            return _("Release the letter")
        case Deed.REJECT:
            return _("Out…")
        case Deed.OPEN:
            return _("Open")
        case Deed.OBJECTION:
            return _("Objection")
        case Deed.REPLY:
            return _("Reply")
        case Deed.LATER:
            return _("Later")
