"""The rail at the left: one icon a place, with how much waits there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from ui.icons import pixmap
from ui.theme import RAIL_WIDTH, S1, S3, theme
from ui.tokens import Token
from ui.widgets.badges import paint_badge
from ui.widgets.buttons import PaintedButton
from ui.widgets.labels import plain_tooltip
from ui.widgets.painting import fill_box, painter_for, ring

_SIDE = 40


class RailButton(PaintedButton):
    """One place; its label is tooltip and accessible name, its count a badge."""

    def __init__(self, icon: str, label: str, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._label = label
        self._key = key
        self._count = 0
        self.setCheckable(True)
        self.setFixedSize(theme().px(_SIDE), theme().px(_SIDE))
        self._name()

    @property
    def count(self) -> int:
        """How much waits there."""
        return self._count

    def set_count(self, count: int) -> None:
        """Show how much waits there; nothing at 0."""
        self._count = count
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_SIDE), theme().px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        if self.isChecked():
            fill_box(painter, self.rect(), theme().color("accent_soft"))
        elif self.underMouse():
            fill_box(painter, self.rect(), theme().color("hover"))
        size = theme().px(20)
        offset = (self.width() - size) // 2
        tone: Token = "accent" if self.isChecked() else "dim"
        painter.drawPixmap(QPoint(offset, offset), pixmap(self._icon_name, tone, size, self.devicePixelRatioF()))
        if self._count:
            paint_badge(painter, QPointF(self.width(), 1), self._count)
        if self.hasFocus():
            ring(painter, self.rect())

    def _name(self) -> None:
        name = self._label
        if self._count:
            waits = ngettext("{place}, {count} waits", "{place}, {count} wait", self._count)
            name = waits.format(place=self._label, count=self._count)
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(f"{name}  ({self._key})" if self._key else name))


class Rail(QWidget):
    """Shows exactly one place as current; places hidden from it are absent for keyboard and screen reader too."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Places"))
        self.setFixedWidth(theme().px(RAIL_WIDTH))
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._top = QVBoxLayout()
        self._foot = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, S3, 0, S3)
        for part in (self._top, self._foot):
            part.setSpacing(S1)
        layout.addLayout(self._top)
        layout.addStretch(1)
        layout.addLayout(self._foot)

    def add(self, name: str, icon: str, label: str, key: str = "", *, at_foot: bool = False) -> RailButton:
        """Add a place below the others."""
        button = RailButton(icon, label, key, self)
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._buttons[name] = button
        self._group.addButton(button)
        (self._foot if at_foot else self._top).addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button

    def button(self, name: str) -> RailButton:
        """The button of a place; KeyError for an unknown one."""
        return self._buttons[name]

    def show_current(self, name: str) -> None:
        """Mark the place people see."""
        self._buttons[name].setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        painter.fillRect(self.rect(), theme().color("bg"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme().color("line"))
