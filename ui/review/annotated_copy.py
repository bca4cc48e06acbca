"""Saves a copy of the shown document with its pins in it, where the person says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewer.domain.applicant import Applicant
from reviewer.domain.ids import DocumentId
from reviewer.domain.remarks import find_remarks
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from reviewer.workspace import Workspace, write_annotated
from ui.background import Background, Lane
from ui.errors import words_for
from ui.review.review_presenter import Say
from ui.widgets.labels import one_line

_LONGEST_NAME = 80
_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', "_"))
ChooseFile = Callable[[QWidget, str], str]
"""Asks where to save, proposing a name; empty when the person changed their mind."""


def ask_for_file(parent: QWidget, name: str) -> str:
    """The system's own file chooser."""
    return QFileDialog.getSaveFileName(parent, _("Save an annotated copy"), name, _("PDF (*.pdf)"))[0]


def copy_name(untrusted_name: str) -> str:
    """A name for the copy of a file: no path, nothing a file system would refuse, not too long."""
    stem = PurePath(one_line(untrusted_name).translate(_FORBIDDEN)).stem.strip(" .")[:_LONGEST_NAME]
    return _("{name} with remarks.pdf").format(name=stem or "CV")


class AnnotatedCopies(QObject):
    """Asks, has the copy made in the background, and says what came of it."""

    def __init__(
        self, workspace: Workspace, background: Background, window: QWidget, say: Say, choose: ChooseFile = ask_for_file
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._background = background
        self._window = window
        self._say = say
        self.choose = choose

    def save(self, applicant: Applicant, shown: DocumentId) -> None:
        """Save a copy of this document; without a pin on it there is nothing to save."""
        document = next((one for one in applicant.documents if one.id == shown), None)
        remarks = find_remarks(applicant, shown, self._workspace.checklist)
        if document is None or not remarks:
            self._say(_("Nothing is pinned to this document"))
            return
        name = self.choose(self._window, copy_name(document.name))
        if not name:
            return
        out = Path(name) if PurePath(name).suffix.lower() == ".pdf" else Path(f"{name}.pdf")
        self._say(_("The copy is being made …"))
        self._background.run(
            Lane.DOCUMENTS,
            lambda: write_annotated(self._workspace, shown, remarks, out),
            lambda _size: self._saved(len(remarks)),
            self._failed,
            priority=0,
        )

    def _saved(self, remarks: int) -> None:
        told = ngettext("Copy with {count} remark saved", "Copy with {count} remarks saved", remarks)
        self._say(told.format(count=remarks))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self._say(_("The file could not be written. Choose another folder."), bad=True)
        else:
            self._say(words_for(error).title, bad=True)
