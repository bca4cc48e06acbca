"""What is known of a letter beside its text, as captions and values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain.letter import LetterState
from reviewer.domain.template_texts import read_versions
from reviewer.domain.views import LetterRow
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from ui.outbox.letter_words import when_words
from ui.review.review_words import language_name, moment_words, template_name
from ui.theme import S1, S3, theme
from ui.widgets.buttons import IconButton
from ui.widgets.captions import Captioned
from ui.widgets.labels import PlainLabel

_WIDTH = 208


def facts_of(row: LetterRow, now: datetime) -> list[tuple[str, str]]:
    """The captions and values of a letter, the moment that matters first."""
    facts = [
        when_words(row, now),
        (_("Letter"), template_name(row.template)),
        (_("Language"), language_name(row.language)),
        (_("Text"), version_words(row.template_version, row.part_versions)),
        (_("Written"), moment_words(row.created_at)),
    ]
    if row.applicant_id is not None:
        facts.append((_("Applicant"), _("ID {id}").format(id=row.applicant_id)))
    if row.attempts > 1 or (row.attempts and row.state is not LetterState.SENT):
        facts.append((_("Attempts"), str(row.attempts)))
    return facts


def version_words(template: int, parts: str) -> str:
    """Which versions of the house's texts a letter came from."""
    own = len(read_versions(parts))
    told = _("version {number}").format(number=template) if template else _("as the program has it")
    if not own:
        return told
    more = ngettext("{text}, {count} part of the house", "{text}, {count} parts of the house", own)
    return more.format(text=told, count=own)


class LetterFacts(QWidget):
    """Shows a letter's facts; the Message-ID can be copied."""

    copied = Signal(str)

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._row: LetterRow | None = None
        self._lines: list[Captioned] = []
        self._message_id = PlainLabel(role="small", selectable=True)
        self._copy = IconButton("copy", _("Copy the Message-ID"), side=24)
        self._copy.clicked.connect(self._copy_id)
        self._column = QVBoxLayout()
        self._column.setSpacing(S3)
        self._id_part = self._lay_out_id()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(S3)
        outer.addLayout(self._column)
        outer.addWidget(self._id_part)
        outer.addStretch(1)
        self.setFixedWidth(theme().px(_WIDTH))

    def show_letter(self, row: LetterRow) -> None:
        """Show these facts."""
        self._row = row
        self._message_id.setText(row.message_id)
        self._id_part.setVisible(bool(row.message_id))
        self.tell_time()

    def tell_time(self) -> None:
        """Show the facts as they are at this second."""
        if self._row is not None:
            self._show(facts_of(self._row, self._clock()))

    def words(self) -> list[tuple[str, str]]:
        """What is shown."""
        return [line.words() for line in self._lines if not line.isHidden()]

    def _show(self, facts: Sequence[tuple[str, str]]) -> None:
        while len(self._lines) < len(facts):
            self._lines.append(Captioned())
            self._column.addWidget(self._lines[-1])
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(facts))
            if number < len(facts):
                line.say(*facts[number])

    def _lay_out_id(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(S1)
        line.addWidget(self._message_id, 1)
        line.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(PlainLabel(_("Message-ID"), role="tiny-strong", tone="faint"))
        column.addLayout(line)
        return part

    def _copy_id(self) -> None:
        if self._row is not None:
            self.copied.emit(self._row.message_id)
