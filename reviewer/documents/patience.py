"""How long an answer is waited for: until a deadline, or until nobody wants it any more."""

from __future__ import annotations

import time
from collections.abc import Callable

LOOK_S = 0.03
"""How often it is asked whether somebody still waits."""
_GRACE_S = 0.15
Cancelled = Callable[[], bool]


def never() -> bool:
    """For what is always wanted."""
    return False


class Patience:
    """Runs out at its deadline; once nobody waits any more, a moment after it began, for most answers come by then.

    A worker in the midst of an answer can only be ended, so an answer that is nearly there is worth waiting for.
    """

    def __init__(self, deadline_s: float, cancelled: Cancelled = never) -> None:
        self._begun = time.monotonic()
        self._deadline_s = deadline_s
        self._cancelled = cancelled
        self._abandoned = False

    @property
    def left_s(self) -> float:
        """Seconds left; zero or less once it has run out."""
        passed_s = time.monotonic() - self._begun
        if passed_s >= _GRACE_S and self._cancelled():
            self._abandoned = True
            return 0.0
        return self._deadline_s - passed_s

    @property
    def reason(self) -> str:
        """The code of why it ran out."""
        return "cancelled" if self._abandoned else "too-slow"
