"""Draws the desk: pages with their shadow, selection, hits, evidence and the rectangle being drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from reviewer.domain.pages import PageLink, PagePart
from reviewer.i18n import gettext as _
from ui.review.document_find import Hit
from ui.review.document_layout import PageLayout
from ui.review.document_mark_painter import MarkDrawing, paint_marks
from ui.review.document_mark_places import PlacedMark
from ui.review.document_pictures import PageShelf
from ui.review.document_text import PageText, Selection
from ui.review.document_ticks import paint_ticks
from ui.theme import theme
from ui.tokens import LIGHT

_SHADOW = 22
_HIT = QColor(255, 221, 87)
_CURRENT_HIT = QColor(255, 168, 38)
_SELECTED = QColor(176, 200, 255)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A part of a page at a size at which the whole page would be too large a picture."""

    part: PagePart
    pixmap: QPixmap


@dataclass(slots=True)
class Scene:
    """What lies on the desk now; all rectangles of the desk are in physical pixels."""

    layout: PageLayout = field(default_factory=lambda: PageLayout((), 100, QSize(), 1))
    ratio: float = 1.0
    open: bool = False
    moving: bool = False
    shelf: PageShelf = field(default_factory=PageShelf)
    details: dict[int, Detail] = field(default_factory=dict)
    texts: dict[int, PageText] = field(default_factory=dict)
    links: dict[int, tuple[PageLink, ...]] = field(default_factory=dict)
    focused_link: tuple[int, PageLink] | None = None
    messages: dict[int, str] = field(default_factory=dict)
    selection: Selection | None = None
    hits: tuple[Hit, ...] = ()
    current_hit: Hit | None = None
    marks: list[PlacedMark] = field(default_factory=list)
    mark_drawing: MarkDrawing = field(default_factory=MarkDrawing)
    band: QRectF | None = None
    drawing: bool = False
    hand: bool = False

    def leave(self) -> None:
        """What is drawn of the pages stays to be seen; nothing on them can be pointed at any more."""
        self.open = False
        self.texts.clear()
        self.links.clear()
        self.focused_link = None
        self.selection, self.current_hit, self.band = None, None, None
        self.hits = ()
        self.marks, self.mark_drawing = [], MarkDrawing()

    def clear(self) -> None:
        """An empty desk; the layout follows with the next document."""
        self.leave()
        self.moving = False
        self.layout = PageLayout((), 100, QSize(), self.ratio)
        self.shelf.clear()
        self.details.clear()
        self.messages.clear()


def paint_desk(painter: QPainter, scene: Scene, offset: QPoint, visible: QRectF, exposed: QRectF) -> None:
    """Draw what is exposed of the viewport; offset and visible say which part of the desk the viewport shows."""
    shown = QRectF(visible.topLeft() / scene.ratio, visible.size() / scene.ratio)
    within_page = scene.layout.covers(exposed)
    if not within_page:
        painter.fillRect(QRectF(QPointF(), shown.size()), theme().color("desk"))
    painter.save()
    _set_desk_units(painter, offset, scene.ratio)
    _paint_scene(painter, scene, visible, theme().font("body"), shadows=not within_page)
    painter.restore()
    paint_ticks(painter, scene.layout, scene.hits, shown.size().toSize(), theme().color("warn"))
    if scene.drawing:
        _paint_hint(painter, shown.size().toSize(), _("Draw a rectangle to pin it as evidence · Esc ends"))


def _paint_scene(painter: QPainter, scene: Scene, visible: QRectF, font: QFont, *, shadows: bool) -> None:
    """Draw what is visible; the painter's units are physical pixels of the desk."""
    reach = _SHADOW * scene.ratio
    for page in scene.layout.pages_between(visible.top() - reach, visible.bottom() + reach):
        rect = scene.layout.rect(page)
        if shadows:
            _paint_shadow(painter, rect, scene.ratio)
        _paint_page(painter, scene, page, rect)
        _paint_message(painter, scene, page, QRectF(rect).intersected(visible), font)
        _paint_washes(painter, scene, page)
    paint_marks(painter, scene.mark_drawing, scene.ratio, visible, font)
    _paint_focused_link(painter, scene)
    if scene.band is not None:
        _paint_band(painter, scene.band, scene.ratio)


