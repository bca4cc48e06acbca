"""Paints one line of the follow-up: name, days, and what stands behind them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.followup.followup_words import name_of, part_title, second_line, time_words
from ui.followup.people_model import Head, PeopleModel, Person
from ui.theme import S2, S3, FontRole, theme
from ui.tokens import Token
from ui.widgets.headed_model import ENTRY
from ui.widgets.labels import one_line
from ui.widgets.painting import row_ground, text_width

_ROW = 52
_HEAD = 34
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class PeopleDelegate(QStyledItemDelegate):
    """Text from strangers is drawn as text, on one line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, theme().px(_HEAD if isinstance(index.data(ENTRY), Head) else _ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        entry, area, model = index.data(ENTRY), QRect(option.rect), index.model()
        if isinstance(entry, Head):
            painter.setFont(theme().font("tiny-strong"))
            painter.setPen(theme().color("faint"))
            painter.drawText(area.adjusted(S3, S2, -S3, 0), _MIDDLE, part_title(entry.part, entry.count))
        elif isinstance(entry, Person) and isinstance(model, PeopleModel):
            state: QStyle.StateFlag = option.state
            if not model.active:
                state &= ~QStyle.StateFlag.State_Selected
            row_ground(painter, area, state, quiet="hover")
            _paint_person(painter, area, entry, model)
        painter.restore()


def _paint_person(painter: QPainter, area: QRect, person: Person, model: PeopleModel) -> None:
    row, part, today = person.row, person.part, model.today
    line = theme().px(19)
    top = QRect(area.x() + S3, area.y() + theme().px(7), area.width() - 2 * S3, line)
    time, token = time_words(row, part, today)
    room = text_width(theme().font("small-digits"), time)
    _write(painter, top, "small-digits", token, time, right=True)
    _write(painter, top.adjusted(0, 0, -room - S2, 0), "strong", "text", name_of(row))
    _write(painter, top.translated(0, line - 1), "small", "dim", second_line(row, part, today))


def _write(painter: QPainter, area: QRect, role: FontRole, token: Token, text: str, *, right: bool = False) -> None:
    font = theme().font(role)
    painter.setFont(font)
    painter.setPen(theme().color(token))
    shown = QFontMetrics(font).elidedText(one_line(text), Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, _MIDDLE | (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft), shown)
