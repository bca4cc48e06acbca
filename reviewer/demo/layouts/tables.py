"""Layouts made of boxes: the dense project grid, project boxes, the agency's matrix and slides."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from reviewer.demo.cv import Cv, Entry
from reviewer.demo.layouts.parts import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    bare,
    bulleted,
    cased,
    contact_lines,
    entry_lines,
    page_frame,
    row_in_columns,
    row_in_flow,
    ruled_heading,
    tell,
)
from reviewer.demo.looks import Look, draw_portrait
from reviewer.demo.sheet import Frame, Line, Sheet, measure

SLIDE_WIDTH, SLIDE_HEIGHT = 842.0, 474.0
_CELLS = (74.0, 150.0, 116.0, 199.0)


def draw_dense(cv: Cv, look: Look, canvas: Canvas) -> None:
    """Everything ever done in one narrow grid, page after page."""

    def footer(sheet: Sheet) -> None:
        text = f"{cv.name} – {cv.labels['title']} – {cv.labels['page']} {sheet.page}"
        sheet.place([Line(text=text, style=look.text(0.85, "#555555", align="right"))], 28, 32, PAGE_WIDTH - 56)

    sheet = Sheet(canvas, [page_frame(28, 28, 40, 30)], footer)
    sheet.write([Line(text=f"{cv.labels['title']} {cv.name}", style=look.bold(1.5, after=2.0))])
    sheet.write([Line(text=cv.contact_line(), style=look.text())])
    sheet.write([Line(text=", ".join(value for _, value in cv.personal), style=look.text(after=3.0))])
    sheet.write([Line(text=" ".join(cv.profile), style=look.text(after=4.0))])
    for section, entries in (("projects", cv.projects), ("stations", cv.stations)):
        if entries:
            _grid_row(sheet, [[Line(text=cv.labels[section].upper(), style=look.bold())]], (sum(_CELLS),), look.tint)
            names = (cv.labels[key] for key in ("period", "client", "role", "tasks"))
            _grid_row(sheet, [[Line(text=name, style=look.bold())] for name in names], _CELLS, "#f2f2f2")
        for entry in entries:
            _grid_row(sheet, _grid_cells(cv, look, entry), _CELLS)
    for key, texts in (("education", [" ".join(pair) for pair in cv.education]), ("software", cv.software)):
        cells = [[Line(text=cv.labels[key], style=look.bold())], [Line(text="; ".join(texts), style=look.text())]]
        _grid_row(sheet, cells, (74.0, sum(_CELLS[1:])))
    sheet.write([Line(text=cv.dated, style=look.text(before=4.0))])


def _grid_cells(cv: Cv, look: Look, entry: Entry) -> list[list[Line]]:
    text = look.text()
    client = [entry.employer, entry.context_line]
    role = [Line(text=entry.role, style=look.bold()), Line(text=entry.occasion, style=text)]
    work = [Line(text="; ".join(entry.tasks), style=text)]
    if entry.results:
        work.append(Line(text=f"{cv.labels['results']}: {'; '.join(entry.results)}", style=text))
    return [
        [Line(text=entry.period, style=text)],
        [Line(text=part, style=text) for part in client if part],
        [line for line in role if line.text],
        work,
    ]


def _grid_row(sheet: Sheet, cells: Sequence[Sequence[Line]], widths: Sequence[float], tint: str = "") -> None:
    pairs = list(zip(cells, widths, strict=True))
    height = max(measure(lines, width - 6) for lines, width in pairs) + 4
    sheet.need(height)
    x, y = sheet.frame.left, sheet.y - height
    for lines, width in pairs:
        if tint:
            sheet.fill(tint, x, y, width, height)
        sheet.outline("#777777", x, y, width, height, 0.4)
        sheet.place(lines, x + 3, sheet.y - 1, width - 6)
        x += width
    sheet.y = y


def draw_boxes(cv: Cv, look: Look, canvas: Canvas) -> None:
    """A consultant's profile: one box with labelled rows for each assignment."""

    def header(sheet: Sheet) -> None:
        text = f"{cv.name}  |  {cv.headline}"
        sheet.place([Line(text=text, style=look.text(0.85, "#777777"))], 54, PAGE_HEIGHT - 26, 480)
        number = Line(text=f"{cv.labels['page']} {sheet.page}", style=look.text(0.85, "#777777", align="right"))
        sheet.place([number], 54, 40, PAGE_WIDTH - 108)

    sheet = Sheet(canvas, [page_frame(54, 54, 54, 56)], header)
    if look.portrait:
        draw_portrait(sheet, PAGE_WIDTH - 54 - 72, sheet.y - 90, 72, 90)
    sheet.write([Line(text=cv.name, style=look.bold(1.9, look.accent))], width=380)
    sheet.write([Line(text=cv.headline, style=look.text(1.15, after=4.0))], width=380)
    sheet.write(contact_lines(cv, look, 0.95), width=380)
    sheet.skip(10)
    heading = ruled_heading(sheet, look)
    tell(cv, look, heading, row_in_columns(sheet, look, 4), ("profile", "focus"))
    if cv.projects:
        heading(cv.labels["projects"])
    for entry in cv.projects:
        _project_box(sheet, cv, look, entry)
    tell(cv, look, heading, row_in_columns(sheet, look, 110), ("stations", "education", "trainings", "extras", "dated"))


