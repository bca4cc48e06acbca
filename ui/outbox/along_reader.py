"""Finds out what goes along with the letter shown, what could, and how large it is; in the background."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reviewer.domain.attachments import kinds_of, may_carry, possible_attachments
from reviewer.domain.ids import LetterId
from reviewer.domain.letter import WAITING_STATES, Attachment, AttachmentKind
from reviewer.domain.views import LetterRow
from reviewer.errors import ReviewerError
from reviewer.workspace import Workspace
from ui.along_choice import Along
from ui.background import Background, Lane, Ticket, Urgency


class AlongReader(QObject):
    """One letter at a time; the boxes stand at once, the sizes come when the copy has been made on trial."""

    told = Signal()

    def __init__(self, workspace: Workspace, background: Background) -> None:
        super().__init__()
        self._workspace = workspace
        self._background = background
        self._ticket: Ticket | None = None
        self._shown: tuple[LetterId, tuple[Attachment, ...], bool] | None = None
        self._along: Along | None = None

    def along(self, row: LetterRow) -> Along | None:
        """What is known of a letter now; None where nothing ever goes along."""
        open_to_ticks = row.applicant is not None and row.state in WAITING_STATES and may_carry(row.template)
        wanted = (row.id, row.attachments, open_to_ticks)
        if wanted != self._shown:
            self._shown = wanted
            self._begin(row, open_to_ticks=open_to_ticks)
        return self._along

    def _begin(self, row: LetterRow, *, open_to_ticks: bool) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        going = kinds_of(row.attachments)
        self._along = Along(going=going, open_to_ticks=open_to_ticks) if open_to_ticks or going else None
        if open_to_ticks:
            wanted = self._shown
            self._ticket = self._background.run(
                Lane.DOCUMENTS,
                lambda: read_along(self._workspace, row),
                lambda along: self._take(wanted, along),
                self._background.overlook,
                priority=Urgency.NEAR,
            )

    def _take(self, wanted: object, along: Along) -> None:
        if wanted == self._shown:
            self._along = along
            self.told.emit()


def read_along(workspace: Workspace, row: LetterRow) -> Along:
    """All that is to be known of a waiting letter; a copy that cannot be made has no size. In the background."""
    going = kinds_of(row.attachments)
    assert row.applicant is not None
    applicant = workspace.applicant(row.applicant)
    letter = applicant.letter(row.id)
    if letter is None:
        return Along(going=going)
    sizes: dict[AttachmentKind, int] = {}
    for attachment in letter.attachments:
        try:
            sizes.update(workspace.correspondence.weigh(replace(letter, attachments=(attachment,)), applicant))
        except ReviewerError:
            continue
    possible = kinds_of(possible_attachments(applicant, letter.template))
    return Along(going=going, possible=possible, sizes=sizes)
