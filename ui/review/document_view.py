"""The CV pane: pages in continuous scroll, with text selection, find, evidence, or a card in their place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from reviewer.domain.ids import EvidenceId
from reviewer.domain.pages import DocumentFacts, PageLink, PagePicture
from reviewer.domain.sizing import FirstWidth
from reviewer.i18n import gettext as _
from ui.review.document_canvas import Scene, paint_desk, paint_focus
from ui.review.document_deeds import show_menu
from ui.review.document_desk import Desk
from ui.review.document_evidence import Mark
from ui.review.document_find_bar import DocumentFind
from ui.review.document_gestures import Gestures
from ui.review.document_keys import Deed, find_deed
from ui.review.document_links import DocumentLinks
from ui.review.document_message import CardAction
from ui.review.document_overlays import Overlays
from ui.review.document_parts import PageParts
from ui.review.document_pictures import make_pixmap
from ui.review.document_pointer import Pointer
from ui.review.document_scroll import DeskScroll
from ui.review.document_selection import TextSelector
from ui.review.document_space import SpaceBar
from ui.review.document_text import PageText
from ui.review.document_tools import Bench, Tools
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
        self._scene = Scene()
        self._keyboard_focus = False
        self._awaits = self._painted = self._opens = False
        self.offers: list[QAction] = []
        self.zoom = DocumentZoom(self)
        self.finder = DocumentFind(self)
        self._scroll = DeskScroll(self)
        self.parts = PageParts(self._scene, self)
        self._desk = Desk(self, self._scene, self._scroll, self.zoom, self.parts)
        self._selector = TextSelector(self._scene, self, self._desk.first_in_sight)
        self._links = DocumentLinks(self._scene, self)
        self._gestures = Gestures(self._scene, self._selector, self._links, self)
        self._space = SpaceBar(self, self._scroll)
        self._pointer = Pointer(self, self._scene, self._scroll, self.zoom, self._gestures, self._links, self._space)
        self.overlays = Overlays(self, self.finder.bar)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._say_loading)
        self.tools = self._make_tools()
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

    def _make_tools(self) -> Tools:
        return Tools(
            Bench(
                area=self,
                scene=self._scene,
                desk=self._desk,
                scroll=self._scroll,
                zoom=self.zoom,
                finder=self.finder,
                selector=self._selector,
                links=self._links,
                gestures=self._gestures,
                overlays=self.overlays,
                space=self._space,
            )
        )

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
        self._gestures.mark_clicked.connect(self.evidence_clicked)
        self._links.chosen.connect(self.link_chosen)
        self._links.page_wanted.connect(self._desk.go_to_page)
        self._links.reached.connect(self._desk.reveal)
        self._links.told.connect(self._say_link)
        self._desk.page_changed.connect(self._show_page)
        self.overlays.card.chosen.connect(self._choose)
        self.tools.evidence_made.connect(self.evidence_made)
        self.tools.drawing_changed.connect(self.evidence_mode_changed)
        self.tools.cursor_changed.connect(self._pointer.update_cursor)
        self._space.let_go.connect(self._pointer.update_cursor)
        self.customContextMenuRequested.connect(self._show_menu)

    def show_facts(self, facts: DocumentFacts, turn: int = 0, first: PagePicture | None = None) -> None:
        """Show a document from its top, its pages turned so often.

        Its first page is painted before all else when it is given; what is lacking is asked for before this returns.
        """
        bars = (self.verticalScrollBar(), self.horizontalScrollBar())
        for bar in bars:
            # Painted with the page, they would keep it waiting.
            bar.setUpdatesEnabled(False)
        self._leave_desk()
        self._opens = True
        self._desk.show_facts(facts, turn)
        self._opens = False
        painted = self._paint_first(first) if first is not None else QRect()
        self.overlays.clear()
        self._desk.begin()
        self.viewport().update(QRegion(self.viewport().rect()) - QRegion(painted))
        for bar in bars:
            bar.setUpdatesEnabled(True)

    def _paint_first(self, picture: PagePicture) -> QRect:
        """Nothing but the page: what is around it may come a millisecond later. Gives the place of the page."""
        self.overlays.card.hide()
        self._scene.shelf.put(1, make_pixmap(picture), self._desk.shown())
        page = self._scroll.area_in_sight(self._scene.layout.rect(1))
        self.viewport().repaint(page)
        return page

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
        self._forget_doings()
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

    def set_text(self, page: int, text: PageText) -> None:
        """A page's words, for selection, find and quotes."""
        self._scene.texts[page] = text
        self.finder.set_words(page, text)
        self._desk.take_words(page)
        self._pointer.update_cursor()
        self.words_set.emit(page, sum(len(word.text) for word in text.words))

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

    def first_width(self, turn: int = 0) -> FirstWidth:
        """How wide a document's first page would be asked for, were it shown."""
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

    def viewportEvent(self, event: QEvent) -> bool:
        """Painting and the pointer; the rest is the scroll area's."""
        if isinstance(event, QPaintEvent):
            self._paint(event.rect())
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
        elif event.type() is QEvent.Type.Show:
            self._space.watch(self.window())
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
        if deed is None or not self.tools.do(deed):
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is at the top; crisp pages follow when the size rests."""
        self._place_children()
        if self.overlays.card.isHidden():
            self._desk.resized()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Other pages show."""
        if not self._opens:
            self.viewport().update()
            self._desk.settle(at_once=not self._scene.moving)

    def _clear(self) -> None:
        self._leave_desk()
        self.overlays.clear()
        self.viewport().update()

    def _leave_desk(self) -> None:
        if not self._awaits:
            self._forget_doings()
        self._awaits = False
        self._desk.clear()
        self._patience.stop()

    def _forget_doings(self) -> None:
        """What a person was about to do on the document that goes."""
        self._gestures.forget()
        self.tools.set_drawing(False)
        self.finder.clear()

    def _place_children(self) -> None:
        self.overlays.place(self.viewport().size())

    def _say_loading(self) -> None:
        self.set_page_message(1, _("Opening the document …"))

    def _takes(self, event: QEvent) -> bool:
        """Whether a key is the pane's before it is the window's: the one that opens the chosen link."""
        return isinstance(event, QKeyEvent) and self._links.focused and find_deed(event) is Deed.OPEN

    def _say_link(self, untrusted_where: str) -> None:
        self.overlays.bubble.say(untrusted_where)
        self._place_children()

    def _show_page(self, page: int, total: int) -> None:
        self.overlays.pill.show_page(page, total, self._desk.labels)
        self._place_children()

    def _show_menu(self, at: QPoint) -> None:
        if self._scene.open:
            selected = self._scene.selection is not None
            show_menu(self, self.viewport().mapToGlobal(at), self.tools.deeds, self.offers, selected=selected)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever is here when the pane is in sight again, it has not been seen."""
        self._painted = False
        super().hideEvent(event)

    def _paint(self, exposed: QRect) -> None:
        self._painted = True
        scroll = self._scroll
        with QPainter(self.viewport()) as painter:
            paint_desk(painter, self._scene, scroll.offset(), scroll.visible(), scroll.area_on_desk(exposed))
            if self._keyboard_focus and self.hasFocus():
                paint_focus(painter, self.viewport().size())
