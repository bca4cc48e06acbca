"""The queue as far as it is known: groups with their sizes, and the rows of each that are here already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reviewer.domain.ids import ApplicantKey
from reviewer.domain.queue import OPEN_GROUPS, Group
from reviewer.domain.views import QueueCursor, QueuePage, QueueQuery, QueueRow, QueueSummary

ALL_GROUPS = tuple(group.value for group in Group)
USUAL_GROUPS = tuple(group.value for group in (*OPEN_GROUPS, Group.ASLEEP))
"""The groups of a query that names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The line above a group."""

    group: str
    count: int


Line = QueueRow | Heading | None
"""What stands in one line of the list; None is a row that is not here yet."""


@dataclass(slots=True, kw_only=True)
class Section:
    """One group of the list; rows are its beginning, and complete once there are count of them."""

    group: str
    count: int
    rows: list[QueueRow] = field(default_factory=list)
    next: QueueCursor | None = None

    def add(self, page: QueuePage) -> None:
        """Take the next page; where pages and count differ, the pages are right."""
        self.rows.extend(page.rows)
        self.next = page.next
        if page.next is None:
            self.count = len(self.rows)
        else:
            self.count = max(self.count, len(self.rows) + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody stands or stood: a group, and how many stand before them in it."""

    group: str
    index: int


class Listing:
    """The lines of the list in order: each group's heading, then its rows; groups without rows have no line."""

    def __init__(self, query: QueueQuery, summary: QueueSummary, *, in_all: int) -> None:
        """in_all is how many applicants there are in any group, whatever the query."""
        self.query = query
        self.summary = summary
        self.in_all = in_all
        self.sections = [Section(group=group, count=count) for group, count in summary.counts if count]
        self._places: dict[ApplicantKey, Place] = {}

    def __len__(self) -> int:
        """How many lines there are, headings included."""
        return sum(section.count + 1 for section in self.sections)

    def line(self, number: int) -> Line:
        """What stands in a line; IndexError beyond the last."""
        section, index = self.at(number)
        if index < 0:
            return Heading(group=section.group, count=section.count)
        return section.rows[index] if index < len(section.rows) else None

    def at(self, number: int) -> tuple[Section, int]:
        """The section of a line and the row's index in it, -1 for the heading."""
        start = 0
        for section in self.sections:
            if start <= number <= start + section.count:
                return section, number - start - 1
            start += section.count + 1
        raise IndexError(number)

    def section(self, group: str) -> Section | None:
        """The section of a group, if it has rows."""
        return next((section for section in self.sections if section.group == group), None)

    def start(self, group: str) -> int:
        """The line of a group's heading, or where it would stand."""
        order = ALL_GROUPS.index(group)
        return sum(one.count + 1 for one in self.sections if ALL_GROUPS.index(one.group) < order)

    def take_first(self, page: QueuePage) -> None:
        """Take the first page of the whole list, which may run over several groups."""
        last = page.rows[-1].group if page.rows else ""
        for section in self.sections:
            own = tuple(row for row in page.rows if row.group == section.group)
            if own:
                more = page.next if section.group == last and len(own) < section.count else None
                self.take(section, QueuePage(rows=own, next=more))

    def take(self, section: Section, page: QueuePage) -> None:
        """Take the next page of one section."""
        begin = len(section.rows)
        section.add(page)
        for index, row in enumerate(page.rows, begin):
            self._places[row.key] = Place(group=section.group, index=index)
        if not section.count:
            self.sections.remove(section)

    def place(self, key: ApplicantKey) -> Place | None:
        """Where an applicant stands, if their row is here."""
        return self._places.get(key)

    def number(self, place: Place) -> int:
        """The line of a place; of one that is gone, the line of whoever came after."""
        section = self.section(place.group)
        return self.start(place.group) + (0 if section is None else 1 + min(place.index, section.count))

    def find(self, key: ApplicantKey) -> int | None:
        """The line of an applicant, if their row is here."""
        place = self.place(key)
        return None if place is None else self.number(place)

    def remove(self, key: ApplicantKey) -> Place | None:
        """Take an applicant out; gives where they stood."""
        place = self._places.pop(key, None)
        section = None if place is None else self.section(place.group)
        if place is None or section is None:
            return None
        del section.rows[place.index]
        section.count -= 1
        for index in range(place.index, len(section.rows)):
            self._places[section.rows[index].key] = Place(group=section.group, index=index)
        if not section.count:
            self.sections.remove(section)
        return place

    def rows_from(self, place: Place | None) -> Iterator[QueueRow]:
        """The rows that are here from a place on (None: the first), headings and rows to come left out."""
        order = -1 if place is None else ALL_GROUPS.index(place.group)
        for section in self.sections:
            own = ALL_GROUPS.index(section.group)
            if own == order and place is not None:
                yield from section.rows[place.index :]
            elif own > order:
                yield from section.rows

    def missing(self, wanted: Iterable[tuple[int, int]]) -> tuple[Section, int] | None:
        """The first section that lacks rows among these ranges of lines, and how many rows it should have."""
        for first, last in wanted:
            start = 0
            for section in self.sections:
                end = start + section.count
                needed = min(last - start, section.count)
                if first <= end and needed > len(section.rows):
                    return section, needed
                start = end + 1
        return None

    def depths(self, wanted: Sequence[tuple[int, int]], usual: int) -> dict[str, int]:
        """How many rows of each group are worth having again after a reload."""
        depths = {section.group: min(len(section.rows), usual) for section in self.sections}
        for first, last in wanted:
            start = 0
            for section in self.sections:
                end = start + section.count
                if first <= end and last > start:
                    known = min(last - start, len(section.rows))
                    depths[section.group] = max(depths[section.group], known)
                start = end + 1
        return depths
