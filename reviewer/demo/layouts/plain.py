"""Layouts without colour: the classic table, the word processor's, the typewriter's and the one-pager."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from reviewer.demo.cv import Cv
from reviewer.demo.layouts.parts import (
    PAGE_WIDTH,
    PROJECTS_FIRST,
    STATIONS_FIRST,
    bare,
    page_frame,
    row_in_columns,
    row_in_flow,
    ruled_heading,
    tell,
)
from reviewer.demo.looks import Look, draw_portrait
from reviewer.demo.sheet import Line, Sheet


def draw_classic(cv: Cv, look: Look, canvas: Canvas) -> None:
    """Heading, personal data as a table, dates at the left."""

    def footer(sheet: Sheet) -> None:
        number = Line(text=f"{cv.labels['page']} {sheet.page}", style=look.text(0.8, "#666666", align="center"))
        sheet.place([number], 0, 46, PAGE_WIDTH)

    sheet = Sheet(canvas, [page_frame(68, 62, 64, 62)], footer)
    if look.portrait:
        draw_portrait(sheet, PAGE_WIDTH - 62 - 84, sheet.y - 108, 84, 108)
    sheet.write([Line(text=cv.labels["title"], style=look.bold(1.8, after=10.0))])
    row = row_in_columns(sheet, look, 128, gap=2)
    facts = ((cv.labels["name"], cv.name), *cv.personal, *cv.contact)
    for label, value in facts:
        row(label, [Line(text=value, style=look.text())])
    if cv.contact_hint:
        row("", [Line(text=cv.contact_hint, style=look.italic())])
    sheet.skip(8)
    order = STATIONS_FIRST if look.employer_first else PROJECTS_FIRST
    tell(cv, look, ruled_heading(sheet, look, 1.1), row_in_columns(sheet, look, 128), order)


def draw_word(cv: Cv, look: Look, canvas: Canvas) -> None:
    """A word processor's defaults: centred name, bold headings, tabulator columns, justified text."""
    sheet = Sheet(canvas, [page_frame(72, 72, 72, 72)], bare)
    sheet.write([Line(text=cv.name, style=look.bold(1.5, align="center"))])
    for label, value in (*cv.contact, *cv.personal):
        sheet.write([Line(text=f"{label}: {value}", style=look.text(0.95, align="center"))])
    if cv.contact_hint:
        sheet.write([Line(text=cv.contact_hint, style=look.italic(0.95, align="center"))])
    sheet.skip(10)
    sheet.write([Line(text=cv.labels["title"], style=look.bold(1.25, align="center", after=4.0))])

    def heading(text: str) -> None:
        sheet.need(look.size * 6)
        sheet.write([Line(text=f"{text}:" if look.portrait else text, style=look.bold(1.08, before=10.0, after=1.0))])
        width = sheet.canvas.stringWidth(text, look.family[1], look.size * 1.08)
        sheet.rule("#1a1a1a", 0.7, width=width)
        sheet.y -= 4

    opening = ("profile",) if look.portrait else ()
    order = (*opening, "stations", "projects", "education", "trainings", "extras", "dated")
    tell(cv, look, heading, row_in_columns(sheet, look, 118, gap=5), order)


def draw_typewriter(cv: Cv, look: Look, canvas: Canvas) -> None:
    """Fixed pitch, headings between dashes, everything in one column."""
    sheet = Sheet(canvas, [page_frame(64, 48, 56, 60)], bare)
    sheet.write([Line(text=cv.labels["title"].upper(), style=look.bold(1.15, after=6.0))])
    for label, value in ((cv.labels["name"], cv.name), *cv.contact, *cv.personal):
        sheet.write([Line(text=f"{label + ' ':.<20} {value}", style=look.text())])
    if cv.contact_hint:
        sheet.write([Line(text=cv.contact_hint, style=look.text(before=4.0))])

    def heading(text: str) -> None:
        sheet.need(look.size * 6)
        sheet.write([Line(text=f"--- {text.upper()} ".ljust(72, "-"), style=look.text(before=12.0, after=5.0))])

    tell(cv, look, heading, row_in_flow(sheet, look), ("stations", "projects", "education", "extras", "dated"))


def draw_minimal(cv: Cv, look: Look, canvas: Canvas) -> None:
    """Much white, little text: it wants to fit on one page."""
    sheet = Sheet(canvas, [page_frame(96, 78, 58, 78)], bare)
    sheet.write([Line(text=cv.name, style=look.text(2.5, "#111111"))])
    sheet.write([Line(text=cv.headline, style=look.text(1.05, "#777777", before=2.0))])
    sheet.write([Line(text=cv.contact_line(), style=look.text(0.88, "#777777", before=4.0, after=16.0))])
    sheet.write([Line(text=" ".join(cv.profile), style=look.text(1.02, after=8.0))])

    def heading(text: str) -> None:
        sheet.need(look.size * 6)
        sheet.write([Line(text=text.upper(), style=look.bold(0.82, "#999999", before=9.0, after=4.0))])

    order = ("projects", "stations", "education", "dated")
    tell(cv, look, heading, row_in_columns(sheet, look, 104, gap=4), order)
