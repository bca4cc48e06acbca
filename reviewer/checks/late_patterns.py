"""Patterns that most documents do not need: compiled where the first document needs them, not at the start."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


class _LatePattern:
    """Stands for a pattern until something is asked of it; from then on its methods are the pattern's own."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def __getattr__(self, name: str) -> Any:
        """Asked once for each method; raises AttributeError for what patterns do not have."""
        found = getattr(self._pattern, name)
        setattr(self, name, found)
        return found


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """What re.compile gives, compiled at first use; for patterns that fewer than half of all documents need.

    Only its methods and attributes may be used: re.sub and its like want the pattern itself.
    """
    return cast("re.Pattern[str]", _LatePattern(source, flags))
