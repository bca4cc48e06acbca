"""What a person sees in the real window."""

from __future__ import annotations

from typing import TypeAlias, TypeVar

from PySide6.QtWidgets import QWidget

from reviewer.domain.applicant import Answer
from tests.journeys.seat import Seat
from ui.outbox.outbox_page import OutboxPage
from ui.queue.queue_view import QueueView
from ui.review.criterion_row import CriterionRowView
from ui.review.document_message import MessageCard
from ui.review.document_view import DocumentView
from ui.review.judgement_rows import CriterionRow
from ui.review.letter_view import LetterView
from ui.review.review_page import ReviewPage
from ui.widgets.labels import PlainLabel
from ui.widgets.paragraph import Paragraph

_Kind = TypeVar("_Kind", bound=QWidget)
_Of: TypeAlias = type[_Kind]


class Eyes(Seat):
    """Reads what stands on the screen, and nothing else."""

    def all(self, kind: _Of[_Kind]) -> list[_Kind]:
        """What of this kind is in sight."""
        return [part for part in self.window.findChildren(kind) if part.isVisible()]

    def find(self, kind: _Of[_Kind]) -> _Kind:
        """The one of this kind in the window, in sight or not."""
        (found,) = self.window.findChildren(kind)
        return found

    def words(self) -> list[str]:
        """All words in sight."""
        return [label.text() for label in self.all(PlainLabel)] + [words.text() for words in self.all(Paragraph)]

    def says(self, text: str) -> bool:
        """Whether some words in sight contain this."""
        return any(text in words for words in self.words())

    def said(self) -> str:
        """What the status line says happened."""
        return self.window.status.toast.text()

    def connection(self) -> str:
        """What the status line says of the shared database."""
        return self.window.status.connection()

    def shown_name(self) -> str:
        """Whose CV is on the screen; empty when nobody's is."""
        header = self.find(ReviewPage).header
        return header._name.text() if header.isVisible() else ""

    def shown_id(self) -> str:
        header = self.find(ReviewPage).header
        return header._id.text().removeprefix("ID ").removesuffix(" ·") if header.isVisible() else ""

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

    def rows(self) -> list[CriterionRow]:
        """The checklist as it stands."""
        rows = [view.row() for view in self.all(CriterionRowView)]
        return [row for row in rows if row is not None]

    def answers(self) -> list[Answer]:
        return [row.answer for row in self.rows()]

    def evidence(self, number: int) -> list[str]:
        """The pinned words beside a criterion, as they read."""
        return [chip.words for chip in self.rows()[number - 1].evidence]

    def letter_subject(self) -> str:
        return self.find(LetterView).text()[0]

    def letter_text(self) -> str:
        return self.find(LetterView).text()[1]

    def fault(self) -> str:
        """What stands below the decision buttons."""
        return self.find(ReviewPage).bar.words()

    def unreadable(self) -> str:
        """What stands in the document's place; empty when it is shown."""
        card = self.find(DocumentView).findChild(MessageCard)
        assert isinstance(card, MessageCard)
        return "" if card.isHidden() else card.accessibleName()

    def queue(self) -> list[str]:
        """What stands in the list, headings included."""
        model = self.find(QueueView).list.model()
        return [str(model.data(model.index(line, 0))) for line in range(model.rowCount())]

    def outbox(self) -> list[tuple[str, str]]:
        """Every letter of the outbox: to whom, and how it stands."""
        return [(row.recipient, row.state.value) for row in self.find(OutboxPage)._presenter.rows]
