"""One receipt in full, with its ways out: copied as text, saved as a file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer.domain.letter import LetterState
from reviewer.i18n import gettext as _
from ui.erasures.receipt_words import ReceiptShown, confirmation_words, erased_words, exact_moment
from ui.theme import S2, S3, S4, S5, theme
from ui.widgets.buttons import ActionButton, IconButton, PrimaryButton
from ui.widgets.captions import Captioned
from ui.widgets.labels import PlainLabel
from ui.widgets.panels import Panel
from ui.widgets.paragraph import Paragraph


class ReceiptView(Panel):
    """Shows one receipt; a fault of saving stands above the buttons until the next try."""

    copy_wanted = Signal()
    save_wanted = Signal()
    id_copied = Signal(str)
    moved = Signal(object, object)

    def __init__(self, keys: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Keys are those of the actions, as people read them."""
        super().__init__("l", parent)
        self._shown: ReceiptShown | None = None
        self._facts = [Captioned(wrap=True) for _number in range(5)]
        self._copy_id = IconButton("copy", _("Copy the receipt’s number"), side=24)
        self._copy_id.clicked.connect(self._tell_id)
        self._copy = PrimaryButton(_("Copy as text"), key=keys.get("receipt-copy", ""))
        self._save = ActionButton(_("Save as a file"), key=keys.get("receipt-save", ""))
        self._moves = {
            LetterState.QUEUED: ActionButton(_("Send again")),
            LetterState.SENT: ActionButton(_("It did arrive")),
            LetterState.CANCELLED: ActionButton(_("Give up, erase the address")),
        }
        for wanted, button in self._moves.items():
            button.clicked.connect(partial(self._tell_move, wanted))
        self._copy.clicked.connect(self.copy_wanted)
        self._save.clicked.connect(self.save_wanted)
        self._fault = PlainLabel(role="small", tone="bad", wrap=True)
        self._fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll(), 1)
        column.addWidget(self._foot())

    def show_receipt(self, shown: ReceiptShown) -> None:
        """Show this receipt."""
        self._shown = shown
        receipt = shown.receipt
        facts = (
            (_("Receipt"), receipt.id),
            (_("Demanded"), exact_moment(receipt.demanded_at)),
            (_("Erased"), exact_moment(receipt.erased_at)),
            (_("What was erased"), "\n".join(erased_words(receipt.places))),
            (_("Confirmation"), confirmation_words(shown)),
        )
        for fact, words in zip(self._facts, facts, strict=True):
            fact.say(*words)
        stuck = receipt.confirmation in (LetterState.FAILED, LetterState.IN_DOUBT)
        for wanted, button in self._moves.items():
            doubted = receipt.confirmation is LetterState.IN_DOUBT
            button.setVisible(stuck and (doubted or wanted is not LetterState.SENT))
        self.show_fault("")

    def show_fault(self, words: str) -> None:
        """Say why saving failed; empty takes it back."""
        self._fault.setText(words)
        self._fault.setVisible(bool(words))

    def fault(self) -> str:
        """What is said to have failed."""
        return self._fault.text()

    def words(self) -> list[tuple[str, str]]:
        """The captions and values shown."""
        return [fact.words() for fact in self._facts]

    def _scroll(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(S5, S4, S5, S4)
        column.setSpacing(S4)
        first = QHBoxLayout()
        first.setSpacing(S2)
        first.addWidget(self._facts[0], 1)
        first.addWidget(self._copy_id)
        column.addWidget(PlainLabel(_("Receipt of an erasure"), role="heading"))
        column.addLayout(first)
        for fact in self._facts[1:]:
            column.addWidget(fact)
        column.addWidget(Paragraph(_("This receipt holds no personal data."), role="small", tone="dim"))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        return scroll

    def _foot(self) -> QWidget:
        foot = Panel("t")
        row = QHBoxLayout()
        row.setSpacing(S2)
        row.addWidget(self._copy, 1)
        row.addWidget(self._save, 1)
        column = QVBoxLayout(foot)
        column.setContentsMargins(S5, S3, S5, S3)
        column.setSpacing(S2)
        column.addWidget(self._fault)
        for button in self._moves.values():
            button.hide()
            column.addWidget(button)
        column.addLayout(row)
        foot.setMinimumHeight(theme().px(60))
        return foot

    def _tell_move(self, wanted: LetterState, _checked: object = None) -> None:
        if self._shown is not None:
            self.moved.emit(self._shown.receipt, wanted)

    def _tell_id(self) -> None:
        if self._shown is not None:
            self.id_copied.emit(self._shown.receipt.id)
