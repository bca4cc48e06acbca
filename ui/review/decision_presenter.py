"""What the decision bar does: decide with the letter as it stands, put aside, wake, take back, erase."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.domain import acts
from reviewer.domain.applicant import Answer, Applicant, DecisionKind, Person, State, display_name
from reviewer.domain.followup import next_rung
from reviewer.domain.ids import ApplicantKey, DecisionId, LetterId, ReceiptId
from reviewer.domain.letter import RenderedLetter
from reviewer.domain.rules import apply
from reviewer.domain.views import Change, Outcome, Topic
from reviewer.errors import Refused, ReviewerError
from reviewer.i18n import gettext as _
from reviewer.workspace import Workspace, new_id
from ui.announcer import Announcer
from ui.background import Background, Lane
from ui.review.letter_presenter import LetterPresenter
from ui.review.review_acts import ReviewActs
from ui.review.review_words import day_words, done_words
from ui.review.undo_stack import UndoEntry

PLACE = "decision"
PAUSE_MS = 350
_SAMPLE = RenderedLetter(subject="-", body="-")
_ERASED = frozenset({Topic.APPLICANT, Topic.QUEUE, Topic.LETTERS, Topic.RECEIPTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionChoices:
    """What the rules allow now; refusals by the decision's value; likely is None when nothing is to be decided."""

    likely: DecisionKind | None
    recipient: str
    refusals: dict[str, ReviewerError]
    may_defer: bool
    seconds: int


class DecisionPresenter(QObject):
    """A decision leaves the screen at once; nothing is decided that the rules refuse."""

    choices_changed = Signal(object)
    nothing_lacking = Signal()
    decided = Signal(object, str, int)
    erased = Signal(str, str)
    failed = Signal(str, object)

    def __init__(
        self,
        workspace: Workspace,
        background: Background,
        announcer: Announcer,
        acting: ReviewActs,
        letters: LetterPresenter,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._background = background
        self._announcer = announcer
        self._acts = acting
        self._letters = letters
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)

    def tell(self, applicant: Applicant) -> None:
        """Say what can be decided about the applicant as it is now."""
        refusals = {}
        for kind in DecisionKind:
            refused = self._refusal(applicant, kind)
            if refused is not None:
                refusals[kind.value] = refused
        self.choices_changed.emit(
            DecisionChoices(
                likely=None if self._letters.is_kept_shown else self._letters.kind,
                recipient=applicant.person.email,
                refusals=refusals,
                may_defer=applicant.state in {State.PENDING, State.FOLLOW_UP},
                seconds=self._hold_s(),
            )
        )

    def pause(self) -> None:
        """Take no decision for a moment: a key pressed twice must not decide about somebody nobody has seen."""
        self._pause.start()

    def decide(self, kind: DecisionKind, *, sure: bool = False) -> None:
        """Decide; feedback that names nothing asks first, unless the person is sure."""
        applicant = self._acts.applicant
        if applicant is None or self._pause.isActive():
            return
        refused = self._refusal(applicant, kind)
        if refused is None and self._letters.is_empty(kind):
            refused = Refused("letter-empty")
        if refused is not None:
            self.failed.emit(PLACE, refused)
            return
        if kind is DecisionKind.FEEDBACK and not sure and not _names_something(applicant, self._workspace):
            self.nothing_lacking.emit()
            return
        self._letters.flush()
        self._decide(self._acts.applicant or applicant, kind)

    def defer(self, until: date, reason: str) -> bool:
        """Put aside until a day; False when it was refused."""
        applicant = self._acts.applicant
        if applicant is None:
            return False
        words = _("{name}: asleep until {day}").format(name=display_name(applicant.person), day=day_words(until))
        entry = self._acts.act(PLACE, words, lambda seen, stamp: acts.defer(seen, until, reason, stamp), returns=True)
        if entry is not None:
            self.decided.emit(entry, words, self._hold_s())
        return entry is not None

    def wake(self) -> None:
        """Bring a sleeping applicant back."""
        self._acts.act(PLACE, _("Woken"), acts.wake)

    def take_back(self, letter: LetterId) -> None:
        """Take back the decision that a waiting letter belongs to."""
        self._acts.act(
            PLACE, _("Letter taken back"), lambda seen, stamp: acts.withdraw_letter(seen, letter, stamp), returns=True
        )

    def correct(self, wanted: Person) -> ReviewerError | None:
        """Correct the person's details; gives what was refused."""
        applicant = self._acts.applicant
        if applicant is None:
            return None
        try:
            apply(acts.correct_person(applicant, wanted, self._workspace.stamp()), applicant)
        except ReviewerError as error:
            return error
        self._acts.act(PLACE, _("Details corrected"), lambda seen, stamp: acts.correct_person(seen, wanted, stamp))
        return None

    def erase(self) -> None:
        """Erase the applicant everywhere; there is no way back."""
        applicant = self._acts.applicant
        if applicant is None:
            return
        key, identity = applicant.key, applicant.id
        self._acts.stack.forget(key)
        self.erased.emit(key, _("All data of ID {id} are erased").format(id=identity))
        self._background.run(
            Lane.CORE,
            lambda: self._workspace.erase(key),
            lambda receipt: self._erased(key, receipt),
            lambda error: self._not_erased(key, error),
        )

    def _decide(self, applicant: Applicant, kind: DecisionKind) -> None:
        workspace, stamp = self._workspace, self._workspace.stamp()
        write = self._letters.text_for(kind) if applicant.person.email else None
        decision_id, letter_id = DecisionId(new_id()), LetterId(new_id())
        words = done_words(kind, display_name(applicant.person) or applicant.id, next_rung(applicant))
        if write is None:
            words = _("{what}, without a letter").format(what=words)
        entry = UndoEntry(applicant=applicant.key, label=words, returns=True, commands=[stamp.id])

        def work() -> list[Outcome]:
            rendered = None if write is None else write(applicant)
            hold = workspace.correspondence.schedule.leaves_at(kind, stamp.at) - stamp.at
            command = acts.decide(
                applicant, kind, rendered, stamp, decision_id=decision_id, letter_id=letter_id, hold=hold
            )
            outcome = workspace.execute(command)
            if outcome.undo is not None:
                entry.undo.append(outcome.undo)
            return [outcome]

        self._acts.stack.push(entry)
        self._acts.carry(PLACE, applicant.key, work, entry)
        self.decided.emit(entry, words, self._hold_s())

    def _refusal(self, applicant: Applicant, kind: DecisionKind) -> ReviewerError | None:
        """What the rules say to this decision, asked with a letter that is certainly not empty."""
        try:
            command = acts.decide(
                applicant,
                kind,
                _SAMPLE if applicant.person.email else None,
                self._workspace.stamp(),
                decision_id=DecisionId(""),
                letter_id=LetterId(""),
                hold=timedelta(),
            )
            apply(command, applicant)
        except ReviewerError as error:
            return error
        return None

    def _hold_s(self) -> int:
        return self._workspace.settings.number("letters.hold_seconds")

    def _erased(self, key: ApplicantKey, receipt: ReceiptId) -> None:
        self._announcer.announce(Change(topics=_ERASED, applicants=frozenset({key})))

    def _not_erased(self, key: ApplicantKey, error: Exception) -> None:
        self._acts.wanted.emit(key)
        self.failed.emit(PLACE, error)


def _names_something(applicant: Applicant, workspace: Workspace) -> bool:
    criteria = workspace.checklist.criteria
    return any(applicant.answer_to(criterion.key).answer is Answer.LACKING for criterion in criteria)
