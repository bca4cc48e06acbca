"""The links of the open document: which one is under the pointer or chosen by keys, and where it leads."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, Signal

from reviewer.domain.pages import PageLink
from reviewer.i18n import gettext as _
from ui.review.document_canvas import Scene

_REACH_PT = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenLink:
    """A link that leads out of the document, and the words it stands under; both are a stranger's."""

    untrusted_target: str
    untrusted_text: str


class DocumentLinks(QObject):
    """Says where links lead; never opens one. A link within the document goes to its page at once."""

    told = Signal(str)
    chosen = Signal(object)
    page_wanted = Signal(int)
    reached = Signal(int, object)

    def __init__(self, scene: Scene, parent: QObject) -> None:
        """Told brings where the link under the pointer or the keys leads, empty for none."""
        super().__init__(parent)
        self._scene = scene
        self._hovered: PageLink | None = None

    def set_links(self, page: int, links: tuple[PageLink, ...]) -> None:
        """A page's links arrived."""
        self._scene.links[page] = links

    def find(self, at: QPointF) -> tuple[int, PageLink] | None:
        """The link under a place of the desk."""
        if not self._scene.open:
            return None
        spot = self._scene.layout.spot(at)
        for link in reversed(self._scene.links.get(spot.page, ())):
            x0, y0, x1, y1 = link.rect
            if x0 - _REACH_PT <= spot.x <= x1 + _REACH_PT and y0 - _REACH_PT <= spot.y <= y1 + _REACH_PT:
                return spot.page, link
        return None

    def hover(self, at: QPointF | None) -> None:
        """The pointer is here, or has left."""
        found = self.find(at) if at is not None else None
        link = found[1] if found else None
        if link is not self._hovered:
            self._hovered = link
            focused = self._scene.focused_link
            self.told.emit(_where(link or (focused[1] if focused else None)))

    def open_at(self, at: QPointF) -> bool:
        """Choose the link under a place of the desk; whether there is one."""
        found = self.find(at)
        if found is not None:
            self._open(*found)
        return found is not None

    def step(self, by: int, page: int) -> None:
        """Choose the next or previous link by key, from the one chosen or from a page on; round the ends."""
        known = [(number, link) for number in sorted(self._scene.links) for link in self._scene.links[number]]
        if not known:
            self.told.emit(_("No link here"))
            return
        here = self._scene.focused_link
        if here in known:
            place = (known.index(here) + by) % len(known)
        else:
            place = next((index for index, (number, _link) in enumerate(known) if number >= page), 0)
        self._scene.focused_link = known[place]
        self.told.emit(_where(known[place][1]))
        self.reached.emit(known[place][0], known[place][1].rect)

    @property
    def focused(self) -> bool:
        """Whether keys have chosen a link."""
        return self._scene.focused_link is not None

    def open_focused(self) -> bool:
        """Open the link that keys have chosen; whether there is one."""
        if self._scene.focused_link is None:
            return False
        self._open(*self._scene.focused_link)
        return True

    def leave(self) -> None:
        """No link is chosen any more."""
        self._scene.focused_link = None
        self._hovered = None
        self.told.emit("")

    def _open(self, page: int, link: PageLink) -> None:
        if link.page:
            self.page_wanted.emit(link.page)
            return
        text = self._scene.texts.get(page)
        words = text.quote(text.inside(link.rect)) if text is not None else ""
        self.chosen.emit(ChosenLink(untrusted_target=link.target, untrusted_text=words))


def _where(link: PageLink | None) -> str:
    if link is None:
        return ""
    return _("Page {page}").format(page=link.page) if link.page else link.target
