"""The parts of the import's sheet: where to drop a folder, the counts, the list of what stays outside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer.i18n import gettext as _
from ui.icons import pixmap
from ui.theme import RADIUS, S1, S2, S3, S5, theme
from ui.widgets.buttons import ActionButton, PrimaryButton
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import PlainLabel
from ui.widgets.painting import fill_box, painter_for
from ui.widgets.paragraph import Paragraph

_MOST_LINES = 8
_AROUND_TEXT = 28
"""Frame, padding and margin above and below the lines, in pixels."""


class DropPlace(QWidget):
    """Says where a folder may be dropped, and holds the button for choosing one."""

    def __init__(self, button: PrimaryButton) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(S5, S5 + S2, S5, S5 + S2)
        column.setSpacing(S3)
        column.addWidget(_Upload(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(Paragraph(_("Drop a folder here"), role="strong", centered=True))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        pen = QPen(theme().color("edge"), 1.25)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(theme().color("bg"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS + 2, RADIUS + 2)


class _Upload(QWidget):
    def __init__(self) -> None:
        super().__init__()
        side = theme().px(48)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        fill_box(painter, self.rect(), theme().color("accent_soft"), None, self.width() / 2)
        size = theme().px(22)
        offset = (self.width() - size) // 2
        painter.drawPixmap(offset, offset, pixmap("upload", "accent", size, self.devicePixelRatioF()))


class FolderLine(QWidget):
    """Names the folder; a long path is shortened in front of nobody's name."""

    def __init__(self) -> None:
        super().__init__()
        self._path = PlainLabel(role="small", tone="dim")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S2)
        row.addWidget(IconMark("folder", "dim", 16))
        row.addWidget(self._path, 1)

    def show_path(self, path: str) -> None:
        """Name this folder."""
        self._path.setText(path)


class _Count(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._number = PlainLabel(role="title")
        self._words = Paragraph(role="small", tone="dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(S3, S2, S3, S2)
        column.setSpacing(0)
        column.addWidget(self._number)
        column.addWidget(self._words)

    def show_count(self, count: int, words: str, *, warns: bool) -> None:
        self._number.setText(str(count))
        self._number.set_tone("warn" if warns else "text" if count else "faint")
        self._words.set_text(words)
        self.setAccessibleName(f"{count} {words}")

    def paintEvent(self, event: QPaintEvent) -> None:
        fill_box(painter_for(self), self.rect(), theme().color("bg"), theme().color("line"))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(96), super().sizeHint().height())


class Counts(QWidget):
    """The counts side by side; the last one is what stays outside and warns."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._tiles = [_Count() for _number in range(number)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S2)
        for tile in self._tiles:
            row.addWidget(tile, 1)

    def show_counts(self, counts: Sequence[tuple[int, str]]) -> None:
        """Show these."""
        for index, (tile, (count, words)) in enumerate(zip(self._tiles, counts, strict=True)):
            tile.show_count(count, words, warns=index == len(self._tiles) - 1 and count > 0)


class Problems(QWidget):
    """What stays outside, or what was unpacked, line by line; it can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self._title = PlainLabel(role="strong")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(theme().font("small"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._copy = ActionButton(_("Copy the list"), icon="copy", kind="quiet")
        self._copy.clicked.connect(self.copy)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S1)
        column.addLayout(head)
        column.addWidget(self.text)

    def show_problems(self, title: str, problems: Sequence[str], *, lines_each: int = 1) -> None:
        """List these; the field is as high as they need, up to a limit."""
        count = len(problems)
        self._title.setText(title)
        self.text.setAccessibleName(title)
        self.text.setPlainText("\n".join(problems))
        lines = min(max(count * lines_each, 2), _MOST_LINES)
        self.text.setFixedHeight(lines * self.text.fontMetrics().lineSpacing() + _AROUND_TEXT)

    def copy(self) -> None:
        """Put the list on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
