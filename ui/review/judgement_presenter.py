"""What the checklist pane does: answers, evidence, notes, and which criterion has the focus."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reviewer.domain import acts
from reviewer.domain.applicant import Answer, Applicant, Evidence
from reviewer.domain.checklist import Checklist
from reviewer.domain.ids import CriterionKey, DocumentId, EvidenceId, NoteId
from reviewer.i18n import gettext as _
from reviewer.workspace import new_id
from ui.review.document_evidence import Mark
from ui.review.judgement_rows import CriterionRow, NoteLine, general_notes, make_marks, make_rows
from ui.review.review_acts import Build, ReviewActs
from ui.review.review_words import answer_name, ui_language

PLACE = "checklist"
_NEXT = {Answer.OPEN: Answer.LACKING, Answer.LACKING: Answer.FINE, Answer.FINE: Answer.OPEN}
Rect = tuple[float, float, float, float]


class JudgementPresenter(QObject):
    """Exactly one criterion has the focus while an applicant is shown."""

    rows_changed = Signal(object)
    notes_changed = Signal(object)
    marks_changed = Signal(object)
    evidence_wanted = Signal(str, str)

    def __init__(self, acting: ReviewActs, checklist: Checklist) -> None:
        super().__init__()
        self._acts = acting
        self._checklist = checklist
        self._keys = checklist.keys()
        self._focused = self._keys[0]
        self._document = ""

    @property
    def focused(self) -> CriterionKey:
        """The criterion that new evidence is pinned to."""
        return self._focused

    def show(self, applicant: Applicant) -> None:
        """A new applicant: the first open criterion gets the focus."""
        open_ones = (key for key in self._keys if applicant.answer_to(key).answer is Answer.OPEN)
        self._focused = next(open_ones, self._keys[0])
        self.tell(applicant)

    def tell(self, applicant: Applicant) -> None:
        """Show the applicant as it is now."""
        rows: tuple[CriterionRow, ...] = make_rows(applicant, self._checklist, self._focused)
        notes: tuple[NoteLine, ...] = general_notes(applicant)
        self.rows_changed.emit(rows)
        self.notes_changed.emit(notes)
        self._tell_marks(applicant)

    def show_document(self, document: str) -> None:
        """Another document is in the CV pane."""
        self._document = document
        if self._acts.applicant is not None:
            self._tell_marks(self._acts.applicant)

    def focus(self, criterion: str) -> None:
        """Give a criterion the focus."""
        self._focused = CriterionKey(criterion)
        if self._acts.applicant is not None:
            self.tell(self._acts.applicant)

    def move_focus(self, step: int) -> None:
        """Give the focus to the criterion so many rows further, not beyond the ends."""
        place = min(max(self._keys.index(self._focused) + step, 0), len(self._keys) - 1)
        self.focus(self._keys[place])

    def answer_number(self, number: int) -> None:
        """The key of a criterion: the focus goes there, and its answer to lacking, fine, open again."""
        if 1 <= number <= len(self._keys):
            self.cycle(self._keys[number - 1])

    def clear_number(self, number: int) -> None:
        """Open a criterion again, whatever its answer."""
        if 1 <= number <= len(self._keys):
            key = self._keys[number - 1]
            self.focus(key)
            self._answer(key, Answer.OPEN)

    def cycle(self, criterion: str) -> None:
        """The next answer to a criterion, which gets the focus."""
        key = CriterionKey(criterion)
        self.focus(key)
        if self._acts.applicant is not None:
            self._answer(key, _NEXT[self._acts.applicant.answer_to(key).answer])

    def pin(self, page: int, rect: Rect, quote: str) -> None:
        """Pin a place of the document shown to the focused criterion; an open one becomes lacking with it."""
        key, document = self._focused, self._document
        applicant = self._acts.applicant
        if applicant is None or not document:
            return
        evidence = Evidence(
            id=EvidenceId(new_id()), document=DocumentId(document), page=page, rect=rect, quote=" ".join(quote.split())
        )
        builds: list[Build] = [lambda seen, stamp: acts.pin(seen, key, evidence, stamp)]
        if applicant.answer_to(key).answer is Answer.OPEN:
            builds.append(lambda seen, stamp: acts.answer(seen, key, Answer.LACKING, stamp))
        self._acts.act(PLACE, _("{criterion}: evidence").format(criterion=self._title(key)), *builds)

    def unpin(self, evidence: str) -> None:
        """Take a pinned place away."""
        found = self._find(evidence)
        if found is not None:
            key, known = found
            words = _("{criterion}: evidence taken away").format(criterion=self._title(key))
            self._acts.act(PLACE, words, lambda seen, stamp: acts.unpin(seen, key, known, stamp))

    def go_to(self, evidence: str) -> None:
        """Show a pinned place on its page, and its criterion."""
        found = self._find(evidence)
        if found is not None:
            key, known = found
            self.focus(key)
            self.evidence_wanted.emit(known.document, known.id)

    def add_note(self, text: str, criterion: str) -> bool:
        """Write a remark, on a criterion or (empty) on the whole; False when it was refused or empty."""
        if not text.strip():
            return False
        about = CriterionKey(criterion) if criterion else None
        identity = NoteId(new_id())
        entry = self._acts.act(
            PLACE,
            _("Note written"),
            lambda seen, stamp: acts.add_note(seen, text, stamp, id=identity, criterion=about),
        )
        return entry is not None

    def remove_note(self, note: str) -> None:
        """Take a remark away."""
        applicant = self._acts.applicant
        known = next((one for one in applicant.notes if one.id == note), None) if applicant is not None else None
        if known is not None:
            self._acts.act(PLACE, _("Note taken away"), lambda seen, stamp: acts.remove_note(seen, known, stamp))

    def _answer(self, key: CriterionKey, wanted: Answer) -> None:
        words = _("{criterion}: {answer}").format(criterion=self._title(key), answer=answer_name(wanted))
        self._acts.act(PLACE, words, lambda seen, stamp: acts.answer(seen, key, wanted, stamp))

    def _title(self, key: CriterionKey) -> str:
        criterion = next(one for one in self._checklist.criteria if one.key == key)
        return criterion.texts[ui_language()].title

    def _find(self, evidence: str) -> tuple[CriterionKey, Evidence] | None:
        if self._acts.applicant is None:
            return None
        for key in self._keys:
            for known in self._acts.applicant.answer_to(key).evidence:
                if known.id == evidence:
                    return key, known
        return None

    def _tell_marks(self, applicant: Applicant) -> None:
        marks: tuple[Mark, ...] = make_marks(applicant, self._checklist, self._document, self._focused)
        self.marks_changed.emit(marks)
