"""Document work under way, each piece once, the pieces nobody waits for cancelled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from reviewer.domain.ids import DocumentId
from ui.background import Background, Lane, Ticket

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Errand:
    """What is to be fetched: of which document, and for a page its number and width (0: its words)."""

    document: DocumentId
    page: int = 0
    width_px: int = 0


class Errands:
    """At most one ticket an errand; asking again more urgently puts it forward."""

    def __init__(self, background: Background) -> None:
        self._background = background
        self._open: dict[Errand, tuple[int, Ticket]] = {}

    def run(
        self,
        errand: Errand,
        work: Callable[[], _T],
        done: Callable[[_T], None],
        failed: Callable[[Exception], None],
        priority: int,
    ) -> None:
        """Have work done off the UI thread; one of the callbacks comes, unless the errand is cancelled."""
        known = self._open.get(errand)
        if known is not None:
            if known[0] <= priority:
                return
            known[1].cancel()

        def finish(callback: Callable[[_T], None], value: _T) -> None:
            del self._open[errand]
            callback(value)

        def fail(error: Exception) -> None:
            del self._open[errand]
            failed(error)

        ticket = self._background.run(Lane.DOCUMENTS, work, lambda value: finish(done, value), fail, priority=priority)
        self._open[errand] = (priority, ticket)

    def cancel(self, unwanted: Callable[[Errand], bool]) -> None:
        """Forget the errands that nobody waits for."""
        for errand in [errand for errand in self._open if unwanted(errand)]:
            self._open.pop(errand)[1].cancel()
