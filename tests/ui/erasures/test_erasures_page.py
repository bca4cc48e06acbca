"""The erasures page shows what was erased, what is still owed, and lets receipts out without personal data."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reviewer.domain.letter import LetterState
from reviewer.mail.transport import Fault, SentRefused
from tests.desks import find
from tests.ui.outbox.desk_window import DeskWindow
from ui.erasures.erasures_page import ErasuresPage, add_erasures
from ui.erasures.receipt_words import file_name
from ui.widgets.buttons import ActionButton

REFUSED = SentRefused("recipient-refused", fault=Fault.LETTER, words="550 mailbox unavailable")


class Chooser:
    """Names the file it was told to, as a person does in the system's chooser."""

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.proposed: list[str] = []

    def __call__(self, parent: QWidget, name: str) -> str:
        self.proposed.append(name)
        return self.answer


def open_erasures(at_desk: DeskWindow, answer: str = "") -> ErasuresPage:
    page = ErasuresPage(at_desk.parts, Chooser(answer))
    at_desk.window.add_page("erasures", "eraser", lambda: "Erasures", page)
    at_desk.settle()
    return page


def erase(at_desk: DeskWindow, id: str) -> None:
    at_desk.desk.erase(find(at_desk.desk, id).key)


def words(page: ErasuresPage) -> dict[str, str]:
    return dict(page.view.words())


def test_without_erasures_the_page_says_so(at_desk: DeskWindow) -> None:
    add_erasures(at_desk.parts)
    at_desk.settle()
    page = at_desk.window.findChild(ErasuresPage)
    assert isinstance(page, ErasuresPage)
    assert page.empty.isVisible()
    assert page.banners.words() == []


def test_a_receipt_tells_what_was_erased_and_how_the_confirmation_fared(at_desk: DeskWindow) -> None:
    at_desk.decide("9999")
    at_desk.desk.sync(deliver=False)
    erase(at_desk, "9999")
    at_desk.desk.sync(way=at_desk.post.way())
    page = open_erasures(at_desk)
    shown = words(page)
    assert shown["What was erased"].splitlines() == [
        "1 applicant",
        "1 document",
        "1 file",
        "1 decision",
        "1 letter",
    ]
    assert shown["Confirmation"].startswith("Handed to the mail server on 23 Nov 2026, ")


def test_a_failed_confirmation_says_its_reason(at_desk: DeskWindow) -> None:
    erase(at_desk, "9999")
    at_desk.post.failures = [REFUSED]
    at_desk.desk.sync(way=at_desk.post.way())
    page = open_erasures(at_desk)
    assert words(page)["Confirmation"] == "It could not be sent. The mail server said: 550 mailbox unavailable"


def test_two_confirmations_that_cannot_be_told_apart_point_to_the_outbox(at_desk: DeskWindow) -> None:
    for id in ("9999", "9998"):
        erase(at_desk, id)
    at_desk.post.failures = [REFUSED, SentRefused("x", fault=Fault.LETTER, words="551 moved")]
    at_desk.desk.sync(way=at_desk.post.way())
    page = open_erasures(at_desk)
    assert words(page)["Confirmation"] == "It could not be sent; the reason stands in the outbox."


def test_a_demand_that_the_shared_database_has_not_met_stands_on_top(at_desk: DeskWindow) -> None:
    page = open_erasures(at_desk)
    erase(at_desk, "9999")
    page.load.reload()
    at_desk.settle()
    (said,) = page.banners.words()
    assert said.startswith("1 demand is kept on this desk")
    at_desk.sync()
    assert page.banners.words() == []
    assert page.table.current() is not None


def test_a_waiting_confirmation_is_no_open_demand(at_desk: DeskWindow) -> None:
    erase(at_desk, "9999")
    at_desk.desk.sync(deliver=False)
    page = open_erasures(at_desk)
    assert at_desk.desk.status().erasures_open == 1
    assert page.banners.words() == []
    assert words(page)["Confirmation"] == "It waits to be sent."


