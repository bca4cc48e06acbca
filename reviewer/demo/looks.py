"""The typography of one CV: family, sizes, accent and bullets, and the portrait's silhouette."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from random import Random

import reportlab
from reportlab import rl_config
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from reviewer.demo.sheet import Sheet, TextStyle, colour_of

ACCENTS = (
    ("#1f3a5f", "#e6ecf3"),
    ("#14746f", "#e3f1f0"),
    ("#7a1f2b", "#f5e8ea"),
    ("#3d4449", "#eceeef"),
    ("#2f5d3a", "#e6efe8"),
    ("#b9561f", "#fbeee5"),
    ("#2b6cb0", "#e7f0f9"),
    ("#5b3f8c", "#eeeaf6"),
    ("#8a6d1d", "#f7f1de"),
    ("#0f4c5c", "#e2edf0"),
    ("#a11d4b", "#f9e6ee"),
    ("#111111", "#efefef"),
)
FAMILIES = {
    "sans": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "serif": ("Times-Roman", "Times-Bold", "Times-Italic"),
    "mono": ("Courier", "Courier-Bold", "Courier-Oblique"),
    "vera": ("Vera", "VeraBd", "VeraIt"),
}
# The text form of streams takes a quarter of the whole time and nobody reads it.
rl_config.useA85 = 0
_BULLETS = ("•", "•", "–", "-", "·", "»")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one author set in his word processor; size is the body's in points.

    entry_style picks how tasks and results are told: 0 two lists, 1 labelled lists, 2 list and sentence, 3 paragraphs.
    """

    family: tuple[str, str, str]
    size: float
    accent: str
    tint: str
    bullet: str
    leading: float
    capitals: bool
    employer_first: bool
    portrait: bool
    entry_style: int

    def text(self, scale: float = 1.0, colour: str = "#1a1a1a", **more: float | str) -> TextStyle:
        """The body's style, scaled."""
        return self._style(0, scale, colour, **more)

    def bold(self, scale: float = 1.0, colour: str = "#1a1a1a", **more: float | str) -> TextStyle:
        """The same in bold."""
        return self._style(1, scale, colour, **more)

    def italic(self, scale: float = 1.0, colour: str = "#444444", **more: float | str) -> TextStyle:
        """The same in italics."""
        return self._style(2, scale, colour, **more)

    def _style(self, weight: int, scale: float, colour: str, **more: float | str) -> TextStyle:
        style = TextStyle(
            font=self.family[weight], size=round(self.size * scale, 2), colour=colour, leading=self.leading
        )
        return replace(style, **more)  # type: ignore[arg-type]


def make_look(rng: Random, family: str, size: tuple[float, float], text: str) -> Look:
    """A look in this family; a text with letters beyond Western Europe gets a font that has them."""
    accent, tint = rng.choice(ACCENTS)
    family = family if _western(text) else "vera"
    points = rng.choice((size[0], (size[0] + size[1]) / 2, size[1])) * (0.92 if family == "vera" else 1.0)
    if family == "vera":
        _register_vera()
    return Look(
        family=FAMILIES[family],
        size=points,
        accent=accent,
        tint=tint,
        bullet=rng.choice(_BULLETS),
        leading=rng.choice((1.18, 1.25, 1.32)),
        capitals=rng.random() < 0.3,
        employer_first=rng.random() < 0.4,
        portrait=rng.random() < 0.6,
        entry_style=rng.randrange(4),
    )


def draw_portrait(sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    """A neutral silhouette where a photograph would be."""
    canvas = sheet.canvas
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(x, y, width, height)
    canvas.clipPath(clip, stroke=0, fill=0)
    sheet.fill("#d5d9dd", x, y, width, height)
    canvas.setFillColor(colour_of("#9aa2aa"))
    middle = x + width / 2
    canvas.ellipse(middle - width * 0.42, y - height * 0.32, middle + width * 0.42, y + height * 0.36, stroke=0, fill=1)
    canvas.ellipse(middle - width * 0.19, y + height * 0.38, middle + width * 0.19, y + height * 0.78, stroke=0, fill=1)
    canvas.restoreState()


def _western(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=1)
def _register_vera() -> None:
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in FAMILIES["vera"]:
        registerFont(TTFont(name, str(folder / f"{name}.ttf")))
