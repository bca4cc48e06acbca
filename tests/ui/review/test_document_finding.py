"""Finding words through the bar of the pane."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.pages import DocumentFacts
from tests.ui.review.document_pane import CONTROL, SHIFT, Pane, mark
from ui.review.document_keys import Deed


@pytest.fixture
def pane(qtbot: QtBot) -> Pane:
    return Pane(qtbot)


def test_find_marks_all_hits_and_goes_through_them_by_key(pane: Pane) -> None:
    pane.key(Qt.Key.Key_F, CONTROL | SHIFT)
    field = pane.view.finder.bar.field
    assert field.hasFocus()
    QTest.keyClicks(field, "ulm")
    assert pane.view.finder.bar.count_text() == "1 of 2"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert pane.view.finder.bar.count_text() == "2 of 2"
    pane.qtbot.waitUntil(lambda: pane.height > 0)
    QTest.keyClick(field, Qt.Key.Key_Return, SHIFT)
    assert pane.view.finder.bar.count_text() == "1 of 2"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not pane.view.finder.bar.isVisible()
    assert pane.view.hasFocus()


def test_find_says_that_there_is_no_hit(pane: Pane) -> None:
    pane.key(Qt.Key.Key_Semicolon)
    QTest.keyClicks(pane.view.finder.bar.field, "nowhere")
    assert pane.view.finder.bar.count_text() == "no hit"


def test_find_asks_for_the_words_of_all_pages_only_once_it_is_open(pane: Pane) -> None:
    words = [call.page for call in pane.reader.calls if call.method == "words"]
    assert words == [1]
    pane.view.tools.do(Deed.FIND)
    words = [call.page for call in pane.reader.calls if call.method == "words"]
    assert words == [1, 2, 3, 4, 5]


def test_find_begins_with_the_selected_words(pane: Pane) -> None:
    pane.drag(pane.word(1, 20), pane.word(1, 22))
    pane.view.tools.do(Deed.FIND)
    assert pane.view.finder.bar.field.text() == "Nordwerk"


def test_another_document_closes_find_and_shows_nothing_of_the_old_one(pane: Pane) -> None:
    pane.view.tools.do(Deed.FIND)
    QTest.keyClicks(pane.view.finder.bar.field, "ulm")
    pane.drag(pane.word(0, 1), pane.word(0, 9))
    pane.view.set_evidence((mark((200, 300, 300, 320)),))
    pane.view.show_facts(DocumentFacts(kind=pane.facts.kind, pages=pane.facts.pages[:2], truncated=False))
    assert not pane.view.finder.bar.isVisible()
    assert pane.copied() == "nothing copied"
    pane.click(pane.at(250, 310))
    assert pane.clicked == []
