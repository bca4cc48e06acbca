"""Selecting and pinning words without a mouse: by Shift and arrows, and from what was found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.ids import DocumentId
from tests.fakes_documents import A4
from tests.ui.review.document_pane import CONTROL, SHIFT, Pane
from ui.review.document_find import Hit
from ui.review.document_keys import Deed
from ui.review.document_layout import PageLayout
from ui.review.document_text import PageText
from ui.review.document_ticks import tick_heights


@pytest.fixture
def pane(qtbot: QtBot) -> Pane:
    return Pane(qtbot)


def find(pane: Pane, words: str) -> None:
    pane.view.tools.do(Deed.FIND)
    QTest.keyClicks(pane.view.finder.bar.field, words)


def test_shift_and_arrows_begin_at_the_first_word_in_sight_and_extend(pane: Pane) -> None:
    pane.key(Qt.Key.Key_Right, SHIFT)
    assert pane.copied() == "Petra"
    pane.key(Qt.Key.Key_Right, SHIFT)
    assert pane.copied() == "Petra Neumann"
    pane.key(Qt.Key.Key_Down, SHIFT)
    assert pane.copied() == "Petra Neumann\nWerkleiterin"
    pane.key(Qt.Key.Key_Up, SHIFT)
    pane.key(Qt.Key.Key_Left, SHIFT)
    assert pane.copied() == "Petra"


def test_a_selection_goes_on_to_the_next_page(pane: Pane) -> None:
    pane.view.set_text(2, PageText(pane.reader.words(DocumentId("cv"), 2)))
    pane.key(Qt.Key.Key_A, CONTROL)
    pane.key(Qt.Key.Key_Right, SHIFT)
    assert pane.copied().splitlines()[-1] == "Ausbildung"
    pane.key(Qt.Key.Key_Down, SHIFT)
    assert pane.copied().splitlines()[-1].startswith("Studium")


def test_leaving_find_leaves_its_hit_selected_and_one_key_pins_it(pane: Pane) -> None:
    find(pane, "nord")
    QTest.keyClick(pane.view.finder.bar.field, Qt.Key.Key_Escape)
    assert pane.copied() == "Nordwerk"
    pane.key(Qt.Key.Key_E)
    assert [(page, quote) for page, _rect, quote in pane.pins] == [(1, "Nordwerk")]


def test_a_hit_is_pinned_from_the_find_bar_itself(pane: Pane) -> None:
    find(pane, "ulm")
    QTest.keyClick(pane.view.finder.bar.field, Qt.Key.Key_Return)
    QTest.keyClick(pane.view.finder.bar.field, Qt.Key.Key_Return, CONTROL)
    assert [(page, quote) for page, _rect, quote in pane.pins] == [(2, "Ulm")]
    assert pane.view.finder.is_open


def test_a_hit_over_two_lines_is_pinned_whole(pane: Pane) -> None:
    find(pane, "produktion in")
    assert pane.view.finder.bar.count_text() == "1 of 1"
    QTest.keyClick(pane.view.finder.bar.field, Qt.Key.Key_Return, CONTROL)
    assert [quote for _page, _rect, quote in pane.pins] == ["Produktion in"]


def test_hits_show_as_ticks_at_their_height_in_the_whole_document() -> None:
    layout = PageLayout((A4, A4), 100, QSize(900, 700), 1.0)
    hits = [Hit(page=page, rects=((72.0, y, 90.0, y + 12),)) for page, y in ((1, 0.0), (1, 0.2), (2, 830.0))]
    heights = tick_heights(layout, hits, 300)
    assert len(heights) == 2
    assert heights[0] < 10
    assert heights[1] > 285
    assert tick_heights(layout, [Hit(page=9, rects=((0, 0, 1, 1),))], 300) == []
