"""Loads the bundled type family."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")


def load_fonts() -> bool:
    """Make Inter known to the application; False when a file is missing and the fallbacks must do."""
    numbers = [QFontDatabase.addApplicationFont(str(FONTS / name)) for name in FILES]
    return min(numbers) >= 0
