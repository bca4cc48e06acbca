"""Lets the letter grow with each answer, keeps what is typed by hand, and says what would go out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.domain import acts
from reviewer.domain.applicant import Answer, Applicant, DecisionKind, State
from reviewer.domain.attachments import kinds_of, may_carry, possible_attachments
from reviewer.domain.findings import Findings
from reviewer.domain.followup import is_due
from reviewer.domain.ids import ApplicantKey, CriterionKey
from reviewer.domain.letter import AttachmentKind, Language, Letter, RenderedLetter, Template
from reviewer.domain.letter_version import LetterVersion, chosen_along, restored
from reviewer.i18n import gettext as _
from reviewer.workspace import Workspace
from ui.along_choice import Along
from ui.background import Background, Lane, Ticket
from ui.queue.queue_words import day_words
from ui.review.letter_sheet import KEPT, LetterSheet
from ui.review.review_acts import ReviewActs
from ui.review.review_words import language_name, letter_state_words, moment_words, template_name

PLACE = "letter"
IDLE_MS = 600
_SOON_S = 90


class LetterPresenter(QObject):
    """Text typed by hand is never lost: it is merged into each new letter and kept as a draft when typing rests."""

    sheet_changed = Signal(object)
    failed = Signal(str, object)

    def __init__(self, workspace: Workspace, background: Background, acting: ReviewActs) -> None:
        super().__init__()
        self._workspace = workspace
        self._background = background
        self._acts = acting
        self._chosen: DecisionKind | None = None
        self._kept_chosen = False
        self._fresh = True
        self._versions: dict[DecisionKind, LetterVersion] = {}
        self._leave_at: dict[DecisionKind, datetime] = {}
        self._ticket: Ticket | None = None
        self._basis: object = None
        self._findings: Findings | None = None
        self._attach: frozenset[AttachmentKind] | None = None
        self._going: dict[DecisionKind, frozenset[AttachmentKind]] = {}
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self.flush)

    @property
    def is_kept_shown(self) -> bool:
        """Whether a letter that is decided already is shown, not one that a decision would send."""
        return self._kept_chosen

    @property
    def kind(self) -> DecisionKind:
        """The decision whose letter is being written."""
        if self._chosen is not None:
            return self._chosen
        applicant = self._acts.applicant
        return _likely(applicant, self._workspace.checklist.keys()) if applicant is not None else DecisionKind.FEEDBACK

    def enter(self, applicant: Applicant) -> None:
        """Another applicant, to be told next: the draft that was left, or a letter written then."""
        self._idle.stop()
        self._versions.clear()
        self._going.clear()
        self._attach = chosen_along(applicant.draft, acts.template_for(applicant, DecisionKind.FEEDBACK))
        self._chosen = None
        self._basis = None
        self._fresh = True
        self._kept_chosen = _kept(applicant) is not None and self._is_settled(applicant)

    def hold_findings(self, findings: Findings | None) -> None:
        """What the pre-check found in the newest CV; letters from the next show or tell on say what is missing."""
        self._findings = findings

    def leave(self) -> None:
        """Nobody is shown any more; what was typed is kept before."""
        self.flush()
        if self._ticket is not None:
            self._ticket.cancel()

    def tell(self, applicant: Applicant) -> None:
        """The applicant as it is now; the letter is written anew when what it says may have changed."""
        if _kept(applicant) is None:
            self._kept_chosen = False
        bare = replace(applicant, notes=(), draft=None, sleep=None, version=0)
        basis = (self.kind, self._findings, self._attach, bare)
        if basis != self._basis:
            self._basis = basis
            self._compose(applicant, self.kind)
        self._tell(applicant)

    def write_anew(self) -> None:
        """The house's texts have changed: the letter is written from the newest ones."""
        applicant = self._acts.applicant
        self._basis = None
        if applicant is not None:
            self.tell(applicant)

    def choose(self, value: str) -> None:
        """Look at another letter."""
        applicant = self._acts.applicant
        if applicant is None:
            return
        self.flush()
        self._kept_chosen = value == KEPT
        if not self._kept_chosen:
            self._chosen = DecisionKind(value)
        self._fresh = True
        self.tell(applicant)

    def attach(self, kind: AttachmentKind, wanted: bool) -> None:
        """Let something go along with this person's letter or not, whatever the settings say."""
        applicant = self._acts.applicant
        if applicant is not None and not self._kept_chosen:
            going = self._going.get(self.kind, frozenset()) if self._attach is None else self._attach
            self._attach = going | {kind} if wanted else going - {kind}
            self._idle.start()
            self.tell(applicant)

    def choose_language(self, value: str) -> None:
        """Write to the person in this language from now on."""
        language = Language(value)
        self.flush()
        self._fresh = True
        self._acts.act(
            PLACE,
            _("Letters in {language}").format(language=language_name(language)),
            lambda seen, stamp: acts.correct_person(seen, replace(seen.person, language=language), stamp),
        )

    def type(self, subject: str, body: str) -> None:
        """The person has typed."""
        applicant = self._acts.applicant
        if applicant is None or self._kept_chosen:
            return
        before = self._version(applicant, self.kind)
        self._versions[self.kind] = before.typed(subject, body)
        self._idle.start()
        if before.is_edited != self._versions[self.kind].is_edited:
            self._tell(applicant)

    def start_again(self) -> None:
        """Give up what was typed by hand."""
        applicant = self._acts.applicant
        if applicant is not None:
            self._versions[self.kind] = self._version(applicant, self.kind).started_again()
            self.flush()
            self._tell(applicant)

    def flush(self) -> None:
        """Keep the letter as typed so far."""
        self._idle.stop()
        applicant = self._acts.applicant
        version = self._versions.get(self.kind)
        if applicant is None or version is None or not version.is_written:
            return
        wanted, known = version.draft(self._attach), applicant.draft
        if wanted is None and (
            known is None or (known.template, known.language) != (version.template, version.language)
        ):
            return
        self._acts.act(PLACE, "", lambda seen, stamp: acts.write_draft(seen, wanted, stamp), keep=False)

    def text_for(self, kind: DecisionKind) -> Callable[[Applicant], RenderedLetter]:
        """A function for the core's thread: the letter as it goes out with a decision made now."""
        applicant = self._acts.applicant
        version = self._version(applicant, kind) if applicant is not None else None
        workspace, findings, attach = self._workspace, self._findings, self._attach

        def write(seen: Applicant) -> RenderedLetter:
            rendered = workspace.correspondence.compose(seen, kind, findings, attach)
            if version is None:
                return rendered
            final = version.composed(rendered)
            return replace(rendered, subject=" ".join(final.subject.split()), body=final.body.strip())

        return write

    def is_empty(self, kind: DecisionKind) -> bool:
        """Whether a person has emptied the letter, which then cannot go."""
        version = self._versions.get(kind)
        return version is not None and version.is_written and not (version.subject.strip() and version.body.strip())

    def _version(self, applicant: Applicant, kind: DecisionKind) -> LetterVersion:
        template = acts.template_for(applicant, kind)
        known = self._versions.get(kind)
        if known is None or (known.template, known.language) != (template, applicant.person.language):
            known = restored(template, applicant.person.language, applicant.draft)
            self._versions[kind] = known
        return known

    def _compose(self, applicant: Applicant, kind: DecisionKind) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        key, findings, attach = applicant.key, self._findings, self._attach
        self._ticket = self._background.run(
            Lane.CORE,
            lambda: (self._workspace.correspondence.compose(applicant, kind, findings, attach), self._leaves_at(kind)),
            lambda done: self._composed(key, kind, *done),
            lambda error: self.failed.emit(PLACE, error),
        )

    def _leaves_at(self, kind: DecisionKind) -> datetime:
        return self._workspace.correspondence.schedule.leaves_at(kind, self._workspace.clock())

    def _composed(self, key: ApplicantKey, kind: DecisionKind, rendered: RenderedLetter, leaves_at: datetime) -> None:
        self._leave_at[kind] = leaves_at
        applicant = self._acts.applicant
        if applicant is None or applicant.key != key:
            return
        self._versions[kind] = self._version(applicant, kind).composed(rendered)
        self._going[kind] = kinds_of(rendered.attachments)
        self._tell(applicant)

    def _tell(self, applicant: Applicant) -> None:
        kept = _kept(applicant)
        options = tuple(
            (kind.value, template_name(acts.template_for(applicant, kind))) for kind in _possible(applicant)
        )
        if kept is not None:
            options = ((KEPT, _kept_name(kept, self._today())), *options)
        if self._kept_chosen and kept is not None:
            self.sheet_changed.emit(self._kept_sheet(kept, options))
            return
        version = self._version(applicant, self.kind)
        self.sheet_changed.emit(
            LetterSheet(
                chosen=self.kind.value,
                options=options,
                language=version.language,
                remark=self._leaving_words(),
                subject=version.subject,
                body=version.body,
                lead_ins=self._lead_ins(version.language),
                read_only=not version.is_written,
                edited=version.is_edited,
                fresh=self._fresh,
                along=self._along(applicant, version.template),
            )
        )
        if version.is_written:
            self._fresh = False

    def _along(self, applicant: Applicant, template: Template) -> Along | None:
        if not may_carry(template):
            return None
        possible = kinds_of(possible_attachments(applicant, template))
        return Along(going=self._going.get(self.kind, frozenset()), possible=possible)

    def _kept_sheet(self, letter: Letter, options: tuple[tuple[str, str], ...]) -> LetterSheet:
        return LetterSheet(
            chosen=KEPT,
            options=options,
            language=letter.language,
            remark=letter_state_words(letter.state),
            subject=letter.subject,
            body=letter.body,
            lead_ins=self._lead_ins(letter.language),
            read_only=True,
            edited=False,
            fresh=True,
            along=Along(going=kinds_of(letter.attachments), open_to_ticks=False) if letter.attachments else None,
        )

    def _is_settled(self, applicant: Applicant) -> bool:
        """Whether the last letter, and not the next one, is what matters now."""
        return applicant.state is not State.PENDING and not is_due(applicant, self._today())

    def _today(self) -> date:
        return self._workspace.clock().astimezone().date()

    def _leaving_words(self) -> str:
        """When the letter would leave: after the hold, or at its hour when that is later."""
        hold_s = self._workspace.settings.number("letters.hold_seconds")
        at, now = self._leave_at.get(self.kind), self._workspace.clock()
        if at is None or at <= now + timedelta(seconds=max(hold_s, _SOON_S)):
            return _leaves(hold_s)
        return _("leaves {moment}").format(moment=moment_words(at))

    def _lead_ins(self, language: Language) -> tuple[str, ...]:
        return self._workspace.checklist.titles(language)


