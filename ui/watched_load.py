"""Loads what a page shows: when somebody looks at it and something has changed, and only the newest load counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from reviewer.domain.views import Change, Topic
from ui.announcer import Announcer
from ui.background import Background, Lane, Ticket


class WatchedLoad(QObject):
    """While nobody looks nothing is loaded; the result of a load that was overtaken is never given."""

    loaded = Signal(object)
    failed = Signal(object)

    def __init__(
        self, background: Background, announcer: Announcer, work: Callable[[], Any], topics: frozenset[Topic]
    ) -> None:
        """Work runs in the background; topics are the changes that concern it."""
        super().__init__()
        self._background = background
        self._work = work
        self._topics = topics
        self._ticket: Ticket | None = None
        self._watched = False
        self._stale = True
        announcer.changed.connect(self._hear)

    def watch(self, *, watched: bool) -> None:
        """Somebody looks, or no longer does."""
        self._watched = watched
        if watched and self._stale:
            self.reload()

    def reload(self) -> None:
        """Load now; a load still under way is forgotten."""
        if self._ticket is not None:
            self._ticket.cancel()
        self._stale = False
        self._ticket = self._background.run(Lane.CORE, self._work, self._done, self._fail)

    def _done(self, result: object) -> None:
        self._ticket = None
        self.loaded.emit(result)

    def _fail(self, error: Exception) -> None:
        self._ticket = None
        self._stale = True
        self.failed.emit(error)

    def _hear(self, change: Change) -> None:
        if not change.topics & self._topics:
            return
        if self._watched:
            self.reload()
        else:
            self._stale = True


class WatchedPage(QWidget):
    """A page whose load is watched while the page is shown."""

    def __init__(self, load: WatchedLoad) -> None:
        super().__init__()
        self.load = load

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load.watch(watched=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.load.watch(watched=False)
