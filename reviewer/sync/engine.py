"""One round between desk and shared database: push, pull, deliver, pull what sending changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa

from reviewer.domain.checklist import Checklist
from reviewer.domain.ids import ApplicantKey
from reviewer.domain.views import Change, SyncReport, Topic
from reviewer.errors import Unavailable
from reviewer.log import LOGGER
from reviewer.privacy.erasure import Forget
from reviewer.storage import lists, schema
from reviewer.storage.engine import clock_difference, writing
from reviewer.sync.deliver import Delivery
from reviewer.sync.deliver_way import Delivered, Way
from reviewer.sync.desk_clock import DeskClock
from reviewer.sync.pull import Pulled, pull
from reviewer.sync.push import Pushed, push


class SyncEngine:
    """Runs rounds for one desk; a round that cannot reach the shared database changes nothing here."""

    def __init__(
        self,
        shared: sa.Engine,
        replica: sa.Engine,
        checklist: Checklist,
        clock: DeskClock,
        forget: Forget,
        *,
        owner: str,
        embedded: bool,
        system: Callable[[], datetime],
    ) -> None:
        self._shared = shared
        self._replica = replica
        self._checklist = checklist
        self._clock = clock
        self._forget = forget
        self._owner = owner
        self._embedded = embedded
        self._system = system
        self._ready = False

    def prepare(self) -> None:
        """See to the shared schema once; Unavailable when there is no answer, Misconfigured when it is not ours."""
        if not self._ready:
            schema.ensure(self._shared, "shared", may_upgrade=self._embedded)
            self._ready = True

    def round(
        self, way: Way | None, days: tuple[int, int, int], *, cancelled: Callable[[], bool] = lambda: False
    ) -> SyncReport:
        """One round; way None sends nothing."""
        turned = self._turn_of_day()
        pushed, pulled, delivered, offline = Pushed(), Pulled(), Delivered(), ""
        try:
            self.prepare()
            self._clock.set_right(clock_difference(self._shared, self._system))
            pushed = push(self._shared, self._replica, self._clock())
            pulled = self._pull(pushed, cancelled)
            if way is not None:
                sender = Delivery(self._shared, self._replica, self._owner, self._clock, days)
                delivered = sender.run(way, cancelled=cancelled)
                if delivered.any:
                    again = self._pull(Pushed(), cancelled)
                    pulled.applicants |= again.applicants
                    pulled.erased |= again.erased
                    pulled.receipts += again.receipts
                    pulled.texts += again.texts
        except Unavailable as error:
            offline = error.code
        report = _report(pushed, pulled, delivered, offline, turned)
        _note(report)
        return report

    def _pull(self, pushed: Pushed, cancelled: Callable[[], bool]) -> Pulled:
        today = self._clock().astimezone().date()
        return pull(
            self._shared, self._replica, pushed.settled, self._checklist, today, self._forget, cancelled=cancelled
        )

    def _turn_of_day(self) -> set[ApplicantKey]:
        with writing(self._replica) as connection:
            return set(lists.turn_of_day(connection, self._checklist, self._clock().astimezone().date()))


def _note(report: SyncReport) -> None:
    """A line in the log for a round in which anything happened or was in the way: counts and codes."""
    counts = (report.pushed, report.pulled, report.sent, report.failed, report.questions)
    if any(counts) or report.offline or report.mail:
        codes = (report.offline or "no", report.mail or "open")
        LOGGER.info("round: pushed=%d pulled=%d sent=%d failed=%d questions=%d offline=%s mail=%s", *counts, *codes)


def _report(
    pushed: Pushed, pulled: Pulled, delivered: Delivered, offline: str, turned: set[ApplicantKey]
) -> SyncReport:
    touched = pushed.applicants | pulled.applicants | pulled.erased | turned
    topics = {Topic.APPLICANT, Topic.QUEUE, Topic.LETTERS} if touched else set()
    if pushed.questions:
        topics.add(Topic.QUESTIONS)
    if pulled.texts:
        topics.add(Topic.TEMPLATES)
    if pulled.receipts or pushed.erased:
        topics |= {Topic.RECEIPTS, Topic.LETTERS}
    return SyncReport(
        pushed=len(pushed.settled) + pushed.erased,
        pulled=len(pulled.applicants) + len(pulled.erased),
        sent=delivered.sent,
        failed=delivered.failed + delivered.in_doubt + delivered.held,
        paced=delivered.paced,
        questions=pushed.questions,
        withdrawn=tuple(pushed.withdrawn),
        offline=offline,
        mail=delivered.trouble,
        change=Change(topics=frozenset(topics), applicants=frozenset(touched)),
    )
