"""Colours a text: what is filled in, what decides, what is only a remark; the words themselves stay plain."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ui.review.letter_highlighter import qt_length
from ui.theme import theme
from ui.tokens import Token

_MARK = re.compile(r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|\{#.*?(?:#\}|$)")
_TONES: dict[str, tuple[Token, Token]] = {
    "{{": ("accent", "accent_soft"),
    "{%": ("warn", "warn_soft"),
    "{#": ("faint", "hover"),
}
_SUBJECT = "Subject:"


class TextHighlighter(QSyntaxHighlighter):
    """Only colours and weights: each mark is told by its braces, too."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._marks: dict[str, QTextCharFormat] = {}
        self._strong = QTextCharFormat()
        self.dress()

    def dress(self) -> None:
        """Take the colours of the present theme."""
        for begin, (ink, ground) in _TONES.items():
            look = QTextCharFormat()
            look.setForeground(theme().color(ink))
            look.setBackground(theme().color(ground))
            look.setFontItalic(begin == "{#")
            self._marks[begin] = look
        self._strong.setFontWeight(QFont.Weight.DemiBold)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if text.startswith(_SUBJECT):
            self.setFormat(0, len(_SUBJECT), self._strong)
        for found in _MARK.finditer(text):
            start = qt_length(text[: found.start()])
            self.setFormat(start, qt_length(found[0]), self._marks[found[0][:2]])
