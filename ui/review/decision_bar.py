"""The decision bar: feedback, accept, out, later, and a quiet way to delete; with what speaks against it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain.applicant import DecisionKind
from reviewer.i18n import gettext as _
from ui.errors import words_for
from ui.review.decision_presenter import DecisionChoices
from ui.theme import S1, S2, S3, theme
from ui.widgets.buttons import ActionButton, IconButton
from ui.widgets.labels import FaultLabel, plain_tooltip
from ui.widgets.panels import Panel

_MARGIN = 18
_SHARES = (3, 2, 2, 2)


class DecisionBar(Panel):
    """Says what a person wants to decide; a button that the rules refuse is shut and says why."""

    decided = Signal(str)
    later = Signal()
    delete = Signal()

    def __init__(self, keys: dict[str, str], parent: QWidget | None = None) -> None:
        """Keys are those of the actions feedback, accept, reject, defer and delete, as people read them."""
        super().__init__("t", parent)
        self._keys = keys
        self._buttons = {
            DecisionKind.FEEDBACK.value: ActionButton(_("Feedback"), key=keys["feedback"], kind="primary"),
            DecisionKind.ACCEPT.value: ActionButton(_("Accept"), key=keys["accept"]),
            DecisionKind.REJECT.value: ActionButton(_("Out"), key=keys["reject"]),
        }
        self._later = ActionButton(_("Later"), key=keys["defer"])
        self._delete = IconButton("trash-2", _("Delete the person's data"), key=keys["delete"], side=26)
        self._words = FaultLabel()
        for value, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, value=value: self.decided.emit(value))
        self._later.clicked.connect(self.later)
        self._delete.clicked.connect(self.delete)
        self._lay_out()

    def show_choices(self, choices: DecisionChoices | None) -> None:
        """Show what can be decided; None: nothing at all."""
        for value, button in self._buttons.items():
            refused = choices.refusals.get(value) if choices is not None else None
            button.setEnabled(choices is not None and refused is None)
            words = words_for(refused) if refused is not None else None
            button.setToolTip(plain_tooltip(f"{words.title}. {words.remedy}") if words is not None else "")
            button.set_kind("primary" if choices is not None and choices.likely == value else "plain")
        self._later.setEnabled(choices is not None and choices.may_defer)
        self._delete.setEnabled(choices is not None)
        self._words.say(_explanation(choices) if choices else "", bad=bool(choices and choices.refusals))

    def show_fault(self, words: str) -> None:
        """Say what was refused; empty takes it back."""
        self._words.show_fault(words)

    def words(self) -> str:
        """What stands below the buttons."""
        return self._words.text()

    def button(self, value: str) -> ActionButton:
        """The button of a decision."""
        return self._buttons[value]

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(S2)
        for button, share in zip((*self._buttons.values(), self._later), _SHARES, strict=True):
            row.addWidget(button, share)
        foot = QHBoxLayout()
        foot.setSpacing(S2)
        foot.addWidget(self._words, 1)
        foot.addWidget(self._delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, S3, _MARGIN, S1 + 2)
        column.setSpacing(S1)
        column.addLayout(row)
        column.addLayout(foot)
        self.setMinimumHeight(theme().px(80))


def _explanation(choices: DecisionChoices) -> str:
    """What people should know before they decide: the first refusal, or how long a letter can be taken back."""
    if not choices.recipient and DecisionKind.FEEDBACK.value in choices.refusals:
        return _("No address: correct it first, or decide without a letter")
    for kind in (DecisionKind.FEEDBACK, DecisionKind.ACCEPT, DecisionKind.REJECT):
        refused = choices.refusals.get(kind.value)
        if refused is not None:
            return words_for(refused).title
    if not choices.recipient:
        return _("No address: no letter will be written")
    return _("To {address}").format(address=choices.recipient)
