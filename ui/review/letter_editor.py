"""The letter's text field: takes new text without moving the cursor or what is in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from reviewer.i18n import gettext as _
from ui.review.letter_highlighter import LetterHighlighter, qt_length
from ui.theme import S3, theme

_READ = "QTextEdit { background: transparent; border: 0; padding: 0; }"
_LINE_HEIGHT_PERCENT = 118.0
"""Inter's own line is 1.21 of its size; this makes 1.43, the measure of the drawn window."""


class LetterEditor(QTextEdit):
    """Says what a person typed, never what the program wrote; text goes in and out plain."""

    typed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Text of the letter"))
        self.setAcceptRichText(False)
        self.setFont(theme().font("body"))
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self._writing = False
        self._highlighter = LetterHighlighter(self.document())
        self.textChanged.connect(self._tell)

    def only_read(self) -> None:
        """Look like text and not like a field: no frame, and flush with what stands above it."""
        self.setReadOnly(True)
        self.setStyleSheet(_READ)
        self.document().setDocumentMargin(0)

    def write(self, text: str, lead_ins: Sequence[str], *, fresh: bool) -> None:
        """Show text; unless it is a fresh letter, cursor and scroll position stay and only the difference changes.

        While nobody types here, a criterion's new or changed paragraph is brought into sight.
        """
        self._writing = True
        self._highlighter.set_lead_ins(lead_ins)
        if fresh:
            if text != self.toPlainText():
                self.setPlainText(text)
                self._space_lines()
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.verticalScrollBar().setValue(0)
        elif text != self.toPlainText():
            place = _new_paragraph(self.toPlainText(), text, lead_ins)
            self._replace_difference(text)
            if place is not None and not self.hasFocus():
                self._reveal(qt_length(text[:place]))
        self._writing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _replace_difference(self, text: str) -> None:
        old = self.toPlainText()
        start = _common(old, text)
        end = _common(old[::-1], text[::-1], min(len(old), len(text)) - start)
        top = self.verticalScrollBar().value()
        cursor = QTextCursor(self.document())
        cursor.setPosition(qt_length(old[:start]))
        cursor.setPosition(qt_length(old[: len(old) - end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - end])
        self._space_lines()
        self.verticalScrollBar().setValue(top)

    def _space_lines(self) -> None:
        """Give each line its air; what can be taken back by Ctrl+Z begins anew."""
        spaced = QTextBlockFormat()
        spaced.setLineHeight(_LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)
        self.document().clearUndoRedoStacks()

    def _reveal(self, position: int) -> None:
        """Scroll so that the paragraph at a position is in sight."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        rect = self.cursorRect(cursor)
        height = self.viewport().height()
        if rect.top() < 0 or rect.bottom() > height * 2 // 3:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - S3)

    def _tell(self) -> None:
        if not self._writing:
            self.typed.emit()


def _new_paragraph(old: str, text: str, lead_ins: Sequence[str]) -> int | None:
    """Where the first criterion's paragraph begins that the old text did not have."""
    known, place = set(old.split("\n\n")), 0
    for paragraph in text.split("\n\n"):
        if paragraph not in known and any(paragraph.startswith(f"{lead_in}:") for lead_in in lead_ins):
            return place
        place += len(paragraph) + 2
    return None


def _common(one: str, other: str, most: int | None = None) -> int:
    """How many characters both begin with, at most so many."""
    limit = min(len(one), len(other)) if most is None else most
    for place in range(limit):
        if one[place] != other[place]:
            return place
    return limit
