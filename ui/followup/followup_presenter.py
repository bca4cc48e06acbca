"""Loads the follow-up, writes the chosen person's next letter ahead, and carries what is done to the core."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from reviewer.domain import acts
from reviewer.domain.applicant import LAST_RUNG, Applicant, DecisionKind, list_name
from reviewer.domain.attachments import kinds_of, may_carry, possible_attachments
from reviewer.domain.commands import Command, RecordDecision, Stamp
from reviewer.domain.ids import ApplicantKey, DecisionId, LetterId
from reviewer.domain.ladder import Column, arrange
from reviewer.domain.letter import AttachmentKind, RenderedLetter
from reviewer.domain.letter_version import restored
from reviewer.domain.views import FollowUpRow, Outcome, Topic
from reviewer.i18n import gettext as _
from reviewer.workspace import Workspace, new_id
from ui.along_choice import Along
from ui.announcer import Announcer
from ui.attachment_words import kind_name
from ui.background import Background, Lane, Ticket
from ui.watched_load import WatchedLoad

_TOPICS = frozenset({Topic.APPLICANT, Topic.LETTERS, Topic.QUEUE, Topic.TEMPLATES})
Build = Callable[[Applicant, Stamp], Command]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """A person with the letter that would go next; fault is why it cannot, as a code.

    by_hand says that somebody has changed its text in the review; possible is what could go along; lead_ins are the
    points' titles.
    """

    applicant: Applicant
    kind: DecisionKind
    rendered: RenderedLetter | None
    fault: str
    by_hand: bool = False
    possible: frozenset[AttachmentKind] = frozenset()
    lead_ins: tuple[str, ...] = ()

    @property
    def along(self) -> Along | None:
        """What goes along and what could; None where nothing ever does."""
        if self.rendered is None or not may_carry(acts.template_for(self.applicant, self.kind)):
            return None
        return Along(going=kinds_of(self.rendered.attachments), possible=self.possible)


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The three columns as of a day."""

    columns: tuple[Column, ...]
    today: date


