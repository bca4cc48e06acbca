"""The settings page: a list of sections and the cards it leads to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer.i18n import gettext as _
from ui.furnishing import Steps
from ui.pages import Parts
from ui.settings.examination import Examination
from ui.settings.section import Section
from ui.settings.section_list import SectionList
from ui.settings.sections import (
    DatabaseSection,
    appearance_section,
    follow_up_section,
    letters_section,
    you_section,
)
from ui.settings.settings_presenter import SettingsPresenter
from ui.theme import S4, S5, Scheme, theme

_SECTION = "settings-section"
_CARD_WIDTH = 720
_NEAR = 48
"""A section counts as read once its top is this near the window's, in pixels."""


class SettingsPage(QWidget):
    """Every field is saved as one leaves it; the theme changes at once."""

    def __init__(self, parts: Parts, presenter: SettingsPresenter, sections: tuple[Section, ...]) -> None:
        super().__init__()
        self._themes = parts.themes
        self.presenter = presenter
        presenter.setParent(self)
        self.sections = sections
        self.list = SectionList(self.sections)
        self.list.chosen.connect(self.go_to)
        self.presenter.reloaded.connect(self._show_theme)
        self._background = parts.background
        self._column = QVBoxLayout()
        self._scroll = self._lay_out()
        self._scroll.verticalScrollBar().valueChanged.connect(self._follow)
        self.presenter.saved.connect(self._remember)
        self._begin_at = str(parts.background.property(_SECTION) or "")

    def place_sections(self) -> Steps[None]:
        """Put the sections where they stand, one a step: each has its text measured anew."""
        for section in self.sections:
            self._column.addWidget(section)
            yield
        self._column.addStretch(1)

    def go_to(self, name: str) -> None:
        """Bring a section to the top, as far as the page reaches."""
        section = next(section for section in self.sections if section.name == name)
        bar = self._scroll.verticalScrollBar()
        bar.setValue(section.y() - S4)
        self.list.mark(name)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        name, self._begin_at = self._begin_at, ""
        if name:
            self._background.setProperty(_SECTION, None)
            QTimer.singleShot(0, self, lambda: self.go_to(name))

    def _remember(self, key: str, changed: bool) -> None:
        """Begin at this section when the window comes back in another language."""
        if changed and key == "ui.language":
            self._background.setProperty(_SECTION, self.list.current())

    def _follow(self, top: int) -> None:
        """Mark the section being read; at the end of the page it is the last."""
        if top == self._scroll.verticalScrollBar().maximum():
            self.list.mark(self.sections[-1].name)
            return
        read = [section for section in self.sections if section.y() <= top + theme().px(_NEAR)]
        self.list.mark((read or self.sections[:1])[-1].name)

    def _show_theme(self) -> None:
        wanted = Scheme(self.presenter.value("ui.theme"))
        if wanted is not self._themes.scheme:
            self._themes.choose(wanted)

    def _lay_out(self) -> QScrollArea:
        cards = QWidget()
        cards.setMaximumWidth(theme().px(_CARD_WIDTH))
        cards.setLayout(self._column)
        self._column.setContentsMargins(0, S5, 0, S5)
        self._column.setSpacing(S4)
        inner = QWidget()
        across = QHBoxLayout(inner)
        across.setContentsMargins(S5, 0, S5, 0)
        across.addStretch(1)
        across.addWidget(cards, 100)
        across.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(scroll, 1)
        return scroll


def add_settings(parts: Parts) -> Steps[None]:
    """Add the place at the foot of the rail, and the key that leads there."""
    window = parts.window
    presenter = SettingsPresenter(parts.workspace, parts.background, parts.announcer, window)
    sections = yield from _make_sections(parts, presenter)
    page = SettingsPage(parts, presenter, sections)
    yield from page.place_sections()
    window.add_page("settings", "settings", lambda: _("Settings"), page, at_foot=True)
    window.actions_table["settings"].triggered.connect(lambda: window.show_page("settings"))
    yield


def _make_sections(parts: Parts, presenter: SettingsPresenter) -> Steps[tuple[Section, ...]]:
    made: list[Section] = []
    for make in (
        you_section,
        partial(letters_section, workspace=parts.workspace),
        follow_up_section,
        partial(DatabaseSection, workspace=parts.workspace),
        appearance_section,
        Examination,
    ):
        made.append(make(presenter))
        yield
    return tuple(made)
