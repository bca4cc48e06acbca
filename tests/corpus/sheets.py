"""Setting a CV as a file: fourteen layouts by two engines, DOCX, and pages that are pictures."""

from __future__ import annotations

import html
import io
from collections.abc import Callable
from random import Random
from typing import Any

import docx
import pymupdf as untyped_engine
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from tests.corpus.careers import Cv, Entry, written_period

_engine: Any = untyped_engine
_BOTTOM, _TOP = 60, 780
_AS_READ = str.maketrans({"–": "-", "—": "-", "„": '"', "“": '"', "”": '"', "’": "'", "•": "*", "€": "EUR", "…": "..."})


class Sheet:
    """A column of text on as many pages as it takes."""

    def __init__(self, canvas: Canvas, left: float, right: float, furniture: str = "") -> None:
        self.canvas, self.left, self.right, self.y = canvas, left, right, float(_TOP)
        self.furniture = furniture
        self.page = 1
        self.edge()

    def edge(self) -> None:
        if self.furniture:
            self.canvas.setFont("Helvetica", 8)
            self.canvas.drawString(60, 30, f"{self.furniture} · {self.page}")

    def room(self, height: float) -> None:
        if self.y - height < _BOTTOM:
            self.canvas.showPage()
            self.page += 1
            self.y = float(_TOP)
            self.edge()

    def write(
        self,
        text: str,
        *,
        size: float = 10,
        bold: bool = False,
        x: float | None = None,
        width: float | None = None,
        gap: float = 0,
        advance: bool = True,
    ) -> float:
        """Write wrapped text from x; the height it took."""
        font = "Helvetica-Bold" if bold else "Helvetica"
        x = self.left if x is None else x
        self.y -= gap
        lines = simpleSplit(text, font, size, width or self.right - x)
        if advance:
            self.room(size * 1.3 * len(lines))
        y = self.y
        for line in lines:
            y -= size * 1.3
            self.canvas.setFont(font, size)
            self.canvas.drawString(x, y, line)
        taken = self.y - y
        if advance:
            self.y = y
        return taken


def _top(sheet: Sheet, cv: Cv, *, contact: bool = True) -> None:
    sheet.write(cv.name, size=18, bold=True)
    if contact and (cv.email or cv.phone):
        sheet.write(" · ".join(filter(None, ("Tel. " + cv.phone if cv.phone else "", cv.email))), size=9)
    if cv.hint:
        sheet.write(cv.hint, size=9)
    if cv.claim:
        sheet.write(cv.claim, gap=4)
    if cv.stamp:
        sheet.write(cv.stamp, size=8)
    sheet.write(cv.words["headings"][5], size=13, bold=True, gap=10)
    sheet.write(cv.words["profile"][0])


def _end(sheet: Sheet, cv: Cv) -> None:
    sheet.write(cv.words["headings"][2], size=13, bold=True, gap=12)
    sheet.write("1994 – 1999 " + cv.words["education"][0])
    sheet.write(cv.words["headings"][3], size=13, bold=True, gap=12)
    sheet.write(cv.words["languages"][0])
    sheet.write(cv.words["filler"][0])


def _groups(cv: Cv) -> list[tuple[str, list[Entry]]]:
    groups = [
        (cv.words["headings"][0], [entry for entry in cv.entries if entry.project and entry.firm]),
        (cv.words["headings"][1], [entry for entry in cv.entries if not (entry.project and entry.firm)]),
    ]
    return [group for group in groups if group[1]]


def _period(cv: Cv, entry: Entry) -> str:
    return written_period(entry, cv.language, cv.date_form)


def _who(entry: Entry) -> str:
    return ", ".join(filter(None, (entry.role, entry.firm)))


def _reportlab(
    cv: Cv,
    entry_by: Callable[[Sheet, Cv, Entry], None],
    *,
    left: float = 60,
    right: float = 535,
    contact: bool = True,
    furniture: str = "",
    aside: bool = False,
) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    if aside:
        side = Sheet(canvas, 30, 165)
        side.write(cv.words["headings"][4], size=11, bold=True)
        for text in filter(None, (cv.phone, cv.email, cv.hint)):
            side.write(text, size=8)
        side.write(cv.words["headings"][3], size=11, bold=True, gap=20)
        for text in (*cv.words["languages"], *cv.words["industries"]):
            side.write(text, size=9)
    sheet = Sheet(canvas, left, right, furniture)
    _top(sheet, cv, contact=contact)
    for heading, entries in _groups(cv):
        sheet.write(heading, size=13, bold=True, gap=12)
        for entry in entries:
            sheet.room(60)
            sheet.y -= 7
            entry_by(sheet, cv, entry)
    _end(sheet, cv)
    canvas.save()
    return file.getvalue()


