"""The outbox page: the letters at the left, the whole of one at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from reviewer.domain.letter import AttachmentKind, LetterState
from reviewer.domain.views import LetterRow
from reviewer.i18n import gettext as _
from ui.actions import Actions, Group
from ui.errors import words_for
from ui.outbox.held_release import held_items
from ui.outbox.letter_bar import KEYS, Deed
from ui.outbox.letter_pane import LetterPane
from ui.outbox.letter_sheets import send_again_sheet, take_back_sheet
from ui.outbox.letters_column import LettersColumn
from ui.outbox.outbox_presenter import OutboxPresenter
from ui.pages import Parts
from ui.release.release_run import ReleaseRun
from ui.release.release_sheet import ReleaseSheet
from ui.theme import theme
from ui.watched_load import WatchedPage
from ui.widgets.confirm import Confirm
from ui.widgets.panels import EmptyState
from ui.window import Window

LIST_WIDTHS = (320, 384, 520)
"""Least, usual and most width in pixels at the usual font size."""
_LIST_SHARE = 0.315
_SECOND_MS = 1000
_UNDO_S = 20
_ACTIONS = (*sorted(set(KEYS.values())), "letter-applicant", "letter-search")


class OutboxPage(WatchedPage):
    """Joins the views with the presenter; it decides nothing itself."""

    applicant_wanted = Signal(str)
    """The key of an applicant to be opened."""

    def __init__(self, presenter: OutboxPresenter, parts: Parts) -> None:
        super().__init__(presenter.load)
        self._presenter = presenter
        self._parts = parts
        self._window: Window = parts.window
        self.release_sheet: ReleaseSheet | None = None
        self._fault_of = ""
        actions = parts.window.actions_table
        clock = parts.workspace.clock
        self.column = LettersColumn(clock, actions.key("letter-batch"))
        keys = {name: actions.key(name) for name in _ACTIONS}
        self.pane = LetterPane(clock, keys, parts.workspace.checklist.titles)
        self.sheet: Confirm | None = None
        self._nothing = EmptyState("mail", "")
        self._failed = EmptyState("triangle-alert", "", "", _("Try again"))
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._is_sized = False
        self._right = QStackedWidget()
        self._places = QStackedWidget()
        self._second = QTimer(self, interval=_SECOND_MS)
        self._second.timeout.connect(self.tell_time)
        self._lay_out()
        self._connect(actions)
        self.setFocusProxy(self.column.list)

    def tell_time(self) -> None:
        """A second has passed."""
        self.column.list.letters().repaint()
        self.pane.facts.tell_time()

    def do(self, deed: Deed) -> None:
        """Do what a button or its key says with the chosen letter, if that is offered."""
        row = self.column.list.current()
        if row is None or not self.pane.bar.can(deed):
            return
        self._clear_fault()
        acts = self._presenter.acts
        deeds: dict[Deed, Callable[[], object]] = {
            Deed.RELEASE: partial(acts.release, row),
            Deed.RELEASE_WITHOUT: partial(acts.release_without, row),
            Deed.HOLD: partial(acts.hold, row),
            Deed.AGAIN: partial(acts.try_again, row),
            Deed.ARRIVED: partial(acts.declare_arrived, row),
            Deed.SEND_AGAIN: partial(self._ask, send_again_sheet, row, partial(acts.try_again, row)),
            Deed.TAKE_BACK: partial(self._take_back, row),
            Deed.EDIT: partial(self._edit, row),
            Deed.SAVE: partial(self._presenter.save, row.id),
            Deed.DROP: partial(self._presenter.drop, row.id),
            Deed.RECEIPTS: partial(self._window.show_page, "erasures"),
        }
        deeds[deed]()

    def take_back(self) -> None:
        """Take back what the status line offers to; else the decision of the chosen letter."""
        if self._window.status.toast.can_undo():
            self._window.status.toast.undo()
        else:
            self.do(Deed.TAKE_BACK)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_sized:
            self._is_sized = True
            usual = min(theme().px(LIST_WIDTHS[1]), round(self.width() * _LIST_SHARE))
            self._splitter.setSizes([usual, self.width() - usual])
        self._keep_time()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._second.stop()

    def release_held(self) -> None:
        """Lay the release screen over the window, with the letters that are held."""
        items = held_items(self._parts.workspace, self._presenter.rows)
        if not items:
            self._window.say(_("No letter is held"))
            return
        run = ReleaseRun(self._parts.workspace, self._parts.background, self._parts.announcer, items)
        sheet = ReleaseSheet(self._window, run)
        self.release_sheet = sheet
        sheet.closed.connect(sheet.deleteLater)
        sheet.ask()

    def _take_back(self, row: LetterRow) -> None:
        take_back = partial(self._presenter.acts.take_back, row)
        if row.template.answers_objection:
            take_back()
        else:
            self._ask(take_back_sheet, row, take_back)

    def _edit(self, row: LetterRow) -> None:
        self._presenter.begin(row)
        self.pane.focus_text()

    def _ask(self, make: Callable[[QWidget, LetterRow], Confirm], row: LetterRow, then: Callable[[], None]) -> None:
        self.sheet = make(self.window(), row)
        self.sheet.confirmed.connect(then)
        self.sheet.closed.connect(self.sheet.deleteLater)
        self.sheet.ask()

    def _show_rows(self, rows: tuple[LetterRow, ...]) -> None:
        self._places.setCurrentIndex(1 if rows else 0)
        self.column.show_rows(rows)
        self._nothing_words(rows)
        self._refresh()
        self._keep_time()

    def _nothing_words(self, rows: tuple[LetterRow, ...]) -> None:
        if any(row.state not in {LetterState.SENT, LetterState.CANCELLED} for row in rows):
            listed = self.column.list.letters().rowCount() > 0
            self._nothing.set_words(
                _("No letter chosen"), _("Choose one at the left to see all of it.") if listed else ""
            )
        else:
            self._nothing.set_words(_("All letters have left"), _("Nothing waits, and nothing needs you here."))

    def _choose(self, row: LetterRow | None) -> None:
        if row is None or row.id != self._fault_of:
            self._clear_fault()
        if row is None:
            self._nothing_words(self._presenter.rows)
        self._refresh()

    def _refresh(self) -> None:
        row = self.column.list.current()
        self._right.setCurrentIndex(0 if row is None else 1)
        self.column.list.letters().set_edited(self._presenter.writings.letters())
        if row is not None:
            writing = self._presenter.writings.find(row.id)
            along = self._presenter.along.along(row)
            self.pane.show_letter(row, writing, along, busy=self._presenter.acts.is_busy(row.id))

    def _type(self, text: object) -> None:
        row = self.column.list.current()
        if row is not None:
            self._presenter.type(row.id, text)  # type: ignore[arg-type]  # the pane gives subject and body

    def _attach(self, kind: AttachmentKind, wanted: bool) -> None:
        row = self.column.list.current()
        if row is not None:
            self._clear_fault()
            self._presenter.acts.attach(row, kind, wanted=wanted)

    def _open_applicant(self) -> None:
        row = self.column.list.current()
        if row is not None and row.applicant is not None:
            self.applicant_wanted.emit(row.applicant)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._window.say(_("Message-ID copied"))

    def _say(self, words: str, undo: object) -> None:
        self._window.say(words, undo=undo, seconds=_UNDO_S if undo is not None else 0)  # type: ignore[arg-type]

    def _show_fault(self, letter: str, error: Exception) -> None:
        row = self.column.list.current()
        words = words_for(error)
        if row is None or row.id != letter:
            self._window.say(words.title, bad=True)
        else:
            self._fault_of = letter
            self.pane.show_fault(words)
        self._presenter.load.reload()

    def _clear_fault(self) -> None:
        self._fault_of = ""
        self.pane.show_fault(None)

    def _show_failure(self, error: Exception) -> None:
        words = words_for(error)
        self._failed.set_words(words.title, words.remedy)
        self._places.setCurrentIndex(2)

    def _keep_time(self) -> None:
        wanted = any(row.state is LetterState.QUEUED for row in self._presenter.rows)
        if wanted and self.isVisible():
            self._second.start()
        else:
            self._second.stop()

    def _connect(self, actions: Actions) -> None:
        presenter, column, pane = self._presenter, self.column, self.pane
        presenter.loaded.connect(self._show_rows)
        presenter.load.failed.connect(self._show_failure)
        presenter.changed.connect(self._refresh)
        presenter.acts.busy_changed.connect(self._refresh)
        presenter.acts.failed.connect(self._show_fault)
        presenter.acts.said.connect(self._say)
        self._failed.pressed.connect(presenter.load.reload)
        column.list.chosen.connect(self._choose)
        column.batch.clicked.connect(self.release_held)
        pane.typed.connect(self._type)
        pane.left.connect(column.list.setFocus)
        pane.copied.connect(self._copy)
        pane.along.ticked.connect(self._attach)
        pane.applicant_wanted.connect(self._open_applicant)
        pane.bar.wanted.connect(self.do)
        deeds: dict[str, Callable[[], object]] = {
            "letter-next": partial(column.list.step, 1),
            "letter-previous": partial(column.list.step, -1),
            "letter-open": pane.focus_text,
            "letter-hold": self._hold_or_release,
            "letter-again": partial(self.do, Deed.AGAIN),
            "letter-edit": partial(self.do, Deed.EDIT),
            "letter-save": partial(self.do, Deed.SAVE),
            "letter-take-back": self.take_back,
            "letter-applicant": self._open_applicant,
            "letter-search": column.focus_search,
            "letter-batch": self.release_held,
            "letter-attach-cv": partial(pane.along.flip, AttachmentKind.ANNOTATED_CV),
            "letter-attach-guide": partial(pane.along.flip, AttachmentKind.GUIDE),
        }
        for name, deed in deeds.items():
            actions[name].triggered.connect(partial(_do, deed))

    def _hold_or_release(self) -> None:
        self.do(Deed.HOLD if self.pane.bar.can(Deed.HOLD) else Deed.RELEASE)

    def _lay_out(self) -> None:
        self.column.setMinimumWidth(theme().px(LIST_WIDTHS[0]))
        self.column.setMaximumWidth(theme().px(LIST_WIDTHS[2]))
        self._right.addWidget(self._nothing)
        self._right.addWidget(self.pane)
        splitter = self._splitter
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.column)
        splitter.addWidget(self._right)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        empty = EmptyState(
            "mail",
            _("No letters yet"),
            _("Letters appear here as soon as you decide. Each waits a little before it leaves, so it can be undone."),
        )
        for place in (empty, splitter, self._failed):
            self._places.addWidget(place)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._places)


def _do(deed: Callable[[], object], _checked: object = None) -> None:
    deed()


def make_outbox(parts: Parts) -> OutboxPage:
    """The outbox with all it stands on."""
    presenter = OutboxPresenter(parts.workspace, parts.background, parts.announcer)
    page = OutboxPage(presenter, parts)
    presenter.setParent(page)
    return page


def add_outbox(parts: Parts) -> OutboxPage:
    """Add the outbox to the window and give it."""
    page = make_outbox(parts)
    parts.window.add_page("outbox", "mail", lambda: _("Outbox"), page, groups=frozenset({Group.OUTBOX}))
    return page
