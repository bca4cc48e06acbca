"""Pulls the desk along with the pointer, as a hand does with paper."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from ui.review.document_scroll import DeskScroll


class Hand:
    """Holds the desk between a press and a release of the mouse; places are those of the viewport."""

    def __init__(self, scroll: DeskScroll) -> None:
        self._scroll = scroll
        self._held: QPointF | None = None
        self._corner = QPointF()

    @property
    def holds(self) -> bool:
        """Whether the desk is being held."""
        return self._held is not None

    def take(self, at: QPointF) -> None:
        """Take hold of the desk."""
        self._held, self._corner = at, QPointF(self._scroll.offset())

    def pull(self, at: QPointF) -> None:
        """Let the place that was taken follow the pointer."""
        if self._held is not None:
            self._scroll.jump(self._corner - (at - self._held) * self._scroll.ratio)

    def let_go(self) -> None:
        """Leave the desk where it is."""
        self._held = None
