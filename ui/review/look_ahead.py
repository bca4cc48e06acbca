"""Has the applicants ready who are likely to be asked for next, and says whose documents to fetch."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from reviewer.domain.applicant import Applicant
from reviewer.domain.ids import ApplicantKey
from reviewer.domain.views import Change
from reviewer.errors import ReviewerError
from reviewer.workspace import Workspace
from ui.background import Background, Lane


class Neighbours(Protocol):
    """The queue, as far as looking ahead needs it."""

    def neighbours(self, key: ApplicantKey) -> tuple[ApplicantKey, ...]:
        """Who is likely to be asked for after this applicant, the likeliest first."""


class LookAhead(QObject):
    """A few applicants in memory; whoever changes is loaded again."""

    changed = Signal(object)
    """The documents of each applicant, the likeliest first."""
    loaded = Signal(object)
    """An applicant is here as they stand now."""

    def __init__(self, workspace: Workspace, background: Background, queue: Neighbours, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._background = background
        self._queue = queue
        self._wanted: tuple[ApplicantKey, ...] = ()
        self._known: dict[ApplicantKey, Applicant] = {}
        self._loading = False
        self._changed_since = False

    def find(self, key: ApplicantKey) -> Applicant | None:
        """The applicant, if they are here as they stand now."""
        return self._known.get(key)

    def look(self, key: ApplicantKey) -> None:
        """This applicant is shown: have the neighbours ready."""
        self._wanted = self._queue.neighbours(key)
        self._known = {known: one for known, one in self._known.items() if known in self._wanted}
        self._go_on()

    def hear(self, change: Change) -> None:
        """Forget who has changed, and what is being loaded meanwhile."""
        self._changed_since = self._loading
        self._known = {
            key: one for key, one in self._known.items() if change.applicants and key not in change.applicants
        }

    def _go_on(self) -> None:
        if self._loading:
            return
        lacking = tuple(key for key in self._wanted if key not in self._known)
        if not lacking:
            self._tell()
            return
        self._loading, self._changed_since = True, False
        known = dict(self._known)
        self._background.run(
            Lane.CORE, lambda: self._load(lacking, known), lambda found: self._take(lacking, found), self._fail
        )

    def _load(
        self, keys: tuple[ApplicantKey, ...], known: dict[ApplicantKey, Applicant]
    ) -> dict[ApplicantKey, Applicant]:
        """In the background: those of them that there are; of all that are here, the first document's bytes as well."""
        found = {}
        for key in keys:
            try:
                found[key] = self._workspace.applicant(key)
            except ReviewerError:
                continue
        firsts = (one.current_documents()[:1] for one in (*found.values(), *known.values()))
        self._workspace.documents.near.bring([document.id for first in firsts for document in first])
        return found

    def _take(self, asked: tuple[ApplicantKey, ...], found: dict[ApplicantKey, Applicant]) -> None:
        self._loading = False
        if not self._changed_since:
            self._known |= {key: one for key, one in found.items() if key in self._wanted}
            for key in self._wanted:
                if key in found:
                    self.loaded.emit(found[key])
            self._wanted = tuple(key for key in self._wanted if key in found or key not in asked)
        self._go_on()

    def _fail(self, error: Exception) -> None:
        self._loading = False
        self._background.failed.emit(error)

    def _tell(self) -> None:
        documents = tuple(
            tuple(document.id for document in self._known[key].current_documents()) for key in self._wanted
        )
        self.changed.emit(documents)
