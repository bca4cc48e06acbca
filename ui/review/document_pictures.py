"""Page pictures in memory: those of the open document, and a bounded store across documents."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from typing import Generic, TypeVar

from PySide6.QtGui import QImage, QPixmap

from reviewer.domain.pages import PagePicture
from reviewer.domain.sizing import MAX_PIXELS, MAX_SIDE

_NEARLY = 0.95
BUDGET_BYTES = 96 * 1024 * 1024
_K = TypeVar("_K", bound=Hashable)
_V = TypeVar("_V")


def make_pixmap(picture: PagePicture) -> QPixmap:
    """The picture for drawing, over the same memory where the platform allows it."""
    image = QImage(picture.pixels, picture.width_px, picture.height_px, picture.stride, QImage.Format.Format_RGB32)
    return QPixmap.fromImage(image)


class BoundedStore(Generic[_K, _V]):
    """What was used last, by key; never more than its budget, except for one single entry."""

    def __init__(self, budget: int, cost: Callable[[_V], int]) -> None:
        self._budget = budget
        self._cost = cost
        self._entries: OrderedDict[_K, _V] = OrderedDict()
        self.used = 0

    def __contains__(self, key: _K) -> bool:
        return key in self._entries

    def keys(self) -> Iterator[_K]:
        """All keys, the one used longest ago first."""
        return iter(self._entries)

    def put(self, key: _K, value: _V) -> None:
        """Keep a value; what was used longest ago goes."""
        if key in self._entries:
            self.used -= self._cost(self._entries.pop(key))
        self._entries[key] = value
        self.used += self._cost(value)
        while self.used > self._budget and len(self._entries) > 1:
            self.used -= self._cost(self._entries.popitem(last=False)[1])

    def find(self, key: _K) -> _V | None:
        """The value, which counts as used now."""
        if key in self._entries:
            self._entries.move_to_end(key)
        return self._entries.get(key)

    def drop(self, unwanted: Callable[[_K], bool]) -> None:
        """Forget all entries whose key is unwanted."""
        for key in [key for key in self._entries if unwanted(key)]:
            self.used -= self._cost(self._entries.pop(key))


class PageShelf:
    """One pixmap a page of the open document, the newest; pages far from the reader go beyond the budget."""

    def __init__(self, budget: int = BUDGET_BYTES) -> None:
        self._budget = budget
        self._pixmaps: dict[int, QPixmap] = {}

    def clear(self) -> None:
        """Forget the document's pictures."""
        self._pixmaps.clear()

    def put(self, page: int, pixmap: QPixmap, shown: range) -> None:
        """Keep a page's newest picture; the pages shown now are never dropped."""
        self._pixmaps[page] = pixmap
        middle = (shown.start + shown.stop - 1) / 2
        for far in sorted(self._pixmaps, key=lambda known: -abs(known - middle)):
            if self.used <= self._budget or far in shown or far == page:
                break
            del self._pixmaps[far]

    def find(self, page: int) -> QPixmap | None:
        """The page's newest picture, at whatever width."""
        return self._pixmaps.get(page)

    def has(self, page: int, width_px: int) -> bool:
        """Whether the page's picture has this width, or is as large as pictures may be."""
        pixmap = self._pixmaps.get(page)
        if pixmap is None:
            return False
        largest = pixmap.width() * pixmap.height() > _NEARLY * MAX_PIXELS or pixmap.height() > _NEARLY * MAX_SIDE
        return pixmap.width() == width_px or (largest and pixmap.width() < width_px)

    @property
    def used(self) -> int:
        """Bytes held."""
        return sum(pixmap.width() * pixmap.height() * 4 for pixmap in self._pixmaps.values())
