"""One whole letter: whom it is for, why it stands where it stands, its text, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewer.domain.letter import Language
from reviewer.domain.letter_rules import LONGEST_SUBJECT
from reviewer.domain.views import LetterRow
from reviewer.i18n import gettext as _
from ui.along_choice import Along, AlongChoice
from ui.errors import ErrorWords
from ui.outbox.letter_bar import LetterBar
from ui.outbox.letter_facts import LetterFacts
from ui.outbox.letter_words import explanation, name_of, state_icon, state_title, state_tone
from ui.outbox.letter_writing import Text, Writing
from ui.review.banner_view import BannerView
from ui.review.banners import Banner
from ui.review.letter_editor import LetterEditor
from ui.theme import S2, S3, S4, S5, theme
from ui.widgets.badges import Pill
from ui.widgets.buttons import ActionButton
from ui.widgets.labels import PlainLabel
from ui.widgets.panels import Panel

_WIDEST = 760
_ROOM_FOR_FACTS = 600
_CAPTION = 56
_READ_SUBJECT = (
    "QLineEdit, QLineEdit:hover, QLineEdit:focus { background: transparent; border: 0; padding: 0; margin-left: -2px; }"
)
_READ_BODY = "QTextEdit { background: transparent; }"


class LetterPane(Panel):
    """Shows the letter that is chosen; while somebody writes in it the fields hold what was typed."""

    typed = Signal(object)
    left = Signal()
    copied = Signal(str)
    applicant_wanted = Signal()

    def __init__(
        self,
        clock: Callable[[], datetime],
        keys: Mapping[str, str],
        titles: Callable[[Language], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        """Keys are those of the outbox's actions, as people read them; titles begin a letter's paragraphs."""
        super().__init__(parent=parent)
        self._titles = titles
        self._row: LetterRow | None = None
        self._writing = False
        self._filling = False
        self.name = PlainLabel(role="title", selectable=True)
        self._state = Pill()
        self._unsaved = Pill("", "warn")
        self._open = ActionButton(_("Open the applicant"), key=keys.get("letter-applicant", ""), icon="user")
        self.banners = BannerView()
        self.address = PlainLabel(selectable=True)
        self.subject = QLineEdit()
        self.along = AlongChoice()
        self.body = LetterEditor()
        self.facts = LetterFacts(clock)
        self.bar = LetterBar(keys)
        self.subject.setMaxLength(LONGEST_SUBJECT)
        self.subject.setAccessibleName(_("Subject"))
        self.subject.textChanged.connect(self._tell)
        self.body.typed.connect(self._tell)
        self.body.left.connect(self.left)
        self.facts.copied.connect(self.copied)
        self._open.clicked.connect(self.applicant_wanted)
        self._along_line = QWidget()
        self._lay_out()
        self._open_fields()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.facts.setVisible(self.width() >= theme().px(_ROOM_FOR_FACTS))

    def show_letter(self, row: LetterRow, writing: Writing | None, along: Along | None, *, busy: bool) -> None:
        """Show a letter; fields that already hold the right text are left alone, cursor and all."""
        fresh = self._row is None or self._row.id != row.id
        self._row, self._writing = row, writing is not None
        self.name.setText(name_of(row))
        self._state.set_text(state_title(row.state), state_tone(row.state))
        self._unsaved.set_text(_("not saved yet") if row.unsaved else "", "warn")
        self._open.setVisible(row.applicant is not None)
        self.address.setText(row.recipient or _("no address"))
        text = (row.subject, row.body) if writing is None else writing.typed
        self._fill(text, self._titles(row.language), fresh=fresh)
        self._explain(row if writing is None or not writing.release else None)
        shut = along is not None and (busy or writing is not None)
        self.along.show_along(replace(along, open_to_ticks=False) if along is not None and shut else along)
        self._along_line.setVisible(along is not None)
        self.facts.show_letter(row)
        self.bar.show_letter(row, writing, busy=busy)

    def show_fault(self, words: ErrorWords | None) -> None:
        """Say what was refused; None takes it back."""
        self.bar.show_fault(
            "" if words is None else _("{title}. {remedy}").format(title=words.title, remedy=words.remedy)
        )

    def text(self) -> Text:
        """Subject and body as they stand in the fields."""
        return self.subject.text(), self.body.toPlainText()

    def focus_text(self) -> None:
        """Give the keyboard to the letter's text."""
        self.body.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self, text: Text, titles: Sequence[str], *, fresh: bool) -> None:
        self._filling = True
        self._open_fields()
        if self.subject.text() != text[0]:
            self.subject.setText(text[0])
            self.subject.setCursorPosition(0)
        if fresh or self.body.toPlainText() != text[1]:
            self.body.write(text[1], titles, fresh=fresh)
        self._filling = False

    def _open_fields(self) -> None:
        """Let the fields be written in, or only be read and copied from; they look like it."""
        if self.subject.isReadOnly() is not self._writing and self.body.isReadOnly() is not self._writing:
            return
        self.subject.setReadOnly(not self._writing)
        self.body.setReadOnly(not self._writing)
        if not self._writing:
            self.body.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.subject.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._writing else Qt.FocusPolicy.ClickFocus)
        self.subject.setStyleSheet("" if self._writing else _READ_SUBJECT)
        self.body.setStyleSheet("" if self._writing else _READ_BODY)

    def _explain(self, row: LetterRow | None) -> None:
        """Say why a letter does not simply leave; None: there is nothing to say, it is held for writing alone."""
        if row is None:
            self.banners.show_banners([])
            return
        title, remedy = explanation(row)
        words = _("{title}. {remedy}").format(title=title, remedy=remedy) if title and remedy else title
        icon, tone = state_icon(row.state)[0], state_tone(row.state)
        self.banners.show_banners([Banner(icon=icon, tone=tone, words=words)] if words else [])

    def _tell(self) -> None:
        if self._writing and not self._filling:
            self.typed.emit(self.text())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        middle = QHBoxLayout()
        middle.setContentsMargins(S5, S3, S5, S4)
        middle.setSpacing(S5 + S2)
        letter = QWidget()
        letter.setMaximumWidth(theme().px(_WIDEST))
        letter.setLayout(self._letter())
        middle.addWidget(letter, 1)
        middle.addWidget(self.facts)
        middle.addStretch(0)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)

    def _head(self) -> QWidget:
        head = Panel("b")
        line = QHBoxLayout(head)
        line.setContentsMargins(S5, S2, S4, S2)
        line.setSpacing(S3)
        line.addWidget(self.name)
        line.addWidget(self._state)
        line.addWidget(self._unsaved)
        line.addStretch(1)
        line.addWidget(self._open)
        head.setFixedHeight(theme().px(52))
        return head

    def _letter(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S2)
        margins = self.banners.layout()
        assert margins is not None
        margins.setContentsMargins(0, 0, 0, S2)
        column.addWidget(self.banners)
        column.addLayout(_line(_("To"), self.address))
        column.addLayout(_line(_("Subject"), self.subject))
        along = _line(_("With it"), self.along)
        along.setContentsMargins(0, 0, 0, 0)
        self._along_line.setLayout(along)
        column.addWidget(self._along_line)
        column.addSpacing(S2)
        column.addWidget(self.body, 1)
        return column


def _line(caption: str, field: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(S3)
    words = PlainLabel(caption, role="small", tone="dim")
    words.setFixedWidth(theme().px(_CAPTION))
    line.addWidget(words)
    line.addWidget(field, 1)
    return line
