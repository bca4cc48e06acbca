"""Which action of the window is which deed of the document pane."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ui.review.document_keys import Deed

READING: Mapping[str, Deed] = MappingProxyType(
    {
        "page-down": Deed.PAGE_DOWN,
        "page-up": Deed.PAGE_UP,
        "first-page": Deed.START,
        "last-page": Deed.END,
        "fit-width": Deed.FIT_WIDTH,
        "fit-page": Deed.FIT_PAGE,
        "zoom-in": Deed.ZOOM_IN,
        "zoom-out": Deed.ZOOM_OUT,
        "zoom-reset": Deed.ACTUAL_SIZE,
        "rotate": Deed.TURN,
        "rotate-back": Deed.TURN_BACK,
        "hand": Deed.HAND,
        "find": Deed.FIND,
        "go-to-page": Deed.GO_TO_PAGE,
        "next-link": Deed.LINK_NEXT,
        "previous-link": Deed.LINK_PREVIOUS,
    }
)
OFFERED = ("go-to-page", "rotate", "hand", "annotated-copy", "open-outside")
"""What the context menu of a document offers besides what the pane itself does."""
