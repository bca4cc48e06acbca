"""Hands the shown document to the system's program for it, once the person has said so after the warning."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reviewer.domain.applicant import Applicant
from reviewer.domain.ids import DocumentId
from reviewer.i18n import gettext as _
from reviewer.workspace import Workspace
from ui.background import Background, Lane
from ui.errors import words_for
from ui.review.review_presenter import Say

OpenUrl = Callable[[QUrl], object]


class OtherPrograms(QObject):
    """Writes a document out off the UI thread and lets the system open it; of an archive the whole archive."""

    def __init__(
        self,
        workspace: Workspace,
        background: Background,
        window: QWidget,
        say: Say,
        open_url: OpenUrl = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._background = background
        self._say = say
        self.open_url = open_url

    def show(self, applicant: Applicant | None, shown: DocumentId) -> None:
        """Open the applicant's document that is shown."""
        documents = () if applicant is None else applicant.documents
        document = next((one for one in documents if shown.startswith(one.id)), None)
        if document is None:
            return
        self._background.run(
            Lane.CORE, lambda: self._workspace.lent.lend(document.id, document.name), self._open, self._failed
        )

    def _open(self, path: Path) -> None:
        if not self.open_url(QUrl.fromLocalFile(str(path))):
            self._say(_("The system has no program for this file"), bad=True)

    def _failed(self, error: Exception) -> None:
        self._say(words_for(error).title, bad=True)
