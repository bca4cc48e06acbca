"""After a switch the page has the first turn; then one part of the window after the other, a few milliseconds each."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from ui.background import Background

PATIENCE_MS = 200
"""How long the rest of the window waits for the page at most; go() comes sooner."""
_SLICE_S = 0.004
Act = Callable[[], object]


class Turns(QObject):
    """What is put here is done soon and in order, and of each name the newest alone.

    Until then some part of the window shows the applicant before: whoever acts for a person calls finish() first.
    """

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._acts: dict[str, Act] = {}
        self._end_claim: Callable[[], None] | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.go)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._take_turn)

    def waits(self, name: str) -> bool:
        """Whether what has this name still waits for its turn."""
        return name in self._acts

    @property
    def waiting(self) -> bool:
        """Whether somebody has not had their turn yet."""
        return bool(self._acts)

    def hold(self) -> None:
        """A page is on its way: give no turn before go() is called or patience is over."""
        self._next.stop()
        self._patience.start()

    def go(self) -> None:
        """The page has been painted, or there is none to wait for."""
        self._patience.stop()
        if self._acts:
            self._next.start()

    def put(self, name: str, act: Act) -> None:
        """Do something when its turn comes; what waited by the same name is forgotten."""
        self._acts.pop(name, None)
        self._acts[name] = act
        if self._end_claim is None:
            self._end_claim = self._background.claim()
        if not self._patience.isActive():
            self._next.start()

    def finish(self) -> None:
        """Do all that waits, now."""
        self._patience.stop()
        while self._acts:
            self._do_first()
        self._rest()

    def clear(self) -> None:
        """Forget all that waits."""
        self._patience.stop()
        self._acts.clear()
        self._rest()

    def _take_turn(self) -> None:
        end = perf_counter() + _SLICE_S
        try:
            while self._acts and perf_counter() < end:
                self._do_first()
        finally:
            if self._acts:
                self._next.start()
            else:
                self._rest()

    def _do_first(self) -> None:
        self._acts.pop(next(iter(self._acts)))()

    def _rest(self) -> None:
        self._next.stop()
        end, self._end_claim = self._end_claim, None
        if end is not None:
            end()
