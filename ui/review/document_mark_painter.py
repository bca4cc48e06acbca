"""How pins look: one light wash a place, a frame around what the focused criterion pins, a bar beside the others'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import floor, hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from ui.review.document_evidence import Mark, mark_ink
from ui.review.document_mark_places import PlacedMark
from ui.tokens import LIGHT

_ROUND = 2.5
_PAPER = QColor(LIGHT["page"])
_LIT_WASH = 0.24
_FOCUSED_WASH, _OTHER_WASH = 0.15, 0.08
_FOCUSED_PROPOSED_WASH, _PROPOSED_WASH = 0.05, 0.0
_DASHES = [3.0, 2.5]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkShape:
    """What is drawn of the marks of one look on one page, in physical pixels of the desk."""

    wash: QColor
    area: QPainterPath
    frame: QPainterPath
    pen: QPen
    bars: tuple[QRectF, ...]
    ink: QColor
    bounds: QRectF


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeShape:
    """One badge; solid for the focused criterion, hollow for what is only proposed."""

    rect: QRectF
    words: str
    ink: QColor
    focused: bool
    proposed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkDrawing:
    """All that is drawn of a document's marks, found whenever they are placed; painting only paints."""

    shapes: tuple[MarkShape, ...] = ()
    badges: tuple[BadgeShape, ...] = field(default=())


def draw_marks(placed: Sequence[PlacedMark], ratio: float) -> MarkDrawing:
    """The shapes: where criteria overlap, only the strongest washes the words."""
    ranked = sorted((one for one in placed if one.rows), key=lambda one: (one.mark.page, _rank(one.mark)))
    return MarkDrawing(shapes=tuple(_make_shapes(ranked, ratio)), badges=tuple(_make_badges(placed)))


def _rank(mark: Mark) -> tuple[bool, bool, bool, int, str]:
    return (not mark.lit, not mark.focused, mark.proposed, mark.number, mark.tone)


def _make_shapes(ranked: Sequence[PlacedMark], ratio: float) -> Iterator[MarkShape]:
    page, covered = 0, list[QRectF]()
    for (here, _rank_of), marks in groupby(ranked, key=lambda one: (one.mark.page, _rank(one.mark))):
        if here != page:
            page, covered = here, []
        group = list(marks)
        rows = [row for one in group for row in one.rows]
        area = _around(rows, ratio)
        washed = [row for row in covered if any(row.intersects(own) for own in rows)]
        free = area.subtracted(_around(washed, ratio)) if washed else area
        covered += rows
        first = group[0].mark
        ink = QColor(mark_ink(first))
        framed = first.focused or first.lit or first.proposed
        yield MarkShape(
            wash=_mixed(ink, _share(first)),
            area=free,
            frame=area if framed else QPainterPath(),
            pen=_pen(first, ink, ratio),
            bars=() if framed else tuple(bar for one in group for bar in one.bars),
            ink=_mixed(ink, 0.8),
            bounds=area.boundingRect().adjusted(-4 * ratio, -4 * ratio, 4 * ratio, 4 * ratio),
        )


def _share(mark: Mark) -> float:
    """How much of its ink a mark's wash has; the words below keep a contrast of 7 to 1 in all of them."""
    if mark.lit:
        return _LIT_WASH
    if mark.proposed:
        return _FOCUSED_PROPOSED_WASH if mark.focused else _PROPOSED_WASH
    return _FOCUSED_WASH if mark.focused else _OTHER_WASH


def _pen(mark: Mark, ink: QColor, ratio: float) -> QPen:
    width = 2.0 if mark.lit else 1.25 if mark.focused else 1.0
    pen = QPen(ink if mark.lit or mark.focused else _mixed(ink, 0.6), width * ratio)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if mark.proposed:
        pen.setDashPattern(_DASHES)
    return pen


