"""Builds what takes long a step at a time: between two steps the window answers."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from ui.background import Background

_T = TypeVar("_T")
Steps = Generator[None, None, _T]
"""A step up to each yield, none of them longer than people feel, and then what was built."""


class Furnishing(QObject):
    """Takes one step each turn of the event loop; until the last the background is not idle."""

    def __init__(self, steps: Steps[_T], done: Callable[[_T], object], background: Background, parent: QObject) -> None:
        """Begin with the next turn; done gets what was built. A step that fails is the last."""
        super().__init__(parent)
        self._steps = steps
        self._done = done
        self._end_claim = background.claim()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._take_step)
        self._timer.start()

    def stop(self) -> None:
        """Build no further."""
        if self._timer.isActive():
            self._timer.stop()
            self._steps.close()
            self._end_claim()

    def _take_step(self) -> None:
        try:
            next(self._steps)
        except StopIteration as end:
            self._done(end.value)
            self.stop()
        except BaseException:
            self.stop()
            raise
