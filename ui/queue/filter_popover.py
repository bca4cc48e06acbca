"""The small panel below the filter button: which groups, which defect, which language, in which order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from reviewer.domain.ids import CriterionKey
from reviewer.domain.letter import Language
from reviewer.domain.views import QueueOrder, QueueQuery
from reviewer.i18n import gettext as _
from ui.queue.listing import ALL_GROUPS, USUAL_GROUPS
from ui.queue.queue_words import group_name, language_name, order_name
from ui.theme import S1, S2, S3, S4, theme
from ui.widgets.labels import PlainLabel, one_line
from ui.widgets.painting import painter_for
from ui.widgets.sheet import Sheet

_WIDTH = 260
_SHADOW = 10


class FilterPopover(Sheet):
    """Each choice takes effect at once; Escape or a click beside it closes it."""

    chosen = Signal(object)

    def __init__(self, host: QWidget, query: QueueQuery, criteria: Sequence[tuple[CriterionKey, str]]) -> None:
        super().__init__(host, _("Filter the list"), width=_WIDTH)
        self._query = query
        self._below = QPoint()
        self.body.setContentsMargins(S4, S3, S4, S4)
        self.body.setSpacing(S1)
        self._groups = self._add_groups()
        self._lacking = self._add_choice(
            _("Lacking"), [("", _("Anything or nothing")), *criteria], str(query.lacking or ""), self._choose_lacking
        )
        languages = [(language.value, language_name(language)) for language in Language]
        self._language = self._add_choice(
            _("Language of letters"),
            [("", _("Any")), *languages],
            query.language.value if query.language else "",
            self._choose_language,
        )
        orders = [(order.value, order_name(order)) for order in QueueOrder]
        self._order = self._add_choice(_("Order"), orders, query.order.value, self._choose_order)

    def open_below(self, anchor: QWidget) -> None:
        """Open beneath a button, within the window."""
        self._below = anchor.mapTo(self._host, QPoint(0, anchor.height() + S1))
        self.open(self._groups[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        painter.setPen(Qt.PenStyle.NoPen)
        box = self._surface.geometry()
        for step in range(_SHADOW, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 9 if theme().dark else 4))
            painter.drawRoundedRect(box.adjusted(-step, -step + 3, step, step + 3), 12 + step, 12 + step)

    def _place(self) -> None:
        host = self._host
        self.setGeometry(host.rect())
        width = min(self._width, host.width() - 2 * S3)
        height = min(self.body.sizeHint().height(), host.height() - 2 * S3)
        left = min(self._below.x(), host.width() - width - S3)
        top = min(self._below.y(), host.height() - height - S3)
        self._surface.setGeometry(QRect(max(S3, left), max(S3, top), width, height))

    def _add_groups(self) -> list[QCheckBox]:
        self._add_caption(_("Show"))
        boxes = []
        for group in ALL_GROUPS:
            box = QCheckBox(group_name(group).replace("&", "&&"))
            box.setChecked(group in (self._query.groups or USUAL_GROUPS))
            box.toggled.connect(self._choose_groups)
            self.body.addWidget(box)
            boxes.append(box)
        return boxes

    def _add_choice(
        self, name: str, options: Sequence[tuple[str, str]], value: str, choose: Callable[[], None]
    ) -> QComboBox:
        self.body.addSpacing(S2)
        caption = self._add_caption(name)
        box = QComboBox()
        box.setAccessibleName(name)
        box.setMinimumWidth(0)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for own, label in options:
            box.addItem(one_line(label), str(own))
        box.setCurrentIndex(max(0, box.findData(value)))
        box.activated.connect(choose)
        caption.setBuddy(box)
        self.body.addWidget(box)
        return box

    def _add_caption(self, text: str) -> PlainLabel:
        caption = PlainLabel(text, role="tiny-strong", tone="faint")
        self.body.addWidget(caption)
        return caption

    def _choose_groups(self) -> None:
        wanted = tuple(group for group, box in zip(ALL_GROUPS, self._groups, strict=True) if box.isChecked())
        self._choose(replace(self._query, groups=() if wanted == USUAL_GROUPS else wanted))
        if not wanted:
            for group, box in zip(ALL_GROUPS, self._groups, strict=True):
                with QSignalBlocker(box):
                    box.setChecked(group in USUAL_GROUPS)

    def _choose_lacking(self) -> None:
        key = str(self._lacking.currentData())
        self._choose(replace(self._query, lacking=CriterionKey(key) if key else None))

    def _choose_language(self) -> None:
        value = str(self._language.currentData())
        self._choose(replace(self._query, language=Language(value) if value else None))

    def _choose_order(self) -> None:
        self._choose(replace(self._query, order=QueueOrder(str(self._order.currentData()))))

    def _choose(self, query: QueueQuery) -> None:
        self._query = query
        self.chosen.emit(query)
