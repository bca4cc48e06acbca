"""The table of receipts, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reviewer.i18n import gettext as _
from ui.erasures.receipt_words import ReceiptShown, confirmation_icon, confirmation_short, erased_words
from ui.icons import icon
from ui.review.review_words import moment_words
from ui.theme import theme

DEMANDED, ERASED, WHAT, CONFIRMATION, RECEIPT = range(5)
_WIDTHS = {DEMANDED: 160, ERASED: 144, CONFIRMATION: 120, RECEIPT: 96}
_ROOM_FOR_NUMBERS = 700
"""In a narrower table the receipts' numbers stand in the full view alone."""
_HEAD = "QHeaderView::section:first { padding-left: 20px; }"
_FIRST, _OTHER = 17, 5
"""How far the words of a cell go in, so that they stand below their heading."""
_LOUD = frozenset({WHAT, CONFIRMATION})
_ROW = 44
_BAR = 3
_NOWHERE = QModelIndex()
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ReceiptModel(QAbstractTableModel):
    """Receipts as rows; every cell is words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ReceiptShown, ...] = ()

    def set_rows(self, rows: Sequence[ReceiptShown]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rows(self) -> tuple[ReceiptShown, ...]:
        """What is shown."""
        return self._rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else RECEIPT + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (_("Demanded"), _("Erased"), _("What was erased"), _("Confirmation"), _("Receipt"))[section]
        if role == Qt.ItemDataRole.FontRole:
            return theme().font("tiny-strong")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(shown, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == CONFIRMATION:
            name, token = confirmation_icon(shown.receipt.confirmation)
            return icon(name, token, theme().px(16))
        return None


def _cell(shown: ReceiptShown, column: int) -> str:
    receipt = shown.receipt
    match column:
        case 0:
            return moment_words(receipt.demanded_at)
        case 1:
            return moment_words(receipt.erased_at)
        case 2:
            return ", ".join(erased_words(receipt.places))
        case 3:
            return confirmation_short(receipt)
        case _:
            return receipt.id[:8]


class _Delegate(QStyledItemDelegate):
    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, theme().color("accent_soft"))
            if index.column() == DEMANDED:
                bar = theme().color("accent" if self._table.hasFocus() else "edge")
                painter.fillRect(option.rect.x(), option.rect.y(), _BAR, option.rect.height(), bar)
        option.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        option.palette.setColor(QPalette.ColorRole.Text, theme().color("text" if index.column() in _LOUD else "dim"))
        option.font = theme().font("small-digits" if index.column() != WHAT else "body")
        option.rect.adjust(_FIRST if index.column() == DEMANDED else _OTHER, 0, 0, 0)
        super().paint(painter, option, index)


class ReceiptTable(QTableView):
    """Says which receipt is chosen; the chosen one stays chosen when others come."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Receipts"))
        self._receipts = ReceiptModel(self)
        self.setModel(self._receipts)
        self.setItemDelegate(_Delegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme().px(_ROW))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setStyleSheet(_HEAD)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme().px(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnHidden(RECEIPT, self.width() < theme().px(_ROOM_FOR_NUMBERS))

    def show_receipts(self, rows: Sequence[ReceiptShown]) -> None:
        """Show these; the first is chosen when none was."""
        if tuple(rows) == self._receipts.rows():
            return
        before = self.current()
        self._receipts.set_rows(rows)
        ids = [shown.receipt.id for shown in rows]
        self._choose(ids.index(before.receipt.id) if before is not None and before.receipt.id in ids else 0)

    def current(self) -> ReceiptShown | None:
        """The chosen receipt."""
        rows, place = self._receipts.rows(), self.currentIndex().row()
        return rows[place] if 0 <= place < len(rows) else None

    def step(self, by: int) -> None:
        """Go to the next receipt down (1) or up (-1); stays at the ends."""
        self._choose(self.currentIndex().row() + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.step(_STEPS[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.current())

    def _choose(self, place: int) -> None:
        if 0 <= place < self._receipts.rowCount():
            self.setCurrentIndex(self._receipts.index(place, 0))
