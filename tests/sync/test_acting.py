"""Acting on one desk: a refused act leaves no trace, and no log tells who it was about."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain import acts
from reviewer.domain.applicant import Answer, DecisionKind
from reviewer.domain.ids import NoteId
from reviewer.domain.views import QueueQuery
from reviewer.errors import Outdated, Refused, ReviewerError
from reviewer.mail.transport import InDoubt
from reviewer.workspace import Workspace, new_id
from tests.desks import CONTEXT, KeptPost, answer, decide, find

Desks = tuple[Workspace, Workspace]


def test_a_refused_act_leaves_no_trace(desks: Desks) -> None:
    anna, _ = desks
    before, listed, status = find(anna), anna.queue(QueueQuery()), anna.status()
    refused = acts.add_note(before, " ", anna.stamp(), id=NoteId(new_id()), criterion=None)
    outdated = acts.answer(replace(before, round=7), CONTEXT, Answer.FINE, anna.stamp())
    for command, error in ((refused, Refused), (outdated, Outdated)):
        with pytest.raises(error):
            anna.execute(command)
    assert (find(anna), anna.queue(QueueQuery()), anna.status()) == (before, listed, status)


def test_an_act_that_changes_nothing_is_not_written_and_cannot_be_undone(desks: Desks) -> None:
    anna, _ = desks
    answer(anna, find(anna), Answer.FINE)
    unsaved = anna.status().unsaved
    assert answer(anna, find(anna), Answer.FINE).undo is None
    assert anna.status().unsaved == unsaved == 1


def test_the_list_shows_an_act_before_it_is_saved(desks: Desks) -> None:
    anna, _ = desks
    answer(anna, find(anna))
    row = next(row for row in anna.queue(QueueQuery(lacking=CONTEXT)).rows if row.id == "9999")
    assert row.unsaved
    anna.sync(deliver=False)
    assert not anna.queue(QueueQuery(lacking=CONTEXT)).rows[0].unsaved


def test_neither_log_nor_error_tells_anything_of_a_person(
    desks: Desks, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    anna, bert = desks
    caplog.set_level(logging.DEBUG)
    post, said = KeptPost(), []
    anna.execute(decide(anna, find(anna), DecisionKind.FEEDBACK))
    post.failures = [InDoubt("connection-lost")]
    anna.sync(way=post.way())
    bert.sync(deliver=False)
    applicant = find(bert)
    for attempt in (
        lambda: bert.execute(decide(bert, applicant, DecisionKind.REJECT)),
        lambda: acts.correct_person(applicant, replace(applicant.person, email="a b@example.org"), bert.stamp()),
        lambda: bert.applicant(type(applicant.key)("unknown")),
    ):
        with pytest.raises(ReviewerError) as caught:
            attempt()
        said.append(str(caught.value))
    bert.erase(applicant.key)
    bert.sync(way=post.way())
    logs = "".join(path.read_text(encoding="utf-8") for path in tmp_path.glob("*/*.log"))
    assert "failed=1" in logs
    told = "\n".join([caplog.text, logs, *said])
    assert [word for word in ("Weiß", "Petra", "p9999", "example.org", "192.0.2.1") if word in told] == []


def test_an_act_the_database_cannot_keep_does_not_hold_up_the_others(desks: Desks) -> None:
    anna, bert = desks
    anna.execute(acts.add_note(find(anna), "a\x00b", anna.stamp(), id=NoteId(new_id()), criterion=None))
    answer(anna, find(anna), Answer.FINE)
    report = anna.sync(deliver=False)
    bert.sync(deliver=False)
    assert find(bert).answer_to(CONTEXT).answer is Answer.FINE
    assert len(find(bert).notes) + report.questions == 1
