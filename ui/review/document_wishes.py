"""Which page pictures a document pane lacks, the visible ones first."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from reviewer.domain.pages import PagePart
from reviewer.domain.sizing import rendered_width
from ui.background import Urgency
from ui.review.document_canvas import Scene

NEAR_PAGES = 2
_LARGE_BYTES = 24 * 1024 * 1024
PageWish = tuple[int, int, int]
"""A page, the width in physical pixels it is shown at, and its priority (lower is sooner)."""


def make_wishes(scene: Scene, shown: range) -> list[PageWish]:
    """Visible pages, then those around them; very large neighbours are not worth their memory."""
    last = len(scene.layout)
    after = [page for page in range(shown.stop, shown.stop + NEAR_PAGES) if page <= last]
    before = [page for page in range(shown.start - 1, shown.start - 1 - NEAR_PAGES, -1) if page >= 1]
    wishes: list[PageWish] = []
    for page in [*shown, *after, *before]:
        size = scene.layout.picture_size(page)
        width = rendered_width(size.width(), size.height())
        large = size.width() * size.height() * 4 > _LARGE_BYTES
        if page in scene.messages or scene.shelf.has(page, width) or (large and page not in shown):
            continue
        wishes.append((page, width, Urgency.VISIBLE if page in shown else Urgency.NEAR))
    return wishes


def make_part_wishes(scene: Scene, shown: range, visible: QRectF) -> list[PagePart]:
    """The parts in sight of pages that are too large to be drawn whole, unless they are there already."""
    wishes = []
    for page in shown:
        size = scene.layout.picture_size(page)
        if page in scene.messages or rendered_width(size.width(), size.height()) >= size.width():
            continue
        part = _part(scene, page, visible)
        known = scene.details.get(page)
        if part is not None and (known is None or not _covers(known.part, part)):
            wishes.append(part)
    return wishes


def _part(scene: Scene, page: int, visible: QRectF) -> PagePart | None:
    """What is in sight of a page, upright, in whole pixels."""
    layout = scene.layout
    size, whole = layout.picture_size(page), QRectF(layout.rect(page))
    seen = whole.intersected(visible)
    if seen.isEmpty():
        return None
    x0, y0, x1, y1 = (round(side * layout.scale) for side in layout.on_page(page, seen))
    left, top = max(0, x0), max(0, y0)
    width, height = min(x1, size.width()) - left, min(y1, size.height()) - top
    if width <= 0 or height <= 0 or width * height * 4 > _LARGE_BYTES:
        return None
    return PagePart(page=page, page_width_px=size.width(), left=left, top=top, width_px=width, height_px=height)


def _covers(known: PagePart, wanted: PagePart) -> bool:
    return (
        known.page_width_px == wanted.page_width_px
        and known.left <= wanted.left
        and known.top <= wanted.top
        and known.left + known.width_px >= wanted.left + wanted.width_px
        and known.top + known.height_px >= wanted.top + wanted.height_px
    )
