"""The pre-check at work: accept all with one key, overrule, look at the place, read what is missing in the letter."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtTest import QTest

from reviewer.domain.applicant import Answer
from reviewer.domain.findings import Verdict
from tests.desks import find
from tests.journeys.stage import LEFT_BUTTON, SitDown, Stage
from tests.papers_to_check import FINE, LACKING, write_papers
from ui.insights.insights_page import InsightsPage
from ui.review.career_strip import CareerStrip
from ui.review.criterion_row import CriterionRowView
from ui.review.document_view import DocumentView
from ui.widgets.buttons import PaintedButton
from ui.widgets.marks import Mark

OPEN, GOOD, BAD = Answer.OPEN, Answer.FINE, Answer.LACKING
_HEAD, _, _TAIL = LACKING.partition("05/2006")
LONG = _HEAD + "\n" * 70 + "05/2006" + _TAIL
"""The same CV with its last two stations on the second page."""


def begin(sit_down: SitDown, folder: Path, *texts: str) -> Stage:
    """Papers brought in, and the first applicant on the screen with what the pre-check proposes."""
    stage = sit_down()
    stage.bring_in(write_papers(folder, *texts))
    stage.wait_until(lambda: len(stage.queue()) == 1 + len(texts))
    stage.press("J")
    stage.wait_for_document()
    stage.wait_until(lambda: all(row.proposal is not None for row in stage.rows()))
    return stage


def remark(stage: Stage) -> str:
    return next(words for words in stage.words() if "answered" in words)


def links(stage: Stage, number: int) -> list[PaintedButton]:
    """What can be pressed in a criterion's row below its title."""
    row = next(view for view in stage.all(CriterionRowView) if (shown := view.row()) and shown.number == number)
    return [link for link in row.findChildren(PaintedButton) if link.isVisible() and "p. " in link.text()]


def in_sight(stage: Stage) -> list[tuple[int, bool, bool]]:
    """The marks within the window's part of the document: criterion, hollow, lit."""
    view = stage.find(DocumentView)
    seen: QRectF = view._scroll.visible()
    return [(one.mark.number, one.mark.proposed, one.mark.lit) for one in view._scene.marks if seen.intersects(one.box)]


def test_enter_accepts_every_proposal_and_one_key_takes_it_back(sit_down: SitDown, tmp_path: Path) -> None:
    stage = begin(sit_down, tmp_path / "in", LACKING)
    assert (stage.answers(), remark(stage)) == ([OPEN] * 6, "0 of 6 answered · 6 proposals ⏎")
    stage.press("Return")
    assert stage.answers() == [GOOD, BAD, BAD, GOOD, GOOD, BAD]
    assert remark(stage) == "6 of 6 answered · pre-check agrees 6/6"
    assert stage.evidence(2)[0].startswith("p. 1 “03/2014 - 12/2015 Interim Werkleiterin, Nordwerk")
    stage.press("Z")
    assert stage.answers() == [OPEN] * 6
    stage.press("Return")
    assert [given.answer for given in find(stage.desk).answers].count(BAD) == 3
    stage.press("Return")
    assert stage.said() == "No proposal is open"


def test_the_letter_quotes_the_evidence_and_says_what_is_missing_where(sit_down: SitDown, tmp_path: Path) -> None:
    stage = begin(sit_down, tmp_path / "in", LACKING)
    assert "03/2014" not in stage.letter_text()
    stage.press("Return")
    letter = stage.letter_text()
    assert (
        "„03/2014 - 12/2015 Interim Werkleiterin, Nordwerk GmbH“ (Seite 1), „01/2012 - 02/2014 Leiterin Einkauf, "
        "Südblech AG“ (Seite 1) und „05/2006 - 11/2009 Werkleiterin, Westguss GmbH“ (Seite 1)"
    ) in letter
    assert (
        "Zu den Stationen 03/2014–12/2015, 01/2012–02/2014, 05/2006–11/2009 und einer weiteren "
        "nennen Sie weder Branche noch Mitarbeiterzahl noch Umsatz."
    ) in letter
    assert "Die jüngste datierte Angabe reicht bis 12/2015; danach folgt nichts." in letter
    stage.press("L Ctrl+Home Down Down")
    stage.type("Von Hand. ")
    stage.press("Escape 3")
    assert stage.answers()[2] is GOOD
    assert "Von Hand." in stage.letter_text()
    assert "steht nicht, was Sie getan" not in stage.letter_text()


def test_what_is_overruled_is_counted(sit_down: SitDown, tmp_path: Path) -> None:
    stage = begin(sit_down, tmp_path / "in", LACKING, FINE)
    stage.press("Return 2")
    assert stage.answers()[1] is GOOD
    assert stage.says("Pre-check: lacking · overruled")
    assert remark(stage) == "6 of 6 answered · pre-check agrees 5/6"
    stage.press("F5")
    stage.visit("insights")
    page = stage.find(InsightsPage)
    stage.wait_until(lambda: page.insights is not None and page.insights.judged == 1)
    told = page.agreement.chart.accessibleDescription()
    assert (
        "Industry, headcount, revenue: 0 the same, 0 proposed as fine and found lacking, 1 proposed as lacking" in told
    )
    assert "context.few-told" in page.rules.chart.accessibleDescription()
    assert stage.says("5 of 6 answers as proposed")


def test_a_click_on_a_proposal_shows_its_place_on_the_page(sit_down: SitDown, tmp_path: Path) -> None:
    stage = begin(sit_down, tmp_path / "in", LONG)
    view = stage.find(DocumentView)
    top = view._scroll.visible().top()
    QTest.mouseClick(links(stage, 2)[0], LEFT_BUTTON)
    stage.settle()
    assert (2, True, True) in in_sight(stage)
    stage.wait_until(lambda: len(links(stage, 2)) == 4)
    QTest.mouseClick(links(stage, 2)[-1], LEFT_BUTTON)
    stage.wait_until(lambda: (2, True, True) in in_sight(stage) and view._scroll.visible().top() > top)
    stage.press("Return")
    assert {hollow for number, hollow, _lit in in_sight(stage) if number == 2} == {False}


def test_the_career_strip_leads_to_a_stations_place(sit_down: SitDown, tmp_path: Path) -> None:
    stage = begin(sit_down, tmp_path / "in", LONG)
    strip = stage.find(CareerStrip)
    assert "4 dated periods since 2003" in strip.accessibleDescription()
    strip.setFocus()
    stage.press("Right Return")
    stage.wait_until(lambda: (0, False, True) in in_sight(stage))
    assert stage.answers() == [OPEN] * 6


def test_the_list_shows_what_is_proposed_and_puts_the_quickest_first(sit_down: SitDown, tmp_path: Path) -> None:
    from ui.queue.delegate import marks_of
    from ui.queue.queue_view import QueueView

    stage = begin(sit_down, tmp_path / "in", "Petra Weiß\n", LACKING)
    model = stage.find(QueueView).list.model()

    def proposed() -> list[list[Mark]]:
        lines = [model.line(number) for number in range(model.rowCount())]  # type: ignore[attr-defined]  # a QueueModel
        return [list(marks_of(line)) for line in lines if getattr(line, "proposals", ())]

    stage.wait_until(lambda: len(proposed()) == 2)
    assert proposed()[1].count(Mark.PROPOSED_LACKING) == 3
    assert [row.proposal.verdict for row in stage.rows() if row.proposal] == [Verdict.UNSURE] * 6
    assert stage.desk.prechecks.due(None, 9) == ()
