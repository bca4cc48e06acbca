"""The outbox's filters: one chip each, with how many letters it shows."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from reviewer.i18n import gettext as _
from ui.outbox.letter_groups import MOST_OVER, Filter
from ui.theme import S1, S2, theme
from ui.tokens import Token
from ui.widgets.buttons import PaintedButton
from ui.widgets.painting import fill_box, painter_for, ring, text_width

_HEIGHT = 26
_SIDE = 10
_LIMITED = frozenset({Filter.SENT, Filter.CANCELLED})


def filter_name(wanted: Filter) -> str:
    """A filter in a word."""
    match wanted:
        case Filter.ALL:
            return _("All")
        case Filter.TROUBLE:
            return _("Needs you")
        case Filter.WAITING:
            return _("Waiting")
        case Filter.SENT:
            return _("Sent")
        case Filter.CANCELLED:
            return _("Taken back")


class _Chip(PaintedButton):
    def __init__(self, wanted: Filter, parent: QWidget) -> None:
        super().__init__(parent)
        self.wanted = wanted
        self.setCheckable(True)
        self._count = ""
        self.set_count(0)

    def set_count(self, count: int) -> None:
        limited = self.wanted in _LIMITED and count >= MOST_OVER
        self._count = _("{count}+").format(count=count) if limited else str(count)
        self.setText(filter_name(self.wanted))
        self.setAccessibleName(_("{filter}, {count}").format(filter=self.text(), count=self._count))
        self.update()

    def sizeHint(self) -> QSize:
        words = text_width(theme().font("small-strong"), self.text())
        digits = text_width(theme().font("small-digits"), self._count)
        return QSize(words + S1 + 2 + digits + 2 * theme().px(_SIDE), theme().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        chosen, over = self.isChecked(), self.underMouse()
        ground: Token = "accent_soft" if chosen else "hover" if over else "bg"
        edge = theme().color("line") if not chosen else None
        fill_box(painter, self.rect(), theme().color(ground), edge, self.height() / 2)
        words = text_width(theme().font("small-strong"), self.text())
        left = theme().px(_SIDE)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setFont(theme().font("small-strong" if chosen else "small"))
        painter.setPen(theme().color("accent" if chosen else "text"))
        painter.drawText(QRect(left, 0, words + 2, self.height()), middle, self.text())
        used = text_width(painter.font(), self.text())
        painter.setFont(theme().font("small-digits"))
        painter.setPen(theme().color("accent" if chosen else "faint"))
        painter.drawText(QRect(left + used + S1 + 2, 0, self.width(), self.height()), middle, self._count)
        if self.hasFocus():
            ring(painter, self.rect(), self.height() / 2)


class FilterChips(QWidget):
    """Exactly one filter is chosen; chips flow into a second line when the first is full."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Which letters"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self._chips = [_Chip(wanted, self) for wanted in Filter]
        for chip in self._chips:
            self._group.addButton(chip)
            chip.clicked.connect(lambda _checked=False, chip=chip: self.chosen.emit(chip.wanted))
        self._chips[0].setChecked(True)

    def set_counts(self, counts: Mapping[Filter, int]) -> None:
        """Say how many letters each filter shows; one without letters is hidden unless it is chosen."""
        for chip in self._chips:
            count = counts.get(chip.wanted, 0)
            chip.set_count(count)
            chip.setVisible(bool(count) or chip.wanted is Filter.ALL or chip.isChecked())
        self._flow(self.width(), place=True)
        self.updateGeometry()

    def value(self) -> Filter:
        """The chosen filter."""
        return next(chip.wanted for chip in self._chips if chip.isChecked())

    def choose(self, wanted: Filter) -> None:
        """Choose a filter as a click does."""
        next(chip for chip in self._chips if chip.wanted is wanted).click()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow(width, place=False)

    def sizeHint(self) -> QSize:
        width = self.width() or theme().px(320)
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow(self.width(), place=True)

    def _flow(self, width: int, *, place: bool) -> int:
        """The height that the chips take at a width; with place they go there."""
        at = QPoint(0, 0)
        for chip in self._chips:
            if chip.isHidden():
                continue
            size = chip.sizeHint()
            if at.x() and at.x() + size.width() > width:
                at = QPoint(0, at.y() + size.height() + S1 + 2)
            if place:
                chip.setGeometry(QRect(at, size))
            at += QPoint(size.width() + S2 - 2, 0)
        return at.y() + theme().px(_HEIGHT)
