"""Word layouts of the open half: running paragraphs, and tables with contact data in the margins."""

from __future__ import annotations

import io
from random import Random

from tests.corpus.blind.docx_writing import add_contact, finish, start_document
from tests.corpus.blind.drawing import head_line, portrait, tone
from tests.corpus.blind.model import Draft
from tests.corpus.blind.words import Words


def docx_plain(draft: Draft, words: Words, rng: Random) -> bytes:
    """Headings and paragraphs; the period on its own line or before the title with a tabulator."""
    document = start_document(draft)
    document.add_heading(draft.person.full, 0)
    document.add_paragraph(draft.headline)
    for item in draft.contact:
        add_contact(document.add_paragraph(), item)
    own_line = rng.random() < 0.5
    for section in draft.sections:
        document.add_heading(section.heading, 1)
        for text in section.texts:
            document.add_paragraph(text, style="List Bullet" if section.kind == "list" else None)
        for station in section.stations:
            if own_line:
                document.add_paragraph(station.period)
                document.add_paragraph().add_run(head_line(station)).bold = True
            else:
                document.add_paragraph().add_run(f"{station.period}\t{head_line(station)}").bold = True
            for kind, text in station.lines:
                document.add_paragraph(text, style="List Bullet" if kind in {"task", "result"} else None)
    if draft.footer:
        document.sections[0].footer.paragraphs[0].text = draft.footer
    return finish(document)


def docx_tables(draft: Draft, words: Words, rng: Random) -> bytes:
    """A row for each station; contact data in the header or the footer, or in a table beside the portrait."""
    document = start_document(draft)
    place = rng.choice(("header", "footer", "table"))
    section = document.sections[0]
    if place == "table":
        top = document.add_table(rows=1, cols=2)
        for item in draft.contact:
            add_contact(top.cell(0, 0).add_paragraph(), item)
        top.cell(0, 1).paragraphs[0].add_run().add_picture(io.BytesIO(portrait(tone(rng))))
    else:
        margin = section.header if place == "header" else section.footer
        for item in draft.contact:
            add_contact(margin.add_paragraph(), item)
    if draft.footer:
        section.footer.add_paragraph(draft.footer)
    document.add_heading(f"{draft.document_title} {draft.person.full}", 0)
    document.add_paragraph(draft.headline)
    for part in draft.sections:
        document.add_heading(part.heading, 2)
        for text in part.texts:
            document.add_paragraph(text)
        if not part.stations:
            continue
        table = document.add_table(rows=0, cols=2, style="Table Grid")
        for station in part.stations:
            left, right = table.add_row().cells
            left.text = station.period
            right.text = head_line(station)
            for kind, text in station.lines:
                right.add_paragraph(f"• {text}" if kind in {"task", "result"} else text)
    return finish(document)
