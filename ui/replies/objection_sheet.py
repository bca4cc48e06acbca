"""The sheet that asks which stock objection came; one key chooses."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer.domain.objections import Objection
from reviewer.i18n import gettext as _
from ui.review.review_words import objection_words
from ui.theme import S2
from ui.widgets.buttons import ActionButton, ChoiceButton
from ui.widgets.paragraph import Paragraph
from ui.widgets.sheet import Sheet

_WIDTH = 640


class ObjectionSheet(Sheet):
    """Four objections, four keys; choosing closes the sheet."""

    chosen = Signal(object)

    def __init__(self, host: QWidget, name: str) -> None:
        super().__init__(host, _("Which objection?"), _WIDTH)
        self.body.addWidget(Paragraph(_("What does {name} say?").format(name=name), role="title"))
        self.body.addWidget(
            Paragraph(
                _("The approved answer is shown before it waits; rung and due date stay as they are."), tone="dim"
            )
        )
        self._buttons = [self._make(number, objection) for number, objection in enumerate(Objection, 1)]
        for button in self._buttons:
            self.body.addWidget(button)
        no = ActionButton(_("Cancel"), key=_("Esc"))
        no.clicked.connect(self.close_sheet)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(no)
        self.body.addSpacing(S2)
        self.body.addLayout(row)

    def ask(self) -> None:
        """Cover the host with the question."""
        self.open(self._buttons[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.text()
        if number.isdigit() and 1 <= int(number) <= len(self._buttons):
            self._buttons[int(number) - 1].click()
        else:
            super().keyPressEvent(event)

    def _make(self, number: int, objection: Objection) -> ChoiceButton:
        button = ChoiceButton(objection_words(objection), key=str(number))
        button.clicked.connect(lambda: self._choose(objection))
        return button

    def _choose(self, objection: Objection) -> None:
        self.close_sheet()
        self.chosen.emit(objection)
