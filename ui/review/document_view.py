"""The CV pane: pages in continuous scroll, with text selection, find, evidence, or a card in their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QHideEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from reviewer.domain.ids import EvidenceId
from reviewer.domain.pages import DocumentFacts, PageLink, PagePicture, Word
from reviewer.i18n import gettext as _
from ui.review.document_canvas import Scene, paint_desk, paint_focus
from ui.review.document_deeds import Deeds, first_that_holds, make_moves, make_selections, show_menu
from ui.review.document_desk import Desk
from ui.review.document_evidence import Mark
from ui.review.document_find_bar import DocumentFind
from ui.review.document_gestures import Gestures
from ui.review.document_keys import Deed, find_deed
from ui.review.document_layout import Rect
from ui.review.document_links import DocumentLinks
from ui.review.document_message import CardAction
from ui.review.document_overlays import Overlays
from ui.review.document_parts import PageParts
from ui.review.document_pictures import make_pixmap
from ui.review.document_pointer import Pointer
from ui.review.document_scroll import DeskScroll
from ui.review.document_selection import TextSelector
from ui.review.document_text import PageText, union
from ui.review.document_zoom import DocumentZoom
from ui.theme import theme

_PATIENCE_MS = 250
_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class DocumentView(QAbstractScrollArea):
    """Shows what it is given and asks for what it lacks; it knows no document, and pages count from 1."""

    pages_wanted = Signal(list)
    words_wanted = Signal(int)
    evidence_made = Signal(int, object, str)
    evidence_clicked = Signal(str)
    evidence_mode_changed = Signal(bool)
    action_chosen = Signal(str)
    zoom_changed = Signal(float)
    page_changed = Signal(int, int)
    turned = Signal(int)
    link_chosen = Signal(object)
    words_set = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.occupied: Callable[[], bool] = self._is_occupied
        """Whether somebody is about something that another layout would take from under their hands."""
        self._scene = Scene()
        self._keyboard_focus = False
        self._awaits = self._painted = False
        self.zoom = DocumentZoom(self)
        self.finder = DocumentFind(self)
        self._scroll = DeskScroll(self)
        self.parts = PageParts(self._scene, self)
        self._desk = Desk(self, self._scene, self._scroll, self.zoom, self.parts)
        self._selector = TextSelector(self._scene, self, self._desk.first_in_sight)
        self._links = DocumentLinks(self._scene, self)
        self._gestures = Gestures(self._scene, self._selector, self._links, self)
        self._pointer = Pointer(self, self._scene, self._scroll, self.zoom, self._gestures, self._links)
        self.overlays = Overlays(self, self.finder.bar)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._say_loading)
        self._deeds = self._make_deeds()
        self._prepare()
        self._connect()

    def _prepare(self) -> None:
        self.setAccessibleName(_("Document"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setStyleSheet("QScrollBar::handle:disabled { background: transparent; }")
        self.setMinimumSize(240, 200)

    def _connect(self) -> None:
        self._desk.pages_wanted.connect(self.pages_wanted)
        self.parts.changed.connect(self.viewport().update)
        self._desk.words_wanted.connect(self.words_wanted)
        self._desk.zoom_changed.connect(self.zoom_changed)
        self._desk.page_changed.connect(self.page_changed)
        self._desk.turned.connect(self.turned)
        self._selector.changed.connect(self.viewport().update)
        self._selector.reached.connect(self._desk.reveal)
        self._gestures.repaint_wanted.connect(self.viewport().update)
        self._gestures.rectangle_made.connect(self._pin_rectangle)
        self._gestures.mark_clicked.connect(self.evidence_clicked)
        self._links.chosen.connect(self.link_chosen)
        self._links.page_wanted.connect(self._desk.go_to_page)
        self._links.reached.connect(self._desk.reveal)
        self._links.told.connect(self._say_link)
        self._desk.page_changed.connect(self._show_page)
        self.overlays.pill.clicked.connect(self._open_page_bar)
        self.overlays.page_bar.page_wanted.connect(self._desk.go_to_page)
        self.overlays.page_bar.left.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self.overlays.card.chosen.connect(self._choose)
        self.finder.hits_changed.connect(self._take_hits)
        self.finder.hit_reached.connect(self._reveal_hit)
        self.finder.hit_taken.connect(self._selector.select_hit)
        self.finder.pin_wanted.connect(self.pin)
        self.finder.left.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self.customContextMenuRequested.connect(self._show_menu)

    def show_facts(self, facts: DocumentFacts, turn: int = 0) -> None:
        """Show a document from its top, its pages turned so often; the first are asked for before this returns."""
        self._clear()
        self._desk.show_facts(facts, turn)

    @property
    def awaits(self) -> bool:
        """Whether what is in sight is still the document before."""
        return self._awaits

    def await_document(self) -> bool:
        """Another document is on its way: what is in sight stays for a moment, as a picture that takes nothing.

        False where there is nothing in sight that could stay.
        """
        if not self._painted:
            return False
        self._awaits = True
        self._gestures.forget()
        self._set_drawing(False)
        self.finder.clear()
        self._desk.leave()
        self._patience.stop()
        return True

    def show_loading(self) -> None:
        """Show that a document is on its way: an empty page, and words when it takes long."""
        self._clear()
        self._desk.show_blank()
        self._patience.start()

    def show_message(self, title: str, text: str, actions: Sequence[CardAction]) -> None:
        """Say why there is nothing to show."""
        self._clear()
        self._desk.forget_extent()
        self.overlays.card.show_message(title, text, actions)
        self._place_children()

    def set_picture(self, page: int, picture: PagePicture) -> None:
        """A page's picture, at the width asked for or an older one; kept until a better one comes."""
        self._scene.messages.pop(page, None)
        self._scene.shelf.put(page, make_pixmap(picture), self._desk.shown())
        self.viewport().update()

    def set_page_message(self, page: int, text: str) -> None:
        """Say on the page itself why it is empty."""
        self._scene.messages[page] = text
        self.viewport().update()

    def set_words(self, page: int, words: Sequence[Word]) -> None:
        """A page's words, for selection, find and quotes."""
        text = PageText(words)
        self._scene.texts[page] = text
        self.finder.set_words(page, text)
        self._pointer.update_cursor()
        self.words_set.emit(page, sum(len(word.text) for word in words))

    def set_links(self, page: int, links: tuple[PageLink, ...]) -> None:
        """A page's links."""
        self._links.set_links(page, links)
        self._pointer.update_cursor()

    def set_labels(self, labels: tuple[str, ...]) -> None:
        """What the pages call themselves; empty where they have numbers only."""
        self._desk.labels = labels
        if self._desk.facts is not None:
            self._show_page(self._desk.page, len(self._desk.facts.pages))

    def set_evidence(self, marks: tuple[Mark, ...]) -> None:
        """The pins of this document; rectangles are in points, so they hold at each zoom."""
        self._desk.set_marks(marks)

    def first_width(self, turn: int = 0) -> Callable[[DocumentFacts], int]:
        """What gives, on any thread, the width at which a document's first page would be asked for, were it shown."""
        return self._desk.first_width(turn)

    def go_to_page(self, page: int) -> None:
        """Bring a page's top to the pane's top."""
        self._desk.go_to_page(page)

    def go_to_mark(self, evidence: EvidenceId) -> None:
        """Bring a pin into sight."""
        self._desk.go_to_mark(evidence)

    def _choose(self, key: str) -> None:
        if not self._awaits:
            self.action_chosen.emit(key)

    def _copy(self) -> None:
        """The selected text to the clipboard; nothing happens without a selection."""
        if self._scene.selection is not None:
            QGuiApplication.clipboard().setText(self._scene.selection.copy_text(self._scene.texts))

    def _select_page(self) -> None:
        """Select all words of the current page."""
        self._selector.select_page(self._desk.page)

    def pin(self) -> None:
        """Pin the selected words, one pin a page, else those found; without either, begin or end drawing."""
        if self._awaits:
            return
        if self._scene.selection is None and self._scene.current_hit is not None:
            self._selector.select_hit(self._scene.current_hit)
        selection = self._scene.selection
        if selection is None:
            self._set_drawing(not self._scene.drawing)
            return
        self._selector.clear()
        for page, rect, quote in selection.quotes(self._scene.texts):
            self.evidence_made.emit(page, rect, quote)

    def viewportEvent(self, event: QEvent) -> bool:
        """Painting and the pointer; the rest is the scroll area's."""
        if event.type() is QEvent.Type.Paint:
            self._paint()
            return True
        return self._pointer.handle(event) or super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """Follow the theme and the screen, and show when keys go here."""
        if isinstance(event, QFocusEvent):
            self._keyboard_focus = event.gotFocus() and event.reason() in _KEYBOARD
            self.viewport().update()
        elif event.type() is QEvent.Type.ShortcutOverride and self._takes(event):
            event.accept()
            return True
        elif event.type() is QEvent.Type.PaletteChange:
            self.viewport().update()
        elif event.type() is QEvent.Type.Paint:
            with QPainter(self) as painter:
                painter.fillRect(self.rect(), theme().color("desk"))
        elif event.type() is QEvent.Type.DevicePixelRatioChange:
            self._desk.screen_changed()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of document_keys; others go to the window."""
        deed = find_deed(event)
        if deed is None or not self.do(deed):
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is at the top; crisp pages follow when the size rests."""
        self._place_children()
        if self.overlays.card.isHidden():
            self._desk.resized()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Other pages show."""
        self.viewport().update()
        self._desk.settle(at_once=not self._scene.moving)

    def _clear(self) -> None:
        self._awaits = False
        self._gestures.forget()
        self._set_drawing(False)
        self._desk.clear()
        self.finder.clear()
        self.overlays.clear()
        self._patience.stop()
        self.viewport().update()

    def _place_children(self) -> None:
        self.overlays.place(self.viewport().size())

    def _say_loading(self) -> None:
        self.set_page_message(1, _("Opening the document …"))

    def _is_occupied(self) -> bool:
        scene = self._scene
        return scene.selection is not None or scene.drawing or self.finder.is_open or self._gestures.dragging

    def _take_hits(self) -> None:
        self._scene.hits = self.finder.search.hits
        self._scene.current_hit = self.finder.search.current
        self._desk.wants_all_words = self.finder.is_open
        self.viewport().update()

    def _reveal_hit(self) -> None:
        hit = self.finder.search.current
        if hit is not None:
            self._desk.reveal(hit.page, union(hit.rects))

    def _takes(self, event: QEvent) -> bool:
        """Whether a key is the pane's before it is the window's: the one that opens the chosen link."""
        return isinstance(event, QKeyEvent) and self._links.focused and find_deed(event) is Deed.OPEN

    def _step_link(self, by: int) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._links.step(by, self._desk.page)
        self.viewport().update()

    def _leave_link(self) -> None:
        self._links.leave()
        self.viewport().update()

    def _say_link(self, untrusted_where: str) -> None:
        self.overlays.bubble.say(untrusted_where)
        self._place_children()

    def _show_page(self, page: int, total: int) -> None:
        self.overlays.pill.show_page(page, total, self._desk.labels)
        self._place_children()

    def _open_page_bar(self) -> None:
        """Show the bar that goes to a page."""
        if self._desk.facts is not None:
            self.finder.close()
            self.overlays.page_bar.open_bar(max(1, self._desk.page), len(self._desk.facts.pages), self._desk.labels)
            self._place_children()

    def open_find(self) -> None:
        """Show the find bar, with the selected words in it."""
        self.overlays.page_bar.close_bar()
        selection = self._scene.selection
        text = selection.copy_text(self._scene.texts) if selection is not None else ""
        self.finder.open(max(1, self._desk.page), "" if "\n" in text else text)
        self._place_children()
        self._desk.wants_all_words = True
        self._desk.ask()

    def _pin_rectangle(self, page: int, rect: Rect) -> None:
        text = self._scene.texts.get(page)
        self.evidence_made.emit(page, rect, text.quote(text.inside(rect)) if text is not None else "")

    def _set_drawing(self, drawing: bool) -> None:
        if drawing != self._scene.drawing:
            self._scene.drawing = drawing
            self.evidence_mode_changed.emit(drawing)
            self._pointer.update_cursor()
            self.viewport().update()

    def _set_hand(self, hand: bool) -> None:
        self._scene.hand = hand
        self._pointer.update_cursor()

    def do(self, deed: Deed) -> bool:
        """Do what a key or an action of the window asks for; False where it means nothing now."""
        if self._desk.facts is None:
            return False
        if deed is Deed.CANCEL:
            return self._cancel()
        if deed is Deed.OPEN:
            return self._links.open_focused()
        self._deeds[deed]()
        return True

    def _make_deeds(self) -> Deeds:
        return {
            **make_moves(self._scene, self._scroll, self.zoom),
            **make_selections(self._selector),
            Deed.COPY: self._copy,
            Deed.SELECT_PAGE: self._select_page,
            Deed.FIND: self.open_find,
            Deed.FIND_NEXT: lambda: self.finder.step(1),
            Deed.FIND_PREVIOUS: lambda: self.finder.step(-1),
            Deed.PIN: self.pin,
            Deed.TURN: lambda: self._desk.turn_pages(1),
            Deed.TURN_BACK: lambda: self._desk.turn_pages(-1),
            Deed.LINK_NEXT: lambda: self._step_link(1),
            Deed.LINK_PREVIOUS: lambda: self._step_link(-1),
            Deed.GO_TO_PAGE: self._open_page_bar,
            Deed.HAND: lambda: self._set_hand(not self._scene.hand),
        }

    def _cancel(self) -> bool:
        """Leave what is under way, one thing a press; whether there was something."""
        return first_that_holds(
            (
                (lambda: self._gestures.dragging, self._gestures.cancel),
                (lambda: self._scene.drawing, lambda: self._set_drawing(False)),
                (lambda: self._links.focused, self._leave_link),
                (lambda: self._scene.selection, self._selector.clear),
                (lambda: self.finder.is_open, self.finder.leave),
                (lambda: self._scene.hand, lambda: self._set_hand(False)),
            )
        )

    def _show_menu(self, at: QPoint) -> None:
        if self._scene.open:
            selected = self._scene.selection is not None
            show_menu(self, self.viewport().mapToGlobal(at), self._deeds, selected=selected)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever is here when the pane is in sight again, it has not been seen."""
        self._painted = False
        super().hideEvent(event)

    def _paint(self) -> None:
        self._painted = True
        painter = QPainter(self.viewport())
        paint_desk(painter, self._scene, self._scroll.offset(), self._scroll.visible())
        if self._keyboard_focus and self.hasFocus():
            paint_focus(painter, self.viewport().size())
        painter.end()
