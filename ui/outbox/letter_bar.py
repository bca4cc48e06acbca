"""The buttons below a letter: what can be done in its state, and what speaks against it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain.attachments import kinds_of
from reviewer.domain.letter import AttachmentKind, LetterState
from reviewer.domain.views import LetterRow
from reviewer.i18n import gettext as _
from ui.outbox.letter_writing import Writing
from ui.theme import S1, S2, S3, S5, theme
from ui.widgets.buttons import ActionButton
from ui.widgets.labels import FaultLabel
from ui.widgets.panels import Panel


class Deed(StrEnum):
    """What a button of the bar does."""

    RELEASE = "release"
    RELEASE_WITHOUT = "release-without"
    HOLD = "hold"
    AGAIN = "again"
    ARRIVED = "arrived"
    SEND_AGAIN = "send-again"
    EDIT = "edit"
    TAKE_BACK = "take-back"
    SAVE = "save"
    DROP = "drop"
    RECEIPTS = "receipts"


KEYS: Mapping[Deed, str] = {
    Deed.RELEASE: "letter-hold",
    Deed.HOLD: "letter-hold",
    Deed.AGAIN: "letter-again",
    Deed.EDIT: "letter-edit",
    Deed.TAKE_BACK: "letter-take-back",
    Deed.SAVE: "letter-save",
}
"""The actions whose keys do the same."""
_BY_STATE: Mapping[LetterState, tuple[Deed, ...]] = {
    LetterState.HELD: (Deed.RELEASE, Deed.EDIT, Deed.TAKE_BACK),
    LetterState.QUEUED: (Deed.HOLD, Deed.EDIT, Deed.TAKE_BACK),
    LetterState.FAILED: (Deed.AGAIN, Deed.EDIT, Deed.TAKE_BACK),
    LetterState.IN_DOUBT: (Deed.ARRIVED, Deed.SEND_AGAIN),
}
_OF_CONFIRMATIONS = (LetterState.FAILED, LetterState.IN_DOUBT)


def deeds_for(row: LetterRow, writing: Writing | None) -> tuple[Deed, ...]:
    """What can be done with a letter, in the order of the buttons."""
    if row.applicant is None:
        return (Deed.RECEIPTS,) if row.state in _OF_CONFIRMATIONS else ()
    if writing is not None:
        return (Deed.SAVE, Deed.DROP) if row.state in _BY_STATE else (Deed.DROP,)
    deeds = _BY_STATE.get(row.state, ())
    return (Deed.RELEASE_WITHOUT, *deeds) if _is_kept_by_the_cv(row) else deeds


def _is_kept_by_the_cv(row: LetterRow) -> bool:
    """Whether a letter stays because the CV that was to go along cannot."""
    carries = AttachmentKind.ANNOTATED_CV in kinds_of(row.attachments)
    return carries and row.state is LetterState.HELD and row.reason.startswith("attachment-")


def likely_deed(row: LetterRow, writing: Writing | None) -> Deed | None:
    """What a person most probably wants; None when nothing stands out."""
    if writing is not None:
        return Deed.SAVE
    match row.state:
        case LetterState.HELD if _is_kept_by_the_cv(row):
            return Deed.RELEASE_WITHOUT
        case LetterState.HELD if row.reason.startswith("gate-"):
            return Deed.TAKE_BACK
        case LetterState.HELD if row.reason.startswith("letter-"):
            return Deed.EDIT
        case LetterState.HELD:
            return Deed.RELEASE
        case LetterState.FAILED:
            return Deed.AGAIN
        case _:
            return None


def bar_words(row: LetterRow, writing: Writing | None) -> str:
    """What a person should know before pressing a button."""
    if row.applicant is None:
        return _("This confirms a deletion; its text and its address are erased once it is sent.")
    if writing is not None:
        return _writing_words(row, writing)
    match row.state:
        case LetterState.HELD | LetterState.QUEUED | LetterState.FAILED if row.template.answers_objection:
            return _("This answers an objection; taking it back changes nothing else.")
        case LetterState.HELD | LetterState.QUEUED | LetterState.FAILED:
            return _("Undoing the decision takes the letter back; the applicant returns to the queue.")
        case LetterState.IN_DOUBT:
            return _("It did arrive: the letter counts as sent. Send again: it may arrive twice.")
        case LetterState.SENDING:
            return _("The letter is with the mail server at this moment and can no longer be stopped.")
        case LetterState.SENT:
            return _("The mail server has taken the letter; it can no longer be changed.")
        case LetterState.CANCELLED:
            return _("The letter was taken back and stays here for the record.")


def _writing_words(row: LetterRow, writing: Writing) -> str:
    if row.state not in _BY_STATE:
        return _("The letter has left the outbox meanwhile; your text is still here to be copied.")
    if writing.overruled:
        return _("Somebody changed this letter while you wrote. Save puts your text in its place, Cancel keeps theirs.")
    if writing.release:
        return _("The letter is held while you write and goes its way once you save or cancel.")
    return _("What you type is kept until you save or cancel.")


class LetterBar(Panel):
    """Shows the buttons of one letter at a time; a fault stands beside them until the next act."""

    wanted = Signal(object)

    def __init__(self, keys: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Keys are those of the actions, as people read them."""
        super().__init__("t", parent)
        self._buttons = {deed: self._make(deed, keys.get(KEYS.get(deed, ""), "")) for deed in Deed}
        self._words = FaultLabel()
        row = QHBoxLayout()
        row.setSpacing(S2)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(S5, S3, S5, S3)
        column.setSpacing(S1 + 2)
        column.addLayout(row)
        column.addWidget(self._words)

    def show_letter(self, row: LetterRow, writing: Writing | None, *, busy: bool) -> None:
        """Show what can be done with a letter now."""
        possible, likely = deeds_for(row, writing), likely_deed(row, writing)
        for deed, button in self._buttons.items():
            button.setVisible(deed in possible)
            button.setEnabled(not busy)
            button.set_kind("primary" if deed is likely else "plain")
        self._buttons[Deed.TAKE_BACK].setText(_take_back_label(row))
        self._buttons[Deed.TAKE_BACK].setAccessibleName(_take_back_label(row))
        self._words.say(bar_words(row, writing))

    def show_fault(self, words: str) -> None:
        """Say what was refused; empty takes it back."""
        self._words.show_fault(words)

    def words(self) -> str:
        """What stands below the buttons."""
        return self._words.text()

    def button(self, deed: Deed) -> ActionButton:
        """The button of a deed."""
        return self._buttons[deed]

    def can(self, deed: Deed) -> bool:
        """Whether a deed is offered now."""
        button = self._buttons[deed]
        return not button.isHidden() and button.isEnabled()

    def _make(self, deed: Deed, key: str) -> ActionButton:
        button = ActionButton(_label(deed), key=key)
        button.setMinimumWidth(theme().px(96))
        button.clicked.connect(lambda: self.wanted.emit(deed))
        button.hide()
        return button


def _take_back_label(row: LetterRow) -> str:
    return _("Take the answer back") if row.template.answers_objection else _label(Deed.TAKE_BACK)


def _label(deed: Deed) -> str:
    match deed:
        case Deed.RELEASE:
            return _("Release")
        case Deed.RELEASE_WITHOUT:
            return _("Release without the CV")
        case Deed.HOLD:
            return _("Hold")
        case Deed.AGAIN:
            return _("Try again")
        case Deed.ARRIVED:
            return _("It did arrive")
        case Deed.SEND_AGAIN:
            return _("Send again")
        case Deed.EDIT:
            return _("Edit")
        case Deed.TAKE_BACK:
            return _("Undo the decision")
        case Deed.SAVE:
            return _("Save")
        case Deed.DROP:
            return _("Cancel")
        case Deed.RECEIPTS:
            return _("Go to the receipts")
