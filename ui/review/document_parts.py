"""The parts in sight of pages that are enlarged beyond what one picture may hold: asked for, and shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Signal

from reviewer.domain.pages import PagePart, PagePicture
from ui.review.document_canvas import Detail, Scene
from ui.review.document_pictures import make_pixmap
from ui.review.document_wishes import make_part_wishes


class PageParts(QObject):
    """At most one part a page; it holds for the size it was asked for at."""

    wanted = Signal(list)
    changed = Signal()

    def __init__(self, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self._scene = scene
        self._asked: list[PagePart] = []

    def ask(self, shown: range, visible: QRectF) -> None:
        """Say which parts are lacking, when that has changed."""
        parts = make_part_wishes(self._scene, shown, visible)
        if parts != self._asked:
            self._asked = parts
            self.wanted.emit(parts)

    def put(self, part: PagePart, picture: PagePicture) -> None:
        """Show a part."""
        self._scene.details[part.page] = Detail(part=part, pixmap=make_pixmap(picture))
        self.changed.emit()

    def clear(self) -> None:
        """Another document comes, or none."""
        self._asked = []
