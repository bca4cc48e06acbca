"""Asks what an applicant answered and gives back what is to be recorded; the pages act on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewer.domain.applicant import Applicant, State, display_name
from reviewer.domain.attachments import possible_attachments
from reviewer.domain.commands import RecordObjection, RecordReply, Stamp
from reviewer.domain.ids import LetterId, ReplyId
from reviewer.domain.letter import RenderedLetter
from reviewer.domain.objections import Objection, answer_template
from reviewer.domain.reply_acts import record_objection, record_reply
from reviewer.errors import Refused, ReviewerError
from reviewer.i18n import gettext as _
from reviewer.workspace import Workspace, new_id
from ui.background import Background, Lane
from ui.replies.objection_sheet import ObjectionSheet
from ui.replies.reply_sheet import ReplySheet
from ui.replies.written_sheet import Enclosable, SheetWords, WrittenSheet
from ui.review.review_words import objection_words
from ui.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Objected:
    """An objection with its answer as approved; hold is how long the answer waits."""

    applicant: Applicant
    objection: Objection
    rendered: RenderedLetter
    hold: timedelta

    def build(self, seen: Applicant, stamp: Stamp) -> RecordObjection:
        """The command that records it."""
        return record_objection(
            seen,
            self.objection,
            self.rendered,
            stamp,
            reply_id=ReplyId(new_id()),
            letter_id=LetterId(new_id()),
            not_before=stamp.at + self.hold,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Replied:
    """A reply as recorded; until is the day to look again."""

    applicant: Applicant
    came_on: date
    words: str
    until: date | None

    def build(self, seen: Applicant, stamp: Stamp) -> RecordReply:
        """The command that records it."""
        return record_reply(seen, self.came_on, self.words, stamp, reply_id=ReplyId(new_id()), until=self.until)


class Answering(QObject):
    """One sheet at a time; who may no longer object is told so instead of being asked."""

    objected = Signal(object)
    replied = Signal(object)
    erase_wanted = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, background: Background, host: QWidget) -> None:
        super().__init__(host)
        self._workspace = workspace
        self._background = background
        self._host = host
        self.sheet: Sheet | None = None

    def ask_objection(self, applicant: Applicant | None) -> None:
        """Ask which objection came."""
        refused = _refusal(applicant, letter=True)
        if applicant is None or refused is not None:
            self._refuse(refused)
            return
        sheet = ObjectionSheet(self._host, display_name(applicant.person) or applicant.id)
        sheet.chosen.connect(lambda objection: self._choose(applicant, objection))
        self._open(sheet)
        sheet.ask()

    def ask_reply(self, applicant: Applicant | None) -> None:
        """Ask what was answered."""
        refused = _refusal(applicant, letter=False)
        if applicant is None or refused is not None:
            self._refuse(refused)
            return
        today = self._workspace.clock().astimezone().date()
        sheet = ReplySheet(self._host, display_name(applicant.person) or applicant.id, today)
        sheet.replied.connect(
            lambda came_on, words, until: self.replied.emit(
                Replied(applicant=applicant, came_on=came_on, words=words, until=until)
            )
        )
        self._open(sheet)
        sheet.ask()

    def _choose(self, applicant: Applicant, objection: Objection) -> None:
        if objection is Objection.DELETE_DATA:
            self.erase_wanted.emit(applicant)
            return
        self._background.run(
            Lane.CORE,
            lambda: self._write(applicant, objection),
            lambda done: self._show(applicant, objection, *done),
            self.failed.emit,
        )

    def _write(self, applicant: Applicant, objection: Objection) -> tuple[RenderedLetter, timedelta, Enclosable]:
        post = self._workspace.correspondence
        enclosable = Enclosable(
            possible=possible_attachments(applicant, answer_template(objection)),
            mentions=post.mentions(applicant.person.language),
        )
        return post.compose(applicant, objection), self._hold(), enclosable

    def _hold(self) -> timedelta:
        moment = self._workspace.clock()
        return self._workspace.correspondence.schedule.leaves_at(None, moment) - moment

    def _show(
        self,
        applicant: Applicant,
        objection: Objection,
        rendered: RenderedLetter,
        hold: timedelta,
        enclosable: Enclosable,
    ) -> None:
        words = SheetWords(
            title=_("Answer to {name}").format(name=display_name(applicant.person) or applicant.id),
            remark=_("“{objection}”").format(objection=objection_words(objection)),
            button=_("Let it wait in the outbox"),
        )
        sheet = WrittenSheet(self._host, words, applicant.person.email, rendered, enclosable)
        sheet.approved.connect(
            lambda approved: self.objected.emit(
                Objected(applicant=applicant, objection=objection, rendered=approved, hold=hold)
            )
        )
        self._open(sheet)
        sheet.ask()

    def _open(self, sheet: Sheet) -> None:
        self.sheet = sheet
        sheet.closed.connect(sheet.deleteLater)

    def _refuse(self, refused: ReviewerError | None) -> None:
        if refused is not None:
            self.failed.emit(refused)


def _refusal(applicant: Applicant | None, *, letter: bool) -> ReviewerError | None:
    if applicant is None:
        return None
    if applicant.state not in {State.PENDING, State.FOLLOW_UP}:
        return Refused("reply-after-decision")
    return Refused("no-address") if letter and not applicant.person.email else None
