"""Lays the pages of the open document on the desk, and says which pictures and words the part in sight lacks."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QSize, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractScrollArea

from reviewer.domain.ids import EvidenceId
from reviewer.domain.pages import DocumentFacts, PageSize
from reviewer.domain.sizing import FirstWidth, Fit, Sizing, turned
from reviewer.i18n import gettext as _
from ui.review.document_canvas import Scene
from ui.review.document_evidence import Mark
from ui.review.document_layout import PageLayout, Rect
from ui.review.document_mark_painter import draw_marks
from ui.review.document_mark_places import MarkPlaces
from ui.review.document_parts import PageParts
from ui.review.document_scroll import DeskScroll
from ui.review.document_text import Place
from ui.review.document_wishes import PageWish, make_wishes
from ui.review.document_zoom import DocumentZoom
from ui.theme import S3

_REST_MS = 90
_A4 = (PageSize(width=595.0, height=842.0),)


class Desk(QObject):
    """Keeps the scene's layout true to pane, zoom and screen; what is asked for once is not asked for again."""

    pages_wanted = Signal(list)
    words_wanted = Signal(int)
    zoom_changed = Signal(float)
    page_changed = Signal(int, int)
    turned = Signal(int)

    def __init__(
        self, area: QAbstractScrollArea, scene: Scene, scroll: DeskScroll, zoom: DocumentZoom, parts: PageParts
    ) -> None:
        super().__init__(area)
        self._area = area
        self._scene = scene
        self._scroll = scroll
        self._zoom = zoom
        self._marks: tuple[Mark, ...] = ()
        self._places = MarkPlaces()
        self._sought: EvidenceId | None = None
        self._wishes: list[PageWish] | None = None
        self._parts = parts
        self._asked_words: set[int] = set()
        self._told_percent = 0.0
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._come_to_rest)
        self.facts: DocumentFacts | None = None
        self.page = 0
        self.labels: tuple[str, ...] = ()
        self.turn = 0
        self.wants_all_words = False
        zoom.changed.connect(self._zoomed)

    def show_facts(self, facts: DocumentFacts, turn: int) -> None:
        """Lay out a document from its top; begin() follows."""
        self.facts, self._scene.open, self.turn = facts, True, turn
        self._place_pages(None)
        self._scroll.jump(QPointF(self._scroll.visible().left(), 0))

    def begin(self) -> None:
        """Ask for the pages of a document just laid out, before this returns, and tell of it."""
        self.turned.emit(self.turn)
        self.ask()
        self._tell_page()

    def show_blank(self) -> None:
        """Lay out one empty page."""
        self._lay_out(None)
        self._scroll.jump(QPointF(0, 0))

    def leave(self) -> None:
        """The document goes; its pages stay in sight until clear(), but nothing on them means anything any more."""
        self.facts, self._wishes, self._marks = None, None, ()
        self._places.clear()
        self._rest.stop()
        self._scene.leave()

    def clear(self) -> None:
        """The document goes."""
        self.facts, self._wishes, self._marks, self.page, self.turn = None, None, (), 0, 0
        self._asked_words.clear()
        self._places.clear()
        self._parts.clear()
        self.labels = ()
        self._scene.clear()

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """The pins of this document."""
        self._marks = marks
        if self._place_marks():
            self._area.viewport().update()
        self._go_to_sought()

    def take_words(self, page: int) -> None:
        """A page's words are known: its pins are drawn around them."""
        if any(mark.page == page for mark in self._marks) and self._place_marks():
            self._area.viewport().update()

    def turn_pages(self, by: int) -> None:
        """Turn all pages by so many quarters clockwise; what is in the upper part of the pane stays in sight."""
        if self.facts is None:
            return
        viewport = self._area.viewport()
        self.turn = (self.turn + by) % 4
        self._scene.moving = True
        self._lay_out(QPointF(viewport.width() / 2, viewport.height() / 3))
        self.settle(at_once=False)
        self.turned.emit(self.turn)

    def first_in_sight(self) -> Place | None:
        """The first word in sight; None where none is known."""
        visible = self._scroll.visible()
        for page in self.shown():
            text = self._scene.texts.get(page)
            for index, word in enumerate(text.words if text is not None else ()):
                if visible.contains(self._scene.layout.on_desk(page, word.rect).center()):
                    return page, index
        return None

    def reveal(self, page: int, rect: Rect) -> None:
        """Bring a place of a page into sight."""
        if page <= len(self._scene.layout):
            self._scroll.reveal(self._scene.layout.on_desk(page, rect))

    def first_width(self, turn: int) -> FirstWidth:
        """How wide a document's first page would be asked for, were it shown now."""
        return FirstWidth(sizing=self._sizing(), turn=turn)

    def go_to_page(self, page: int) -> None:
        """Bring a page's top to the pane's top."""
        if self.facts is not None and 1 <= page <= len(self._scene.layout):
            self._scroll.to_height(self._scene.layout.rect(page).top() - S3 * self._scene.ratio)

    def go_to_mark(self, evidence: EvidenceId) -> None:
        """Bring a pin into sight, or as soon as its document is there."""
        self._sought = evidence
        self._go_to_sought()

    def resized(self) -> None:
        """The pane has another size: keep what is or will be at the top; crisp pages follow when the size rests."""
        keep, goal = QPointF(self._area.viewport().width() / 2, 0), self._scroll.goal()
        ahead = None
        if goal is not None and len(self._scene.layout):
            ahead = self._scene.layout.spot(goal + keep * self._scene.ratio)
        self._scene.moving = True
        self._lay_out(keep)
        if ahead is not None:
            self._scroll.glide(self._scene.layout.point(ahead) - keep * self._scene.ratio)
        self.settle(at_once=False)

    def screen_changed(self) -> None:
        """The screen's pixels are finer or coarser now."""
        self._lay_out(QPointF(self._area.viewport().width() / 2, 0))
        self._rest.start()

    def _lay_out(self, keep: QPointF | None) -> None:
        """Place the pages anew; keep is a place of the viewport that stays on the same words."""
        self._place_pages(keep)
        self._area.viewport().update()

    def _place_pages(self, keep: QPointF | None) -> None:
        pages = _A4 if self.facts is None else self.facts.pages
        known = keep is not None and len(self._scene.layout) == len(pages)
        spot = self._scene.layout.spot(self._scroll.to_desk(keep)) if keep is not None and known else None
        sizing = self._sizing()
        percent = sizing.percent_of(turned(pages, self.turn))
        if self._zoom.fit is not Fit.FREE:
            self._zoom.percent = percent
        self._scene.ratio = sizing.ratio
        self._scene.layout = PageLayout(pages, percent, self._area.viewport().size(), sizing.ratio, self.turn)
        self._scroll.set_extent(self._scene.layout.size, self._scene.ratio)
        if spot is not None and keep is not None:
            self._scroll.jump(self._scene.layout.point(spot) - keep * self._scene.ratio)
        self._place_marks()
        if percent != self._told_percent:
            self._told_percent = percent
            self.zoom_changed.emit(percent)

    def forget_extent(self) -> None:
        """Nothing is on the desk."""
        self._scroll.set_extent(QSize(), self._scene.ratio)

    def shown(self) -> range:
        """The pages in sight."""
        visible = self._scroll.visible()
        return self._scene.layout.pages_between(visible.top(), visible.bottom())

    def settle(self, *, at_once: bool) -> None:
        """Other parts of the desk are in sight; at once, or after a moment without a further change."""
        if at_once:
            self.ask()
        else:
            self._scene.moving = True
            self._rest.start()
        self._tell_page()

    def ask(self) -> None:
        """Say which pictures and words are lacking, when that has changed."""
        if self.facts is None:
            return
        shown = self.shown()
        wishes = make_wishes(self._scene, shown)
        if wishes != self._wishes:
            self._wishes = wishes
            self.pages_wanted.emit(wishes)
        self._rest.start()
        pages = [*shown, *range(1, len(self.facts.pages) + 1)] if self.wants_all_words else list(shown)
        for page in pages:
            if page not in self._asked_words:
                self._asked_words.add(page)
                self.words_wanted.emit(page)

    def _tell_page(self) -> None:
        """Say which page one is on, when that has changed."""
        if self.facts is None or not len(self._scene.layout):
            return
        visible = self._scroll.visible()
        page = self._scene.layout.page_near(visible.top() + visible.height() / 3)
        if page != self.page:
            self.page = page
            place = _("Page {page} of {total}").format(page=page, total=len(self.facts.pages))
            self._area.setAccessibleDescription(place)
            self.page_changed.emit(page, len(self.facts.pages))

    def _go_to_sought(self) -> None:
        for one in self._scene.marks:
            if one.mark.id == self._sought:
                self._sought = None
                self._scroll.reveal(one.box)
                return

    def _sizing(self) -> Sizing:
        viewport = self._area.viewport()
        return Sizing(
            fit=self._zoom.fit,
            percent=self._zoom.percent,
            width=viewport.width(),
            height=viewport.height(),
            ratio=viewport.devicePixelRatioF(),
        )

    def _place_marks(self) -> bool:
        """Place the pins anew; whether any is another or elsewhere than before."""
        scene = self._scene
        marks = () if self.facts is None else self._marks
        placed = self._places.place(marks, scene.layout, scene.ratio, scene.texts)
        if placed == scene.marks:
            return False
        scene.marks, scene.mark_drawing = placed, draw_marks(placed, scene.ratio)
        return True

    def _come_to_rest(self) -> None:
        if self._scene.moving:
            self._scene.moving = False
            self._area.viewport().update()
            self.ask()
        self._ask_for_parts()

    def _ask_for_parts(self) -> None:
        if self.facts is not None:
            self._parts.ask(self.shown(), self._scroll.visible())

    def _zoomed(self, about: QPointF | None) -> None:
        viewport = self._area.viewport()
        pointer = QPointF(viewport.mapFromGlobal(QCursor.pos()))
        middle = QPointF(viewport.width() / 2, viewport.height() / 2)
        self._scene.moving = True
        self._lay_out(about or (pointer if viewport.underMouse() else middle))
        self.settle(at_once=False)
