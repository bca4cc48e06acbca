"""The insights page: the backlog and its forecast, what is lacking, what the pre-check is overruled in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer.domain.forecast import forecast
from reviewer.domain.insights import Insights, Pace
from reviewer.domain.views import Topic
from reviewer.i18n import gettext as _
from ui.errors import words_for
from ui.insights.bars import Bar, BarList
from ui.insights.burn_down import BurnDown
from ui.insights.insight_words import (
    agreement_bars,
    backlog_words,
    compared_words,
    defect_bars,
    forecast_words,
    pace_words,
    rule_bars,
    rung_bars,
)
from ui.pages import Parts
from ui.review.review_words import ui_language
from ui.theme import S2, S3, S4, S5, theme
from ui.watched_load import WatchedLoad, WatchedPage
from ui.widgets.labels import PlainLabel
from ui.widgets.panels import Card, EmptyState, TitleRow
from ui.widgets.paragraph import Paragraph

_WIDEST = 1180
_TOPICS = frozenset({Topic.APPLICANT, Topic.QUEUE, Topic.LETTERS})


class _Chart(Card):
    """A card with a heading, a chart, and words in the chart's place while there is nothing to draw."""

    def __init__(self, title: str, chart: QWidget, empty: str) -> None:
        super().__init__()
        self.head = TitleRow(title)
        self.chart = chart
        self.empty = Paragraph(empty, role="small", tone="dim")
        self.body.addWidget(self.head)
        self.body.addWidget(chart)
        self.body.addWidget(self.empty)
        self.body.addStretch(1)

    def show_bars(self, bars: list[Bar], *, known: bool) -> None:
        """Show bars, or why there are none."""
        assert isinstance(self.chart, BarList)
        self.chart.show_bars(bars)
        self.chart.setVisible(known)
        self.empty.setVisible(not known)


class InsightsPage(WatchedPage):
    """Shows figures of everybody together; nothing here tells of one person."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(WatchedLoad(parts.background, parts.announcer, parts.workspace.insights.load, _TOPICS))
        self._titles = {one.key: one.texts[ui_language()].title for one in parts.workspace.checklist.criteria}
        self.load.loaded.connect(self.show_insights)
        self.load.failed.connect(lambda error: parts.window.say(words_for(error).title, bad=True))
        self.insights: Insights | None = None
        self.backlog = BurnDown()
        self._outlook = Paragraph(tone="dim")
        self._backlog_card = _Chart(_("Waiting for a decision"), self.backlog, "")
        self._backlog_card.body.insertWidget(2, self._outlook)
        self._backlog_card.empty.hide()
        self.defects = _Chart(_("What CVs lack"), BarList(_("What CVs lack")), _("Nothing has been answered yet."))
        self.agreement = _Chart(
            _("Pre-check overruled, by criterion"),
            BarList(_("Pre-check overruled, by criterion")),
            _("No answer has been given beside a proposal yet."),
        )
        self.rules = _Chart(
            _("Pre-check overruled, by rule"),
            BarList(_("Pre-check overruled, by rule"), label_share=0.55, lines=2),
            _("No rule has been overruled yet."),
        )
        self.rungs = _Chart(
            _("Corrected CVs after each letter"),
            BarList(_("Corrected CVs after each letter")),
            _("No feedback has been sent yet."),
        )
        self.pace = PlainLabel(role="title")
        self._pace_told = Paragraph(role="small", tone="dim")
        self._nobody = EmptyState(
            "chart-column", _("Nothing to count yet"), _("Figures appear once applicants have come in.")
        )
        self._scroll = QScrollArea()
        self._lay_out()

    def show_insights(self, insights: Insights) -> None:
        """Show these figures."""
        self.insights = insights
        outlook = forecast(insights.backlog)
        self._nobody.setVisible(not insights.backlog)
        self._scroll.setVisible(bool(insights.backlog))
        self.backlog.show_days(insights.backlog, outlook, backlog_words(insights.backlog, outlook, insights.today))
        self._outlook.set_text(forecast_words(outlook, insights.today))
        self.defects.show_bars(defect_bars(insights.defects, insights.judged, self._titles), known=insights.judged > 0)
        compared = any(one.compared or one.unsure for one in insights.agreement)
        self.agreement.head.set_remark(compared_words(insights))
        self.agreement.show_bars(agreement_bars(insights.agreement, self._titles), known=compared)
        rules = rule_bars(insights.rules, self._titles)
        self.rules.show_bars(rules, known=bool(rules))
        self.rungs.show_bars(rung_bars(insights.rungs), known=any(rung.sent for rung in insights.rungs))
        self._show_pace(insights.pace)

    def _show_pace(self, pace: Pace | None) -> None:
        unknown = ("–", _("Known once a few applicants were decided in a row."))
        number, told = unknown if pace is None else pace_words(pace)
        self.pace.setText(number)
        self._pace_told.set_text(told)

    def _lay_out(self) -> None:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(S5, 0, S5, S5)
        grid.setSpacing(S4)
        grid.addWidget(_heading(), 0, 0, 1, 2)
        grid.addWidget(self._backlog_card, 1, 0, 1, 2)
        grid.addWidget(self.agreement, 2, 0)
        grid.addWidget(self.defects, 2, 1)
        grid.addWidget(self.rules, 3, 0)
        side = QVBoxLayout()
        side.setSpacing(S4)
        side.addWidget(self.rungs)
        side.addWidget(self._pace_card(), 1)
        grid.addLayout(side, 3, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(4, 1)
        content.setMaximumWidth(theme().px(_WIDEST))
        across = QWidget()
        row = QHBoxLayout(across)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(0)
        row.addWidget(content, 1)
        row.addStretch(0)
        self._scroll.setWidget(across)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.hide()
        self._nobody.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._nobody, 1)

    def _pace_card(self) -> Card:
        card = Card()
        card.body.addWidget(TitleRow(_("Pace")))
        line = QHBoxLayout()
        line.setSpacing(S2)
        line.addWidget(self.pace, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._pace_told, 1)
        card.body.addLayout(line)
        card.body.addStretch(1)
        return card


def _heading() -> PlainLabel:
    head = PlainLabel(_("Insights"), role="title")
    head.setContentsMargins(0, S3, 0, 0)
    return head


def add_insights(parts: Parts) -> None:
    """Add the insights to the window."""
    parts.window.add_page("insights", "chart-column", lambda: _("Insights"), InsightsPage(parts))
