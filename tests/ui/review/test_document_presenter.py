"""How documents come to the pane: in order, once, never late, never on the UI thread."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from reviewer.domain.ids import DocumentId, EvidenceId
from tests.fakes_documents import COLORS
from tests.ui.review.presenter_desk import FIRST, SECOND, THIRD, Desk
from ui.review.document_evidence import Mark
from ui.review.document_keys import Deed

LEFT_BUTTON = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    assert made.background.close()


def test_a_document_is_opened_and_its_first_pages_are_rendered(desk: Desk) -> None:
    desk.presenter.show(FIRST)
    desk.wait()
    width = desk.view.viewport().width() - 36
    assert desk.reader.renders(FIRST) == [(1, width), (2, width), (3, width)]
    assert desk.color() == QColor(COLORS[0])


def test_a_document_that_is_about_to_be_shown_is_begun_unless_it_is_known(desk: Desk) -> None:
    desk.presenter.hasten(FIRST)
    desk.presenter.show(FIRST)
    desk.wait()
    desk.presenter.hasten(FIRST)
    desk.presenter.hasten(SECOND)
    assert desk.reader.near.hastened == [FIRST, SECOND]


def test_no_document_is_read_on_the_ui_thread(desk: Desk) -> None:
    desk.presenter.show(FIRST)
    desk.wait()
    desk.presenter.prefetch([[SECOND]])
    desk.wait()
    desk.view.tools.do(Deed.FIND)
    desk.wait()
    assert {call.method for call in desk.reader.calls} == {"open", "render", "words"}
    assert not any(call.on_main_thread for call in desk.reader.calls)


def test_a_prefetched_document_is_there_before_show_returns(desk: Desk) -> None:
    desk.presenter.prefetch([[SECOND]])
    desk.wait()
    assert [page for page, _width in desk.reader.renders(SECOND)] == [1]
    desk.reader.hold(SECOND)
    desk.presenter.show(SECOND)
    assert desk.color() == QColor(COLORS[0])
    desk.reader.release(SECOND)
    desk.wait()


def test_going_back_renders_nothing_again(desk: Desk) -> None:
    desk.presenter.show(FIRST)
    desk.wait()
    before = len(desk.reader.renders(FIRST))
    desk.presenter.show(SECOND)
    desk.wait()
    desk.presenter.show(FIRST)
    desk.wait()
    assert len(desk.reader.renders(FIRST)) == before


@pytest.mark.parametrize("also_wanted", [(), (THIRD,)])
def test_what_is_shown_goes_before_what_is_prefetched(desk: Desk, also_wanted: tuple[DocumentId, ...]) -> None:
    others = [DocumentId(f"other-{number}") for number in range(6)]
    desk.reader.documents |= dict.fromkeys(others, (("words",),))
    desk.reader.hold(others[0])
    desk.presenter.prefetch([[*others, *also_wanted]])
    desk.wait_for_call("open", others[0])
    desk.presenter.show(THIRD)
    desk.wait_for_call("words", THIRD)
    desk.reader.release(others[0])
    desk.wait()
    opened = [call.document for call in desk.reader.calls if call.method == "open"]
    assert opened[:2] == [others[0], THIRD]
    assert set(opened) == {THIRD, *others}


def test_a_document_fetched_ahead_changes_nothing_of_the_shown_one(desk: Desk) -> None:
    desk.presenter.show(FIRST)
    desk.wait()
    desk.reader.tints[SECOND] = 1
    desk.presenter.prefetch([[SECOND]])
    desk.wait()
    assert desk.color() == QColor(COLORS[0])
    desk.presenter.show(SECOND)
    assert desk.color() == QColor(COLORS[1])
    desk.wait()


def test_leaving_a_document_ends_the_work_for_it(desk: Desk) -> None:
    desk.presenter.prefetch([[FIRST]])
    desk.wait()
    desk.reader.hold(FIRST)
    desk.presenter.show(FIRST)
    desk.qtbot.waitUntil(lambda: len(desk.reader.renders(FIRST)) == 2)
    desk.presenter.show(SECOND)
    desk.wait()
    assert desk.color() == QColor(COLORS[0])
    desk.reader.release(FIRST)
    desk.wait()
    assert [page for page, _width in desk.reader.renders(FIRST)] == [1, 2]


def test_an_answer_that_comes_too_late_changes_nothing(desk: Desk) -> None:
    desk.reader.hold(FIRST)
    desk.presenter.show(FIRST)
    desk.wait_for_call("open", FIRST)
    desk.presenter.show(SECOND)
    desk.reader.release(FIRST)
    desk.wait()
    assert desk.view.accessibleDescription() == "Page 1 of 3"
    assert desk.reader.renders(FIRST) == []


def test_pages_of_a_size_nobody_sees_any_more_are_not_rendered(desk: Desk) -> None:
    desk.presenter.show(FIRST)
    desk.wait()
    desk.reader.calls.clear()
    desk.reader.hold(FIRST)
    wished: list[int] = []
    desk.view.pages_wanted.connect(lambda wishes: wished.append(wishes[0][1]))
    desk.view.zoom.set_percent(110)
    desk.qtbot.waitUntil(lambda: wished[-1:] == [873])
    desk.view.zoom.set_percent(130)
    desk.qtbot.waitUntil(lambda: wished[-1:] == [1031])
    desk.view.zoom.set_percent(150)
    desk.qtbot.waitUntil(lambda: wished[-1:] == [1190])
    desk.reader.release(FIRST)
    desk.wait()
    assert {(1, 1190), (2, 1190)} <= set(desk.reader.renders(FIRST))


def test_scrolling_renders_the_pages_ahead(desk: Desk) -> None:
    desk.presenter.show(FIRST)
    desk.wait()
    desk.view.go_to_page(4)
    desk.qtbot.waitUntil(lambda: {page for page, _width in desk.reader.renders(FIRST)} == set(range(1, 7)))


def test_words_come_once_and_can_be_selected(desk: Desk) -> None:
    desk.presenter.show(THIRD)
    desk.wait()
    desk.presenter.show(SECOND)
    desk.wait()
    desk.presenter.show(THIRD)
    desk.wait()
    assert [call.page for call in desk.reader.calls if (call.method, call.document) == ("words", THIRD)] == [1]


def test_pins_set_while_a_document_opens_are_there_when_it_is_shown(desk: Desk) -> None:
    clicked: list[str] = []
    desk.view.evidence_clicked.connect(clicked.append)
    desk.reader.hold(FIRST)
    desk.presenter.show(FIRST)
    desk.presenter.set_evidence((Mark(id=EvidenceId("pin"), number=1, page=1, rect=(100, 100, 300, 300)),))
    desk.reader.release(FIRST)
    desk.wait()
    QTest.mouseClick(desk.view.viewport(), LEFT_BUTTON, NONE, QPoint(218, 218))
    assert clicked == ["pin"]
    desk.presenter.show(SECOND)
    desk.wait()
    QTest.mouseClick(desk.view.viewport(), LEFT_BUTTON, NONE, QPoint(218, 218))
    assert clicked == ["pin"]


@pytest.mark.parametrize(
    ("code", "retry", "outside"),
    [
        ("encrypted", False, True),
        ("damaged", False, True),
        ("crashed", True, True),
        ("too-slow", True, True),
        ("gave-up", False, True),
        ("unknown-kind", False, True),
        ("missing", True, False),
        ("a-code-nobody-knows", False, True),
    ],
)
def test_a_document_that_cannot_be_read_says_why_and_what_to_do(
    desk: Desk, code: str, *, retry: bool, outside: bool
) -> None:
    desk.reader.failures[FIRST] = code
    with desk.qtbot.waitSignal(desk.presenter.unreadable) as told:
        desk.presenter.show(FIRST)
    assert told.args == [FIRST, code]
    assert len(desk.words()) == 2
    assert (desk.view.findChild(QAbstractButton, "retry") is not None) is retry
    assert (desk.view.findChild(QAbstractButton, "open-outside") is not None) is outside
    assert desk.bugs == []


def test_another_program_gets_the_file_only_after_a_warning(desk: Desk) -> None:
    opened: list[str] = []
    desk.presenter.open_outside_wanted.connect(opened.append)
    desk.reader.failures[FIRST] = "encrypted"
    with desk.qtbot.waitSignal(desk.presenter.unreadable):
        desk.presenter.show(FIRST)
    desk.press("open-outside")
    assert opened == []
    assert "stranger" in " ".join(desk.words())
    desk.press("open-outside-anyway")
    assert opened == [FIRST]
    desk.wait()


def test_one_can_step_back_from_the_warning(desk: Desk) -> None:
    desk.presenter.show(FIRST)
    desk.wait()
    desk.presenter.offer_outside()
    desk.press("back")
    assert desk.color() == QColor(COLORS[0])
    desk.wait()


def test_trying_again_shows_what_can_be_read_now(desk: Desk) -> None:
    desk.reader.failures[FIRST] = "crashed"
    with desk.qtbot.waitSignal(desk.presenter.unreadable):
        desk.presenter.show(FIRST)
    del desk.reader.failures[FIRST]
    desk.press("retry")
    desk.wait()
    assert desk.color() == QColor(COLORS[0])


def test_a_later_page_that_fails_costs_only_itself(desk: Desk) -> None:
    desk.reader.page_failures[FIRST, 2] = "too-slow"
    desk.presenter.show(FIRST)
    desk.wait()
    assert desk.color() == QColor(COLORS[0])
    assert desk.words() == []
    desk.view.go_to_page(4)
    desk.qtbot.waitUntil(lambda: (4, desk.view.viewport().width() - 36) in desk.reader.renders(FIRST))
    desk.wait()


def test_a_first_page_that_fails_is_said_in_the_documents_place(desk: Desk) -> None:
    for page in range(1, 9):
        desk.reader.page_failures[FIRST, page] = "crashed"
    with desk.qtbot.waitSignal(desk.presenter.unreadable):
        desk.presenter.show(FIRST)
    desk.wait()
    assert "reader" in " ".join(desk.words())


def test_a_fault_of_the_program_is_told_and_said(desk: Desk) -> None:
    desk.reader.bugs.add(FIRST)
    with desk.qtbot.waitSignal(desk.presenter.unreadable):
        desk.presenter.show(FIRST)
    assert [type(bug) for bug in desk.bugs] == [ZeroDivisionError]
    assert desk.words() != []


def test_a_failed_prefetch_is_silent(desk: Desk) -> None:
    desk.presenter.show(FIRST)
    desk.wait()
    desk.reader.failures[SECOND] = "damaged"
    desk.presenter.prefetch([[SECOND]])
    desk.wait()
    assert desk.words() == []
    assert desk.bugs == []


def test_only_the_latest_wish_to_prefetch_counts(desk: Desk) -> None:
    others = [DocumentId(f"other-{number}") for number in range(4)]
    desk.reader.documents |= dict.fromkeys(others, (("words",),))
    desk.reader.hold(others[0])
    desk.presenter.prefetch([others])
    desk.wait_for_call("open", others[0])
    desk.presenter.prefetch([[THIRD]])
    desk.reader.release(others[0])
    desk.wait()
    assert {call.document for call in desk.reader.calls} == {others[0], THIRD}


def test_nothing_is_kept_of_a_document_that_is_forgotten(desk: Desk) -> None:
    desk.presenter.show(SECOND)
    desk.wait()
    desk.presenter.show(FIRST)
    desk.wait()
    desk.presenter.forget([FIRST, SECOND])
    assert desk.words() != []
    desk.reader.calls.clear()
    for document in (FIRST, SECOND):
        desk.presenter.show(document)
        desk.wait()
        asked = [(call.method, call.page) for call in desk.reader.calls if call.document == document]
        assert asked[0] == ("open", 0)
        assert {("render", 1), ("words", 1)} <= set(asked)


def test_an_answer_about_a_forgotten_document_is_not_kept(desk: Desk) -> None:
    desk.reader.hold(SECOND)
    desk.presenter.prefetch([[SECOND]])
    desk.wait_for_call("open", SECOND)
    desk.presenter.forget([SECOND])
    desk.reader.release(SECOND)
    desk.wait()
    desk.presenter.show(SECOND)
    desk.wait()
    assert len([call for call in desk.reader.calls if (call.method, call.document) == ("open", SECOND)]) == 2


def test_an_applicant_without_a_document_can_be_shown(desk: Desk) -> None:
    desk.presenter.show(FIRST)
    desk.wait()
    desk.presenter.show(None)
    assert desk.words()[0] == "No document"


def test_pictures_of_many_documents_stay_within_the_budget(qtbot: QtBot) -> None:
    one_page = 592 * 838 * 4
    desk = Desk(qtbot, budget=3 * one_page)
    others = [DocumentId(f"other-{number}") for number in range(8)]
    desk.reader.documents |= dict.fromkeys(others, (("words",),))
    for document in others:
        desk.presenter.show(document)
        desk.wait()
    desk.reader.calls.clear()
    for document in others[-1:4:-1]:
        desk.presenter.show(document)
        desk.wait()
    desk.presenter.show(others[0])
    desk.wait()
    assert {call.document for call in desk.reader.calls if call.method == "render"} == {others[0]}
    assert desk.background.close()
