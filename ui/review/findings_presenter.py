"""Keeps what the pre-check found of the shown CV and the next ones at hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reviewer.domain.applicant import Applicant
from reviewer.domain.checkable import Checkable, cv_of
from reviewer.domain.findings import Findings
from reviewer.domain.ids import DocumentId
from reviewer.workspace import Workspace
from ui.background import Background, Lane
from ui.prechecking import NEXT_PRIORITY, SHOWN_PRIORITY
from ui.review.document_pictures import BoundedStore

_MOST = 64


class FindingsPresenter(QObject):
    """The findings given are those of the applicant shown; what is at hand is there in the same frame."""

    changed = Signal()
    missing = Signal(object, int)
    """A Checkable that was not checked yet, and how urgent it is."""

    def __init__(self, workspace: Workspace, background: Background) -> None:
        super().__init__()
        self._workspace = workspace
        self._background = background
        self._known: BoundedStore[DocumentId, Findings] = BoundedStore(_MOST, lambda _findings: 1)
        self._wanted: DocumentId | None = None
        self.current: Findings | None = None
        self.is_coming = False

    @property
    def document(self) -> DocumentId | None:
        """The CV that the findings are of."""
        return self._wanted

    def show(self, applicant: Applicant | None) -> None:
        """Another applicant; changed follows when the findings are not at hand yet."""
        checkable = None if applicant is None else cv_of(applicant)
        self._wanted = None if checkable is None else checkable.document
        self.current = None if checkable is None else self._known.find(checkable.document)
        self.is_coming = checkable is not None and self.current is None
        if applicant is not None and checkable is not None and self.current is None:
            self._load(applicant, checkable, SHOWN_PRIORITY)

    def tell(self, applicant: Applicant) -> None:
        """The applicant as it is now: perhaps with another CV."""
        checkable = cv_of(applicant)
        if (None if checkable is None else checkable.document) != self._wanted:
            self.show(applicant)
            self.changed.emit()

    def look_ahead(self, applicant: Applicant) -> None:
        """Have the next applicant's findings at hand before anybody asks."""
        checkable = cv_of(applicant)
        if checkable is not None and self._known.find(checkable.document) is None:
            self._load(applicant, checkable, NEXT_PRIORITY)

    def take(self, document: str, findings: Findings | None) -> None:
        """A CV was checked; None when it cannot be."""
        key = DocumentId(document)
        if findings is not None:
            self._known.put(key, findings)
        if key == self._wanted:
            self.is_coming = False
            self.current = findings
            self.changed.emit()

    def forget(self, documents: Sequence[DocumentId]) -> None:
        """Drop what was found in these documents."""
        gone = frozenset(documents)
        self._known.drop(lambda document: document in gone)

    def _load(self, applicant: Applicant, checkable: Checkable, priority: int) -> None:
        self._background.run(
            Lane.CORE,
            lambda: self._workspace.prechecks.find(applicant),
            lambda findings: self._loaded(checkable, findings, priority),
        )

    def _loaded(self, checkable: Checkable, findings: Findings | None, priority: int) -> None:
        if findings is not None:
            self.take(checkable.document, findings)
        else:
            self.missing.emit(checkable, priority)
