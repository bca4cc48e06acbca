"""Asks once more before something that cannot be taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from reviewer.i18n import gettext as _
from ui.theme import S2
from ui.widgets.buttons import ActionButton
from ui.widgets.fields import FormRow
from ui.widgets.paragraph import Paragraph
from ui.widgets.sheet import Sheet


class Confirm(Sheet):
    """Confirms only by its own button, which stays shut until the asked text is typed."""

    confirmed = Signal()

    def __init__(
        self,
        host: QWidget,
        *,
        title: str,
        text: str,
        button: str,
        danger: bool = True,
        typed: str = "",
        typed_label: str = "",
    ) -> None:
        """With typed, a person must type exactly that (spaces around it do not matter) under typed_label."""
        super().__init__(host, title)
        self._typed = typed
        self._yes = ActionButton(button, kind="danger" if danger else "primary")
        self._yes.clicked.connect(self._confirm)
        no = ActionButton(_("Cancel"), key=_("Esc"))
        no.clicked.connect(self.close_sheet)
        self.body.addWidget(Paragraph(title, role="title"))
        self.body.addWidget(Paragraph(text))
        self._field: QLineEdit | None = None
        if typed:
            self._field = QLineEdit()
            self._field.textChanged.connect(self._check)
            self._field.returnPressed.connect(self._confirm)
            self.body.addWidget(FormRow(typed_label, self._field))
        row = QHBoxLayout()
        row.setSpacing(S2)
        row.addStretch(1)
        row.addWidget(no)
        row.addWidget(self._yes)
        self.body.addSpacing(S2)
        self.body.addLayout(row)
        self._no = no
        self._check()

    def ask(self) -> None:
        """Cover the host with the question; nothing is confirmed by a stray Return."""
        if self._field is not None:
            self._field.clear()
        self.open(self._field or self._no)

    def _check(self) -> None:
        ready = self._field is None or self._field.text().strip() == self._typed
        self._yes.setEnabled(ready)
        self._yes.setCursor(Qt.CursorShape.PointingHandCursor if ready else Qt.CursorShape.ArrowCursor)

    def _confirm(self) -> None:
        if self._yes.isEnabled():
            self.close_sheet()
            self.confirmed.emit()
