"""Icons follow the theme and are sharp."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from ui.actions import ACTIONS
from ui.icons import ICONS, icon, pixmap
from ui.theme import Scheme, ThemeSwitch, theme


def ink(picture: QImage) -> QColor:
    """The colour of the most opaque pixel."""
    pixels = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return max(pixels, key=QColor.alpha)


def test_every_action_has_its_icon() -> None:
    assert [row.name for row in ACTIONS if not (ICONS / f"{row.icon}.svg").is_file()] == []


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_an_icon_is_drawn_in_the_colour_of_the_theme(themes: ThemeSwitch, scheme: Scheme) -> None:
    themes.choose(scheme)
    drawn, wanted = ink(pixmap("mail", "accent").toImage()), theme().color("accent")
    distance = max(
        abs(drawn.red() - wanted.red()), abs(drawn.green() - wanted.green()), abs(drawn.blue() - wanted.blue())
    )
    assert distance <= 3


def test_an_icon_has_as_many_pixels_as_the_screen_wants() -> None:
    picture = pixmap("mail", size=18, ratio=2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (36, 2.0)


def test_an_icon_made_for_qt_keeps_its_size() -> None:
    assert 18 in {size.width() for size in icon("mail").availableSizes()}


def test_a_drawing_is_made_once() -> None:
    assert pixmap("mail").cacheKey() == pixmap("mail").cacheKey()


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        pixmap("no-such-icon")


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_pictures_inside_controls_have_the_theme_s_colours(themes: ThemeSwitch, scheme: Scheme) -> None:
    themes.choose(scheme)
    folder = ICONS / "controls" / scheme.value
    assert theme().color("dim").name() in (folder / "chevron.svg").read_text(encoding="utf-8")
    assert theme().color("on_accent").name() in (folder / "tick.svg").read_text(encoding="utf-8")
