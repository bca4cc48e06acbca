"""After a switch: who has which turn, and what a person does meanwhile."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.domain.applicant import Answer
from tests.ui.review.judgement_stage import CONTEXT, Stage
from tests.ui.review.presenter_desk import FIRST, SECOND, Desk
from ui.actions import Group
from ui.background import Background
from ui.review.document_keys import Deed
from ui.review.letter_editor import LetterEditor
from ui.review.review_page import ReviewPage
from ui.review.turns import Turns
from ui.widgets.marks import AnswerMark
from ui.window import Window

ALL = frozenset({Group.DECIDE, Group.CRITERIA, Group.QUEUE, Group.DOCUMENT})


@pytest.fixture
def turns(background: Background) -> Turns:
    return Turns(background, QObject(background))


@pytest.fixture
def page(stage: Stage, window: Window) -> ReviewPage:
    """The page of the stage in a window, with 9999 shown and 9998 at hand."""
    made = ReviewPage(stage.presenter, stage.desk, stage.background, window.actions_table, QWidget())
    window.add_page("review", "list-checks", lambda: "Review", made, groups=ALL)
    window.closing.connect(stage.close)
    stage.show("9999")
    return made


def test_each_has_its_turn_in_order_and_of_a_name_only_the_newest(
    qtbot: QtBot, background: Background, turns: Turns
) -> None:
    done: list[str] = []
    for name, word in (("a", "old"), ("b", "second"), ("a", "new")):
        turns.put(name, partial(done.append, word))
    assert (done, background.idle()) == ([], False)
    qtbot.waitUntil(background.idle)
    assert done == ["second", "new"]


def test_while_a_page_is_awaited_nobody_has_a_turn(qtbot: QtBot, background: Background, turns: Turns) -> None:
    done: list[str] = []
    turns.hold()
    turns.put("a", lambda: done.append("a"))
    QApplication.processEvents()
    assert done == []
    turns.go()
    qtbot.waitUntil(background.idle)
    assert done == ["a"]


def test_a_page_that_never_comes_does_not_hold_up_the_rest(qtbot: QtBot, background: Background, turns: Turns) -> None:
    done: list[str] = []
    turns.hold()
    turns.put("a", lambda: done.append("a"))
    qtbot.waitUntil(background.idle)
    assert done == ["a"]


def test_who_fails_in_their_turn_takes_nobody_elses(qtbot: QtBot, background: Background, turns: Turns) -> None:
    done: list[str] = []
    turns.put("bad", partial(int, "no number"))
    turns.put("good", lambda: done.append("good"))
    with qtbot.captureExceptions() as caught:
        qtbot.waitUntil(background.idle)
    assert ([kind for kind, _error, _trace in caught], done) == ([ValueError], ["good"])


def test_a_key_between_the_switch_and_the_rest_of_the_window_is_the_next_applicants(
    stage: Stage, page: ReviewPage
) -> None:
    stage.presenter.show(stage.key("9998"))
    assert stage.presenter.is_switching
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "2")
    assert stage.rows[1].answer is Answer.LACKING
    stage.rest()
    assert [stage.answer(CONTEXT, id) for id in ("9999", "9998")] == [Answer.OPEN, Answer.LACKING]


def test_a_key_in_the_checklist_waits_for_the_next_applicants_rows(stage: Stage, page: ReviewPage) -> None:
    stage.presenter.judgement.focus(stage.rows[3].key)
    stage.presenter.show(stage.key("9998"))
    QTest.keyClick(page.checklist, Qt.Key.Key_Space)
    stage.rest()
    assert [row.answer for row in stage.rows].index(Answer.LACKING) == 0
    assert stage.stored("9999").answers == ()


def test_a_click_on_what_still_shows_the_applicant_before_means_nobody(stage: Stage, page: ReviewPage) -> None:
    stage.presenter.show(stage.key("9998"))
    page.checklist.findChildren(AnswerMark)[0].click()
    stage.rest()
    assert (stage.stored("9999").answers, stage.stored("9998").answers) == ((), ())


def test_what_is_typed_into_the_letter_of_the_applicant_before_never_reaches_the_next(
    stage: Stage, page: ReviewPage
) -> None:
    before = stage.body()
    stage.presenter.show(stage.key("9998"))
    (editor,) = page.letter.findChildren(LetterEditor)
    editor.insertPlainText("Nur für 9999. ")
    stage.rest()
    assert stage.body() != before
    assert "Nur für 9999" not in page.letter.text()[1]
    stage.presenter.leave()
    stage.rest()
    assert stage.stored("9998").draft is None


def test_the_page_before_stays_until_the_next_is_there_and_takes_no_pins(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.reader.tints[SECOND] = 1
    desk.presenter.show(FIRST)
    desk.wait()
    shown = desk.color()
    desk.reader.hold(SECOND)
    desk.view.tools.do(Deed.SELECT_PAGE)
    pinned: list[object] = []
    desk.view.evidence_made.connect(lambda *pin: pinned.append(pin))
    desk.presenter.show(SECOND)
    assert (desk.view.awaits, desk.color()) == (True, shown)
    desk.view.tools.pin()
    desk.reader.release(SECOND)
    desk.wait()
    assert (desk.view.awaits, pinned) == (False, [])
    assert desk.color() != shown
    assert desk.background.close()


def test_a_page_that_takes_longer_than_a_frame_gives_way_to_an_empty_one(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.presenter.show(FIRST)
    desk.wait()
    desk.reader.hold(SECOND)
    with qtbot.waitSignal(desk.presenter.page_painted):
        desk.presenter.show(SECOND)
    assert (desk.view.awaits, desk.view._scene.shelf.find(1)) == (False, None)
    desk.reader.release(SECOND)
    desk.wait()
    assert desk.background.close()
