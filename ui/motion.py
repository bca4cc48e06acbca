"""Asks the desktop whether people want less motion; Qt 6.11 does not tell."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_SPI_GETCLIENTAREAANIMATION = 0x1042


def motion_is_reduced() -> bool:
    """True when the person turned animations off; False when the desktop does not say."""
    try:
        if sys.platform == "win32":
            return _windows_reduces()
        if sys.platform == "darwin":
            return _macos_reduces()
        return _freedesktop_reduces()
    except (OSError, ValueError):
        return False


def _windows_reduces() -> bool:
    import ctypes

    user32 = getattr(ctypes, "windll").user32  # noqa: B009 - the attribute exists on Windows alone
    animated = ctypes.c_int(1)
    answered = user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(animated), 0)
    return bool(answered) and not animated.value


def _macos_reduces() -> bool:
    import plistlib

    settings = Path.home() / "Library/Preferences/com.apple.universalaccess.plist"
    with settings.open("rb") as stream:
        return bool(plistlib.load(stream).get("reduceMotion", False))


def _freedesktop_reduces() -> bool:
    base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    gtk = _read(base / "gtk-4.0/settings.ini", "Settings", "gtk-enable-animations")
    kde = _read(base / "kdeglobals", "KDE", "AnimationDurationFactor")
    return gtk.lower() in ("0", "false") or (kde != "" and float(kde) == 0)


def _read(path: Path, section: str, key: str) -> str:
    """One value of a file of sections and keys; empty without file, section or key."""
    inside = False
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        name, equals, value = line.partition("=")
        if line.startswith("["):
            inside = line.strip() == f"[{section}]"
        elif inside and equals and name.strip() == key:
            return value.strip()
    return ""
