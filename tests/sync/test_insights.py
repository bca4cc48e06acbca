"""The figures of the insights page, counted on a desk after real acts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from reviewer.domain import acts
from reviewer.domain.applicant import Answer, DecisionKind, SeenProposal
from reviewer.domain.findings import Band, Verdict
from reviewer.domain.ids import CriterionKey
from reviewer.domain.insights import CriterionAgreement, Insights, RungReturn
from reviewer.workspace import Workspace
from tests.desks import KeptPost, SetClock, decide, find, open_desk, write_folder

CONTEXT, TASKS = CriterionKey("context"), CriterionKey("tasks")
FEW_TOLD, MISSING = "context.few-told", "context.missing-at"


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def desk(tmp_path: Path, clock: SetClock) -> Iterator[Workspace]:
    made = open_desk(tmp_path, None, "Anna", clock)
    made.bring_in(write_folder(tmp_path / "in", 12))
    yield made
    made.close()


def proposed(verdict: Verdict, *rules: str) -> SeenProposal:
    return SeenProposal(verdict=verdict, band=Band.SURE, rules=rules, rules_version="1")


def give(desk: Workspace, id: str, criterion: CriterionKey, answer: Answer, proposal: SeenProposal) -> None:
    desk.execute(acts.answer(find(desk, id), criterion, answer, desk.stamp(), proposed=proposal))


def counted(desk: Workspace) -> Insights:
    desk.sync(deliver=False)
    return desk.insights.load()


def test_answers_are_counted_against_what_was_proposed(desk: Workspace) -> None:
    lacking, fine = Answer.LACKING, Answer.FINE
    give(desk, "9999", CONTEXT, lacking, proposed(Verdict.LACKING, FEW_TOLD, MISSING))
    give(desk, "9998", CONTEXT, fine, proposed(Verdict.LACKING, FEW_TOLD))
    give(desk, "9997", CONTEXT, lacking, proposed(Verdict.FINE, "context.both-told"))
    give(desk, "9996", CONTEXT, lacking, proposed(Verdict.UNSURE, "context.half-told"))
    seen = counted(desk)
    (context,) = [one for one in seen.agreement if one.criterion == CONTEXT]
    assert context == CriterionAgreement(criterion=CONTEXT, same=1, missed=1, alarms=1, unsure=1)
    assert [(rule.rule, rule.spoke, rule.overruled) for rule in seen.rules] == [
        (FEW_TOLD, 2, 1),
        ("context.both-told", 1, 1),
        (MISSING, 1, 0),
    ]
    assert seen.rules[0].text("en") == "… of … stations tell industry and size."


def test_what_a_rule_says_last_is_left_open_without_a_stop_too_many(desk: Workspace) -> None:
    clarity = CriterionKey("clarity")
    give(desk, "9999", clarity, Answer.FINE, proposed(Verdict.LACKING, "clarity.many-unknown"))
    (rule,) = counted(desk).rules
    assert rule.text("en") == "… abbreviations and programme names stay unexplained, such as …"


def test_what_somebody_answers_anew_is_counted_once_as_it_stands(desk: Workspace) -> None:
    give(desk, "9999", CONTEXT, Answer.LACKING, proposed(Verdict.LACKING, FEW_TOLD))
    give(desk, "9999", CONTEXT, Answer.FINE, proposed(Verdict.LACKING, FEW_TOLD))
    assert [(one.compared, one.overruled) for one in counted(desk).agreement if one.criterion == CONTEXT] == [(1, 1)]
    give(desk, "9999", CONTEXT, Answer.OPEN, proposed(Verdict.LACKING, FEW_TOLD))
    assert counted(desk).rules == ()


def test_a_rule_that_is_no_longer_known_keeps_its_name(desk: Workspace) -> None:
    give(desk, "9999", CONTEXT, Answer.FINE, proposed(Verdict.LACKING, "context.of-old"))
    assert [rule.text("de") for rule in counted(desk).rules] == ["context.of-old"]


def test_defects_are_counted_by_applicant(desk: Workspace) -> None:
    for id, criterion in (("9999", CONTEXT), ("9998", CONTEXT), ("9998", TASKS)):
        desk.execute(acts.answer(find(desk, id), criterion, Answer.LACKING, desk.stamp()))
    desk.execute(acts.answer(find(desk, "9997"), TASKS, Answer.FINE, desk.stamp()))
    seen = counted(desk)
    assert [(defect.criterion, defect.applicants) for defect in seen.defects][:2] == [(CONTEXT, 2), (TASKS, 1)]
    assert seen.judged == 3


def test_the_backlog_falls_with_decisions_and_rises_with_corrected_cvs(
    desk: Workspace, clock: SetClock, tmp_path: Path
) -> None:
    clock.forward(days=1)
    desk.execute(decide(desk, find(desk, "9999"), DecisionKind.ACCEPT))
    desk.execute(decide(desk, find(desk, "9998"), DecisionKind.FEEDBACK))
    desk.sync(way=KeptPost().way())
    clock.forward(days=1)
    desk.bring_in(write_folder(tmp_path / "in", 12, cv="version 2"))
    days = counted(desk).backlog
    assert [(day.waiting, day.decided) for day in days][:2] == [(12, 0), (10, 2)]
    assert days[-1].waiting == desk_waits(desk)


def desk_waits(desk: Workspace) -> int:
    """How many rounds are open: an accepted person's new CV begins none, a corrected or renewed one does."""
    return sum(
        max((decision.round for decision in find(desk, str(9999 - number)).decisions), default=0)
        < find(desk, str(9999 - number)).round
        for number in range(12)
    )


def test_the_pace_is_the_time_from_one_decision_to_the_next_without_breaks(desk: Workspace, clock: SetClock) -> None:
    assert counted(desk).pace is None
    for number in range(11):
        clock.moment += timedelta(minutes=4 if number != 5 else 90)
        desk.execute(decide(desk, find(desk, str(9999 - number)), DecisionKind.ACCEPT))
    pace = counted(desk).pace
    assert pace is not None
    assert (round(pace.median, 3), pace.count) == (4.0, 9)


def test_a_corrected_cv_is_credited_to_the_last_letter_before_it(
    desk: Workspace, clock: SetClock, tmp_path: Path
) -> None:
    for id in ("9999", "9998"):
        desk.execute(decide(desk, find(desk, id), DecisionKind.FEEDBACK))
    desk.sync(way=KeptPost().way())
    clock.forward(days=3)
    changed = write_folder(tmp_path / "in", 12)
    (changed / "cv-9999.txt").write_text("Person 9999\nversion 2\n", encoding="utf-8")
    desk.bring_in(changed)
    assert counted(desk).rungs[0] == RungReturn(rung=1, sent=2, returned=1)


def test_an_erased_person_is_not_counted_any_more(desk: Workspace) -> None:
    give(desk, "9999", CONTEXT, Answer.FINE, proposed(Verdict.LACKING, FEW_TOLD))
    desk.sync(deliver=False)
    desk.erase(find(desk).key)
    assert (counted(desk).rules, counted(desk).judged) == ((), 0)
