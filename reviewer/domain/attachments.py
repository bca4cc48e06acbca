"""What may go along with a letter: which letters, made of what, under which name, how large."""

from __future__ import annotations

from collections.abc import Collection

from reviewer.domain.applicant import Answer, Applicant
from reviewer.domain.ids import DocumentId
from reviewer.domain.letter import Attachment, AttachmentKind, Language, Template

LARGEST_BYTES = 10 * 1024 * 1024
"""All that goes along with one letter; many mailboxes refuse more than 15 MB once it is encoded."""
_FILE_NAMES = {
    (AttachmentKind.ANNOTATED_CV, Language.DE): "Lebenslauf_mit_Anmerkungen.pdf",
    (AttachmentKind.ANNOTATED_CV, Language.EN): "CV_with_remarks.pdf",
    (AttachmentKind.GUIDE, Language.DE): "Leitfaden_Lebenslauf.pdf",
    (AttachmentKind.GUIDE, Language.EN): "CV_guide.pdf",
}


def may_carry(template: Template) -> bool:
    """Whether anything may go along: with what argues for a better CV, never with a decision up or out."""
    return template.rung > 0 or template.answers_objection


def possible_attachments(applicant: Applicant, template: Template) -> tuple[Attachment, ...]:
    """What could go along with a letter written now; the CV only where something lacking is pinned to it."""
    if not may_carry(template):
        return ()
    guide = Attachment(kind=AttachmentKind.GUIDE)
    cv = _pinned_cv(applicant)
    return (guide,) if cv is None else (Attachment(kind=AttachmentKind.ANNOTATED_CV, document=cv), guide)


def choose(applicant: Applicant, template: Template, wanted: Collection[AttachmentKind]) -> tuple[Attachment, ...]:
    """Of what could go along, what is wanted."""
    return tuple(one for one in possible_attachments(applicant, template) if one.kind in wanted)


def kinds_of(attachments: Collection[Attachment]) -> frozenset[AttachmentKind]:
    """Which kinds go along."""
    return frozenset(one.kind for one in attachments)


def file_name(kind: AttachmentKind, language: Language) -> str:
    """The name under which it goes: plain, and nobody's."""
    return _FILE_NAMES[kind, language]


def _pinned_cv(applicant: Applicant) -> DocumentId | None:
    newest = next((document for document in applicant.current_documents() if document.position == 0), None)
    if newest is None:
        return None
    pinned = {
        evidence.document
        for answer in applicant.answers
        if answer.round == applicant.round and answer.answer is Answer.LACKING
        for evidence in answer.evidence
    }
    return newest.id if newest.id in pinned else None
