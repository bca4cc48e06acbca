"""The release screen: every recipient, subject and whole text, a box to untick each, and how far the batch is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from ui.actions import key_label
from ui.release.release_item import ReleaseItem, Stage
from ui.release.release_list import ReleaseList
from ui.release.release_run import ReleaseRun
from ui.release.release_words import along_line, button_words, ended_words, remedy, second_line, take_back_words, why
from ui.review.letter_editor import LetterEditor
from ui.theme import S2, S3, theme
from ui.widgets.buttons import ActionButton
from ui.widgets.confirm import Confirm
from ui.widgets.labels import PlainLabel
from ui.widgets.panels import ProgressLine
from ui.widgets.paragraph import Paragraph
from ui.widgets.sheet import Sheet

MOST_UNASKED = 10
"""A batch of more than this is asked about once more."""
_WIDTH = 1080
_HEIGHT = 480
_LIST = 340
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ReleaseSheet(Sheet):
    """Lets go what is ticked, stops when told, and says of each letter what became of it; closing ends nothing."""

    def __init__(self, host: QWidget, run: ReleaseRun) -> None:
        super().__init__(host, _("Release letters"), _WIDTH)
        self._run = run
        self._over = False
        self._window = host
        self.list = ReleaseList(run.items)
        self._address = PlainLabel(role="strong", selectable=True)
        self._subject = PlainLabel(role="heading", selectable=True)
        self._along = PlainLabel(role="small", tone="dim")
        self._reason = Paragraph("", tone="bad")
        self._text = LetterEditor()
        self._text.only_read()
        self._text.left.connect(self.list.setFocus)
        self._undo = ActionButton(_("Take this letter back"), key="Z")
        self._undo.clicked.connect(self._take_back)
        self._undo_all = ActionButton("", key=key_label("Shift+Z"))
        self._undo_all.clicked.connect(self._take_all_back)
        self._progress = ProgressLine(_("How many letters are released"))
        self._said = PlainLabel(role="small", tone="dim")
        self._no = ActionButton("", key=_("Esc"))
        self._yes = ActionButton("", key=key_label("Ctrl+Return"), kind="primary")
        self._lay_out()
        self._no.clicked.connect(self.close_sheet)
        self._yes.clicked.connect(self._release)
        self.list.chosen.connect(self._show)
        self.list.ticked.connect(self._refresh)
        run.changed.connect(self._changed)
        run.ended.connect(self._end)
        self.question: Confirm | None = None

    def is_ready(self) -> bool:
        """Whether every letter is written or known to stay."""
        return self._run.ready()

    def ask(self) -> None:
        """Cover the host, the list with the keyboard, and let the letters be written."""
        self.open(self.list)
        self.list.choose_first()
        self._refresh()
        self._run.prepare()

    def words(self) -> str:
        """What is said of the batch."""
        return self._said.text()

    def along(self) -> str:
        """What is said to go along with the letter in sight."""
        return self._along.text()

    def shown(self) -> tuple[str, str, str]:
        """Address, subject and text in sight."""
        return self._address.text(), self._subject.text(), self._text.toPlainText()

    def close_sheet(self) -> None:
        """While letters are leaving, the first Escape stops the batch; the next one closes."""
        if self._run.running:
            self._run.stop()
            self._refresh()
            return
        self._run.close()
        super().close_sheet()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._release()
        elif event.key() == Qt.Key.Key_Z:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._take_all_back()
            else:
                self._take_back()
        else:
            super().keyPressEvent(event)

    def _release(self) -> None:
        count = self._run.going()
        if not self._yes.isEnabled() or not count:
            return
        if count <= MOST_UNASKED:
            self._start()
            return
        self.question = Confirm(
            self._window,
            title=ngettext("Release {count} letter?", "Release {count} letters?", count).format(count=count),
            text=_("Each waits in the outbox for its time and can be taken back there until it leaves."),
            button=button_words(count),
            danger=False,
        )
        self.question.confirmed.connect(self._start)
        self.question.closed.connect(self.question.deleteLater)
        self.question.ask()

    def _start(self) -> None:
        self.list.open_to_ticks = False
        self._run.start()
        self._refresh()

    def _end(self) -> None:
        self._over = True
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()

    def _take_back(self) -> None:
        item = self.list.current()
        if item is not None and item.undo and not self._run.running:
            self._run.undo(item)

    def _take_all_back(self) -> None:
        if not self._run.running:
            self._run.undo_all()
            self._refresh()

    def _changed(self, item: ReleaseItem | None) -> None:
        if item is not None:
            self.list.tell(item)
            if item is self.list.current():
                self._show(item)
        self._refresh()

    def _show(self, item: ReleaseItem | None) -> None:
        written = None if item is None else item.written
        code = "" if item is None else item.reason or item.warning
        self._address.setText("" if item is None else item.address or _("no address"))
        self._subject.setText("" if written is None else written.subject)
        if self._text.toPlainText() != ("" if written is None else written.body):
            self._text.write(
                "" if written is None else written.body, () if written is None else written.lead_ins, fresh=True
            )
        along = "" if item is None else along_line(item)
        self._along.setText(along)
        self._along.setVisible(bool(along))
        if item is not None:
            self._run.weigh(item)
        self._reason.set_text(_("{title}. {remedy}").format(title=why(code), remedy=remedy(code)) if code else "")
        self._reason.setVisible(bool(code))
        self._undo.setVisible(item is not None and bool(item.undo))

    def _refresh(self) -> None:
        run = self._run
        count = run.going()
        self._yes.setText(button_words(count))
        self._yes.setAccessibleName(button_words(count))
        self._yes.setVisible(not self._over and not run.running)
        self._yes.setEnabled(run.ready() and count > 0)
        self._no.setText(_("Stop") if run.running else _("Close") if self._over else _("Cancel"))
        self._no.setAccessibleName(self._no.text())
        self._progress.setVisible(run.running or not run.ready())
        self._said.setText(self._progress_words())
        item = self.list.current()
        self._undo.setVisible(item is not None and bool(item.undo) and not run.running)
        self._undo_all.set_label(take_back_words(run.undoable()))
        self._undo_all.setVisible(run.undoable() > 1 and not run.running)

    def _progress_words(self) -> str:
        run, total = self._run, len(self._run.items)
        if run.running:
            self._progress.setRange(0, run.total)
            self._progress.setValue(run.done)
            return _("{done} of {total} released").format(done=run.done, total=run.total)
        if self._over:
            return ended_words(run.items, left=run.total - run.done)
        written = sum(item.stage is not Stage.WAITING for item in run.items)
        self._progress.setRange(0, total)
        self._progress.setValue(written)
        if not run.ready():
            return _("{done} of {total} written").format(done=written, total=total)
        barred = [item for item in run.items if item.stage is Stage.BARRED]
        if barred:
            words = ngettext(
                "{count} cannot be released: {why}", "{count} cannot be released, first: {why}", len(barred)
            )
            return words.format(count=len(barred), why=second_line(barred[0]))
        return _("Space ticks, A ticks all or none, Z takes a released letter back.")

    def _lay_out(self) -> None:
        self.body.addWidget(Paragraph(_("Release letters"), role="title"))
        self.list.setFixedWidth(theme().px(_LIST))
        letter = QWidget()
        column = QVBoxLayout(letter)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S2)
        for part in (self._address, self._subject, self._along, self._reason):
            column.addWidget(part)
        column.addWidget(self._text, 1)
        column.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignLeft)
        work = QWidget()
        work.setMinimumHeight(theme().px(_HEIGHT))
        across = QHBoxLayout(work)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(S3)
        across.addWidget(self.list)
        across.addWidget(letter, 1)
        self.body.addWidget(work, 1)
        self.body.addWidget(self._progress)
        foot = QHBoxLayout()
        foot.setSpacing(S2)
        foot.addWidget(self._said, 1)
        foot.addWidget(self._undo_all)
        foot.addWidget(self._no)
        foot.addWidget(self._yes)
        self.body.addLayout(foot)
