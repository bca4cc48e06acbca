"""Paints the lines of the queue: headings, rows, and faint bars for rows that are still to come."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.domain.applicant import Answer
from reviewer.domain.findings import Verdict
from reviewer.domain.views import QueueRow
from ui.queue.listing import Heading
from ui.queue.model import QueueModel
from ui.queue.queue_words import heading_words, row_title, state_words
from ui.theme import S2, S4, FontRole, Theme, theme
from ui.tokens import Token
from ui.widgets.labels import one_line
from ui.widgets.marks import MARK_SIDE, Mark, marks_width, paint_marks
from ui.widgets.painting import fill_box, ring

ROW_HEIGHT = 52
HEADING_HEIGHT = 32
_BAR = 3
_PAD = 8
_DOT = 6
_MARKS = {Answer.OPEN: Mark.OPEN, Answer.FINE: Mark.FINE, Answer.LACKING: Mark.LACKING}
_PROPOSED = {
    Verdict.FINE: Mark.PROPOSED_FINE,
    Verdict.LACKING: Mark.PROPOSED_LACKING,
    Verdict.UNSURE: Mark.UNSURE,
}
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class RowDelegate(QStyledItemDelegate):
    """Paints plain text only, whatever strangers wrote; trailing is the room kept free at the right."""

    trailing = S4

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, theme().px(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        if not isinstance(model, QueueModel):
            return
        line = model.line(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        if isinstance(line, Heading):
            _paint_heading(painter, area, line)
        else:
            _paint_ground(painter, area, option.state)
            inner = area.adjusted(S4, theme().px(_PAD), -self.trailing, -theme().px(_PAD))
            if line is None:
                _paint_coming(painter, inner)
            else:
                _paint_row(painter, inner, line, model.today(), later=model.is_later(line.key))
        painter.restore()


def _paint_heading(painter: QPainter, area: QRect, heading: Heading) -> None:
    place = area.adjusted(S4, 0, -S4, -theme().px(4))
    bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
    _draw(painter, place, heading_words(heading.group, heading.count), "tiny-strong", "faint", bottom | _LEFT)


def _paint_ground(painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
    look = theme()
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(area, look.color("accent_soft"))
        painter.fillRect(QRect(area.left(), area.top(), _BAR, area.height()), look.color("accent"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, look.color("hover"))
    if state & QStyle.StateFlag.State_HasFocus:
        ring(painter, area, 4)


def _paint_row(painter: QPainter, inner: QRect, row: QueueRow, today: date, *, later: bool) -> None:
    half = inner.height() // 2
    upper = QRect(inner.left(), inner.top(), inner.width(), half)
    lower = QRect(inner.left(), inner.bottom() + 1 - half, inner.width(), half)
    title, id = row_title(row), one_line(row.id)
    right = _paint_id(painter, upper, "" if id == title else id)
    if row.unsaved:
        right -= _DOT + S2
        _paint_dot(painter, QRectF(right + 2, upper.center().y() - _DOT / 2 + 1, _DOT, _DOT))
    upper.setRight(right - S2)
    _draw(painter, upper, title, "strong", "dim" if later else "text", _MIDDLE | _LEFT)
    marks = marks_of(row)
    width = marks_width(len(marks))
    top = lower.center().y() + 1 - theme().px(MARK_SIDE) // 2
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(lower.right() + 1 - width, top, _marks_picture(marks, theme(), ratio))
    lower.setRight(lower.right() - width - S2)
    words = state_words(row, today, later=later)
    if _width("small-digits", words) > lower.width():
        words = state_words(row, today, later=later, short=True)
    _draw(painter, lower, words, "small-digits", "faint", _MIDDLE | _LEFT)


def marks_of(row: QueueRow) -> tuple[Mark, ...]:
    """One mark a criterion: what was answered, or hollow what is proposed for it."""
    proposals = row.proposals if len(row.proposals) == len(row.marks) else (None,) * len(row.marks)
    return tuple(
        _PROPOSED[proposal] if answer is Answer.OPEN and proposal is not None else _MARKS[answer]
        for answer, proposal in zip(row.marks, proposals, strict=True)
    )


def _paint_id(painter: QPainter, area: QRect, id: str) -> int:
    """Paint the ID at the right, over at most half of the line; gives its left edge."""
    if not id:
        return area.right()
    width = min(_width("small-digits", id), area.width() // 2)
    place = QRect(area.right() + 1 - width, area.top(), width, area.height())
    _draw(painter, place, id, "small-digits", "faint", _MIDDLE | _RIGHT)
    return place.left()


def _paint_dot(painter: QPainter, place: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("warn"))
    painter.drawEllipse(place)


def _paint_coming(painter: QPainter, inner: QRect) -> None:
    height = theme().px(8)
    faint = QColor(theme().color("line"))
    widths = (inner.width() * 45 // 100, inner.width() * 30 // 100)
    for width, top in zip(widths, (inner.top() + theme().px(5), inner.bottom() - theme().px(12)), strict=True):
        fill_box(painter, QRect(inner.left(), top, width, height), faint, None, height / 2)


def _draw(painter: QPainter, area: QRect, text: str, role: FontRole, tone: Token, flags: Qt.AlignmentFlag) -> None:
    font, metrics = _type(role, theme())
    painter.setFont(font)
    painter.setPen(theme().color(tone))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, flags, shown)


def _width(role: FontRole, text: str) -> int:
    return ceil(_type(role, theme())[1].horizontalAdvance(text))


@lru_cache(maxsize=16)
def _type(role: FontRole, look: Theme) -> tuple[QFont, QFontMetricsF]:
    """A font and its measures, made once for each appearance."""
    font = look.font(role)
    return font, QFontMetricsF(font)


@lru_cache(maxsize=512)
def _marks_picture(marks: tuple[Mark, ...], look: Theme, ratio: float) -> QPixmap:
    """The row of marks as a picture, one for each appearance."""
    width, height = marks_width(len(marks)), look.px(MARK_SIDE)
    picture = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_marks(painter, QPointF(0, 0), marks)
    painter.end()
    return picture
