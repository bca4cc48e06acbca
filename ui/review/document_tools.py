"""What a person does on the desk by key, menu and bar: pin, copy, find, draw, go to a page, walk through links."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractScrollArea

from ui.review.document_canvas import Scene
from ui.review.document_deeds import Deeds, first_that_holds, make_moves, make_selections
from ui.review.document_desk import Desk
from ui.review.document_find_bar import DocumentFind
from ui.review.document_gestures import Gestures
from ui.review.document_keys import Deed
from ui.review.document_layout import Rect
from ui.review.document_links import DocumentLinks
from ui.review.document_overlays import Overlays
from ui.review.document_scroll import DeskScroll
from ui.review.document_selection import TextSelector
from ui.review.document_space import SpaceBar
from ui.review.document_text import union
from ui.review.document_zoom import DocumentZoom


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The parts of one pane that its tools work with."""

    area: QAbstractScrollArea
    scene: Scene
    desk: Desk
    scroll: DeskScroll
    zoom: DocumentZoom
    finder: DocumentFind
    selector: TextSelector
    links: DocumentLinks
    gestures: Gestures
    overlays: Overlays
    space: SpaceBar


class Tools(QObject):
    """Nothing is done while no document is shown."""

    evidence_made = Signal(int, object, str)
    drawing_changed = Signal(bool)
    cursor_changed = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.area)
        self._bench = bench
        self.deeds = self._make_deeds()
        bench.gestures.rectangle_made.connect(self._pin_rectangle)
        bench.finder.hits_changed.connect(self._take_hits)
        bench.finder.hit_reached.connect(self._reveal_hit)
        bench.finder.hit_taken.connect(bench.selector.select_hit)
        bench.finder.pin_wanted.connect(self.pin)
        bench.overlays.pill.clicked.connect(self._open_page_bar)
        bench.overlays.page_bar.page_wanted.connect(bench.desk.go_to_page)
        for left in (bench.finder.left, bench.overlays.page_bar.left):
            left.connect(lambda: bench.area.setFocus(Qt.FocusReason.OtherFocusReason))

    def do(self, deed: Deed) -> bool:
        """Do what a key or an action of the window asks for; False where it means nothing now."""
        if self._bench.desk.facts is None:
            return False
        if deed is Deed.CANCEL:
            return self._cancel()
        if deed is Deed.OPEN:
            return self._bench.links.open_focused()
        if deed is Deed.PAGE_DOWN and self._bench.space.pulls:
            return True
        self.deeds[deed]()
        return True

    def pin(self) -> None:
        """Pin the selected words, one pin a page, else those found; without either, begin or end drawing."""
        scene, selector = self._bench.scene, self._bench.selector
        if not scene.open:
            return
        if scene.selection is None and scene.current_hit is not None:
            selector.select_hit(scene.current_hit)
        selection = scene.selection
        if selection is None:
            self.set_drawing(not scene.drawing)
            return
        selector.clear()
        for page, rect, quote in selection.quotes(scene.texts):
            self.evidence_made.emit(page, rect, quote)

    def open_find(self) -> None:
        """Show the find bar, with the selected words in it."""
        bench = self._bench
        bench.overlays.page_bar.close_bar()
        selection = bench.scene.selection
        text = selection.copy_text(bench.scene.texts) if selection is not None else ""
        bench.finder.open(max(1, bench.desk.page), "" if "\n" in text else text)
        self._place_bars()
        bench.desk.wants_all_words = True
        bench.desk.ask()

    def set_drawing(self, drawing: bool) -> None:
        """Draw rectangles with the mouse, or select words."""
        if drawing != self._bench.scene.drawing:
            self._bench.scene.drawing = drawing
            self.drawing_changed.emit(drawing)
            self.cursor_changed.emit()
            self._repaint()

    def set_hand(self, hand: bool) -> None:
        """Move the pages with the mouse, or select words."""
        if hand != self._bench.scene.hand:
            self._bench.scene.hand = hand
            self.cursor_changed.emit()

    def is_occupied(self) -> bool:
        """Whether somebody is about something that another layout would take from under their hands."""
        scene, bench = self._bench.scene, self._bench
        return scene.selection is not None or scene.drawing or bench.finder.is_open or bench.gestures.dragging

    def _copy(self) -> None:
        """The selected text to the clipboard; nothing happens without a selection."""
        scene = self._bench.scene
        if scene.selection is not None:
            QGuiApplication.clipboard().setText(scene.selection.copy_text(scene.texts))

    def _select_page(self) -> None:
        self._bench.selector.select_page(self._bench.desk.page)

    def _pin_rectangle(self, page: int, rect: Rect) -> None:
        text = self._bench.scene.texts.get(page)
        self.evidence_made.emit(page, rect, text.quote(text.inside(rect)) if text is not None else "")

    def _take_hits(self) -> None:
        bench = self._bench
        bench.scene.hits = bench.finder.search.hits
        bench.scene.current_hit = bench.finder.search.current
        bench.desk.wants_all_words = bench.finder.is_open
        self._repaint()

    def _reveal_hit(self) -> None:
        hit = self._bench.finder.search.current
        if hit is not None:
            self._bench.desk.reveal(hit.page, union(hit.rects))

    def _step_link(self, by: int) -> None:
        self._bench.area.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bench.links.step(by, self._bench.desk.page)
        self._repaint()

    def _leave_link(self) -> None:
        self._bench.links.leave()
        self._repaint()

    def _open_page_bar(self) -> None:
        """Show the bar that goes to a page."""
        bench, facts = self._bench, self._bench.desk.facts
        if facts is not None:
            bench.finder.close()
            bench.overlays.page_bar.open_bar(max(1, bench.desk.page), len(facts.pages), bench.desk.labels)
            self._place_bars()

    def _make_deeds(self) -> Deeds:
        bench = self._bench
        return {
            **make_moves(bench.scene, bench.scroll, bench.zoom),
            **make_selections(bench.selector),
            Deed.COPY: self._copy,
            Deed.SELECT_PAGE: self._select_page,
            Deed.FIND: self.open_find,
            Deed.FIND_NEXT: lambda: bench.finder.step(1),
            Deed.FIND_PREVIOUS: lambda: bench.finder.step(-1),
            Deed.PIN: self.pin,
            Deed.TURN: lambda: bench.desk.turn_pages(1),
            Deed.TURN_BACK: lambda: bench.desk.turn_pages(-1),
            Deed.LINK_NEXT: lambda: self._step_link(1),
            Deed.LINK_PREVIOUS: lambda: self._step_link(-1),
            Deed.GO_TO_PAGE: self._open_page_bar,
            Deed.HAND: lambda: self.set_hand(not bench.scene.hand),
        }

    def _cancel(self) -> bool:
        """Leave what is under way, one thing a press; whether there was something."""
        bench = self._bench
        return first_that_holds(
            (
                (lambda: bench.gestures.dragging, bench.gestures.cancel),
                (lambda: bench.scene.drawing, lambda: self.set_drawing(False)),
                (lambda: bench.links.focused, self._leave_link),
                (lambda: bench.scene.selection, bench.selector.clear),
                (lambda: bench.finder.is_open, bench.finder.leave),
                (lambda: bench.scene.hand, lambda: self.set_hand(False)),
            )
        )

    def _place_bars(self) -> None:
        self._bench.overlays.place(self._bench.area.viewport().size())

    def _repaint(self) -> None:
        self._bench.area.viewport().update()
