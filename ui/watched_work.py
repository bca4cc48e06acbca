"""Work that something else does for us: looked for on the UI thread as soon as its descriptor can be read."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

PATIENCE_MS = 40
"""What takes longer is not worth a frame's haste."""


class Watched(Protocol):
    """Work under way elsewhere."""

    @property
    def descriptor(self) -> int:
        """What can be read as soon as it is worth looking."""

    def look(self) -> object:
        """The result, None while it is not there; never waits. BlockingIOError where a thread has to do it."""


class Watch(QObject):
    """Tells the result once, or hands over once: when a thread has to do it, or has the time to."""

    def __init__(
        self,
        watched: Watched,
        *,
        finish: Callable[[object, Exception | None], None],
        hand_over: Callable[[], None],
        patience_ms: int,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._watched = watched
        self._finish = finish
        self._hand_over = hand_over
        self._descriptor = -1
        self._patience = QTimer(self, singleShot=True, interval=patience_ms)
        self._patience.timeout.connect(self._give_up)

    def begin(self) -> None:
        """Look from now on; hands over at once what has ended meanwhile."""
        try:
            # One of our own: the other may be closed by any thread meanwhile.
            self._descriptor = os.dup(self._watched.descriptor)
        except OSError:
            self._give_up()
            return
        notifier = QSocketNotifier(self._descriptor, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._look)
        self._patience.start()

    def _look(self) -> None:
        try:
            result = self._watched.look()
        except BlockingIOError:
            self._give_up()
        except Exception as error:  # noqa: BLE001 - whoever waits for the work is told, whatever it is
            self._end()
            self._finish(None, error)
        else:
            if result is not None:
                self._end()
                self._finish(result, None)

    def _give_up(self) -> None:
        self._end()
        self._hand_over()

    def _end(self) -> None:
        self._patience.stop()
        for notifier in self.findChildren(QSocketNotifier):
            notifier.setEnabled(False)
        if self._descriptor >= 0:
            os.close(self._descriptor)
        self.deleteLater()
