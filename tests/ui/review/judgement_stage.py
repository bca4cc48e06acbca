"""A review with a real desk behind it: applicants imported from a folder, a queue that stands still."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from reviewer.domain.applicant import Answer, Applicant, Document
from reviewer.domain.ids import ApplicantId, ApplicantKey, CriterionKey
from reviewer.domain.letter import Letter
from reviewer.workspace import Workspace
from tests.desks import SetClock, open_desk, write_folder
from tests.papers_to_check import write_papers
from ui.announcer import Announcer
from ui.background import Background
from ui.review.decision_presenter import DecisionChoices
from ui.review.judgement_rows import CriterionRow
from ui.review.letter_sheet import LetterSheet
from ui.review.review_presenter import ReviewPresenter, ReviewState

CONTEXT, TASKS = CriterionKey("context"), CriterionKey("tasks")


class StandingQueue:
    """A queue whose order never changes, keeping to NextApplicant; who is skipped is remembered."""

    def __init__(self, keys: list[ApplicantKey]) -> None:
        self.keys = keys
        self.selected: list[ApplicantKey] = []
        self.skipped: list[ApplicantKey] = []

    def next_key(self, after: ApplicantKey | None) -> ApplicantKey | None:
        place = self.keys.index(after) + 1 if after in self.keys else 0
        left = [key for key in self.keys[place:] if key not in self.skipped]
        return left[0] if left else None

    def neighbours(self, key: ApplicantKey) -> tuple[ApplicantKey, ...]:
        following = self.next_key(key)
        return () if following is None else (following,)

    def select(self, key: ApplicantKey) -> None:
        self.selected.append(key)

    def skip(self, key: ApplicantKey) -> None:
        self.skipped.append(key)


class Sayings:
    """What was said in the status line, with how it can be taken back."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.undo: Callable[[], None] | None = None

    def __call__(
        self, text: str, *, undo: Callable[[], None] | None = None, seconds: int = 0, bad: bool = False
    ) -> None:
        self.said.append(text)
        self.undo = undo


class Stage:
    """A presenter on a desk with people 9999, 9998, …; what it last told its views is kept here."""

    def __init__(self, qtbot: QtBot, background: Background, folder: Path, people: int = 2, *texts: str) -> None:
        self.qtbot, self.background = qtbot, background
        self.clock = SetClock()
        self.closed = False
        self.desk: Workspace = open_desk(folder, None, "Anna", self.clock)
        incoming = folder / "incoming"
        self.desk.bring_in(write_papers(incoming, *texts) if texts else write_folder(incoming, people))
        self.announcer = Announcer()
        keys = [self.key(str(9999 - number)) for number in range(people)]
        self.queue, self.sayings = StandingQueue(keys), Sayings()
        self.presenter = ReviewPresenter(self.desk, background, self.announcer, self.queue, self.sayings)
        self.states: list[ReviewState] = []
        self.faults: list[tuple[str, str]] = []
        self.rows: tuple[CriterionRow, ...] = ()
        self.sheet: LetterSheet | None = None
        self.choices: DecisionChoices | None = None
        self.presenter.state_changed.connect(self.states.append)
        self.presenter.failed.connect(lambda place, error: self.faults.append((place, error.code)))
        self.presenter.judgement.rows_changed.connect(lambda rows: setattr(self, "rows", rows))
        self.presenter.letter.sheet_changed.connect(lambda sheet: setattr(self, "sheet", sheet))
        self.presenter.decisions.choices_changed.connect(lambda choices: setattr(self, "choices", choices))

    def close(self) -> None:
        """End the work under way and close the desk, once."""
        if not self.closed:
            self.closed = True
            self.presenter.show(None)
            self.rest()
            self.desk.close()

    def rest(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(self.background.idle)

    def show(self, id: str = "9999") -> None:
        self.presenter.show(self.key(id))
        self.rest()

    def key(self, id: str) -> ApplicantKey:
        key = self.desk.find(ApplicantId(id))
        assert key is not None
        return key

    def stored(self, id: str = "9999") -> Applicant:
        """The applicant as the desk holds it."""
        return self.desk.applicant(self.key(id))

    def answer(self, criterion: CriterionKey = CONTEXT, id: str = "9999") -> Answer:
        return self.stored(id).answer_to(criterion).answer

    def letters(self, id: str = "9999") -> tuple[Letter, ...]:
        return self.stored(id).letters

    def cv(self) -> Document:
        applicant = self.presenter.acts.applicant
        assert applicant is not None
        return applicant.documents[0]

    def shown_id(self) -> str:
        applicant = self.presenter.acts.applicant
        return "" if applicant is None else applicant.id

    def body(self) -> str:
        assert self.sheet is not None
        return self.sheet.body

    def type(self, body: str) -> None:
        """As if a person had typed until the letter reads so."""
        assert self.sheet is not None
        self.presenter.letter.type(self.sheet.subject, body)
