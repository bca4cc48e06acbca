"""The letters of this desk: what they say, the confirmation of a deletion, and the way by which they leave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from reviewer.domain.acts import template_for
from reviewer.domain.applicant import Applicant, DecisionKind, display_name
from reviewer.domain.checklist import Checklist
from reviewer.domain.findings import Findings
from reviewer.domain.followup import due_date, running_until
from reviewer.domain.ids import LetterId
from reviewer.domain.letter import Language, Letter, LetterState, RenderedLetter, Template
from reviewer.domain.objections import Objection, answer_template
from reviewer.domain.template_texts import HouseTexts
from reviewer.errors import Misconfigured
from reviewer.i18n import current_language
from reviewer.log import LOGGER
from reviewer.mail.schedule import LetterSchedule
from reviewer.paths import Home
from reviewer.secrets import Secrets
from reviewer.settings import Settings
from reviewer.sync.deliver import Way


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
    ) -> None:
        """Texts gives the newest versions of the letters' texts."""
        self.schedule = LetterSchedule(settings)
        self._home = home
        self._secrets = secrets
        self._checklist = checklist
        self._settings = settings
        self._clock = clock
        self._texts = texts

    def compose(
        self, applicant: Applicant, kind: DecisionKind | Objection | None, findings: Findings | None = None
    ) -> RenderedLetter:
        """The letter of a decision, or the answer to an objection, as the applicant stands now.

        None: the confirmation of a deletion.

        With findings of the newest CV, what is lacking says what is missing where. Misconfigured names text, line and
        reason when the house's text breaks on this applicant.
        """
        return self._compose(applicant, kind, findings, self._texts())

    def _compose(
        self,
        applicant: Applicant,
        kind: DecisionKind | Objection | None,
        findings: Findings | None,
        texts: HouseTexts,
    ) -> RenderedLetter:
        from reviewer.mail.house import render_for

        settings, today = self._settings(), self._clock().astimezone()
        template, answer_by = Template.DELETION_CONFIRMATION, running_until(applicant, today.date())
        if isinstance(kind, Objection):
            template = answer_template(kind)
        elif kind is not None:
            template = template_for(applicant, kind)
            answer_by = due_date(today, template.rung, settings.ladder_days) if template.rung else None
        return render_for(applicant, self._checklist, template, today.date(), answer_by, settings, findings, texts)

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
            make=lambda letter, at: make_for(letter, settings, at),
            gaps=gaps_of,
            quiet=lambda: self.schedule.quiet_until(self._clock()) is not None,
            per_minute=self.schedule.per_minute,
        )

    def send_test(self) -> str:
        """Send a letter to the sender's own address, now, and give it; the error says what failed."""
        from reviewer.mail.house import send_test

        language = Language(current_language())
        return send_test(self._settings(), self._home, self._secrets, self._clock(), language)