def test_a_receipt_is_copied_as_text_without_personal_data(at_desk: DeskWindow) -> None:
    erase(at_desk, "9999")
    at_desk.desk.sync(way=at_desk.post.way())
    page = open_erasures(at_desk)
    page.copy()
    text = QGuiApplication.clipboard().text()
    (receipt,) = at_desk.desk.receipts()
    assert receipt.id in text
    assert "- 1 applicant" in text
    assert [name for name in ("Petra", "Weiß", "p9999", "9999", "192.0.2.1") if name in text] == []


def test_a_receipt_is_saved_where_the_person_says(at_desk: DeskWindow, tmp_path: Path) -> None:
    erase(at_desk, "9999")
    at_desk.desk.sync(way=at_desk.post.way())
    page = open_erasures(at_desk, str(tmp_path / "receipt.txt"))
    page.save()
    at_desk.settle()
    (receipt,) = at_desk.desk.receipts()
    assert receipt.id in (tmp_path / "receipt.txt").read_text(encoding="utf-8")
    assert file_name(receipt) == f"erasure-{receipt.erased_at.astimezone().date().isoformat()}-{receipt.id[:8]}.txt"


@pytest.mark.parametrize("answer", ["", "{folder}/missing/receipt.txt"])
def test_not_saving_is_said_unless_the_person_changed_their_mind(
    at_desk: DeskWindow, tmp_path: Path, answer: str
) -> None:
    erase(at_desk, "9999")
    at_desk.desk.sync(way=at_desk.post.way())
    page = open_erasures(at_desk, answer.format(folder=tmp_path))
    page.save()
    at_desk.settle()
    expected = "The file could not be written. Choose another folder." if answer else ""
    assert page.view.fault() == expected


def test_the_chosen_receipt_stays_chosen_when_another_comes(at_desk: DeskWindow) -> None:
    for id in ("9999", "9998"):
        erase(at_desk, id)
        at_desk.desk.sync(way=at_desk.post.way())
        at_desk.clock.forward(minutes=5)
    page = open_erasures(at_desk)
    page.table.step(1)
    before = page.table.current()
    erase(at_desk, "9997")
    at_desk.sync()
    assert before is not None
    assert page.table.current() == before
    assert page.table.model().rowCount() == 3


def test_keys_go_from_receipt_to_receipt_and_copy(at_desk: DeskWindow) -> None:
    for id in ("9999", "9998"):
        erase(at_desk, id)
        at_desk.desk.sync(way=at_desk.post.way())
    add_erasures(at_desk.parts)
    at_desk.settle()
    page = at_desk.window.findChild(ErasuresPage)
    assert isinstance(page, ErasuresPage)
    at_desk.press(Qt.Key.Key_J)
    at_desk.press(Qt.Key.Key_C)
    shown = page.table.current()
    assert shown is not None
    assert shown.receipt == at_desk.desk.receipts()[1]
    assert shown.receipt.id in QGuiApplication.clipboard().text()


def test_a_failed_confirmation_can_be_given_up_and_its_address_is_gone(at_desk: DeskWindow) -> None:
    erase(at_desk, "9999")
    at_desk.post.failures = [REFUSED]
    at_desk.desk.sync(way=at_desk.post.way())
    page = open_erasures(at_desk)
    offered = [button for button in page.view.findChildren(ActionButton) if button.isVisible()]
    give_up = next(button for button in offered if "Give up" in button.accessibleName())
    assert not any("arrive" in button.accessibleName() for button in offered)
    give_up.click()
    at_desk.settle()
    at_desk.desk.sync(way=at_desk.post.way())
    page.load.reload()
    at_desk.settle()
    assert at_desk.desk.receipts()[0].confirmation is LetterState.CANCELLED
    assert not give_up.isVisible()
    assert at_desk.desk.letters() == ()
