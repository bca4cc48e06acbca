"""The checklist as its pane shows it, made from an applicant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.domain.applicant import Answer, Applicant, Evidence, Note
from reviewer.domain.checklist import Checklist
from reviewer.domain.findings import Findings, Verdict
from reviewer.domain.ids import CriterionKey, DocumentId, EvidenceId, NoteId
from reviewer.i18n import gettext as _
from ui.review.document_evidence import Mark, Tone
from ui.review.proposal_lines import ProposalLine, make_line
from ui.review.review_words import ui_language

_MOST_UNFOCUSED = {Verdict.LACKING: 2, Verdict.UNSURE: 1, Verdict.FINE: 0}
"""Proposed places that are drawn of a criterion that has not the focus: a page full of them says nothing."""
_PROPOSED_TONES = {Verdict.LACKING: Tone.BAD, Verdict.FINE: Tone.OK, Verdict.UNSURE: Tone.UNSURE}
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
    proposal: ProposalLine | None = None
    proposed_places: tuple[EvidenceChip, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the pre-check found, and in which document; nothing before it has come."""

    findings: Findings | None = None
    document: DocumentId | None = None


NOTHING_FOUND = Found()


def make_rows(
    applicant: Applicant, checklist: Checklist, focused: CriterionKey, found: Found = NOTHING_FOUND
) -> tuple[CriterionRow, ...]:
    """The rows in the checklist's order, in the window's language."""
    rows = []
    for number, criterion in enumerate(checklist.criteria, start=1):
        text = criterion.texts[ui_language()]
        given = applicant.answer_to(criterion.key)
        proposal = make_line(applicant, criterion.key, found.findings, found.document)
        rows.append(
            CriterionRow(
                key=criterion.key,
                number=number,
                title=text.title,
                guidance=text.guidance,
                answer=given.answer,
                evidence=_chips(applicant, given.evidence),
                notes=tuple(_line(note, text.title) for note in applicant.notes if note.criterion == criterion.key),
                focused=criterion.key == focused,
                proposal=proposal,
                proposed_places=_chips(applicant, () if proposal is None else proposal.places),
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


def make_marks(rows: Sequence[CriterionRow], applicant: Applicant, document: str, lit: str = "") -> tuple[Mark, ...]:
    """The pins of one document as the CV pane draws them, and hollow what is only proposed; lit is a chosen place."""
    marks = []
    for row in rows:
        given = applicant.answer_to(row.key)
        proposal = row.proposal
        told = [(evidence, _TONES[given.answer], False) for evidence in given.evidence]
        if proposal is not None:
            pinned = {(evidence.page, evidence.rect) for evidence in given.evidence}
            most = None if row.focused else _MOST_UNFOCUSED[proposal.verdict]
            hollow = [place for place in proposal.places if (place.page, place.rect) not in pinned][:most]
            told += [(place, _PROPOSED_TONES[proposal.verdict], True) for place in hollow]
        marks += [
            Mark(
                id=evidence.id,
                number=row.number,
                page=evidence.page,
                rect=evidence.rect,
                quote=evidence.quote,
                tone=tone,
                focused=row.focused,
                proposed=proposed,
                lit=evidence.id == lit,
            )
            for evidence, tone, proposed in told
            if evidence.document == document
        ]
    return tuple(marks)


def _chips(applicant: Applicant, evidence: Sequence[Evidence]) -> tuple[EvidenceChip, ...]:
    return tuple(EvidenceChip(id=one.id, words=evidence_words(applicant, one)) for one in evidence)


def _line(note: Note, criterion: str) -> NoteLine:
    return NoteLine(id=note.id, text=note.text, by=note.by, criterion=criterion)
