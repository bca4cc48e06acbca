"""The letters of this desk: what they say, the confirmation of a deletion, and the way by which they leave."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import combinations
from typing import TYPE_CHECKING

from reviewer.domain.acts import template_for
from reviewer.domain.applicant import Applicant, DecisionKind, display_name
from reviewer.domain.attachments import choose, kinds_of, possible_attachments
from reviewer.domain.checklist import Checklist
from reviewer.domain.findings import Findings
from reviewer.domain.followup import due_date, running_until
from reviewer.domain.ids import LetterId
from reviewer.domain.letter import (
    Attachment,
    AttachmentKind,
    Draft,
    Language,
    Letter,
    LetterState,
    RenderedLetter,
    Template,
)
from reviewer.domain.letter_text import exchange_paragraph, plain_line, plain_paragraphs
from reviewer.domain.letter_version import LetterVersion, chosen_along, restored
from reviewer.domain.objections import Objection, answer_template
from reviewer.domain.template_texts import HouseTexts
from reviewer.errors import Misconfigured
from reviewer.i18n import current_language
from reviewer.log import LOGGER
from reviewer.mail.schedule import LetterSchedule
from reviewer.paths import Home
from reviewer.secrets import Secrets
from reviewer.settings import Settings
from reviewer.sync.deliver_way import Way

if TYPE_CHECKING:
    from reviewer.sync.enclosing import Annotate, Enclosing


class Correspondence:
    """One desk's letters; every method may wait for disk or network."""

    def __init__(
        self,
        home: Home,
        secrets: Secrets,
        checklist: Checklist,
        settings: Callable[[], Settings],
        clock: Callable[[], datetime],
        texts: Callable[[], HouseTexts] = HouseTexts,
        *,
        annotate: Annotate,
    ) -> None:
        """Texts gives the newest versions of the letters' texts."""
        self.schedule = LetterSchedule(settings)
        self._home = home
        self._secrets = secrets
        self._checklist = checklist
        self._settings = settings
        self._clock = clock
        self._texts = texts
        self._annotate = annotate

    def warm(self) -> None:
        """Make the house's texts ready, so that the first letter does not wait for them; raises where one is broken."""
        from reviewer.mail.templates import make_ready

        make_ready(self._texts())

    def compose(
        self,
        applicant: Applicant,
        kind: DecisionKind | Objection | None,
        findings: Findings | None = None,
        attach: Collection[AttachmentKind] | None = None,
    ) -> RenderedLetter:
        """The letter of a decision, or the answer to an objection, as the applicant stands now.

        None: the confirmation of a deletion.

        With findings of the newest CV, what is lacking says what is missing where. attach is what is to go along where
        it can (None: as the settings say, with feedback alone); the letter given names what does. Misconfigured names
        text, line and reason when the house's text breaks on this applicant.
        """
        return self._compose(applicant, kind, findings, self._texts(), attach)

    def _compose(
        self,
        applicant: Applicant,
        kind: DecisionKind | Objection | None,
        findings: Findings | None,
        texts: HouseTexts,
        attach: Collection[AttachmentKind] | None = None,
    ) -> RenderedLetter:
        from reviewer.mail.house import render_for

        settings, today = self._settings(), self._clock().astimezone()
        template, answer_by = Template.DELETION_CONFIRMATION, running_until(applicant, today.date())
        if isinstance(kind, Objection):
            template = answer_template(kind)
        elif kind is not None:
            template = template_for(applicant, kind)
            answer_by = due_date(today, template.rung, settings.ladder_days) if template.rung else None
        usual = self.usual_attachments(applicant, template)
        attachments = usual if attach is None else choose(applicant, template, attach)
        return render_for(
            applicant, self._checklist, template, today.date(), answer_by, settings, findings, texts, attachments
        )

    def write(
        self,
        applicant: Applicant,
        kind: DecisionKind,
        findings: Findings | None = None,
        attach: Collection[AttachmentKind] | None = None,
    ) -> RenderedLetter:
        """The letter of a decision as compose gives it, with what a person has left as a draft of it.

        attach overrules what the draft says of what goes along.
        """
        final, rendered = self._by_hand(applicant, kind, findings, attach)
        return replace(rendered, subject=plain_line(final.subject), body=plain_paragraphs(final.body))

    def draft(
        self,
        applicant: Applicant,
        kind: DecisionKind,
        findings: Findings | None,
        attach: frozenset[AttachmentKind],
    ) -> Draft | None:
        """The draft of a decision's letter with this choice of what goes along; what was typed by hand stays."""
        return self._by_hand(applicant, kind, findings, attach)[0].draft(attach)

    def _by_hand(
        self,
        applicant: Applicant,
        kind: DecisionKind,
        findings: Findings | None,
        attach: Collection[AttachmentKind] | None,
    ) -> tuple[LetterVersion, RenderedLetter]:
        template, draft = template_for(applicant, kind), applicant.draft
        chosen = chosen_along(draft, template) if attach is None else attach
        rendered = self.compose(applicant, kind, findings, chosen)
        return restored(template, applicant.person.language, draft).composed(rendered), rendered

    def usual_attachments(self, applicant: Applicant, template: Template) -> tuple[Attachment, ...]:
        """What goes along unless a person says otherwise: with feedback, what the settings say."""
        from reviewer.mail.house import wanted_attachments

        return choose(applicant, template, wanted_attachments(self._settings())) if template.rung else ()

    def attach_to(self, letter: Letter, applicant: Applicant, kinds: Collection[AttachmentKind]) -> RenderedLetter:
        """A waiting letter with other things going along: the sentence that names them follows, all else stays."""
        from reviewer.mail.house import mention

        texts = self._texts()
        known = {one.kind: one for one in letter.attachments}
        possible = {one.kind: one for one in possible_attachments(applicant, letter.template)} | known
        attachments = tuple(possible[kind] for kind in AttachmentKind if kind in kinds and kind in possible)
        before = mention(kinds_of(letter.attachments), letter.language, texts)
        now = mention(kinds_of(attachments), letter.language, texts)
        body = exchange_paragraph(letter.body, before, now)
        return RenderedLetter(subject=letter.subject, body=body, attachments=attachments)

    def mentions(self, language: Language) -> Mapping[frozenset[AttachmentKind], str]:
        """The sentence that names what goes along, for everything that might; empty for nothing."""
        from reviewer.mail.house import mention

        texts, kinds = self._texts(), tuple(AttachmentKind)
        chosen = (frozenset(some) for count in range(len(kinds) + 1) for some in combinations(kinds, count))
        return {some: mention(some, language, texts) for some in chosen}

    def weigh(self, letter: Letter, applicant: Applicant) -> tuple[tuple[AttachmentKind, int], ...]:
        """How many bytes each thing has that would go along now; Refused or Unavailable when one cannot be made."""
        made = self._enclosing().enclose(applicant, letter)
        return tuple((one.kind, len(file.content)) for one, file in zip(letter.attachments, made, strict=True))

    def _enclosing(self) -> Enclosing:
        from reviewer.mail.house import read_guide
        from reviewer.sync.enclosing import Enclosing

        return Enclosing(annotate=self._annotate, read_guide=read_guide, checklist=self._checklist)

    def confirm_deletion(self, applicant: Applicant, id: LetterId) -> Letter | None:
        """The confirmation that will go out once the applicant is erased; None without an address."""
        if not applicant.person.email:
            return None
        rendered, moment = self._confirmation(applicant), self._clock()
        return Letter(
            id=id,
            template=Template.DELETION_CONFIRMATION,
            language=applicant.person.language,
            round=0,
            recipient=applicant.person.email,
            recipient_name=display_name(applicant.person),
            subject=rendered.subject,
            body=rendered.body,
            state=LetterState.QUEUED,
            not_before=moment,
            created_at=moment,
            created_by=self._settings().text("reviewer.name"),
            template_version=rendered.template_version,
            part_versions=rendered.part_versions,
        )

    def _confirmation(self, applicant: Applicant) -> RenderedLetter:
        """The house's text, or the program's where that one breaks: a text never stands in the way of an erasure."""
        try:
            return self.compose(applicant, None)
        except Misconfigured as error:
            LOGGER.warning("confirmation written from the program's own text: %s", error)
            return self._compose(applicant, None, None, HouseTexts())

    def way(self) -> Way:
        """How letters leave, as the settings say now."""
        from reviewer.mail.house import connect, gaps_of, make_for

        settings = self._settings()
        return Way(
            connect=lambda: connect(settings, self._home, self._secrets, self._clock),
            make=lambda letter, at, along: make_for(letter, settings, at, along, self._checklist),
            gaps=gaps_of,
            enclose=self._enclosing().enclose,
            quiet=lambda: self.schedule.quiet_until(self._clock()) is not None,
            per_minute=self.schedule.per_minute,
        )

    def send_test(self) -> str:
        """Send a letter to the sender's own address, now, and give it; the error says what failed."""
        from reviewer.mail.house import send_test

        language = Language(current_language())
        return send_test(self._settings(), self._home, self._secrets, self._clock(), language)
