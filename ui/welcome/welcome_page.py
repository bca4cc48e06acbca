"""Leads a new desk through its three steps, within the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer.i18n import gettext as _
from ui.pages import Parts
from ui.settings.settings_presenter import SettingsPresenter
from ui.theme import S2, S3, S5, theme
from ui.welcome.step_line import StepLine
from ui.welcome.steps import ApplicantsStep, LettersStep, Step, YouStep
from ui.widgets.buttons import ActionButton, PrimaryButton
from ui.widgets.labels import PlainLabel
from ui.widgets.panels import Card, Panel

_WIDTH = 680


class WelcomePage(QWidget):
    """One step at a time, each of which may be passed over; nothing asked here is asked nowhere else."""

    finished = Signal()
    import_wanted = Signal()
    moved = Signal(int)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        presenter = SettingsPresenter(parts.workspace, parts.background, parts.announcer, self)
        applicants = ApplicantsStep()
        applicants.wanted.connect(self.import_wanted)
        you = YouStep(presenter)
        you.entered.connect(self._go_on)
        self.steps: tuple[Step, ...] = (you, LettersStep(presenter, parts.workspace), applicants)
        self._at = 0
        self._line = StepLine([_("You"), _("Letters"), _("Applicants")])
        self.back_button = ActionButton(_("Back"), icon="arrow-left")
        self.back_button.clicked.connect(lambda: self.show_step(self._at - 1))
        self.next_button = PrimaryButton(_("Continue"))
        self.next_button.clicked.connect(self._go_on)
        self.skip_button = ActionButton(_("Set up later"), kind="quiet")
        self.skip_button.clicked.connect(self.finished)
        self._lay_out()
        self.show_step(0)

    def show_step(self, number: int) -> None:
        """Show this step, counted from 0."""
        self._at = number
        for other, step in enumerate(self.steps):
            step.setVisible(other == number)
        self._line.show_step(number)
        self.back_button.setVisible(number > 0)
        last = number == len(self.steps) - 1
        self.next_button.set_label(_("Begin") if last else _("Continue"))
        self.skip_button.setVisible(not last)
        if self.isVisible():
            self.steps[number].first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.emit(number)

    def step(self) -> int:
        """The step shown, counted from 0."""
        return self._at

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.steps[self._at].first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        if self._at == len(self.steps) - 1:
            self.finished.emit()
        else:
            self.show_step(self._at + 1)

    def _lay_out(self) -> None:
        card = Card()
        card.body.setContentsMargins(S5 + S2, S5 + S2, S5 + S2, S5 + S2)
        for step in self.steps:
            card.body.addWidget(step)
        middle = QWidget()
        middle.setMaximumWidth(theme().px(_WIDTH))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, S5 * 2, 0, S5 * 2)
        column.setSpacing(S5)
        column.addStretch(1)
        column.addWidget(PlainLabel(_("Welcome. Three things, and you can begin."), role="title"))
        column.addWidget(self._line)
        column.addWidget(card)
        column.addStretch(2)
        inner = QWidget()
        inner.setLayout(_centred(middle, 0))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        foot = Panel("t")
        foot.setLayout(_centred(self._buttons(), S3))
        outer.addWidget(foot)

    def _buttons(self) -> QWidget:
        buttons = QWidget()
        buttons.setMaximumWidth(theme().px(_WIDTH))
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S2)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.skip_button)
        row.addWidget(self.next_button)
        return buttons


def _centred(part: QWidget, above: int) -> QHBoxLayout:
    """As wide as the part may be, with equal room at both sides."""
    across = QHBoxLayout()
    across.setContentsMargins(S5, above, S5, above)
    across.addStretch(1)
    across.addWidget(part, 100)
    across.addStretch(1)
    return across
