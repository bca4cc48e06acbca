"""The window's colours, type and measures, and the switch between light and dark."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from ui.motion import motion_is_reduced
from ui.stylesheet import make_stylesheet
from ui.tokens import DARK, LIGHT, Token

FAMILY = "Inter"
FALLBACKS = ("Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")
S1, S2, S3, S4, S5, S6 = 4, 8, 12, 16, 20, 24
"""The usual distances in pixels: multiples of 4."""
RADIUS = 8
RADIUS_SMALL = 4
RAIL_WIDTH = 56
STATUS_HEIGHT = 36
BODY_PX = 13
_REFERENCE_PX = {"darwin": 13.0, "win32": 12.0, "offscreen": 12.0}
_OTHER_REFERENCE_PX = 13.33
_CONTROLS = Path(__file__).resolve().parent.parent / "resources" / "icons" / "controls"
_SMALLEST_SCALE, _LARGEST_SCALE = 0.85, 2.0

FontRole = Literal[
    "body", "strong", "small", "small-strong", "tiny", "tiny-strong", "heading", "title", "mono-digits", "small-digits"
]
ROLES: dict[FontRole, tuple[int, int, bool]] = {
    "body": (BODY_PX, 400, False),
    "strong": (BODY_PX, 500, False),
    "small": (12, 400, False),
    "small-strong": (12, 600, False),
    "tiny": (11, 400, False),
    "tiny-strong": (11, 600, False),
    "heading": (14, 600, False),
    "title": (17, 600, False),
    "mono-digits": (BODY_PX, 400, True),
    "small-digits": (12, 400, True),
}


class Scheme(StrEnum):
    """Which colours are wanted; SYSTEM follows the desktop while it changes."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One appearance of the window; scale multiplies type and the measures that hold type."""

    dark: bool = False
    scale: float = 1.0
    reduced_motion: bool = False
    family: str = field(default=FAMILY)

    def color(self, name: Token) -> QColor:
        """The colour of a token."""
        return _color((DARK if self.dark else LIGHT)[name])

    def font(self, role: FontRole) -> QFont:
        """The font of a role; digits of the "-digits" roles are equally wide."""
        size, weight, tabular = ROLES[role]
        font = QFont([self.family, *FALLBACKS])
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def px(self, measure: int) -> int:
        """A measure that holds text, at the person's font size."""
        return round(measure * self.scale)


_current = Theme()


def theme() -> Theme:
    """The appearance in use."""
    return _current


@lru_cache(maxsize=64)
def _color(value: str) -> QColor:
    return QColor(value)


class ThemeSwitch(QObject):
    """Gives the application its palette, font and stylesheet; changed comes after all three are in place."""

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        self._scale = system_scale(application)
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self._apply()

    @property
    def scheme(self) -> Scheme:
        """What was asked for."""
        return self._scheme

    def choose(self, scheme: Scheme) -> None:
        """Show light, dark, or what the system shows."""
        self._scheme = scheme
        self._apply()

    def _follow(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        global _current
        system_dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        dark = self._scheme is Scheme.DARK or (self._scheme is Scheme.SYSTEM and system_dark)
        _current = Theme(dark=dark, scale=self._scale, reduced_motion=motion_is_reduced())
        self._application.setPalette(make_palette(_current))
        self._application.setFont(_current.font("body"))
        self._application.setStyleSheet(
            make_stylesheet(DARK if dark else LIGHT, _current.px, _CONTROLS / ("dark" if dark else "light"))
        )
        self.changed.emit()


def system_scale(application: QApplication) -> float:
    """How much larger the system's own font is than that desktop's default, within readable limits."""
    platform = application.platformName()
    key = {"cocoa": "darwin", "windows": "win32", "minimal": "offscreen"}.get(platform, platform)
    pixels = QFontInfo(application.font()).pixelSize()
    scale = pixels / _REFERENCE_PX.get(key, _OTHER_REFERENCE_PX)
    return 1.0 if 0.93 <= scale <= 1.15 else min(max(scale, _SMALLEST_SCALE), _LARGEST_SCALE)


def make_palette(appearance: Theme) -> QPalette:
    """The palette of an appearance, for controls that the stylesheet leaves to the style."""
    palette = QPalette()
    roles: tuple[tuple[QPalette.ColorRole, Token], ...] = (
        (QPalette.ColorRole.Window, "bg"),
        (QPalette.ColorRole.WindowText, "text"),
        (QPalette.ColorRole.Base, "panel"),
        (QPalette.ColorRole.AlternateBase, "bg"),
        (QPalette.ColorRole.Text, "text"),
        (QPalette.ColorRole.PlaceholderText, "faint"),
        (QPalette.ColorRole.Button, "panel"),
        (QPalette.ColorRole.ButtonText, "text"),
        (QPalette.ColorRole.BrightText, "bad"),
        (QPalette.ColorRole.Highlight, "accent"),
        (QPalette.ColorRole.HighlightedText, "on_accent"),
        (QPalette.ColorRole.Link, "accent"),
        (QPalette.ColorRole.LinkVisited, "accent"),
        (QPalette.ColorRole.ToolTipBase, "panel"),
        (QPalette.ColorRole.ToolTipText, "text"),
        (QPalette.ColorRole.Accent, "accent"),
        (QPalette.ColorRole.Light, "panel"),
        (QPalette.ColorRole.Midlight, "line"),
        (QPalette.ColorRole.Mid, "edge"),
        (QPalette.ColorRole.Dark, "edge"),
        (QPalette.ColorRole.Shadow, "line"),
    )
    for role, token in roles:
        palette.setColor(role, appearance.color(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, appearance.color("edge"))
    return palette
