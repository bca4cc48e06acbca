"""The wide corpus as Word files by python-docx, and on sheets by reportlab: sidebars, cards, tables, letter-spacing."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from tests.corpus.lives import Entry, Life
from tests.corpus.sheets import Sheet


def _contacts(life: Life) -> str:
    return "  |  ".join(filter(None, (life.phone, life.email, life.hint)))


def word(life: Life, *, form: str) -> bytes:
    """A DOCX; form is "plain", "table", "header" (contact there), "link" (address behind a word) or "tabs"."""
    document = docx.Document()
    document.add_heading(life.name, 0)
    if form == "header":
        document.sections[0].header.paragraphs[0].text = f"{life.name}  {_contacts(life)}"
    elif form == "link" and life.email:
        paragraph = document.add_paragraph(f"{life.phone} {life.hint} ")
        _hyperlink(paragraph, f"mailto:{life.email}", life.words["labels"]["mail"])
    else:
        document.add_paragraph(_contacts(life))
    for text in filter(None, (life.claim, life.words["profile"][life.seed % 3])):
        document.add_paragraph(text)
    for heading, entries in life.groups:
        document.add_heading(heading, 1)
        grid = document.add_table(rows=0, cols=2) if form == "table" else None
        for entry in entries:
            if grid is not None:
                cells = grid.add_row().cells
                cells[0].text = entry.period
                cells[1].text = "\n".join(filter(None, (entry.role, entry.firm, entry.context, *entry.lines)))
            else:
                _word_entry(document, entry, tabs=form == "tabs")
    for heading, lines in life.sections:
        document.add_heading(heading, 1)
        for line in lines:
            document.add_paragraph(line)
    if life.stamp:
        document.add_paragraph(life.stamp)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _word_entry(document: Any, entry: Entry, *, tabs: bool) -> None:
    who = ", ".join(filter(None, (entry.role, entry.firm)))
    if tabs:
        document.add_paragraph(f"{entry.period}\t{who}" if entry.period else who)
    else:
        document.add_paragraph().add_run(who).bold = True
        if entry.period:
            document.add_paragraph(entry.period)
    if entry.context:
        document.add_paragraph(entry.context)
    for line in entry.lines:
        document.add_paragraph(line, style="List Bullet")


def _hyperlink(paragraph: Any, target: str, text: str) -> None:
    relation = paragraph.part.relate_to(
        target, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
    )
    link, run, words = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
    link.set(qn("r:id"), relation)
    words.text = text
    run.append(words)
    link.append(run)
    paragraph._p.append(link)


def grid(life: Life, *, columns: int) -> bytes:
    """Real tables with frames, by platypus: two columns, or three with the tasks in the last."""
    styles = getSampleStyleSheet()
    body = ParagraphStyle("body", parent=styles["BodyText"], fontSize=9, leading=11)
    story: list[Any] = [Paragraph(life.name, styles["Title"]), Paragraph(_contacts(life), body)]
    story += [Paragraph(text, body) for text in (life.claim, life.words["profile"][life.seed % 3]) if text]
    for heading, entries in life.groups:
        story.append(Paragraph(heading, styles["Heading2"]))
        rows = [_cells(entry, body, columns) for entry in entries]
        widths = [85, 400] if columns == 2 else [80, 170, 240]
        table = Table(rows, colWidths=widths, splitInRow=1)
        table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.4, "#999999"), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
        story.append(table)
    for heading, lines in life.sections:
        story += [Paragraph(heading, styles["Heading2"]), *(Paragraph(line, body) for line in lines)]
    story += [Spacer(1, 12), Paragraph(life.stamp, body)]
    file = io.BytesIO()
    SimpleDocTemplate(file, pagesize=A4, leftMargin=50, rightMargin=50).build(story)
    return file.getvalue()


def _cells(entry: Entry, body: ParagraphStyle, columns: int) -> list[Any]:
    head = [
        Paragraph(f"<b>{entry.role}</b>", body),
        Paragraph(", ".join(filter(None, (entry.firm, entry.context))), body),
    ]
    lines = [Paragraph(f"• {line}", body) for line in entry.lines]
    period = Paragraph(entry.period, body)
    return [period, [*head, *lines]] if columns == 2 else [period, head, lines]


def _spaced(text: str) -> str:
    return "   ".join(" ".join(word) for word in text.upper().split())


def sidebar(life: Life, *, right: bool, spaced: bool = False) -> bytes:
    """A coloured column with contact data and skills beside the career, on the first page."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    edge = 400 if right else 40
    _side(canvas, life, edge)
    sheet = Sheet(canvas, 40 if right else 210, 380 if right else 555)
    sheet.write(life.name, size=18, bold=True)
    for text in (life.claim, life.words["profile"][life.seed % 3]):
        sheet.write(text, gap=4)
    for heading, entries in life.groups:
        sheet.write(_spaced(heading) if spaced else heading, size=13, bold=True, gap=10)
        for entry in entries:
            _sidebar_entry(sheet, entry)
    for heading, lines in life.sections:
        sheet.write(_spaced(heading) if spaced else heading, size=13, bold=True, gap=10)
        for line in lines:
            sheet.write(line)
    sheet.write(life.stamp, size=8, gap=8)
    canvas.save()
    return file.getvalue()


