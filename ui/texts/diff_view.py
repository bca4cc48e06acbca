"""Shows what differs between two texts: marked by sign, line and colour, so that each alone would do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from reviewer.i18n import gettext as _
from ui.texts.text_diff import DiffLine, Side
from ui.theme import S2, theme
from ui.tokens import Token

_LINE_HEIGHT_PERCENT = 118.0
_GROUNDS: dict[Side, Token] = {Side.BEFORE: "bad_soft", Side.AFTER: "ok_soft"}
_INKS: dict[Side, Token] = {Side.BEFORE: "bad", Side.AFTER: "ok"}


class DiffView(QTextEdit):
    """What was taken away is struck through after a minus, what was added is underlined after a plus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(_("Difference"))
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFont(theme().font("body"))
        self.setTabChangesFocus(True)

    def show_lines(self, lines: Sequence[DiffLine]) -> None:
        """Show these; the view stays where it was scrolled to."""
        top = self.verticalScrollBar().value()
        self.clear()
        cursor = QTextCursor(self.document())
        for number, line in enumerate(lines):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(_block(line.side))
            self._write(cursor, line)
        self.verticalScrollBar().setValue(top)

    def go_to_first(self) -> None:
        """Bring the first line that differs into sight."""
        block = self.document().firstBlock()
        while block.isValid() and not block.text().startswith((Side.BEFORE.value, Side.AFTER.value)):
            block = block.next()
        top = self.document().documentLayout().blockBoundingRect(block).top() if block.isValid() else 0
        self.verticalScrollBar().setValue(max(0, round(top) - self.viewport().height() // 3))

    @staticmethod
    def _write(cursor: QTextCursor, line: DiffLine) -> None:
        sign = QTextCharFormat()
        sign.setForeground(theme().color(_INKS.get(line.side, "faint")))
        sign.setFont(theme().font("strong"))
        cursor.insertText(f"{line.side.value}\t", sign)
        for words, differs in line.pieces:
            cursor.insertText(words, _look(line.side, differs=differs and line.side is not Side.BOTH))


def _block(side: Side) -> QTextBlockFormat:
    look = QTextBlockFormat()
    look.setLineHeight(_LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    indent = theme().px(20)
    look.setLeftMargin(indent)
    look.setTextIndent(-indent)
    tab = QTextOption.Tab(indent, QTextOption.TabType.LeftTab)
    look.setTabPositions([tab])
    look.setBottomMargin(S2 / 4)
    if side in _GROUNDS:
        look.setBackground(theme().color(_GROUNDS[side]))
    return look


def _look(side: Side, *, differs: bool) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(theme().font("body"))
    look.setForeground(theme().color("text" if side is not Side.BOTH else "dim"))
    if differs:
        look.setForeground(theme().color(_INKS[side]))
        look.setFontStrikeOut(side is Side.BEFORE)
        look.setFontUnderline(side is Side.AFTER)
    return look
