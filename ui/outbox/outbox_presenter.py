"""Loads the outbox, keeps it current, and joins what is chosen, typed and done."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reviewer.domain.ids import LetterId
from reviewer.domain.letter import WAITING_STATES, LetterState
from reviewer.domain.views import LetterRow, Topic
from reviewer.workspace import Workspace
from ui.announcer import Announcer
from ui.background import Background
from ui.outbox.along_reader import AlongReader
from ui.outbox.letter_acts import LetterActs
from ui.outbox.letter_groups import MOST_OPEN, MOST_OVER, OPEN
from ui.outbox.letter_writing import Text, Writings
from ui.watched_load import WatchedLoad

_TOPICS = frozenset({Topic.APPLICANT, Topic.LETTERS, Topic.QUEUE, Topic.RECEIPTS})


class OutboxPresenter(QObject):
    """What it gives is the newest there is, and what a person has typed is never lost by it."""

    loaded = Signal(object)
    changed = Signal()

    def __init__(self, workspace: Workspace, background: Background, announcer: Announcer) -> None:
        super().__init__()
        self._workspace = workspace
        self.load = WatchedLoad(background, announcer, self._load, _TOPICS)
        self.acts = LetterActs(workspace, background, announcer)
        self.writings = Writings()
        self.along = AlongReader(workspace, background)
        self.along.told.connect(self.changed)
        self.rows: tuple[LetterRow, ...] = ()
        self.load.loaded.connect(self._show)

    def row(self, letter: LetterId) -> LetterRow | None:
        """A letter as it was last loaded."""
        return next((row for row in self.rows if row.id == letter), None)

    def begin(self, row: LetterRow) -> None:
        """Write in a waiting letter; one that would leave meanwhile is held first."""
        if row.applicant is None or row.state not in WAITING_STATES:
            return
        if self.writings.find(row.id) is not None:
            self.changed.emit()
        elif row.state is LetterState.QUEUED:
            self.acts.hold(row, lambda: self._begin(row, release=True))
        else:
            self._begin(row, release=False)

    def type(self, letter: LetterId, typed: Text) -> None:
        """Keep what is typed so far."""
        self.writings.type(letter, typed)

    def save(self, letter: LetterId) -> None:
        """Put what was typed into the letter; it stays in the field until the core has taken it."""
        row, writing = self.row(letter), self.writings.find(letter)
        if row is None or writing is None or self.acts.is_busy(letter):
            return
        if not writing.is_changed and not writing.overruled:
            self.drop(letter)
            return
        wanted = (writing.typed[0].strip(), writing.typed[1].strip())
        self.acts.edit(row, writing.seen, wanted, lambda: self._end(letter, wanted), release=writing.release)

    def drop(self, letter: LetterId) -> None:
        """Forget what was typed; a letter held for writing goes its way again."""
        row, writing = self.row(letter), self.writings.drop(letter)
        self.changed.emit()
        if row is not None and writing is not None and writing.release and row.state is LetterState.HELD:
            self.acts.release(row)

    def _begin(self, row: LetterRow, *, release: bool) -> None:
        self.writings.begin(row, release=release)
        self.changed.emit()

    def _end(self, letter: LetterId, text: Text) -> None:
        """The core has taken the text: show it at once, before the letters are loaded anew."""
        self.writings.drop(letter)
        self.rows = tuple(replace(row, subject=text[0], body=text[1]) if row.id == letter else row for row in self.rows)
        self.loaded.emit(self.rows)

    def _load(self) -> tuple[LetterRow, ...]:
        return (
            *self._workspace.letters(OPEN, MOST_OPEN),
            *self._workspace.letters((LetterState.SENT,), MOST_OVER),
            *self._workspace.letters((LetterState.CANCELLED,), MOST_OVER),
        )

    def _show(self, rows: tuple[LetterRow, ...]) -> None:
        self.rows = rows
        self.writings.follow(rows)
        self.loaded.emit(rows)
