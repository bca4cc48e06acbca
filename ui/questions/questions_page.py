"""The questions page: one card a question, answered by mouse or key, gone once all are answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.applicant import display_name
from reviewer.domain.commands import Command
from reviewer.domain.ids import CommandId
from reviewer.domain.views import Change, Choice, Outcome, Question, Status, Topic
from reviewer.errors import Outdated
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from ui.actions import Group
from ui.background import Lane
from ui.errors import words_for
from ui.pages import Parts
from ui.questions.question_card import QuestionCard
from ui.review.review_words import ui_language
from ui.theme import S3, S4, S5, theme
from ui.watched_load import WatchedLoad, WatchedPage
from ui.widgets.labels import PlainLabel
from ui.widgets.panels import EmptyState, Panel
from ui.window import Window

_WIDEST = 960
_UNDO_S = 20
_TOPICS = frozenset({Topic.QUESTIONS, Topic.APPLICANT, Topic.LETTERS, Topic.QUEUE})


class QuestionsPage(WatchedPage):
    """A question goes only by its answer; the keys act upon the card that is marked."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(WatchedLoad(parts.background, parts.announcer, parts.workspace.questions, _TOPICS))
        self._parts = parts
        self._titles = {
            criterion.key: criterion.texts[ui_language()].title for criterion in parts.workspace.checklist.criteria
        }
        actions = parts.window.actions_table
        self._keys = actions.key("question-theirs"), actions.key("question-mine")
        self.cards: list[QuestionCard] = []
        self._current: CommandId | None = None
        self.remark = PlainLabel(role="small", tone="dim")
        self.failed = EmptyState("triangle-alert", "", "", _("Try again"))
        self._places = QStackedWidget()
        self._scroll = QScrollArea()
        self._column = QVBoxLayout()
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.load.setParent(self)
        self.load.loaded.connect(self._show)
        self.load.failed.connect(self._show_failure)
        self.failed.pressed.connect(self.load.reload)
        deeds: dict[str, Callable[[], object]] = {
            "question-theirs": partial(self._answer_current, Choice.THEIRS),
            "question-mine": partial(self._answer_current, Choice.MINE),
            "question-next": partial(self.step, 1),
            "question-previous": partial(self.step, -1),
        }
        for name, deed in deeds.items():
            actions[name].triggered.connect(partial(_do, deed))

    def current(self) -> QuestionCard | None:
        """The card the keys act upon."""
        return next((card for card in self.cards if card.command == self._current), None)

    def step(self, by: int) -> None:
        """Go to the next card down (1) or up (-1); stays at the ends."""
        card = self.current()
        place = (self.cards.index(card) if card is not None else -1) + by
        if 0 <= place < len(self.cards):
            self._mark(self.cards[place])
            self.cards[place].theirs.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._scroll.ensureWidgetVisible(self.cards[place])

    def answer(self, card: QuestionCard, choice: Choice) -> None:
        """Answer a question, if that answer is offered."""
        if not card.can(choice):
            return
        card.set_busy(busy=True)
        workspace, command = self._parts.workspace, card.command
        self._parts.background.run(
            Lane.CORE,
            lambda: workspace.answer_question(command, choice),
            partial(self._answered, card.question),
            partial(self._refused, command),
        )

    def _answer_current(self, choice: Choice) -> None:
        card = self.current()
        if card is not None:
            self.answer(card, choice)

    def _answered(self, question: Question, outcome: Outcome | None) -> None:
        key = question.command.applicant
        done = frozenset() if outcome is None else outcome.change.topics
        self._parts.announcer.announce(Change(topics=done | {Topic.QUESTIONS}, applicants=frozenset({key})))
        name = display_name(question.person) or question.applicant_id
        if outcome is None or outcome.undo is None:
            self._parts.window.say(_("{name}: left as it is").format(name=name))
        else:
            undo = partial(self._undo, outcome.undo)
            self._parts.window.say(_("{name}: done all the same").format(name=name), undo=undo, seconds=_UNDO_S)

    def _undo(self, command: Command) -> None:
        self._parts.background.run(
            Lane.CORE,
            lambda: self._parts.workspace.undo(command),
            lambda outcome: self._parts.announcer.announce(outcome.change),
        )

    def _refused(self, command: CommandId, error: Exception) -> None:
        card = next((card for card in self.cards if card.command == command), None)
        if isinstance(error, Outdated):
            self._parts.window.say(words_for(error).title, bad=True)
        if card is not None:
            card.set_busy(busy=False)
            card.show_fault(error)
        self.load.reload()

    def _show(self, questions: tuple[Question, ...]) -> None:
        self._places.setCurrentIndex(1 if questions else 0)
        count = len(questions)
        words = ngettext("{count} to answer", "{count} to answer", count).format(count=count)
        self.remark.setText(words if count else "")
        if questions != tuple(card.question for card in self.cards):
            self._replace(questions)

    def _replace(self, questions: tuple[Question, ...]) -> None:
        """Make the cards anew but for those that still say the same; the marked one stays marked."""
        place = next((at for at, card in enumerate(self.cards) if card.command == self._current), 0)
        had_focus = any(button.hasFocus() for card in self.cards for button in (card.theirs, card.mine))
        known = {card.question: card for card in self.cards}
        cards = [known.pop(question) if question in known else self._make(question) for question in questions]
        for card in known.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = cards
        for at, card in enumerate(cards):
            self._column.insertWidget(at, card)
        if cards:
            marked = self.current() or cards[min(place, len(cards) - 1)]
            self._mark(marked)
            if had_focus or self.hasFocus():
                marked.theirs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, question: Question) -> QuestionCard:
        card = QuestionCard(question, self._titles, self._keys)
        card.chosen.connect(lambda choice: self.answer(card, choice))
        card.focused.connect(lambda: self._mark(card))
        return card

    def _mark(self, wanted: QuestionCard) -> None:
        self._current = wanted.command
        for card in self.cards:
            card.set_current(current=card is wanted)

    def _show_failure(self, error: Exception) -> None:
        words = words_for(error)
        self.failed.set_words(words.title, words.remedy)
        self._places.setCurrentIndex(2)

    def _lay_out(self) -> None:
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(S5, S4, S5, S5)
        cards = QWidget()
        cards.setMaximumWidth(theme().px(_WIDEST))
        self._column = QVBoxLayout(cards)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S4)
        self._column.addStretch(1)
        across.addWidget(cards, 1)
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        nothing = EmptyState(
            "circle-check",
            _("Nothing to answer"),
            _("When a colleague and you want different things of one applicant, you are asked here."),
        )
        for place in (nothing, self._scroll, self.failed):
            self._places.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._places, 1)

    def _head(self) -> QWidget:
        head = Panel("b")
        line = QHBoxLayout(head)
        line.setContentsMargins(S5, 0, S5, 0)
        line.setSpacing(S3)
        line.addWidget(PlainLabel(_("Questions"), role="title"))
        line.addWidget(self.remark)
        line.addStretch(1)
        line.addWidget(
            PlainLabel(_("Things changed before your act was saved. Nothing is lost."), role="small", tone="dim")
        )
        head.setFixedHeight(theme().px(52))
        return head


def _do(deed: Callable[[], object], _checked: object = None) -> None:
    deed()


def add_questions(parts: Parts) -> None:
    """Add the questions to the window; they are absent from the rail until there are some."""
    groups = frozenset({Group.QUESTIONS})
    page = QuestionsPage(parts)
    parts.window.add_page("questions", "git-compare-arrows", lambda: _("Questions"), page, groups=groups)
    parts.window.set_page_present("questions", present=False)


def show_questions(window: Window, status: Status) -> None:
    """Say how many questions there are; the place is there only while there are some."""
    window.set_page_present("questions", present=status.questions > 0)
    window.set_count("questions", status.questions)
