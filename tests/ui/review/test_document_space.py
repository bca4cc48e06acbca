"""The space bar turns the page, and is the hand while the mouse pulls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.review.document_pane import NONE, Pane

SPACE = Qt.Key.Key_Space
BEFORE = 500


@pytest.fixture
def pane(qtbot: QtBot) -> Pane:
    pane = Pane(qtbot)
    pane.view.zoom.set_percent(200)
    pane.view.verticalScrollBar().setValue(BEFORE)
    return pane


def cursor(pane: Pane) -> Qt.CursorShape:
    return pane.view.viewport().cursor().shape()


def test_a_tap_turns_the_page(pane: Pane) -> None:
    pane.key(SPACE)
    pane.wait_for_height(BEFORE + round(pane.view.viewport().height() * 0.9))


def test_held_it_is_the_hand_and_the_page_comes_back_under_it(pane: Pane) -> None:
    QTest.keyPress(pane.view, SPACE)
    pane.qtbot.waitUntil(lambda: pane.height > BEFORE)
    pane.drag(QPoint(200, 300), QPoint(180, 200))
    assert pane.height == BEFORE + 100
    assert cursor(pane) is Qt.CursorShape.OpenHandCursor
    pane.drag(QPoint(200, 300), QPoint(200, 350))
    QTest.keyRelease(pane.view, SPACE)
    assert pane.height == BEFORE + 50
    assert cursor(pane) is not Qt.CursorShape.OpenHandCursor
    assert pane.copied() == "nothing copied"


def test_after_the_pull_the_mouse_selects_and_the_bar_turns_pages_again(pane: Pane) -> None:
    QTest.keyPress(pane.view, SPACE)
    pane.drag(QPoint(200, 300), QPoint(200, 200))
    QTest.keyRelease(pane.view, SPACE)
    pane.drag(QPoint(200, 300), QPoint(200, 200))
    assert pane.height == BEFORE + 100
    pane.key(SPACE)
    pane.qtbot.waitUntil(lambda: pane.height > BEFORE + 100)


def test_it_is_the_hand_wherever_the_keyboard_is(qtbot: QtBot) -> None:
    window, elsewhere = QWidget(), QListWidget()
    pane = Pane(qtbot)
    pane.view.hide()
    layout = QVBoxLayout(window)
    layout.addWidget(elsewhere)
    layout.addWidget(pane.view, 1)
    window.resize(640, 900)
    qtbot.addWidget(window)
    window.show()
    pane.view.show()
    qtbot.waitExposed(window)
    pane.view.zoom.set_percent(200)
    pane.view.verticalScrollBar().setValue(BEFORE)
    elsewhere.setFocus()
    QTest.keyPress(elsewhere, SPACE)
    QTest.mousePress(pane.view.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(200, 300))
    assert cursor(pane) is Qt.CursorShape.ClosedHandCursor
    QTest.mouseMove(pane.view.viewport(), QPoint(200, 260))
    QTest.mouseRelease(pane.view.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(200, 260))
    assert pane.height == BEFORE + 40