def _likely(applicant: Applicant, criteria: tuple[CriterionKey, ...]) -> DecisionKind:
    """What the person is probably about to decide."""
    if applicant.state is State.ACCEPTED:
        return DecisionKind.REJECT
    if applicant.state is State.OUT:
        return DecisionKind.ACCEPT
    given = {one.criterion: one.answer for one in applicant.answers if one.round == applicant.round}
    fine = bool(criteria) and all(given.get(key) is Answer.FINE for key in criteria)
    return DecisionKind.ACCEPT if fine else DecisionKind.FEEDBACK


def _possible(applicant: Applicant) -> tuple[DecisionKind, ...]:
    match applicant.state:
        case State.ACCEPTED:
            return (DecisionKind.REJECT,)
        case State.OUT:
            return (DecisionKind.ACCEPT,)
        case _:
            return (DecisionKind.FEEDBACK, DecisionKind.ACCEPT, DecisionKind.REJECT)


def _kept(applicant: Applicant) -> Letter | None:
    """The letter of the decision that stands last, if it had one."""
    decision = applicant.decisions[-1] if applicant.decisions else None
    if decision is None or decision.letter is None or decision.round != applicant.round:
        return None
    return applicant.letter(decision.letter)


def _kept_name(letter: Letter, today: date) -> str:
    day = day_words((letter.sent_at or letter.created_at).astimezone().date(), today)
    return _("{letter} of {day}").format(letter=template_name(letter.template), day=day)


def _leaves(hold_s: int) -> str:
    return _("leaves after {seconds} s").format(seconds=hold_s) if hold_s else _("leaves at once")
