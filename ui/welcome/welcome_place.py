"""Shows the steps of a new desk once it turns out to be new and empty."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer.domain.views import Change, QueueQuery, Topic
from ui.background import Lane
from ui.pages import Parts
from ui.welcome.welcome_page import WelcomePage

if TYPE_CHECKING:
    from reviewer.workspace import Workspace

_STEP = "welcome-step"
"""Where the steps stand, kept with what outlives the window: it is made anew when its language changes."""


class Welcome(QObject):
    """Covers the places until the steps are done, left, or applicants have come."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._first = parts.window.page()
        self.page: WelcomePage | None = None
        parts.announcer.changed.connect(self._something_changed)
        parts.window.page_changed.connect(self._leave)

    def start(self) -> None:
        """Go on with the steps, or find out whether the desk is new."""
        step = self._parts.background.property(_STEP)
        if isinstance(step, int):
            self._show(step)
        else:
            work = partial(is_new, self._parts.workspace)
            self._parts.background.run(Lane.CORE, work, lambda new: self._show(0) if new else None)

    def _show(self, step: int) -> None:
        if self._parts.window.page() != self._first:
            return
        page = WelcomePage(self._parts)
        page.finished.connect(self._finish)
        page.import_wanted.connect(self._parts.window.actions_table["import"].trigger)
        page.moved.connect(self._remember)
        self.page = page
        page.show_step(step)
        self._parts.window.show_cover(page)
        self._parts.window.actions_table.show_groups(frozenset())
        self._parts.window.show_hints(())

    def _remember(self, step: int | None) -> None:
        self._parts.background.setProperty(_STEP, step)

    def _finish(self) -> None:
        self._parts.window.show_page(self._first)

    def _leave(self) -> None:
        """Whatever place is shown now, the steps are over."""
        if self.page is not None:
            page, self.page = self.page, None
            page.deleteLater()
            self._remember(None)

    def _something_changed(self, change: Change) -> None:
        if self.page is not None and Topic.QUEUE in change.topics:
            self._parts.background.run(Lane.CORE, partial(has_applicants, self._parts.workspace), self._applicants_came)

    def _applicants_came(self, came: bool) -> None:
        if came and self.page is not None:
            self._finish()


def has_applicants(workspace: Workspace) -> bool:
    """Whether anybody stands in the list, or a letter was ever written."""
    return bool(workspace.queue(QueueQuery(), limit=1).rows or workspace.letters(limit=1))


def is_new(workspace: Workspace) -> bool:
    """Whether nobody has said who sits here and nobody has applied."""
    return not workspace.settings.text("reviewer.name") and not has_applicants(workspace)


def add_welcome(parts: Parts) -> None:
    """Lead a new desk through its steps; comes after all places."""
    Welcome(parts).start()
