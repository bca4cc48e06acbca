"""Word layouts of the sealed half: tab stops with the contact in the page's head, merged form cells, rows of two cells."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.corpus.blind.docx_writing import add_contact, finish, start_document
from tests.corpus.blind.model import Draft, Section, Station
from tests.corpus.blind.sealed_forms import LABELS
from tests.corpus.blind.sealed_shape import Stock


def _lines(place: Any, station: Station, style: str | None = None) -> None:
    """place is a document or a cell."""
    for kind, text in station.lines:
        if kind in {"task", "result"}:
            place.add_paragraph(text if style else f"- {text}", style=style)
        else:
            place.add_paragraph().add_run(text).bold = kind == "label"


def _texts(document: Any, section: Section) -> None:
    for text in section.texts:
        document.add_paragraph(text, style="List Bullet" if section.kind == "list" else None)


def docx_tabs(draft: Draft, _words: Stock, rng: Random) -> bytes:
    """Contact data only in the page's head; periods behind a tab stop at the right edge."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm, Pt

    document = start_document(draft)
    document.styles["Normal"].font.size = Pt(10)
    document.styles["Normal"].font.name = rng.choice(("Calibri", "Arial", "Georgia"))
    head = document.sections[0].header
    for item in draft.contact:
        add_contact(head.add_paragraph(), item)
    document.sections[0].footer.paragraphs[0].text = draft.footer
    document.add_heading(draft.person.full, 0)
    document.add_paragraph(draft.headline)
    for section in draft.sections:
        document.add_heading(section.heading, 1)
        _texts(document, section)
        for station in section.stations:
            line = document.add_paragraph()
            line.paragraph_format.tab_stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT)
            line.add_run(station.title).bold = True
            line.add_run(f"\t{station.period}")
            if station.company:
                document.add_paragraph(station.company)
            _lines(document, station, "List Bullet")
    return finish(document)


def docx_form(draft: Draft, words: Stock, rng: Random) -> bytes:
    """One table for each station: a merged title row, then fields' names and values."""
    document = start_document(draft)
    labels = LABELS[words.language]
    document.add_paragraph().add_run(
        draft.document_title.upper() if rng.random() < 0.5 else draft.document_title
    ).bold = True
    top = document.add_table(rows=0, cols=2)
    for label, text in ((labels[4], draft.person.full), ("", draft.headline)):
        cells = top.add_row().cells
        cells[0].text, cells[1].text = label, text
    cells = top.add_row().cells
    cells[0].text = labels[5]
    for index, item in enumerate(draft.contact):
        add_contact(cells[1].paragraphs[0] if index == 0 else cells[1].add_paragraph(), item)
    document.sections[0].footer.paragraphs[0].text = draft.footer
    for section in draft.sections:
        document.add_heading(section.heading, 2)
        _texts(document, section)
        for station in section.stations:
            _form(document, station, labels)
    return finish(document)


def _form(document: Any, station: Station, labels: tuple[str, ...]) -> None:
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    merged = table.rows[0].cells[0].merge(table.rows[0].cells[1])
    merged.paragraphs[0].add_run(station.title).bold = True
    for label, text in ((labels[0], station.period), (labels[1], station.company)):
        if text:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = label, text
    if station.lines:
        cells = table.add_row().cells
        cells[0].text = labels[3]
        _lines(cells[1], station)
        first = cells[1].paragraphs[0]
        first._p.getparent().remove(first._p)
    document.add_paragraph()


def docx_rows(draft: Draft, _words: Stock, rng: Random) -> bytes:
    """A table without lines for each section: period at the left, everything else in the right cell."""
    from docx.shared import Cm, Pt

    document = start_document(draft)
    document.styles["Normal"].font.name = rng.choice(("Verdana", "Times New Roman"))
    document.styles["Normal"].font.size = Pt(9)
    document.add_paragraph().add_run(draft.person.full).bold = True
    for item in draft.contact:
        add_contact(document.add_paragraph(), item)
    document.add_paragraph(draft.headline)
    for section in draft.sections:
        document.add_paragraph().add_run(section.heading.upper()).underline = True
        _texts(document, section)
        if section.stations:
            table = document.add_table(rows=0, cols=2)
            for station in section.stations:
                cells = table.add_row().cells
                cells[0].width, cells[1].width = Cm(3.6), Cm(12.6)
                cells[0].text = station.period
                cells[1].paragraphs[0].add_run(
                    ", ".join(part for part in (station.title, station.company) if part)
                ).bold = True
                _lines(cells[1], station)
    if draft.footer:
        document.add_paragraph(draft.footer)
    return finish(document)
