"""Text boxes of a DOCX, which Word writes twice: for itself, and for programs that do not know its boxes."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from reviewer.documents.reader import DocumentReader
from reviewer.documents.worker_docx import without_fallbacks
from reviewer.domain.reading import Margin

_BODY = "word/document.xml"
_NAMES = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.openxmlformats.org/wordprocessingShape",
    "v": "urn:schemas-vml",
}


def paragraph(text: str, number: int) -> str:
    return f'<w:p w:rsidR="0000000{number}"><w:r><w:t>{text}</w:t></w:r></w:p>'


def make_box(text: str) -> str:
    """A run with a text box, and the older form of it below, with the same text."""
    return (
        "<w:r><mc:AlternateContent>"
        '<mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="1800000" cy="900000"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/wordprocessingShape"><wps:wsp><wps:txbx>'
        f"<w:txbxContent>{paragraph(text, 1)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph(text, 2)}</w:txbxContent></v:textbox>"
        "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def make_docx_with_box(text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph("Anna Beispiel")
    document.add_paragraph("HIER")
    plain, made = io.BytesIO(), io.BytesIO()
    document.save(plain)
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items())
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == _BODY:
                body = part.decode().replace("<w:r><w:t>HIER</w:t></w:r>", make_box(text))
                part = body.replace("<w:body>", f"<w:body {names}>").encode()
            target.writestr(name, part)
    return made.getvalue()


def test_a_text_box_is_read_once_on_its_page_and_once_as_a_margin(reader: DocumentReader) -> None:
    reading = reader.reading(make_docx_with_box("anna@example.org"))
    words = [word.text for page in reading.pages for word in page.words]
    assert words == ["Anna", "Beispiel", "anna@example.org"]
    assert [(margin.place, margin.text) for margin in reading.margins] == [(Margin.BOX, "anna@example.org")]


@pytest.mark.parametrize(
    ("xml", "left"),
    [
        (b"<a/><mc:Fallback>b<mc:Fallback>c</mc:Fallback>d</mc:Fallback><e/><mc:Fallback/>", b"<a/><e/><mc:Fallback/>"),
        (b"<a/><mc:Fallback>b", b"<a/><mc:Fallback>b"),
        (b"<a/></mc:Fallback><mc:Fallback>b", b"<a/></mc:Fallback><mc:Fallback>b"),
    ],
)
def test_what_stands_in_for_boxes_goes_whole_or_stays_where_it_does_not_close(xml: bytes, left: bytes) -> None:
    assert without_fallbacks(xml) == left
