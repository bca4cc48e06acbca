"""Which page one is on, and the small bar to go to another by its number or its own label."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from reviewer.i18n import gettext as _
from ui.theme import S1, S2, S3, theme
from ui.widgets.buttons import IconButton, PaintedButton
from ui.widgets.labels import PlainLabel, one_line, plain_tooltip
from ui.widgets.painting import fill_box, painter_for, ring, text_width

_BUTTON = 28
_ROUND = 10
_HEIGHT = 26


def find_page(typed: str, labels: Sequence[str], total: int) -> int | None:
    """The page meant by what was typed: its own label first, as it is printed on it, then its number."""
    wanted = typed.strip().casefold()
    for page, label in enumerate(labels, start=1):
        if wanted == label.casefold():
            return page
    if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted[:6]) <= total:
        return int(wanted[:6])
    return None


def page_words(page: int, total: int, labels: Sequence[str]) -> str:
    """Which page it is: "2 / 3", or "iv (2 / 3)" where the page calls itself so."""
    place = _("{page} / {total}").format(page=page, total=total)
    label = one_line(labels[page - 1]) if 1 <= page <= len(labels) else ""
    return _("{label} ({place})").format(label=label, place=place) if label and label != str(page) else place


class PageBar(QWidget):
    """A field for a number or label; a page that is not there is said, and the bar stays."""

    page_wanted = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Go to page"))
        self._labels: tuple[str, ...] = ()
        self._total = 0
        self.field = QLineEdit(self)
        self.field.setAccessibleName(_("Go to page"))
        self.field.setPlaceholderText(_("Page"))
        self.field.returnPressed.connect(self._go)
        self.field.textEdited.connect(lambda: self._say(""))
        self._told = PlainLabel(role="small-digits", tone="dim", parent=self)
        close = IconButton("x", _("Close"), key=_("Esc"), side=_BUTTON, parent=self)
        close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(S2, S2, S2, S2)
        row.setSpacing(S1)
        row.addWidget(PlainLabel(_("Go to page"), tone="dim", parent=self))
        row.addWidget(self.field, 1)
        row.addWidget(self._told)
        row.addWidget(close)
        self.hide()

    def open_bar(self, page: int, total: int, labels: tuple[str, ...]) -> None:
        """Show the bar with the present page in it."""
        self._labels, self._total = labels, total
        self.field.setText(labels[page - 1] if 1 <= page <= len(labels) else str(page))
        self._say("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_bar(self) -> None:
        """Hide the bar; the keyboard goes back to the pages."""
        if not self.isHidden():
            self.left.emit()
            self.hide()

    def told(self) -> str:
        """What stands beside the field."""
        return self._told.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes from anywhere in the bar; no key of it reaches the pages."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A small card."""
        fill_box(painter_for(self), self.rect(), theme().color("panel"), theme().color("line"), _ROUND)

    def _go(self) -> None:
        page = find_page(self.field.text(), self._labels, self._total)
        if page is None:
            self._say(_("no such page"))
            self.field.selectAll()
            return
        self.close_bar()
        self.page_wanted.emit(page)

    def _say(self, fault: str) -> None:
        self._told.set_tone("bad" if fault else "dim")
        self._told.setText(fault or _("of {total}").format(total=self._total))


class PagePill(PaintedButton):
    """The present page in a corner of the pane; pressing it asks where to go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFont(theme().font("small-digits"))
        self.hide()

    def show_page(self, page: int, total: int, labels: Sequence[str]) -> None:
        """Say which page it is; a document of one page needs no telling."""
        words = page_words(page, total, labels)
        self.setText(words)
        self.setAccessibleName(_("Page {place}").format(place=words))
        self.setToolTip(plain_tooltip(_("Go to page")))
        self.resize(self.sizeHint())
        self.setVisible(total > 1)

    def sizeHint(self) -> QSize:
        return QSize(text_width(self.font(), self.text()) + 2 * S3, theme().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        ground = theme().color("hover" if self.underMouse() else "panel")
        fill_box(painter, self.rect(), ground, theme().color("line"), self.height() / 2)
        painter.setFont(self.font())
        painter.setPen(theme().color("dim"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            ring(painter, self.rect(), self.height() / 2)
