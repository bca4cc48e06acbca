"""The letter pane: which letter, its language, when it leaves, its subject and its text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewer.domain.letter import Language
from reviewer.i18n import gettext as _
from ui.along_choice import AlongChoice
from ui.review.letter_editor import LetterEditor
from ui.review.letter_sheet import LetterSheet
from ui.review.menu_button import MenuButton
from ui.review.review_words import language_name
from ui.theme import S1, S2, theme
from ui.widgets.buttons import ActionButton
from ui.widgets.labels import PlainLabel

_MARGIN = 18


class LetterView(QWidget):
    """Shows a sheet and says what a person does with it."""

    kind_chosen = Signal(str)
    language_chosen = Signal(str)
    typed = Signal(str, str)
    start_again = Signal()
    along_ticked = Signal(object, bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = MenuButton(_("Letter"), role="strong", tone="text")
        self._language = MenuButton(_("Language of the letter"))
        self._remark = PlainLabel(role="small", tone="dim")
        self._subject = QLineEdit()
        self._subject.setAccessibleName(_("Subject of the letter"))
        self._subject.setFont(theme().font("strong"))
        self._editor = LetterEditor()
        self.along = AlongChoice()
        self._hint = QWidget()
        self._fault = PlainLabel(role="small", tone="bad", wrap=True)
        self._fault.hide()
        self._lay_out()
        self._kind.chosen.connect(self.kind_chosen)
        self._language.chosen.connect(self.language_chosen)
        self._subject.textEdited.connect(self._tell)
        self._editor.typed.connect(self._tell)
        self._editor.left.connect(self.left)
        self.along.ticked.connect(self.along_ticked)
        self.setFocusProxy(self._editor)

    def show_sheet(self, sheet: LetterSheet) -> None:
        """Show a letter."""
        self._kind.show_options(sheet.options, sheet.chosen)
        languages = [(language.value, language_name(language)) for language in Language]
        if sheet.read_only:
            languages = [(sheet.language.value, language_name(sheet.language))]
        self._language.show_options(languages, sheet.language.value)
        self._remark.setText(sheet.remark)
        if sheet.subject != self._subject.text():
            self._subject.setText(sheet.subject)
            self._subject.setCursorPosition(0)
        self._subject.setReadOnly(sheet.read_only)
        self._editor.setReadOnly(sheet.read_only)
        self._editor.write(sheet.body, sheet.lead_ins, fresh=sheet.fresh)
        self._hint.setVisible(sheet.edited)
        self.along.show_along(sheet.along)

    def show_fault(self, words: str) -> None:
        """Say why there is no letter; empty takes it back."""
        self._fault.setText(words)
        self._fault.setVisible(bool(words))

    def text(self) -> tuple[str, str]:
        """Subject and body as they stand there."""
        return self._subject.text(), self._editor.toPlainText()

    def _tell(self) -> None:
        self.typed.emit(*self.text())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S1)
        head.setContentsMargins(_MARGIN - 6, 0, _MARGIN, 0)
        head.addWidget(self._kind)
        head.addWidget(self._language)
        head.addStretch(1)
        head.addWidget(self._remark)
        hint = QHBoxLayout(self._hint)
        hint.setContentsMargins(0, 0, 0, 0)
        hint.addWidget(PlainLabel(_("Changed by hand"), role="small", tone="dim"), 1)
        again = ActionButton(_("Start again from the template"), kind="quiet", icon="undo-2")
        again.setFont(theme().font("small-strong"))
        again.setFixedHeight(theme().px(26))
        again.clicked.connect(self.start_again)
        hint.addWidget(again)
        self._hint.hide()
        column = QVBoxLayout()
        column.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        column.setSpacing(S2)
        for part in (self._fault, self._subject):
            column.addWidget(part)
        column.addWidget(self._editor, 1)
        column.addWidget(self.along)
        column.addWidget(self._hint)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, S2, 0, S2)
        outer.setSpacing(S2 - 2)
        outer.addLayout(head)
        outer.addLayout(column, 1)
