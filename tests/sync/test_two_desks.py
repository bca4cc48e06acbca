"""Two people on one shared database: nothing is lost, nobody is overruled unseen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from reviewer.domain import acts
from reviewer.domain.applicant import Answer, DecisionKind, State
from reviewer.domain.ids import NoteId
from reviewer.domain.letter import LetterState
from reviewer.domain.views import Choice, QueueQuery
from reviewer.errors import Outdated
from reviewer.storage import tables
from reviewer.storage.engine import make_engine, writing
from reviewer.workspace import Workspace, new_id
from tests.desks import CONTEXT, KeptPost, SetClock, answer, decide, find, write_folder

Desks = tuple[Workspace, Workspace]


def test_what_one_desk_decides_the_other_sees(desks: Desks) -> None:
    anna, bert = desks
    answer(anna, find(anna))
    anna.sync(deliver=False)
    bert.sync(deliver=False)
    assert find(bert).answer_to(CONTEXT).answer is Answer.LACKING
    assert find(bert) == find(anna)


def test_documents_arrive_byte_for_byte(desks: Desks) -> None:
    anna, bert = desks
    document = find(bert).documents[0].id
    assert bert.documents.open(document) == anna.documents.open(document)
    assert [word.text for word in bert.documents.words(document, 1)][:2] == ["Person", "9999"]


def test_a_note_and_a_decision_do_not_conflict(desks: Desks) -> None:
    anna, bert = desks
    anna.execute(acts.add_note(find(anna), "x", anna.stamp(), id=NoteId(new_id()), criterion=None))
    bert.execute(decide(bert, find(bert), DecisionKind.ACCEPT))
    for desk in (anna, bert, anna):
        assert desk.sync(deliver=False).questions == 0
    assert find(anna).state is State.ACCEPTED
    assert len(find(anna).notes) == 1


def test_a_different_decision_is_put_as_a_question_and_neither_is_lost(desks: Desks) -> None:
    anna, bert = desks
    anna.execute(decide(anna, find(anna), DecisionKind.ACCEPT))
    bert.execute(decide(bert, find(bert), DecisionKind.REJECT))
    anna.sync(deliver=False)
    assert bert.sync(deliver=False).questions == 1
    (question,) = bert.questions()
    assert question.now.state is State.ACCEPTED
    assert [letter.template.value for letter in find(bert).letters] == ["acceptance"]
    bert.answer_question(question.command.stamp.id, Choice.MINE)
    bert.sync(deliver=False)
    anna.sync(deliver=False)
    assert find(anna).state is State.OUT
    states = [(letter.template.value, letter.state.value) for letter in find(anna).letters]
    assert sorted(states) == [("acceptance", "cancelled"), ("rejection", "queued")]
    assert bert.questions() == ()


def test_leaving_things_as_they_are_answers_a_question_once(desks: Desks) -> None:
    anna, bert = desks
    answer(anna, find(anna), Answer.FINE)
    answer(bert, find(bert), Answer.LACKING)
    anna.sync(deliver=False)
    bert.sync(deliver=False)
    (question,) = bert.questions()
    assert bert.answer_question(question.command.stamp.id, Choice.THEIRS) is None
    assert find(bert).answer_to(CONTEXT).answer is Answer.FINE
    with pytest.raises(Outdated, match="question-answered"):
        bert.answer_question(question.command.stamp.id, Choice.MINE)


def test_the_same_decision_settles_and_its_undo_is_withdrawn(desks: Desks) -> None:
    anna, bert = desks
    anna.execute(decide(anna, find(anna), DecisionKind.REJECT))
    mine = bert.execute(decide(bert, find(bert), DecisionKind.REJECT))
    anna.sync(deliver=False)
    report = bert.sync(deliver=False)
    assert report.questions == 0
    assert report.withdrawn == (mine.command,)
    assert len(find(bert).letters) == 1


@pytest.mark.parametrize("choice", list(Choice))
def test_the_same_decision_with_another_text_asks_which_text_goes_out(desks: Desks, choice: Choice) -> None:
    anna, bert = desks
    anna.execute(decide(anna, find(anna), DecisionKind.REJECT))
    mine = decide(bert, find(bert), DecisionKind.REJECT)
    assert mine.letter is not None
    typed = replace(mine, letter=replace(mine.letter, body=f"Typed by hand.\n\n{mine.letter.body}"))
    bert.execute(typed)
    anna.sync(deliver=False)
    assert bert.sync(deliver=False).questions == 1
    (question,) = bert.questions()
    assert question.code == "letter-text-differs"
    bert.answer_question(question.command.stamp.id, choice)
    bert.sync(deliver=False)
    anna.sync(deliver=False)
    (letter,) = find(anna).letters
    assert letter.body.startswith("Typed by hand.") == (choice is Choice.MINE)
    assert len(find(anna).decisions) == 1
    assert bert.questions() == ()


def test_undo_works_before_and_after_the_act_is_saved(desks: Desks) -> None:
    anna, bert = desks
    before = find(anna)
    for save_between in (False, True):
        outcome = anna.execute(decide(anna, find(anna), DecisionKind.ACCEPT))
        if save_between:
            anna.sync(deliver=False)
        assert outcome.undo is not None
        anna.undo(outcome.undo)
        anna.sync(deliver=False)
        bert.sync(deliver=False)
        assert (find(bert).state, find(bert).letters, find(bert).decisions) == (before.state, (), ())


def test_a_new_cv_brings_back_to_the_queue_and_stops_the_letter(
    desks: Desks, tmp_path: Path, clock: SetClock, post: KeptPost
) -> None:
    anna, bert = desks
    answer(anna, find(anna))
    anna.execute(decide(anna, find(anna), DecisionKind.FEEDBACK, hold_s=600))
    anna.sync(way=post.way())
    report = bert.bring_in(write_folder(tmp_path / "again", cv="version 2"))
    assert (report.new_versions, report.added) == (2, 0)
    anna.sync(way=post.way())
    back = find(anna)
    assert (back.state, back.round, back.answer_to(CONTEXT).answer) == (State.PENDING, 2, Answer.OPEN)
    assert [letter.state.value for letter in back.letters] == ["cancelled"]
    assert [document.version for document in back.documents] == [1, 2]
    clock.forward(minutes=20)
    anna.sync(way=post.way())
    assert post.letters == []


def test_a_new_cv_stops_a_letter_released_just_before_on_the_same_desk(desks: Desks, tmp_path: Path) -> None:
    anna, _ = desks
    anna.execute(decide(anna, find(anna), DecisionKind.FEEDBACK))
    anna.bring_in(write_folder(tmp_path / "again", cv="version 2"))
    assert anna.questions() == ()
    assert [letter.state for letter in find(anna).letters] == [LetterState.CANCELLED]


def test_a_question_about_somebody_a_restored_database_does_not_know_is_not_counted(
    desks: Desks, shared_url: str
) -> None:
    anna, _ = desks
    engine = make_engine(shared_url)
    with writing(engine) as connection:
        connection.execute(sa.delete(tables.applicant).where(tables.applicant.c.id == "9999"))
        connection.execute(sa.update(tables.clock).values(epoch="restored"))
    engine.dispose()
    answer(anna, find(anna))
    anna.sync(deliver=False)
    assert (anna.questions(), anna.status().questions, anna.status().unsaved) == ((), 0, 0)
    assert [row.id for row in anna.queue(QueueQuery()).rows] == ["9998"]


def test_letters_are_listed_newest_first_over_all_states(desks: Desks, clock: SetClock, post: KeptPost) -> None:
    anna, _ = desks
    anna.execute(decide(anna, find(anna), DecisionKind.FEEDBACK))
    anna.sync(way=post.way())
    clock.forward(minutes=1)
    anna.execute(decide(anna, find(anna, "9998"), DecisionKind.FEEDBACK, hold_s=60))
    states = [row.state for row in anna.letters()]
    assert states == [LetterState.QUEUED, LetterState.SENT]
    assert [row.state for row in anna.letters(limit=1)] == [LetterState.QUEUED]
    assert [row.state for row in anna.letters((LetterState.SENT, LetterState.FAILED))] == [LetterState.SENT]