def _around(rows: Sequence[QRectF], ratio: float) -> QPainterPath:
    """One outline around rows that meet, its corners rounded, its edges on the screen's pixels."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for row in rows:
        corners = [QPointF(floor(one.x()) + 0.5, floor(one.y()) + 0.5) for one in (row.topLeft(), row.bottomRight())]
        path.addRect(QRectF(*corners))
    rounded = QPainterPath()
    for polygon in path.simplified().toSubpathPolygons():
        _add_rounded(rounded, polygon, _ROUND * ratio)
    return rounded


def _add_rounded(path: QPainterPath, polygon: QPolygonF, radius: float) -> None:
    points = _corners(polygon)
    for index, corner in enumerate(points):
        before, after = points[index - 1], points[(index + 1) % len(points)]
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        if index:
            path.lineTo(start)
        else:
            path.moveTo(start)
        path.quadTo(corner, end)
    if points:
        path.closeSubpath()


def _corners(polygon: QPolygonF) -> list[QPointF]:
    """The polygon's points without those on a straight line or told twice."""
    points = [polygon.at(index) for index in range(polygon.size())]
    if len(points) > 1 and points[0] == points[-1]:
        points.pop()
    return [
        here
        for index, here in enumerate(points)
        if not _in_line(points[index - 1], here, points[(index + 1) % len(points)])
    ]


def _in_line(before: QPointF, here: QPointF, after: QPointF) -> bool:
    return before.x() == here.x() == after.x() or before.y() == here.y() == after.y()


def _towards(corner: QPointF, other: QPointF, radius: float) -> QPointF:
    length = hypot(other.x() - corner.x(), other.y() - corner.y())
    return corner if not length else corner + (other - corner) * min(0.5, radius / length)


def _make_badges(placed: Sequence[PlacedMark]) -> Iterator[BadgeShape]:
    """One a place: where marks share it, solid when any of them is pinned."""
    found: dict[tuple[float, float, int], PlacedMark] = {}
    for one in placed:
        key = (one.badge.x(), one.badge.y(), one.mark.number)
        if not one.badge.isEmpty() and (key not in found or found[key].mark.proposed):
            found[key] = one
    for one in found.values():
        mark = one.mark
        yield BadgeShape(
            rect=one.badge,
            words=str(mark.number),
            ink=QColor(mark_ink(mark)),
            focused=mark.focused,
            proposed=mark.proposed,
        )


def paint_marks(painter: QPainter, drawing: MarkDrawing, ratio: float, visible: QRectF, font: QFont) -> None:
    """Paint what is visible; font is the window's."""
    shapes = [shape for shape in drawing.shapes if shape.bounds.intersects(visible)]
    badges = [badge for badge in drawing.badges if badge.rect.intersects(visible)]
    if not shapes and not badges:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for shape in shapes:
        painter.fillPath(shape.area, shape.wash)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    for shape in reversed(shapes):
        for bar in shape.bars:
            painter.fillRect(bar, shape.ink)
        if not shape.frame.isEmpty():
            painter.strokePath(shape.frame, shape.pen)
    _paint_badges(painter, badges, ratio, font)


def _paint_badges(painter: QPainter, badges: Sequence[BadgeShape], ratio: float, font: QFont) -> None:
    number_font = QFont(font)
    number_font.setWeight(QFont.Weight.DemiBold)
    for badge in badges:
        solid = badge.focused and not badge.proposed
        number_font.setPixelSize(max(1, round(0.66 * badge.rect.height())))
        painter.setFont(number_font)
        pen = QPen(badge.ink, (1.5 if badge.focused else 1.0) * ratio)
        if badge.proposed:
            pen.setDashPattern([2.2, 1.8])
        painter.setPen(pen)
        painter.setBrush(badge.ink if solid else _PAPER if badge.proposed else _mixed(badge.ink, 0.12))
        half = pen.widthF() / 2
        painter.drawEllipse(badge.rect.adjusted(half, half, -half, -half))
        painter.setPen(_PAPER if solid else badge.ink)
        painter.drawText(badge.rect, Qt.AlignmentFlag.AlignCenter, badge.words)


def _mixed(ink: QColor, share: float) -> QColor:
    """An ink on paper, so much of it."""
    parts = ((round(255 + (part - 255) * share)) for part in (ink.red(), ink.green(), ink.blue()))
    return QColor(*parts)
