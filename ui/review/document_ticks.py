"""Ticks at the pane's edge, beside the scroll bar: where in the whole document the hits of a search are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter

from ui.review.document_find import Hit
from ui.review.document_layout import PageLayout
from ui.review.document_text import union

_WIDTH, _HEIGHT = 6, 3


def tick_heights(layout: PageLayout, hits: Sequence[Hit], height: int) -> list[int]:
    """The heights (pixels of an edge of this height) at which hits lie, from the top, each once."""
    whole = max(1, layout.size.height())
    known = (hit for hit in hits if hit.page <= len(layout))
    places = (layout.on_desk(hit.page, union(hit.rects)).center().y() / whole for hit in known)
    return sorted({round(place * (height - _HEIGHT)) for place in places})


def paint_ticks(painter: QPainter, layout: PageLayout, hits: Sequence[Hit], viewport: QSize, ink: QColor) -> None:
    """Draw them at the right edge of the viewport (logical pixels)."""
    for y in tick_heights(layout, hits, viewport.height()) if hits else ():
        painter.fillRect(QRectF(viewport.width() - _WIDTH, y, _WIDTH, _HEIGHT), ink)
