"""Colours a letter's text: quoted evidence, and the words that begin a criterion's paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ui.theme import theme

_QUOTE = re.compile(r"[“„][^“”„]{1,400}[”“] \((?:page|Seite) \d+[^()\n]{0,120}\)")


class LetterHighlighter(QSyntaxHighlighter):
    """Only colours and weights: the text stays plain."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._lead_ins: tuple[str, ...] = ()

    def set_lead_ins(self, titles: Sequence[str]) -> None:
        """Paragraphs that begin with one of these and a colon get a stronger beginning."""
        wanted = tuple(f"{title}:" for title in titles)
        if wanted != self._lead_ins:
            self._lead_ins = wanted
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        for lead_in in self._lead_ins:
            if text.startswith(lead_in):
                strong = QTextCharFormat()
                strong.setFontWeight(QFont.Weight.DemiBold)
                self.setFormat(0, qt_length(lead_in), strong)
        quoted = QTextCharFormat()
        quoted.setBackground(theme().color("bad_soft"))
        for found in _QUOTE.finditer(text):
            start = qt_length(text[: found.start()])
            self.setFormat(start, qt_length(found[0]), quoted)


def qt_length(text: str) -> int:
    """How long Qt takes text to be: it counts UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