def _project_box(sheet: Sheet, cv: Cv, look: Look, entry: Entry) -> None:
    rows: list[tuple[str, list[Line]]] = [(cv.labels["client"], [Line(text=entry.employer, style=look.text())])]
    rows += [(label, [Line(text=value, style=look.text())]) for label, value in entry.context]
    if entry.occasion:
        rows.append((cv.labels["occasion"], [Line(text=entry.occasion, style=look.text())]))
    rows.append((cv.labels["tasks"], bulleted(look, entry.tasks)))
    if entry.results:
        rows.append((cv.labels["results"], bulleted(look, entry.results)))
    width = sheet.frame.width
    head = look.size * 1.9
    labelled = [([Line(text=label, style=look.bold(0.92, look.accent))], lines) for label, lines in rows]
    height = head + sum(max(measure(label, 100), measure(lines, width - 120)) + 3 for label, lines in labelled) + 4
    sheet.need(height + 10)
    left, top = sheet.frame.left, sheet.y
    sheet.fill(look.accent, left, top - head, width, head)
    title = Line(text=entry.role, style=look.bold(1.02, "#ffffff"))
    period = Line(text=entry.period, style=look.text(0.95, "#ffffff", align="right"))
    sheet.place([title], left + 6, top - look.size * 0.3, width - 150)
    sheet.place([period], left + 6, top - look.size * 0.3, width - 12)
    y = top - head - 2
    for label, lines in labelled:
        below = sheet.place(label, left + 6, y, 100)
        y = min(below, sheet.place(lines, left + 112, y, width - 120)) - 3
    sheet.outline(look.accent, left, top - height, width, height)
    sheet.y = top - height - 10


def draw_matrix(cv: Cv, look: Look, canvas: Canvas) -> None:
    """An agency's form: grey title bars and a two-column table."""
    sheet = Sheet(canvas, [page_frame(48, 48, 48, 48)], bare)
    widths = (122.0, PAGE_WIDTH - 96 - 122.0)
    whole = (sum(widths),)
    _grid_row(sheet, [[Line(text=f"{cv.labels['title']}: {cv.name}", style=look.bold(1.3))]], whole, look.tint)
    facts = (*cv.personal, *cv.contact, (cv.labels["focus"], ", ".join(cv.focus)))
    facts = (*facts, (cv.labels["languages"], ", ".join(cv.languages)), (cv.labels["profile"], " ".join(cv.profile)))
    if cv.contact_hint:
        facts = (*facts, (cv.labels["contact"], cv.contact_hint))
    for label, value in facts:
        _grid_row(sheet, [[Line(text=label, style=look.bold())], [Line(text=value, style=look.text())]], widths)
    for section, entries in (("stations", cv.stations), ("projects", cv.projects)):
        if entries:
            sheet.need(150)
            title = Line(text=cased(look, cv.labels[section]), style=look.bold(1.1))
            _grid_row(sheet, [[title]], whole, look.tint)
        for entry in entries:
            cells = [[Line(text=entry.period, style=look.text())], entry_lines(cv, look, entry)]
            _grid_row(sheet, cells, widths)
    _grid_row(sheet, [[Line(text=cased(look, cv.labels["education"]), style=look.bold(1.1))]], whole, look.tint)
    for year, degree in cv.education:
        _grid_row(sheet, [[Line(text=year, style=look.text())], [Line(text=degree, style=look.text())]], widths)
    sheet.write([Line(text=cv.dated, style=look.text(before=6.0))])


def draw_slides(cv: Cv, look: Look, canvas: Canvas) -> None:
    """A presentation saved as PDF: wide pages with two columns."""

    def slide(sheet: Sheet) -> None:
        sheet.fill(look.accent, 0, SLIDE_HEIGHT - 46, SLIDE_WIDTH, 46)
        title = cv.name if sheet.page == 1 else f"{cv.name} – {cv.labels['projects']} ({sheet.page})"
        sheet.place([Line(text=title, style=look.bold(1.8, "#ffffff"))], 36, SLIDE_HEIGHT - 10, 620)
        sheet.place([Line(text=str(sheet.page), style=look.text(0.8, "#777777", align="right"))], 36, 26, 770)

    columns = [Frame(left=left, bottom=34, width=372, top=SLIDE_HEIGHT - 62) for left in (36.0, 434.0)]
    sheet = Sheet(canvas, columns, slide)
    sheet.write([Line(text=cv.headline, style=look.bold(1.3, look.accent, after=4.0))])
    if look.portrait:
        draw_portrait(sheet, 36, sheet.y - 100, 80, 100)
        sheet.place(contact_lines(cv, look, 0.95), 128, sheet.y, 280)
        sheet.skip(112)
    else:
        sheet.write(contact_lines(cv, look, 0.95))
    heading = ruled_heading(sheet, look)
    tell(
        cv,
        look,
        heading,
        row_in_flow(sheet, look),
        ("profile", "focus", "projects", "stations", "education", "extras", "dated"),
    )
