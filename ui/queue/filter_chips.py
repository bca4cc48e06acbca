"""The active filters as chips: in sight, each taken off by a press."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.domain.ids import CriterionKey
from reviewer.domain.views import QueueOrder, QueueQuery
from reviewer.i18n import gettext as _
from ui.icons import pixmap
from ui.queue.flow_layout import FlowLayout
from ui.queue.queue_words import group_name, language_name, order_name
from ui.theme import S1, theme
from ui.widgets.buttons import PaintedButton
from ui.widgets.labels import one_line, plain_tooltip
from ui.widgets.painting import fill_box, painter_for, ring, text_width

_SIDE = 9
_CROSS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One active filter: what it says, and the query without it."""

    text: str
    without: QueueQuery


def make_chips(query: QueueQuery, title_of: Callable[[CriterionKey], str]) -> tuple[Chip, ...]:
    """The chips of a query, the search's own words left out; title_of names a criterion."""
    chips = [
        Chip(text=group_name(group), without=replace(query, groups=tuple(one for one in query.groups if one != group)))
        for group in query.groups
    ]
    if query.lacking is not None:
        text = _("Lacking: {criterion}").format(criterion=title_of(query.lacking))
        chips.append(Chip(text=text, without=replace(query, lacking=None)))
    if query.language is not None:
        chips.append(Chip(text=language_name(query.language), without=replace(query, language=None)))
    if query.order is not QueueOrder.OLDEST:
        chips.append(Chip(text=order_name(query.order), without=replace(query, order=QueueOrder.OLDEST)))
    return tuple(chips)


class FilterChips(QWidget):
    """A row of chips that takes no room while there is none."""

    chosen = Signal(object)
    clear_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Active filters"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self, S1)
        self._flow.setContentsMargins(0, 0, 0, S1)
        self.hide()

    def show_chips(self, chips: tuple[Chip, ...]) -> None:
        """Show these chips, and a way to be rid of all."""
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for chip in chips:
            button = _ChipButton(chip.text, _("Take off the filter: {filter}").format(filter=chip.text))
            button.clicked.connect(lambda _checked=False, query=chip.without: self.chosen.emit(query))
            self._flow.addWidget(button)
        if chips:
            clear = _ChipButton(_("Clear"), _("Clear all filters"), plain=True)
            clear.clicked.connect(self.clear_wanted)
            self._flow.addWidget(clear)
        self.setVisible(bool(chips))
        self.updateGeometry()


class _ChipButton(PaintedButton):
    def __init__(self, text: str, name: str, *, plain: bool = False) -> None:
        super().__init__()
        self._plain = plain
        self.setFont(theme().font("small"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(one_line(text))
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))

    def sizeHint(self) -> QSize:
        cross = 0 if self._plain else theme().px(_CROSS) + S1
        side = S1 + 2 if self._plain else _SIDE
        return QSize(text_width(self.font(), self.text()) + cross + 2 * side, theme().px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme().px(48)), theme().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = painter_for(self), theme()
        active = self.underMouse() or self.isDown()
        radius = self.height() / 2
        if not self._plain:
            fill_box(painter, self.rect(), look.color("accent_soft"), look.color("accent") if active else None, radius)
        elif active:
            fill_box(painter, self.rect(), look.color("hover"), None, radius)
        side = S1 + 2 if self._plain else _SIDE
        room = self.width() - 2 * side
        if not self._plain:
            cross = look.px(_CROSS)
            room -= cross + S1
            picture = pixmap("x", "accent", cross, self.devicePixelRatioF())
            painter.drawPixmap(self.width() - side + 1 - cross, (self.height() - cross) // 2, picture)
        painter.setFont(self.font())
        painter.setPen(look.color("accent"))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room + 1)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRect(side, 0, room + 2, self.height()), middle, shown)
        if self._has_keyboard_focus():
            ring(painter, self.rect(), radius)
