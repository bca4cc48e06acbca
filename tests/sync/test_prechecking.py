"""What the pre-check found of stored CVs: kept on the desk, made anew when it is out of date, gone with the person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command

from reviewer.domain import acts
from reviewer.domain.applicant import Answer, Applicant, CriterionAnswer, DecisionKind, Evidence, SeenProposal
from reviewer.domain.checkable import Checkable, cv_of
from reviewer.domain.findings import Band, Verdict
from reviewer.domain.ids import CriterionKey, EvidenceId
from reviewer.domain.views import QueueOrder, QueueQuery
from reviewer.errors import DocumentUnreadable
from reviewer.storage import schema
from reviewer.storage.engine import make_engine, sqlite_url, writing
from reviewer.workspace import Workspace
from tests.desks import SetClock, decide, find, open_desk
from tests.papers_to_check import FINE, LACKING, SHORT, write_papers

MOST = 100
PROPOSED = SeenProposal(verdict=Verdict.LACKING, band=Band.SURE, rules=("context.few-told",), rules_version="2026-11-1")


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def desk(tmp_path: Path, clock: SetClock) -> Iterator[Workspace]:
    made = open_desk(tmp_path, None, "Anna", clock)
    made.bring_in(write_papers(tmp_path / "in", LACKING, FINE, SHORT))
    yield made
    made.close()


def cv(desk: Workspace, id: str = "9999") -> Checkable:
    checkable = cv_of(find(desk, id))
    assert checkable is not None
    return checkable


def check_all(desk: Workspace) -> None:
    for checkable in desk.prechecks.due(None, MOST):
        desk.prechecks.check(checkable)


def quickest(desk: Workspace) -> list[str]:
    return [row.id for row in desk.queue(QueueQuery(order=QueueOrder.QUICKEST)).rows]


def test_findings_are_kept_until_the_desk_is_opened_again(desk: Workspace, tmp_path: Path, clock: SetClock) -> None:
    assert desk.prechecks.find(find(desk)) is None
    found = desk.prechecks.check(cv(desk))
    lacking = {proposal.criterion for proposal in found.proposals if proposal.verdict is Verdict.LACKING}
    assert lacking == {"context", "tasks", "currency"}
    again = open_desk(tmp_path, None, "Anna", clock)
    kept = again.prechecks.find(find(again))
    again.close()
    assert kept is not None
    assert (kept.proposals, kept.newest_activity) == (found.proposals, found.newest_activity)


def test_what_waits_to_be_checked_comes_in_the_order_of_the_queue_and_once(desk: Workspace) -> None:
    first, second, third = desk.prechecks.due(None, MOST)
    assert [first.document, second.document, third.document] == [
        cv(desk, id).document for id in ("9999", "9998", "9997")
    ]
    assert desk.prechecks.due(first, 1) == (second,)
    check_all(desk)
    assert desk.prechecks.due(None, MOST) == ()


def test_findings_hold_for_a_month(desk: Workspace, clock: SetClock) -> None:
    check_all(desk)
    clock.forward(days=3)
    assert desk.prechecks.due(None, MOST) == ()
    clock.forward(days=10)
    assert len(desk.prechecks.due(None, MOST)) == 3
    assert desk.prechecks.find(find(desk)) is None


def test_findings_of_other_rules_are_made_anew(desk: Workspace, tmp_path: Path) -> None:
    check_all(desk)
    engine = make_engine(sqlite_url(tmp_path / "Anna" / "replica.db"))
    with writing(engine) as connection:
        connection.execute(sa.text("UPDATE finding SET rules_version = 'older'"))
    engine.dispose()
    assert desk.prechecks.find(find(desk)) is None
    check_all(desk)
    assert desk.prechecks.find(find(desk)) is not None


def test_nobody_checks_the_cv_of_who_is_decided(desk: Workspace) -> None:
    desk.execute(decide(desk, find(desk), DecisionKind.ACCEPT))
    assert cv(desk).document not in [checkable.document for checkable in desk.prechecks.due(None, MOST)]


def test_a_corrected_cv_takes_the_findings_of_the_old_one_away(desk: Workspace, tmp_path: Path) -> None:
    old = cv(desk)
    desk.prechecks.check(old)
    desk.bring_in(write_papers(tmp_path / "in", FINE, FINE, SHORT))
    assert desk.prechecks.find(find(desk)) is None
    desk.prechecks.check(old)
    assert desk.prechecks.find(find(desk)) is None
    new = cv(desk)
    desk.prechecks.check(new)
    found = desk.prechecks.find(find(desk))
    assert found is not None
    assert found.proposal(CriterionKey("context")).verdict is Verdict.FINE  # type: ignore[union-attr]  # it is there


def test_nothing_of_the_findings_is_left_of_an_erased_person(desk: Workspace, tmp_path: Path) -> None:
    late = cv(desk)
    desk.prechecks.check(late)
    desk.erase(find(desk).key)
    with pytest.raises(DocumentUnreadable):
        desk.prechecks.check(late)
    assert b"Ostdraht" not in (tmp_path / "Anna" / "replica.db").read_bytes()


def test_quickest_first_puts_what_the_pre_check_is_sure_of_before_the_rest(desk: Workspace) -> None:
    assert quickest(desk) == ["9999", "9998", "9997"]
    desk.prechecks.check(cv(desk, "9997"))
    desk.prechecks.check(cv(desk, "9998"))
    assert quickest(desk) == ["9998", "9997", "9999"]
    desk.prechecks.check(cv(desk, "9999"))
    assert quickest(desk)[-1] == "9997"


def test_the_queue_says_what_is_proposed_and_keeps_it_through_an_act(desk: Workspace) -> None:
    desk.prechecks.check(cv(desk))
    desk.execute(acts.answer(find(desk), CriterionKey("contact"), Answer.FINE, desk.stamp()))
    (row,) = [row for row in desk.queue(QueueQuery()).rows if row.id == "9999"]
    fine, lacking = Verdict.FINE, Verdict.LACKING
    assert row.proposals == (fine, lacking, lacking, fine, fine, lacking)


def test_quickest_first_pages_by_its_own_key(desk: Workspace) -> None:
    check_all(desk)
    query = QueueQuery(order=QueueOrder.QUICKEST)
    first = desk.queue(query, limit=1)
    second = desk.queue(query, first.next, limit=1)
    third = desk.queue(query, second.next, limit=1)
    assert [page.rows[0].id for page in (first, second, third)] == quickest(desk)
    assert third.next is None


def _confirmed(applicant: Applicant) -> list[CriterionAnswer]:
    place = Evidence(
        id=EvidenceId("e1"), document=applicant.documents[0].id, page=1, rect=(1.0, 2.0, 3.0, 4.0), quote="Nordwerk"
    )
    known = applicant.answer_to(CriterionKey("context"))
    context = CriterionAnswer(
        round=known.round, criterion=known.criterion, answer=Answer.LACKING, evidence=(place,), proposed=PROPOSED
    )
    contact = applicant.answer_to(CriterionKey("contact"))
    return [context, CriterionAnswer(round=contact.round, criterion=contact.criterion, answer=Answer.FINE)]


def test_answers_given_together_reach_the_other_desk_with_what_was_proposed(shared_url: str, tmp_path: Path) -> None:
    clock = SetClock()
    anna, bert = open_desk(tmp_path, shared_url, "Anna", clock), open_desk(tmp_path, shared_url, "Bert", clock)
    anna.bring_in(write_papers(tmp_path / "in", LACKING))
    outcome = anna.execute(acts.answer_together(find(anna), _confirmed(find(anna)), anna.stamp()))
    anna.sync(deliver=False)
    bert.sync(deliver=False)
    given = find(bert).answer_to(CriterionKey("context"))
    assert (given.answer, [pin.quote for pin in given.evidence], given.proposed) == (
        Answer.LACKING,
        ["Nordwerk"],
        PROPOSED,
    )
    assert outcome.undo is not None
    anna.undo(outcome.undo)
    anna.sync(deliver=False)
    bert.sync(deliver=False)
    assert find(bert).answers == ()
    anna.close()
    bert.close()


def test_a_desk_of_the_first_version_keeps_its_queue_and_learns_to_order_it(
    desk: Workspace, tmp_path: Path, clock: SetClock
) -> None:
    desk.close()
    url = sqlite_url(tmp_path / "Anna" / "replica.db")
    engine = make_engine(url)
    with writing(engine) as connection:
        command.downgrade(schema.migrations("local", connection), "0001")
    engine.dispose()
    again = open_desk(tmp_path, None, "Anna", clock)
    assert quickest(again) == ["9999", "9998", "9997"]
    check_all(again)
    assert quickest(again)[-1] == "9997"
    again.close()
