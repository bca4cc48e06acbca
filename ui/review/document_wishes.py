"""Which page pictures a document pane lacks, the visible ones first."""

from __future__ import annotations

from ui.background import Urgency
from ui.review.document_canvas import Scene
from ui.review.document_pictures import rendered_width

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