def _side(canvas: Canvas, life: Life, x: float) -> None:
    labels = life.words["labels"]
    lines = [life.words["headings"]["contact"][0]]
    lines += [labels["phone"], life.phone] if life.phone else []
    lines += simpleSplit(life.email, "Helvetica", 9, 140) if life.email else []
    lines += simpleSplit(life.hint, "Helvetica", 9, 140) if life.hint else []
    lines += ["", life.words["headings"]["skills"][0], *life.words["skills"]]
    y = 780.0
    for number, line in enumerate(lines):
        canvas.setFont("Helvetica-Bold" if number == 0 else "Helvetica", 9)
        canvas.drawString(x, y, line)
        y -= 14


def _sidebar_entry(sheet: Sheet, entry: Entry) -> None:
    sheet.write(entry.role, bold=True, gap=6)
    sheet.write(" | ".join(filter(None, (entry.firm, entry.period))), size=9)
    if entry.context:
        sheet.write(entry.context, size=9)
    for line in entry.lines:
        sheet.write("• " + line, x=sheet.left + 10, size=9)


def letterhead(life: Life, *, foot: bool) -> bytes:
    """Contact data only in a line at the edge of each page; entries with the period at the right."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    sheet = Sheet(canvas, 60, 535, furniture=f"{life.name} · {_contacts(life)} · Seite" if foot else "")
    if not foot:
        canvas.setFont("Helvetica", 8)
        canvas.drawRightString(535, 815, _contacts(life))
    sheet.write(life.name.upper(), size=16, bold=True)
    sheet.write(life.claim)
    sheet.write(life.words["profile"][life.seed % 3], gap=6)
    for heading, entries in life.groups:
        sheet.write(heading.upper(), size=10, bold=True, gap=12)
        for entry in entries:
            sheet.room(60)
            canvas.setFont("Helvetica", 10)
            canvas.drawRightString(535, sheet.y - 19, entry.period)
            sheet.write(", ".join(filter(None, (entry.firm, entry.role))), bold=True, width=340, gap=6)
            for text in filter(None, (entry.context, "; ".join(entry.lines))):
                sheet.write(text)
    for heading, lines in life.sections:
        sheet.write(heading.upper(), size=10, bold=True, gap=12)
        for line in lines:
            sheet.write(line)
    sheet.write(life.stamp, size=8, gap=8)
    canvas.save()
    return file.getvalue()


def cards(life: Life) -> bytes:
    """Two columns of entries on each page, the left one read first."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    sheet = Sheet(canvas, 50, 545)
    sheet.write(life.name, size=20, bold=True)
    sheet.write(_contacts(life), size=9)
    sheet.write(life.claim, gap=4)
    top = sheet.y - 10
    column = _Column(canvas, top)
    for heading, entries in life.groups:
        column.write([(heading, True)])
        for entry in entries:
            column.write(
                [
                    (entry.period, False),
                    (", ".join(filter(None, (entry.role, entry.firm))), True),
                    (entry.context, False),
                ]
                + [(f"- {line}", False) for line in entry.lines]
            )
    for heading, lines in life.sections:
        column.write([(heading, True), *((line, False) for line in lines)])
    column.write([(life.stamp, False)])
    canvas.save()
    return file.getvalue()


class _Column:
    """Blocks of lines one below the other, in two columns a page."""

    def __init__(self, canvas: Canvas, top: float) -> None:
        self.canvas, self.top, self.y, self.x = canvas, top, top, 50.0

    def write(self, block: list[tuple[str, bool]]) -> None:
        fonts = {True: "Helvetica-Bold", False: "Helvetica"}
        lines = [(part, bold) for text, bold in block for part in simpleSplit(text, fonts[bold], 9, 230) if text]
        if self.y - 12 * len(lines) < 50:
            if self.x > 60:
                self.canvas.showPage()
                self.x, self.top = 50.0, 790.0
            else:
                self.x = 310.0
            self.y = self.top
        for line, bold in lines:
            self.canvas.setFont(fonts[bold], 9)
            self.y -= 12
            self.canvas.drawString(self.x, self.y, line)
        self.y -= 8
