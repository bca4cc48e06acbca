"""The erasures page: open demands on top, receipts below, one of them in full."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.letter import LetterState
from reviewer.domain.views import Change, Receipt, Topic
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from reviewer.workspace import Workspace
from ui.actions import Group
from ui.background import Lane
from ui.erasures.receipt_table import ReceiptTable
from ui.erasures.receipt_view import ReceiptView
from ui.erasures.receipt_words import ReceiptShown, count_open, file_name, receipt_text, with_reasons
from ui.errors import words_for
from ui.pages import Parts
from ui.review.banner_view import BannerView
from ui.review.banners import Banner
from ui.theme import S3, S5, theme
from ui.watched_load import WatchedLoad, WatchedPage
from ui.widgets.labels import PlainLabel
from ui.widgets.panels import EmptyState, Panel

_VIEW_WIDTH = 352
_TOPICS = frozenset({Topic.RECEIPTS, Topic.LETTERS, Topic.QUEUE, Topic.APPLICANT})
_UNDER_WAY = (
    LetterState.QUEUED,
    LetterState.SENDING,
    LetterState.FAILED,
    LetterState.IN_DOUBT,
    LetterState.HELD,
)
_MOST_LETTERS = 5_000
ChooseFile = Callable[[QWidget, str], str]
"""Asks where to save, proposing a name; empty when the person changed their mind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasuresShown:
    """Receipts with their reasons, and how many demands are not met yet."""

    receipts: tuple[ReceiptShown, ...]
    open_demands: int


def load_erasures(workspace: Workspace) -> ErasuresShown:
    """What the page shows; belongs into the background."""
    receipts = workspace.receipts()
    letters = workspace.letters(_UNDER_WAY, _MOST_LETTERS)
    return ErasuresShown(
        receipts=with_reasons(receipts, letters),
        open_demands=count_open(workspace.status().erasures_open, receipts),
    )


def ask_for_file(parent: QWidget, name: str) -> str:
    """The system's own file chooser."""
    return QFileDialog.getSaveFileName(parent, _("Save the receipt as a file"), name, _("Text (*.txt)"))[0]


