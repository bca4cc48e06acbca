"""The list of sections beside the settings: leads to a section and shows which one is being read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from reviewer.i18n import gettext as _
from ui.icons import pixmap
from ui.settings.section import Section
from ui.theme import S1, S3, S4, theme
from ui.tokens import Token
from ui.widgets.buttons import PaintedButton
from ui.widgets.labels import PlainLabel
from ui.widgets.painting import fill_box, painter_for, ring, text_width
from ui.widgets.panels import Panel

_WIDTH = 232


class _Link(PaintedButton):
    def __init__(self, section: Section, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = section.icon
        self.setCheckable(True)
        self.setText(section.title)
        self.setAccessibleName(section.title)
        self.setFont(theme().font("strong"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(text_width(self.font(), self.text()) + theme().px(60), theme().px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        if self.isChecked():
            fill_box(painter, self.rect(), theme().color("accent_soft"))
        elif self.underMouse():
            fill_box(painter, self.rect(), theme().color("hover"))
        side = theme().px(18)
        top = (self.height() - side) // 2
        tone: Token = "accent" if self.isChecked() else "dim"
        painter.drawPixmap(QPoint(S3, top), pixmap(self._icon_name, tone, side, self.devicePixelRatioF()))
        painter.setPen(theme().color("text"))
        left = S3 + side + S3
        area = QRect(left, 0, self.width() - left - S1, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.text())
        if self._has_keyboard_focus():
            ring(painter, self.rect())


class SectionList(Panel):
    """Exactly one section is current; arrows move it."""

    chosen = Signal(str)

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__("r")
        self.setAccessibleName(_("Sections"))
        self.setFixedWidth(theme().px(_WIDTH))
        self._names = [section.name for section in sections]
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(S3, S4, S3, S3)
        column.setSpacing(S1)
        title = PlainLabel(_("Settings"), role="title")
        title.setContentsMargins(S3, 0, 0, S3)
        column.addWidget(title)
        for number, section in enumerate(sections):
            link = _Link(section, self)
            self._group.addButton(link, number)
            column.addWidget(link)
        column.addStretch(1)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._names[number]))

    def current(self) -> str:
        """The section that is marked."""
        return self._names[self._group.checkedId()]

    def mark(self, name: str) -> None:
        """Mark a section without telling anybody."""
        self._group.button(self._names.index(name)).setChecked(True)
