"""Answering criteria, pinning evidence, writing notes, and taking any of it back."""

from __future__ import annotations

from reviewer.domain import acts
from reviewer.domain.applicant import Answer
from reviewer.domain.views import SyncReport
from tests.ui.review.judgement_stage import CONTEXT, Stage

PLACE = (72.0, 100.0, 300.0, 114.0)


def test_a_key_says_lacking_then_fine_then_open_again(stage: Stage) -> None:
    stage.show()
    seen = []
    for _press in range(3):
        stage.presenter.judgement.answer_number(2)
        seen.append(stage.rows[1].answer)
    assert seen == [Answer.LACKING, Answer.FINE, Answer.OPEN]


def test_an_answer_is_kept_on_the_desk(stage: Stage) -> None:
    stage.show()
    stage.presenter.judgement.answer_number(2)
    stage.rest()
    assert stage.answer() is Answer.LACKING


def test_two_quick_presses_are_both_kept(stage: Stage) -> None:
    stage.show()
    stage.presenter.judgement.answer_number(2)
    stage.presenter.judgement.answer_number(2)
    stage.rest()
    assert stage.answer() is Answer.FINE


def test_a_key_gives_its_criterion_the_focus(stage: Stage) -> None:
    stage.show()
    stage.presenter.judgement.answer_number(5)
    assert [row.number for row in stage.rows if row.focused] == [5]


def test_a_key_beyond_the_checklist_does_nothing(stage: Stage) -> None:
    stage.show()
    stage.presenter.judgement.answer_number(9)
    stage.rest()
    assert stage.stored().answers == ()


def test_the_first_open_criterion_has_the_focus_when_an_applicant_is_shown(stage: Stage) -> None:
    stage.show()
    stage.presenter.judgement.answer_number(1)
    stage.rest()
    stage.show("9998")
    stage.show("9999")
    assert [row.number for row in stage.rows if row.focused] == [2]


def test_clearing_opens_a_criterion_again(stage: Stage) -> None:
    stage.show()
    stage.presenter.judgement.answer_number(2)
    stage.presenter.judgement.clear_number(2)
    stage.rest()
    assert stage.answer() is Answer.OPEN


def test_evidence_makes_an_open_criterion_lacking(stage: Stage) -> None:
    stage.show()
    stage.presenter.judgement.focus(CONTEXT)
    stage.presenter.judgement.pin(1, PLACE, "Plant manager,\nNordwerk")
    stage.rest()
    given = stage.stored().answer_to(CONTEXT)
    assert (given.answer, [evidence.quote for evidence in given.evidence]) == (
        Answer.LACKING,
        ["Plant manager, Nordwerk"],
    )


def test_one_undo_takes_back_the_evidence_and_what_it_answered(stage: Stage) -> None:
    stage.show()
    stage.presenter.judgement.focus(CONTEXT)
    stage.presenter.judgement.pin(1, PLACE, "Plant manager")
    stage.presenter.undo()
    stage.rest()
    given = stage.stored().answer_to(CONTEXT)
    assert (given.answer, given.evidence) == (Answer.OPEN, ())


def test_evidence_leaves_a_fine_criterion_fine(stage: Stage) -> None:
    stage.show()
    stage.presenter.judgement.answer_number(2)
    stage.presenter.judgement.answer_number(2)
    stage.presenter.judgement.pin(1, PLACE, "180 employees")
    stage.rest()
    assert stage.answer() is Answer.FINE


def test_evidence_stands_in_its_row_and_can_be_taken_away(stage: Stage) -> None:
    stage.show()
    stage.presenter.judgement.focus(CONTEXT)
    stage.presenter.judgement.pin(1, PLACE, "Plant manager")
    chip = stage.rows[1].evidence[0]
    assert chip.words == "p. 1 “Plant manager”"
    stage.presenter.judgement.unpin(chip.id)
    stage.rest()
    assert stage.stored().answer_to(CONTEXT).evidence == ()


def test_pins_are_drawn_on_their_own_document_alone(stage: Stage) -> None:
    stage.show()
    drawn: list[tuple[object, ...]] = []
    stage.presenter.judgement.marks_changed.connect(drawn.append)
    stage.presenter.judgement.pin(1, PLACE, "Person")
    stage.presenter.judgement.show_document("another")
    assert [len(marks) for marks in drawn] == [1, 0]


def test_a_note_can_be_written_and_taken_back(stage: Stage) -> None:
    stage.show()
    stage.presenter.judgement.add_note("Phoned on Friday", CONTEXT)
    stage.rest()
    assert [(note.text, note.by, note.criterion) for note in stage.stored().notes] == [
        ("Phoned on Friday", "Anna", CONTEXT)
    ]
    stage.presenter.undo()
    stage.rest()
    assert stage.stored().notes == ()


def test_an_undone_answer_is_open_at_once_and_on_the_desk(stage: Stage) -> None:
    stage.show()
    stage.presenter.judgement.answer_number(2)
    stage.presenter.undo()
    assert stage.rows[1].answer is Answer.OPEN
    stage.rest()
    assert stage.answer() is Answer.OPEN


def test_undo_says_so_when_there_is_nothing(stage: Stage) -> None:
    stage.show()
    stage.presenter.undo()
    assert stage.sayings.said == ["There is nothing to take back"]


def test_an_act_a_colleague_had_done_already_cannot_be_taken_back(stage: Stage) -> None:
    stage.show()
    stage.presenter.judgement.answer_number(2)
    stage.rest()
    top = stage.presenter.acts.stack.top()
    assert top is not None
    stage.presenter.settle(SyncReport(withdrawn=tuple(top.commands)))
    stage.presenter.undo()
    stage.rest()
    assert stage.answer() is Answer.LACKING


def test_a_colleagues_answer_comes_on_the_screen_when_it_is_announced(stage: Stage) -> None:
    stage.show()
    outcome = stage.desk.execute(acts.answer(stage.stored(), CONTEXT, Answer.FINE, stage.desk.stamp()))
    stage.announcer.announce(outcome.change)
    stage.rest()
    assert stage.rows[1].answer is Answer.FINE


def test_an_answer_upon_what_somebody_else_changed_is_told_beside_the_checklist(stage: Stage) -> None:
    stage.show()
    stage.desk.execute(acts.answer(stage.stored(), CONTEXT, Answer.FINE, stage.desk.stamp()))
    stage.presenter.judgement.answer_number(2)
    stage.rest()
    assert (stage.faults, stage.rows[1].answer) == ([("checklist", "answer-changed")], Answer.FINE)
