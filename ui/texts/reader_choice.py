"""For whom a text is shown: the applicant in the review at first, then whoever is chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewer.domain.applicant import Applicant, list_name
from reviewer.domain.ids import ApplicantKey
from reviewer.domain.queue import Group
from reviewer.domain.views import QueuePage, QueueQuery
from reviewer.i18n import gettext as _
from ui.background import Lane
from ui.command_palette import Choice, Give
from ui.pages import Parts
from ui.texts.person_palette import PersonPalette
from ui.texts.texts_presenter import Reader

Shown = Callable[[], Applicant | None]
_MOST_FOUND = 8


class ReaderChoice(QObject):
    """Says who was chosen, with the name as the page shows it."""

    chosen = Signal(object, str)

    def __init__(self, parts: Parts, shown: Shown) -> None:
        """Shown gives the applicant in the review."""
        super().__init__()
        self._parts = parts
        self._shown = shown

    def begin(self) -> None:
        """Choose without asking: the applicant in the review, or the first of the invented people."""
        applicant = self._shown()
        if applicant is not None:
            self._choose_applicant(applicant.key, list_name(applicant.person) or applicant.id)
        else:
            self._choose_sample(0, self._parts.workspace.templates.sample_people()[0])

    def ask(self, host: QWidget) -> PersonPalette:
        """Ask over the window; gives the sheet."""
        people = [
            Choice(title=name, detail=_("invented"), icon="user", run=partial(self._choose_sample, number, name))
            for number, name in enumerate(self._parts.workspace.templates.sample_people())
        ]
        applicant = self._shown()
        if applicant is not None:
            people.insert(0, self._person(applicant.key, list_name(applicant.person) or applicant.id, applicant.id))
        sheet = PersonPalette(host, self._parts.window.actions_table, people, self._find)
        sheet.closed.connect(sheet.deleteLater)
        sheet.ask()
        return sheet

    def _find(self, typed: str, give: Give) -> None:
        query = QueueQuery(text=typed, groups=tuple(group.value for group in Group))

        def found(page: QueuePage) -> None:
            give([self._person(row.key, row.name or row.id, row.id) for row in page.rows])

        self._parts.background.run(
            Lane.CORE, lambda: self._parts.workspace.queue(query, limit=_MOST_FOUND), found, lambda _error: give([])
        )

    def _person(self, key: ApplicantKey, name: str, id: str) -> Choice:
        return Choice(title=name, detail=id, icon="user", run=partial(self._choose_applicant, key, name))

    def _choose_sample(self, number: int, name: str) -> None:
        self.chosen.emit(Reader(number=number), _("{name} (invented)").format(name=name))

    def _choose_applicant(self, key: ApplicantKey, name: str) -> None:
        self.chosen.emit(Reader(key=key), name)
