"""Proposals of the pre-check beside the criteria: confirmed with one key, overruled with one key, shown on the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.domain.applicant import Answer, SeenProposal
from reviewer.domain.checkable import Checkable, cv_of
from reviewer.domain.findings import Findings, Verdict
from reviewer.domain.ids import CriterionKey, DocumentId
from reviewer.domain.views import Change, Topic
from reviewer.sync.prechecking import PreChecks
from reviewer.workspace import Workspace
from tests.papers_to_check import FINE, LACKING, SHORT
from tests.ui.review.judgement_stage import CONTEXT, Stage
from ui.background import Background, Lane
from ui.prechecking import Prechecking
from ui.review.document_evidence import Mark
from ui.review.judgement_view import remark

CONTACT = CriterionKey("contact")
OPEN, GOOD, BAD = Answer.OPEN, Answer.FINE, Answer.LACKING


@pytest.fixture
def papers(qtbot: QtBot, background: Background, tmp_path: Path) -> Iterator[Stage]:
    """A review of 9999, whose CV lacks three things, and 9998, whose CV is fine; both are checked already."""
    made = Stage(qtbot, background, tmp_path, 2, LACKING, FINE)
    for checkable in made.desk.prechecks.due(None, 9):
        made.desk.prechecks.check(checkable)
    yield made
    made.close()


def answers(stage: Stage) -> list[Answer]:
    return [row.answer for row in stage.rows]


def drawn(stage: Stage) -> list[Mark]:
    """The marks of the CV as they are drawn now."""
    told: list[tuple[Mark, ...]] = []
    stage.presenter.judgement.marks_changed.connect(told.append)
    stage.presenter.judgement.show_document(stage.cv().id)
    return list(told[-1])


def seen(stage: Stage, criterion: CriterionKey = CONTEXT) -> SeenProposal:
    proposed = stage.stored().answer_to(criterion).proposed
    assert proposed is not None
    return proposed


def test_a_proposal_stands_hollow_beside_its_criterion_with_reasons_and_places(papers: Stage) -> None:
    papers.show()
    contact, context = papers.rows[0].proposal, papers.rows[1].proposal
    assert contact is not None
    assert context is not None
    assert (contact.words, context.words) == ("Pre-check: fine", "Pre-check: lacking")
    assert (context.hollow, context.overruled, answers(papers)) == (True, False, [OPEN] * 6)
    assert context.reasons[0].text == "0 of 4 stations tell industry and size."
    assert papers.rows[1].proposed_places[0].words.startswith("p. 1 “03/2014 - 12/2015")
    assert remark(papers.rows) == "0 of 6 answered · 6 proposals ⏎"


def test_one_act_confirms_all_open_proposals_and_takes_their_places_along(papers: Stage) -> None:
    papers.show()
    papers.presenter.confirm_proposals()
    assert answers(papers) == [GOOD, BAD, BAD, GOOD, GOOD, BAD]
    assert remark(papers.rows) == "6 of 6 answered · pre-check agrees 6/6"
    papers.rest()
    given = papers.stored().answer_to(CONTEXT)
    assert [pin.quote[:17] for pin in given.evidence][:2] == ["03/2014 - 12/2015", "01/2012 - 02/2014"]
    assert (seen(papers).verdict, seen(papers).rules[0]) == (Verdict.LACKING, "context.few-told")
    papers.presenter.undo()
    papers.rest()
    assert papers.stored().answers == ()


def test_what_somebody_has_answered_is_not_confirmed(papers: Stage) -> None:
    papers.show()
    papers.presenter.judgement.answer_number(1)
    papers.presenter.confirm_proposals()
    papers.rest()
    assert (papers.answer(CONTACT), seen(papers, CONTACT).verdict) == (BAD, Verdict.FINE)
    assert papers.rows[0].proposal is not None
    assert papers.rows[0].proposal.overruled
    assert remark(papers.rows) == "6 of 6 answered · pre-check agrees 5/6"


@pytest.mark.parametrize("number", [1, 2])
def test_one_press_overrules_what_was_confirmed_and_takes_its_places_away(papers: Stage, number: int) -> None:
    papers.show()
    papers.presenter.confirm_proposals()
    before = answers(papers)[number - 1]
    papers.presenter.judgement.answer_number(number)
    papers.rest()
    given = papers.stored().answer_to(papers.rows[number - 1].key)
    assert given.answer is {GOOD: BAD, BAD: GOOD}[before]
    assert given.evidence == ()
    assert given.proposed is not None
    assert papers.rows[number - 1].proposal is not None


def test_agreeing_by_the_criterions_key_takes_the_places_along_as_well(papers: Stage) -> None:
    papers.show()
    papers.presenter.judgement.answer_number(2)
    papers.rest()
    given = papers.stored().answer_to(CONTEXT)
    assert (given.answer, len(given.evidence)) == (BAD, 4)


def test_what_is_unsure_is_shown_so_and_never_confirmed(qtbot: QtBot, background: Background, tmp_path: Path) -> None:
    stage = Stage(qtbot, background, tmp_path, 1, SHORT)
    stage.desk.prechecks.check(checkable_of(stage))
    stage.show()
    assert {row.proposal.words for row in stage.rows if row.proposal} == {"Pre-check: unsure"}
    stage.presenter.confirm_proposals()
    assert (answers(stage), stage.sayings.said) == ([OPEN] * 6, ["No proposal is open"])
    stage.close()


def checkable_of(stage: Stage) -> Checkable:
    checkable = cv_of(stage.stored())
    assert checkable is not None
    return checkable


def test_a_proposal_leads_to_its_place_which_is_lit(papers: Stage) -> None:
    papers.show()
    wanted: list[tuple[str, str]] = []
    papers.presenter.judgement.evidence_wanted.connect(lambda *place: wanted.append(place))
    papers.presenter.judgement.go_to_proposal(CONTEXT)
    assert wanted == [(papers.cv().id, "proposed-context-0")]
    (lit,) = [mark for mark in drawn(papers) if mark.lit]
    assert (lit.number, lit.proposed, lit.focused, papers.rows[1].focused) == (2, True, True, True)


def test_the_page_shows_proposals_hollow_until_they_are_confirmed(papers: Stage) -> None:
    papers.show()
    papers.presenter.judgement.focus(CONTEXT)
    assert {mark.proposed for mark in drawn(papers)} == {True}
    papers.presenter.confirm_proposals()
    assert {mark.proposed for mark in drawn(papers)} == {False}


def test_the_next_applicants_proposals_are_there_in_the_frame_of_the_applicant(papers: Stage) -> None:
    papers.show()
    papers.presenter.show(papers.key("9998"))
    assert [row.proposal.verdict for row in papers.rows if row.proposal] == [Verdict.FINE] * 6


def test_a_cv_nobody_has_checked_is_checked_while_it_is_looked_at(
    qtbot: QtBot, background: Background, tmp_path: Path
) -> None:
    stage = Stage(qtbot, background, tmp_path, 1, LACKING)
    checking = Prechecking(stage.desk, background, stage.announcer, stage.presenter)
    stage.presenter.findings.missing.connect(checking.want)
    checking.found.connect(stage.presenter.findings.take)
    stage.show()
    assert [row.proposal.verdict for row in stage.rows if row.proposal].count(Verdict.LACKING) == 3
    assert stage.stored().answers == ()
    checking.stop()
    stage.close()


def test_the_whole_list_is_checked_while_nobody_acts_and_the_list_is_told(
    qtbot: QtBot, background: Background, tmp_path: Path
) -> None:
    stage = Stage(qtbot, background, tmp_path, 3, LACKING, FINE, SHORT)
    changes: list[Change] = []
    stage.announcer.changed.connect(changes.append)
    checking = Prechecking(stage.desk, background, stage.announcer, stage.presenter)
    background.run(Lane.CORE, lambda: None)
    qtbot.waitUntil(lambda: len(frozenset().union(*(change.applicants for change in changes))) == 3, timeout=20_000)
    assert {topic for change in changes for topic in change.topics} == {Topic.QUEUE}
    assert stage.desk.prechecks.due(None, 9) == ()
    checking.stop()
    stage.close()


class RulesThatFailAtOne(PreChecks):
    """A desk's pre-checks whose rules fail at one document; tried is how often."""

    def __init__(self, desk: Workspace, document: DocumentId) -> None:
        super().__init__(desk._replica, desk.documents, desk.checklist, desk.clock, lambda _document, read: read)
        self.document, self.tried = document, 0

    def check(self, checkable: Checkable) -> Findings:
        if checkable.document != self.document:
            return super().check(checkable)
        self.tried += 1
        raise ValueError("a fault in a rule")


