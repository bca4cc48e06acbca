"""How far ahead it is worth reading documents now: less on battery, nothing while the computer is under load."""

from __future__ import annotations

from collections.abc import Callable

from reviewer.documents.computer import Power, load_per_core, power_source

DEPTH, DEPTH_ON_BATTERY, DEPTH_UNDER_LOAD = 4, 1, 1
"""Applicants: the next three and the previous one; else the next one alone."""
_BUSY, _TOO_BUSY = 1.5, 4.0


class Pace:
    """Looks at the computer each time it is asked; looking may take some milliseconds."""

    def __init__(self, power: Callable[[], Power] = power_source, load: Callable[[], float] = load_per_core) -> None:
        self._power = power
        self._load = load

    def depth(self) -> int:
        """How many applicants' documents are worth fetching ahead; 0: wait for a quieter moment."""
        load = self._load()
        if load > _TOO_BUSY:
            return 0
        if load > _BUSY:
            return DEPTH_UNDER_LOAD
        return DEPTH_ON_BATTERY if self._power() is Power.BATTERY else DEPTH

    def describe(self) -> tuple[Power, float]:
        """The source of power, and the load of one core, as they are now."""
        return self._power(), self._load()