def _lines(sheet: Sheet, entry: Entry, mark: str = "• ", x: float | None = None) -> None:
    for line in entry.lines:
        sheet.write(mark + line, x=x)


def _date_above(sheet: Sheet, cv: Cv, entry: Entry) -> None:
    sheet.write(_period(cv, entry), size=9)
    sheet.write(_who(entry), bold=True)
    if entry.context:
        sheet.write(entry.context)
    _lines(sheet, entry)


def _title_above(sheet: Sheet, cv: Cv, entry: Entry) -> None:
    sheet.write(entry.role, bold=True)
    sheet.write(_period(cv, entry) + (f" | {entry.firm}" if entry.firm else ""))
    if entry.context:
        sheet.write(entry.context)
    _lines(sheet, entry, "– ")


def _date_left(sheet: Sheet, cv: Cv, entry: Entry) -> None:
    sheet.write(_period(cv, entry), width=85, advance=False)
    for text, bold in ((_who(entry), True), (entry.context, False)):
        if text:
            sheet.write(text, bold=bold, x=sheet.left + 100)
    _lines(sheet, entry, "- ", sheet.left + 100)


def _date_right(sheet: Sheet, cv: Cv, entry: Entry) -> None:
    period = _period(cv, entry)
    sheet.canvas.setFont("Helvetica", 10)
    sheet.canvas.drawRightString(sheet.right, sheet.y - 13, period)
    sheet.write(entry.role, bold=True, width=300)
    sheet.write(" – ".join(filter(None, (entry.firm, entry.context))))
    _lines(sheet, entry)


def _one_paragraph(sheet: Sheet, cv: Cv, entry: Entry) -> None:
    told = f"{_period(cv, entry)}: {_who(entry)}" + (f" ({entry.context.strip('()')})" if entry.context else "")
    sheet.write(told + (". " + "; ".join(entry.lines) if entry.lines else ""))


def _labelled(sheet: Sheet, cv: Cv, entry: Entry) -> None:
    german = cv.language == "de"
    pairs = (
        ("Zeitraum:" if german else "Period:", _period(cv, entry)),
        ("Funktion:" if german else "Role:", entry.role),
        ("Kunde:" if german else "Client:", entry.firm),
        ("Umfeld:" if german else "Setting:", entry.context),
        ("Aufgaben:" if german else "Tasks:", ". ".join(entry.lines)),
    )
    for label, text in pairs:
        if text:
            sheet.write(label, advance=False)
            sheet.write(text, x=sheet.left + 80)


def _three_columns(sheet: Sheet, cv: Cv, entry: Entry) -> None:
    sheet.room(110)
    cells = (
        (_period(cv, entry), 0, 80),
        ("\n".join((_who(entry), entry.context)), 95, 150),
        ("; ".join(entry.lines), 260, 215),
    )
    sheet.y -= max(
        sheet.write(text.replace("\n", " "), size=9, x=sheet.left + x, width=width, advance=False)
        for text, x, width in cells
    )


def _story(cv: Cv, body: Callable[[Cv, Entry], str], *, contact_last: bool = False) -> bytes:
    contact = f"<p>{html.escape(' | '.join(filter(None, (cv.phone, cv.email, cv.hint))))}</p>"
    parts = [
        f"<h1>{html.escape(cv.name)}</h1>",
        "" if contact_last else contact,
        f"<p>{html.escape(cv.claim)}</p>",
        f"<p>{html.escape(cv.words['profile'][0])}</p>",
    ]
    for heading, entries in _groups(cv):
        parts.append(f"<h2>{html.escape(heading)}</h2>" + "".join(body(cv, entry) for entry in entries))
    parts.append(
        f"<h2>{html.escape(cv.words['headings'][2])}</h2><p>1994 – 1999 {html.escape(cv.words['education'][0])}</p>"
    )
    if contact_last:
        parts.append(f"<h2>{html.escape(cv.words['headings'][4])}</h2>{contact}")
    parts.append(f"<p>{html.escape(cv.stamp)}</p>")
    return set_story("".join(parts), "body{font-family:serif;font-size:10pt} h2{font-size:13pt}")


def set_story(body: str, css: str) -> bytes:
    """A PDF of flowing text, in A4."""
    story = _engine.Story(html=body, user_css=css)
    file = io.BytesIO()
    writer = _engine.DocumentWriter(file)
    box = _engine.paper_rect("a4")
    margins = (50, 50, -50, -50)
    more = 1
    while more:
        device = writer.begin_page(box)
        more, _ = story.place(box + margins)
        story.draw(device)
        writer.end_page()
    writer.close()
    return file.getvalue()