def test_a_cv_at_which_the_rules_fail_is_tried_once_and_told_when_looked_at_and_the_others_are_checked(
    qtbot: QtBot, background: Background, tmp_path: Path
) -> None:
    stage = Stage(qtbot, background, tmp_path, 3, LACKING, FINE, SHORT)
    failing = RulesThatFailAtOne(stage.desk, checkable_of(stage).document)
    stage.desk.prechecks = failing
    told: list[Exception] = []
    background.failed.connect(told.append)
    checking = Prechecking(stage.desk, background, stage.announcer, stage.presenter)
    stage.presenter.findings.missing.connect(checking.want)
    checking.found.connect(stage.presenter.findings.take)
    background.run(Lane.CORE, lambda: None)
    qtbot.waitUntil(lambda: len(failing.due(None, 9)) == 1)
    stage.rest()
    assert (failing.tried, told) == (1, [])
    stage.show()
    stage.show("9998")
    assert [row.proposal.verdict for row in stage.rows if row.proposal] == [Verdict.FINE] * 6
    stage.show()
    assert (failing.tried, [str(error) for error in told]) == (1, ["a fault in a rule"])
    assert (stage.presenter.findings.is_coming, [row.proposal for row in stage.rows]) == (False, [None] * 6)
    checking.stop()
    stage.close()
