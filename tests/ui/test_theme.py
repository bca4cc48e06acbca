"""Colours one can read, type that fits, and a switch that reaches everything."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme import ROLES, Scheme, Theme, ThemeSwitch, theme
from ui.tokens import DARK, LIGHT, Token

INKS: tuple[Token, ...] = ("text", "dim", "faint", "accent", "bad", "ok", "warn")
GROUNDS: tuple[Token, ...] = ("bg", "panel", "accent_soft")
SOFT: tuple[tuple[Token, Token], ...] = (
    ("bad", "bad_soft"),
    ("ok", "ok_soft"),
    ("warn", "warn_soft"),
    ("text", "bad_soft"),
    ("text", "ok_soft"),
    ("text", "warn_soft"),
    ("text", "hover"),
    ("dim", "hover"),
)
SOLID: tuple[tuple[Token, Token], ...] = (
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_bad", "bad"),
    ("on_ok", "ok"),
    ("on_warn", "warn"),
)
SHAPES: tuple[tuple[Token, Token], ...] = (("edge", "panel"), ("edge", "bg"), ("focus", "panel"), ("focus", "bg"))


def luminance(color: QColor) -> float:
    """WCAG 2.2, relative luminance."""
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, contrast ratio."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_every_text_colour_is_readable_on_every_ground_it_stands_on(dark: bool) -> None:
    look = Theme(dark=dark)
    pairs = [*product(INKS, GROUNDS), *SOFT, *SOLID]
    found = {(ink, ground): contrast(look.color(ink), look.color(ground)) for ink, ground in pairs}
    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("dark", [False, True])
def test_edges_of_controls_and_the_focus_ring_can_be_seen(dark: bool) -> None:
    look = Theme(dark=dark)
    found = {(shape, ground): contrast(look.color(shape), look.color(ground)) for shape, ground in SHAPES}
    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < 3} == {}


def test_both_schemes_name_the_same_colours() -> None:
    assert set(LIGHT) == set(DARK)


def test_every_role_is_set_in_the_bundled_family(qapp: QApplication) -> None:
    assert {QFontInfo(theme().font(role)).family() for role in ROLES} == {"Inter"}


def test_digits_of_the_digit_roles_are_equally_wide() -> None:
    font = theme().font("mono-digits")
    assert [tag.toString().data() for tag in font.featureTags()] == [b"tnum"]


def test_a_larger_system_font_makes_type_and_its_measures_larger() -> None:
    large = Theme(scale=1.5)
    assert (large.font("body").pixelSize(), large.px(20)) == (20, 30)


def test_switching_changes_palette_and_stylesheet_before_it_is_told(qapp: QApplication, themes: ThemeSwitch) -> None:
    seen: list[tuple[bool, str, bool]] = []

    def look() -> None:
        palette = QApplication.palette().color(QPalette.ColorRole.Window).name()
        seen.append((theme().dark, palette, DARK["panel"] in qapp.styleSheet()))

    themes.changed.connect(look)
    themes.choose(Scheme.DARK)
    themes.changed.disconnect(look)
    assert seen == [(True, DARK["bg"], True)]
