"""The line above the CV: who it is, which document and version, and the evidence of the opt-in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain.applicant import Applicant, Document, display_name
from reviewer.i18n import gettext as _
from ui.review.document_choice import DocumentsShown
from ui.review.menu_button import MenuButton
from ui.review.opt_in_card import OptInButton
from ui.review.review_words import day_words, document_name, pages_words
from ui.theme import S2, S3, theme
from ui.widgets.badges import Pill
from ui.widgets.buttons import IconButton, SegmentedControl
from ui.widgets.labels import PlainLabel, one_line
from ui.widgets.panels import Panel

_MARGIN = 20
_MOST_TABS = 4
_LONGEST_TAB = 22


class HeaderView(Panel):
    """Shows an applicant's name and documents; names and file names are plain text."""

    document_chosen = Signal(str)
    correct_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("b", parent)
        self._name = PlainLabel(role="title")
        self._id = PlainLabel(tone="dim")
        self._document = MenuButton(_("Document"), role="body")
        self._pages = PlainLabel(tone="dim")
        self._unsaved = Pill("", "warn")
        self._correct = IconButton("pencil", _("Correct the details"), side=26)
        self._opt_in = OptInButton()
        self._tabs_row = QHBoxLayout()
        self._tabs: SegmentedControl | None = None
        self._tab_ids: tuple[str, ...] = ()
        self._document.chosen.connect(self.document_chosen)
        self._correct.clicked.connect(self.correct_wanted)
        self._lay_out()

    def show_applicant(self, applicant: Applicant) -> None:
        """Show who it is."""
        self._name.setText(display_name(applicant.person) or _("No name"))
        self._id.setText(_("ID {id} ·").format(id=applicant.id))
        self._opt_in.show_applicant(applicant)
        self._fit()

    def show_documents(self, shown: DocumentsShown) -> None:
        """Show which document is in the pane, and the others one can choose."""
        several = {one.position: one.version > 1 for one in shown.current}
        options = [(one.id, _full_name(one, several=several[one.position])) for one in shown.documents]
        document = shown.shown
        if document is None:
            self._document.show_options([("", _("no document"))], "")
        else:
            name = document_name(document, several=several[document.position])
            self._document.show_options(options, document.id, name)
        self._pages.setText(_("· {pages}").format(pages=pages_words(shown.pages)) if shown.pages else "")
        self._show_tabs(shown)
        self._fit()

    def show_unsaved(self, unsaved: bool) -> None:
        """Say that something of this applicant is on this computer only."""
        self._unsaved.set_text(_("not saved yet") if unsaved else "", "warn")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def opt_in(self) -> OptInButton:
        """The summary of the opt-in evidence."""
        return self._opt_in

    def _fit(self) -> None:
        """When it gets narrow the opt-in says less, then the page count goes; name and ID stay."""
        self._id.setMinimumWidth(self._id.sizeHint().width())
        self._pages.show()
        for step, pages in ((0, True), (1, True), (1, False), (2, False)):
            self._opt_in.shorten(step)
            self._pages.setVisible(pages and bool(self._pages.text()))
            parts = (self._name, self._id, self._document, self._pages, self._unsaved, self._opt_in, self._correct)
            wanted = sum(part.sizeHint().width() for part in parts if not part.isHidden())
            if wanted + _MARGIN + 3 * S3 + S2 <= self.width():
                break

    def _show_tabs(self, shown: DocumentsShown) -> None:
        current = shown.current[:_MOST_TABS]
        ids = tuple(one.id for one in current)
        if ids != self._tab_ids:
            self._replace_tabs(current, ids)
        if self._tabs is not None and shown.shown is not None:
            position = shown.shown.position
            here = next((one.id for one in current if one.position == position), None)
            if here is not None:
                self._tabs.choose(here)

    def _replace_tabs(self, current: tuple[Document, ...], ids: tuple[str, ...]) -> None:
        self._tab_ids = ids
        if self._tabs is not None:
            self._tabs_row.removeWidget(self._tabs)
            self._tabs.hide()
            self._tabs.deleteLater()
            self._tabs = None
        if len(current) > 1:
            options = [(one.id, _short(document_name(one, several=False))) for one in current]
            self._tabs = SegmentedControl(options, _("Documents"))
            self._tabs.chosen.connect(self.document_chosen)
            self._tabs_row.insertWidget(0, self._tabs)
        self._tabs_row.setContentsMargins(_MARGIN, 0, _MARGIN, S2 if self._tabs is not None else 0)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self._name)
        line.addSpacing(S3)
        line.addWidget(self._id)
        line.addWidget(self._document)
        line.addWidget(self._pages)
        line.addSpacing(S2)
        line.addWidget(self._unsaved)
        line.addStretch(1)
        line.addWidget(self._opt_in)
        line.addWidget(self._correct)
        bar = QWidget()
        bar.setFixedHeight(theme().px(44))
        bar.setLayout(line)
        line.setContentsMargins(_MARGIN, 0, S3, 0)
        self._tabs_row.addStretch(1)
        self._tabs_row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(self._tabs_row)


def _full_name(document: Document, *, several: bool) -> str:
    return _("{document} · {file} · {day}").format(
        document=document_name(document, several=several),
        file=one_line(document.name),
        day=day_words(document.added_at.astimezone().date()),
    )


def _short(name: str) -> str:
    line = one_line(name)
    return line if len(line) <= _LONGEST_TAB else line[: _LONGEST_TAB - 1] + "…"