class ErasuresPage(WatchedPage):
    """Shows receipts, which hold no personal data; only a confirmation that did not get through can be acted on."""

    def __init__(self, parts: Parts, choose_file: ChooseFile = ask_for_file) -> None:
        load = partial(load_erasures, parts.workspace)
        super().__init__(WatchedLoad(parts.background, parts.announcer, load, _TOPICS))
        self._parts = parts
        self._choose_file = choose_file
        actions = parts.window.actions_table
        self.table = ReceiptTable()
        self.view = ReceiptView({name: actions.key(name) for name in ("receipt-copy", "receipt-save")})
        self.banners = BannerView()
        self.remark = PlainLabel(role="small", tone="dim")
        self.empty = EmptyState("shield-check", "", "")
        self.failed = EmptyState("triangle-alert", "", "", _("Try again"))
        self._places = QStackedWidget()
        self._lay_out()
        self.load.setParent(self)
        self.load.loaded.connect(self._show)
        self.load.failed.connect(self._show_failure)
        self.failed.pressed.connect(self.load.reload)
        self.table.chosen.connect(self._choose)
        self.view.copy_wanted.connect(self.copy)
        self.view.save_wanted.connect(self.save)
        self.view.id_copied.connect(self._copy_id)
        self.view.moved.connect(self.move_confirmation)
        self.setFocusProxy(self.table)
        deeds: dict[str, Callable[[], object]] = {
            "receipt-next": partial(self.table.step, 1),
            "receipt-previous": partial(self.table.step, -1),
            "receipt-copy": self.copy,
            "receipt-save": self.save,
        }
        for name, deed in deeds.items():
            actions[name].triggered.connect(partial(_do, deed))

    def copy(self) -> None:
        """Put the chosen receipt onto the clipboard as text."""
        shown = self.table.current()
        if shown is not None:
            QGuiApplication.clipboard().setText(receipt_text(shown, self._parts.workspace.clock()))
            self._parts.window.say(_("Receipt copied"))

    def save(self) -> None:
        """Write the chosen receipt into a file that the person names."""
        shown = self.table.current()
        name = "" if shown is None else self._choose_file(self, file_name(shown.receipt))
        if shown is None or not name:
            return
        self.view.show_fault("")
        text = receipt_text(shown, self._parts.workspace.clock())
        self._parts.background.run(
            Lane.CORE, partial(_write, Path(name), text), lambda _done: self._saved(), self._not_saved
        )

    def move_confirmation(self, receipt: Receipt, wanted: LetterState) -> None:
        """Send a confirmation again, take it as arrived, or give up; the receipt tells afterwards."""
        seen = receipt.confirmation
        if seen is None:
            return
        self.view.show_fault("")
        self._parts.background.run(
            Lane.NETWORK,
            lambda: self._parts.workspace.confirmations.move(receipt.id, seen, wanted),
            lambda _done: self._parts.announcer.announce(Change(topics=frozenset({Topic.RECEIPTS}))),
            lambda error: self.view.show_fault(words_for(error).title),
        )

    def _show(self, shown: ErasuresShown) -> None:
        self._places.setCurrentIndex(1 if shown.receipts else 0)
        count = len(shown.receipts)
        self.remark.setText(ngettext("{count} receipt", "{count} receipts", count).format(count=count) if count else "")
        self.banners.show_banners(_demand_banners(shown.open_demands))
        if shown.open_demands:
            self.empty.set_words(_("No receipt yet"), _("It is written as soon as the shared database has erased."))
        else:
            self.empty.set_words(
                _("Nobody has asked to be erased"),
                _("When somebody does, everything of that person is erased at once, and a receipt stays here."),
            )
        self.table.show_receipts(shown.receipts)

    def _choose(self, shown: ReceiptShown | None) -> None:
        if shown is not None:
            self.view.show_receipt(shown)

    def _copy_id(self, id: str) -> None:
        QGuiApplication.clipboard().setText(id)
        self._parts.window.say(_("The receipt’s number was copied"))

    def _saved(self) -> None:
        self._parts.window.say(_("Receipt saved"))

    def _not_saved(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self.view.show_fault(_("The file could not be written. Choose another folder."))
        else:
            self.view.show_fault(words_for(error).title)

    def _show_failure(self, error: Exception) -> None:
        words = words_for(error)
        self.failed.set_words(words.title, words.remedy)
        self._places.setCurrentIndex(2)

    def _lay_out(self) -> None:
        receipts = Panel()
        row = QHBoxLayout(receipts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.table, 1)
        row.addWidget(self.view)
        self.view.setFixedWidth(theme().px(_VIEW_WIDTH))
        for place in (self.empty, receipts, self.failed):
            self._places.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._places, 1)

    def _head(self) -> QWidget:
        head = Panel("b")
        line = QHBoxLayout()
        line.setContentsMargins(S5, 0, S5, 0)
        line.setSpacing(S3)
        line.addWidget(PlainLabel(_("Erasures"), role="title"))
        line.addWidget(self.remark)
        line.addStretch(1)
        column = QVBoxLayout(head)
        column.setContentsMargins(0, S3, 0, S3)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.banners)
        margins = self.banners.layout()
        assert margins is not None
        margins.setContentsMargins(S5, S3, S5, 0)
        head.setMinimumHeight(theme().px(52))
        return head


def _demand_banners(open_demands: int) -> list[Banner]:
    if not open_demands:
        return []
    words = ngettext(
        "{count} demand is kept on this desk and will be met as soon as the shared database answers. "
        "Here the person’s data is erased already.",
        "{count} demands are kept on this desk and will be met as soon as the shared database answers. "
        "Here the people’s data is erased already.",
        open_demands,
    )
    return [Banner(icon="hourglass", tone="warn", words=words.format(count=open_demands))]


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _do(deed: Callable[[], object], _checked: object = None) -> None:
    deed()


def add_erasures(parts: Parts) -> None:
    """Add the erasures to the window."""
    groups = frozenset({Group.ERASURES})
    parts.window.add_page("erasures", "eraser", lambda: _("Erasures"), ErasuresPage(parts), groups=groups)
