"""OpenDocument and RTF as text, WebP as a picture: all of it inside the worker."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reviewer.documents.reader import DocumentReader
from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import DocumentKind
from reviewer.errors import DocumentUnreadable
from tests.documents.containers import make_compound
from tests.documents.samples import (
    RICH_TEXT,
    make_avif,
    make_docx,
    make_heic,
    make_image,
    make_odt,
    make_pdf,
    make_tiff,
    make_webp,
)


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


MAKERS = {"webp": make_webp, "avif": make_avif, "heic": make_heic}


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize(("mode", "turned"), [("RGB", False), ("RGBA", False), ("RGB", True)])
def test_a_picture_is_a_page_upright_and_on_white(
    kind: str, mode: str, turned: bool, reader: DocumentReader, documents: dict[str, bytes]
) -> None:
    document = DocumentId(f"{kind} {mode} {turned}")
    documents[document] = MAKERS[kind](mode=mode, turned=turned)
    facts = reader.open(document)
    assert facts.kind is DocumentKind.IMAGE
    assert (facts.pages[0].width > facts.pages[0].height) == turned
    blue, green, red, opaque = bytes(reader.render(document, 1, 100).pixels[:4])
    assert (blue > 200, green > 200, red > 200, opaque) == (True, mode == "RGBA", mode == "RGBA", 255)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "BMP", "GIF"])
def test_a_picture_of_the_older_kinds_is_a_page(kind: str, reader: DocumentReader, documents: dict[str, bytes]) -> None:
    documents[kind] = make_image(kind)
    assert reader.open(DocumentId(kind)).kind is DocumentKind.IMAGE
    blue, green, red, _ = bytes(reader.render(DocumentId(kind), 1, 100).pixels[:4])
    assert (blue > 200, green < 60, red < 60) == (True, True, True)


def test_a_photograph_taken_sideways_stands_upright(reader: DocumentReader, documents: dict[str, bytes]) -> None:
    documents["sideways"] = make_image("JPEG", turned=True)
    page = reader.open(DocumentId("sideways")).pages[0]
    assert page.width > page.height
    picture = reader.render(DocumentId("sideways"), 1, 100)
    assert (picture.pixels[0], picture.pixels[2]) == (255, 255)
    assert picture.pixels[4 * 99 + 2] < 60


@pytest.mark.parametrize(
    ("mode", "compression"),
    [("RGB", "tiff_lzw"), ("RGB", "jpeg"), ("L", "tiff_adobe_deflate"), ("1", "group4"), ("CMYK", "packbits")],
)
def test_each_page_of_a_scan_is_a_page(
    mode: str, compression: str, reader: DocumentReader, documents: dict[str, bytes]
) -> None:
    document = DocumentId(f"scan {mode} {compression}")
    documents[document] = make_tiff(3, mode, compression)
    assert len(reader.open(document).pages) == 3
    assert [reader.render(document, page, 100).height_px for page in (1, 2, 3)] == [133, 133, 133]


@pytest.mark.parametrize("kind", MAKERS)
def test_a_picture_beyond_the_caps_is_made_smaller(kind: str, reader: DocumentReader) -> None:
    (picture,) = reader.pictures(MAKERS[kind](200, 12_000), 200)
    assert (picture.width_px, picture.height_px) == (166, 9_960)


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
        (make_avif()[:200], "damaged"),
        (make_heic()[:400], "damaged"),
        (make_image("JPEG")[:100], "damaged"),
        (make_tiff(1)[:100], "damaged"),
        (make_pdf(password="secret"), "encrypted"),
        (make_compound({"EncryptionInfo": bytes(900), "EncryptedPackage": bytes(5_000)}), "encrypted"),
        (make_docx()[:-900], "damaged"),
        (make_odt("<text:p>x</text:p>")[:-90], "damaged"),
        (make_pdf()[:400], "damaged"),
        (b"", "empty"),
        (bytes(5_000), "empty"),
        (b"\0\0\0\x14ftypheic\0\0\0\0mif1", "damaged"),
        (b"\0\0\0\x14ftypisom\0\0\0\0mp42", "unknown-kind"),
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
