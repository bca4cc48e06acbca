"""The follow-up by script: who is due, what would be queued, what is; never the way out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reviewer.domain import acts
from reviewer.domain.applicant import DecisionKind
from reviewer.domain.ids import ApplicantId, DecisionId, LetterId
from reviewer.domain.letter import AttachmentKind, Draft, Template
from reviewer.paths import find_home
from reviewer.workspace import Workspace, new_id
from tests.commandline.conftest import Program
from tests.desks import find, write_folder

NOW = datetime.now(UTC)


class _Past:
    """A clock that somebody sets."""

    def __init__(self) -> None:
        self.moment = NOW

    def __call__(self) -> datetime:
        self.moment += timedelta(milliseconds=1)
        return self.moment


def feed_back(workspace: Workspace, clock: _Past, id: str, days_ago: int) -> None:
    """Feedback that left so many days ago."""
    clock.moment = NOW - timedelta(days=days_ago)
    key = workspace.find(ApplicantId(id))
    assert key is not None
    applicant = workspace.applicant(key)
    command = acts.decide(
        applicant,
        DecisionKind.FEEDBACK,
        workspace.correspondence.compose(applicant, DecisionKind.FEEDBACK),
        workspace.stamp(),
        decision_id=DecisionId(new_id()),
        letter_id=LetterId(new_id()),
        hold=timedelta(),
    )
    workspace.execute(command)
    workspace.sync()


@pytest.fixture
def desk(tmp_path: Path) -> Program:
    """9999 is overdue on rung 3, 9998 on rung 1, 9997 is not due yet, 9996 has had no letter."""
    program = Program(tmp_path / "home")
    program("import", str(write_folder(tmp_path / "in", 4)))
    clock = _Past()
    workspace = Workspace(find_home(str(program.home)), clock=clock)
    try:
        for days_ago in (60, 40, 20):
            feed_back(workspace, clock, "9999", days_ago)
        feed_back(workspace, clock, "9998", 20)
        feed_back(workspace, clock, "9997", 2)
        clock.moment = NOW
    finally:
        workspace.close()
    return program


def test_those_whose_rung_has_run_out_are_listed_longest_first(desk: Program) -> None:
    listed = desk("due", "--json").json()
    assert [(row["id"], row["rung"], row["days_overdue"], row["state"]) for row in listed] == [
        ("9999", 3, 10, "follow_up"),
        ("9998", 1, 6, "follow_up"),
    ]
    assert set(listed[0]) >= {"id", "name", "rung", "due_on", "days_overdue", "last_letter_at", "state"}
    assert listed[0]["last_letter_at"][:10] == (NOW - timedelta(days=20)).date().isoformat()
    assert len(desk("due").out.splitlines()) == 2


def test_the_next_feedback_is_tried_without_effect_then_queued_once_and_nobody_is_put_out(desk: Program) -> None:
    tried = desk("queue-due", "--dry-run", "--json")
    assert (tried.code, tried.json()["dry_run"]) == (0, True)
    assert [(row["id"], row["template"], row["letter"]) for row in tried.json()["queued"]] == [
        ("9998", "feedback-2", None)
    ]
    assert {(tuple(row["attachments"]), row["not_before"] > NOW.isoformat()) for row in tried.json()["queued"]} == {
        ((), True)
    }
    assert [row["state"] for row in desk("letters", "--json").json()] == ["sent"] * 5
    queued = desk("queue-due", "--json")
    assert (queued.code, [row["template"] for row in queued.json()["queued"]]) == (0, ["feedback-2"])
    waiting = [row for row in desk("letters", "--json").json() if row["state"] == "queued"]
    assert [(row["id"], row["applicant"]) for row in waiting] == [(queued.json()["queued"][0]["letter"], "9998")]
    assert desk("queue-due", "--json").json()["queued"] == []
    assert desk("show", "9999", "--json").json()["state"] == "follow_up"


def test_a_draft_of_the_next_feedback_is_what_is_queued(desk: Program) -> None:
    workspace = Workspace(find_home(str(desk.home)))
    try:
        applicant = find(workspace, "9998")
        written = workspace.correspondence.write(applicant, DecisionKind.FEEDBACK)
        draft = Draft(
            template=Template.FEEDBACK_2,
            language=applicant.person.language,
            subject=written.subject,
            body=f"Typed by hand.\n\n{written.body}",
            generated=written.body,
            attached=(AttachmentKind.GUIDE,),
        )
        workspace.execute(acts.write_draft(applicant, draft, workspace.stamp()))
        workspace.sync()
    finally:
        workspace.close()
    shown = desk("letter", "9998", "--template", "feedback-2", "--json").json()
    (queued,) = desk("queue-due", "--json").json()["queued"]
    (waiting,) = [row for row in desk("letters", "--json").json() if row["id"] == queued["letter"]]
    assert (shown["attachments"], waiting["attachments"]) == (["guide"], ["guide"])
    workspace = Workspace(find_home(str(desk.home)))
    try:
        assert find(workspace, "9998").letters[-1].body == shown["body"]
    finally:
        workspace.close()
    assert shown["body"].startswith("Typed by hand.")


def test_one_rung_may_be_named_but_the_last_one_is_wrong_use(desk: Program) -> None:
    assert desk("queue-due", "--rung", "2", "--json").json()["queued"] == []
    assert desk("queue-due", "--rung", "3").code == 2


def test_an_objection_is_answered_by_its_template_and_the_rung_stays(desk: Program) -> None:
    before = desk("show", "9997", "--json").json()
    rendered = desk("letter", "9997", "--template", "objection-homepage", "--json").json()
    assert "Homepage" in rendered["subject"]
    answer = desk("queue-letter", "9997", "--template", "objection-homepage", "--json").json()
    assert (answer["template"], answer["state"], answer["subject"]) == (
        "objection-homepage",
        "queued",
        rendered["subject"],
    )
    after = desk("show", "9997", "--json").json()
    assert [after[name] for name in ("state", "rung", "due_on")] == [
        before[name] for name in ("state", "rung", "due_on")
    ]
    assert [(reply["objection"], reply["letter"]) for reply in after["replies"]] == [("homepage", answer["id"])]
