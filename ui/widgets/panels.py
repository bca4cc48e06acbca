"""Surfaces: panels, lines between them, empty places, and how far work is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import pixmap
from ui.theme import S2, S3, S4, FontRole, theme
from ui.widgets.buttons import PrimaryButton
from ui.widgets.labels import PlainLabel
from ui.widgets.painting import fill_box, painter_for
from ui.widgets.paragraph import Paragraph

_SWEEP_MS = 40


class Panel(QWidget):
    """A plain surface in the panel colour, with a line along the edges it is told."""

    def __init__(self, edges: str = "", parent: QWidget | None = None) -> None:
        """Edges are any of l, t, r, b."""
        super().__init__(parent)
        self._edges = edges

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        painter.fillRect(self.rect(), theme().color("panel"))
        line, width, height = theme().color("line"), self.width(), self.height()
        places = {"l": (0, 0, 1, height), "t": (0, 0, width, 1), "r": (width - 1, 0, 1, height)}
        places["b"] = (0, height - 1, width, 1)
        for edge in self._edges:
            painter.fillRect(*places[edge], line)


class Card(QWidget):
    """A framed surface with rounded corners; put widgets into its layout."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(S4, S4, S4, S4)
        self.body.setSpacing(S3)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill_box(painter_for(self), self.rect(), theme().color("panel"), theme().color("line"), 10)


class Separator(QWidget):
    """A line of one pixel."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter_for(self).fillRect(self.rect(), theme().color("line"))


class _Picture(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        side = theme().px(64)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        fill_box(painter, self.rect(), theme().color("accent_soft"), None, self.width() / 2)
        size = theme().px(28)
        offset = (self.width() - size) // 2
        painter.drawPixmap(offset, offset, pixmap(self._name, "accent", size, self.devicePixelRatioF()))


class EmptyState(QWidget):
    """Says why a place is empty and what to do about it."""

    pressed = Signal()

    def __init__(
        self, icon: str, title: str, text: str = "", button: str = "", *, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = Paragraph(title, role="heading", centered=True)
        self._text = Paragraph(text, tone="dim", centered=True)
        middle = QWidget()
        middle.setFixedWidth(theme().px(360))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S2)
        column.addWidget(_Picture(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(S2)
        column.addWidget(self._title)
        column.addWidget(self._text)
        if button:
            column.addSpacing(S2)
            press = PrimaryButton(button, key=key)
            press.clicked.connect(self.pressed)
            column.addWidget(press, 0, Qt.AlignmentFlag.AlignHCenter)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(middle)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(S4, S4, S4, S4)
        outer.addStretch(2)
        outer.addLayout(across)
        outer.addStretch(3)

    def set_words(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.set_text(title)
        self._text.set_text(text)


class ProgressLine(QProgressBar):
    """A thin line that says how far work is; range 0..0 while nobody knows."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setFixedHeight(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._phase = 0
        self._sweep = QTimer(self, interval=_SWEEP_MS)
        self._sweep.timeout.connect(self._advance)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.maximum() == self.minimum() and not theme().reduced_motion:
            self._sweep.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._sweep.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        fill_box(painter, self.rect(), theme().color("line"), None, 2)
        span = self.maximum() - self.minimum()
        if span > 0:
            width = self.width() * (self.value() - self.minimum()) / span
            place = QRectF(0, 0, width, self.height())
        else:
            width = self.width() / 3
            start = (self._phase % 100) / 100 * (self.width() + width) - width
            place = QRectF(start, 0, width, self.height()) & QRectF(self.rect())
        if place.width() > 0:
            fill_box(painter, place, theme().color("accent"), None, 2)

    def _advance(self) -> None:
        if self.maximum() != self.minimum():
            self._sweep.stop()
        self._phase += 2
        self.update()


class TitleRow(QWidget):
    """A heading with a quiet remark at its right."""

    def __init__(
        self, title: str, remark: str = "", *, role: FontRole = "heading", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        heading = PlainLabel(title, role=role)
        self._remark = PlainLabel(remark, role="small", tone="dim")
        self._remark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S3)
        layout.addWidget(heading)
        layout.addWidget(self._remark, 1)

    def set_remark(self, text: str) -> None:
        """Say something else at the right."""
        self._remark.setText(text)
