"""A CV as DOCX bytes in three manners, always the same bytes for the same CV."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from random import Random

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from reviewer.demo.cv import Cv, Entry
from reviewer.demo.plan import Layout

_FONTS = ("Calibri", "Calibri", "Arial", "Times New Roman", "Cambria", "Verdana")
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def make_docx(cv: Cv, layout: Layout, rng: Random, as_of: date) -> bytes:
    """The CV as a word processor's file; as_of is the day its properties tell."""
    document = docx.Document()
    font = document.styles["Normal"].font
    font.name = rng.choice(_FONTS)
    font.size = Pt(rng.choice((10, 10.5, 11)))
    document.styles["Normal"].paragraph_format.space_after = Pt(rng.choice((0, 2, 4)))
    document.sections[0].left_margin = Cm(rng.choice((2.0, 2.5)))
    match layout:
        case Layout.DOCX_TABLE:
            _write_table(document, cv)
        case Layout.DOCX_GRID:
            _write_grid(document, cv, rng.choice(("DCE6F1", "E7E6E6", "E2EFDA", "FCE4D6")))
        case _:
            _write_plain(document, cv)
    return _saved(document, cv, as_of)


def _saved(document: Document, cv: Cv, as_of: date) -> bytes:
    properties = document.core_properties
    properties.author = properties.last_modified_by = cv.name
    properties.title = f"{cv.labels['title']} {cv.name}"
    properties.comments = ""
    properties.created = properties.modified = datetime(as_of.year, as_of.month, 1)  # noqa: DTZ001 (the format has no zone)
    raw, fixed = BytesIO(), BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            named = zipfile.ZipInfo(entry.filename, _EARLIEST)
            named.create_system = 0
            target.writestr(named, source.read(entry), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def _add(document: Document, text: str, style: str) -> Paragraph:
    """A paragraph in a style given by its id: by its name it costs a search of 1.5 ms."""
    paragraph = document.add_paragraph(text)
    paragraph._p.style = style  # noqa: SLF001 (the public way knows names only)
    return paragraph


def _write_plain(document: Document, cv: Cv) -> None:
    _add(document, cv.labels["title"], "Title")
    document.add_paragraph(cv.name).runs[0].bold = True
    for label, value in (*cv.contact, *cv.personal):
        document.add_paragraph(f"{label}:\t{value}")
    if cv.contact_hint:
        document.add_paragraph(cv.contact_hint)
    _add(document, cv.labels["profile"], "Heading1")
    document.add_paragraph(" ".join(cv.profile))
    for section, entries in (("stations", cv.stations), ("projects", cv.projects)):
        if entries:
            _add(document, cv.labels[section], "Heading1")
        for entry in entries:
            _add(document, f"{entry.period}   {entry.role}", "Heading2")
            _write_entry(document, cv, entry)
    _write_rest(document, cv)


def _write_entry(document: Document, cv: Cv, entry: Entry) -> None:
    for text in (entry.employer, entry.context_line):
        if text:
            document.add_paragraph(text)
    if entry.occasion:
        document.add_paragraph(f"{cv.labels['occasion']}: {entry.occasion}")
    for task in entry.tasks:
        _add(document, task, "ListBullet")
    if entry.results:
        document.add_paragraph(f"{cv.labels['results']}:").runs[0].bold = True
    for result in entry.results:
        _add(document, result, "ListBullet")


def _write_table(document: Document, cv: Cv) -> None:
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run(cv.name)
    run.bold, run.font.size = True, Pt(18)
    contact = document.add_paragraph(cv.contact_line())
    contact.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _two_columns(document, cv.personal)
    for section, entries in (("projects", cv.projects), ("stations", cv.stations)):
        if entries:
            heading = _add(document, cv.labels[section], "Heading1")
            heading.runs[0].font.color.rgb = RGBColor(0x1F, 0x3A, 0x5F)
            _two_columns(document, [(entry.period, _told(cv, entry)) for entry in entries])
    _add(document, cv.labels["education"], "Heading1")
    _two_columns(document, cv.education)
    _write_rest(document, cv, education=False)


def _told(cv: Cv, entry: Entry) -> str:
    lines = [entry.role, entry.employer, entry.context_line, *(f"- {task}" for task in entry.tasks)]
    if entry.results:
        lines.append(f"{cv.labels['results']}: {'; '.join(entry.results)}")
    return "\n".join(line for line in lines if line)


def _two_columns(document: Document, rows: Sequence[tuple[str, str]], style: str = "") -> Table:
    table: Table = document.add_table(rows=len(rows), cols=2)
    table.autofit = False
    if style:
        table._tbl.tblStyle_val = style  # noqa: SLF001 (as in _add)
    for row, pair in zip(table._tbl.tr_lst, rows, strict=True):  # noqa: SLF001 (the public way is 20 times slower)
        for cell, text, width in zip(row.tc_lst, pair, (Cm(4), Cm(12)), strict=True):
            cell.width = width
            paragraph = cell.p_lst[0]
            paragraph.add_r().text = text
    return table


def _write_grid(document: Document, cv: Cv, tint: str) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = f"{cv.labels['title']} · {cv.name}"
    section.footer.paragraphs[0].text = cv.contact_line()
    _add(document, cv.name, "Heading1")
    document.add_paragraph(cv.headline)
    document.add_paragraph(" ".join(cv.profile))
    for name, entries in (("projects", cv.projects), ("stations", cv.stations)):
        if entries:
            _add(document, cv.labels[name], "Heading2")
        for entry in entries:
            rows = [(cv.labels["period"], entry.period), (cv.labels["role"], entry.role)]
            rows += [(cv.labels["client"], entry.employer)] if entry.employer else []
            rows += [*entry.context, (cv.labels["tasks"], "\n".join(entry.tasks))]
            rows += [(cv.labels["results"], "\n".join(entry.results))] if entry.results else []
            _shade(_two_columns(document, rows, "TableGrid"), tint)
            document.add_paragraph()
    _write_rest(document, cv)


def _shade(table: Table, tint: str) -> None:
    for row in table._tbl.tr_lst:  # noqa: SLF001 (python-docx has no call for a cell's colour)
        row.tc_lst[0].get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{tint}"/>'))


def _write_rest(document: Document, cv: Cv, *, education: bool = True) -> None:
    if education:
        _add(document, cv.labels["education"], "Heading2")
        for year, degree in cv.education:
            document.add_paragraph(f"{year}\t{degree}")
    for key, texts in (("trainings", cv.trainings), ("languages", cv.languages), ("software", cv.software)):
        document.add_paragraph(f"{cv.labels[key]}: {', '.join(texts)}")
    if cv.dated:
        document.add_paragraph(cv.dated)
