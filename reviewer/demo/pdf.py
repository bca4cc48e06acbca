"""A CV as PDF bytes: which layout is drawn how, always the same bytes for the same CV."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from random import Random

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from reviewer.demo.cv import Cv
from reviewer.demo.layouts import coloured, forms, plain, tables
from reviewer.demo.layouts.parts import PAGE_HEIGHT, PAGE_WIDTH, Draw
from reviewer.demo.looks import make_look
from reviewer.demo.plan import Layout

_A4 = (PAGE_WIDTH, PAGE_HEIGHT)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Design:
    draw: Draw
    families: tuple[str, ...]
    sizes: tuple[float, float]
    page: tuple[float, float] = _A4


_DESIGNS: Mapping[Layout, _Design] = {
    Layout.CLASSIC: _Design(draw=plain.draw_classic, families=("sans", "serif", "vera"), sizes=(9.5, 11)),
    Layout.SIDEBAR: _Design(draw=coloured.draw_sidebar, families=("sans", "sans", "vera"), sizes=(8.5, 9.5)),
    Layout.DENSE: _Design(draw=tables.draw_dense, families=("sans", "sans", "serif"), sizes=(8, 10)),
    Layout.EUROPASS: _Design(draw=forms.draw_europass, families=("sans", "vera"), sizes=(9, 10)),
    Layout.MINIMAL: _Design(draw=plain.draw_minimal, families=("sans", "serif"), sizes=(8.2, 9)),
    Layout.BOXES: _Design(draw=tables.draw_boxes, families=("sans", "sans", "vera"), sizes=(9, 10)),
    Layout.WORD: _Design(draw=plain.draw_word, families=("serif",), sizes=(11, 12)),
    Layout.LETTERHEAD: _Design(draw=forms.draw_letterhead, families=("serif", "sans"), sizes=(10, 11)),
    Layout.COVER: _Design(draw=coloured.draw_cover, families=("sans", "serif", "vera"), sizes=(9.5, 11)),
    Layout.TIMELINE: _Design(draw=coloured.draw_timeline, families=("sans", "vera"), sizes=(9, 10)),
    Layout.SLIDES: _Design(
        draw=tables.draw_slides,
        families=("sans", "sans", "vera"),
        sizes=(9.5, 11),
        page=(tables.SLIDE_WIDTH, tables.SLIDE_HEIGHT),
    ),
    Layout.MATRIX: _Design(draw=tables.draw_matrix, families=("sans", "serif"), sizes=(9, 10)),
    Layout.TYPEWRITER: _Design(draw=plain.draw_typewriter, families=("mono",), sizes=(9.5, 10.5)),
    Layout.BANNER: _Design(draw=coloured.draw_banner, families=("sans", "serif", "vera"), sizes=(9, 10.5)),
}


def make_pdf(cv: Cv, layout: Layout, rng: Random, password: str = "") -> bytes:
    """The CV drawn in a layout; with a password nobody opens it without."""
    design = _DESIGNS[layout]
    look = make_look(rng, rng.choice(design.families), design.sizes, cv.text())
    buffer = BytesIO()
    lock = StandardEncryption(password, strength=128) if password else None
    canvas = Canvas(buffer, pagesize=design.page, invariant=1, pageCompression=1, encrypt=lock)
    canvas.setTitle(f"{cv.labels['title']} {cv.name}")
    canvas.setAuthor(cv.name)
    design.draw(cv, look, canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
