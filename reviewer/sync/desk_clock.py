"""The desk's clock, set right by the shared database's, so that all desks keep the same time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

NEGLIGIBLE = timedelta(seconds=5)
"""A difference that the way to the server may have made."""


class DeskClock:
    """Tells the time, aware; a wrong clock of one computer neither sends letters early nor doubts those of others."""

    def __init__(self, system: Callable[[], datetime]) -> None:
        """The system's clock tells the time until a difference is known."""
        self._system = system
        self._difference = timedelta()

    def __call__(self) -> datetime:
        """The present moment as the shared database has it."""
        return self._system() + self._difference

    @property
    def difference(self) -> timedelta:
        """How far the shared database's clock is ahead of this computer's; none while they agree well enough."""
        return self._difference

    def set_right(self, difference: timedelta) -> None:
        """Take over a difference that was measured just now."""
        self._difference = difference if abs(difference) > NEGLIGIBLE else timedelta()
