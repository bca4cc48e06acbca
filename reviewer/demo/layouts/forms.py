"""Layouts that follow a form: the European one, and letter paper with contact data in header and footer only."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from reviewer.demo.cv import Cv
from reviewer.demo.layouts.parts import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    Heading,
    Row,
    cased,
    page_frame,
    row_in_flow,
    tell,
)
from reviewer.demo.looks import Look
from reviewer.demo.sheet import Line, Sheet, colour_of, measure

_AXIS = 186.0
_BLUE = "#3a5a9b"


def draw_europass(cv: Cv, look: Look, canvas: Canvas) -> None:
    """Labels set right against a vertical line, text at its right."""

    def frame(sheet: Sheet) -> None:
        canvas.setStrokeColor(colour_of("#9aa7bd"))
        canvas.setLineWidth(0.7)
        canvas.line(_AXIS, 52, _AXIS, PAGE_HEIGHT - 52)
        foot = f"{cv.labels['page']} {sheet.page} – {cv.labels['title']} {cv.name}"
        sheet.place([Line(text=foot, style=look.text(0.8, "#666666"))], _AXIS + 12, 44, 330)

    sheet = Sheet(canvas, [page_frame(_AXIS + 12, 48, 60, 54)], frame)
    row = _europass_row(sheet, look)
    sheet.place([Line(text="Curriculum Vitae", style=look.bold(1.5, _BLUE, align="right"))], 36, sheet.y, _AXIS - 46)
    sheet.y -= 28
    row(cv.labels["name"], [Line(text=cv.name, style=look.bold(1.15))])
    for label, value in (*cv.contact, *cv.personal):
        row(label, [Line(text=value, style=look.text())])
    if cv.contact_hint:
        row(cv.labels["contact"], [Line(text=cv.contact_hint, style=look.text())])
    order = ("profile", "stations", "projects", "education", "trainings", "extras", "focus", "dated")
    tell(cv, look, _europass_heading(sheet, look), row, order)


def _europass_row(sheet: Sheet, look: Look) -> Row:
    def row(label: str, lines: list[Line]) -> None:
        sheet.need(min(measure(lines, sheet.frame.width), look.size * 5))
        top, page = sheet.y, sheet.page
        below = sheet.place([Line(text=label, style=look.text(0.95, "#444444", align="right"))], 36, top, _AXIS - 46)
        sheet.write(lines)
        if page == sheet.page:
            sheet.y = min(sheet.y, below)
        sheet.skip(5)

    return row  # type: ignore[return-value]


def _europass_heading(sheet: Sheet, look: Look) -> Heading:
    def heading(text: str) -> None:
        sheet.need(look.size * 8)
        sheet.skip(9)
        style = look.bold(1.0, _BLUE, align="right")
        below = sheet.place([Line(text=cased(look, text), style=style)], 36, sheet.y, _AXIS - 46)
        sheet.y = below - 3

    return heading


def draw_letterhead(cv: Cv, look: Look, canvas: Canvas) -> None:
    """The body never says who to call: that stands in small print at the head and foot of each page."""

    def paper(sheet: Sheet) -> None:
        name = Line(text=cv.name, style=look.bold(1.2, look.accent, align="right"))
        trade = Line(text=cv.headline, style=look.text(0.82, "#666666", align="right"))
        sheet.place([name, trade], 60, PAGE_HEIGHT - 30, PAGE_WIDTH - 120)
        canvas.setStrokeColor(colour_of(look.accent))
        canvas.setLineWidth(0.8)
        canvas.line(60, PAGE_HEIGHT - 66, PAGE_WIDTH - 60, PAGE_HEIGHT - 66)
        canvas.line(60, 50, PAGE_WIDTH - 60, 50)
        small = Line(text=cv.contact_line(), style=look.text(0.74, "#666666", align="center"))
        sheet.place([small], 60, 46, PAGE_WIDTH - 120)

    sheet = Sheet(canvas, [page_frame(72, 66, 64, 88)], paper)
    sheet.write([Line(text=cased(look, cv.labels["title"]), style=look.bold(1.7, look.accent, after=8.0))])
    sheet.write([Line(text=f"{label}: {value}", style=look.text()) for label, value in cv.personal])

    def heading(text: str) -> None:
        sheet.need(look.size * 7)
        sheet.write([Line(text=cased(look, text), style=look.bold(1.2, look.accent, before=10.0, after=4.0))])

    tell(cv, look, heading, row_in_flow(sheet, look, 9))
