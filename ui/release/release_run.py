"""Writes the letters of a batch and lets them go, one after another in the background, until it is told to stop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from reviewer.domain.letter import AttachmentKind
from reviewer.domain.views import Outcome
from reviewer.errors import ReviewerError
from reviewer.workspace import Workspace
from ui.announcer import Announcer
from ui.background import Background, Lane, Ticket, Urgency
from ui.release.release_item import ReleaseItem, Stage, Written


class ReleaseRun(QObject):
    """Each letter is a piece of work of its own, so that other work comes in between and a stop holds at once."""

    changed = Signal(object)
    """An item has changed; None: how far the batch is."""
    ended = Signal()

    def __init__(
        self, workspace: Workspace, background: Background, announcer: Announcer, items: Sequence[ReleaseItem]
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._background = background
        self._announcer = announcer
        self._ticket: Ticket | None = None
        self._stopped = False
        self.items = tuple(items)
        self._left: list[ReleaseItem] = []
        self.done = 0
        self.total = 0
        self.running = False

    def prepare(self) -> None:
        """Write every letter, the first ones first."""
        item = next((item for item in self.items if item.stage is Stage.WAITING), None)
        if item is not None and not self._stopped:
            self._ticket = self._background.run(
                Lane.CORE,
                item.write,
                lambda written: self._prepared(item, written),
                lambda error: self._not_prepared(item, error),
            )

    def weigh(self, item: ReleaseItem) -> None:
        """Find out how large what goes along with a letter is; once is enough."""
        written = item.written
        if written is None or written.weigh is None or not written.along or item.sizes is not None:
            return
        item.sizes = {}

        def take(sizes: Mapping[AttachmentKind, int]) -> None:
            item.sizes = sizes
            self.changed.emit(item)

        self._background.run(Lane.DOCUMENTS, written.weigh, take, self._background.overlook, priority=Urgency.NEAR)

    def ready(self) -> bool:
        """Whether every letter is written or known to stay."""
        return all(item.stage is not Stage.WAITING for item in self.items)

    def going(self) -> int:
        """How many letters would leave now."""
        return sum(item.goes for item in self.items)

    def start(self) -> None:
        """Let the ticked letters go."""
        if self.running:
            return
        self._left = [item for item in self.items if item.goes]
        self.done, self.total, self.running, self._stopped = 0, len(self._left), True, False
        self._next()

    def stop(self) -> None:
        """Let no further letter go; those that have been released can be undone."""
        self._stopped = True

    def close(self) -> None:
        """Nobody looks any more."""
        self.stop()
        if self._ticket is not None and not self.running:
            self._ticket.cancel()

    def undo(self, item: ReleaseItem) -> None:
        """Take one released letter back."""
        commands, item.undo = item.undo, []
        if commands:
            self._background.run(
                Lane.CORE,
                lambda: [self._workspace.undo(command) for command in commands],
                lambda outcomes: self._undone(item, outcomes),
                lambda error: self._fail(item, error),
            )

    def undo_all(self) -> None:
        """Take back every letter this batch has released; one that has left says so."""
        for item in self.items:
            self.undo(item)

    def undoable(self) -> int:
        """How many letters can be taken back."""
        return sum(bool(item.undo) for item in self.items)

    def _next(self) -> None:
        item = self._left.pop(0) if self._left and not self._stopped else None
        deed = None if item is None or item.written is None else item.written.deed
        if item is None or deed is None:
            self.running = False
            self.changed.emit(None)
            self.ended.emit()
            return
        self._background.run(
            Lane.CORE, deed, lambda outcome: self._released(item, outcome), lambda error: self._refused(item, error)
        )

    def _prepared(self, item: ReleaseItem, written: Written) -> None:
        item.written, item.address = written, written.address
        item.reason = written.barred
        item.stage = Stage.BARRED if written.barred else Stage.READY
        self.changed.emit(item)
        self.prepare()

    def _not_prepared(self, item: ReleaseItem, error: Exception) -> None:
        item.stage, item.reason = Stage.BARRED, self._reason(error)
        self.changed.emit(item)
        self.prepare()

    def _released(self, item: ReleaseItem, outcome: Outcome) -> None:
        item.stage = Stage.RELEASED
        item.undo = [] if outcome.undo is None else [outcome.undo]
        self._announcer.announce(outcome.change)
        self._step(item)

    def _refused(self, item: ReleaseItem, error: Exception) -> None:
        self._fail(item, error)
        self._step(item)

    def _fail(self, item: ReleaseItem, error: Exception) -> None:
        item.stage, item.reason = Stage.REFUSED, self._reason(error)
        self.changed.emit(item)

    def _reason(self, error: Exception) -> str:
        """Why a letter stays; a fault of the program is reported, and the batch goes on without this letter."""
        self._background.overlook(error)
        return error.code if isinstance(error, ReviewerError) else type(error).__name__

    def _step(self, item: ReleaseItem) -> None:
        self.done += 1
        self.changed.emit(item)
        self._next()

    def _undone(self, item: ReleaseItem, outcomes: Sequence[Outcome]) -> None:
        item.stage = Stage.UNDONE
        for outcome in outcomes:
            self._announcer.announce(outcome.change)
        self.changed.emit(item)