class FollowUpPresenter(QObject):
    """What is released is the letter that was shown; an act upon somebody who has moved is refused as outdated."""

    loaded = Signal(object)
    written = Signal(object)
    said = Signal(str, object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, background: Background, announcer: Announcer) -> None:
        super().__init__()
        self._workspace = workspace
        self._background = background
        self._announcer = announcer
        self._ticket: Ticket | None = None
        self._wanted: ApplicantKey | None = None
        self.ahead: Ahead | None = None
        self._rewriting: Ahead | None = None
        self._going: frozenset[AttachmentKind] | None = None
        self.load = WatchedLoad(background, announcer, self._load, _TOPICS)
        self.load.loaded.connect(self.loaded)

    def show(self, row: FollowUpRow | None) -> None:
        """Write the next letter of this person in the background."""
        if self._ticket is not None:
            self._ticket.cancel()
        self._wanted = None if row is None else row.key
        known = self.ahead or self._rewriting
        if row is None or (known is not None and known.applicant.key != row.key):
            self.ahead = self._rewriting = self._going = None
        if row is None:
            return
        key = row.key
        self._ticket = self._background.run(
            Lane.CORE, lambda: write_ahead(self._workspace, key), self._take, self.failed.emit
        )

    def release(self) -> bool:
        """Let the letter that is shown go; False while it is not written."""
        ahead = self.ahead
        if ahead is None or ahead.rendered is None or ahead.fault:
            return False
        self._decide(ahead, ahead.rendered, _("{name}: letter released"))
        return True

    def attach(self, kind: AttachmentKind, wanted: bool) -> None:
        """Let something go along with the letter or not; kept as a draft of it. Until it is rewritten none can go."""
        ahead = self.ahead or self._rewriting
        if ahead is None or ahead.along is None:
            return
        before = ahead.along.going if self._going is None else self._going
        going = self._going = before | {kind} if wanted else before - {kind}
        self.ahead, self._rewriting = None, ahead
        workspace, decided = self._workspace, ahead.kind
        words = _("{name}: {what} goes along") if wanted else _("{name}: {what} stays here")
        name = list_name(ahead.applicant.person) or ahead.applicant.id

        def build(applicant: Applicant, stamp: Stamp) -> Command:
            newest = workspace.applicant(applicant.key)
            draft = workspace.correspondence.draft(newest, decided, workspace.prechecks.find(newest), going)
            return acts.write_draft(newest, draft, stamp)

        self.act(ahead.applicant, build, words.format(name=name, what=kind_name(kind)))

    def sign_out(self, rendered: RenderedLetter | None) -> None:
        """Put the person out with this letter: the person's own decision."""
        if self.ahead is not None:
            self._decide(self.ahead, rendered, _("{name} out"))

    def act(self, applicant: Applicant, build: Build, said: str) -> None:
        """Do something with a person as seen; it can be taken back."""
        stamp = self._workspace.stamp()
        self._background.run(
            Lane.CORE,
            lambda: self._workspace.execute(build(applicant, stamp)),
            lambda outcome: self._done(outcome, said),
            self.failed.emit,
        )

    def _decide(self, ahead: Ahead, rendered: RenderedLetter | None, said: str) -> None:
        workspace, kind = self._workspace, ahead.kind

        def build(applicant: Applicant, stamp: Stamp) -> Command:
            return decision(workspace, applicant, kind, rendered, stamp)

        name = list_name(ahead.applicant.person) or ahead.applicant.id
        self.act(ahead.applicant, build, said.format(name=name))

    def _load(self) -> Board:
        today = self._workspace.clock().astimezone().date()
        return Board(columns=arrange(self._workspace.follow_ups.load(), today), today=today)

    def _take(self, ahead: Ahead) -> None:
        if ahead.applicant.key == self._wanted:
            self.ahead, self._rewriting, self._going = ahead, None, None
            self.written.emit(ahead)

    def _done(self, outcome: Outcome, said: str) -> None:
        self._announcer.announce(outcome.change)
        undo = outcome.undo
        self.said.emit(said, None if undo is None else lambda: self._take_back(undo, said))

    def _take_back(self, undo: Command, said: str) -> None:
        self._background.run(
            Lane.CORE,
            lambda: self._workspace.undo(undo),
            lambda outcome: self._taken_back(outcome, said),
            self.failed.emit,
        )

    def _taken_back(self, outcome: Outcome, said: str) -> None:
        self._announcer.announce(outcome.change)
        self.said.emit(_("Taken back: {what}").format(what=said), None)


def write_ahead(workspace: Workspace, key: ApplicantKey) -> Ahead:
    """The next letter of a person: feedback, and after the last rung the rejection; belongs into the background."""
    applicant = workspace.applicant(key)
    kind = DecisionKind.REJECT if applicant.rung >= LAST_RUNG else DecisionKind.FEEDBACK
    fault = acts.address_fault(applicant.person.email)
    template, language = acts.template_for(applicant, kind), applicant.person.language
    return Ahead(
        applicant=applicant,
        kind=kind,
        rendered=workspace.correspondence.write(applicant, kind, workspace.prechecks.find(applicant)),
        fault=fault,
        by_hand=restored(template, language, applicant.draft).is_edited,
        possible=kinds_of(possible_attachments(applicant, template)),
        lead_ins=workspace.checklist.titles(language),
    )


def decision(
    workspace: Workspace, applicant: Applicant, kind: DecisionKind, rendered: RenderedLetter | None, stamp: Stamp
) -> RecordDecision:
    """A decision with its letter, to leave as the house's schedule says; belongs into the background."""
    return acts.decide(
        applicant,
        kind,
        rendered,
        stamp,
        decision_id=DecisionId(new_id()),
        letter_id=LetterId(new_id()),
        hold=workspace.correspondence.schedule.leaves_at(kind, stamp.at) - stamp.at,
    )
