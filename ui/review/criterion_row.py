"""One criterion in the checklist pane: key, answer, title, and beneath it evidence, guidance and notes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from reviewer.domain.applicant import Answer
from reviewer.domain.findings import Verdict
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from ui.review.judgement_rows import CriterionRow, EvidenceChip, NoteLine
from ui.review.proposal_lines import ProposalLine, ReasonLine
from ui.review.review_words import answer_name
from ui.theme import S1, S2, theme
from ui.widgets.badges import KeyCap
from ui.widgets.buttons import IconButton, PaintedButton
from ui.widgets.labels import PlainLabel, one_line, plain_tooltip
from ui.widgets.marks import AnswerMark, Mark
from ui.widgets.painting import painter_for, ring

_MARGIN = 18
_PAD = 7
_MARKS = {Answer.OPEN: Mark.OPEN, Answer.FINE: Mark.FINE, Answer.LACKING: Mark.LACKING}
_PROPOSED = {
    Verdict.FINE: Mark.PROPOSED_FINE,
    Verdict.LACKING: Mark.PROPOSED_LACKING,
    Verdict.UNSURE: Mark.UNSURE,
}
_MOST_PLACES = 4


class _Link(PaintedButton):
    """A quiet line one can press, shortened to the room there is."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme().font("small"))
        self.setText(one_line(text))
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, theme().px(18))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(40), theme().px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(theme().color("accent" if self.underMouse() else "dim"))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(plain_tooltip(self.text()) if shown != self.text() else "")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        if self.hasFocus():
            ring(painter, self.rect(), 4)


