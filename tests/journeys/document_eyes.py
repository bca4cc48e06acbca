"""What a person sees of the document in the real window."""

from __future__ import annotations

from typing import TypeAlias, TypeVar

from PySide6.QtWidgets import QWidget

from tests.journeys.seat import Seat
from ui.review.document_message import MessageCard
from ui.review.document_view import DocumentView
from ui.review.review_page import ReviewPage

_Kind = TypeVar("_Kind", bound=QWidget)
_Of: TypeAlias = type[_Kind]


class DocumentEyes(Seat):
    """Finds what is in the window, and reads the document's pane."""

    def all(self, kind: _Of[_Kind]) -> list[_Kind]:
        """What of this kind is in sight."""
        return [part for part in self.window.findChildren(kind) if part.isVisible()]

    def find(self, kind: _Of[_Kind]) -> _Kind:
        """The one of this kind in the window, in sight or not."""
        (found,) = self.window.findChildren(kind)
        return found

    def note(self) -> str:
        """What the pane says of the way the document is shown."""
        note = self.find(DocumentView).overlays.note
        return "" if note.isHidden() else note.accessibleName()

    def note_about(self) -> str:
        """What that remark means, as its tooltip says it."""
        return self.find(DocumentView).overlays.note.accessibleDescription()

    def hits(self) -> list[str]:
        """The pages on which a search found something, once for each place."""
        return [str(hit.page) for hit in self.find(DocumentView)._scene.hits]

    def shown_layout(self) -> str:
        """The name of the pages that are shown."""
        return self.find(ReviewPage).documents.document or ""

    def pages(self) -> int:
        """How many pages the document has, as it is shown."""
        return len(self.find(DocumentView)._scene.layout)

    def framed(self, page: int) -> list[str]:
        """The words of a page that a person's pins frame."""
        scene = self.find(DocumentView)._scene
        boxes = [one.box for one in scene.marks if one.mark.page == page and not one.mark.proposed]
        words = scene.texts[page].words if page in scene.texts else ()
        return [
            word.text
            for word in words
            if any(box.contains(scene.layout.on_desk(page, word.rect).center()) for box in boxes)
        ]

    def unreadable(self) -> str:
        """What stands in the document's place; empty when it is shown."""
        card = self.find(DocumentView).findChild(MessageCard)
        assert isinstance(card, MessageCard)
        return "" if card.isHidden() else card.accessibleName()
