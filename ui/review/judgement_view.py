"""The checklist pane: a head, one row per criterion, and the notes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reviewer.domain.applicant import Answer
from reviewer.domain.findings import Verdict
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from ui.furnishing import Steps
from ui.review.criterion_row import CriterionRowView
from ui.review.judgement_rows import CriterionRow, NoteLine
from ui.review.notes_view import NotesView
from ui.theme import S1, theme
from ui.widgets.labels import PlainLabel

_MARGIN = 18
_OWN_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space}


class _RowList(QScrollArea):
    """As high as its rows while there is room, scrolling when there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = QWidget()
        self.rows = QVBoxLayout(self._inner)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)
        self.setWidget(self._inner)
        for surface in (self.viewport(), self._inner):
            surface.setAutoFillBackground(False)
        self._inner.installEventFilter(self)

    def sizeHint(self) -> QSize:
        inner = self._inner
        width = self.viewport().width()
        height = inner.heightForWidth(width) if inner.hasHeightForWidth() else inner.sizeHint().height()
        return QSize(inner.sizeHint().width(), height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other rows, another height."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), min(self.sizeHint().height(), theme().px(190)))


def remark(rows: Sequence[CriterionRow]) -> str:
    """How many are answered, and how the answers compare with the pre-check; before the first, what it proposes."""
    answered = sum(row.answer is not Answer.OPEN for row in rows)
    words = _("{answered} of {total} answered").format(answered=answered, total=len(rows))
    sure = [row for row in rows if row.proposal is not None and row.proposal.verdict is not Verdict.UNSURE]
    compared = [row for row in sure if row.answer is not Answer.OPEN]
    if compared:
        same = sum(row.proposal is not None and not row.proposal.overruled for row in compared)
        told = _("pre-check agrees {same}/{compared}").format(same=same, compared=len(compared))
    elif sure:
        told = ngettext("{count} proposal ⏎", "{count} proposals ⏎", len(sure)).format(count=len(sure))
    else:
        return words
    return _("{answered} · {told}").format(answered=words, told=told)


class JudgementView(QWidget):
    """Shows rows and says what a person wants; it knows no applicant."""

    cycled = Signal(str)
    focused = Signal(str)
    focus_moved = Signal(int)
    evidence_chosen = Signal(str)
    proposal_chosen = Signal(str)
    evidence_removed = Signal(str)
    note_written = Signal(str, str)
    note_removed = Signal(str)
    left = Signal()
    key_came = Signal()
    """A key is about to mean something for what is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("Checklist"))
        self._remark = PlainLabel(role="small", tone="dim")
        self._list = _RowList()
        self._views: list[CriterionRowView] = []
        self._rows: tuple[CriterionRow, ...] = ()
        self._fault = PlainLabel(role="small", tone="bad", wrap=True)
        self._fault.setContentsMargins(_MARGIN, 0, _MARGIN, S1)
        self._fault.hide()
        self._notes = NotesView()
        self._notes.written.connect(self.note_written)
        self._notes.removed.connect(self.note_removed)
        self._notes.left.connect(self.left)
        self._lay_out()

    def make_rows(self, count: int) -> Steps[None]:
        """Make so many rows beforehand, one a step, so that the first applicant need not wait for them."""
        while len(self._views) < count:
            self._add_view()
            yield

    def show_rows(self, rows: Sequence[CriterionRow]) -> None:
        """Show the criteria; the focused one is brought into sight."""
        self._rows = tuple(rows)
        while len(self._views) < len(rows):
            self._add_view()
        for view, row in zip(self._views, rows, strict=False):
            view.show_row(row)
            view.show()
        for view in self._views[len(rows) :]:
            view.hide()
        self._remark.setText(remark(rows))
        self._list.updateGeometry()
        QTimer.singleShot(0, self, self._reveal)

    def show_notes(self, notes: Sequence[NoteLine]) -> None:
        """Show the remarks on the whole."""
        self._notes.show_notes(notes)

    def show_fault(self, words: str) -> None:
        """Say what was refused; empty takes it back."""
        self._fault.setText(words)
        self._fault.setVisible(bool(words))

    def write_note(self, criterion: str = "") -> None:
        """Open the field for a note."""
        title = next((row.title for row in self._rows if row.key == criterion), "")
        self._notes.open(criterion, title)

    def close_note(self) -> None:
        """Close the field for a note."""
        self._notes.close_field()

    def event(self, event: QEvent) -> bool:
        """Arrows and Space are for the checklist while it has the keyboard, not for the page."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.key_came.emit()
        focused = next((row for row in self._rows if row.focused), None)
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.focus_moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Space and focused is not None:
            self.cycled.emit(focused.key)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt gives a QResizeEvent
        self._list.updateGeometry()

    def _reveal(self) -> None:
        focused = next((view for view in self._views if (row := view.row()) is not None and row.focused), None)
        if focused is not None:
            self._list.ensureWidgetVisible(focused, 0, 0)

    def _add_view(self) -> None:
        view = CriterionRowView()
        view.cycled.connect(self.cycled)
        view.focused.connect(self.focused)
        view.evidence_chosen.connect(self.evidence_chosen)
        view.proposal_chosen.connect(self.proposal_chosen)
        view.evidence_removed.connect(self.evidence_removed)
        view.note_removed.connect(self.note_removed)
        view.note_wanted.connect(self.write_note)
        view.hide()
        self._list.rows.addWidget(view)
        self._views.append(view)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        head.addWidget(PlainLabel(_("Checklist"), role="heading"))
        head.addWidget(self._remark, 1)
        self._remark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QWidget()
        bar.setFixedHeight(theme().px(44))
        bar.setLayout(head)
        column.addWidget(bar)
        column.addWidget(self._list, 1)
        column.addWidget(self._fault)
        column.addWidget(self._notes)