def _paint_page(painter: QPainter, scene: Scene, page: int, rect: QRect) -> None:
    pixmap = scene.shelf.find(page)
    if pixmap is None:
        painter.fillRect(rect, QColor(LIGHT["page"]))
        return
    painter.save()
    upright = set_page_units(painter, rect, scene.layout.turn)
    if pixmap.width() == upright.width():
        painter.drawPixmap(upright.topLeft(), pixmap)
        left_over = upright.height() - pixmap.height()
        if left_over > 0:
            painter.fillRect(upright.adjusted(0, pixmap.height(), 0, 0), QColor(LIGHT["page"]))
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not scene.moving)
        painter.drawPixmap(upright, pixmap)
    detail = scene.details.get(page)
    if detail is not None and detail.part.page_width_px == upright.width():
        painter.drawPixmap(upright.x() + detail.part.left, upright.y() + detail.part.top, detail.pixmap)
    painter.restore()


def set_page_units(painter: QPainter, rect: QRect, turn: int) -> QRect:
    """Turn the painter about a page; gives the page's rectangle as the painter sees it then, upright."""
    if not turn:
        return rect
    x, y, width, height = rect.x(), rect.y(), rect.width(), rect.height()
    painter.translate(*((x + width, y), (x + width, y + height), (x, y + height))[turn - 1])
    painter.rotate(90 * turn)
    return QRect(0, 0, height, width) if turn % 2 else QRect(0, 0, width, height)


def _paint_message(painter: QPainter, scene: Scene, page: int, seen: QRectF, font: QFont) -> None:
    """Say in the middle of what is seen of the page why it is empty."""
    if page in scene.messages and scene.shelf.find(page) is None:
        message_font = QFont(font)
        message_font.setPixelSize(round(theme().px(13) * scene.ratio))
        painter.setFont(message_font)
        painter.setPen(QColor(LIGHT["dim"]))
        inner = seen.adjusted(seen.width() / 8, 0, -seen.width() / 8, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, scene.messages[page])


def _washes(scene: Scene, page: int) -> Iterator[tuple[QRectF, QColor]]:
    for hit in scene.hits:
        if hit.page == page:
            color = _CURRENT_HIT if hit == scene.current_hit else _HIT
            for rect in hit.rects:
                yield scene.layout.on_desk(page, rect), color
    text = scene.texts.get(page)
    if scene.selection is not None and text is not None:
        span = scene.selection.on_page(scene.texts, page)
        for rect in text.rows(span.start, span.stop):
            yield scene.layout.on_desk(page, rect), _SELECTED


def _paint_washes(painter: QPainter, scene: Scene, page: int) -> None:
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for rect, color in _washes(scene, page):
        painter.fillRect(rect.adjusted(-scene.ratio, 0, scene.ratio, 0), color)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    if scene.current_hit is not None and scene.current_hit.page == page:
        painter.setPen(QPen(_CURRENT_HIT.darker(170), 1.5 * scene.ratio))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for outline in scene.current_hit.rects:
            painter.drawRect(scene.layout.on_desk(page, outline).adjusted(-scene.ratio, 0, scene.ratio, 0))


def _paint_focused_link(painter: QPainter, scene: Scene) -> None:
    if scene.focused_link is not None and scene.focused_link[0] <= len(scene.layout):
        page, link = scene.focused_link
        painter.setPen(QPen(QColor(LIGHT["focus"]), 2 * scene.ratio))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        reach = 2 * scene.ratio
        box = scene.layout.on_desk(page, link.rect).adjusted(-reach, -reach, reach, reach)
        painter.drawRoundedRect(box, 3 * scene.ratio, 3 * scene.ratio)


