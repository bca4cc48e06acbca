"""Exchanges with the shared database by itself: soon after each act, when a letter is due, and now and then."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.domain.views import Change, Status, SyncReport
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from ui.announcer import Announcer
from ui.background import Background, Lane
from ui.widgets.badges import Dot
from ui.window import Window

if TYPE_CHECKING:
    from reviewer.workspace import Workspace

SOON_MS = 250
NOW_AND_THEN_MS = 15_000
WHILE_OFFLINE_MS = 5_000


class Syncing(QObject):
    """One round at a time, off the UI thread; what a round changed is announced once."""

    reported = Signal(object)
    counted = Signal(object)

    def __init__(self, window: Window, workspace: Workspace, background: Background, announcer: Announcer) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._background = background
        self._announcer = announcer
        self._running = False
        self._again = False
        self._offline = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.sync)
        announcer.changed.connect(self._something_changed)

    def start(self) -> None:
        """Exchange for the first time, now."""
        self.sync()

    def sync(self) -> None:
        """Exchange now; while a round runs, one more follows it."""
        if self._running:
            self._again = True
            return
        self._running = True
        self._timer.stop()
        self._background.run(Lane.NETWORK, self._workspace.sync, self._done, self._failed)

    def _something_changed(self, _change: Change) -> None:
        self._refresh_status()
        if not self._running:
            self._timer.start(SOON_MS)
        else:
            self._again = True

    def _done(self, report: SyncReport) -> None:
        self._running = False
        self._offline = report.offline
        if report.change.topics:
            self._announcer.changed.disconnect(self._something_changed)
            self._announcer.announce(report.change)
            self._announcer.changed.connect(self._something_changed)
        self.reported.emit(report)
        self._refresh_status()
        if self._again:
            self._again = False
            self._timer.start(SOON_MS)

    def _failed(self, error: Exception) -> None:
        self._running = False
        self._timer.start(NOW_AND_THEN_MS)
        self._background.failed.emit(error)

    def _refresh_status(self) -> None:
        self._background.run(Lane.CORE, self._workspace.status, self._show)

    def _show(self, status: Status) -> None:
        self._window.status.show_connection(*_words(status, self._offline))
        self.counted.emit(status)
        if not self._running and not self._timer.isActive():
            self._timer.start(self._pause(status))

    def _pause(self, status: Status) -> int:
        """Milliseconds until the next round: when the next letter is due, else now and then."""
        longest = WHILE_OFFLINE_MS if self._offline else NOW_AND_THEN_MS
        if status.next_letter_at is None or self._offline:
            return longest
        wait = (status.next_letter_at - datetime.now(status.next_letter_at.tzinfo)).total_seconds()
        return min(longest, max(SOON_MS, int(wait * 1000) + SOON_MS)) if wait > 0 else longest


def _words(status: Status, offline: str) -> tuple[Dot, str]:
    if offline:
        words = ngettext(
            "Offline: {count} act is kept on this computer",
            "Offline: {count} acts are kept on this computer",
            status.unsaved,
        )
        return "off", words.format(count=status.unsaved) if status.unsaved else _("Offline: nothing is lost")
    if status.unsaved:
        return "busy", _("Saving")
    return "ok", _("Connected, all saved")
