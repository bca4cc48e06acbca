"""Leads through the review: shows applicants one after the other, says what was done, takes it back."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from reviewer.domain.applicant import Applicant
from reviewer.domain.ids import ApplicantKey
from reviewer.domain.views import Change, QueueQuery, SyncReport, Topic
from reviewer.errors import Outdated
from reviewer.i18n import gettext as _
from reviewer.workspace import Workspace
from ui.announcer import Announcer
from ui.background import Background, Lane, Ticket
from ui.errors import words_for
from ui.review.decision_presenter import DecisionPresenter
from ui.review.document_choice import DocumentChoice
from ui.review.findings_presenter import FindingsPresenter
from ui.review.judgement_presenter import JudgementPresenter
from ui.review.letter_presenter import LetterPresenter
from ui.review.look_ahead import LookAhead
from ui.review.review_acts import ReviewActs
from ui.review.turns import Turns
from ui.review.undo_stack import UndoEntry

_GONE = "applicant-unknown"
_LAST = "letter"


class NextApplicant(Protocol):
    """The queue, as far as the review needs it."""

    def next_key(self, after: ApplicantKey | None) -> ApplicantKey | None:
        """Who comes after this applicant (None: who comes first); None when nobody waits."""

    def neighbours(self, key: ApplicantKey) -> tuple[ApplicantKey, ...]:
        """Who is likely to be asked for after this applicant, the likeliest first."""

    def select(self, key: ApplicantKey) -> None:
        """Mark an applicant in the list, without telling anybody."""

    def skip(self, key: ApplicantKey) -> None:
        """Leave an applicant for the end of this sitting."""


class Say(Protocol):
    """Says in the status line what happened."""

    def __call__(
        self, text: str, *, undo: Callable[[], None] | None = None, seconds: int = 0, bad: bool = False
    ) -> None:
        """Say text; with undo it can be taken back for so many seconds."""


class ReviewState(Enum):
    """What the page shows."""

    NOTHING = auto()
    LOADING = auto()
    SHOWN = auto()
    FINISHED = auto()
    ERASED = auto()
    FAILED = auto()


class ReviewPresenter(QObject):
    """At most one applicant is shown; after a decision the next one is there at once."""

    state_changed = Signal(object)
    coming = Signal(str)
    """This document is shown in a moment; told before anything else is done about it."""
    shown = Signal(object)
    changed = Signal(object)
    failed = Signal(str, object)
    settled = Signal()
    unsaved_changed = Signal(bool)
    ahead_changed = Signal(object)
    erased = Signal(object)
    finished = Signal(object)

    def __init__(
        self, workspace: Workspace, background: Background, announcer: Announcer, queue: NextApplicant, say: Say
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._background = background
        self._queue = queue
        self.say = say
        self._ticket: Ticket | None = None
        self._wanted: ApplicantKey | None = None
        self._ahead = LookAhead(workspace, background, queue, self)
        self._fault: tuple[ApplicantKey, str, Exception] | None = None
        self._unsaved: set[str] = set()
        self._offline = False
        self.state = ReviewState.NOTHING
        self.turns = Turns(background, self)
        self.stays: Callable[[], bool] = lambda: False
        """Whether the applicant before is in sight until the next one is."""
        self.acts = ReviewActs(workspace, background, announcer)
        self.documents = DocumentChoice()
        self.findings = FindingsPresenter(workspace, background)
        self.judgement = JudgementPresenter(self.acts, workspace.checklist)
        self.letter = LetterPresenter(workspace, background, self.acts)
        self.decisions = DecisionPresenter(workspace, background, announcer, self.acts, self.letter)
        announcer.changed.connect(self._hear)
        self._ahead.changed.connect(self.ahead_changed)
        self._ahead.loaded.connect(self.findings.look_ahead)
        self._connect()

    def show(self, key: ApplicantKey | None) -> None:
        """Show an applicant, or nobody."""
        if key is not None and key == self._wanted and self.state in {ReviewState.SHOWN, ReviewState.LOADING}:
            return
        ahead = None if key is None else self._ahead.find(key)
        if ahead is not None and (documents := ahead.current_documents()):
            self.coming.emit(documents[0].id)
        self._leave()
        self._wanted = key
        if key is None:
            self._enter(ReviewState.NOTHING)
            return
        if ahead is not None:
            self._show(ahead)
            self.turns.put("reload", self._reload)
            return
        self._enter(ReviewState.LOADING)
        self._ticket = self._background.run(
            Lane.CORE, lambda: self._workspace.applicant(key), self._show, lambda error: self._lost(key, error)
        )

    def go_on(self, after: ApplicantKey | None = None) -> None:
        """Show who comes next; when nobody waits, say that all is done."""
        following = self._queue.next_key(after)
        if following is None and after is not None:
            following = self._queue.next_key(None)
        if following is None or following == after:
            self._finish()
        else:
            self._queue.select(following)
            self.show(following)

    def skip(self) -> None:
        """Leave the applicant for later in this sitting, and show the next."""
        key = self._wanted
        if key is None:
            return
        following = self._queue.next_key(key)
        if following is None or following == key:
            self.say(_("Nobody else waits"))
            return
        self._queue.skip(key)
        self._queue.select(following)
        self.show(following)

    def confirm_proposals(self) -> None:
        """Accept all proposals that are still open."""
        self.turns.finish()
        if not self.judgement.confirm() and self.acts.applicant is not None:
            coming = self.findings.is_coming
            self.say(_("The pre-check is still reading this CV") if coming else _("No proposal is open"))

    @property
    def is_switching(self) -> bool:
        """Whether parts of the window may still show the applicant before; the letter is told last."""
        return self.turns.waits(_LAST)

    def leave(self) -> None:
        """The window closes: what is being typed is kept."""
        self.letter.leave()

    def undo(self, entry: UndoEntry | None = None) -> None:
        """Take back an entry (none: the last act)."""
        taken = self.acts.undo(entry)
        self.say(_("Taken back: {what}").format(what=taken.label) if taken else _("There is nothing to take back"))

    def settle(self, report: SyncReport) -> None:
        """A round of syncing is over: what turned out to change nothing cannot be taken back."""
        self._offline = bool(report.offline)
        if not report.offline:
            self._unsaved.clear()
        if self.acts.withdraw(report.withdrawn):
            self.say(_("A colleague had done the same already"))
        self._tell_unsaved()

    def _connect(self) -> None:
        self.acts.changed.connect(self._tell)
        self.acts.wanted.connect(self._bring_back)
        self.acts.reload_wanted.connect(self._reload)
        self.acts.acted.connect(lambda _place: self.settled.emit())
        self.acts.done.connect(self._done)
        for source in (self.acts, self.letter, self.decisions):
            source.failed.connect(self._failed)
        self.decisions.decided.connect(self._decided)
        self.decisions.erased.connect(self._erased)
        self.documents.document_changed.connect(lambda key: self.judgement.show_document(key or ""))
        self.judgement.evidence_wanted.connect(lambda document, _evidence: self.documents.choose(document))
        self.findings.changed.connect(self._take_findings)

    def _leave(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        self.turns.clear()
        self.letter.leave()
        self.acts.show(None)

    def _finish(self) -> None:
        """Nobody waits in the list; whether anybody waits outside of it, the desk knows."""
        self._leave()
        self._wanted = None
        self._enter(ReviewState.FINISHED)
        query = QueueQuery()
        background = self._background
        background.run(Lane.CORE, lambda: self._workspace.summary(query), self.finished.emit, background.overlook)

    def _enter(self, state: ReviewState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _show(self, applicant: Applicant) -> None:
        """From here on every act is this applicant's; the page comes first, and each other part in its turn."""
        if applicant.key != self._wanted:
            return
        stays = self.stays()
        self.acts.show(applicant)
        self.judgement.enter(applicant)
        self._enter(ReviewState.SHOWN)
        self.documents.show(applicant)
        self.letter.enter(applicant)
        self.findings.show(applicant)
        self._hold_findings()
        for name, tell in self._parts():
            self.turns.put(name, partial(self._tell_part, tell))
        if not stays:
            self.turns.finish()

    def _parts(self) -> tuple[tuple[str, Callable[[Applicant], object]], ...]:
        return (
            ("who", self.shown.emit),
            ("checklist", self.judgement.tell),
            ("decisions", self.decisions.tell),
            (_LAST, self.letter.tell),
            ("faults", self._tell_faults),
            ("next", lambda applicant: self._ahead.look(applicant.key)),
        )

    def _tell_part(self, tell: Callable[[Applicant], object]) -> None:
        if self.acts.applicant is not None:
            tell(self.acts.applicant)

    def _tell_faults(self, applicant: Applicant) -> None:
        self.settled.emit()
        self._tell_unsaved()
        if self._fault is not None and self._fault[0] == applicant.key:
            self.failed.emit(self._fault[1], self._fault[2])
        self._fault = None

    def _take_findings(self) -> None:
        self._hold_findings()
        if self.acts.applicant is None:
            return
        if self.is_switching:
            self.turns.put("checklist", partial(self._tell_part, self.judgement.tell))
        else:
            self.judgement.tell(self.acts.applicant)
            self.letter.tell(self.acts.applicant)

    def _hold_findings(self) -> None:
        self.judgement.hold_findings(self.findings.current, self.findings.document)
        self.letter.hold_findings(self.findings.current)

    def _tell(self, applicant: Applicant) -> None:
        self.findings.tell(applicant)
        self.documents.tell(applicant)
        self.judgement.tell(applicant)
        self.letter.tell(applicant)
        self.decisions.tell(applicant)
        self.changed.emit(applicant)

    def _lost(self, key: ApplicantKey, error: Exception) -> None:
        if key != self._wanted:
            return
        self.acts.show(None)
        gone = isinstance(error, Outdated) and error.code == _GONE
        self._enter(ReviewState.ERASED if gone else ReviewState.FAILED)
        if gone:
            self.acts.stack.forget(key)
        else:
            self.failed.emit("page", error)

    def _reload(self) -> None:
        key = self._wanted
        if key is not None:
            self._background.run(
                Lane.CORE,
                lambda: self._workspace.applicant(key),
                self.acts.refresh,
                lambda error: self._lost(key, error),
            )

    def _hear(self, change: Change) -> None:
        self._ahead.hear(change)
        if Topic.TEMPLATES in change.topics:
            self.letter.write_anew()
        if self._wanted is not None and self.state is ReviewState.SHOWN:
            self._ahead.look(self._wanted)

    def _done(self, key: str) -> None:
        self._unsaved.add(key)
        self._tell_unsaved()

    def _tell_unsaved(self) -> None:
        self.unsaved_changed.emit(self._offline and self._wanted in self._unsaved)

    def _bring_back(self, key: str) -> None:
        wanted = ApplicantKey(key)
        if wanted != self._wanted or self.state is not ReviewState.SHOWN:
            self._queue.select(wanted)
            self.show(wanted)

    def _failed(self, place: str, error: Exception) -> None:
        if place == "undo":
            self.say(words_for(error).title, bad=True)
        elif self.state is ReviewState.LOADING and self._wanted is not None:
            self._fault = (self._wanted, place, error)
        else:
            self.failed.emit(place, error)

    def _decided(self, entry: UndoEntry, words: str, seconds: int) -> None:
        self.say(words, undo=lambda: self.undo(entry), seconds=seconds)
        self.decisions.pause()
        self.go_on(entry.applicant)

    def _erased(self, key: str, words: str) -> None:
        applicant = self.acts.applicant
        documents = tuple(document.id for document in applicant.documents) if applicant is not None else ()
        self.say(words)
        self.go_on(ApplicantKey(key))
        self.findings.forget(documents)
        self.erased.emit(documents)
