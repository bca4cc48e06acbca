"""The review as a place of the window, with its undo key and its message."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.domain.applicant import DecisionKind, State
from tests.ui.furnished import at_once
from tests.ui.review.judgement_stage import Stage
from ui.pages import Parts
from ui.review.review_place import add_review
from ui.theme import ThemeSwitch
from ui.widgets.buttons import ActionButton
from ui.window import Window


def test_the_message_undoes_what_it_names_and_the_key_what_came_last(
    stage: Stage, window: Window, dressed: ThemeSwitch
) -> None:
    parts = Parts(
        window=window,
        workspace=stage.desk,
        background=stage.background,
        announcer=stage.announcer,
        themes=dressed,
    )
    review = at_once(add_review(parts, stage.queue, QWidget()))
    window.closing.connect(stage.close)
    assert window.page() == "review"
    review.show(stage.key("9999"))
    stage.rest()
    review.decisions.decide(DecisionKind.ACCEPT)
    stage.rest()
    assert window.status.toast.text() == "Dr. Petra Weiß9999 accepted"
    review.judgement.answer_number(2)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "z")
    stage.rest()
    assert stage.stored("9998").answers == ()
    assert stage.stored("9999").state is State.ACCEPTED
    QTest.keyClicks(focused, "z")
    stage.rest()
    assert stage.stored("9999").state is State.PENDING


def test_the_message_keeps_its_button_when_the_key_has_moved_on(
    stage: Stage, window: Window, dressed: ThemeSwitch
) -> None:
    taken: list[bool] = []
    toast = window.status.toast
    toast.say("Alex Kim accepted", undo=lambda: taken.append(True), seconds=30)
    toast.leave_key()
    button = toast.findChild(ActionButton)
    assert isinstance(button, ActionButton)
    button.click()
    assert taken == [True]