class CriterionRowView(QWidget):
    """Shows one row; the whole row is as high as it needs, the focused one stands on the soft accent."""

    cycled = Signal(str)
    focused = Signal(str)
    evidence_chosen = Signal(str)
    evidence_removed = Signal(str)
    proposal_chosen = Signal(str)
    note_wanted = Signal(str)
    note_removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: CriterionRow | None = None
        self._cap = KeyCap("")
        self._mark = AnswerMark()
        self._title = PlainLabel(role="strong")
        self._note = IconButton("sticky-note", _("Note on this criterion"), side=20)
        self._note.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lines = QVBoxLayout()
        self._mark.clicked.connect(lambda: self._emit(self.cycled))
        self._note.clicked.connect(lambda: self._emit(self.note_wanted))
        self._lay_out()

    def show_row(self, row: CriterionRow) -> None:
        """Show a criterion."""
        if row == self._row:
            return
        self._row = row
        self._cap.set_text(str(row.number))
        self._show_answer(row.answer, row.title, row.proposal)
        self._title.setText(row.title)
        self._note.setVisible(row.focused)
        self.setAccessibleName(f"{row.number} {row.title}, {answer_name(row.answer)}")
        self.setAccessibleDescription("" if row.proposal is None else row.proposal.told())
        _empty(self._lines)
        for line in self._make_lines(row):
            self._lines.addWidget(line)
        self.update()

    def _show_answer(self, answer: Answer, title: str, proposal: ProposalLine | None) -> None:
        """The answer, or hollow what is only proposed."""
        hollow = proposal is not None and proposal.hollow
        mark = _PROPOSED[proposal.verdict] if proposal is not None and hollow else _MARKS[answer]
        words = _("{criterion}: {answer}").format(criterion=title, answer=answer_name(answer))
        self._mark.set_mark(mark, words, words if proposal is None else f"{words}\n{proposal.told()}")

    def row(self) -> CriterionRow | None:
        """What is shown."""
        return self._row

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._emit(self.focused)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._row is not None and self._row.focused:
            painter_for(self).fillRect(self.rect(), theme().color("accent_soft"))

    def _emit(self, signal: SignalInstance) -> None:
        if self._row is not None:
            signal.emit(self._row.key)

    def _make_lines(self, row: CriterionRow) -> list[QWidget]:
        lines: list[QWidget] = []
        if row.focused:
            lines += [self._evidence_line(chip) for chip in row.evidence]
            lines += self._proposal_lines(row)
            if not row.evidence and not (row.proposal and row.proposal.hollow):
                lines.append(PlainLabel(row.guidance, role="small", tone="dim", wrap=True))
        else:
            lines += self._short_line(row)
        lines += [self._note_line(note) for note in row.notes]
        return lines

    def _proposal_lines(self, row: CriterionRow) -> list[QWidget]:
        """What is proposed, why, and where: each place leads to its page."""
        proposal = row.proposal
        if proposal is None:
            return []
        if not proposal.hollow:
            return [self._answered_line(proposal)]
        words = _Link(proposal.words)
        words.setFont(theme().font("small-strong"))
        words.clicked.connect(lambda: self._emit(self.proposal_chosen))
        lines: list[QWidget] = [words]
        lines += [_reason_line(reason) for reason in proposal.reasons]
        for chip in row.proposed_places[:_MOST_PLACES]:
            place = _Link(chip.words)
            place.clicked.connect(partial(self.evidence_chosen.emit, chip.id))
            lines.append(place)
        return lines

    @staticmethod
    def _answered_line(proposal: ProposalLine) -> QWidget:
        form = _("{proposal} · overruled") if proposal.overruled else "{proposal}"
        return PlainLabel(form.format(proposal=proposal.words), role="small", tone="faint")

    def _short_line(self, row: CriterionRow) -> list[QWidget]:
        proposal = row.proposal
        if proposal is not None and proposal.hollow and not row.evidence:
            told = " · ".join((proposal.words, *(chip.words for chip in row.proposed_places[:1])))
            words = _Link(told)
            words.clicked.connect(lambda: self._emit(self.proposal_chosen))
            return [words]
        overruled = [self._answered_line(proposal)] if proposal is not None and proposal.overruled else []
        return [*self._first_evidence(row), *overruled]

    def _first_evidence(self, row: CriterionRow) -> list[QWidget]:
        if not row.evidence:
            return []
        first = _Link(row.evidence[0].words)
        first.clicked.connect(lambda: self.evidence_chosen.emit(row.evidence[0].id))
        more = len(row.evidence) - 1
        if not more:
            return [first]
        words = PlainLabel(
            ngettext("and {count} more", "and {count} more", more).format(count=more), role="small", tone="faint"
        )
        return [_side_by_side(first, words)]

    def _evidence_line(self, chip: EvidenceChip) -> QWidget:
        words = _Link(chip.words)
        words.clicked.connect(lambda: self.evidence_chosen.emit(chip.id))
        remove = IconButton("x", _("Take this evidence away"), side=20)
        remove.clicked.connect(lambda: self.evidence_removed.emit(chip.id))
        return _side_by_side(words, remove)

    def _note_line(self, note: NoteLine) -> QWidget:
        words = PlainLabel(
            _("{name}: {note}").format(name=note.by, note=note.text) if note.by else note.text,
            role="small",
            tone="warn",
            wrap=True,
        )
        remove = IconButton("x", _("Take this note away"), side=20)
        remove.clicked.connect(lambda: self.note_removed.emit(note.id))
        return _side_by_side(words, remove)

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(S1)
        title.addWidget(self._title, 1)
        title.addWidget(self._note)
        self._note.hide()
        self._lines.setSpacing(1)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        self._title.setFixedHeight(theme().px(20))
        column.addLayout(title)
        column.addLayout(self._lines)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, _PAD, _MARGIN, _PAD)
        row.setSpacing(S2 + 2)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._cap, 0, top)
        row.addWidget(self._mark, 0, top)
        row.addLayout(column, 1)
        self.setMinimumHeight(theme().px(34))


def _reason_line(reason: ReasonLine) -> QWidget:
    sign = PlainLabel("+" if reason.supports else "−", role="small-strong", tone="dim" if reason.supports else "faint")
    sign.setFixedWidth(theme().px(12))
    sign.setAlignment(Qt.AlignmentFlag.AlignTop)
    words = PlainLabel(reason.text, role="small", tone="dim", wrap=True)
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(S1)
    layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(words, 1)
    return line


def _side_by_side(words: QWidget, last: QWidget) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(S1)
    layout.addWidget(words, 1)
    layout.addWidget(last, 0, Qt.AlignmentFlag.AlignTop)
    return line


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
