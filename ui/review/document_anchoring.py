"""Places the pins of the shown document where their words stand in the layout that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reviewer.domain.anchors import Anchor
from reviewer.domain.ids import DocumentId
from reviewer.domain.layouts import FLOWING, is_office_layout
from reviewer.domain.pages import DocumentFacts
from ui.background import Background, Lane, Ticket
from ui.review.document_evidence import Mark
from ui.review.document_outside import HelpSource, OutsideErrands

_URGENCY = 12


class Anchoring(QObject):
    """The pins placed last are those of the document and layout given last."""

    placed = Signal(object)

    def __init__(self, source: HelpSource, background: Background, errands: OutsideErrands, parent: QObject) -> None:
        super().__init__(parent)
        self._source = source
        self._background = background
        self._errands = errands
        self._ticket: Ticket | None = None
        self.marks: tuple[Mark, ...] = ()

    def place(self, layout: DocumentId | None, facts: DocumentFacts | None) -> None:
        """At once where pages are fixed, or found by their words in the background."""
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
        if layout is None or facts is None:
            return
        if not self.marks or (facts.kind not in FLOWING and not is_office_layout(layout)):
            self.placed.emit(self.marks)
            return
        marks = self.marks
        pins = {str(mark.id): (mark.quote, (mark.page, mark.rect)) for mark in marks}
        self._ticket = self._background.run(
            Lane.DOCUMENTS,
            lambda: self._source.anchors(layout, pins),
            lambda found: self.placed.emit(_placed(marks, found)),
            self._errands.report_bug,
            priority=_URGENCY,
        )


def _placed(marks: tuple[Mark, ...], found: Mapping[str, Anchor]) -> tuple[Mark, ...]:
    """The marks where their words stand; one whose words are not in this layout is not drawn."""
    return tuple(
        replace(mark, page=place[0], rect=place[1]) for mark in marks if (place := found.get(str(mark.id))) is not None
    )
