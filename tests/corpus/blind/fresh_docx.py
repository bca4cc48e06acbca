"""Word layouts of the fresh half: plain headings, a form of two cells, a text box for the contact, running text."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.corpus.blind.docx_writing import add_box, add_contact, finish, start_document
from tests.corpus.blind.drawing import contact_typed, head_line
from tests.corpus.blind.fresh_shape import Stock
from tests.corpus.blind.model import Draft, Section, Station

BULLETS = {"task", "result"}


def _start(draft: Draft, rng: Random) -> Any:
    from docx.shared import Pt

    document = start_document(draft)
    document.styles["Normal"].font.name = rng.choice(("Calibri", "Arial", "Garamond", "Segoe UI"))
    document.styles["Normal"].font.size = Pt(rng.choice((9.5, 10, 11)))
    document.sections[0].footer.paragraphs[0].text = draft.footer
    return document


def _texts(document: Any, section: Section) -> None:
    for text in section.texts:
        document.add_paragraph(text, style="List Bullet" if section.kind == "list" else None)


def _lines(place: Any, station: Station, *, bullets: bool = True) -> None:
    for kind, text in station.lines:
        if kind in BULLETS and bullets:
            place.add_paragraph(text, style="List Bullet")
        elif kind in BULLETS:
            place.add_paragraph(f"• {text}")
        else:
            place.add_paragraph().add_run(text).bold = kind == "label"


def docx_headings(draft: Draft, _stock: Stock, rng: Random) -> bytes:
    """Name and contact as paragraphs, styled headings; each station begins with its period in bold."""
    document = _start(draft, rng)
    document.add_heading(draft.person.full, 0)
    document.add_paragraph(draft.headline)
    for item in draft.contact:
        add_contact(document.add_paragraph(), item)
    for section in draft.sections:
        document.add_heading(section.heading, 1)
        _texts(document, section)
        for station in section.stations:
            line = document.add_paragraph()
            line.add_run(station.period).bold = True
            line.add_run(f"  {head_line(station)}")
            _lines(document, station)
    return finish(document)


def docx_two_cells(draft: Draft, _stock: Stock, rng: Random) -> bytes:
    """One table through the whole CV, contact among its first rows."""
    from docx.shared import Cm

    document = _start(draft, rng)
    document.add_paragraph().add_run(draft.document_title).bold = True
    table = document.add_table(rows=0, cols=2, style=rng.choice(("Table Grid", "Normal Table")))

    def row(left: str, right: str = "") -> Any:
        cells = table.add_row().cells
        cells[0].width, cells[1].width = Cm(4), Cm(12.5)
        cells[0].text = left
        cells[1].text = right
        return cells[1]

    row("Name", draft.person.full)
    contact = row(draft.contact_heading)
    for index, item in enumerate(draft.contact):
        add_contact(contact.paragraphs[0] if index == 0 else contact.add_paragraph(), item)
    row("Position", draft.headline)
    for section in draft.sections:
        cell = row(section.heading, "\n".join(section.texts))
        for station in section.stations:
            cell = row(station.period, head_line(station))
            cell.paragraphs[0].runs[0].bold = True
            _lines(cell, station, bullets=False)
    return finish(document)


def docx_box(draft: Draft, _stock: Stock, rng: Random) -> bytes:
    """Contact in a text box beside the name, or in the page's head; titles underlined."""
    document = _start(draft, rng)
    first = document.add_paragraph()
    first.add_run(draft.person.full).bold = True
    contact = [contact_typed(item) for item in draft.contact]
    if rng.random() < 0.6:
        add_box(first, contact)
    else:
        document.sections[0].header.paragraphs[0].text = "  |  ".join(contact)
    document.add_paragraph(draft.headline)
    for section in draft.sections:
        document.add_heading(section.heading, 2)
        _texts(document, section)
        for station in section.stations:
            document.add_paragraph().add_run(station.title).underline = True
            if station.company:
                document.add_paragraph(station.company)
            document.add_paragraph(station.period)
            _lines(document, station)
    return finish(document)


def docx_running(draft: Draft, _stock: Stock, rng: Random) -> bytes:
    """Headings in bold capitals without styles; tab between period and title; contact in one line."""
    document = _start(draft, rng)
    document.add_paragraph(draft.document_title)
    line = document.add_paragraph()
    line.add_run(f"{draft.person.full} – {draft.headline}").bold = True
    place = document.add_paragraph()
    for index, item in enumerate(draft.contact):
        if index:
            place.add_run(" / ")
        add_contact(place, item)
    for section in draft.sections:
        document.add_paragraph().add_run(section.heading.upper()).bold = True
        _texts(document, section)
        for station in section.stations:
            document.add_paragraph(f"{station.period}\t{station.title}")
            if station.company:
                document.add_paragraph(f"\t{station.company}")
            _lines(document, station, bullets=rng.random() < 0.7)
    return finish(document)
