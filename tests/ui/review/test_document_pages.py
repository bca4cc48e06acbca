"""Going to a page by its number or its own label, and saying which one it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.review.document_pane import CONTROL, Pane
from ui.review.document_keys import Deed
from ui.review.document_page_bar import find_page, page_words

LABELS = ("i", "ii", "1", "2", "A-1")


@pytest.fixture
def pane(qtbot: QtBot) -> Pane:
    return Pane(qtbot)


def type_page(pane: Pane, typed: str) -> None:
    pane.key(Qt.Key.Key_L, CONTROL)
    QTest.keyClicks(pane.view.overlays.page_bar.field, typed)
    QTest.keyClick(pane.view.overlays.page_bar.field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "labels", "page"),
    [
        ("3", (), 3),
        (" 3 ", (), 3),
        ("II", LABELS, 2),
        ("1", LABELS, 3),
        ("5", LABELS, 5),
        ("a-1", LABELS, 5),
        ("0", (), None),
        ("6", (), None),
        ("-1", (), None),
        ("", (), None),
        ("9" * 5000, (), None),
        ("٣", (), None),
    ],
)
def test_a_page_is_meant_by_its_label_first_then_by_its_number(
    typed: str, labels: tuple[str, ...], page: int | None
) -> None:
    assert find_page(typed, labels, 5) == page


def test_a_page_is_named_by_its_place_and_its_own_label() -> None:
    assert [page_words(page, 5, labels) for page, labels in ((2, ()), (2, LABELS), (5, LABELS))] == [
        "2 / 5",
        "ii (2 / 5)",
        "A-1 (5 / 5)",
    ]


def test_the_bar_goes_to_the_page_and_gives_the_keyboard_back(pane: Pane) -> None:
    type_page(pane, "4")
    pane.qtbot.waitUntil(lambda: pane.view._desk.page == 4)
    assert pane.view.overlays.page_bar.isHidden()
    assert pane.view.hasFocus()
    assert pane.view.overlays.pill.text() == "4 / 5"


def test_a_page_that_is_not_there_is_said_and_the_bar_stays(pane: Pane) -> None:
    type_page(pane, "9")
    assert pane.view.overlays.page_bar.told() == "no such page"
    QTest.keyClicks(pane.view.overlays.page_bar.field, "2")
    assert pane.view.overlays.page_bar.told() == "of 5"
    QTest.keyClick(pane.view.overlays.page_bar.field, Qt.Key.Key_Escape)
    assert pane.view.overlays.page_bar.isHidden()
    assert pane.view._desk.page == 1


def test_labels_are_told_and_gone_to(pane: Pane) -> None:
    pane.view.set_labels(LABELS)
    assert pane.view.overlays.pill.text() == "i (1 / 5)"
    type_page(pane, "2")
    pane.qtbot.waitUntil(lambda: pane.view._desk.page == 4)


def test_the_page_in_the_corner_opens_the_bar(pane: Pane) -> None:
    QTest.mouseClick(pane.view.overlays.pill, Qt.MouseButton.LeftButton)
    assert pane.view.overlays.page_bar.isVisible()
    pane.view.tools.do(Deed.FIND)
    assert pane.view.overlays.page_bar.isHidden()
