"""Chooses for whom a text is shown: an invented person, or an applicant by name or ID."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from reviewer.i18n import gettext as _
from ui.actions import Actions
from ui.command_palette import Choice, CommandPalette, Provider, matches


class PersonPalette(CommandPalette):
    """Lists the people that are always there, and who is found by what was typed."""

    def __init__(self, host: QWidget, actions: Actions, people: Sequence[Choice], provider: Provider) -> None:
        super().__init__(host, actions, provider)
        self._people = tuple(people)
        self.setAccessibleName(_("For whom?"))
        self._field.setPlaceholderText(_("A name or an ID"))
        self._field.setAccessibleName(self._field.placeholderText())

    def _offered(self, typed: str) -> list[Choice]:
        return [choice for choice in self._people if matches(typed, choice.title)]
