"""Word layouts of the report half: a text box for contact data, and a matrix of four columns."""

from __future__ import annotations

from random import Random

from tests.corpus.blind.docx_writing import add_box, add_contact, finish, start_document
from tests.corpus.blind.drawing import contact_typed
from tests.corpus.blind.model import Draft
from tests.corpus.blind.words import Words


def docx_boxes(draft: Draft, words: Words, rng: Random) -> bytes:
    """Contact data in a floating box; headings are bold capitals without a style; periods behind titles in brackets."""
    document = start_document(draft)
    first = document.add_paragraph()
    first.add_run(draft.person.full).bold = True
    add_box(first, [contact_typed(item) for item in draft.contact])
    document.add_paragraph(draft.headline)
    for section in draft.sections:
        document.add_paragraph()
        document.add_paragraph().add_run(section.heading.upper()).bold = True
        for text in section.texts:
            document.add_paragraph(text)
        for station in section.stations:
            document.add_paragraph().add_run(f"{station.title} ({station.period})").bold = True
            if station.company:
                document.add_paragraph(station.company)
            for kind, text in station.lines:
                document.add_paragraph(f"– {text}" if kind in {"task", "result"} else text)
    if draft.footer:
        document.sections[0].footer.paragraphs[0].text = draft.footer
    return finish(document)


def docx_matrix(draft: Draft, words: Words, rng: Random) -> bytes:
    """Four columns with a head; contact data as one line in the header, or as a table at the end."""
    document = start_document(draft)
    in_header = rng.random() < 0.5
    document.add_heading(draft.person.full, 1)
    document.add_paragraph(draft.headline)
    if in_header:
        line = document.sections[0].header.paragraphs[0]
        for item in draft.contact:
            add_contact(line, item)
            line.add_run("   ")
    for section in draft.sections:
        document.add_heading(section.heading, 3)
        for text in section.texts:
            document.add_paragraph(text, style="List Bullet" if section.kind == "list" else None)
        if not section.stations:
            continue
        table = document.add_table(rows=1, cols=4, style="Light Grid")
        for cell, head in zip(table.rows[0].cells, words.column_heads, strict=True):
            cell.text = head
        for station in section.stations:
            cells = table.add_row().cells
            cells[0].text, cells[2].text = station.period, station.title
            cells[1].text = "\n".join([station.company, *(text for kind, text in station.lines if kind == "context")])
            cells[3].text = "\n".join(text for kind, text in station.lines if kind != "context")
    if not in_header:
        document.add_heading(draft.contact_heading, 3)
        table = document.add_table(rows=0, cols=2)
        for item in draft.contact:
            left, right = table.add_row().cells
            left.text = item.label
            add_contact(right.paragraphs[0], type(item)("", item.text, item.target))
    if draft.footer:
        document.sections[0].footer.paragraphs[0].text = draft.footer
    return finish(document)
