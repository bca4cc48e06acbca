"""What keys and the context menu do in the document pane."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.domain.sizing import Fit
from reviewer.i18n import gettext as _
from ui.review.document_canvas import Scene
from ui.review.document_keys import Deed
from ui.review.document_scroll import DeskScroll
from ui.review.document_selection import Step, TextSelector
from ui.review.document_zoom import DocumentZoom

Deeds = Mapping[Deed, Callable[[], object]]


def make_moves(scene: Scene, scroll: DeskScroll, zoom: DocumentZoom) -> Deeds:
    """The deeds that move over the desk and change its size."""
    return {
        Deed.UP: lambda: scroll.arrow(0, -1),
        Deed.DOWN: lambda: scroll.arrow(0, 1),
        Deed.LEFT: lambda: scroll.arrow(-1, 0),
        Deed.RIGHT: lambda: scroll.arrow(1, 0),
        Deed.PAGE_UP: lambda: scroll.leaf(-1),
        Deed.PAGE_DOWN: lambda: scroll.leaf(1),
        Deed.START: lambda: scroll.to_height(0),
        Deed.END: lambda: scroll.to_height(scene.layout.size.height()),
        Deed.ZOOM_IN: zoom.zoom_in,
        Deed.ZOOM_OUT: zoom.zoom_out,
        Deed.ACTUAL_SIZE: lambda: zoom.set_percent(100),
        Deed.FIT_WIDTH: lambda: zoom.set_fit(Fit.WIDTH),
        Deed.FIT_PAGE: lambda: zoom.set_fit(Fit.PAGE),
    }


def make_selections(selector: TextSelector) -> Deeds:
    """The deeds that move the end of the selection."""
    return {
        Deed.SELECT_BEFORE: lambda: selector.step(Step.WORD, -1),
        Deed.SELECT_AFTER: lambda: selector.step(Step.WORD, 1),
        Deed.SELECT_UP: lambda: selector.step(Step.LINE, -1),
        Deed.SELECT_DOWN: lambda: selector.step(Step.LINE, 1),
    }


def first_that_holds(chain: Sequence[tuple[Callable[[], object], Callable[[], object]]]) -> bool:
    """Do the first deed whose condition holds; whether there was one."""
    for condition, deed in chain:
        if condition():
            deed()
            return True
    return False


def show_menu(view: QWidget, at: QPoint, deeds: Deeds, offers: Sequence[QAction], *, selected: bool) -> None:
    """The context menu at a place of the screen; below what the pane does, what the window offers for a document."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for label, deed, enabled in (
        (_("Copy"), Deed.COPY, selected),
        (_("Pin as evidence"), Deed.PIN, selected),
        (_("Select all words of the page"), Deed.SELECT_PAGE, True),
        (_("Find in document"), Deed.FIND, True),
    ):
        action = menu.addAction(label)
        action.triggered.connect(deeds[deed])
        action.setEnabled(enabled)
    if offers:
        menu.addSeparator()
        menu.addActions(offers)
    menu.popup(at)
