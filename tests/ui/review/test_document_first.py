"""The first page of a document is painted before all else, and what lies around it afterwards."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from pytestqt.qtbot import QtBot

from tests.ui.review.presenter_desk import FIRST, SECOND, Desk
from ui.review.document_keys import Deed


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    made.reader.tints[SECOND] = 1
    made.presenter.show(FIRST)
    made.wait()
    yield made
    assert made.background.close()


class Paintings(QObject):
    """Which parts of the pane were painted, one after the other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.regions: list[QRegion] = []
        self._viewport = desk.view.viewport()
        self._viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._viewport and isinstance(event, QPaintEvent):
            self.regions.append(QRegion(event.region()))
        return False


def on_screen(desk: Desk) -> QImage:
    """The pane as it was painted, piece by piece."""
    return desk.view.screen().grabWindow(desk.view.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def painted_at_once(desk: Desk) -> QImage:
    """The pane as it would be painted anew."""
    return desk.view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_the_first_paint_is_of_the_page_alone_and_the_rest_follows(desk: Desk) -> None:
    desk.view.zoom.set_percent(50)
    desk.presenter.prefetch([[SECOND]])
    desk.wait()
    desk.qtbot.wait(200)
    seen = Paintings(desk)
    desk.presenter.show(SECOND)
    whole = QRegion(desk.view.viewport().rect())
    (first,) = seen.regions
    assert first.boundingRect().size() == desk.view._scene.layout.rect(1).size()
    assert not (whole - first).isEmpty()
    rest = QRegion()
    desk.qtbot.waitUntil(lambda: len(seen.regions) > 1)
    for region in seen.regions[1:]:
        rest += region
    assert (whole - first - rest).isEmpty()


@pytest.mark.parametrize("percent", [50, 100, 200])
@pytest.mark.parametrize("ahead", [True, False])
def test_painted_piece_by_piece_the_pane_looks_as_painted_at_once(desk: Desk, percent: int, ahead: bool) -> None:
    desk.view.zoom.set_percent(percent)
    desk.wait()
    desk.view.go_to_page(2)
    desk.qtbot.wait(300)
    desk.presenter.prefetch([[SECOND]] if ahead else [])
    desk.wait()
    before = on_screen(desk)
    desk.presenter.show(SECOND)
    desk.wait()
    desk.qtbot.wait(200)
    assert on_screen(desk) == painted_at_once(desk)
    assert on_screen(desk) != before


def test_a_turned_page_is_painted_first_as_well(desk: Desk) -> None:
    desk.presenter.show(SECOND)
    desk.wait()
    desk.view.tools.do(Deed.TURN)
    desk.presenter.show(FIRST)
    desk.wait()
    desk.presenter.show(SECOND)
    desk.wait()
    desk.qtbot.wait(200)
    assert on_screen(desk) == painted_at_once(desk)