def _html_list(cv: Cv, entry: Entry) -> str:
    lines = "".join(f"<li>{html.escape(line)}</li>" for line in entry.lines)
    return f"<p><b>{html.escape(_who(entry))}</b> ({_period(cv, entry)})<br/>{html.escape(entry.context)}</p><ul>{lines}</ul>"


def _html_dated(cv: Cv, entry: Entry) -> str:
    text = " ".join(line + "." for line in entry.lines)
    return f"<p>{_period(cv, entry)}<br/><b>{html.escape(entry.role)}</b><br/>{html.escape(entry.firm)} {html.escape(entry.context)}</p><p>{html.escape(text)}</p>"


def _word(cv: Cv, *, table: bool, margin: bool) -> bytes:
    document = docx.Document()
    document.add_heading(cv.name, 0)
    contact = "  ".join(filter(None, (cv.phone, cv.email, cv.hint)))
    if margin:
        document.sections[0].footer.paragraphs[0].text = contact
    else:
        document.add_paragraph(contact)
    for text in filter(None, (cv.claim, cv.stamp, cv.words["profile"][0])):
        document.add_paragraph(text)
    for heading, entries in _groups(cv):
        document.add_heading(heading, 1)
        grid = document.add_table(rows=0, cols=2) if table else None
        for entry in entries:
            if grid is not None:
                cells = grid.add_row().cells
                cells[0].text = _period(cv, entry)
                cells[1].text = "\n".join(
                    filter(None, (_who(entry), entry.context, *("- " + line for line in entry.lines)))
                )
                continue
            document.add_paragraph(f"{_period(cv, entry)}  {_who(entry)}").runs[0].bold = True
            if entry.context:
                document.add_paragraph(entry.context)
            for line in entry.lines:
                document.add_paragraph(line, style="List Bullet")
    document.add_heading(cv.words["headings"][2], 1)
    document.add_paragraph("1994 – 1999 " + cv.words["education"][0])
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_scan(pdf: bytes, *, layer: bool, seed: int) -> bytes:
    """The pages as pictures; with a layer their words lie hidden over them, misread here and there."""
    rng = Random(seed)
    font = _engine.Font("helv")
    source, target = _engine.open(stream=pdf, filetype="pdf"), _engine.open()
    for page in source:
        sheet = target.new_page(width=page.rect.width, height=page.rect.height)
        sheet.insert_image(sheet.rect, pixmap=page.get_pixmap(dpi=60))
        for x0, _y0, x1, y1, text, *_ in page.get_text("words") if layer else ():
            misread = rng.choices((("rn", "rn"), ("rn", "m"), ("l", "I")), (96, 3, 1))[0]
            read = text.translate(_AS_READ).replace(*misread)
            size = 10 * (x1 - x0) / max(1.0, font.text_length(read, fontsize=10))
            sheet.insert_text((x0, y1 - 2), read, fontsize=size, render_mode=3)
    return bytes(target.tobytes(garbage=3, deflate=True))


DEV: dict[str, Callable[[Cv], bytes]] = {
    "date-above": lambda cv: _reportlab(cv, _date_above),
    "date-left": lambda cv: _reportlab(cv, _date_left),
    "date-right": lambda cv: _reportlab(cv, _date_right),
    "title-above": lambda cv: _reportlab(cv, _title_above),
    "aside": lambda cv: _reportlab(cv, _date_above, left=190, contact=False, aside=True),
    "footer": lambda cv: _reportlab(cv, _date_left, contact=False, furniture=f"{cv.email} {cv.phone}"),
    "paragraph": lambda cv: _reportlab(cv, _one_paragraph),
    "html-list": lambda cv: _story(cv, _html_list),
    "docx": lambda cv: _word(cv, table=False, margin=True),
    "scan": lambda cv: as_scan(_reportlab(cv, _date_left), layer=False, seed=1),
    "ocr": lambda cv: as_scan(_reportlab(cv, _date_above), layer=True, seed=2),
}
HELD: dict[str, Callable[[Cv], bytes]] = {
    "labelled": lambda cv: _reportlab(cv, _labelled),
    "three-columns": lambda cv: _reportlab(cv, _three_columns),
    "html-dated": lambda cv: _story(cv, _html_dated, contact_last=True),
    "docx-table": lambda cv: _word(cv, table=True, margin=False),
    "aside-dated": lambda cv: _reportlab(cv, _date_left, left=190, contact=False, aside=True),
}
