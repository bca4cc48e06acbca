"""The palette: type a few letters, run any action or go to any applicant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reviewer.i18n import gettext as _
from ui.actions import ActionRow, Actions
from ui.icons import pixmap
from ui.theme import S2, S3, theme
from ui.widgets.badges import KeyCap, paint_key
from ui.widgets.labels import one_line
from ui.widgets.painting import fill_box
from ui.widgets.sheet import Sheet

_CHOICE = Qt.ItemDataRole.UserRole
_MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One line of the palette; title and detail may come from strangers and are drawn as plain text."""

    title: str
    detail: str
    icon: str
    run: Callable[[], None]


Give = Callable[[Sequence[Choice]], None]
Provider = Callable[[str, Give], None]
"""Called with what was typed and a function that takes the choices found, at once or later."""


def matches(typed: str, title: str) -> bool:
    """Whether every word typed begins or stands in the title."""
    folded = title.casefold()
    return all(word in folded for word in typed.casefold().split())


class CommandPalette(Sheet):
    """Lists what can be done now; answers of a provider to what was typed before are dropped."""

    def __init__(self, host: QWidget, actions: Actions, provider: Provider | None = None) -> None:
        super().__init__(host, _("All actions and applicants"), width=560)
        self._actions = actions
        self._provider = provider
        self._typed = 0
        self.body.setContentsMargins(S3, S3, S3, S3)
        self.body.setSpacing(S2)
        self._field = QLineEdit()
        self._field.setPlaceholderText(_("An action, a name or an ID"))
        self._field.setAccessibleName(self._field.placeholderText())
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(_("Found"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_ChoiceDelegate(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedHeight(theme().px(40) * 9)
        self._list.itemClicked.connect(self._run)
        self.body.addWidget(self._field)
        self.body.addWidget(self._list)

    def ask(self) -> None:
        """Cover the window, with everything in the list."""
        self._field.clear()
        self._search("")
        self.open(self._field)

    def titles(self) -> list[str]:
        """What is listed, top to bottom."""
        return [self._choice(row).title for row in range(self._list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            key = Qt.Key(event.key())
            if key in steps:
                row = self._list.currentRow() + steps[key]
                self._list.setCurrentRow(min(max(row, 0), self._list.count() - 1))
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._run()
                return True
        return super().eventFilter(watched, event)

    def _search(self, typed: str) -> None:
        self._typed += 1
        asked = self._typed
        self._list.clear()
        self._add(self._offered(typed))
        if self._provider is not None and typed.strip():
            self._provider(typed.strip(), lambda found: self._add(found) if asked == self._typed else None)

    def _offered(self, typed: str) -> list[Choice]:
        """What is there without asking the provider."""
        rows = [row for row in self._actions.usable() if _is_offered(row, typed)]
        return [
            Choice(
                title=row.label(),
                detail=self._actions.key(row.name),
                icon=row.icon,
                run=self._actions[row.name].trigger,
            )
            for row in rows
        ]

    def _add(self, choices: Sequence[Choice]) -> None:
        for choice in choices[:_MOST]:
            item = QListWidgetItem(one_line(choice.title))
            item.setData(_CHOICE, choice)
            self._list.addItem(item)
        if self._list.currentRow() < 0 and self._list.count():
            self._list.setCurrentRow(0)

    def _choice(self, row: int) -> Choice:
        choice: Choice = self._list.item(row).data(_CHOICE)
        return choice

    def _run(self) -> None:
        row = self._list.currentRow()
        if row >= 0:
            choice = self._choice(row)
            self.close_sheet()
            choice.run()


def _is_offered(row: ActionRow, typed: str) -> bool:
    """Whether a row is listed; numbered ones and the palette itself are not before something is typed."""
    if row.name == "palette" or (row.series is not None and not typed.strip()):
        return False
    return matches(typed, row.label())


class _ChoiceDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, theme().px(40))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice: Choice = index.data(_CHOICE)
        area: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            fill_box(painter, area, theme().color("accent_soft"))
        size = theme().px(18)
        ratio = painter.device().devicePixelRatioF()
        picture = pixmap(choice.icon, "accent" if selected else "dim", size, ratio)
        painter.drawPixmap(area.x() + S3, area.y() + (area.height() - size) // 2, picture)
        right = _paint_detail(painter, area, choice.detail)
        text = QRect(area.x() + S3 + size + S3, area.y(), 0, area.height())
        text.setRight(right - S3)
        painter.setFont(theme().font("body"))
        painter.setPen(theme().color("text"))
        shown = painter.fontMetrics().elidedText(one_line(choice.title), Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.restore()


def _paint_detail(painter: QPainter, area: QRect, detail: str) -> int:
    """Paint a key or an ID at the right; gives its left edge."""
    if not detail:
        return area.right()
    width = KeyCap(detail).sizeHint().width()
    place = QRect(area.right() - S3 - width, 0, width, theme().px(20))
    place.moveTop(area.y() + (area.height() - place.height()) // 2)
    paint_key(painter, place, one_line(detail), "dim")
    return place.left()
