"""A letter as one immutable record, its states, and the draft that is still being written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reviewer.domain.ids import DocumentId, LetterId


class Language(StrEnum):
    """The languages letters are written in."""

    DE = "de"
    EN = "en"


class Template(StrEnum):
    """The letters there are; the value names the template's file."""

    FEEDBACK_1 = "feedback-1"
    FEEDBACK_2 = "feedback-2"
    FEEDBACK_3 = "feedback-3"
    REJECTION = "rejection"
    ACCEPTANCE = "acceptance"
    DELETION_CONFIRMATION = "deletion-confirmation"
    OBJECTION_NEVER_COMPLAINED = "objection-never-complained"
    OBJECTION_CONVERSATION = "objection-conversation"
    OBJECTION_HOMEPAGE = "objection-homepage"

    @property
    def rung(self) -> int:
        """1 to 3 for feedback, 0 for every other letter."""
        return int(self.value[-1]) if self.value.startswith("feedback-") else 0

    @property
    def answers_objection(self) -> bool:
        """Whether the letter answers an objection of the applicant; such a letter belongs to no decision."""
        return self.value.startswith("objection-")


def feedback_template(rung: int) -> Template:
    """The feedback letter of a rung (1 to 3)."""
    return Template(f"feedback-{rung}")


class LetterState(StrEnum):
    """Where a letter is; sending found after a crash becomes in_doubt, which only a person resolves."""

    HELD = "held"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    IN_DOUBT = "in_doubt"
    CANCELLED = "cancelled"


WAITING_STATES = frozenset({LetterState.HELD, LetterState.QUEUED, LetterState.FAILED})
"""A letter in one of these has surely not left the house and may still be taken back."""


class AttachmentKind(StrEnum):
    """What may go along with a letter."""

    ANNOTATED_CV = "annotated-cv"
    GUIDE = "guide"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One thing that goes along with a letter, made when it leaves.

    document is the CV an annotated copy is made of; the house's guide has none.
    """

    kind: AttachmentKind
    document: DocumentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterStatus:
    """The part of a letter that holding, releasing, retrying and sending change."""

    state: LetterState
    not_before: datetime
    reason: str = ""
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One rendered letter: the text a person approved is the text that is sent.

    template_version is the template's (0: as it comes with the program); part_versions names the house's
    paragraphs and building blocks in it, as template_texts.write_versions does.
    """

    id: LetterId
    template: Template
    language: Language
    round: int
    recipient: str
    recipient_name: str
    subject: str
    body: str
    state: LetterState
    not_before: datetime
    created_at: datetime
    created_by: str
    attempts: int = 0
    reason: str = ""
    message_id: str = ""
    sent_at: datetime | None = None
    attachments: tuple[Attachment, ...] = ()
    template_version: int = 0
    part_versions: str = ""

    @property
    def status(self) -> LetterStatus:
        """The changeable part."""
        return LetterStatus(
            state=self.state,
            not_before=self.not_before,
            reason=self.reason,
            sent_at=self.sent_at,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A letter as the reviewer left it: generated is what the program wrote, body what it became by hand.

    generated_subject is empty where it is not known; attached is what a person chose to go along, None: nothing chosen.
    """

    template: Template
    language: Language
    subject: str
    body: str
    generated: str
    generated_subject: str = ""
    attached: tuple[AttachmentKind, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedLetter:
    """What a template gave: subject on one line, body as plain text in paragraphs split by blank lines.

    attachments are what is to go along; the versions are those of the texts it came from, as in Letter.
    """

    subject: str
    body: str
    attachments: tuple[Attachment, ...] = ()
    template_version: int = 0
    part_versions: str = ""


def rendered_of(letter: Letter) -> RenderedLetter:
    """A letter as it was approved."""
    return RenderedLetter(
        subject=letter.subject,
        body=letter.body,
        attachments=letter.attachments,
        template_version=letter.template_version,
        part_versions=letter.part_versions,
    )
