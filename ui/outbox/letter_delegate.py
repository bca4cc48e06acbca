"""Paints one line of the outbox: state, recipient, time, kind and reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.domain.letter import LetterState
from reviewer.domain.views import LetterRow
from reviewer.i18n import gettext as _
from ui.icons import pixmap
from ui.outbox.letter_groups import GroupHead
from ui.outbox.letter_model import EDITED
from ui.outbox.letter_words import name_of, second_line, state_icon, state_title, time_words
from ui.theme import S1, S2, S3, S4, FontRole, theme
from ui.tokens import Token
from ui.widgets.headed_model import ENTRY
from ui.widgets.labels import one_line
from ui.widgets.painting import row_ground, text_width

_ROW = 56
_HEAD = 34
_ICON = 18
_LOUD = frozenset({LetterState.FAILED, LetterState.IN_DOUBT, LetterState.HELD})
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class LetterDelegate(QStyledItemDelegate):
    """Text from strangers is drawn as text, on one line."""

    def __init__(self, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        is_head = isinstance(index.data(ENTRY), GroupHead)
        return QSize(0, theme().px(_HEAD if is_head else _ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        entry, area = index.data(ENTRY), QRect(option.rect)
        if isinstance(entry, GroupHead):
            _paint_head(painter, area, entry)
        elif isinstance(entry, LetterRow):
            state: QStyle.StateFlag = option.state
            row_ground(painter, area, state)
            _paint_letter(painter, area, entry, self._clock(), edited=bool(index.data(EDITED)))
        painter.restore()


def _paint_head(painter: QPainter, area: QRect, head: GroupHead) -> None:
    words = _("{state} · {count}").format(state=state_title(head.state), count=head.count)
    painter.setFont(theme().font("tiny-strong"))
    painter.setPen(theme().color("faint"))
    painter.drawText(area.adjusted(S4, S2, -S4, 0), _MIDDLE, words)


def _paint_letter(painter: QPainter, area: QRect, row: LetterRow, now: datetime, *, edited: bool) -> None:
    side = theme().px(_ICON)
    name, token = state_icon(row.state)
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(QPointF(area.x() + S4, area.y() + theme().px(11)), pixmap(name, token, side, ratio))
    left = area.x() + S4 + side + S3 - 2
    line = theme().px(20)
    top = QRect(left, area.y() + theme().px(9), area.right() - S4 - left, line)
    time = time_words(row, now)
    room = text_width(theme().font("small-digits"), time)
    _write(painter, top, "small-digits", "dim", time, right=True)
    if edited:
        at = QPointF(top.right() - room - S2 - theme().px(14), top.y() + (line - theme().px(14)) / 2)
        painter.drawPixmap(at, pixmap("pencil", "accent", theme().px(14), ratio))
        room += theme().px(14) + S2
    _write(painter, top.adjusted(0, 0, -room - S3, 0), "strong", "text", name_of(row))
    below = top.translated(0, line - S1 + 2)
    loud: Token = token if row.state in _LOUD else "dim"
    _write(painter, below, "small", loud, second_line(row))


def _write(painter: QPainter, area: QRect, role: FontRole, token: Token, text: str, *, right: bool = False) -> None:
    font = theme().font(role)
    painter.setFont(font)
    painter.setPen(theme().color(token))
    shown = QFontMetrics(font).elidedText(one_line(text), Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, _MIDDLE | (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft), shown)
