"""What the checklist pane does: answers, evidence, notes, and which criterion has the focus."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reviewer.domain import acts
from reviewer.domain.applicant import Answer, Applicant, Evidence
from reviewer.domain.checklist import Checklist
from reviewer.domain.findings import Findings, Place, Verdict
from reviewer.domain.ids import CriterionKey, DocumentId, EvidenceId, NoteId
from reviewer.domain.proposing import answer_with, confirm
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from reviewer.workspace import new_id
from ui.review.document_evidence import Mark
from ui.review.judgement_rows import NOTHING_FOUND, CriterionRow, Found, NoteLine, general_notes, make_marks, make_rows
from ui.review.review_acts import Build, ReviewActs
from ui.review.review_words import answer_name, ui_language

PLACE = "checklist"
STATION = EvidenceId("station")
"""The mark of a period chosen in the career strip."""
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
        self._found = NOTHING_FOUND
        self._rows: tuple[CriterionRow, ...] = ()
        self._lit = ""
        self._station: Place | None = None

    @property
    def focused(self) -> CriterionKey:
        """The criterion that new evidence is pinned to."""
        return self._focused

    def enter(self, applicant: Applicant) -> None:
        """A new applicant, to be told next: the first open criterion gets the focus."""
        open_ones = (key for key in self._keys if applicant.answer_to(key).answer is Answer.OPEN)
        self._focused = next(open_ones, self._keys[0])
        self._lit, self._station = "", None
        self._rows = ()

    def tell(self, applicant: Applicant) -> None:
        """Show the applicant as it is now."""
        self._rows = make_rows(applicant, self._checklist, self._focused, self._found)
        notes: tuple[NoteLine, ...] = general_notes(applicant)
        self.rows_changed.emit(self._rows)
        self.notes_changed.emit(notes)
        self._tell_marks(applicant)

    def hold_findings(self, findings: Findings | None, document: DocumentId | None) -> None:
        """What the pre-check found in the applicant's CV, shown with the next show or tell; None for nothing yet."""
        self._found = Found(findings=findings, document=document)

    def show_document(self, document: str) -> None:
        """Another document is in the CV pane."""
        self._document = document
        if self._acts.applicant is not None and self._rows:
            self._tell_marks(self._acts.applicant)

    def focus(self, criterion: str) -> None:
        """Give a criterion the focus."""
        self._focused = CriterionKey(criterion)
        self._station = None
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
            self._answer(key, self._next(key, self._acts.applicant.answer_to(key).answer))

    def confirm(self) -> bool:
        """Accept all proposals that are still open, with their places, as one act; False when there is none."""
        applicant, found = self._acts.applicant, self._found
        if applicant is None or found.findings is None or found.document is None:
            return False
        wanted = confirm(applicant, found.findings, found.document, self._keys, new_id)
        if not wanted:
            return False
        words = ngettext("{count} proposal accepted", "{count} proposals accepted", len(wanted))
        self._acts.act(
            PLACE,
            words.format(count=len(wanted)),
            lambda seen, stamp: acts.answer_together(seen, wanted, stamp),
        )
        return True

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
        """Show a place on its page, pinned or proposed, and its criterion."""
        found = self._find(evidence)
        if found is not None:
            key, known = found
            self._lit = evidence
            self.focus(key)
            self.evidence_wanted.emit(known.document, known.id)

    def go_to_proposal(self, criterion: str) -> None:
        """Show the first place of a proposal, and its criterion."""
        row = self._row(CriterionKey(criterion))
        if row is not None and row.proposal is not None and row.proposal.places:
            self.go_to(row.proposal.places[0].id)
        else:
            self.focus(criterion)

    def go_to_station(self, place: Place) -> None:
        """Show where a period stands in the CV."""
        applicant, document = self._acts.applicant, self._found.document
        if applicant is not None and document is not None and place.page > 0:
            self._station, self._lit = place, STATION
            self._tell_marks(applicant)
            self.evidence_wanted.emit(document, STATION)

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
        findings, document = self._found.findings, self._found.document
        if findings is None or document is None:
            self._acts.act(PLACE, words, lambda seen, stamp: acts.answer(seen, key, wanted, stamp))
            return
        self._acts.act(
            PLACE,
            words,
            lambda seen, stamp: acts.answer_together(
                seen, [answer_with(seen, key, wanted, findings, document, new_id)], stamp
            ),
        )

    def _next(self, key: CriterionKey, answer: Answer) -> Answer:
        """The next answer of a criterion's key; what was confirmed as fine is overruled by one press."""
        row = self._row(key)
        proposed_fine = row is not None and row.proposal is not None and row.proposal.verdict is Verdict.FINE
        return Answer.LACKING if answer is Answer.FINE and proposed_fine else _NEXT[answer]

    def _row(self, key: CriterionKey) -> CriterionRow | None:
        return next((row for row in self._rows if row.key == key), None)

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
        for row in self._rows:
            for place in () if row.proposal is None else row.proposal.places:
                if place.id == evidence:
                    return row.key, place
        return None

    def _tell_marks(self, applicant: Applicant) -> None:
        marks: tuple[Mark, ...] = make_marks(self._rows, applicant, self._document, self._lit)
        station = self._station
        if station is not None and self._document == self._found.document:
            marks += (Mark(id=STATION, number=0, page=station.page, rect=station.rect, quote=station.text, lit=True),)
        self.marks_changed.emit(marks)
