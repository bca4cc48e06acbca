"""Draw the house's guides to a good CV, one page each, from their texts in resources/guides."""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
GUIDES = RESOURCES / "guides"
LANGUAGES = ("de", "en")
_WIDTH, _HEIGHT = A4
_EDGE = 20 * mm
_INNER = _WIDTH - 2 * _EDGE
_HANG = 9 * mm
_GAP = 4 * mm
_PAD = 2.2 * mm
_INK, _DIM, _ACCENT = HexColor("#1b2230"), HexColor("#5a6478"), HexColor("#2f5bd3")
_LINE = HexColor("#dfe3ea")
_TONES = {"bad": (HexColor("#b3372b"), HexColor("#fdf3f1")), "good": (HexColor("#23774a"), HexColor("#f0f8f3"))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The house's hand: one family, three weights."""

    title = ParagraphStyle("title", fontName="Inter-SemiBold", fontSize=20, leading=25, textColor=_INK)
    intro = ParagraphStyle("intro", fontName="Inter", fontSize=10, leading=15, textColor=_INK)
    heading = ParagraphStyle("heading", fontName="Inter-SemiBold", fontSize=11, leading=14.5, textColor=_INK)
    text = ParagraphStyle("text", fontName="Inter", fontSize=9, leading=13, textColor=_DIM)
    example = ParagraphStyle("example", fontName="Inter", fontSize=9, leading=12.6, textColor=_INK)


def read_words(language: str) -> dict[str, Any]:
    """The text of a guide."""
    return tomllib.loads((GUIDES / f"guide-{language}.toml").read_text(encoding="utf-8"))


def make_guide(words: dict[str, Any]) -> bytes:
    """The guide as a PDF; ValueError when its text does not fit on one page."""
    _register_fonts()
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1, lang=words["language"], initialFontName="Inter")
    canvas.setTitle(words["title"])
    canvas.setAuthor(words["author"])
    below = _draw(canvas, words)
    if below < 12 * mm:
        raise ValueError("the text does not fit on one page")
    canvas.save()
    return made.getvalue()


def _register_fonts() -> None:
    for weight in ("Regular", "Medium", "SemiBold"):
        name = "Inter" if weight == "Regular" else f"Inter-{weight}"
        pdfmetrics.registerFont(TTFont(name, str(RESOURCES / "fonts" / f"Inter-{weight}.ttf")))


def _draw(canvas: Canvas, words: dict[str, Any]) -> float:
    """Draw everything; gives the height that is left."""
    top = _HEIGHT - 18 * mm
    canvas.setFillColor(_ACCENT)
    canvas.rect(_EDGE, top, 12 * mm, 1.1 * mm, stroke=0, fill=1)
    top = _write(canvas, words["title"], Style.title, _EDGE, top - 5 * mm, _INNER) - 2.5 * mm
    top = _write(canvas, words["intro"], Style.intro, _EDGE, top, _INNER) - 7 * mm
    for number, point in enumerate(words["point"], 1):
        top = _draw_point(canvas, words, number, point, top) - 5.4 * mm
    canvas.setStrokeColor(_LINE)
    canvas.setLineWidth(0.7)
    canvas.line(_EDGE, top, _WIDTH - _EDGE, top)
    return _write(canvas, words["closing"], Style.intro, _EDGE, top - 4 * mm, _INNER)


def _draw_point(canvas: Canvas, words: dict[str, Any], number: int, point: dict[str, str], top: float) -> float:
    canvas.setFillColor(_ACCENT)
    canvas.setFont("Inter-SemiBold", 11)
    canvas.drawString(_EDGE, top - 11, str(number))
    left, width = _EDGE + _HANG, _INNER - _HANG
    top = _write(canvas, point["title"], Style.heading, left, top, width) - 0.3 * mm
    top = _write(canvas, point["text"], Style.text, left, top, width) - 1.8 * mm
    box = (width - _GAP) / 2
    height = max(_examples_height(point[kind], box) for kind in ("bad", "good"))
    _draw_example(canvas, "bad", words["bad"], point["bad"], (left, top - height, box, height))
    _draw_example(canvas, "good", words["good"], point["good"], (left + box + _GAP, top - height, box, height))
    return top - height


def _draw_example(canvas: Canvas, kind: str, label: str, example: str, box: tuple[float, float, float, float]) -> None:
    ink, ground = _TONES[kind]
    x, y, width, height = box
    canvas.setFillColor(ground)
    canvas.roundRect(x, y, width, height, 1.4 * mm, stroke=0, fill=1)
    canvas.setFillColor(ink)
    canvas.rect(x, y + 1.4 * mm, 0.7 * mm, height - 2.8 * mm, stroke=0, fill=1)
    canvas.setFont("Inter-SemiBold", 7.5)
    canvas.drawString(x + _PAD + 0.7 * mm, y + height - _PAD - 6.2, label)
    _write(canvas, example, Style.example, x + _PAD + 0.7 * mm, y + height - _PAD - 9.5, width - 2 * _PAD - 0.7 * mm)


def _examples_height(example: str, width: float) -> float:
    _, height = Paragraph(example, Style.example).wrap(width - 2 * _PAD - 0.7 * mm, _HEIGHT)
    needed: float = height + 9.5 + 2 * _PAD
    return needed


def _write(canvas: Canvas, text: str, style: ParagraphStyle, x: float, top: float, width: float) -> float:
    """Write a paragraph whose upper edge is top; gives its lower edge."""
    paragraph = Paragraph(text, style)
    _, height = paragraph.wrap(width, _HEIGHT)
    paragraph.drawOn(canvas, x, top - height)
    return top - float(height)


if __name__ == "__main__":
    for wanted in LANGUAGES:
        target = GUIDES / f"guide-{wanted}.pdf"
        target.write_bytes(make_guide(read_words(wanted)))
        print(target.relative_to(RESOURCES.parent), file=sys.stderr)
