"""Has CVs checked behind the window: the shown and the next ones first, the whole list while nobody acts."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.domain.checkable import Checkable
from reviewer.domain.findings import Findings
from reviewer.domain.ids import ApplicantKey, DocumentId
from reviewer.domain.views import Change, Topic
from reviewer.errors import DocumentUnreadable, describe, find_frames
from ui.announcer import Announcer
from ui.background import Background, Lane, Ticket

if TYPE_CHECKING:
    from reviewer.workspace import Workspace

SHOWN_PRIORITY, NEXT_PRIORITY, CHORE_PRIORITY = 20, 45, 90
REST_MS = 400
"""How long nobody must have asked for anything before a CV of the list is checked."""
_STEP_MS = 30
_TELL_MS = 1_500
_TURN_MS = 3_600_000
_BATCH = 50
_MOST_FRAMES = 6
_log = logging.getLogger(f"reviewer.{__name__}")


class Prechecking(QObject):
    """One CV of the list at a time, and never while the background does anything a person waits for."""

    found = Signal(str, object)
    """A document, and its Findings; None when it cannot be checked."""

    def __init__(self, workspace: Workspace, background: Background, announcer: Announcer, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._background = background
        self._announcer = announcer
        self._wanted: dict[DocumentId, Ticket] = {}
        self._waiting: list[Checkable] = []
        self._news: set[ApplicantKey] = set()
        self._through = False
        self._after: Checkable | None = None
        self._chore: Ticket | None = None
        self._ended = False
        self._given_up: dict[DocumentId, Exception | None] = {}
        self._told: set[ApplicantKey] = set()
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._go_on)
        self._tell = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._tell.timeout.connect(self._announce)
        self._turn = QTimer(self, interval=_TURN_MS)
        self._turn.timeout.connect(self._begin_anew)
        self._turn.start()
        background.idle_now.connect(lambda: self._rest.start(REST_MS))
        announcer.changed.connect(self._hear)

    def want(self, checkable: Checkable, priority: int) -> None:
        """Somebody is about to look at this CV: check it before the list."""
        document = checkable.document
        if document in self._wanted:
            return
        if document in self._given_up:
            self._tell_fault(document)
            self.found.emit(document, None)
            return
        self._wanted[document] = self._background.run(
            Lane.DOCUMENTS,
            lambda: self._workspace.prechecks.check(checkable),
            lambda findings: self._take(checkable, findings),
            lambda error: self._give_up(checkable, error, seen=True),
            priority=priority,
        )

    def stop(self) -> None:
        """Begin nothing more; what runs ends by itself."""
        self._ended = True
        for timer in (self._rest, self._tell, self._turn):
            timer.stop()
        for ticket in (*self._wanted.values(), *([self._chore] if self._chore else [])):
            ticket.cancel()

    def _go_on(self) -> None:
        """The next chore, if nobody waits for anything."""
        if self._ended or self._chore is not None or not self._background.idle():
            return
        while self._waiting:
            checkable = self._waiting.pop(0)
            if checkable.document not in self._given_up and checkable.document not in self._wanted:
                self._check(checkable)
                return
        if self._news:
            news, self._news = tuple(self._news), set()
            self._look(lambda: self._workspace.prechecks.due(None, _BATCH, among=news), self._looked_at_news)
        elif not self._through:
            after = self._after
            self._look(lambda: self._workspace.prechecks.due(after, _BATCH), self._looked)

    def _check(self, checkable: Checkable) -> None:
        self._chore = self._background.run(
            Lane.DOCUMENTS,
            lambda: self._workspace.prechecks.check(checkable),
            lambda findings: self._end_chore(lambda: self._take(checkable, findings)),
            lambda error: self._end_chore(lambda: self._give_up(checkable, error, seen=False)),
            priority=CHORE_PRIORITY,
            chore=True,
        )

    def _look(self, work: Callable[[], tuple[Checkable, ...]], done: Callable[[tuple[Checkable, ...]], None]) -> None:
        self._chore = self._background.run(
            Lane.DOCUMENTS,
            work,
            done,
            self._look_failed,
            priority=CHORE_PRIORITY,
            chore=True,
        )

    def _looked(self, due: tuple[Checkable, ...]) -> None:
        self._chore = None
        self._through = not due
        if due:
            self._after = due[-1]
            self._waiting = list(due)
        self._rest.start(_STEP_MS)

    def _look_failed(self, error: Exception) -> None:
        """The list is looked through again with the next change."""
        self._chore, self._through = None, True
        _log.warning("the list is not checked: %s", describe(error))

    def _looked_at_news(self, due: tuple[Checkable, ...]) -> None:
        self._chore = None
        self._waiting = list(due)
        self._rest.start(_STEP_MS)

    def _end_chore(self, tell: Callable[[], None]) -> None:
        self._chore = None
        tell()
        self._rest.start(_STEP_MS)

    def _take(self, checkable: Checkable, findings: Findings) -> None:
        self._wanted.pop(checkable.document, None)
        self.found.emit(checkable.document, findings)
        self._told.add(checkable.applicant)
        if not self._tell.isActive():
            self._tell.start()

    def _give_up(self, checkable: Checkable, error: Exception, *, seen: bool) -> None:
        """Not again in this sitting; a fault in the rules is told when somebody looks at the CV, once."""
        document = checkable.document
        self._wanted.pop(document, None)
        self._given_up[document] = None
        if isinstance(error, DocumentUnreadable):
            _log.info("a CV was not checked: %s", error.code)
        else:
            self._given_up[document] = error
            where = "; ".join(find_frames(error.__traceback__)[-_MOST_FRAMES:])
            _log.warning("a CV was not checked: %s, at %s", describe(error), where)
        if seen:
            self._tell_fault(document)
        self.found.emit(document, None)

    def _tell_fault(self, document: DocumentId) -> None:
        fault, self._given_up[document] = self._given_up[document], None
        if fault is not None:
            self._background.failed.emit(fault)

    def _announce(self) -> None:
        """Tell the list, now and then rather than for each CV."""
        told, self._told = frozenset(self._told), set()
        if told:
            self._announcer.changed.disconnect(self._hear)
            self._announcer.announce(Change(topics=frozenset({Topic.QUEUE}), applicants=told))
            self._announcer.changed.connect(self._hear)

    def _hear(self, change: Change) -> None:
        """An act concerns a few; looking through a whole list of thousands after each would be a waste."""
        if Topic.QUEUE not in change.topics:
            return
        if 0 < len(change.applicants) <= _BATCH:
            self._news |= change.applicants
            if not self._rest.isActive():
                self._rest.start(REST_MS)
        else:
            self._begin_anew()

    def _begin_anew(self) -> None:
        """CVs have come, or the month has turned: look through the list from its beginning."""
        self._after = None
        self._through = False
        self._waiting = []
        if not self._rest.isActive():
            self._rest.start(REST_MS)
