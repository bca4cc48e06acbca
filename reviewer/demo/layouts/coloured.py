"""Layouts with colour: the sidebar, the banner, the timeline and the cover page."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from reviewer.demo.cv import Cv
from reviewer.demo.layouts.parts import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PROJECTS_FIRST,
    bare,
    bulleted,
    cased,
    contact_lines,
    page_frame,
    row_in_columns,
    row_in_flow,
    ruled_heading,
    tell,
)
from reviewer.demo.looks import Look, draw_portrait
from reviewer.demo.sheet import Line, Sheet, colour_of, measure

_SIDE = 188.0


def draw_sidebar(cv: Cv, look: Look, canvas: Canvas) -> None:
    """A coloured column with portrait, contact and skills; the career beside it."""

    def side(sheet: Sheet) -> None:
        sheet.fill(look.accent, 0, 0, _SIDE, PAGE_HEIGHT)
        if sheet.page == 1:
            _fill_side(sheet, cv, look)
        else:
            sheet.place([Line(text=cv.name, style=look.bold(1.0, "#ffffff"))], 24, PAGE_HEIGHT - 52, _SIDE - 44)

    sheet = Sheet(canvas, [page_frame(_SIDE + 26, 40, 48, 50)], side)
    sheet.write([Line(text=cased(look, cv.name), style=look.bold(2.2, look.accent))])
    sheet.write([Line(text=cv.headline, style=look.text(1.15, "#555555", after=8.0))])
    order = ("profile", "projects", "stations", "education", "trainings", "dated")
    tell(cv, look, ruled_heading(sheet, look), row_in_flow(sheet, look, 8), order)


def _fill_side(sheet: Sheet, cv: Cv, look: Look) -> None:
    y = PAGE_HEIGHT - 44
    if look.portrait:
        draw_portrait(sheet, 44, y - 124, 100, 124)
        y -= 148
    blocks: list[tuple[str, Sequence[Line]]] = [(cv.labels["contact"], _side_contact(cv, look))]
    white = look.text(0.92, "#ffffff", after=2.0)
    blocks.append((cv.labels["personal"], [Line(text=f"{key}: {value}", style=white) for key, value in cv.personal]))
    for key, texts in (("languages", cv.languages), ("software", cv.software), ("industries", cv.industries)):
        blocks.append((cv.labels[key], [Line(text=text, style=white) for text in texts]))
    for title, lines in blocks:
        if lines:
            y = sheet.place([Line(text=cased(look, title), style=look.bold(1.05, "#ffffff"))], 24, y - 10, _SIDE - 44)
            y = sheet.place(lines, 24, y - 4, _SIDE - 40)
    y = sheet.place([Line(text=cased(look, cv.labels["focus"]), style=look.bold(1.05, "#ffffff"))], 24, y - 10, 150)
    for number, text in enumerate(cv.focus):
        y = sheet.place([Line(text=text, style=white)], 24, y - 3, _SIDE - 40)
        sheet.fill("#ffffff", 24, y - 3, 140 - 11 * ((number * 5 + len(text)) % 6), 2.4)
        y -= 5


def _side_contact(cv: Cv, look: Look) -> list[Line]:
    lines: list[Line] = []
    for label, value in cv.contact:
        lines.append(Line(text=label, style=look.bold(0.8, look.tint)))
        lines.append(Line(text=value, style=look.text(0.92, "#ffffff", after=3.0)))
    if cv.contact_hint:
        lines.append(Line(text=cv.contact_hint, style=look.italic(0.92, "#ffffff")))
    return lines


def draw_banner(cv: Cv, look: Look, canvas: Canvas) -> None:
    """A coloured band with the name, contact in one line, tinted headings."""

    def band(sheet: Sheet) -> None:
        if sheet.page == 1:
            sheet.fill(look.accent, 0, PAGE_HEIGHT - 128, PAGE_WIDTH, 128)
            name = [
                Line(text=cv.name, style=look.bold(2.3, "#ffffff")),
                Line(text=cv.headline, style=look.text(1.15, look.tint, before=2.0)),
            ]
            width = 330 if look.portrait else 480
            y = sheet.place(name, 56, PAGE_HEIGHT - 26, width)
            sheet.place([Line(text=cv.contact_line(), style=look.text(0.85, "#ffffff"))], 56, y - 4, width)
            if look.portrait:
                draw_portrait(sheet, PAGE_WIDTH - 56 - 84, PAGE_HEIGHT - 116, 84, 104)
        else:
            sheet.fill(look.accent, 0, PAGE_HEIGHT - 16, PAGE_WIDTH, 16)

    sheet = Sheet(canvas, [page_frame(56, 52, 52, 48)], band)
    sheet.y = PAGE_HEIGHT - 146

    def heading(text: str) -> None:
        sheet.need(look.size * 7)
        sheet.skip(8)
        height = look.size * 1.7
        sheet.fill(look.tint, sheet.frame.left - 6, sheet.y - height, sheet.frame.width + 12, height)
        sheet.place(
            [Line(text=cased(look, text), style=look.bold(1.08, look.accent))],
            sheet.frame.left,
            sheet.y - look.size * 0.22,
            400,
        )
        sheet.y -= height + 6

    tell(cv, look, heading, row_in_columns(sheet, look, 112))


def draw_timeline(cv: Cv, look: Look, canvas: Canvas) -> None:
    """A vertical line through all pages with a dot at each station."""
    axis = 150.0

    def line(sheet: Sheet) -> None:
        canvas.setStrokeColor(colour_of(look.accent))
        canvas.setLineWidth(1.4)
        canvas.line(axis, 44, axis, PAGE_HEIGHT - (168 if sheet.page == 1 else 44))

    sheet = Sheet(canvas, [page_frame(axis + 18, 48, 50, 50)], line)
    head = [
        Line(text=cv.name, style=look.bold(2.0, look.accent)),
        Line(text=cv.headline, style=look.text(1.15, "#555555", after=5.0)),
        *contact_lines(cv, look, 0.9, "#444444"),
    ]
    sheet.place(head, 62, PAGE_HEIGHT - 46, 440)
    sheet.y = PAGE_HEIGHT - 176

    def heading(text: str) -> None:
        sheet.need(look.size * 7)
        sheet.skip(6)
        sheet.write([Line(text=cased(look, text), style=look.bold(1.2, look.accent, after=5.0))])

    def row(label: str, lines: Sequence[Line]) -> None:
        sheet.need(min(measure(lines, sheet.frame.width), look.size * 5))
        if label:
            canvas.setFillColor(colour_of("#ffffff"))
            canvas.setStrokeColor(colour_of(look.accent))
            canvas.circle(axis, sheet.y - look.size * 0.75, 4, stroke=1, fill=1)
            sheet.place([Line(text=label, style=look.bold(0.88, "#555555", align="right"))], 38, sheet.y, axis - 50)
        sheet.write(lines)
        sheet.skip(9)

    order = ("profile", "focus", "projects", "stations", "education", "extras", "dated")
    tell(cv, look, heading, row, order)


def draw_cover(cv: Cv, look: Look, canvas: Canvas) -> None:
    """A title page with portrait, motto and short profile; then the pages of fact."""
    sheet = Sheet(canvas, [page_frame(70, 60, 60, 64)], bare)
    middle = PAGE_WIDTH / 2
    sheet.fill(look.tint, 0, 0, PAGE_WIDTH, PAGE_HEIGHT)
    sheet.fill(look.accent, 0, 250, PAGE_WIDTH, 4)
    draw_portrait(sheet, middle - 70, 520, 140, 176)
    title = [
        Line(text=cv.name, style=look.bold(2.8, look.accent, align="center")),
        Line(text=cv.headline, style=look.text(1.4, "#444444", align="center", before=6.0)),
        Line(text=cv.motto, style=look.italic(1.2, align="center", before=14.0)),
        Line(text=" ".join(cv.profile), style=look.text(1.05, align="center", before=24.0)),
    ]
    sheet.place(title, 90, 492, PAGE_WIDTH - 180)
    sheet.place(contact_lines(cv, look, 1.0), 90, 226, PAGE_WIDTH - 180)
    sheet.y = 0.0
    sheet.turn()
    sheet.write([Line(text=cased(look, cv.labels["focus"]), style=look.bold(1.3, look.accent, after=4.0))])
    sheet.write(bulleted(look, cv.focus))
    order = [section for section in PROJECTS_FIRST if section not in ("profile", "focus")]
    tell(cv, look, ruled_heading(sheet, look, 1.3), row_in_columns(sheet, look, 118), order)
