"""The list of what a text may use; Return or a click puts it at the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewer.domain.template_texts import TextVariable
from reviewer.i18n import gettext as _
from ui.theme import S2, S3, FontRole, theme
from ui.tokens import Token
from ui.widgets.labels import one_line, plain_tooltip
from ui.widgets.painting import fill_box, text_width

_VARIABLE = Qt.ItemDataRole.UserRole
_ROW = 30
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_NAMES = 0.34
_EXAMPLES = 0.28
_ROOM_FOR_EXAMPLES = 520
"""What is narrower shows meanings whole and keeps the examples for the hint."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class VariableList(QListWidget):
    """Says what is to be inserted."""

    wanted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What this text may use"))
        self.setItemDelegate(_VariableDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._want)

    def show_variables(self, variables: Sequence[TextVariable]) -> None:
        """List these."""
        self.clear()
        for variable in variables:
            words = _("{name}: {meaning}, for example {example}").format(
                name=variable.name, meaning=variable.meaning, example=variable.example
            )
            item = QListWidgetItem(words)
            item.setData(_VARIABLE, variable)
            item.setToolTip(plain_tooltip(f"{variable.inserts}\n{variable.meaning}\n{variable.example}"))
            self.addItem(item)
        if variables:
            self.setCurrentRow(0)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in _ENTER and item is not None:
            self._want(item)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _want(self, item: QListWidgetItem) -> None:
        variable: TextVariable = item.data(_VARIABLE)
        self.wanted.emit(variable.inserts)


class _VariableDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, theme().px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        variable: TextVariable = index.data(_VARIABLE)
        area, state = QRect(option.rect), option.state
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            fill_box(painter, area.adjusted(4, 1, -4, -1), theme().color("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            fill_box(painter, area.adjusted(4, 1, -4, -1), theme().color("hover"))
        inside = area.adjusted(S3, 0, -S3, 0)
        roomy = inside.width() >= theme().px(_ROOM_FOR_EXAMPLES)
        names, examples = round(inside.width() * _NAMES), round(inside.width() * _EXAMPLES) if roomy else 0
        used = text_width(theme().font("strong"), variable.name)
        names = max(names, min(used, inside.width() // 2)) if used > names else names
        _write(painter, QRect(inside.x(), area.y(), names, area.height()), "strong", "accent", variable.name)
        middle = QRect(inside.x() + names + S2, area.y(), inside.width() - names - examples - 2 * S2, area.height())
        _write(painter, middle, "small", "text", variable.meaning)
        last = QRect(inside.right() - examples, area.y(), examples, area.height())
        _write(painter, last, "small", "dim", variable.example if roomy else "")
        painter.restore()


def _write(painter: QPainter, area: QRect, role: FontRole, token: Token, text: str) -> None:
    font = theme().font(role)
    painter.setFont(font)
    painter.setPen(theme().color(token))
    shown = QFontMetrics(font).elidedText(one_line(text), Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, _MIDDLE, shown)
