"""Tells every part of the window what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from reviewer.domain.views import Change


class Announcer(QObject):
    """Announces each change once, on the UI thread; a change without topics is nobody's concern."""

    changed = Signal(object)

    def announce(self, change: Change) -> None:
        """Tell everybody who listens."""
        if change.topics:
            self.changed.emit(change)
