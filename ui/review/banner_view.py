"""Shows the banners above the checklist, each with its one button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.icons import pixmap
from ui.review.banners import Banner
from ui.theme import S1, S2, S3, theme
from ui.tokens import Token
from ui.widgets.badges import Tone
from ui.widgets.buttons import ActionButton
from ui.widgets.labels import PlainLabel
from ui.widgets.painting import fill_box, painter_for

_MARGIN = 18
_COLORS: dict[Tone, tuple[Token, Token]] = {
    "neutral": ("bg", "dim"),
    "accent": ("accent_soft", "accent"),
    "ok": ("ok_soft", "ok"),
    "warn": ("warn_soft", "warn"),
    "bad": ("bad_soft", "bad"),
}


class _Line(QWidget):
    def __init__(self, banner: Banner) -> None:
        super().__init__()
        self._banner = banner
        row = QHBoxLayout(self)
        row.setContentsMargins(S2 + theme().px(16) + S2, S1 + 1, S1 + 2, S1 + 1)
        row.setSpacing(S2)
        row.addWidget(PlainLabel(banner.words, role="small", wrap=True), 1)
        self.button: ActionButton | None = None
        if banner.action:
            self.button = ActionButton(banner.label, kind="quiet")
            self.button.setFont(theme().font("small-strong"))
            self.button.setFixedHeight(theme().px(26))
            row.addWidget(self.button)
        self.setMinimumHeight(theme().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        ground, ink = _COLORS[self._banner.tone]
        edge = theme().color("line") if self._banner.tone == "neutral" else None
        fill_box(painter, self.rect(), theme().color(ground), edge, 6)
        side = theme().px(16)
        picture = pixmap(self._banner.icon, ink, side, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(S2 + 2, (self.height() - side) // 2), picture)


class BannerView(QWidget):
    """Takes no room while there is nothing to say."""

    pressed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banners: tuple[Banner, ...] = ()
        self._lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_MARGIN - S2, S3 - 2, _MARGIN - S2, 0)
        self._column.setSpacing(S1 + 2)
        self.hide()

    def show_banners(self, banners: Sequence[Banner]) -> None:
        """Show these, in order."""
        if tuple(banners) == self._banners:
            return
        self._banners = tuple(banners)
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [_Line(banner) for banner in banners]
        for line, banner in zip(self._lines, banners, strict=True):
            if line.button is not None:
                line.button.clicked.connect(
                    lambda _checked=False, banner=banner: self.pressed.emit(banner.action, banner.about)
                )
            self._column.addWidget(line)
        self.setVisible(bool(banners))

    def words(self) -> list[str]:
        """What is said."""
        return [banner.words for banner in self._banners]

    def press(self, number: int) -> None:
        """Press the button of a banner (from 0)."""
        button = self._lines[number].button
        if button is not None:
            button.click()
