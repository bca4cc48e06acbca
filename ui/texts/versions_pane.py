"""Every version of a text, who saved it and when, and what differs between one of them and the editor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.template_texts import TextVersion
from reviewer.i18n import gettext as _
from ui.texts.diff_view import DiffView
from ui.texts.text_diff import compare, is_same
from ui.texts.text_words import version_name, who_and_when
from ui.theme import S2, S3, theme
from ui.widgets.buttons import ActionButton
from ui.widgets.labels import PlainLabel, one_line
from ui.widgets.painting import fill_box, text_width

_VERSION = Qt.ItemDataRole.UserRole
_ROW = 32
_MOST_ROWS = 4
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class VersionsPane(QWidget):
    """Compares the chosen version with what stands in the editor, as it is typed."""

    take_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.list = QListWidget()
        self.list.setAccessibleName(_("Versions"))
        self.list.setItemDelegate(_VersionDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(lambda _row: self._compare(anew=True))
        self.told = PlainLabel(role="small", tone="dim")
        self.diff = DiffView()
        self.take = ActionButton(_("Take it into the editor"), icon="undo-2")
        self.take.clicked.connect(self._take)
        foot = QHBoxLayout()
        foot.setSpacing(S2)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S3 - 2)
        column.addWidget(self.list)
        column.addLayout(foot)
        column.addWidget(self.diff, 1)

    def show_versions(self, versions: Sequence[TextVersion], text: str) -> None:
        """Show these, the program's own chosen unless another one was; text is what stands in the editor."""
        chosen = self.chosen()
        self._text = text
        self.list.blockSignals(True)
        self.list.clear()
        for version in versions:
            words = ", ".join(part for part in (version_name(version), who_and_when(version)) if part)
            item = QListWidgetItem(words)
            item.setData(_VERSION, version)
            self.list.addItem(item)
        wanted = None if chosen is None else (chosen.key, chosen.version)
        rows = [row for row, version in enumerate(versions) if (version.key, version.version) == wanted]
        self.list.setCurrentRow(rows[0] if rows else len(versions) - 1)
        self.list.blockSignals(False)
        self.list.setFixedHeight(theme().px(_ROW) * min(_MOST_ROWS, max(1, len(versions))) + 2)
        self._compare()

    def show_text(self, text: str) -> None:
        """The editor holds this now."""
        self._text = text
        if self.isVisible():
            self._compare()

    def choose(self, version: int) -> None:
        """Compare with a version."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_VERSION).version == version:
                self.list.setCurrentRow(row)

    def chosen(self) -> TextVersion | None:
        """The version that is compared with."""
        row = self.list.currentRow()
        version: TextVersion | None = self.list.item(row).data(_VERSION) if row >= 0 else None
        return version

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._compare(anew=True)

    def _compare(self, *, anew: bool = False) -> None:
        version = self.chosen()
        if version is None:
            self.diff.show_lines(())
            return
        lines = compare(version.text, self._text)
        same = is_same(lines)
        self.told.setText(_("Nothing differs from the editor") if same else _("− there, + in the editor"))
        self.take.setEnabled(not same)
        self.diff.show_lines(lines)
        if anew:
            self.diff.go_to_first()

    def _take(self) -> None:
        version = self.chosen()
        if version is not None:
            self.take_wanted.emit(version)


class _VersionDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, theme().px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        version: TextVersion = index.data(_VERSION)
        area = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            fill_box(painter, area.adjusted(0, 1, 0, -1), theme().color("accent_soft"))
        inside = area.adjusted(S3, 0, -S3, 0)
        who, font = one_line(who_and_when(version)), theme().font("small")
        painter.setFont(font)
        painter.setPen(theme().color("dim"))
        shown = QFontMetrics(font).elidedText(who, Qt.TextElideMode.ElideRight, inside.width() // 2)
        width = text_width(font, shown)
        painter.drawText(QRect(inside.right() - width, area.y(), width + 2, area.height()), _MIDDLE, shown)
        strong = theme().font("strong")
        painter.setFont(strong)
        painter.setPen(theme().color("text"))
        room = inside.width() - width - S3
        name = QFontMetrics(strong).elidedText(version_name(version), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(inside.x(), area.y(), room, area.height()), _MIDDLE, name)
        painter.restore()
