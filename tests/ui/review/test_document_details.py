"""Pages enlarged beyond what one picture may hold: the part in sight is drawn crisp."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import PagePart, PagePicture
from tests.fakes_documents import FakeReader
from tests.ui.review.document_pane import CV, Pane
from ui.background import Background
from ui.review.document_details import DocumentDetails
from ui.review.document_errands import Cancelled, never
from ui.review.document_presenter import DocumentPresenter
from ui.review.document_view import DocumentView

GREEN = 0xFF11AA11


def green(part: PagePart) -> PagePicture:
    pixels = GREEN.to_bytes(4, "little") * (part.width_px * part.height_px)
    return PagePicture(width_px=part.width_px, height_px=part.height_px, stride=part.width_px * 4, pixels=pixels)


@pytest.fixture
def wanted() -> list[PagePart]:
    return []


@pytest.fixture
def pane(qtbot: QtBot, wanted: list[PagePart]) -> Pane:
    made = Pane(qtbot)
    made.view.parts.wanted.connect(wanted.extend)
    return made


def test_no_part_is_asked_for_while_the_whole_page_fits_a_picture(pane: Pane, wanted: list[PagePart]) -> None:
    pane.view.zoom.set_percent(300)
    pane.qtbot.waitUntil(lambda: not pane.view._scene.moving and not pane.view._desk._rest.isActive())
    assert wanted == []


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_the_part_in_sight_is_asked_for_at_rest_and_drawn_where_it_belongs(
    pane: Pane, wanted: list[PagePart], turns: int
) -> None:
    pane.view._desk.turn_pages(turns)
    pane.view.zoom.set_percent(600)
    pane.view.verticalScrollBar().setValue(1500)
    pane.view.horizontalScrollBar().setValue(700)
    pane.qtbot.waitUntil(lambda: bool(wanted))
    part = wanted[-1]
    viewport = pane.view.viewport()
    seen = (viewport.width(), viewport.height())
    assert (part.width_px, part.height_px) == (seen if turns % 2 == 0 else seen[::-1])
    assert part.page_width_px == round(595 * pane.scale)
    pane.view.parts.put(part, green(part))
    picture = viewport.grab().toImage()
    places = ((3, 3), (seen[0] - 12, 3), (3, seen[1] - 50), (seen[0] // 2, seen[1] // 2))
    assert {picture.pixelColor(*place).rgb() for place in places} == {QColor(0x11AA11).rgb()}
    wanted.clear()
    pane.view.verticalScrollBar().setValue(1600)
    pane.qtbot.waitUntil(lambda: bool(wanted))
    pane.view.zoom.set_percent(100)
    assert viewport.grab().toImage().pixelColor(300, 300).rgb() != QColor(0x11AA11).rgb()


class PartReader(FakeReader):
    """The tests' reader, which draws parts as well."""

    def render_part(self, document: DocumentId, part: PagePart, *, cancelled: Cancelled = never) -> PagePicture:
        """A part in green."""
        return green(part)


def test_parts_come_for_the_shown_document(qtbot: QtBot, background: Background) -> None:
    view = DocumentView()
    qtbot.addWidget(view)
    view.resize(640, 800)
    view.show()
    reader = PartReader({CV: [["one"]]})
    documents = DocumentPresenter(reader, background, view)
    DocumentDetails(reader, background, view, documents)
    documents.show(CV)
    qtbot.waitUntil(lambda: view._scene.open)
    view.zoom.set_percent(600)
    qtbot.waitUntil(lambda: 1 in view._scene.details)
    documents.show(None)
    assert view._scene.details == {}
