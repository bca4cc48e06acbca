"""Documents are there before they are asked for, and those that hang or are slow keep nobody waiting."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from reviewer.domain.ids import DocumentId
from tests.fakes_documents import COLORS
from tests.ui.review.presenter_desk import FIRST, SECOND, THIRD, Desk
from ui.background import Urgency
from ui.review.document_errands import Errand


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    assert made.background.close()


def test_the_neighbours_are_fetched_in_their_order_pages_first_and_then_words(desk: Desk) -> None:
    desk.presenter.prefetch([[SECOND], [THIRD]])
    desk.wait()
    calls = [(call.method, call.document) for call in desk.reader.calls]
    pages = [(method, document) for document in (SECOND, THIRD) for method in ("open", "render")]
    assert calls == [*pages, ("words", SECOND), ("words", THIRD)]


def test_fetching_ahead_goes_no_farther_than_the_computer_allows(desk: Desk) -> None:
    desk.reader.depth = 1
    desk.presenter.prefetch([[SECOND], [THIRD]])
    desk.wait()
    assert {call.document for call in desk.reader.calls} == {SECOND}


def test_what_is_ahead_leaves_room_for_what_is_shown_and_is_fetched_once(qtbot: QtBot) -> None:
    page = 4 * 592 * 592 * 842 // 595
    desk = Desk(qtbot, budget=4 * page)
    desk.view.resize(640, 800)
    desk.reader.documents |= {DocumentId(f"next-{number}"): (("words",),) for number in range(6)}
    desk.presenter.show(FIRST)
    desk.wait()
    desk.presenter.prefetch([[DocumentId(f"next-{number}")] for number in range(6)])
    desk.wait()
    ahead = [call.document for call in desk.reader.calls if call.method == "render" and call.document != FIRST]
    assert ahead == ["next-0", "next-1"]
    assert desk.background.close()


def test_it_is_counted_whether_a_document_was_there_before_it_was_asked_for(desk: Desk) -> None:
    desk.presenter.show(FIRST)
    desk.wait()
    desk.presenter.prefetch([[SECOND]])
    desk.wait()
    desk.presenter.show(SECOND)
    desk.presenter.show(None)
    assert desk.reader.shown == [False, True]


def test_a_page_that_does_not_come_is_explained_in_its_place(desk: Desk) -> None:
    desk.presenter.latest_ms = 40
    desk.reader.hold(FIRST)
    with desk.qtbot.waitSignal(desk.presenter.unreadable) as told:
        desk.presenter.show(FIRST)
    assert told.args == [FIRST, "too-slow"]
    desk.presenter.show(SECOND)
    desk.qtbot.waitUntil(lambda: desk.color() == QColor(COLORS[0]))
    desk.reader.release(FIRST)


def test_documents_that_hang_and_were_left_keep_nobody_waiting(desk: Desk) -> None:
    hanging = [DocumentId(f"hanging-{number}") for number in range(6)]
    desk.reader.documents |= dict.fromkeys(hanging, (("words",),))
    for document in hanging:
        desk.reader.hold(document)
        desk.presenter.show(document)
        desk.wait_for_call("open", document)
    desk.presenter.show(SECOND)
    desk.wait()
    assert desk.color() == QColor(COLORS[0])


def test_a_slow_page_is_shown_coarsely_first(desk: Desk) -> None:
    desk.reader.hold_crisp(FIRST)
    desk.view.zoom.set_percent(150)
    desk.presenter.show(FIRST)
    desk.qtbot.waitUntil(lambda: desk.color() == QColor(COLORS[0]))
    assert desk.reader.renders_aside(FIRST) == [(1, 297)]
    desk.reader.release(FIRST)
    desk.wait()
    assert (1, 1190) in desk.reader.renders(FIRST)


def test_a_coarse_picture_that_comes_late_does_not_take_the_crisp_one_away(desk: Desk) -> None:
    desk.presenter.show(FIRST)
    desk.wait()
    late = Errand(FIRST, 1, 150, aside=True)
    desk.presenter._fetcher.draw(late, Urgency.VISIBLE)
    desk.qtbot.waitUntil(lambda: desk.presenter._fetcher.picture(late) is not None)
    desk.wait()
    shown = desk.view._scene.shelf.find(1)
    assert shown is not None
    assert shown.width() > 150
