"""OpenDocument and RTF as text, WebP as a picture: all of it inside the worker."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reviewer.documents.reader import DocumentReader
from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import DocumentKind
from reviewer.errors import DocumentUnreadable
from tests.documents.samples import RICH_TEXT, make_odt, make_webp


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    return {}


@pytest.fixture(scope="module")
def reader(documents: dict[str, bytes]) -> Iterator[DocumentReader]:
    reader = DocumentReader(lambda document: documents[document])
    yield reader
    reader.close()


def lines_of(reader: DocumentReader, data: bytes) -> list[str]:
    return [line for line in reader.text(data, "cv").split("\n") if line]


def code_of(reader: DocumentReader, data: bytes) -> str | None:
    failure = reader.survey(data).failure
    return failure.code if failure else None


def test_an_open_document_shows_its_paragraphs(reader: DocumentReader, documents: dict[str, bytes]) -> None:
    documents["odt"] = make_odt(
        "<text:h>Größe &amp; Ziel</text:h><text:p>Werk<text:span>leiter</text:span><text:tab/>2017<text:line-break/>"
        "Ende</text:p><text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        "<text:p>&lt;b&gt;</text:p>"
    )
    assert reader.open(DocumentId("odt")).kind is DocumentKind.ODT
    assert [word.text for word in reader.words(DocumentId("odt"), 1)] == (
        ["Größe", "&", "Ziel", "Werkleiter", "2017", "Ende", "<b>"]
    )
    assert reader.render(DocumentId("odt"), 1, 300).width_px == 300


def test_rich_text_shows_what_is_written_and_nothing_of_its_tables(
    reader: DocumentReader, documents: dict[str, bytes]
) -> None:
    documents["rtf"] = RICH_TEXT
    assert reader.open(DocumentId("rtf")).kind is DocumentKind.RTF
    assert lines_of(reader, RICH_TEXT) == ["Geschäftsführung", "Umsatz: 5 €", "{brace} 😀 Ende"]


def test_rich_text_is_read_in_its_code_page(reader: DocumentReader) -> None:
    assert lines_of(reader, rb"{\rtf1\ansi\ansicpg1250 Wa\'b3\'easa}") == ["Wałęsa"]


@pytest.mark.parametrize(("mode", "turned"), [("RGB", False), ("RGBA", False), ("RGB", True)])
def test_a_webp_picture_is_a_page(mode: str, turned: bool, reader: DocumentReader, documents: dict[str, bytes]) -> None:
    document = DocumentId(f"webp {mode} {turned}")
    documents[document] = make_webp(mode=mode, turned=turned)
    facts = reader.open(document)
    assert facts.kind is DocumentKind.IMAGE
    assert (facts.pages[0].width > facts.pages[0].height) == turned
    blue, green, red, opaque = bytes(reader.render(document, 1, 100).pixels[:4])
    assert (blue > 200, green > 200, red > 200, opaque) == (True, mode == "RGBA", mode == "RGBA", 255)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (make_odt("", kind="spreadsheet"), "unknown-kind"),
        (make_odt(""), "empty"),
        (make_odt("<text:p>open"), "damaged"),
        (make_odt("<text:p>&a;</text:p>", head='<!DOCTYPE a [<!ENTITY a "b">]>'), "damaged"),
        (make_odt("<text:p>x</text:p>", manifest="<m:encryption-data/>"), "encrypted"),
        (make_odt("<text:p>" * 300_000 + "x"), "damaged"),
        (b"{\\rtf1 }", "empty"),
        (make_webp()[:60], "damaged"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str, reader: DocumentReader) -> None:
    assert code_of(reader, data) == code


@pytest.mark.parametrize(
    "data",
    [
        b"{\\rtf1" + b"{" * 500_000 + b"deep",
        b"{\\rtf1 \\bin999999999 x",
        b"{\\rtf1 \\u99999999?\\'zz\\",
        b"{\\rtf1}}}}}x",
    ],
)
def test_odd_rich_text_is_shown_or_explained(data: bytes, reader: DocumentReader) -> None:
    assert code_of(reader, data) in {None, "empty", "damaged"}


def test_a_page_of_loose_words_is_no_open_document(reader: DocumentReader) -> None:
    with pytest.raises(DocumentUnreadable, match="damaged"):
        reader.text(b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "cv.odt")
