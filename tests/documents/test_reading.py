"""A whole reading: what it holds of real documents, and that a lying worker is not believed."""

from __future__ import annotations

import io
import struct

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from reviewer.documents.reader import DocumentReader
from reviewer.documents.reading_protocol import pack_reading, parse_reading
from reviewer.domain.pages import DocumentFacts, DocumentKind, PageSize
from reviewer.domain.reading import Margin, ReadLink, ReadMargin, ReadWord
from reviewer.errors import DocumentUnreadable

FACTS = DocumentFacts(kind=DocumentKind.PDF, pages=(PageSize(width=595, height=842),), truncated=False)


def make_word(text: str = "Projekte", **changes: object) -> ReadWord:
    fields: dict[str, object] = {
        "text": text,
        "rect": (10.0, 10.0, 50.0, 20.0),
        "size": 10.0,
        "bold": False,
        "hidden": False,
        "block": 0,
        "line": 0,
    }
    return ReadWord(**{**fields, **changes})  # type: ignore[arg-type]


def pack(*words: ReadWord, links: tuple[ReadLink, ...] = (), margins: tuple[ReadMargin, ...] = ()) -> memoryview:
    return memoryview(pack_reading([words], links, margins, truncated=False))


def pack_with_text(text: bytes) -> memoryview:
    """One word of eight signs, and these as the text of its page."""
    packed = bytes(pack(make_word()))
    head = struct.Struct(">?HHHII")
    return memoryview(head.pack(False, 1, 0, 0, 1, len(text)) + packed[head.size : -len("Projekte")] + text)


def test_a_reading_keeps_type_links_and_hidden_words(reader: DocumentReader) -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(72, 770, "Projekte")
    canvas.setFont("Helvetica", 10)
    canvas.drawString(72, 740, "anna@example.org")
    canvas.linkURL("mailto:anna@example.org", (72, 735, 160, 750))
    hidden = canvas.beginText(72, 700)
    hidden.setTextRenderMode(3)
    hidden.textLine("verborgen")
    canvas.drawText(hidden)
    canvas.save()
    reading = reader.reading(file.getvalue())
    heading, address, layer = reading.pages[0].words
    assert (heading.text, round(heading.size), heading.bold, heading.hidden) == ("Projekte", 16, True, False)
    assert (address.bold, layer.text, layer.hidden) == (False, "verborgen", True)
    assert [(link.page, link.target) for link in reading.links] == [(1, "mailto:anna@example.org")]


def test_headers_and_footers_of_a_word_file_are_read_from_the_file(reader: DocumentReader) -> None:
    document = docx.Document()
    document.add_paragraph("Lebenslauf")
    document.sections[0].header.paragraphs[0].text = "Anna Beispiel & Partner"
    document.sections[0].footer.paragraphs[0].text = "anna@example.org"
    file = io.BytesIO()
    document.save(file)
    margins = reader.reading(file.getvalue()).margins
    assert {(margin.place, margin.text) for margin in margins} == {
        (Margin.HEADER, "Anna Beispiel & Partner"),
        (Margin.FOOTER, "anna@example.org"),
    }


def test_what_is_packed_is_what_is_parsed() -> None:
    word = make_word(bold=True, hidden=True)
    link = ReadLink(page=1, rect=(0.0, 0.0, 1.0, 1.0), target="tel:+4930")
    margin = ReadMargin(place=Margin.BOX, text="a\nb")
    reading = parse_reading(pack(word, links=(link,), margins=(margin,)), FACTS)
    assert (reading.pages[0].words, reading.links, reading.margins) == ((word,), (link,), (margin,))


@pytest.mark.parametrize(
    "untrusted",
    [
        memoryview(b""),
        pack(make_word())[:-1],
        memoryview(bytes(pack(make_word())) + b"x"),
        pack(make_word(rect=(float("nan"), 0.0, 1.0, 1.0))),
        pack(make_word(rect=(5.0, 0.0, 1.0, 1.0))),
        pack(make_word(size=-1.0)),
        pack(make_word(text="a\x07b")),
        pack(make_word(text="")),
        pack(make_word(text="x" * 1001)),
        pack(make_word(), links=(ReadLink(page=2, rect=(0.0, 0.0, 1.0, 1.0), target="x"),)),
        pack_with_text(b"Projekt"),
        pack_with_text(b"Projekte!"),
        pack_with_text(b"Projekt\xff"),
        memoryview(struct.pack(">?HHH", False, 2, 0, 0) + bytes(16)),
        memoryview(struct.pack(">?HHHII", False, 1, 0, 0, 50_001, 0)),
        memoryview(struct.pack(">?HHHII", False, 1, 0, 0, 0, 1) + b"x"),
        memoryview(struct.pack(">?HHHII", False, 1, 0, 1, 0, 0) + b"\x09\x00\x01x"),
    ],
)
def test_a_reading_that_breaks_the_protocol_is_a_lie(untrusted: memoryview) -> None:
    with pytest.raises(DocumentUnreadable) as caught:
        parse_reading(untrusted, FACTS)
    assert caught.value.code == "lied"


def test_a_line_break_within_a_paragraph_of_a_docx_parts_its_lines(reader: DocumentReader) -> None:
    document = docx.Document()
    document.add_paragraph("Interim CFO\nMuster GmbH")
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "01/2020\n02/2021"
    file = io.BytesIO()
    document.save(file)
    (page,) = reader.reading(file.getvalue()).pages
    tops = {word.text: word.rect[1] for word in page.words}
    assert tops["Interim"] < tops["Muster"] < tops["01/2020"] < tops["02/2021"]
