"""What all layouts share: fonts that know every name's letters, a drawn portrait, contact lines, markup."""

from __future__ import annotations

import io
from functools import cache
from html import escape
from pathlib import Path
from random import Random

from tests.corpus.blind.model import ContactItem, Draft, Station

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
WIDE = "Inter"


@cache
def register_fonts() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont(WIDE, str(FONTS / "Inter-Regular.ttf")))
    pdfmetrics.registerFont(TTFont(f"{WIDE}-Bold", str(FONTS / "Inter-SemiBold.ttf")))
    pdfmetrics.registerFontFamily(WIDE, WIDE, f"{WIDE}-Bold", WIDE, f"{WIDE}-Bold")


def family(draft: Draft, wanted: str) -> tuple[str, str]:
    """The wanted standard font and its bold, or one with all letters where the name needs it."""
    bold = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold", "Courier": "Courier-Bold"}.get(wanted)
    try:
        f"{draft.person.full} {draft.person.town}".encode("cp1252")
    except UnicodeEncodeError:
        bold = None
    if bold:
        return wanted, bold
    register_fonts()
    return WIDE, f"{WIDE}-Bold"


@cache
def portrait(tone: int, width: int = 120, height: int = 150) -> bytes:
    """A drawn placeholder of a portrait, as JPEG."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (width, height), (200 - tone, 205, 190 + tone))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((width * 0.3, height * 0.15, width * 0.7, height * 0.55), fill=(222, 186, 158))
    pen.ellipse((width * 0.1, height * 0.6, width * 0.9, height * 1.4), fill=(52, 60 + tone, 82))
    found = io.BytesIO()
    picture.save(found, "JPEG", quality=80)
    return found.getvalue()


def tone(rng: Random) -> int:
    return rng.choice((0, 20, 40))


def contact_text(item: ContactItem) -> str:
    return f"{item.label} {item.text}".strip()


def contact_typed(item: ContactItem) -> str:
    """For layouts without links: an address that stands only in a link is written out."""
    return item.target.removeprefix("mailto:") if "@" in item.target and "@" not in item.text else contact_text(item)


def contact_markup(item: ContactItem) -> str:
    """For reportlab paragraphs and HTML alike: the link is an annotation."""
    text = escape(item.text, quote=False)
    if item.target:
        text = f'<a href="{item.target}">{text}</a>'
    return f"{escape(item.label, quote=False)} {text}".strip()


def head_line(station: Station) -> str:
    return ", ".join(part for part in (station.title, station.company) if part)


def mark(text: str) -> str:
    return escape(text, quote=False)
