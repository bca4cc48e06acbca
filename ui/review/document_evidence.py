"""Evidence pinned to a document: the marks, how they are drawn, which one is under the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from reviewer.domain.ids import EvidenceId
from reviewer.i18n import gettext as _
from ui.review.document_layout import PageLayout, Rect
from ui.tokens import LIGHT, Token
from ui.widgets.labels import plain_tooltip

BADGE = 17.0
_SPACE = 7.0


class Tone(StrEnum):
    """What the criterion's answer makes of its evidence."""

    BAD = "bad"
    OK = "ok"
    NEUTRAL = "neutral"


_INK: dict[Tone, Token] = {Tone.BAD: "bad", Tone.OK: "ok", Tone.NEUTRAL: "accent"}
"""Pages are white in the light and in the dark theme, so the inks on them are the light theme's in both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One pin as the page shows it; page from 1, rect in points, quote is the applicant's text."""

    id: EvidenceId
    number: int
    page: int
    rect: Rect
    quote: str = ""
    tone: Tone = Tone.NEUTRAL
    focused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMark:
    """A mark with its box and its badge on the desk, in physical pixels."""

    mark: Mark
    box: QRectF
    badge: QRectF


def place_marks(marks: Sequence[Mark], layout: PageLayout, ratio: float) -> list[PlacedMark]:
    """Boxes and badges; badges stand left of their box, beside each other where they would meet."""
    placed: list[PlacedMark] = []
    size = BADGE * ratio
    for mark in marks:
        if not 1 <= mark.page <= len(layout):
            continue
        box = layout.on_desk(mark.page, mark.rect).adjusted(-2 * ratio, -ratio, 2 * ratio, ratio)
        left = max(box.left() - size - _SPACE * ratio, layout.rect(mark.page).left() - size / 2)
        top = box.top() if box.height() > 3 * size else box.center().y() - size / 2
        badge = QRectF(left, top, size, size)
        while any(badge.intersects(other.badge) for other in placed):
            badge.translate(-(size + 2 * ratio), 0)
        placed.append(PlacedMark(mark=mark, box=box, badge=badge))
    return placed


def find_mark(placed: Sequence[PlacedMark], at: QPointF) -> Mark | None:
    """The mark under a point of the desk; of several the smallest."""
    hits = [one for one in placed if one.box.contains(at) or one.badge.contains(at)]
    hits.sort(key=lambda one: (not one.badge.contains(at), one.box.width() * one.box.height()))
    return hits[0].mark if hits else None


def paint_marks(painter: QPainter, placed: Sequence[PlacedMark], ratio: float, font: QFont) -> None:
    """Draw the marks, focused ones last and stronger; font is the window's."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    number_font = QFont(font)
    number_font.setPixelSize(round(11 * ratio))
    number_font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(number_font)
    for one in sorted(placed, key=lambda one: one.mark.focused):
        _paint_mark(painter, one, ratio)


def _paint_mark(painter: QPainter, one: PlacedMark, ratio: float) -> None:
    ink = QColor(LIGHT[_INK[one.mark.tone]])
    wash = QColor(ink)
    wash.setAlpha(60 if one.mark.focused else 30)
    painter.setBrush(wash)
    painter.setPen(QPen(ink, (2.25 if one.mark.focused else 1.5) * ratio))
    painter.drawRoundedRect(one.box, 2.5 * ratio, 2.5 * ratio)
    halo = QColor("#ffffff")
    badge = one.badge
    if one.mark.focused:
        painter.setPen(Qt.PenStyle.NoPen)
        ring = QColor(ink)
        ring.setAlpha(70)
        painter.setBrush(ring)
        painter.drawEllipse(badge.adjusted(-3 * ratio, -3 * ratio, 3 * ratio, 3 * ratio))
    painter.setPen(QPen(halo, ratio))
    painter.setBrush(ink)
    painter.drawEllipse(badge)
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(one.mark.number))


def tooltip(mark: Mark) -> str:
    """Which criterion, and the quote as plain text."""
    title = _("Criterion {number}, page {page}").format(number=mark.number, page=mark.page)
    quote = mark.quote or _("Part of the page, without text")
    return plain_tooltip(f"{title}\n{quote}")
