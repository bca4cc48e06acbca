"""The document with the strip of its pages beside it, which a key brings and takes away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain.ids import DocumentId
from reviewer.workspace import Workspace
from ui.background import Background
from ui.review.container_card import ContainerCard
from ui.review.document_details import DocumentDetails
from ui.review.document_extras import DocumentExtras
from ui.review.document_help import DocumentHelp
from ui.review.document_presenter import DocumentPresenter
from ui.review.document_view import DocumentView
from ui.review.thumbnail_presenter import ThumbnailPresenter
from ui.review.thumbnails import PageStrip


class ReadingPane(QWidget):
    """Joins pane, strip and what brings them their pages; the strip stays as it was left, for every document."""

    def __init__(self, workspace: Workspace, background: Background) -> None:
        super().__init__()
        source = workspace.documents
        self.view = DocumentView()
        self.strip = PageStrip()
        self.documents = DocumentPresenter(source, background, self.view)
        self._details = DocumentDetails(source, background, self.view, self.documents)
        self.help = DocumentHelp(workspace.outside, background, self.view, self.documents)
        self._extras = DocumentExtras(source, background, self.view, self.documents)
        self._thumbnails = ThumbnailPresenter(source, background, self.strip, self.view, self.documents)
        self.help.note_changed.connect(self.view.overlays.show_note)
        self.help.marks_placed.connect(self.strip.set_marks)
        self._extras.labels_found.connect(self.strip.set_labels)
        self.strip.left.connect(lambda: self.view.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.card = ContainerCard()
        self.documents.shown_facts.connect(lambda _document, facts: self.card.show_facts(facts))
        self.documents.unreadable.connect(lambda *_failure: self.card.hide())
        self.view.page_changed.connect(lambda page, _total: self.card.show_page(page))
        self.card.page_wanted.connect(self._show_contained)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.strip)
        row.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.card)
        column.addLayout(row, 1)

    def show_document(self, document: DocumentId | None) -> None:
        """Show a document, or that there is none."""
        self.strip.clear()
        self.card.hide()
        self.help.show(document)

    def step_contained(self, by: int) -> bool:
        """Show the next or previous document within the shown one; False where there is none."""
        return self.card.step(by)

    def toggle_strip(self) -> None:
        """Show the strip with the keyboard in it, or hide it."""
        if self.strip.isHidden():
            self.strip.show()
            self.strip.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.strip.hide()
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_contained(self, page: int) -> None:
        self.view.go_to_page(page)
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
