"""The one way to show text from strangers: never markup, on one line or wrapped."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import FontRole, theme
from ui.tokens import Token

_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LONGEST_TOOLTIP = 600


def one_line(untrusted_text: str) -> str:
    """The text on one line, without control characters or marks that reorder what stands beside it."""
    return _BREAKS.sub(" ", _REORDERING.sub("", untrusted_text)).strip()


def plain_tooltip(untrusted_text: str) -> str:
    """A tooltip that shows the text as it is; Qt takes tooltips that look like markup for markup."""
    if not untrusted_text:
        return ""
    shown = _REORDERING.sub("", untrusted_text)[:_LONGEST_TOOLTIP]
    return f'<p style="white-space:pre-wrap">{html.escape(shown)}</p>'


class PlainLabel(QLabel):
    """Shows text as plain text whatever it looks like; a label that does not wrap shortens and tells all on hover."""

    def __init__(
        self,
        text: str = "",
        *,
        role: FontRole = "body",
        tone: Token = "text",
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._full = ""
        self._tone: Token = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme().font(role))
        self.setWordWrap(wrap)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.set_tone(tone)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show this text, and no markup in it."""
        self._full = text if self.wordWrap() else one_line(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        super().setText(self._full)
        self._hint_what_is_hidden()

    def set_tone(self, tone: Token) -> None:
        """Show the text in the colour of a token."""
        self._tone = tone
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)

    def is_shortened(self) -> bool:
        """Whether a part of the text is hidden at the present width."""
        return not self.wordWrap() and self.fontMetrics().horizontalAdvance(self._full) > self.contentsRect().width()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self.wordWrap():
            return hint
        return QSize(min(hint.width(), self.fontMetrics().horizontalAdvance("mmm…")), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint_what_is_hidden()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_shortened():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(theme().color(self._tone))
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, self.alignment() | Qt.TextFlag.TextSingleLine, shown)

    def _hint_what_is_hidden(self) -> None:
        self.setToolTip(plain_tooltip(self._full) if self.is_shortened() else "")


class FaultLabel(PlainLabel):
    """What stands below some buttons; a fault takes its place until it is taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(role="small", tone="dim", parent=parent)
        self._said = ("", False)
        self._fault = ""

    def say(self, words: str, *, bad: bool = False) -> None:
        """What to say while there is no fault; bad: of something that cannot be done."""
        self._said = (words, bad)
        self._show()

    def show_fault(self, words: str) -> None:
        """Say what was refused; empty takes it back."""
        self._fault = words
        self._show()

    def _show(self) -> None:
        words, bad = (self._fault, True) if self._fault else self._said
        self.setText(words)
        self.set_tone("bad" if bad and words else "dim")
