"""Work that outside programs do for documents: one piece a document or page, ended when nobody looks at it any more."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from reviewer.domain.anchors import Anchor
from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import Word
from reviewer.errors import DocumentUnreadable
from ui.background import Background, Lane, Ticket

SHOWN, PAGE, AHEAD = 0, 10, 300
"""Priorities in the lane PROGRAMS; a page's is PAGE and its number."""
WHOLE = 0
PASSING = frozenset({"closed", "missing"})
"""Codes of failures that say nothing of the document."""
_SOON = 5
_T = TypeVar("_T")


class HelpSource(Protocol):
    """What outside programs add to documents, off the UI thread; each method raises DocumentUnreadable."""

    def lay_out(self, document: DocumentId, kind: str) -> DocumentId: ...

    def page_words(self, document: DocumentId, page: int) -> tuple[Word, ...]: ...

    def anchors(self, layout: DocumentId, pins: Mapping[str, tuple[str, Anchor]]) -> dict[str, Anchor]: ...

    def keep(self, documents: Sequence[DocumentId]) -> None: ...


class OutsideErrands:
    """At most one ticket a document and page (WHOLE: of the document); work ahead never takes the place of another."""

    def __init__(self, source: HelpSource, background: Background) -> None:
        self._source = source
        self._background = background
        self._tickets: dict[tuple[DocumentId, int], Ticket] = {}

    def holds(self, document: DocumentId, page: int = WHOLE) -> bool:
        """Whether this was asked for while the document was wanted."""
        return (document, page) in self._tickets

    def run(
        self,
        document: DocumentId,
        page: int,
        work: Callable[[], _T],
        done: Callable[[_T], None],
        failed: Callable[[str], None],
        priority: int,
    ) -> None:
        """Have it done; failed gets the code of what went wrong."""
        key = document, page
        if key in self._tickets and page == WHOLE and priority >= AHEAD:
            return

        def fail(error: Exception) -> None:
            self.report_bug(error)
            failed(error.code if isinstance(error, DocumentUnreadable) else "closed")

        known = self._tickets.pop(key, None)
        if known is not None:
            known.cancel()
        self._tickets[key] = self._background.run(Lane.PROGRAMS, work, done, fail, priority=priority, chore=True)

    def keep(self, shown: DocumentId | None, ahead: Sequence[DocumentId]) -> None:
        """Forget work for what is neither shown nor next, and end it where it is under way."""
        wanted = [one for one in (shown, *ahead) if one is not None]
        for key in [key for key in self._tickets if key[0] not in wanted or (key[1] != WHOLE and key[0] != shown)]:
            self._tickets.pop(key).cancel()
        self._background.run(Lane.DOCUMENTS, lambda: self._source.keep(wanted), priority=_SOON, chore=True)

    def report_bug(self, error: Exception) -> None:
        """What is not a document's own failure is the program's."""
        if not isinstance(error, DocumentUnreadable):
            self._background.failed.emit(error)
