"""The letter a text gives, as it would go, for a person one may choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain.template_texts import TextPreview
from reviewer.i18n import gettext as _
from ui.review.letter_editor import LetterEditor
from ui.theme import S2, S3, theme
from ui.widgets.buttons import ActionButton
from ui.widgets.labels import PlainLabel
from ui.widgets.paragraph import Paragraph


class PreviewPane(QWidget):
    """While there is no letter it says why, and the last one stays in sight, dim."""

    person_wanted = Signal()

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = ActionButton("…", key=key, icon="user")
        self.person.clicked.connect(self.person_wanted)
        self.subject = Paragraph(role="strong")
        self.gaps = Paragraph(role="small", tone="warn")
        self.text = LetterEditor()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("The letter as it would go"))
        head = QHBoxLayout()
        head.setSpacing(S2)
        head.addWidget(PlainLabel(_("For"), tone="dim"))
        head.addWidget(self.person)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S3 - 2)
        column.addLayout(head)
        column.addWidget(self.subject)
        column.addWidget(self.gaps)
        column.addWidget(self.text, 1)
        self.gaps.hide()

    def show_person(self, name: str) -> None:
        """Say for whom the letter is."""
        self.person.set_label(name)

    def show_preview(
        self, preview: TextPreview, gaps: Sequence[str], fault: str, titles: Sequence[str], lead_in: str = ""
    ) -> None:
        """Show the letter; gaps say what would hold it back, fault why there is none, titles begin its paragraphs.

        The paragraph that begins with lead_in is marked and brought into sight.
        """
        trouble = [fault] if fault else list(gaps)
        self.gaps.set_text("\n".join(trouble), "bad" if fault else "warn")
        self.gaps.setVisible(bool(trouble))
        self.text.setEnabled(not fault)
        if fault:
            return
        self.subject.set_text(preview.subject)
        top = self.text.verticalScrollBar().value()
        self.text.write(preview.body, titles, fresh=True)
        self.text.verticalScrollBar().setValue(top)
        self._mark(lead_in)

    def _mark(self, lead_in: str) -> None:
        whole, plain = QTextCursor(self.text.document()), QTextBlockFormat()
        whole.select(QTextCursor.SelectionType.Document)
        plain.setBackground(Qt.BrushStyle.NoBrush)
        whole.mergeBlockFormat(plain)
        block = self.text.document().firstBlock()
        while lead_in and block.isValid() and not block.text().startswith(lead_in):
            block = block.next()
        if not lead_in or not block.isValid():
            return
        look = QTextBlockFormat()
        look.setBackground(theme().color("accent_soft"))
        QTextCursor(block).mergeBlockFormat(look)
        area = self.text.document().documentLayout().blockBoundingRect(block)
        bar, height = self.text.verticalScrollBar(), self.text.viewport().height()
        if not bar.value() <= area.top() <= area.bottom() <= bar.value() + height:
            bar.setValue(round(area.top()) - S3)
