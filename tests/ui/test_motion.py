"""People who turned animations off get none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ui.motion import motion_is_reduced


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path


@pytest.mark.parametrize(
    ("file", "text", "reduced"),
    [
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
        ("gtk-4.0/settings.ini", "[Other]\ngtk-enable-animations=0\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=1.5\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=fast\n", False),
    ],
)
def test_the_desktop_s_own_file_decides(config: Path, file: str, text: str, reduced: bool) -> None:
    path = config / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    assert motion_is_reduced() is reduced


def test_a_desktop_that_says_nothing_animates(config: Path) -> None:
    assert not motion_is_reduced()
