"""Builds at once what the program builds in steps."""

from __future__ import annotations

from typing import TypeVar

from ui.furnishing import Steps

_T = TypeVar("_T")


def at_once(steps: Steps[_T]) -> _T:
    """Take every step, and give what was built."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            built: _T = end.value
            return built
