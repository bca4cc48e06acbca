"""One letter while it is written: what the program wrote, what it became by hand, and what goes out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reviewer.domain.attachments import may_carry
from reviewer.domain.letter import AttachmentKind, Draft, Language, RenderedLetter, Template
from reviewer.domain.letter_text import merge_text


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterVersion:
    """A letter in writing; generated_subject is None while the program has not written it in this sitting."""

    template: Template
    language: Language
    subject: str = ""
    body: str = ""
    generated_subject: str | None = None
    generated: str | None = None

    @property
    def is_written(self) -> bool:
        """Whether there is any text yet."""
        return self.generated is not None

    @property
    def is_edited(self) -> bool:
        """Whether it differs from what the program wrote."""
        if self.generated is None:
            return False
        subject_differs = self.generated_subject is not None and self.subject != self.generated_subject
        return subject_differs or self.body != self.generated

    def typed(self, subject: str, body: str) -> LetterVersion:
        """The letter as a person changed it."""
        return replace(self, subject=subject, body=body)

    def composed(self, rendered: RenderedLetter) -> LetterVersion:
        """The letter after the program wrote it anew; what was typed by hand stays."""
        if self.generated is None:
            subject, body = rendered.subject, rendered.body
        else:
            body = merge_text(self.generated, self.body, rendered.body)
            by_hand = self.subject != (rendered.subject if self.generated_subject is None else self.generated_subject)
            subject = self.subject if by_hand and self.subject else rendered.subject
        return replace(self, subject=subject, body=body, generated_subject=rendered.subject, generated=rendered.body)

    def started_again(self) -> LetterVersion:
        """The letter as the program wrote it last."""
        if self.generated is None:
            return self
        return replace(self, subject=self.generated_subject or self.subject, body=self.generated)

    def draft(self, attached: frozenset[AttachmentKind] | None = None) -> Draft | None:
        """What is kept between sittings: only what a person changed, or chose to go along."""
        chosen = attached if may_carry(self.template) else None
        if self.generated is None or (chosen is None and not self.is_edited):
            return None
        return Draft(
            template=self.template,
            language=self.language,
            subject=self.subject,
            body=self.body,
            generated=self.generated,
            generated_subject=self.generated_subject or "",
            attached=None if chosen is None else tuple(kind for kind in AttachmentKind if kind in chosen),
        )


def restored(template: Template, language: Language, draft: Draft | None) -> LetterVersion:
    """The letter as it was left, when the draft is of this letter and language; else one that is not written yet."""
    if draft is None or (draft.template, draft.language) != (template, language):
        return LetterVersion(template=template, language=language)
    return LetterVersion(
        template=template,
        language=language,
        subject=draft.subject,
        body=draft.body,
        generated_subject=draft.generated_subject or None,
        generated=draft.generated,
    )


def chosen_along(draft: Draft | None, template: Template) -> frozenset[AttachmentKind] | None:
    """What was chosen to go along with this letter when it was left; None where nothing was."""
    if draft is None or draft.template is not template or draft.attached is None:
        return None
    return frozenset(draft.attached)
