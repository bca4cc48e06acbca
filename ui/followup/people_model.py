"""One column of the follow-up as a model: headings and people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject

from reviewer.domain.ids import ApplicantKey
from reviewer.domain.ladder import Column, Part
from reviewer.domain.views import FollowUpRow
from ui.followup.followup_words import part_title, spoken
from ui.widgets.headed_model import HeadedModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The heading of a part."""

    part: Part
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person in a part."""

    row: FollowUpRow
    part: Part


Entry = Head | Person


class PeopleModel(HeadedModel[Entry, Person]):
    """Headings and the people below them; active says that the person shown is one of these."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(Person, self._words, parent)
        self.today = date.min
        self.active = False

    def show_column(self, column: Column, today: date) -> None:
        """Show these people."""
        entries: list[Entry] = []
        for part, rows in column.parts:
            entries.append(Head(part=part, count=len(rows)))
            entries += [Person(row=row, part=part) for row in rows]
        earlier, self.today = self.today, today
        if not self.set_entries(entries) and today != earlier:
            self.repaint()

    def place_of(self, key: ApplicantKey | None) -> int:
        """The row of a person; -1 when there is none."""
        return self.first(lambda person: person.row.key == key)

    def _words(self, entry: Entry) -> str:
        if isinstance(entry, Head):
            return part_title(entry.part, entry.count)
        return spoken(entry.row, entry.part, self.today)
