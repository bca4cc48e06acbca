"""What a person sees in the real window."""

from __future__ import annotations

from reviewer.domain.applicant import Answer
from tests.journeys.document_eyes import DocumentEyes
from ui.outbox.outbox_page import OutboxPage
from ui.queue.queue_view import QueueView
from ui.review.criterion_row import CriterionRowView
from ui.review.judgement_rows import CriterionRow
from ui.review.letter_view import LetterView
from ui.review.review_page import ReviewPage
from ui.widgets.labels import PlainLabel
from ui.widgets.paragraph import Paragraph


class Eyes(DocumentEyes):
    """Reads what stands on the screen, and nothing else."""

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

    def queue(self) -> list[str]:
        """What stands in the list, headings included."""
        model = self.find(QueueView).list.model()
        return [str(model.data(model.index(line, 0))) for line in range(model.rowCount())]

    def outbox(self) -> list[tuple[str, str]]:
        """Every letter of the outbox: to whom, and how it stands."""
        return [(row.recipient, row.state.value) for row in self.find(OutboxPage)._presenter.rows]
