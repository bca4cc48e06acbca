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
    UNSURE = "unsure"


_INK: dict[Tone, Token] = {Tone.BAD: "bad", Tone.OK: "ok", Tone.NEUTRAL: "accent", Tone.UNSURE: "warn"}
"""Pages are white in the light and in the dark theme, so the inks on them are the light theme's in both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One pin as the page shows it; page from 1, rect in points, quote is the applicant's text.

    A proposed one is nobody's pin yet and drawn hollow; lit is the one somebody asked for. Number 0 has no badge.
    """

    id: EvidenceId
    number: int
    page: int
    rect: Rect
    quote: str = ""
    tone: Tone = Tone.NEUTRAL
    focused: bool = False
    proposed: bool = False
    lit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMark:
    """A mark with its box and its badge on the desk, in physical pixels."""

    mark: Mark
    box: QRectF
    badge: QRectF


def place_marks(marks: Sequence[Mark], layout: PageLayout, ratio: float) -> list[PlacedMark]:
    """Boxes and badges; badges stand where their words begin, beside each other where they would meet."""
    placed: list[PlacedMark] = []
    for mark in marks:
        if not 1 <= mark.page <= len(layout):
            continue
        box = layout.on_desk(mark.page, mark.rect).adjusted(-2 * ratio, -ratio, 2 * ratio, ratio)
        badge, aside = _place_badge(box, QRectF(layout.rect(mark.page)), layout.turn, ratio)
        while any(badge.intersects(other.badge) for other in placed):
            badge.translate(aside)
        placed.append(PlacedMark(mark=mark, box=box, badge=badge))
    return placed


def _place_badge(box: QRectF, page: QRectF, turn: int, ratio: float) -> tuple[QRectF, QPointF]:
    """Where a line of words begins, however the page is turned, and the way to go where a badge is already."""
    size, space = BADGE * ratio, _SPACE * ratio
    long = (box.height() if turn % 2 == 0 else box.width()) > 3 * size
    away = size + 2 * ratio
    if turn % 2 == 0:
        left = max(box.left() - size - space, page.left() - size / 2)
        right = min(box.right() + space, page.right() - size / 2)
        top = box.top() if long and not turn else box.bottom() - size if long else box.center().y() - size / 2
        return QRectF(right if turn else left, top, size, size), QPointF(away if turn else -away, 0)
    above = max(box.top() - size - space, page.top() - size / 2)
    below = min(box.bottom() + space, page.bottom() - size / 2)
    across = box.center().x() - size / 2 if not long else box.right() - size if turn == 1 else box.left()
    return QRectF(across, above if turn == 1 else below, size, size), QPointF(0, -away if turn == 1 else away)


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
    for one in sorted(placed, key=lambda one: (not one.mark.proposed, one.mark.focused, one.mark.lit)):
        _paint_mark(painter, one, ratio)


def _paint_mark(painter: QPainter, one: PlacedMark, ratio: float) -> None:
    mark, ink = one.mark, QColor(LIGHT[_INK[one.mark.tone]])
    if mark.lit:
        painter.setPen(QPen(_faded(ink, 90), 4 * ratio))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(one.box.adjusted(-4 * ratio, -4 * ratio, 4 * ratio, 4 * ratio), 5 * ratio, 5 * ratio)
    wash = (26 if mark.focused else 0) if mark.proposed else (60 if mark.focused else 30)
    painter.setBrush(_faded(ink, wash + (30 if mark.lit else 0)))
    painter.setPen(_outline(mark, ink, ratio))
    painter.drawRoundedRect(one.box, 2.5 * ratio, 2.5 * ratio)
    if mark.number:
        _paint_badge(painter, one, ink, ratio)


def _outline(mark: Mark, ink: QColor, ratio: float) -> QPen:
    pen = QPen(ink, (2.25 if mark.focused else 1.5) * ratio)
    if mark.proposed:
        pen.setWidthF((1.75 if mark.focused else 1.25) * ratio)
        pen.setDashPattern([3.2, 2.4])
    return pen


def _paint_badge(painter: QPainter, one: PlacedMark, ink: QColor, ratio: float) -> None:
    badge = one.badge
    if one.mark.focused:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_faded(ink, 70))
        painter.drawEllipse(badge.adjusted(-3 * ratio, -3 * ratio, 3 * ratio, 3 * ratio))
    halo = QColor("#ffffff")
    if one.mark.proposed:
        painter.setPen(QPen(ink, 1.25 * ratio))
        painter.setBrush(halo)
        painter.drawEllipse(badge.adjusted(ratio, ratio, -ratio, -ratio))
        painter.setPen(ink)
    else:
        painter.setPen(QPen(halo, ratio))
        painter.setBrush(ink)
        painter.drawEllipse(badge)
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(one.mark.number))


def _faded(ink: QColor, alpha: int) -> QColor:
    faded = QColor(ink)
    faded.setAlpha(alpha)
    return faded


def mark_ink(mark: Mark) -> str:
    """The colour of a mark, on pages, which are white in the light and in the dark theme."""
    return LIGHT[_INK[mark.tone]]


def tooltip(mark: Mark) -> str:
    """Which criterion, and the quote as plain text."""
    form = _("Criterion {number}, page {page}")
    if not mark.number:
        form = _("Page {page}")
    elif mark.proposed:
        form = _("Criterion {number}, page {page}, proposed by the pre-check")
    title = form.format(number=mark.number, page=mark.page)
    quote = mark.quote or _("Part of the page, without text")
    return plain_tooltip(f"{title}\n{quote}")
