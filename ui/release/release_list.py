"""The list of a batch: a box, a name and what stands against it, one letter a row."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewer.i18n import gettext as _
from ui.icons import pixmap
from ui.release.release_item import ReleaseItem, Stage
from ui.release.release_words import second_line, spoken
from ui.theme import RADIUS_SMALL, S2, S3, FontRole, theme
from ui.tokens import Token
from ui.widgets.labels import one_line
from ui.widgets.painting import fill_box, row_ground

_ITEM = Qt.ItemDataRole.UserRole
_ROW = 52
_BOX = 18
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_NOWHERE = QModelIndex()
_BAD = frozenset({Stage.BARRED, Stage.REFUSED})
_ICONS: dict[Stage, tuple[str, Token]] = {
    Stage.WAITING: ("loader-circle", "faint"),
    Stage.BARRED: ("circle-alert", "bad"),
    Stage.RELEASED: ("circle-check", "ok"),
    Stage.REFUSED: ("circle-alert", "bad"),
    Stage.UNDONE: ("undo-2", "faint"),
}


class ReleaseModel(QAbstractListModel):
    """The letters of one batch; they never change their order."""

    def __init__(self, items: tuple[ReleaseItem, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items = items

    def tell(self, item: ReleaseItem | None) -> None:
        """An item has changed; None: all may have."""
        if not self.items:
            return
        first, last = (0, len(self.items) - 1) if item is None else (self.items.index(item),) * 2
        self.dataChanged.emit(self.index(first), self.index(last), [])

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == _ITEM:
            return item
        return spoken(item) if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} else None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, theme().px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        item, area = index.data(_ITEM), QRect(option.rect)
        row_ground(painter, area, option.state)
        _paint_item(painter, area, item)
        painter.restore()


class ReleaseList(QListView):
    """Space ticks, arrows and J/K move; a click on the box ticks too."""

    chosen = Signal(object)
    ticked = Signal()

    def __init__(self, items: tuple[ReleaseItem, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Letters to be released"))
        self._model = ReleaseModel(items, self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.open_to_ticks = True

    def current(self) -> ReleaseItem | None:
        """The chosen letter."""
        index = self.currentIndex()
        return self._model.items[index.row()] if index.isValid() else None

    def tell(self, item: ReleaseItem | None) -> None:
        """An item has changed; None: all may have."""
        self._model.tell(item)

    def choose_first(self) -> None:
        """Choose the first letter."""
        self.setCurrentIndex(self._model.index(0))

    def step(self, by: int) -> None:
        """Go down (1) or up (-1)."""
        place = min(max(self.currentIndex().row() + by, 0), self._model.rowCount() - 1)
        self.setCurrentIndex(self._model.index(place))

    def tick(self, item: ReleaseItem | None) -> None:
        """Tick or untick a letter that may go."""
        if item is not None and item.may_go and self.open_to_ticks:
            item.ticked = not item.ticked
            self._model.tell(item)
            self.ticked.emit()

    def tick_all(self) -> None:
        """Tick all that may go; once all are, none."""
        able = [item for item in self._model.items if item.may_go]
        if self.open_to_ticks:
            wanted = not all(item.ticked for item in able)
            for item in able:
                item.ticked = wanted
            self._model.tell(None)
            self.ticked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match Qt.Key(event.key()):
            case Qt.Key.Key_Space:
                self.tick(self.current())
            case Qt.Key.Key_J:
                self.step(1)
            case Qt.Key.Key_K:
                self.step(-1)
            case Qt.Key.Key_A:
                self.tick_all()
            case Qt.Key.Key_Up | Qt.Key.Key_Down | Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                super().keyPressEvent(event)
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                super().keyPressEvent(event)
            case _:
                event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < S3 * 2 + theme().px(_BOX):
            self.tick(self._model.items[index.row()])

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.current())


def _paint_item(painter: QPainter, area: QRect, item: ReleaseItem) -> None:
    side = theme().px(_BOX)
    mark = QRectF(area.x() + S3, area.y() + (area.height() - side) / 2, side, side)
    if item.stage is Stage.READY:
        _paint_box(painter, mark, ticked=item.ticked)
    else:
        name, token = _ICONS[item.stage]
        painter.drawPixmap(mark.topLeft(), pixmap(name, token, side, painter.device().devicePixelRatioF()))
    left = area.x() + S3 + side + S3
    line = theme().px(19)
    top = QRect(left, area.y() + theme().px(7), area.right() - S3 - left, line)
    bad = item.stage in _BAD
    struck = item.stage is Stage.BARRED
    _write(painter, top, "strong", "dim" if struck else "text", item.name, struck=struck)
    loud: Token = "bad" if bad else "warn" if item.stage is Stage.READY and item.warning else "dim"
    _write(painter, top.translated(0, line - 1), "small", loud, second_line(item))


def _paint_box(painter: QPainter, box: QRectF, *, ticked: bool) -> None:
    ground: Token = "accent" if ticked else "panel"
    edge: Token = "accent" if ticked else "edge"
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill_box(painter, box, theme().color(ground), theme().color(edge), RADIUS_SMALL)
    if ticked:
        side = round(box.width()) - 4
        at = QPointF(box.x() + 2, box.y() + 2)
        painter.drawPixmap(at, pixmap("check", "on_accent", side, painter.device().devicePixelRatioF()))


def _write(painter: QPainter, area: QRect, role: FontRole, token: Token, text: str, *, struck: bool = False) -> None:
    font = theme().font(role)
    font.setStrikeOut(struck)
    painter.setFont(font)
    painter.setPen(theme().color(token))
    shown = QFontMetrics(font).elidedText(one_line(text), Qt.TextElideMode.ElideRight, area.width() - S2)
    painter.drawText(area, _MIDDLE | Qt.AlignmentFlag.AlignLeft, shown)
