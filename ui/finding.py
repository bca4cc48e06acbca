"""Finds applicants for the command palette, off the UI thread."""

from __future__ import annotations

from collections.abc import Callable

from reviewer.domain.ids import ApplicantKey
from reviewer.domain.queue import Group
from reviewer.domain.views import QueuePage, QueueQuery
from ui.background import Lane
from ui.command_palette import Choice, Give
from ui.pages import Parts

MOST = 8


class Finding:
    """Offers the applicants found by what was typed; choosing one opens it."""

    def __init__(self, parts: Parts, open_applicant: Callable[[ApplicantKey], None]) -> None:
        self._parts = parts
        self._open = open_applicant

    def find(self, typed: str, give: Give) -> None:
        """Look for applicants in every group; give gets them later, or nothing for nothing typed."""
        if not typed.strip():
            give([])
            return
        query = QueueQuery(text=typed, groups=tuple(group.value for group in Group))
        self._parts.background.run(
            Lane.CORE,
            lambda: self._parts.workspace.queue(query, limit=MOST),
            lambda page: give(self._choices(page)),
        )

    def _choices(self, page: QueuePage) -> list[Choice]:
        return [self._choice(row.key, row.name or row.id, row.id) for row in page.rows]

    def _choice(self, key: ApplicantKey, name: str, id: str) -> Choice:
        return Choice(title=name, detail=id, icon="user", run=lambda: self._open(key))
