"""Leads through the queue: searches, filters, remembers who is chosen and who was left, says who comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import Enum, auto
from itertools import islice

from PySide6.QtCore import QObject, Signal

from reviewer.domain.ids import ApplicantKey
from reviewer.domain.queue import OPEN_GROUPS
from reviewer.domain.views import Change, QueueOrder, QueueQuery, QueueRow, Topic
from reviewer.workspace import Workspace
from ui.announcer import Announcer
from ui.background import Background
from ui.queue.listing import ALL_GROUPS, Listing, Place, Section
from ui.queue.loader import QueueLoader, Ranges
from ui.queue.model import QueueModel
from ui.queue.session_order import SessionOrder

_AHEAD = 60
_LIKELY = 3
"""How many lines beyond the one in use are fetched."""
_TOPICS = frozenset({Topic.APPLICANT, Topic.QUEUE})
_WAITING = frozenset(group.value for group in OPEN_GROUPS)


class QueuePlace(Enum):
    """What the pane shows."""

    LOADING = auto()
    LIST = auto()
    NOBODY_YET = auto()
    NOTHING_FOUND = auto()
    FINISHED = auto()
    FAILED = auto()


class QueuePresenter(QObject):
    """The chosen applicant stays chosen through every reload; who arrives elsewhere never takes their place."""

    selected = Signal(object)
    marked = Signal(object, bool)
    listed = Signal(object, bool)
    place_changed = Signal(object)
    query_changed = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, background: Background, announcer: Announcer) -> None:
        super().__init__()
        self._workspace = workspace
        self.model = QueueModel(self.today)
        self.query = QueueQuery()
        self.place = QueuePlace.LOADING
        self._order = SessionOrder()
        self._selected: ApplicantKey | None = None
        self._awaited: int | None = None
        self._gone: dict[ApplicantKey, Place] = {}
        self._left: dict[ApplicantKey, int | None] = {}
        self._in_sight = (0, _AHEAD)
        self._fresh = True
        self._loader = QueueLoader(workspace, background, self._ranges)
        self._loader.loaded.connect(self._list)
        self._loader.extended.connect(self._extend)
        self._loader.failed.connect(self._fail)
        announcer.changed.connect(self._hear)

    def today(self) -> date:
        """The present day where the person sits."""
        return self._workspace.clock().astimezone().date()

    # the list

    def load(self) -> None:
        """Load the list, from its beginning."""
        self._fresh = True
        self._awaited = None
        self._gone.clear()
        self._loader.load(self._whole_query())

    def search(self, text: str) -> None:
        """Show who is found by these words."""
        self.choose(replace(self.query, text=text))

    def choose(self, query: QueueQuery) -> None:
        """Show the list of a query."""
        if query != self.query:
            self.query = query
            self.query_changed.emit(query)
            self.load()

    def clear(self) -> None:
        """Show the whole list again, in the order it has."""
        self.choose(QueueQuery(order=self.query.order))

    def look_at(self, first: int, last: int) -> None:
        """Say which lines are in sight; those that are missing are fetched."""
        self._in_sight = (first, last)
        self._loader.go_on()

    def is_busy(self) -> bool:
        """Whether something is being fetched."""
        return self._loader.is_busy()

    def is_filtered(self) -> bool:
        """Whether the list leaves somebody out by a person's wish."""
        return replace(self.query, order=QueueOrder.OLDEST) != QueueQuery()

    # who is chosen

    def chosen(self) -> ApplicantKey | None:
        """Who is chosen, in sight or not."""
        return self._selected

    def pick(self, line: int) -> None:
        """Choose the row of a line; one that is not here yet is chosen when it comes."""
        row = self.model.line(line)
        if isinstance(row, QueueRow):
            self._selected, self._awaited = row.key, None
            # Whoever shows the applicant paints the page at once; the list follows in the same frame.
            self.selected.emit(row.key)
            if self._selected == row.key:
                self.select(row.key)
        elif row is None and 0 <= line < self.model.rowCount():
            self._awaited = line
            self.marked.emit(line, True)
            self._loader.go_on()

    def select(self, key: ApplicantKey) -> None:
        """Mark an applicant in the list, without telling anybody; one who had left it is looked for again."""
        self._selected = key
        self._awaited = None
        if key in self._left:
            del self._left[key]
            self._loader.reload()
        self.marked.emit(self._line_of(key), True)
        self._loader.go_on()

    def select_next(self) -> None:
        """Choose the next row of the list."""
        self._step(1)

    def select_previous(self) -> None:
        """Choose the row before."""
        self._step(-1)

    # who comes next

    def next_key(self, after: ApplicantKey | None) -> ApplicantKey | None:
        """Who comes after this applicant (None: who comes first); None when nobody else waits."""
        return next(self._following(after), None)

    def upcoming(self, key: ApplicantKey, count: int) -> tuple[ApplicantKey, ...]:
        """The next ones after an applicant, at most count, for having them ready."""
        return tuple(islice(self._following(key), count))

    def neighbours(self, key: ApplicantKey) -> tuple[ApplicantKey, ...]:
        """Who is likely to be asked for after this applicant, the likeliest first: who follows, then the row above."""
        below, above = self._row_beside(key, 1), self._row_beside(key, -1)
        likely = dict.fromkeys((below, *self.upcoming(key, _LIKELY)))
        after = [one for one in likely if one is not None and one not in {key, above}][:_LIKELY]
        return (*after, above) if above is not None else tuple(after)

    def skip(self, key: ApplicantKey) -> None:
        """Leave an applicant for the end of today."""
        self._order.skip(key, self.today())
        self.model.mark_later(self._order.later(self.today()))

    def leave(self, key: ApplicantKey) -> None:
        """Take an applicant out of the list at once, as decided; what the core says later counts."""
        self._left[key] = None
        place = self.model.remove(key)
        if place is not None:
            self._gone[key] = place
            self._mark_again(show=False)

    def _following(self, after: ApplicantKey | None) -> Iterator[ApplicantKey]:
        listing = self.model.listing
        if listing is None:
            return iter(())
        walked = frozenset(self.query.groups) or _WAITING

        def keys(place: Place | None) -> Iterator[ApplicantKey]:
            return (row.key for row in listing.rows_from(place) if row.group in walked)

        begin = None if after is None else listing.place(after) or self._gone.get(after)
        return self._order.arrange(keys(begin), lambda: keys(None), after, self.today())

    def _step(self, direction: int) -> None:
        listing = self.model.listing
        if listing is None or not len(listing):
            return
        here = self._awaited if self._awaited is not None else self._line_of(self._selected)
        gone = None if self._selected is None else self._gone.get(self._selected)
        if here is None:
            here = 0 if gone is None else listing.number(gone) + (-1 if direction > 0 else 0)
        line = here + direction
        while 0 <= line < len(listing) and listing.at(line)[1] < 0:
            line += direction
        if 0 <= line < len(listing):
            self.pick(line)

    def _row_beside(self, key: ApplicantKey, direction: int) -> ApplicantKey | None:
        """Whose row is next in the list, if it is here."""
        line, listing = self._line_of(key), self.model.listing
        if line is None or listing is None:
            return None
        line += direction
        while 0 <= line < len(listing):
            row = self.model.line(line)
            if isinstance(row, QueueRow):
                return row.key
            if row is None:
                return None
            line += direction
        return None

    def _line_of(self, key: ApplicantKey | None) -> int | None:
        listing = self.model.listing
        return None if listing is None or key is None else listing.find(key)

    # what comes from the core

    def _whole_query(self) -> QueueQuery:
        """Words are searched for in every group, unless the person named some."""
        return replace(self.query, groups=ALL_GROUPS) if self.query.text and not self.query.groups else self.query

    def _ranges(self) -> Ranges:
        first, last = self._in_sight
        lines = (self._awaited, self._line_of(self._selected), 0)
        return [(first, last + _AHEAD), *((line, line + _AHEAD) for line in lines if line is not None)]

    def _hear(self, change: Change) -> None:
        if not change.topics & _TOPICS:
            return
        for key in self._left:
            if not change.applicants or key in change.applicants:
                self._left[key] = self._loader.begun + 1
        self._loader.reload()

    def _list(self, listing: Listing) -> None:
        before = self.model.listing
        known = {key: seen for key, seen in self._left.items() if seen is None or self._loader.begun < seen}
        self._left = known
        for key in known:
            listing.remove(key)
        chosen = self._selected
        if before is not None and chosen is not None and listing.place(chosen) is None:
            place = before.place(chosen)
            if place is not None and not self._fresh:
                self._gone[chosen] = place
        self.model.mark_later(self._order.later(self.today()))
        self.model.show(listing)
        fresh, self._fresh = self._fresh, False
        self.listed.emit(listing, fresh)
        self._mark_again(show=fresh)
        self._go_to(self._place_for(listing))

    def _extend(self, section: Section) -> None:
        self.model.tell_rows(section)
        if self._awaited is not None and isinstance(self.model.line(self._awaited), QueueRow):
            self.pick(self._awaited)
        elif self._awaited is None:
            self._mark_again(show=False)

    def _mark_again(self, *, show: bool) -> None:
        line = self._awaited if self._awaited is not None else self._line_of(self._selected)
        self.marked.emit(line, show)

    def _place_for(self, listing: Listing) -> QueuePlace:
        if len(listing):
            return QueuePlace.LIST
        if not listing.in_all:
            return QueuePlace.NOBODY_YET
        return QueuePlace.NOTHING_FOUND if self.is_filtered() else QueuePlace.FINISHED

    def _go_to(self, place: QueuePlace) -> None:
        self.place = place
        self.place_changed.emit(place)

    def _fail(self, error: Exception) -> None:
        if self.model.listing is None:
            self._go_to(QueuePlace.FAILED)
        self.failed.emit(error)
