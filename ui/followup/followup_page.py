"""The follow-up page: three rungs beside each other, and the chosen person's next letter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain import acts
from reviewer.domain.applicant import LAST_RUNG, Applicant, DecisionKind, display_name, list_name
from reviewer.domain.letter import AttachmentKind, RenderedLetter
from reviewer.i18n import gettext as _
from ui.actions import Group
from ui.errors import words_for
from ui.followup.due_release import due_items
from ui.followup.followup_pane import Deed, FollowUpPane
from ui.followup.followup_presenter import Ahead, Board, FollowUpPresenter
from ui.followup.followup_words import last_reply_words, total_words
from ui.followup.people_model import Person
from ui.followup.rung_column import RungColumn
from ui.pages import Parts
from ui.release.release_run import ReleaseRun
from ui.release.release_sheet import ReleaseSheet
from ui.replies.answering import Answering, Objected, Replied
from ui.replies.written_sheet import SheetWords, WrittenSheet
from ui.review.decision_sheets import LaterSheet
from ui.review.review_words import day_words
from ui.theme import S3, S4, theme
from ui.watched_load import WatchedPage
from ui.widgets.buttons import ActionButton
from ui.widgets.panels import EmptyState, Panel, TitleRow
from ui.widgets.sheet import Sheet

PANE_WIDTHS = (360, 440, 720)
_UNDO_S = 20


class FollowUpPage(WatchedPage):
    """Joins the views with the presenter; it decides nothing itself."""

    applicant_wanted = Signal(str)
    erase_wanted = Signal(object)

    def __init__(self, presenter: FollowUpPresenter, parts: Parts) -> None:
        super().__init__(presenter.load)
        self._presenter = presenter
        self._parts = parts
        self._window = parts.window
        self._board: Board | None = None
        self._column = 0
        self._is_sized = False
        actions = parts.window.actions_table
        self.title = TitleRow(_("Follow-up"), role="title")
        self._batch = ActionButton(_("Release all due…"), key=actions.key("follow-batch"), icon="send")
        self.columns = [RungColumn(rung, edges="" if rung == LAST_RUNG else "r") for rung in range(1, LAST_RUNG + 1)]
        self.pane = FollowUpPane({deed.value: actions.key(deed.value) for deed in Deed})
        self.answering = Answering(parts.workspace, parts.background, parts.window)
        self.sheet: Sheet | None = None
        self._nobody = EmptyState("calendar-clock", _("Nobody chosen"), _("Choose somebody to see the next letter."))
        self._empty = EmptyState(
            "calendar-clock",
            _("Nobody is in follow-up"),
            _("Who gets feedback appears here, with the day on which an answer is due."),
        )
        self._failed = EmptyState("triangle-alert", "", "", _("Try again"))
        self._right, self._places, self._splitter = QStackedWidget(), QStackedWidget(), QSplitter()
        self._lay_out()
        self._connect()

    def do(self, deed: Deed) -> None:
        """Do what a button or its key says with the chosen person, if that is offered."""
        person, ahead = self._current(), self._presenter.ahead
        if person is None or not self.pane.can(deed):
            return
        if deed is Deed.OPEN:
            self.applicant_wanted.emit(person.row.key)
            return
        if ahead is None or ahead.applicant.key != person.row.key:
            return
        deeds: dict[Deed, Callable[[], object]] = {
            Deed.RELEASE: self._release,
            Deed.REJECT: partial(self._ask_out, ahead),
            Deed.OBJECTION: partial(self.answering.ask_objection, ahead.applicant),
            Deed.REPLY: partial(self.answering.ask_reply, ahead.applicant),
            Deed.LATER: partial(self._ask_later, ahead.applicant),
        }
        deeds[deed]()

    def release_due(self) -> None:
        """Lay the release screen over the window, with everybody due on the first two rungs."""
        if self._board is None:
            return
        items = due_items(self._parts.workspace, self._board, self._board.columns)
        if not items:
            self._window.say(_("Nobody is due on rung 1 or 2"))
            return
        run = ReleaseRun(self._parts.workspace, self._parts.background, self._parts.announcer, items)
        sheet = ReleaseSheet(self._window, run)
        self._open(sheet)
        sheet.ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_sized:
            self._is_sized = True
            usual = max(theme().px(PANE_WIDTHS[1]), self.width() // 3)
            self._splitter.setSizes([self.width() - usual, min(usual, theme().px(PANE_WIDTHS[2]))])

    def _current(self) -> Person | None:
        return self.columns[self._column].list.current()

    def _show(self, board: Board) -> None:
        first = self._board is None
        self._board = board
        for column, shown in zip(self.columns, board.columns, strict=True):
            column.show_column(shown, board.today)
        self.title.set_remark(total_words(board.columns))
        self._batch.setEnabled(bool(due_items(self._parts.workspace, board, board.columns)))
        self._places.setCurrentIndex(0 if any(column.parts for column in board.columns) else 1)
        if first or self._current() is None:
            self._go_to_first()
        self._choose(self._column, self._current())

    def _go_to_first(self) -> None:
        for number, column in enumerate(self.columns):
            if column.list.choose_any():
                self._column = number
                if self.isVisible() and not self._window.findChildren(Sheet):
                    column.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _choose(self, column: int, person: Person | None) -> None:
        if person is not None:
            self._column = column
            self.setFocusProxy(self.columns[column].list)
            for number, other in enumerate(self.columns):
                other.list.mark(active=number == column)
        shown = self._current()
        self._right.setCurrentIndex(0 if shown is None else 1)
        if shown is not None and self._board is not None:
            self.pane.show_person(shown, self._board.today)
        self._presenter.show(None if shown is None else shown.row)

    def _step_column(self, by: int) -> None:
        for number in range(self._column + by, len(self.columns) if by > 0 else -1, by):
            if self.columns[number].list.choose_any():
                self.columns[number].list.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _step(self, by: int) -> None:
        people = self.columns[self._column].list
        people.setFocus(Qt.FocusReason.OtherFocusReason)
        people.step(by)

    def _focus_people(self) -> None:
        self.columns[self._column].list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_letter(self, ahead: Ahead) -> None:
        self.pane.show_letter(ahead)
        self.pane.show_reply(last_reply_words(ahead.applicant))

    def _release(self) -> None:
        if not self._presenter.release():
            self._window.say(_("This letter cannot be released"), bad=True)

    def _ask_out(self, ahead: Ahead) -> None:
        """The last step is a person's signature: the letter is read, and the name stands on the button."""
        name = display_name(ahead.applicant.person) or ahead.applicant.id
        if not ahead.applicant.person.email or ahead.rendered is None or ahead.kind is not DecisionKind.REJECT:
            self.applicant_wanted.emit(ahead.applicant.key)
            return
        signed = self._parts.workspace.settings.text("reviewer.name")
        words = SheetWords(
            title=_("Put {name} out?").format(name=name),
            remark=_("After the third letter it is up or out. This is your decision, and it bears your name."),
            button=_("Out, signed {name}").format(name=signed) if signed else _("Out"),
            danger=True,
        )
        sheet = WrittenSheet(self._window, words, ahead.applicant.person.email, ahead.rendered)
        sheet.approved.connect(self._sign)
        self._open(sheet)
        sheet.ask()

    def _sign(self, rendered: RenderedLetter) -> None:
        self._presenter.sign_out(rendered)

    def _ask_later(self, applicant: Applicant) -> None:
        sheet = LaterSheet(self._window, applicant, self._parts.workspace.clock().astimezone().date())

        def chosen(until: object, reason: str) -> None:
            said = _("{name}: asleep until {day}").format(name=list_name(applicant.person), day=day_words(until))  # type: ignore[arg-type]  # the sheet gives a date
            self._presenter.act(applicant, lambda seen, stamp: acts.defer(seen, until, reason, stamp), said)  # type: ignore[arg-type]

        sheet.chosen.connect(chosen)
        self._open(sheet)
        sheet.ask()

    def _record_objection(self, objected: Objected) -> None:
        said = _("{name}: objection answered").format(name=list_name(objected.applicant.person))
        self._presenter.act(objected.applicant, objected.build, said)

    def _record_reply(self, replied: Replied) -> None:
        said = _("{name}: reply recorded").format(name=list_name(replied.applicant.person))
        self._presenter.act(replied.applicant, replied.build, said)

    def _open(self, sheet: Sheet) -> None:
        self.sheet = sheet
        sheet.closed.connect(sheet.deleteLater)

    def _say(self, words: str, undo: object) -> None:
        self._window.say(words, undo=undo, seconds=_UNDO_S if undo is not None else 0)  # type: ignore[arg-type]

    def _tell(self, error: Exception) -> None:
        words = words_for(error)
        self._window.say(_("{title}. {remedy}").format(title=words.title, remedy=words.remedy), bad=True)
        self._presenter.load.reload()

    def _show_failure(self, error: Exception) -> None:
        words = words_for(error)
        self._failed.set_words(words.title, words.remedy)
        self._places.setCurrentIndex(2)

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.loaded.connect(self._show)
        presenter.load.failed.connect(self._show_failure)
        presenter.written.connect(self._show_letter)
        presenter.said.connect(self._say)
        presenter.failed.connect(self._tell)
        self._failed.pressed.connect(presenter.load.reload)
        self._batch.clicked.connect(self.release_due)
        self.pane.wanted.connect(self.do)
        self.pane.along_ticked.connect(presenter.attach)
        self.pane.text.left.connect(self._focus_people)
        self.answering.objected.connect(self._record_objection)
        self.answering.replied.connect(self._record_reply)
        self.answering.failed.connect(self._tell)
        self.answering.erase_wanted.connect(self.erase_wanted)
        for number, column in enumerate(self.columns):
            column.list.chosen.connect(partial(self._choose, number))
        deeds: dict[str, Callable[[], object]] = {
            **{deed.value: partial(self.do, deed) for deed in Deed},
            "follow-next": partial(self._step, 1),
            "follow-previous": partial(self._step, -1),
            "follow-right": partial(self._step_column, 1),
            "follow-left": partial(self._step_column, -1),
            "follow-batch": self.release_due,
            "follow-attach-cv": partial(self.pane.along.flip, AttachmentKind.ANNOTATED_CV),
            "follow-attach-guide": partial(self.pane.along.flip, AttachmentKind.GUIDE),
            "follow-undo": self._window.status.toast.undo,
        }
        for name, deed in deeds.items():
            self._window.actions_table[name].triggered.connect(partial(_do, deed))

    def _lay_out(self) -> None:
        board = QWidget()
        rungs = QHBoxLayout(board)
        rungs.setContentsMargins(0, 0, 0, 0)
        rungs.setSpacing(0)
        for column in self.columns:
            rungs.addWidget(column, 1)
        self._right.addWidget(self._nobody)
        self._right.addWidget(self.pane)
        self._right.setMinimumWidth(theme().px(PANE_WIDTHS[0]))
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(board)
        self._splitter.addWidget(self._right)
        self._splitter.setStretchFactor(0, 1)
        for place in (self._splitter, self._empty, self._failed):
            self._places.addWidget(place)
        head = Panel("b")
        across = QHBoxLayout(head)
        across.setContentsMargins(S4, S3, S4, S3)
        across.setSpacing(S4)
        across.addWidget(self.title, 1)
        across.addWidget(self._batch)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(0)
        column_layout.addWidget(head)
        column_layout.addWidget(self._places, 1)


def _do(deed: Callable[[], object], _checked: object = None) -> None:
    deed()


def add_follow_up(parts: Parts) -> FollowUpPage:
    """Add the follow-up to the window and give it."""
    presenter = FollowUpPresenter(parts.workspace, parts.background, parts.announcer)
    page = FollowUpPage(presenter, parts)
    presenter.setParent(page)
    parts.window.add_page(
        "follow-up", "calendar-clock", lambda: _("Follow-up"), page, groups=frozenset({Group.FOLLOW_UP})
    )
    return page
