"""What a person may do with a letter of the outbox, carried to the core in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from reviewer.domain import acts
from reviewer.domain.applicant import Applicant
from reviewer.domain.attachments import kinds_of
from reviewer.domain.commands import Command, Stamp
from reviewer.domain.followup import due_date
from reviewer.domain.ids import LetterId
from reviewer.domain.letter import AttachmentKind, LetterState, RenderedLetter
from reviewer.domain.views import LetterRow, Outcome
from reviewer.errors import Outdated
from reviewer.i18n import gettext as _
from reviewer.workspace import Workspace
from ui.announcer import Announcer
from ui.attachment_words import kind_name
from ui.background import Background, Lane
from ui.outbox.letter_words import name_of

_GONE = (LetterState.SENT, LetterState.SENDING)
Build = Callable[[Applicant, Stamp], Command]


class LetterActs(QObject):
    """One act at a time for each letter; an act upon a state that no longer holds is refused as outdated."""

    acted = Signal(str)
    failed = Signal(str, object)
    said = Signal(str, object)
    busy_changed = Signal()

    def __init__(self, workspace: Workspace, background: Background, announcer: Announcer) -> None:
        super().__init__()
        self._workspace = workspace
        self._background = background
        self._announcer = announcer
        self._busy: set[LetterId] = set()

    def is_busy(self, letter: LetterId) -> bool:
        """Whether an act for this letter is under way."""
        return letter in self._busy

    def hold(self, row: LetterRow, then: Callable[[], None] | None = None) -> None:
        """Keep a scheduled letter back; then is called once that is done."""
        said = "" if then is not None else _("{name}: held").format(name=name_of(row))
        self._act(row, _move(row, LetterState.HELD), said, then)

    def release(self, row: LetterRow) -> None:
        """Let a held letter go; it can be taken back for as long as a new one."""
        build = _move(row, LetterState.QUEUED, not_before=self.release_at(row.not_before))
        self._act(row, build, _("{name}: released").format(name=name_of(row)))

    def try_again(self, row: LetterRow) -> None:
        """Let a failed or doubted letter leave now."""
        build = _move(row, LetterState.QUEUED, not_before=self._workspace.clock())
        self._act(row, build, _("{name}: is sent again").format(name=name_of(row)), undoable=False)

    def declare_arrived(self, row: LetterRow) -> None:
        """A person knows that a doubted letter did arrive; its rung counts from now."""
        rung = row.template.rung
        due_on = due_date(self._workspace.clock(), rung, self._workspace.settings.ladder_days) if rung else None
        self._act(row, _move(row, LetterState.SENT, due_on=due_on), _("{name}: arrived").format(name=name_of(row)))

    def take_back(self, row: LetterRow) -> None:
        """Take a waiting letter back, and the decision it belongs to."""
        undone = _("{name}: decision undone, back in the queue")
        words = _("{name}: answer taken back") if row.template.answers_objection else undone
        said = words.format(name=name_of(row))
        self._act(row, lambda applicant, stamp: acts.withdraw_letter(applicant, row.id, stamp), said)

    def edit(
        self,
        row: LetterRow,
        seen: tuple[str, str],
        wanted: tuple[str, str],
        then: Callable[[], None],
        *,
        release: bool,
    ) -> None:
        """Give a waiting letter its new text (subject, body), and release it if it was held for writing only."""
        rendered = RenderedLetter(subject=wanted[0], body=wanted[1])

        def build(applicant: Applicant, stamp: Stamp) -> Command:
            return replace(acts.edit_letter(applicant, row.id, rendered, stamp), seen=seen)

        steps: list[Build] = [build]
        if release:
            steps.append(_move(row, LetterState.QUEUED, not_before=self.release_at(row.not_before)))
        said = _("{name}: letter saved").format(name=name_of(row))
        self._carry(row, lambda: [self._execute(row, step) for step in steps], said, then, undoable=not release)

    def attach(self, row: LetterRow, kind: AttachmentKind, *, wanted: bool) -> None:
        """Let something go along with a waiting letter or not; the sentence that names it follows."""
        kinds = kinds_of(row.attachments)
        build = self._attaching(row, kinds | {kind} if wanted else kinds - {kind})
        words = _("{name}: {what} goes along") if wanted else _("{name}: {what} stays here")
        self._act(row, build, words.format(name=name_of(row), what=kind_name(kind)))

    def release_without(self, row: LetterRow) -> None:
        """Let a letter go without the CV that kept it here."""
        steps = (
            self._attaching(row, kinds_of(row.attachments) - {AttachmentKind.ANNOTATED_CV}),
            _move(row, LetterState.QUEUED, not_before=self.release_at(row.not_before)),
        )
        said = _("{name}: released without the CV").format(name=name_of(row))
        self._carry(row, lambda: [self._execute(row, step) for step in steps], said, None, undoable=True)

    def _attaching(self, row: LetterRow, kinds: frozenset[AttachmentKind]) -> Build:
        def build(applicant: Applicant, stamp: Stamp) -> Command:
            letter = applicant.letter(row.id)
            if letter is None:
                raise Outdated("letter-unknown")
            rendered = self._workspace.correspondence.attach_to(letter, applicant, kinds)
            return acts.edit_letter(applicant, row.id, rendered, stamp, attached=rendered.attachments)

        return build

    def release_at(self, not_before: datetime) -> datetime:
        """When a letter released now leaves at the earliest."""
        return max(not_before, self._workspace.correspondence.schedule.leaves_at(None, self._workspace.clock()))

    def _act(
        self, row: LetterRow, build: Build, said: str, then: Callable[[], None] | None = None, *, undoable: bool = True
    ) -> None:
        self._carry(row, lambda: [self._execute(row, build)], said, then, undoable=undoable)

    def _carry(
        self,
        row: LetterRow,
        work: Callable[[], list[Outcome]],
        said: str,
        then: Callable[[], None] | None,
        *,
        undoable: bool,
    ) -> None:
        if row.applicant is None or row.id in self._busy:
            return
        self._busy.add(row.id)
        self.busy_changed.emit()

        def done(outcomes: list[Outcome]) -> None:
            self._end(row)
            if then is not None:
                then()
            self.acted.emit(row.id)
            self._tell(row, outcomes, said, undoable=undoable)

        self._background.run(Lane.CORE, work, done, lambda error: self._fail(row, error))

    def _execute(self, row: LetterRow, build: Build) -> Outcome:
        """In the background: act upon the letter as the person saw it."""
        assert row.applicant is not None
        applicant = self._workspace.applicant(row.applicant)
        command = build(applicant, self._workspace.stamp())
        known = applicant.letter(row.id)
        if known is None:
            raise Outdated("letter-unknown")
        if known.state is not row.state:
            raise Outdated("letter-gone" if known.state in _GONE else "letter-changed")
        return self._workspace.execute(command)

    def _tell(self, row: LetterRow, outcomes: list[Outcome], said: str, *, undoable: bool) -> None:
        for outcome in outcomes:
            self._announcer.announce(outcome.change)
        back = [outcome.undo for outcome in reversed(outcomes) if outcome.undo is not None]
        if said:
            self.said.emit(said, (lambda: self._undo(row, back)) if back and undoable else None)

    def _undo(self, row: LetterRow, commands: list[Command]) -> None:
        def work() -> list[Outcome]:
            return [self._workspace.undo(command) for command in commands]

        words = _("{name}: as it was before").format(name=name_of(row))
        self._carry(row, work, words, None, undoable=False)

    def _fail(self, row: LetterRow, error: Exception) -> None:
        self._end(row)
        self.failed.emit(row.id, error)

    def _end(self, row: LetterRow) -> None:
        self._busy.discard(row.id)
        self.busy_changed.emit()


def _move(
    row: LetterRow,
    state: LetterState,
    *,
    not_before: datetime | None = None,
    due_on: date | None = None,
) -> Build:
    def build(applicant: Applicant, stamp: Stamp) -> Command:
        return acts.move_letter(applicant, row.id, state, stamp, not_before=not_before, due_on=due_on)

    return build
