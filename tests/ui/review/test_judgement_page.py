"""The review page in the window: keys, clicks, sheets, banners, and text from strangers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from reviewer.domain.applicant import Answer, DecisionKind, Salutation, State
from reviewer.domain.letter import Language
from tests.ui.review.judgement_stage import CONTEXT, Stage
from ui.actions import Group
from ui.review.criterion_row import CriterionRowView
from ui.review.decision_sheets import LaterSheet, quick_days
from ui.review.letter_editor import LetterEditor
from ui.review.person_sheet import PersonSheet
from ui.review.review_page import ReviewPage
from ui.widgets.buttons import ActionButton
from ui.widgets.confirm import Confirm
from ui.widgets.marks import AnswerMark
from ui.window import Window

LEFT = Qt.MouseButton.LeftButton
ALL = frozenset({Group.DECIDE, Group.CRITERIA, Group.QUEUE, Group.DOCUMENT})


@pytest.fixture
def page(stage: Stage, window: Window) -> ReviewPage:
    """The page of the stage in a window, with 9999 shown."""
    made = ReviewPage(stage.presenter, stage.desk, stage.background, window.actions_table, QWidget())
    window.add_page("review", "list-checks", lambda: "Review", made, groups=ALL)
    window.undo_with(stage.presenter.undo)
    window.closing.connect(stage.close)
    stage.show("9999")
    return made


def _press(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def _key(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def _button(inside: QWidget, label: str) -> ActionButton:
    return next(one for one in inside.findChildren(ActionButton) if one.text() == label)


def test_keys_answer_and_decide_and_take_back(stage: Stage, page: ReviewPage) -> None:
    _press("2")
    _press("f")
    stage.rest()
    assert (stage.shown_id(), stage.stored().state) == ("9998", State.FOLLOW_UP)
    _press("z")
    stage.rest()
    assert (stage.shown_id(), stage.stored().state) == ("9999", State.PENDING)


def test_what_is_typed_into_the_letter_is_no_key(stage: Stage, page: ReviewPage) -> None:
    _press("l")
    assert isinstance(QApplication.focusWidget(), LetterEditor)
    _press("fad2 ")
    stage.rest()
    assert stage.letters() == ()
    assert page.letter.text()[1].startswith("fad2 Sehr geehrte")
    _key(Qt.Key.Key_Escape)
    _press("2")
    stage.rest()
    assert stage.answer() is Answer.LACKING


def test_the_cursor_stays_while_the_letter_grows(stage: Stage, page: ReviewPage) -> None:
    editor = page.findChild(LetterEditor)
    assert isinstance(editor, LetterEditor)
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(20)
    editor.setTextCursor(cursor)
    stage.presenter.judgement.answer_number(2)
    stage.rest()
    assert (editor.textCursor().position(), "Umsatz:" in editor.toPlainText()) == (20, True)


def test_pasted_markup_stays_text(stage: Stage, page: ReviewPage) -> None:
    mime = QMimeData()
    mime.setHtml("<b>bold</b>")
    mime.setText("<b>bold</b>")
    QGuiApplication.clipboard().setMimeData(mime)
    editor = page.findChild(LetterEditor)
    assert isinstance(editor, LetterEditor)
    editor.paste()
    assert editor.toPlainText().startswith("<b>bold</b>")


def test_a_click_on_the_mark_answers_and_a_click_on_the_row_focuses(stage: Stage, page: ReviewPage) -> None:
    rows = page.findChildren(CriterionRowView)
    mark = rows[2].findChild(AnswerMark)
    assert isinstance(mark, AnswerMark)
    QTest.mouseClick(mark, LEFT)
    QTest.mouseClick(rows[4], LEFT)
    stage.rest()
    assert [row.answer for row in stage.rows][2] is Answer.LACKING
    assert [row.number for row in stage.rows if row.focused] == [5]


def test_arrows_move_the_focus_and_space_answers(stage: Stage, page: ReviewPage) -> None:
    page.checklist.setFocus()
    QTest.keyClick(page.checklist, Qt.Key.Key_Down)
    QTest.keyClick(page.checklist, Qt.Key.Key_Space)
    stage.rest()
    assert stage.answer() is Answer.LACKING


def test_a_note_is_written_from_the_keyboard(stage: Stage, page: ReviewPage) -> None:
    _press("n")
    _press("will call back")
    _key(Qt.Key.Key_Return)
    stage.rest()
    assert [note.text for note in stage.stored().notes] == ["will call back"]


def test_deleting_needs_the_id_typed_exactly(stage: Stage, page: ReviewPage) -> None:
    _press("d")
    assert isinstance(page.sheet, Confirm)
    _press("999")
    button = _button(page.sheet, "Delete for good")
    assert not button.isEnabled()
    _press("9")
    button.click()
    stage.rest()
    assert stage.shown_id() == "9998"


def test_escape_leaves_the_delete_sheet_without_harm(stage: Stage, page: ReviewPage) -> None:
    _press("d")
    _key(Qt.Key.Key_Escape)
    stage.rest()
    assert stage.stored().id == "9999"


def test_later_asks_for_a_day_and_a_reason(stage: Stage, page: ReviewPage) -> None:
    _press("s")
    assert isinstance(page.sheet, LaterSheet)
    _press("promised a new CV")
    _button(page.sheet, "In 2 weeks").click()
    stage.rest()
    sleep = stage.stored().sleep
    assert sleep is not None
    assert (sleep.until, sleep.reason) == (date(2026, 12, 7), "promised a new CV")


def test_quick_days_are_always_to_come() -> None:
    for today in (date(2026, 11, 30), date(2026, 12, 31), date(2028, 2, 28), date(2026, 11, 1)):
        assert all(day > today for _label, day in quick_days(today))


def test_feedback_without_a_defect_asks_in_the_window(stage: Stage, page: ReviewPage) -> None:
    _press("f")
    assert isinstance(page.sheet, Confirm)
    _button(page.sheet, "Send all the same").click()
    stage.rest()
    assert len(stage.letters()) == 1


def test_details_are_corrected_in_a_sheet_that_says_what_is_wrong(stage: Stage, page: ReviewPage) -> None:
    page.open_details()
    sheet = page.sheet
    assert isinstance(sheet, PersonSheet)
    fields = {one.accessibleName(): one for one in sheet.findChildren(QLineEdit)}
    fields["E-mail"].setText("not an address")
    _button(sheet, "Save").click()
    assert not sheet.isHidden()
    fields["E-mail"].setText("petra@example.net")
    _button(sheet, "Save").click()
    stage.rest()
    assert stage.stored().person.email == "petra@example.net"


def test_a_waiting_letter_can_be_taken_back_from_its_banner(stage: Stage, page: ReviewPage) -> None:
    stage.presenter.decisions.decide(DecisionKind.ACCEPT)
    stage.rest()
    stage.show("9999")
    assert page.banners.words()[0].startswith("Acceptance waits and leaves at")
    page.banners.press(0)
    stage.rest()
    assert (stage.stored().state, page.banners.words()) == (State.PENDING, [])


def test_a_sleeping_applicant_says_why_and_can_be_woken(stage: Stage, page: ReviewPage) -> None:
    stage.presenter.decisions.defer(date(2026, 11, 30), "promised a new CV")
    stage.rest()
    stage.show("9999")
    assert page.banners.words() == ["Asleep until 30 Nov 2026: promised a new CV"]
    page.banners.press(0)
    stage.rest()
    assert page.banners.words() == []


def test_a_refusal_stands_beside_the_button_and_goes_with_the_next_act(stage: Stage, page: ReviewPage) -> None:
    applicant = stage.presenter.acts.applicant
    assert applicant is not None
    stage.presenter.decisions.correct(replace(applicant.person, email=""))
    assert not page.bar.button("feedback").isEnabled()
    assert page.bar.words().startswith("No address")
    _press("f")
    assert page.bar.words() != ""
    stage.presenter.decisions.correct(applicant.person)
    assert page.bar.words() == "To p9999@example.org"


def test_the_opt_in_card_shows_and_copies_all_evidence(stage: Stage, page: ReviewPage) -> None:
    page.header.opt_in().open_card()
    card = page.header.opt_in().card()
    assert card is not None
    card.copy()
    copied = QGuiApplication.clipboard().text()
    assert "192.0.2.1" in copied
    assert "9999" in copied


def test_what_is_being_typed_is_kept_when_the_window_closes(stage: Stage, page: ReviewPage) -> None:
    _press("l")
    _press("Von Hand. ")
    stage.presenter.leave()
    stage.rest()
    draft = stage.stored().draft
    assert draft is not None
    assert draft.body.startswith("Von Hand. ")


def test_a_hostile_name_is_shown_as_it_is(stage: Stage, page: ReviewPage) -> None:
    applicant = stage.presenter.acts.applicant
    assert applicant is not None
    stage.presenter.decisions.correct(
        replace(
            applicant.person,
            salutation=Salutation.UNKNOWN,
            title="",
            first_name="<b>{{7*7}}</b>",
            last_name="\u202eX",
            language=Language.EN,
        )
    )
    stage.rest()
    texts = [getattr(one, "text", str)() for one in page.header.findChildren(QWidget)]
    assert "<b>{{7*7}}</b> X" in texts
    assert "{{7*7}}" in stage.body()


def test_every_control_has_a_name_for_screen_readers(stage: Stage, page: ReviewPage) -> None:
    stage.presenter.judgement.focus(CONTEXT)
    stage.presenter.judgement.pin(1, (72.0, 100.0, 300.0, 114.0), "Person")
    nameless = [
        type(one).__name__
        for one in page.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and not (one.accessibleName() or getattr(one, "text", str)())
        and not one.objectName().startswith("qt_")
    ]
    assert nameless == []
