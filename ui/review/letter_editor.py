"""The letter's text field: takes new text without moving the cursor or what is in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reviewer.i18n import gettext as _
from ui.review.letter_highlighter import LetterHighlighter
from ui.theme import theme


class LetterEditor(QPlainTextEdit):
    """Says what a person typed, never what the program wrote; plain text only."""

    typed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Text of the letter"))
        self.setFont(theme().font("body"))
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._writing = False
        self._highlighter = LetterHighlighter(self.document())
        self.textChanged.connect(self._tell)

    def write(self, text: str, lead_ins: Sequence[str], *, fresh: bool) -> None:
        """Show text; unless it is a fresh letter, cursor and scroll position stay and only the difference changes.

        While nobody types here, the changed paragraph is brought into sight.
        """
        self._writing = True
        self._highlighter.set_lead_ins(lead_ins)
        if fresh:
            if text != self.toPlainText():
                self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.verticalScrollBar().setValue(0)
        elif text != self.toPlainText():
            self._replace_difference(text)
        self._writing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _replace_difference(self, text: str) -> None:
        old = self.toPlainText()
        start = _common(old, text)
        rest = min(len(old), len(text)) - start
        end = _common(old[::-1], text[::-1], rest)
        top = self.verticalScrollBar().value()
        cursor = QTextCursor(self.document())
        cursor.setPosition(_qt(old[:start]))
        cursor.setPosition(_qt(old[: len(old) - end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - end])
        self.document().clearUndoRedoStacks()
        self.verticalScrollBar().setValue(top)
        if not self.hasFocus():
            self._reveal(_qt(text[:start]))

    def _reveal(self, position: int) -> None:
        """Scroll so that the paragraph at position is in sight; a line's number is its scroll position."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        rect = self.cursorRect(cursor)
        if rect.top() < 0 or rect.bottom() > self.viewport().height() * 2 // 3:
            block = cursor.block()
            line = block.firstLineNumber()
            shown = self.viewport().height() // max(1, self.fontMetrics().lineSpacing())
            self.verticalScrollBar().setValue(max(0, line - shown // 4))

    def _tell(self) -> None:
        if not self._writing:
            self.typed.emit()


def _common(one: str, other: str, most: int | None = None) -> int:
    """How many characters both begin with, at most so many."""
    limit = min(len(one), len(other)) if most is None else most
    for place in range(limit):
        if one[place] != other[place]:
            return place
    return limit


def _qt(text: str) -> int:
    """Qt counts UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
