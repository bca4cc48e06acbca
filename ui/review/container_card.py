"""The card above a document that holds several: each of them with its kind and pages, to be shown on a click or key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reviewer.domain.pages import Contained, DocumentFacts, DocumentKind
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from ui.icons import pixmap
from ui.review.review_words import pages_words
from ui.theme import RADIUS_SMALL, S1, S2, S3, theme
from ui.widgets.buttons import PaintedButton
from ui.widgets.labels import PlainLabel, one_line, plain_tooltip
from ui.widgets.painting import fill_box, painter_for, ring, text_width
from ui.widgets.panels import Panel

_ROW = 30
_MOST_ROWS = 6
_MARGIN = 20
_ICON = 16
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ContainerCard(Panel):
    """Lists what is inside; one that cannot be shown says why. The file names are plain text."""

    page_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("b", parent)
        self._title = PlainLabel(role="small-strong")
        self._rows: list[_Row] = []
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._list)
        for ground in (self._area.viewport(), self._list):
            ground.setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN - S2, S2, S3, S2 + 1)
        column.setSpacing(S1)
        self._title.setContentsMargins(S2, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._area)
        self.hide()

    @property
    def rows(self) -> Sequence[QWidget]:
        """The lines, for whoever looks at them; each is a button."""
        return self._rows

    def show_facts(self, facts: DocumentFacts) -> None:
        """List what a document holds; hide for one that stands for itself."""
        if [row.contained for row in self._rows] != list(facts.contains):
            self._fill(facts.contains)
        self._title.setText(_heading(facts))
        self.setAccessibleName(self._title.text())
        self.show_page(1)
        self.setVisible(bool(facts.contains))

    def show_page(self, page: int) -> None:
        """Mark the document that the pane stands on."""
        for row in self._rows:
            row.set_current(row.holds(page))
            if row.current:
                self._area.ensureWidgetVisible(row, 0, 0)

    def step(self, by: int) -> bool:
        """Show the next or previous document; False where there is none in here."""
        if self.isHidden():
            return False
        shown = [row for row in self._rows if row.contained.pages]
        here = next((number for number, row in enumerate(shown) if row.current), 0)
        if not 0 <= here + by < len(shown):
            return False
        self.page_wanted.emit(shown[here + by].contained.first_page)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down lead from line to line."""
        focused = next((number for number, row in enumerate(self._rows) if row.hasFocus()), None)
        by = _STEPS.get(Qt.Key(event.key()))
        if focused is None or by is None:
            super().keyPressEvent(event)
        elif 0 <= focused + by < len(self._rows):
            self._rows[focused + by].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self._rows[focused + by], 0, 0)

    def _fill(self, contains: Sequence[Contained]) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_Row(one) for one in contains]
        for row in self._rows:
            self._column.addWidget(row)
            row.clicked.connect(lambda _checked=False, row=row: self.page_wanted.emit(row.contained.first_page))
        self._area.setFixedHeight(theme().px(_ROW) * min(len(self._rows), _MOST_ROWS))


class _Row(PaintedButton):
    """One document: its name, what it is, and how long; it rests where it cannot be shown."""

    def __init__(self, contained: Contained) -> None:
        super().__init__()
        self.contained = contained
        self.current = False
        self._about = _about(contained)
        name = one_line(contained.name)
        self.setText(name)
        self.setEnabled(bool(contained.pages))
        self.setFixedHeight(theme().px(_ROW))
        self.setAccessibleName(_("{document}, {about}").format(document=name, about=self._about))
        self.setToolTip(plain_tooltip(name))

    def holds(self, page: int) -> bool:
        """Whether a page of the whole is one of this document."""
        first = self.contained.first_page
        return bool(self.contained.pages) and first <= page < first + self.contained.pages

    def set_current(self, current: bool) -> None:
        """Be marked as the one in the pane, or not."""
        if current != self.current:
            self.current = current
            self.setAccessibleDescription(_("shown below") if current else "")
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        if self.current:
            fill_box(painter, self.rect(), theme().color("accent_soft"), None, RADIUS_SMALL)
        elif self.isEnabled() and self.underMouse():
            fill_box(painter, self.rect(), theme().color("hover"), None, RADIUS_SMALL)
        if self.hasFocus():
            ring(painter, self.rect(), RADIUS_SMALL)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        side = theme().px(_ICON)
        usable = self.isEnabled()
        icon = pixmap(_icon(self.contained), "dim" if usable else "faint", side, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(S2, (self.height() - side) // 2), icon)
        left = S2 + side + S2
        font = theme().font("small")
        about_width = min(text_width(font, self._about), max(0, (self.width() - left) // 2))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        name_font = theme().font("strong" if self.current else "body")
        name = QRect(left, 0, max(0, self.width() - left - about_width - 2 * S2), self.height())
        painter.setFont(name_font)
        painter.setPen(theme().color("text" if usable else "faint"))
        painter.drawText(name, middle, _shortened(painter, self.text(), name.width()))
        about = QRect(self.width() - S2 - about_width, 0, about_width, self.height())
        painter.setFont(font)
        painter.setPen(theme().color("dim" if usable else "faint"))
        painter.drawText(about, middle, _shortened(painter, self._about, about_width + 1))


def _shortened(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, width)


def _heading(facts: DocumentFacts) -> str:
    count = len(facts.contains)
    if facts.kind is DocumentKind.ZIP:
        return ngettext("{count} file in this archive", "{count} files in this archive", count).format(count=count)
    return ngettext("{count} file attached to this e-mail", "{count} files attached to this e-mail", count).format(
        count=count
    )


def _about(contained: Contained) -> str:
    if contained.failure:
        return _failure_words(contained.failure)
    return _("{kind} · {pages}").format(kind=_kind_name(contained.kind), pages=pages_words(contained.pages))


def _failure_words(code: str) -> str:
    """Why it cannot be shown, as short as a line asks."""
    words = {
        "damaged": _("damaged"),
        "empty": _("empty"),
        "encrypted": _("protected by a password"),
        "nested": _("too many archives around it"),
        "too-large": _("too large"),
    }
    return words.get(code, _("cannot be shown"))


def _kind_name(kind: DocumentKind | None) -> str:
    names = {
        DocumentKind.PDF: "PDF",
        DocumentKind.DOCX: "Word",
        DocumentKind.ODT: "OpenDocument",
        DocumentKind.RTF: "RTF",
        DocumentKind.IMAGE: _("picture"),
        DocumentKind.EML: _("e-mail"),
        DocumentKind.MSG: _("e-mail"),
    }
    return names.get(kind, _("text")) if kind else _("text")


def _icon(contained: Contained) -> str:
    if contained.failure:
        return "file-x"
    return "mail" if contained.kind in {DocumentKind.EML, DocumentKind.MSG} else "file-text"
