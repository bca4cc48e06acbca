"""The editor of one text: numbered lines, coloured marks, and what is wrong told at its line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from reviewer.domain.template_texts import TextFault
from reviewer.i18n import gettext as _
from ui.review.letter_highlighter import qt_length
from ui.texts.text_highlighter import TextHighlighter
from ui.theme import S1, S2, S3, theme
from ui.widgets.labels import one_line
from ui.widgets.painting import painter_for, text_width

_LEAST_ROOM = 120
_LINE_HEIGHT_PERCENT = 118.0


class _Numbers(QWidget):
    """The numbers of the lines, at the left of the editor; faulty ones with a dot and strong."""

    def __init__(self, editor: TextEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        painter.fillRect(self.rect(), theme().color("bg"))
        for block, area in self._editor.lines_in_sight():
            wrong = block.blockNumber() + 1 in self._editor.faulty_lines()
            painter.setFont(theme().font("tiny-strong" if wrong else "tiny"))
            painter.setPen(theme().color("bad" if wrong else "faint"))
            first = block.layout().lineAt(0)
            line = QRectF(S1, area.top() + first.y(), self.width() - S1 - S2, first.height())
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | middle, str(block.blockNumber() + 1))
            if wrong:
                painter.drawText(line, Qt.AlignmentFlag.AlignLeft | middle, "●")


class TextEditor(QTextEdit):
    """Says what a person typed, never what was put in from outside; what was put in can be taken back by Ctrl+Z."""

    typed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Text"))
        self.setFont(theme().font("body"))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._faults: dict[int, str] = {}
        self._writing = False
        self._highlighter = TextHighlighter(self.document())
        self._numbers = _Numbers(self)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._numbers.update())
        self.document().documentLayout().update.connect(lambda _area: self._numbers.update())
        self.document().blockCountChanged.connect(lambda _count: self._make_room())
        self.textChanged.connect(self._tell)
        self._make_room()

    def open_text(self, text: str) -> None:
        """Show another text; there is nothing to take back."""
        self._writing = True
        self.setPlainText(text)
        self._space_lines()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._writing = False
        self.show_faults((), ())

    def replace_text(self, text: str) -> None:
        """Put another text in place of this one, as one step that Ctrl+Z takes back."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def insert(self, text: str) -> None:
        """Put text at the cursor and go on there."""
        self.textCursor().insertText(text)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_faults(self, faults: Sequence[TextFault], words: Sequence[str]) -> None:
        """Mark the lines of these faults, with what is wrong in words, one for each."""
        self._faults = {fault.line: told for fault, told in reversed(list(zip(faults, words, strict=True)))}
        self.setExtraSelections([mark for fault in faults for mark in self._marks(fault)])
        self.setAccessibleDescription(" ".join(words))
        self.setProperty("invalid", bool(faults))
        self.style().unpolish(self)
        self.style().polish(self)
        self._numbers.update()
        self.viewport().update()

    def faulty_lines(self) -> dict[int, str]:
        """What is wrong, by line."""
        return self._faults

    def go_to_line(self, line: int) -> None:
        """Put the cursor at the beginning of a line (from 1), in sight."""
        block = self.document().findBlockByNumber(max(0, line - 1))
        self.setTextCursor(QTextCursor(block))
        self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def lines_in_sight(self) -> list[tuple[QTextBlock, QRectF]]:
        """The lines that are shown, with where they lie in the viewport."""
        layout, top = self.document().documentLayout(), self.verticalScrollBar().value()
        found = []
        block = self.document().firstBlock()
        while block.isValid():
            area = layout.blockBoundingRect(block).translated(0, -top)
            if area.top() > self.viewport().height():
                break
            if area.bottom() >= 0:
                found.append((block, area))
            block = block.next()
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.PaletteChange:
            self._highlighter.dress()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_numbers()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(theme().font("small"))
        painter.setPen(theme().color("bad"))
        for block, area in self.lines_in_sight():
            told = self._faults.get(block.blockNumber() + 1)
            if told:
                self._write_beside(painter, block, area, told)

    def _write_beside(self, painter: QPainter, block: QTextBlock, area: QRectF, told: str) -> None:
        """What is wrong, behind the line's last words where there is room; the strip below says it in any case."""
        layout = block.layout()
        last = layout.lineAt(layout.lineCount() - 1)
        left = area.left() + last.x() + last.naturalTextWidth() + S3
        room = self.viewport().width() - S2 - left
        if room < theme().px(_LEAST_ROOM):
            return
        shown = QFontMetrics(painter.font()).elidedText(one_line(told), Qt.TextElideMode.ElideRight, round(room))
        place = QRectF(
            QPointF(left, area.top() + last.y()), QPointF(left + room, area.top() + last.y() + last.height())
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _marks(self, fault: TextFault) -> list[QTextEdit.ExtraSelection]:
        if not fault.line:
            return []
        block = self.document().findBlockByNumber(fault.line - 1)
        line = QTextEdit.ExtraSelection()
        line.cursor = QTextCursor(block)
        whole = QTextCharFormat()
        whole.setBackground(theme().color("bad_soft"))
        whole.setProperty(QTextFormat.Property.FullWidthSelection, True)
        line.format = whole
        place = block.text().find(fault.what) if fault.what else -1
        if place < 0:
            return [line]
        word = QTextEdit.ExtraSelection()
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + qt_length(block.text()[:place]))
        length = qt_length(fault.what)
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, length)
        word.cursor = cursor
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(theme().color("bad"))
        wave.setBackground(theme().color("bad_soft"))
        word.format = wave
        return [line, word]

    def _make_room(self) -> None:
        digits = len(str(max(99, self.document().blockCount())))
        self._width = text_width(theme().font("tiny-strong"), "● " + "0" * digits) + S1 + S2
        self.setViewportMargins(self._width, 0, 0, 0)
        self._place_numbers()

    def _place_numbers(self) -> None:
        inside = self.contentsRect()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), self._width, inside.height()))

    def _space_lines(self) -> None:
        """Give each line its air; what can be taken back by Ctrl+Z begins anew."""
        spaced = QTextBlockFormat()
        spaced.setLineHeight(_LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)
        self.document().clearUndoRedoStacks()

    def _tell(self) -> None:
        if not self._writing:
            self.typed.emit()
