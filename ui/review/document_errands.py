"""Document work under way, each piece once, the pieces nobody waits for cancelled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from reviewer.domain.ids import DocumentId
from ui.background import Background, Lane, Ticket
from ui.watched_work import Watched

Cancelled = Callable[[], bool]
_T = TypeVar("_T")


def never() -> bool:
    """For what is always wanted."""
    return False


@dataclass(frozen=True, slots=True)
class Errand:
    """What is to be fetched: of which document, and for a page its number and width (0: its words).

    Aside: by another worker than what is shown at its size, so for rough pictures and thumbnails.
    """

    document: DocumentId
    page: int = 0
    width_px: int = 0
    aside: bool = False


class Errands:
    """At most one ticket an errand; asking again more urgently puts it forward unless it is under way already."""

    def __init__(self, background: Background) -> None:
        self._background = background
        self._open: dict[Errand, tuple[int, Ticket]] = {}

    def run(
        self,
        errand: Errand,
        work: Callable[[Cancelled], _T],
        done: Callable[[_T], None],
        failed: Callable[[Exception], None],
        priority: int,
        watched: Watched | None = None,
    ) -> Ticket:
        """Have work done off the UI thread; one of the callbacks comes, unless the errand is cancelled.

        Work is given what tells whether it was; the callbacks are those of whoever asked first.
        """
        known = self._open.get(errand)
        if known is not None:
            if known[0] <= priority or known[1].begun:
                return known[1]
            known[1].cancel()
        ticket = Ticket()

        def finish(callback: Callable[[_T], None], value: _T) -> None:
            self._end(ticket)
            callback(value)

        def fail(error: Exception) -> None:
            self._end(ticket)
            failed(error)

        self._open[errand] = (priority, ticket)
        return self._background.run(
            Lane.DOCUMENTS,
            lambda: work(ticket.is_cancelled),
            lambda value: finish(done, value),
            fail,
            priority=priority,
            ticket=ticket,
            about=(errand.document, errand.aside),
            watched=watched,
        )

    def rename(self, errand: Errand, other: Errand) -> None:
        """What is under way is this other errand from now on; its callbacks stay."""
        self._open[other] = self._open.pop(errand)

    def holds(self, errand: Errand) -> bool:
        """Whether an errand is waited for."""
        return errand in self._open

    def is_open(self, errand: Errand, ticket: Ticket) -> bool:
        """Whether this very ticket of the errand is still waited for."""
        known = self._open.get(errand)
        return known is not None and known[1] is ticket

    def cancel(self, unwanted: Callable[[Errand], bool]) -> None:
        """Forget the errands that nobody waits for; what is under way is ended soon."""
        for errand in [errand for errand in self._open if unwanted(errand)]:
            self._open.pop(errand)[1].cancel()

    def _end(self, ticket: Ticket) -> None:
        for errand in [errand for errand, (_priority, known) in self._open.items() if known is ticket]:
            del self._open[errand]
