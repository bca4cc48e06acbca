"""What an annotated copy of a document says beside each pin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.domain.applicant import Answer, Applicant
from reviewer.domain.checklist import Checklist
from reviewer.domain.ids import DocumentId
from reviewer.domain.letter import Language

Rect = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A place of a document (page from 1, rect in points as the page is shown), a title and what is said of it."""

    page: int
    rect: Rect
    title: str
    text: str
    answer: Answer


def find_remarks(
    applicant: Applicant, document: DocumentId, checklist: Checklist, language: Language | None = None
) -> tuple[Remark, ...]:
    """The pins of this review round on a document, by page, in the applicant's language unless another is named.

    They say what the checklist asks for; colleagues' notes are for colleagues and never among them.
    """
    spoken = language or applicant.person.language
    found = _remarks(applicant, document, checklist, spoken)
    return tuple(sorted(found, key=lambda remark: (remark.page, remark.rect[1], remark.rect[0])))


def _remarks(applicant: Applicant, document: DocumentId, checklist: Checklist, language: Language) -> Iterator[Remark]:
    for criterion in checklist.criteria:
        text = criterion.texts[language]
        answer = applicant.answer_to(criterion.key)
        for evidence in answer.evidence:
            if evidence.document == document:
                yield Remark(
                    page=evidence.page,
                    rect=evidence.rect,
                    title=text.title,
                    text=text.guidance,
                    answer=answer.answer,
                )
