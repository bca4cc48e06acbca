"""The sheet that shows a rendered letter whole, lets it be changed, and asks for the last word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from reviewer.domain.attachments import kinds_of
from reviewer.domain.letter import Attachment, AttachmentKind, RenderedLetter
from reviewer.domain.letter_rules import LONGEST_SUBJECT
from reviewer.domain.letter_text import exchange_paragraph
from reviewer.i18n import gettext as _
from ui.actions import key_label
from ui.along_choice import Along, AlongChoice
from ui.review.letter_editor import LetterEditor
from ui.theme import S2, theme
from ui.widgets.buttons import ActionButton
from ui.widgets.fields import FormRow
from ui.widgets.labels import PlainLabel
from ui.widgets.paragraph import Paragraph
from ui.widgets.sheet import Sheet

_WIDTH = 760
_TEXT_HEIGHT = 380
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWords:
    """What the sheet says around the letter; remark is what the person should know, button the last word."""

    title: str
    remark: str
    button: str
    danger: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosable:
    """What may go along with the letter, and the sentence that names it, for everything that might."""

    possible: tuple[Attachment, ...]
    mentions: Mapping[frozenset[AttachmentKind], str]


class WrittenSheet(Sheet):
    """What is approved is what stands in the fields; an empty letter is not."""

    approved = Signal(object)

    def __init__(
        self,
        host: QWidget,
        words: SheetWords,
        address: str,
        rendered: RenderedLetter,
        enclosable: Enclosable | None = None,
    ) -> None:
        """Without something enclosable nothing ever goes along with the letter."""
        super().__init__(host, words.title, _WIDTH)
        self._rendered = rendered
        self._enclosable = enclosable
        self.body.addWidget(Paragraph(words.title, role="title"))
        self.body.addWidget(Paragraph(words.remark, tone="dim"))
        self.body.addWidget(PlainLabel(_("To {address}").format(address=address), role="strong"))
        self.subject = QLineEdit(rendered.subject)
        self.subject.setMaxLength(LONGEST_SUBJECT)
        self.subject.setCursorPosition(0)
        self.text = LetterEditor()
        self.text.setMinimumHeight(theme().px(_TEXT_HEIGHT))
        self.text.write(rendered.body, (), fresh=True)
        self.text.left.connect(self.close_sheet)
        self.body.addWidget(FormRow(_("Subject"), self.subject))
        self.body.addWidget(self.text, 1)
        self.along = AlongChoice()
        self.along.ticked.connect(self._attach)
        self.body.addWidget(self.along)
        self._show_along()
        self._yes = ActionButton(
            words.button, key=key_label("Ctrl+Return"), kind="danger" if words.danger else "primary"
        )
        self._yes.clicked.connect(self._approve)
        self.subject.textChanged.connect(self._check)
        self.text.textChanged.connect(self._check)
        self.body.addLayout(self._lay_out_buttons())

    def ask(self) -> None:
        """Cover the host; the text has the keyboard, so that it can be read to its end and mended."""
        self.open(self.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._approve()
        else:
            super().keyPressEvent(event)

    def _lay_out_buttons(self) -> QHBoxLayout:
        no = ActionButton(_("Cancel"), key=_("Esc"))
        no.clicked.connect(self.close_sheet)
        row = QHBoxLayout()
        row.setSpacing(S2)
        row.addStretch(1)
        row.addWidget(no)
        row.addWidget(self._yes)
        return row

    def _attach(self, kind: AttachmentKind, wanted: bool) -> None:
        """Let something go along or not; the sentence that names it follows, all else stays as typed."""
        assert self._enclosable is not None
        before = kinds_of(self._rendered.attachments)
        now = before | {kind} if wanted else before - {kind}
        attachments = tuple(one for one in self._enclosable.possible if one.kind in now)
        mentions = self._enclosable.mentions
        body = exchange_paragraph(self.text.toPlainText(), mentions[before], mentions[now])
        self._rendered = replace(self._rendered, attachments=attachments)
        self.text.write(body, (), fresh=False)
        self._show_along()

    def _show_along(self) -> None:
        if self._enclosable is not None:
            possible = kinds_of(self._enclosable.possible)
            self.along.show_along(Along(going=kinds_of(self._rendered.attachments), possible=possible))

    def _check(self) -> None:
        self._yes.setEnabled(bool(self.subject.text().strip() and self.text.toPlainText().strip()))

    def _approve(self) -> None:
        if self._yes.isEnabled():
            subject, body = self.subject.text().strip(), self.text.toPlainText().strip()
            rendered = replace(self._rendered, subject=subject, body=body)
            self.close_sheet()
            self.approved.emit(rendered)
