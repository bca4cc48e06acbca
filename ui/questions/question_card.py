"""One question as a card: how things stand beside what was wanted, each with its button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain.applicant import display_name
from reviewer.domain.ids import CommandId
from reviewer.domain.views import Choice, Question
from reviewer.errors import ReviewerError
from reviewer.i18n import gettext as _
from ui.errors import words_for
from ui.questions.question_words import Side, Titles, mine, refusal, theirs
from ui.review.review_words import moment_words
from ui.theme import RADIUS, S1, S2, S3, S4, theme
from ui.widgets.buttons import ActionButton
from ui.widgets.labels import PlainLabel, one_line
from ui.widgets.painting import fill_box, painter_for, ring
from ui.widgets.panels import Card
from ui.widgets.paragraph import Paragraph

_TEXT_WIDTH = 600


class _SideView(QWidget):
    def __init__(self, caption: str, side: Side, button: ActionButton) -> None:
        super().__init__()
        self.side = side
        self.outcome = Paragraph(side.outcome, role="small", tone="dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(S4, S3, S4, S4)
        column.setSpacing(S1)
        column.addWidget(PlainLabel(caption, role="tiny-strong", tone="faint"))
        column.addWidget(Paragraph(one_line(side.title), role="strong"))
        for line in side.lines:
            column.addWidget(Paragraph(one_line(line), role="small", tone="dim"))
        column.addStretch(1)
        column.addSpacing(S2)
        column.addWidget(self.outcome)
        column.addSpacing(S1)
        column.addWidget(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill_box(painter_for(self), self.rect(), theme().color("bg"), theme().color("line"), RADIUS)


class QuestionCard(Card):
    """Puts one question; what cannot be done all the same is not offered, and says why."""

    chosen = Signal(object)
    focused = Signal()

    def __init__(
        self, question: Question, titles: Titles, keys: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        """Keys are those of the two answers, as people read them."""
        super().__init__(parent)
        self.question = question
        self._current = False
        self._busy = False
        self._refused = refusal(question)
        self.theirs = ActionButton(_("Leave it as it is"), key=keys[0])
        self.mine = ActionButton(_("Do mine all the same"), key=keys[1])
        self.fault = PlainLabel(role="small", tone="bad", wrap=True)
        self.fault.hide()
        self._left = _SideView(_("Meanwhile"), theirs(question, titles), self.theirs)
        wanted = _("You wanted · {moment}").format(moment=moment_words(question.command.stamp.at))
        self._right = _SideView(wanted, mine(question, titles), self.mine)
        for button, choice in ((self.theirs, Choice.THEIRS), (self.mine, Choice.MINE)):
            button.clicked.connect(lambda _checked=False, choice=choice: self.chosen.emit(choice))
            button.installEventFilter(self)
        self._lay_out()
        self._offer()

    @property
    def command(self) -> CommandId:
        """What the question is about."""
        return self.question.command.stamp.id

    def words(self) -> list[str]:
        """What the card says: both sides, one after the other."""
        return [
            word
            for view in (self._left, self._right)
            for word in (view.side.title, *view.side.lines, view.outcome.text())
        ]

    def set_current(self, *, current: bool) -> None:
        """The keys act upon this card, or upon another one."""
        self._current = current
        self.update()

    def set_busy(self, *, busy: bool) -> None:
        """An answer is under way; the buttons keep the keyboard meanwhile."""
        self._busy = busy

    def can(self, choice: Choice) -> bool:
        """Whether an answer is offered now."""
        return not self._busy and (self.theirs if choice is Choice.THEIRS else self.mine).isEnabled()

    def show_fault(self, error: Exception) -> None:
        """Say why an answer was not taken; what the rules refuse is offered no more."""
        if isinstance(error, ReviewerError):
            self._refused = error
        words = words_for(error)
        self.fault.setText(_("{title}. {remedy}").format(title=words.title, remedy=words.remedy))
        self.fault.show()
        self._offer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            beside = {Qt.Key.Key_Right: self.mine, Qt.Key.Key_Left: self.theirs}.get(Qt.Key(event.key()))
            if beside is not None and beside.isEnabled():
                beside.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        if event.type() is QEvent.Type.FocusIn:
            self.focused.emit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        fill_box(painter, self.rect(), theme().color("panel"), theme().color("line"), 10)
        if self._current:
            ring(painter, self.rect(), 10)

    def _offer(self) -> None:
        self.mine.setEnabled(self._refused is None)
        if self._refused is not None:
            self._right.outcome.set_text(_("No longer possible: {why}.").format(why=words_for(self._refused).title))

    def _lay_out(self) -> None:
        person = self.question.person
        head = QHBoxLayout()
        head.setSpacing(S3)
        name = PlainLabel(display_name(person) or _("No name"), role="heading")
        head.addWidget(name)
        head.addWidget(PlainLabel(_("ID {id}").format(id=self.question.applicant_id), tone="dim"))
        head.addStretch(1)
        sides = QHBoxLayout()
        sides.setSpacing(S3)
        sides.addWidget(self._left, 1)
        sides.addWidget(self._right, 1)
        self.body.addLayout(head)
        self.body.addLayout(sides)
        self.body.addWidget(self.fault)
        self.setMinimumWidth(theme().px(_TEXT_WIDTH))
        self.setAccessibleName(one_line(display_name(person)))
