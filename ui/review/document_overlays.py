"""What lies over the pages: bars for finding and pages, the present page, a note, where a link leads, the card."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.review.document_message import MessageCard
from ui.review.document_note import DocumentNote
from ui.review.document_page_bar import PageBar, PagePill
from ui.theme import S2, S3, theme
from ui.widgets.badges import Pill
from ui.widgets.labels import PlainLabel, plain_tooltip
from ui.widgets.painting import fill_box, painter_for, text_width

_BAR_WIDTH = 360
_ROUND = 6


class LinkBubble(QWidget):
    """Where the link under the pointer leads, at the pane's foot, as plain text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = PlainLabel(role="small", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(S2, S2 // 2, S2, S2 // 2)
        row.addWidget(self._words)
        self.hide()

    def say(self, untrusted_words: str) -> None:
        """Show these words, or nothing."""
        self._words.setText(untrusted_words)
        self.setAccessibleName(self._words.text())
        self.setVisible(bool(untrusted_words))
        self.raise_()

    def words(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def place(self, area: QSize, right: int) -> None:
        """Stand at the foot, leaving this much free at the right; what is too long is shortened at its end."""
        wanted = text_width(self._words.font(), self._words.text()) + 2 * S2 + 2
        height = self.sizeHint().height()
        self.setGeometry(S3, area.height() - S3 - height, max(0, min(wanted, area.width() - 2 * S3 - right)), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A small card."""
        fill_box(painter_for(self), self.rect(), theme().color("panel"), theme().color("line"), _ROUND)


class Overlays:
    """The parts that lie over one pane, each in its place."""

    def __init__(self, pane: QWidget, find_bar: QWidget) -> None:
        self._find_bar = find_bar
        self.page_bar = PageBar(pane)
        self.pill = PagePill(pane)
        self.bubble = LinkBubble(pane)
        self.note = Pill("", "neutral", pane)
        self.note.hide()
        self._area = QSize()
        self.card = MessageCard(pane)
        self.card.hide()

    def show_note(self, note: DocumentNote) -> None:
        """Say beside the page's number how the document is shown, or nothing."""
        self.note.set_text(note.words)
        self.note.setAccessibleDescription(note.about)
        self.note.setToolTip(plain_tooltip(note.about) if note.about else "")
        self.note.setVisible(bool(note.words))
        self.note.raise_()
        self.place(self._area)

    def place(self, area: QSize) -> None:
        """Put everything where it belongs in a pane of this size."""
        self._area = area
        for bar in (self._find_bar, self.page_bar):
            bar.setFixedWidth(min(theme().px(_BAR_WIDTH), area.width() - 2 * S3))
            bar.move(area.width() - bar.width() - S3, S3)
        self.pill.move(area.width() - self.pill.width() - S3, area.height() - self.pill.height() - S3)
        right = 0 if self.pill.isHidden() else self.pill.width() + S3
        if not self.note.isHidden():
            self.note.resize(self.note.sizeHint())
            middle = self.pill.y() + (self.pill.height() - self.note.height()) // 2
            right += self.note.width() + S2
            self.note.move(area.width() - right - S3 + S2, middle)
        self.bubble.place(area, right)
        if not self.card.isHidden():
            self.card.place(area)

    def clear(self) -> None:
        """Another document comes, or none."""
        self.page_bar.close_bar()
        self.pill.hide()
        self.note.hide()
        self.bubble.say("")
        self.card.hide()
