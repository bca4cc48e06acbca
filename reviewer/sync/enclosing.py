"""Makes what goes along with a letter, on the desk that sends it: the CV with its pins as remarks, the guide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reviewer.domain.applicant import Answer, Applicant
from reviewer.domain.attachments import LARGEST_BYTES, file_name, may_carry
from reviewer.domain.checklist import Checklist
from reviewer.domain.ids import DocumentId
from reviewer.domain.letter import Attachment, AttachmentKind, Language, Letter
from reviewer.domain.remarks import Remark, find_remarks
from reviewer.errors import DocumentUnreadable, Refused, Unavailable
from reviewer.mail.message import Enclosure

Annotate = Callable[[DocumentId, Sequence[Remark]], bytes]
"""Makes a copy of a document with remarks in it; raises DocumentUnreadable."""
_PASSING = frozenset({"cancelled", "closed", "no-worker"})
"""What speaks of this desk and this moment, not of the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosing:
    """Makes enclosures; what a letter cannot carry is Refused with a reason a person can act on."""

    annotate: Annotate
    read_guide: Callable[[Language], bytes]
    checklist: Checklist

    def enclose(self, applicant: Applicant, letter: Letter) -> tuple[Enclosure, ...]:
        """The files that go along with a letter of the applicant's present round.

        Refused when one cannot be made or all are too large together; Unavailable when the document is not on this
        desk yet, so that another moment or another desk may do.
        """
        if letter.attachments and not may_carry(letter.template):
            raise Refused("attachment-not-with-this")
        made = tuple(self._make(applicant, letter, attachment) for attachment in letter.attachments)
        if sum(len(enclosure.content) for enclosure in made) > LARGEST_BYTES:
            raise Refused("attachment-too-large")
        return made

    def _make(self, applicant: Applicant, letter: Letter, attachment: Attachment) -> Enclosure:
        name = file_name(attachment.kind, letter.language)
        match attachment.kind:
            case AttachmentKind.ANNOTATED_CV:
                return Enclosure(name=name, content=self._annotated(applicant, letter, attachment.document))
            case AttachmentKind.GUIDE:
                return Enclosure(name=name, content=self.read_guide(letter.language))

    def _annotated(self, applicant: Applicant, letter: Letter, document: DocumentId | None) -> bytes:
        if document is None or document not in {known.id for known in applicant.documents}:
            raise Refused("attachment-document-gone")
        remarks = [
            remark
            for remark in find_remarks(applicant, document, self.checklist, letter.language)
            if remark.answer is Answer.LACKING
        ]
        if not remarks or letter.round != applicant.round:
            raise Refused("attachment-nothing-pinned")
        try:
            return self.annotate(document, remarks)
        except DocumentUnreadable as unreadable:
            raise _reason(unreadable) from None


def _reason(unreadable: DocumentUnreadable) -> Refused | Unavailable:
    if unreadable.code == "missing" or unreadable.code in _PASSING:
        return Unavailable("attachment-not-here")
    known = {"encrypted": "attachment-encrypted", "too-large": "attachment-too-large"}
    return Refused(known.get(unreadable.code, "attachment-unreadable"))
