"""The strip of small pages beside the document: where one is, where evidence is pinned, and a way to get there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reviewer.domain.pages import PagePicture, PageSize
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from ui.review.document_canvas import set_page_units
from ui.review.document_evidence import Mark, mark_ink
from ui.review.document_pictures import make_pixmap
from ui.review.thumbnail_layout import LABEL, ThumbnailLayout
from ui.theme import theme
from ui.tokens import LIGHT
from ui.widgets.labels import one_line, plain_tooltip

WIDTH = 148
_AHEAD = 3
_SMALLEST_MARK = 3.0
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class PageStrip(QAbstractScrollArea):
    """Shows what it is given and asks only for the small pages in sight; pages count from 1."""

    pictures_wanted = Signal(list)
    page_chosen = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[PageSize, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._pictures: dict[int, QPixmap] = {}
        self._asked: list[tuple[int, int]] = []
        self._turn = 0
        self._page = 1
        self._layout = ThumbnailLayout((), 0, 1)
        self.setAccessibleName(_("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(theme().px(WIDTH))
        self.viewport().setMouseTracking(True)
        self.hide()

    def show_pages(self, pages: Sequence[PageSize]) -> None:
        """The pages of another document; its first page is the present one."""
        self._pages, self._labels, self._page = tuple(pages), (), 1
        self._pictures.clear()
        self._asked = []
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """There is no document now."""
        self._marks, self._turn = (), 0
        self.show_pages(())

    def set_turn(self, turn: int) -> None:
        """The pages are turned by so many quarters."""
        if turn != self._turn:
            self._turn = turn
            self._lay_out()

    def set_labels(self, labels: tuple[str, ...]) -> None:
        """What the pages call themselves."""
        self._labels = labels
        self.viewport().update()

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """The pins of the document."""
        self._marks = tuple(mark for mark in marks if not mark.proposed)
        self.viewport().update()

    def set_page(self, page: int) -> None:
        """The page one is on; it stays in sight."""
        self._page = page
        if page <= len(self._layout):
            self._reveal(page)
            self.setAccessibleDescription(self._words(page))
        self.viewport().update()

    def set_picture(self, page: int, picture: PagePicture) -> None:
        """A small page's picture."""
        self._pictures[page] = make_pixmap(picture)
        self.viewport().update()

    def page(self) -> int:
        """The page that is marked as the present one."""
        return self._page

    def _lay_out(self) -> None:
        self._layout = ThumbnailLayout(self._pages, self._turn, self.viewport().width())
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._layout.height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(theme().px(40))
        self.viewport().update()
        self._ask()

    def _ask(self) -> None:
        if not self.isVisible():
            return
        ratio = self.devicePixelRatioF()
        shown = self._shown()
        ahead = range(shown.start, min(len(self._layout), shown.stop - 1 + _AHEAD) + 1)
        wanted = [(page, round(self._layout.picture_width(page) * ratio)) for page in ahead]
        wanted = [(page, width) for page, width in wanted if not self._has(page, width)]
        if wanted != self._asked:
            self._asked = wanted
            self.pictures_wanted.emit(wanted)

    def _has(self, page: int, width: int) -> bool:
        return page in self._pictures and self._pictures[page].width() == width

    def _shown(self) -> range:
        top = self.verticalScrollBar().value()
        return self._layout.pages_between(top, top + self.viewport().height())

    def _reveal(self, page: int) -> None:
        entry, bar = self._layout.entry(page), self.verticalScrollBar()
        if entry.top() < bar.value():
            bar.setValue(entry.top())
        elif entry.bottom() > bar.value() + self.viewport().height():
            bar.setValue(entry.bottom() - self.viewport().height())

    def event(self, event: QEvent) -> bool:
        """Ask when the strip comes into sight or the screen changes."""
        handled = super().event(event)
        if event.type() in {QEvent.Type.Show, QEvent.Type.DevicePixelRatioChange}:
            self._lay_out()
            self.set_page(self._page)
        elif isinstance(event, QFocusEvent):
            self.viewport().update()
        return handled

    def viewportEvent(self, event: QEvent) -> bool:
        """Painting, and a click on a page."""
        match event:
            case QPaintEvent():
                self._paint()
                return True
            case QMouseEvent() if event.type() is QEvent.Type.MouseButtonPress:
                page = self._layout.page_at(round(event.position().y()) + self.verticalScrollBar().value())
                if page is not None and event.button() is Qt.MouseButton.LeftButton:
                    self.page_chosen.emit(page)
                return True
            case QMouseEvent() if event.type() is QEvent.Type.MouseButtonRelease:
                return True
            case QMouseEvent() if event.type() is QEvent.Type.MouseMove:
                page = self._layout.page_at(round(event.position().y()) + self.verticalScrollBar().value())
                self.viewport().setToolTip(plain_tooltip(self._words(page)) if page is not None else "")
                return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbouring page; Escape goes back to the document."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            page = min(max(1, self._page + _STEPS[Qt.Key(event.key())]), max(1, len(self._layout)))
            self.set_page(page)
            self.page_chosen.emit(page)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height shows other pages."""
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Other pages show."""
        self.viewport().update()
        self._ask()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH), 400)

    def _words(self, page: int) -> str:
        """A page for those who hover or listen: its number, its own label, how many pins."""
        words = _("Page {page} of {total}").format(page=page, total=len(self._pages))
        label = self._label(page)
        pins = sum(mark.page == page for mark in self._marks)
        told = ngettext("{count} pin", "{count} pins", pins).format(count=pins) if pins else ""
        return " · ".join(part for part in (words, label if label != str(page) else "", told) if part)

    def _label(self, page: int) -> str:
        return one_line(self._labels[page - 1]) if page <= len(self._labels) else str(page)

    def _paint(self) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme().color("bg"))
        painter.fillRect(self.viewport().width() - 1, 0, 1, self.viewport().height(), theme().color("line"))
        painter.translate(0, -self.verticalScrollBar().value())
        for page in self._shown():
            self._paint_entry(painter, page)

    def _paint_entry(self, painter: QPainter, page: int) -> None:
        rect = self._layout.rect(page)
        current = page == self._page
        if current:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accent" if self.hasFocus() else "edge"))
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), 4, 4)
        self._paint_picture(painter, page)
        painter.setPen(theme().color("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        for mark in self._marks:
            if mark.page == page:
                self._paint_mark(painter, mark)
        painter.setFont(theme().font("tiny-strong" if current else "tiny"))
        painter.setPen(theme().color("text" if current else "dim"))
        below = QRectF(0, rect.bottom() + 3, self.viewport().width(), LABEL)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._label(page))

    def _paint_picture(self, painter: QPainter, page: int) -> None:
        rect = self._layout.rect(page)
        painter.fillRect(rect, QColor(LIGHT["page"]))
        pixmap = self._pictures.get(page)
        if pixmap is not None:
            painter.save()
            upright = set_page_units(painter, rect, self._turn)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(upright, pixmap)
            painter.restore()

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        """A pin as a block of its ink, never too small to be seen."""
        box = self._layout.on_strip(mark.page, mark.rect)
        grow = [max(0.0, _SMALLEST_MARK - side) / 2 for side in (box.width(), box.height())]
        wash = QColor(mark_ink(mark))
        wash.setAlpha(220 if mark.focused else 150)
        painter.fillRect(box.adjusted(-grow[0], -grow[1], grow[0], grow[1]), wash)
