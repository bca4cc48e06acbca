"""Two people who wanted different things are asked, in words, and either answer is carried out once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reviewer.domain import acts
from reviewer.domain.applicant import Answer, Applicant, DecisionKind, State
from reviewer.domain.commands import Command
from reviewer.domain.letter import Attachment, AttachmentKind, Draft, Language, LetterState, RenderedLetter, Template
from reviewer.domain.views import Choice
from reviewer.workspace import Workspace
from tests.desks import CONTEXT, decide, find
from tests.ui.outbox.desk_window import HOSTILE, DeskWindow
from ui.questions.questions_page import QuestionsPage, add_questions, show_questions
from ui.widgets.labels import PlainLabel

GUIDE = AttachmentKind.GUIDE
Act = Callable[[Workspace, Applicant], Command]


def accept(desk: Workspace, applicant: Applicant) -> Command:
    return decide(desk, applicant, DecisionKind.ACCEPT, 600)


def reject(desk: Workspace, applicant: Applicant) -> Command:
    return decide(desk, applicant, DecisionKind.REJECT, 600)


def feed_back(desk: Workspace, applicant: Applicant) -> Command:
    return decide(desk, applicant, DecisionKind.FEEDBACK, 600)


def reject_with(words: str) -> Act:
    def typed(desk: Workspace, applicant: Applicant) -> Command:
        made = decide(desk, applicant, DecisionKind.REJECT, 600)
        assert made.letter is not None
        return replace(made, letter=replace(made.letter, body=f"{words}\n\n{made.letter.body}"))

    return typed


def feed_back_with(*kinds: AttachmentKind) -> Act:
    def chosen(desk: Workspace, applicant: Applicant) -> Command:
        made = decide(desk, applicant, DecisionKind.FEEDBACK, 600)
        assert made.letter is not None
        return replace(made, letter=replace(made.letter, attachments=tuple(Attachment(kind=kind) for kind in kinds)))

    return chosen


def say(wanted: Answer) -> Act:
    return lambda desk, applicant: acts.answer(applicant, CONTEXT, wanted, desk.stamp())


def draft(text: str) -> Act:
    made = Draft(template=Template.FEEDBACK_1, language=Language.DE, subject="x", body=text, generated="")
    return lambda desk, applicant: acts.write_draft(applicant, made, desk.stamp())


def call(name: str) -> Act:
    return lambda desk, applicant: acts.correct_person(
        applicant, replace(applicant.person, first_name=name), desk.stamp()
    )


def put_off(days: int, reason: str) -> Act:
    return lambda desk, applicant: acts.defer(
        applicant, desk.clock().date() + timedelta(days=days), reason, desk.stamp()
    )


def disagree(at_desk: DeskWindow, theirs: Act, mine: Act, *ids: str) -> None:
    """Bert's acts are saved first, Anna's are set aside."""
    bert = at_desk.colleague()
    for id in ids or ("9999",):
        bert.execute(theirs(bert, find(bert, id)))
        at_desk.desk.execute(mine(at_desk.desk, find(at_desk.desk, id)))
    bert.sync(deliver=False)
    bert.close()
    at_desk.desk.sync(deliver=False)


def open_questions(at_desk: DeskWindow) -> QuestionsPage:
    at_desk.window.add_page("review", "list-checks", lambda: "Review", QWidget())
    add_questions(at_desk.parts)
    at_desk.window.set_page_present("questions", present=True)
    at_desk.window.show_page("questions")
    page = at_desk.window.findChild(QuestionsPage)
    assert isinstance(page, QuestionsPage)
    at_desk.settle()
    return page


def test_a_different_decision_is_put_with_who_and_what(at_desk: DeskWindow) -> None:
    disagree(at_desk, accept, reject)
    (card,) = open_questions(at_desk).cards
    said = card.words()
    assert said[0] == "Accepted"
    assert any(line.startswith("Bert: Accept, 23 Nov 2026, ") for line in said)
    assert "Acceptance: waits to be sent" in said
    assert "Out" in said
    assert said[-1] == "Yours counts instead: the letter that waits is stopped, your letter waits in the outbox."


@pytest.mark.parametrize(
    ("theirs", "mine", "now", "wanted"),
    [
        (say(Answer.FINE), say(Answer.LACKING), "Industry, headcount, revenue: fine", "The answer becomes “lacking”."),
        (draft("Bert's"), draft("Anna's"), "“Bert's”", "“Anna's”"),
        (call("Bertha"), call("Anne"), "Dr. Bertha Weiß9999", "Dr. Anne Weiß9999"),
        (put_off(7, "on holiday"), put_off(14, "promised"), "on holiday", "Asleep until 7 Dec 2026"),
        (accept, feed_back, "Accepted", "Feedback 1"),
        (feed_back, reject, "In follow-up, rung 1", "Out"),
        (reject_with("Anna's text"), reject_with("Bert's text"), "“Anna's text”", "“Bert's text”"),
        (reject_with("one"), reject_with("two"), "Your letter takes the place of theirs.", "Out"),
        (feed_back, feed_back_with(GUIDE), "Nothing goes along", "With it: Guide to a good CV"),
    ],
)
def test_both_sides_are_said_in_words(at_desk: DeskWindow, theirs: Act, mine: Act, now: str, wanted: str) -> None:
    disagree(at_desk, theirs, mine)
    (card,) = open_questions(at_desk).cards
    assert {now, wanted} <= set(card.words())


def test_leaving_it_settles_the_question_and_changes_nothing(at_desk: DeskWindow) -> None:
    disagree(at_desk, accept, reject)
    page = open_questions(at_desk)
    at_desk.press(Qt.Key.Key_1)
    assert page.cards == []
    assert at_desk.desk.questions() == ()
    assert find(at_desk.desk).state is State.ACCEPTED


def test_insisting_is_carried_out_and_can_be_undone(at_desk: DeskWindow) -> None:
    disagree(at_desk, accept, reject)
    page = open_questions(at_desk)
    at_desk.press(Qt.Key.Key_2)
    assert page.cards == []
    assert find(at_desk.desk).state is State.OUT
    states = {letter.template: letter.state for letter in find(at_desk.desk).letters}
    assert states == {Template.ACCEPTANCE: LetterState.CANCELLED, Template.REJECTION: LetterState.QUEUED}
    at_desk.window.status.toast.undo()
    at_desk.settle()
    assert find(at_desk.desk).state is State.ACCEPTED


def test_what_the_rules_refuse_now_is_not_offered_and_says_why(at_desk: DeskWindow) -> None:
    disagree(at_desk, accept, feed_back)
    page = open_questions(at_desk)
    (card,) = page.cards
    assert not card.can(Choice.MINE)
    assert card.words()[-1] == "No longer possible: This applicant has been decided."
    at_desk.press(Qt.Key.Key_2)
    assert len(at_desk.desk.questions()) == 1


def test_an_act_there_is_nothing_to_insist_on_offers_the_first_answer_only(at_desk: DeskWindow) -> None:
    at_desk.decide("9999")
    at_desk.desk.sync(deliver=False)
    bert = at_desk.colleague()
    theirs = find(bert)
    bert.execute(acts.revoke(theirs, theirs.letters[0].id, bert.stamp()))
    mine = find(at_desk.desk)
    held = acts.move_letter(mine, mine.letters[0].id, LetterState.HELD, at_desk.desk.stamp())
    at_desk.desk.execute(held)
    bert.sync(deliver=False)
    bert.close()
    at_desk.desk.sync(deliver=False)
    (card,) = open_questions(at_desk).cards
    assert (card.can(Choice.THEIRS), card.can(Choice.MINE)) == (True, False)
    assert card.words()[0] == "The letter is gone"


def test_a_text_that_a_colleague_changed_is_shown_with_its_state(at_desk: DeskWindow) -> None:
    at_desk.decide("9999")
    at_desk.desk.sync(deliver=False)

    def edit(text: str) -> Act:
        return lambda desk, applicant: acts.edit_letter(
            applicant, applicant.letters[0].id, RenderedLetter(subject="s", body=text), desk.stamp()
        )

    disagree(at_desk, edit("theirs"), edit("mine"))
    page = open_questions(at_desk)
    assert "The letter: waits to be sent" in page.cards[0].words()
    at_desk.press(Qt.Key.Key_2)
    assert find(at_desk.desk).letters[0].body == "mine"


def test_a_question_answered_elsewhere_says_so_and_goes(at_desk: DeskWindow) -> None:
    disagree(at_desk, say(Answer.FINE), say(Answer.LACKING))
    page = open_questions(at_desk)
    (card,) = page.cards
    at_desk.desk.answer_question(card.command, Choice.THEIRS)
    page.answer(card, Choice.MINE)
    at_desk.settle()
    assert at_desk.window.status.toast.text() == "This question has been answered already"
    assert page.cards == []
    assert find(at_desk.desk).answer_to(CONTEXT).answer is Answer.FINE


def test_keys_go_from_card_to_card_and_the_next_one_is_marked(at_desk: DeskWindow) -> None:
    disagree(at_desk, say(Answer.FINE), say(Answer.LACKING), "9999", "9998", "9997")
    page = open_questions(at_desk)
    before = [card.command for card in page.cards]
    at_desk.press(Qt.Key.Key_J)
    at_desk.press(Qt.Key.Key_1)
    current = page.current()
    assert current is not None
    assert [card.command for card in page.cards] == [before[0], before[2]]
    assert current.command == before[2]
    at_desk.press(Qt.Key.Key_K)
    assert page.current() is page.cards[0]


def test_arrows_and_return_answer_as_well(at_desk: DeskWindow) -> None:
    disagree(at_desk, say(Answer.FINE), say(Answer.LACKING))
    page = open_questions(at_desk)
    (card,) = page.cards
    card.theirs.setFocus()
    at_desk.press(Qt.Key.Key_Right, card.theirs)
    assert at_desk.window.focusWidget() is card.mine
    at_desk.press(Qt.Key.Key_Return, card.mine)
    assert find(at_desk.desk).answer_to(CONTEXT).answer is Answer.LACKING


def test_the_page_goes_by_itself_once_all_is_answered(at_desk: DeskWindow) -> None:
    disagree(at_desk, accept, reject)
    page = open_questions(at_desk)
    show_questions(at_desk.window, at_desk.desk.status())
    assert at_desk.window.page() == "questions"
    page.answer(page.cards[0], Choice.THEIRS)
    at_desk.settle()
    show_questions(at_desk.window, at_desk.desk.status())
    assert at_desk.window.page() == "review"
    assert not at_desk.window.rail.button("questions").isVisible()


def test_a_hostile_name_is_shown_as_text(at_desk: DeskWindow) -> None:
    at_desk.rename("9999", HOSTILE)
    at_desk.desk.sync(deliver=False)
    disagree(at_desk, accept, reject)
    page = open_questions(at_desk)
    names = [label.text() for label in page.cards[0].findChildren(PlainLabel)]
    assert any(name.startswith("Dr. Petra <b>{{7*7}}</b>&amp; Weiß") for name in names)
    page.grab()


def test_while_nothing_is_to_answer_the_page_says_so(at_desk: DeskWindow) -> None:
    page = open_questions(at_desk)
    assert page.cards == []
    assert page.remark.text() == ""
