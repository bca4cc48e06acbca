"""The list of texts: one heading a criterion, the letters, the building blocks; with marks of what was changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewer.domain.letter import Language
from reviewer.domain.template_texts import TextKey, TextRow
from reviewer.i18n import gettext as _
from ui.icons import pixmap
from ui.texts.text_words import Titles, mark_words, short_name, spoken
from ui.theme import S2, S3, S4, theme
from ui.widgets.headed_model import ENTRY, HeadedModel
from ui.widgets.labels import one_line
from ui.widgets.painting import row_ground, text_width

_ROW, _HEAD, _ICON = 34, 32, 14
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True, kw_only=True)
class TextHead:
    """A heading of the list."""

    words: str


Entry = TextHead | TextRow


def arrange(rows: Sequence[TextRow], language: Language, titles: Titles) -> list[Entry]:
    """The texts of a language below their headings: letters, then the paragraphs of each criterion, then the rest."""
    shown = [row for row in rows if row.key.language is language]
    letters = [row for row in shown if row.key.template is not None]
    entries: list[Entry] = [TextHead(words=_("Letters")), *letters]
    for criterion, title in titles.items():
        own = [row for row in shown if row.key.paragraph is not None and row.key.paragraph[0] == criterion]
        entries += [TextHead(words=_("Paragraph: {title}").format(title=title)), *own]
    rest = [row for row in shown if row.key.template is None and row.key.paragraph is None]
    return [*entries, TextHead(words=_("All letters")), *rest]


class TextDelegate(QStyledItemDelegate):
    """Paints one line: the text's name, and at the right whether it was changed or is not saved."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, theme().px(_ROW if isinstance(index.data(ENTRY), TextRow) else _HEAD))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        entry, area = index.data(ENTRY), QRect(option.rect)
        if isinstance(entry, TextHead):
            painter.setFont(theme().font("tiny-strong"))
            painter.setPen(theme().color("faint"))
            inside = area.adjusted(S4, S2, -S3, 0)
            painter.drawText(inside, _MIDDLE, _short(painter, entry.words, inside.width()))
        elif isinstance(entry, TextRow):
            row_ground(painter, area, option.state)
            _paint_row(painter, area, entry)
        painter.restore()


def _paint_row(painter: QPainter, area: QRect, row: TextRow) -> None:
    inside = area.adjusted(S4, 0, -S3, 0)
    right = inside.right()
    if row.has_draft:
        side = theme().px(_ICON)
        at = QPointF(right - side, area.y() + (area.height() - side) / 2)
        painter.drawPixmap(at, pixmap("pencil", "warn", side, painter.device().devicePixelRatioF()))
        right -= side + S2
    mark = mark_words(row)
    if mark:
        font = theme().font("small")
        width = text_width(font, mark)
        painter.setFont(font)
        painter.setPen(theme().color("accent"))
        painter.drawText(QRect(right - width, area.y(), width + 2, area.height()), _MIDDLE, mark)
        right -= width + S2
    painter.setFont(theme().font("body"))
    painter.setPen(theme().color("text"))
    name = QRect(inside.x(), area.y(), right - inside.x(), area.height())
    painter.drawText(name, _MIDDLE, _short(painter, short_name(row.key), name.width()))


def _short(painter: QPainter, words: str, width: int) -> str:
    return QFontMetrics(painter.font()).elidedText(one_line(words), Qt.TextElideMode.ElideRight, width)


class TextList(QListView):
    """Says which text is chosen; headings are passed over."""

    chosen = Signal(object)

    def __init__(self, titles: Titles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Letters’ texts"))
        self._titles = titles
        self._texts: HeadedModel[Entry, TextRow] = HeadedModel(TextRow, self._spoken, self)
        self._told: TextKey | None = None
        self.setModel(self._texts)
        self.setItemDelegate(TextDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """List these; what is chosen stays chosen."""
        top = self.verticalScrollBar().value()
        wanted, self._told = self._told, None
        if self._texts.set_entries(entries):
            self.choose(wanted)
            self.verticalScrollBar().setValue(top)
        else:
            self._told = wanted

    def choose(self, key: TextKey | None) -> None:
        """Choose a text; the first one when it is not listed."""
        place = self._texts.first(lambda row: row.key == key)
        if place < 0 and key is not None:
            place = self._texts.first(lambda row: row.key.name == key.name)
        self._go(place if place >= 0 else self._texts.nearest(0, 1))

    def step(self, by: int) -> None:
        """Go to the next text down (1) or up (-1); stays at the ends."""
        self._go(self._texts.nearest(self.currentIndex().row() + by, by))

    def current(self) -> TextRow | None:
        """What is chosen."""
        return self._texts.chosen_at(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step(_STEPS[key])
        else:
            event.ignore()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        row = self._texts.chosen_at(current.row())
        if row is not None and row.key != self._told:
            self._told = row.key
            self.chosen.emit(row)

    def _go(self, place: int) -> None:
        if place >= 0:
            self.setCurrentIndex(self._texts.index(place))
            first = place - 1 if self._texts.chosen_at(place - 1) is None else place
            self.scrollTo(self._texts.index(first))
            self.scrollTo(self._texts.index(place))

    def _spoken(self, entry: Entry) -> str:
        return entry.words if isinstance(entry, TextHead) else spoken(entry, self._titles)
