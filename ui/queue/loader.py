"""Brings the queue's rows from the core: page after page, only those that somebody looks at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.domain.views import QueuePage, QueueQuery
from reviewer.workspace import Workspace
from ui.background import Background, Lane, Ticket
from ui.queue.listing import ALL_GROUPS, Listing, Section

_T = TypeVar("_T")
PAGE = 200
_STRIDE = 1_000
"""Rows fetched at once when many must be passed to reach those that are looked at."""
_KEPT = 1_000
_BURST_MS = 40

Ranges = Sequence[tuple[int, int]]
"""Ranges of lines that are looked at, the most urgent first."""


class QueueLoader(QObject):
    """One request is under way at a time; begun counts the lists begun, and the last of them alone arrives."""

    loaded = Signal(object)
    extended = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, background: Background, ranges: Callable[[], Ranges]) -> None:
        super().__init__()
        self._workspace = workspace
        self._background = background
        self._ranges = ranges
        self._query: QueueQuery | None = None
        self._shown: Listing | None = None
        self._ticket: Ticket | None = None
        self._stale = False
        self.begun = 0
        self._burst = QTimer(self, singleShot=True, interval=_BURST_MS)
        self._burst.timeout.connect(self._reload)

    def load(self, query: QueueQuery) -> None:
        """Load the list of a query from its beginning; the former query is forgotten."""
        self._query = query
        self._burst.stop()
        self._begin({})

    def reload(self) -> None:
        """Load the same list anew, once for a burst of wishes, as deep as it is looked at."""
        if self._query is not None and not self._burst.isActive():
            self._burst.start()

    def go_on(self) -> None:
        """Fetch what is looked at and not here yet."""
        listing = self._shown
        if self._ticket is None and listing is not None:
            missing = listing.missing(self._ranges())
            if missing is not None:
                self._fetch(listing, *missing, then=lambda: self._grown(listing, missing[0]))

    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._ticket is not None or self._burst.isActive()

    def _reload(self) -> None:
        if self._ticket is not None:
            self._stale = True
        elif self._shown is not None:
            self._begin(self._shown.depths(self._ranges(), _KEPT))
        else:
            self._begin({})

    def _begin(self, depths: dict[str, int]) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        self._stale = False
        self.begun += 1
        query, workspace = self._query, self._workspace
        assert query is not None
        self._run(lambda: read_beginning(workspace, query), lambda listing: self._deepen(listing, depths))

    def _deepen(self, listing: Listing, depths: dict[str, int]) -> None:
        """Make a new list as deep as the old one was, then show it."""
        for section in listing.sections:
            wanted = min(depths.get(section.group, 0), section.count)
            if len(section.rows) < wanted:
                self._fetch(listing, section, wanted, then=lambda: self._deepen(listing, depths))
                return
        self._shown = listing
        self.loaded.emit(listing)
        self._rest()

    def _fetch(self, listing: Listing, section: Section, wanted: int, then: Callable[[], None]) -> None:
        query = replace(listing.query, groups=(section.group,))
        after, workspace = section.next, self._workspace
        limit = PAGE if wanted - len(section.rows) <= _STRIDE else _STRIDE

        def take(page: QueuePage) -> None:
            listing.take(section, page)
            then()

        self._run(lambda: workspace.queue(query, after, limit), take)

    def _grown(self, listing: Listing, section: Section) -> None:
        if listing is self._shown:
            self.extended.emit(section)
        self._rest()

    def _run(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        def arrive(result: _T) -> None:
            self._ticket = None
            done(result)

        self._ticket = self._background.run(Lane.CORE, work, arrive, self._fail)

    def _rest(self) -> None:
        """Between two requests: what went stale meanwhile comes first."""
        if self._stale and self._ticket is None:
            self._reload()
        else:
            self.go_on()

    def _fail(self, error: Exception) -> None:
        self._ticket = None
        self._stale = False
        self.failed.emit(error)


def read_beginning(workspace: Workspace, query: QueueQuery) -> Listing:
    """The sizes of a list and its first page; off the window's thread."""
    summary = workspace.summary(query)
    in_all = sum(count for _group, count in summary.counts)
    if not in_all:
        everybody = workspace.summary(QueueQuery(groups=ALL_GROUPS))
        in_all = sum(count for _group, count in everybody.counts)
    listing = Listing(query, summary, in_all=in_all)
    listing.take_first(workspace.queue(query, None, PAGE))
    return listing
