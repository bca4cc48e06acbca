"""Icons drawn from Lucide files in the colours of the theme, sharp on every screen."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from ui.theme import theme
from ui.tokens import Token

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
_RATIOS = (1.0, 1.5, 2.0, 3.0)


def icon(name: str, color: Token = "dim", size: int = 18) -> QIcon:
    """The icon in the present theme; make it anew when the theme changes. Raises OSError for an unknown name."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(pixmap(name, color, size, ratio))
        made.addPixmap(pixmap(name, "edge", size, ratio), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, color: Token = "dim", size: int = 18, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture, size logical pixels square at this device pixel ratio."""
    return _draw(name, theme().color(color).name(), size, ratio)


@lru_cache(maxsize=512)
def _draw(name: str, color: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(_read(name).replace("currentColor", color).encode()))
    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=128)
def _read(name: str) -> str:
    text = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', 'stroke-width="1.75"')
