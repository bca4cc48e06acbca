"""The outbox lists every letter, says why it stands there, and does what a person wants with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtTest import QTest

from reviewer.domain import acts
from reviewer.domain.applicant import DecisionKind, State
from reviewer.domain.letter import Language, Letter, LetterState
from reviewer.domain.views import LetterRow
from reviewer.mail.transport import Fault, InDoubt, SentRefused
from tests.desks import answer, find
from tests.ui.outbox.desk_window import HOSTILE, DeskWindow
from ui.outbox.letter_bar import Deed
from ui.outbox.letter_groups import Filter, GroupHead
from ui.outbox.outbox_page import OutboxPage, add_outbox
from ui.widgets.headed_model import ENTRY

REFUSED = SentRefused("recipient-refused", fault=Fault.LETTER, words="550 mailbox unavailable")


def open_outbox(at_desk: DeskWindow) -> OutboxPage:
    add_outbox(at_desk.parts)
    page = at_desk.window.findChild(OutboxPage)
    assert isinstance(page, OutboxPage)
    at_desk.settle()
    return page


def heads(page: OutboxPage) -> list[tuple[LetterState, int]]:
    model = page.column.list.letters()
    entries = [model.index(at).data(ENTRY) for at in range(model.rowCount())]
    return [(entry.state, entry.count) for entry in entries if isinstance(entry, GroupHead)]


def choose(page: OutboxPage, at_desk: DeskWindow, id: str) -> LetterRow:
    letter = find(at_desk.desk, id).letters[-1]
    assert page.column.list.choose(letter.id)
    row = page.column.list.current()
    assert row is not None
    return row


def letter_of(at_desk: DeskWindow, id: str) -> Letter:
    return find(at_desk.desk, id).letters[-1]


def all_states(at_desk: DeskWindow) -> None:
    """One letter each sent, failed, in doubt and scheduled."""
    for id, failure in (("9999", None), ("9998", REFUSED), ("9997", InDoubt("connection-lost"))):
        at_desk.decide(id, hold_s=0)
        at_desk.post.failures = [failure] if failure is not None else []
        at_desk.desk.sync(way=at_desk.post.way())
    at_desk.decide("9996", DecisionKind.REJECT, hold_s=30)


def test_an_empty_outbox_says_what_will_come(at_desk: DeskWindow) -> None:
    page = open_outbox(at_desk)
    assert not page.column.isVisible()
    at_desk.decide("9999")
    at_desk.sync()
    assert page.column.isVisible()


def test_letters_stand_by_state_with_trouble_first(at_desk: DeskWindow) -> None:
    all_states(at_desk)
    page = open_outbox(at_desk)
    assert heads(page) == [
        (LetterState.IN_DOUBT, 1),
        (LetterState.FAILED, 1),
        (LetterState.QUEUED, 1),
        (LetterState.SENT, 1),
    ]
    assert page.pane.name.text() == "Petra Weiß9997"


def test_the_title_that_begins_a_paragraph_stands_out_as_in_the_letter_that_leaves(at_desk: DeskWindow) -> None:
    answer(at_desk.desk, find(at_desk.desk))
    at_desk.decide("9999")
    page = open_outbox(at_desk)
    choose(page, at_desk, "9999")
    title = at_desk.desk.checklist.titles(Language.DE)[1]
    block = page.pane.body.document().firstBlock()
    while not block.text().startswith(f"{title}:"):
        block = block.next()
        assert block.isValid()
    strong = [part for part in block.layout().formats() if part.format.fontWeight() > QFont.Weight.Normal]
    assert [(part.start, part.length) for part in strong] == [(0, len(title) + 1)]


@pytest.mark.parametrize(
    ("wanted", "states"),
    [
        (Filter.TROUBLE, [LetterState.IN_DOUBT, LetterState.FAILED]),
        (Filter.WAITING, [LetterState.QUEUED]),
        (Filter.SENT, [LetterState.SENT]),
    ],
)
def test_a_filter_leaves_its_letters_only(at_desk: DeskWindow, wanted: Filter, states: list[LetterState]) -> None:
    all_states(at_desk)
    page = open_outbox(at_desk)
    page.column.chips.choose(wanted)
    assert [state for state, _count in heads(page)] == states


def test_searching_finds_name_and_subject_and_says_when_nothing_is_found(at_desk: DeskWindow) -> None:
    all_states(at_desk)
    page = open_outbox(at_desk)
    page.column.search.setText("weiß9998")
    page.column.search.search_now()
    assert heads(page) == [(LetterState.FAILED, 1)]
    page.column.search.setText("nobody")
    page.column.search.search_now()
    assert heads(page) == []
    assert page.column.empty.isVisible()


def test_the_reason_is_said_in_words(at_desk: DeskWindow) -> None:
    all_states(at_desk)
    page = open_outbox(at_desk)
    choose(page, at_desk, "9998")
    assert page.pane.banners.words() == [
        "The mail server said: 550 mailbox unavailable. Nothing left the house. Check the address, then try again."
    ]


def test_a_scheduled_letter_counts_down(at_desk: DeskWindow) -> None:
    at_desk.decide("9999", hold_s=30)
    page = open_outbox(at_desk)
    assert ("Scheduled", "leaves in 0:30") in page.pane.facts.words()
    at_desk.clock.forward(seconds=7)
    page.tell_time()
    assert ("Scheduled", "leaves in 0:23") in page.pane.facts.words()


def test_hold_and_release_by_key_and_back_by_undo(at_desk: DeskWindow) -> None:
    at_desk.decide("9999", hold_s=30)
    page = open_outbox(at_desk)
    at_desk.press(Qt.Key.Key_H)
    assert letter_of(at_desk, "9999").state is LetterState.HELD
    assert page.pane.bar.can(Deed.RELEASE)
    at_desk.press(Qt.Key.Key_Z)
    assert letter_of(at_desk, "9999").state is LetterState.QUEUED
    assert page.sheet is None


def test_a_released_letter_waits_as_long_as_a_new_one(at_desk: DeskWindow) -> None:
    at_desk.decide("9999", hold_s=30)
    open_outbox(at_desk)
    at_desk.press(Qt.Key.Key_H)
    at_desk.clock.forward(hours=1)
    at_desk.press(Qt.Key.Key_H)
    assert at_desk.sync().sent == 0
    at_desk.clock.forward(seconds=31)
    assert at_desk.sync().sent == 1


def test_undoing_the_decision_asks_first_and_returns_the_applicant(at_desk: DeskWindow) -> None:
    at_desk.decide("9999")
    page = open_outbox(at_desk)
    at_desk.press(Qt.Key.Key_Z)
    assert page.sheet is not None
    assert find(at_desk.desk).state is State.FOLLOW_UP
    page.sheet.confirmed.emit()
    at_desk.settle()
    assert (find(at_desk.desk).state, find(at_desk.desk).letters) == (State.PENDING, ())
    assert not page.column.isVisible()
    at_desk.window.status.toast.undo()
    at_desk.settle()
    assert letter_of(at_desk, "9999").state is LetterState.QUEUED


def test_a_failed_letter_is_tried_again(at_desk: DeskWindow) -> None:
    all_states(at_desk)
    page = open_outbox(at_desk)
    choose(page, at_desk, "9998")
    at_desk.press(Qt.Key.Key_T)
    at_desk.sync()
    assert letter_of(at_desk, "9998").state is LetterState.SENT


def test_a_doubted_letter_is_sent_again_only_after_asking(at_desk: DeskWindow) -> None:
    all_states(at_desk)
    page = open_outbox(at_desk)
    choose(page, at_desk, "9997")
    page.do(Deed.SEND_AGAIN)
    at_desk.settle()
    assert letter_of(at_desk, "9997").state is LetterState.IN_DOUBT
    assert page.sheet is not None
    page.sheet.confirmed.emit()
    at_desk.settle()
    at_desk.sync()
    assert letter_of(at_desk, "9997").state is LetterState.SENT


def test_a_doubted_letter_that_did_arrive_starts_its_rung(at_desk: DeskWindow) -> None:
    all_states(at_desk)
    page = open_outbox(at_desk)
    choose(page, at_desk, "9997")
    page.do(Deed.ARRIVED)
    at_desk.settle()
    due_on = find(at_desk.desk, "9997").due_on
    assert letter_of(at_desk, "9997").state is LetterState.SENT
    assert due_on is not None
    assert due_on.isoformat() == "2026-12-07"


def test_editing_holds_the_letter_and_saving_lets_it_go(at_desk: DeskWindow) -> None:
    at_desk.decide("9999", hold_s=30)
    page = open_outbox(at_desk)
    at_desk.press(Qt.Key.Key_E)
    assert letter_of(at_desk, "9999").state is LetterState.HELD
    assert page.pane.banners.words() == []
    page.pane.body.setPlainText("Dear Dr Weiß,\n\nplease call us.")
    page.pane.subject.setText("Your CV")
    page.do(Deed.SAVE)
    at_desk.settle()
    letter = letter_of(at_desk, "9999")
    assert (letter.state, letter.subject, letter.body) == (
        LetterState.QUEUED,
        "Your CV",
        "Dear Dr Weiß,\n\nplease call us.",
    )
    assert page.pane.body.isReadOnly()


def test_what_is_typed_survives_reloading_and_choosing_another_letter(at_desk: DeskWindow) -> None:
    at_desk.decide("9999")
    at_desk.decide("9998")
    page = open_outbox(at_desk)
    choose(page, at_desk, "9999")
    page.do(Deed.EDIT)
    at_desk.settle()
    page.pane.focus_text()
    QTest.keyClicks(page.pane.body, "Typed. ")
    at_desk.decide("9997")
    at_desk.sync()
    choose(page, at_desk, "9998")
    assert not page.pane.body.toPlainText().startswith("Typed. ")
    choose(page, at_desk, "9999")
    assert page.pane.body.toPlainText().startswith("Typed. ")
    assert not page.pane.body.isReadOnly()


def test_cancelling_forgets_what_was_typed(at_desk: DeskWindow) -> None:
    before = at_desk.decide("9999").letters[0]
    page = open_outbox(at_desk)
    page.do(Deed.EDIT)
    at_desk.settle()
    page.pane.body.setPlainText("nothing")
    page.do(Deed.DROP)
    at_desk.settle()
    assert page.pane.body.toPlainText() == before.body
    assert letter_of(at_desk, "9999").state is LetterState.QUEUED


def test_a_text_changed_by_a_colleague_is_not_overwritten_unseen(at_desk: DeskWindow) -> None:
    at_desk.decide("9999")
    page = open_outbox(at_desk)
    at_desk.press(Qt.Key.Key_H)
    page.do(Deed.EDIT)
    at_desk.settle()
    page.pane.body.setPlainText("mine")
    known = find(at_desk.desk)
    theirs = acts.edit_letter(
        known,
        known.letters[0].id,
        at_desk.desk.correspondence.compose(known, DecisionKind.REJECT),
        at_desk.desk.stamp(),
    )
    at_desk.desk.execute(theirs)
    page.do(Deed.SAVE)
    at_desk.settle()
    assert page.pane.bar.words().startswith("This letter was changed meanwhile")
    assert page.pane.body.toPlainText() == "mine"
    assert letter_of(at_desk, "9999").body == theirs.wanted[1]
    page.do(Deed.SAVE)
    at_desk.settle()
    assert letter_of(at_desk, "9999").body == "mine"


def test_a_refusal_stands_beside_the_buttons_and_leaves_no_trace(at_desk: DeskWindow) -> None:
    before = at_desk.decide("9999").letters[0]
    page = open_outbox(at_desk)
    at_desk.press(Qt.Key.Key_H)
    page.do(Deed.EDIT)
    at_desk.settle()
    page.pane.body.setPlainText("  ")
    page.do(Deed.SAVE)
    at_desk.settle()
    assert page.pane.bar.words() == "The letter is empty. Write a subject and a text."
    assert letter_of(at_desk, "9999").body == before.body


def test_a_letter_that_left_meanwhile_cannot_be_held(at_desk: DeskWindow) -> None:
    at_desk.decide("9999", hold_s=0)
    page = open_outbox(at_desk)
    at_desk.desk.sync(way=at_desk.post.way())
    page.do(Deed.HOLD)
    at_desk.settle()
    assert page.pane.bar.words() == "This letter has already left. It can no longer be changed or taken back."
    assert not page.pane.bar.can(Deed.HOLD)


def test_the_confirmation_of_a_deletion_cannot_be_edited(at_desk: DeskWindow) -> None:
    at_desk.desk.erase(find(at_desk.desk).key)
    at_desk.post.failures = [REFUSED]
    at_desk.desk.sync(way=at_desk.post.way())
    page = open_outbox(at_desk)
    assert heads(page) == [(LetterState.FAILED, 1)]
    assert [deed for deed in Deed if page.pane.bar.can(deed)] == [Deed.RECEIPTS]


def test_keys_go_from_letter_to_letter_and_into_the_text(at_desk: DeskWindow) -> None:
    all_states(at_desk)
    page = open_outbox(at_desk)
    seen = []
    for _ in range(5):
        row = page.column.list.current()
        assert row is not None
        seen.append(row.state)
        at_desk.press(Qt.Key.Key_J)
    assert seen == [LetterState.IN_DOUBT, LetterState.FAILED, LetterState.QUEUED, LetterState.SENT, LetterState.SENT]
    at_desk.press(Qt.Key.Key_K)
    at_desk.press(Qt.Key.Key_Return)
    assert page.pane.body.hasFocus()
    at_desk.press(Qt.Key.Key_Escape, page.pane.body)
    assert page.column.list.hasFocus()


def test_the_message_id_is_copied_and_the_applicant_opened(at_desk: DeskWindow) -> None:
    all_states(at_desk)
    page = open_outbox(at_desk)
    choose(page, at_desk, "9999")
    page.pane.facts.copied.emit(letter_of(at_desk, "9999").message_id)
    assert QGuiApplication.clipboard().text() == letter_of(at_desk, "9999").message_id
    wanted: list[str] = []
    page.applicant_wanted.connect(wanted.append)
    at_desk.press(Qt.Key.Key_O)
    assert wanted == [find(at_desk.desk).key]


def test_when_all_have_left_the_page_says_so(at_desk: DeskWindow) -> None:
    at_desk.decide("9999", hold_s=0)
    at_desk.desk.sync(way=at_desk.post.way())
    page = open_outbox(at_desk)
    assert heads(page) == [(LetterState.SENT, 1)]
    assert page.column.list.current() is None
    assert not page.pane.isVisible()


def test_a_hostile_name_is_shown_as_text(at_desk: DeskWindow) -> None:
    at_desk.rename("9999", HOSTILE)
    at_desk.decide("9999")
    page = open_outbox(at_desk)
    assert page.pane.name.textFormat() is Qt.TextFormat.PlainText
    assert page.pane.name.text().startswith("Petra <b>{{7*7}}</b>&amp; Weiß")
    page.column.list.grab()
    at_desk.press(Qt.Key.Key_Z)
    assert page.sheet is not None
    page.sheet.close_sheet()


def test_the_outbox_loads_nothing_while_nobody_looks(at_desk: DeskWindow) -> None:
    page = open_outbox(at_desk)
    page.hide()
    at_desk.decide("9999")
    at_desk.sync()
    assert page.column.list.letters().rowCount() == 0
    page.show()
    at_desk.settle()
    assert heads(page) == [(LetterState.QUEUED, 1)]
