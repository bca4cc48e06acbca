"""What the review page shows when there is no applicant to show: nothing chosen, loading, all done, erased."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.views import QueueSummary
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from ui.errors import ErrorWords
from ui.review.review_presenter import ReviewState
from ui.theme import S3, theme
from ui.widgets.labels import PlainLabel
from ui.widgets.panels import EmptyState, Panel, ProgressLine

_PATIENCE_MS = 200


class ReviewPlaces(QStackedWidget):
    """Shows the work, or why there is none; what loads fast shows no sign of loading."""

    next_wanted = Signal()
    again = Signal()

    def __init__(self, work: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        nothing = EmptyState(
            "list-checks",
            _("Nobody is chosen"),
            _("Choose an applicant from the list, or begin with the one who has waited longest."),
            _("Begin"),
            key="J",
        )
        self._finished = EmptyState("party-popper", _("This list is done"), "")
        gone = EmptyState(
            "user-x",
            _("This applicant was erased meanwhile"),
            _("All data are gone from this desk as well. Nothing you did for them is left."),
            _("Next applicant"),
            key="J",
        )
        self._failure = EmptyState("triangle-alert", _("This did not work"), "", _("Try again"))
        self._places: dict[ReviewState, QWidget] = {
            ReviewState.SHOWN: work,
            ReviewState.NOTHING: _on_panel(nothing),
            ReviewState.FINISHED: _on_panel(self._finished),
            ReviewState.ERASED: _on_panel(gone),
            ReviewState.FAILED: _on_panel(self._failure),
            ReviewState.LOADING: _on_panel(_Loading()),
        }
        for place in self._places.values():
            self.addWidget(place)
        nothing.pressed.connect(self.next_wanted)
        gone.pressed.connect(self.next_wanted)
        self._failure.pressed.connect(self.again)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(lambda: self._turn(ReviewState.LOADING))
        self._turn(ReviewState.NOTHING)

    def show_state(self, state: ReviewState) -> None:
        """Show what belongs to a state."""
        self._patience.stop()
        if state is ReviewState.LOADING:
            self._patience.start()
        else:
            self._turn(state)

    def shows_work(self) -> bool:
        """Whether the work is in sight."""
        return self.isVisible() and self.currentWidget() is self._places[ReviewState.SHOWN]

    def show_finished(self, summary: QueueSummary) -> None:
        """Say that the list is done, and whether anybody waits outside of it."""
        done = ngettext("{count} decided today.", "{count} decided today.", summary.decided_today)
        today = done.format(count=summary.decided_today)
        if summary.open:
            words = ngettext(
                "{count} applicant waits outside of it.", "{count} applicants wait outside of it.", summary.open
            )
            self._finished.set_words(_("This list is done"), f"{words.format(count=summary.open)} {today}")
        else:
            words = _("Everybody has an answer. Who comes in next will stand in the list.")
            self._finished.set_words(_("The backlog is at zero"), f"{words} {today}")

    def show_failure(self, words: ErrorWords) -> None:
        """Say why an applicant cannot be shown."""
        self._failure.set_words(words.title, words.remedy)

    def _turn(self, state: ReviewState) -> None:
        self.setCurrentWidget(self._places[state])


class _Loading(QWidget):
    def __init__(self) -> None:
        super().__init__()
        line = ProgressLine(_("The applicant is being loaded"))
        line.setRange(0, 0)
        line.setFixedWidth(theme().px(200))
        words = PlainLabel(_("One moment"), tone="dim")
        row = QHBoxLayout()
        row.addStretch(1)
        inner = QVBoxLayout()
        inner.setSpacing(S3)
        inner.addWidget(words)
        inner.addWidget(line)
        row.addLayout(inner)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)


def _on_panel(widget: QWidget) -> QWidget:
    panel = Panel()
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)
    return panel
