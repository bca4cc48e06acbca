"""The checklist as its pane shows it, made from an applicant."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.domain.applicant import Answer, Applicant, Evidence, Note
from reviewer.domain.checklist import Checklist
from reviewer.domain.ids import CriterionKey, EvidenceId, NoteId
from reviewer.i18n import gettext as _
from ui.review.document_evidence import Mark, Tone
from ui.review.review_words import ui_language

_TONES = {Answer.LACKING: Tone.BAD, Answer.FINE: Tone.OK, Answer.OPEN: Tone.NEUTRAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceChip:
    """One pinned place: its words with the page, and whether its document is the one shown."""

    id: EvidenceId
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLine:
    """One remark; criterion is empty for a remark on the whole."""

    id: NoteId
    text: str
    by: str
    criterion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionRow:
    """One criterion: number is its key on the keyboard."""

    key: CriterionKey
    number: int
    title: str
    guidance: str
    answer: Answer
    evidence: tuple[EvidenceChip, ...]
    notes: tuple[NoteLine, ...]
    focused: bool


def make_rows(applicant: Applicant, checklist: Checklist, focused: CriterionKey) -> tuple[CriterionRow, ...]:
    """The rows in the checklist's order, in the window's language."""
    rows = []
    for number, criterion in enumerate(checklist.criteria, start=1):
        text = criterion.texts[ui_language()]
        given = applicant.answer_to(criterion.key)
        rows.append(
            CriterionRow(
                key=criterion.key,
                number=number,
                title=text.title,
                guidance=text.guidance,
                answer=given.answer,
                evidence=tuple(
                    EvidenceChip(id=evidence.id, words=evidence_words(applicant, evidence))
                    for evidence in given.evidence
                ),
                notes=tuple(_line(note, text.title) for note in applicant.notes if note.criterion == criterion.key),
                focused=criterion.key == focused,
            )
        )
    return tuple(rows)


def general_notes(applicant: Applicant) -> tuple[NoteLine, ...]:
    """The remarks on the whole, oldest first."""
    return tuple(_line(note, "") for note in applicant.notes if note.criterion is None)


def evidence_words(applicant: Applicant, evidence: Evidence) -> str:
    """A pinned place in a line: page and the applicant's words, the document when it is not the CV."""
    document = next((known for known in applicant.documents if known.id == evidence.document), None)
    quote = " ".join(evidence.quote.split())
    if document is not None and document.position:
        if quote:
            return _("{document}, p. {page} “{quote}”").format(document=document.name, page=evidence.page, quote=quote)
        return _("{document}, p. {page}, marked place").format(document=document.name, page=evidence.page)
    if quote:
        return _("p. {page} “{quote}”").format(page=evidence.page, quote=quote)
    return _("p. {page}, marked place").format(page=evidence.page)


def make_marks(applicant: Applicant, checklist: Checklist, document: str, focused: CriterionKey) -> tuple[Mark, ...]:
    """The pins of one document as the CV pane draws them."""
    marks = []
    for number, criterion in enumerate(checklist.criteria, start=1):
        given = applicant.answer_to(criterion.key)
        marks += [
            Mark(
                id=evidence.id,
                number=number,
                page=evidence.page,
                rect=evidence.rect,
                quote=evidence.quote,
                tone=_TONES[given.answer],
                focused=criterion.key == focused,
            )
            for evidence in given.evidence
            if evidence.document == document
        ]
    return tuple(marks)


def _line(note: Note, criterion: str) -> NoteLine:
    return NoteLine(id=note.id, text=note.text, by=note.by, criterion=criterion)