def _paint_band(painter: QPainter, band: QRectF, ratio: float) -> None:
    ink = QColor(LIGHT["accent"])
    wash = QColor(ink)
    wash.setAlpha(28)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.5 * ratio, Qt.PenStyle.DashLine))
    painter.setBrush(wash)
    painter.drawRoundedRect(band, 2 * ratio, 2 * ratio)


@lru_cache(maxsize=8)
def _shadow_tile(reach: int, drop: int) -> QPixmap:
    side = 4 * reach + 1
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(reach):
        weight = 2.2 * (step / reach) ** 2 * (24 / reach)
        painter.setBrush(QColor(0, 0, 0, max(1, round(weight))) if weight >= 0.5 else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(tile.rect()).adjusted(step, step, -step, -step), reach - step, reach - step)
    painter.setBrush(QColor(0, 0, 0, 26))
    edge = reach - max(1, drop // 6)
    painter.drawRoundedRect(QRectF(tile.rect()).adjusted(edge, reach - drop, -edge, -edge - drop), 2, 2)
    painter.end()
    return tile


def _paint_shadow(painter: QPainter, page: QRect, ratio: float) -> None:
    """Eight pieces of one small tile around the page; the page itself covers the middle."""
    reach, drop = round(_SHADOW * ratio), round(5 * ratio)
    tile = _shadow_tile(reach, drop)
    cut = 2 * reach
    area = page.adjusted(-reach, -reach + drop, reach, reach + drop)
    inner_w, inner_h = area.width() - 2 * cut, area.height() - 2 * cut
    if inner_w <= 0 or inner_h <= 0:
        return
    columns = (
        (area.left(), cut, 0, cut),
        (area.left() + cut, inner_w, cut, 1),
        (area.right() - cut + 1, cut, cut + 1, cut),
    )
    rows = (
        (area.top(), cut, 0, cut),
        (area.top() + cut, inner_h, cut, 1),
        (area.bottom() - cut + 1, cut, cut + 1, cut),
    )
    for row, (top, height, source_top, source_height) in enumerate(rows):
        for column, (left, width, source_left, source_width) in enumerate(columns):
            if (row, column) != (1, 1):
                target = QRectF(left, top, width, height)
                painter.drawPixmap(target, tile, QRectF(source_left, source_top, source_width, source_height))


def _paint_hint(painter: QPainter, viewport: QSize, text: str) -> None:
    """A line of help at the foot of the viewport (logical pixels)."""
    font = theme().font("small-strong")
    width = QFontMetrics(font).horizontalAdvance(text) + 28
    pill = QRectF((viewport.width() - width) / 2, viewport.height() - 44, width, 28)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("accent"))
    painter.drawRoundedRect(pill, 14, 14)
    painter.setFont(font)
    painter.setPen(theme().color("on_accent"))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def paint_focus(painter: QPainter, viewport: QSize) -> None:
    """The frame that says that keys go here."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    for frame in (QRect(0, 0, viewport.width(), 2), QRect(0, viewport.height() - 2, viewport.width(), 2)):
        painter.fillRect(frame, theme().color("focus"))
    for frame in (QRect(0, 0, 2, viewport.height()), QRect(viewport.width() - 2, 0, 2, viewport.height())):
        painter.fillRect(frame, theme().color("focus"))


def _set_desk_units(painter: QPainter, offset: QPoint, ratio: float) -> None:
    """Physical pixels of the desk as the painter's units, pages on whole pixels of the screen."""
    device = painter.deviceTransform()
    lost = QPointF(device.dx() - round(device.dx()), device.dy() - round(device.dy()))
    painter.scale(1 / ratio, 1 / ratio)
    painter.translate(QPointF(-offset.x(), -offset.y()) - lost)
