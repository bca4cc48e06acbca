"""The insights page: figures told in words, and words where there are no figures yet."""

from __future__ import annotations

from datetime import date, timedelta

from reviewer.domain.forecast import Forecast, Outlook
from reviewer.domain.insights import (
    BacklogDay,
    CriterionAgreement,
    DefectCount,
    Insights,
    Pace,
    RuleAgreement,
    RungReturn,
)
from tests.ui.outbox.desk_window import DeskWindow
from tests.ui.review.judgement_stage import CONTEXT, TASKS
from ui.insights.insight_words import forecast_words
from ui.insights.insights_page import InsightsPage, add_insights

TODAY = date(2026, 11, 23)
BACKLOG = tuple(
    BacklogDay(day=TODAY - timedelta(days=20 - number), waiting=60 - 2 * number, decided=2 if number else 0, arrived=0)
    for number in range(21)
)
FULL = Insights(
    today=TODAY,
    agreement=(CriterionAgreement(criterion=CONTEXT, same=23, missed=1, alarms=2, unsure=4),),
    rules=(
        RuleAgreement(
            rule="context.few-told", criterion=CONTEXT, spoke=9, overruled=2, german="Wenige.", english="Few told."
        ),
        RuleAgreement(rule="tasks.told", criterion=TASKS, spoke=30, overruled=0, german="Gut.", english="Told."),
    ),
    defects=(DefectCount(criterion=CONTEXT, applicants=12), DefectCount(criterion=TASKS, applicants=3)),
    judged=40,
    backlog=BACKLOG,
    pace=Pace(lower=2.04, median=3.5, upper=12.4, count=30),
    rungs=(RungReturn(rung=1, sent=20, returned=5), RungReturn(rung=2, sent=8, returned=1)),
)


def page_of(at_desk: DeskWindow) -> InsightsPage:
    add_insights(at_desk.parts)
    at_desk.window.show()
    at_desk.window.show_page("insights")
    at_desk.settle()
    page = at_desk.window.findChild(InsightsPage)
    assert isinstance(page, InsightsPage)
    return page


def test_the_place_shows_what_is_there_and_says_what_is_not(at_desk: DeskWindow) -> None:
    page = page_of(at_desk)
    assert at_desk.window.page() == "insights"
    assert page.backlog.accessibleDescription().startswith("4 wait on 23 Nov, 4 wait today.")
    assert page.agreement.chart.isHidden()
    assert page.agreement.empty.text() == "No answer has been given beside a proposal yet."
    assert page.pace.text() == "–"


def test_every_figure_is_told_in_words(at_desk: DeskWindow) -> None:
    page = page_of(at_desk)
    page.show_insights(FULL)
    assert page.agreement.chart.accessibleDescription() == (
        "Industry, headcount, revenue: 23 the same, 1 proposed as fine and found lacking, "
        "2 proposed as lacking and found fine, 4 unsure."
    )
    assert page.rules.chart.accessibleDescription() == (
        "Industry, headcount, revenue, rule context.few-told: Few told. 2 of 9 overruled"
    )
    assert page.defects.chart.accessibleDescription() == (
        "Industry, headcount, revenue: 12 of 40\nTasks and results: 3 of 40"
    )
    assert page.rungs.chart.accessibleDescription().startswith("Feedback 1: 5 corrected CVs after 20 letters.")
    assert page.pace.text() == "3.5 min"


def test_the_forecast_says_how_sure_it_is() -> None:
    day = TODAY + timedelta(days=10)
    sure = Forecast(outlook=Outlook.ENDS, likely=day, earliest=day, latest=day + timedelta(days=9))
    assert forecast_words(sure, TODAY) == (
        "At the pace of the last four weeks the list is empty around 3 Dec, "
        "in four of five cases between 3 Dec and 12 Dec."
    )
    open_ended = Forecast(outlook=Outlook.ENDS, likely=day, earliest=day)
    assert "varies too much to name a latest day" in forecast_words(open_ended, TODAY)
    assert "does not get empty" in forecast_words(Forecast(outlook=Outlook.GROWS), TODAY)


def test_charts_are_drawn_wide_narrow_and_empty(at_desk: DeskWindow) -> None:
    page = page_of(at_desk)
    for shown in (FULL, Insights(**{**{name: getattr(FULL, name) for name in FULL.__slots__}, "backlog": ()})):
        page.show_insights(shown)
        for width in (1024, 2400):
            at_desk.window.resize(width, 700)
            assert page.grab().width() > 0
    assert not page._nobody.isHidden()
