"""A word that opens a small menu of which one entry holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ui.icons import pixmap
from ui.theme import RADIUS_SMALL, FontRole, theme
from ui.tokens import Token
from ui.widgets.buttons import PaintedButton
from ui.widgets.labels import one_line, plain_tooltip
from ui.widgets.painting import fill_box, painter_for, ring

_PAD = 6
_ARROW = 14
_LONGEST_ENTRY = 60


class MenuButton(PaintedButton):
    """Shows the entry that holds; with one entry it is a plain word and opens nothing."""

    chosen = Signal(str)

    def __init__(
        self, name: str, *, role: FontRole = "small", tone: Token = "dim", parent: QWidget | None = None
    ) -> None:
        """Name is what screen readers call the choice."""
        super().__init__(parent)
        self._name = name
        self._tone: Token = tone
        self._options: tuple[tuple[str, str], ...] = ()
        self._value = ""
        self.setFont(theme().font(role))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)

    def show_options(self, options: Sequence[tuple[str, str]], value: str, shown: str = "") -> None:
        """Options are (value, label); shown stands in place of the chosen label."""
        self._options = tuple(options)
        self._value = value
        label = shown or next((label for one, label in self._options if one == value), "")
        self.setText(one_line(label))
        self.setAccessibleName(f"{self._name}: {self.text()}")
        several = len(self._options) > 1
        self.setCursor(Qt.CursorShape.PointingHandCursor if several else Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if several else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()
        self.update()

    def value(self) -> str:
        """What holds."""
        return self._value

    def open_menu(self) -> None:
        """Let the person choose, without waiting for it."""
        if len(self._options) < 2:
            return
        menu = QMenu(self)
        for value, label in self._options:
            action = menu.addAction(_entry(label))
            action.setCheckable(True)
            action.setChecked(value == self._value)
            action.triggered.connect(lambda _checked=False, value=value: self.chosen.emit(value))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + self._frame(), theme().px(24))

    def minimumSizeHint(self) -> QSize:
        shortest = self.fontMetrics().horizontalAdvance("mmm…") + self._frame()
        return QSize(min(shortest, self.sizeHint().width()), theme().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        several = len(self._options) > 1
        if several and (self.underMouse() or self.isDown()):
            fill_box(painter, self.rect(), theme().color("hover"), None, RADIUS_SMALL)
        painter.setFont(self.font())
        painter.setPen(theme().color(self._tone))
        room = self.width() - self._frame() + 1
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        self.setToolTip(plain_tooltip(self.text()) if shown != self.text() else "")
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRect(_PAD, 0, room + _PAD, self.height()), middle, shown)
        if several:
            side = theme().px(_ARROW)
            arrow = pixmap("chevron-down", "faint", side, self.devicePixelRatioF())
            painter.drawPixmap(self.width() - side - _PAD + 2, (self.height() - side) // 2 + 1, arrow)
        if self._has_keyboard_focus():
            ring(painter, self.rect(), RADIUS_SMALL)

    def _frame(self) -> int:
        arrow = theme().px(_ARROW) + 2 if len(self._options) > 1 else 0
        return 2 * _PAD + arrow


def _entry(label: str) -> str:
    line = one_line(label)
    short = line if len(line) <= _LONGEST_ENTRY else line[: _LONGEST_ENTRY - 1] + "…"
    return short.replace("&", "&&")
