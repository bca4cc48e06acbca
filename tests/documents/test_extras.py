"""Links, page labels and annotated copies, made by real workers of documents turned and cropped in every way."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pymupdf as untyped_engine
import pytest
from reportlab.pdfgen.canvas import Canvas

from reviewer.documents import limits
from reviewer.documents.extras_protocol import (
    pack_labels,
    pack_links,
    pack_remarks,
    parse_annotated,
    parse_labels,
    parse_links,
    parse_part_picture,
    parse_remarks,
)
from reviewer.documents.protocol import PictureSize, pack_picture
from reviewer.documents.reader import DocumentReader
from reviewer.domain.applicant import Answer
from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import PageLink, PagePart, Word
from reviewer.domain.remarks import Rect, Remark
from reviewer.errors import DocumentUnreadable
from tests.documents.samples import make_docx, make_image, make_pdf

engine: Any = untyped_engine
CV = DocumentId("cv")
SHEET = (595.0, 842.0)
TURNS = (0, 90, 180, 270)
documents: dict[str, bytes] = {}


@pytest.fixture(scope="module")
def shared_reader() -> Iterator[DocumentReader]:
    made = DocumentReader(lambda document: documents[document])
    yield made
    made.close()


@pytest.fixture
def reader(shared_reader: DocumentReader) -> DocumentReader:
    shared_reader.forget(CV)
    documents.clear()
    return shared_reader


def draw_linked() -> bytes:
    """A page whose words lead to the world, to another page and to a program, and that other page."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=SHEET, invariant=1)
    canvas.drawString(172, 700, "www.example.org")
    canvas.linkURL("https://example.com/a?b=1", (170, 695, 275, 715))
    canvas.drawString(172, 600, "weiter")
    canvas.linkAbsolute("weiter", "there", (170, 595, 275, 615))
    canvas.showPage()
    canvas.drawString(72, 700, "Projekte")
    canvas.bookmarkPage("there")
    canvas.save()
    return file.getvalue()


def turned_and_cropped(content: bytes, rotation: int) -> bytes:
    """The document with a media box that begins off the origin, cropped, and its pages turned."""
    document = engine.open(stream=content, filetype="pdf")
    for page in document:
        page.set_mediabox(engine.Rect(20, 30, 595, 842))
        page.set_cropbox(engine.Rect(50, 60, 500, 800))
        page.set_rotation(rotation)
    return bytes(document.tobytes())


def find_word(words: tuple[Word, ...], text: str) -> Rect:
    return next(word.rect for word in words if word.text == text)


def holds(outer: Rect, inner: Rect) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


@pytest.mark.parametrize("rotation", TURNS)
def test_links_lie_on_their_words_on_turned_and_cropped_pages(reader: DocumentReader, rotation: int) -> None:
    documents[CV] = turned_and_cropped(draw_linked(), rotation)
    outside, inside = reader.links(CV, 1)
    assert (outside.target, outside.page) == ("https://example.com/a?b=1", 0)
    assert (inside.target, inside.page) == ("", 2)
    x0, y0, x1, y1 = find_word(reader.words(CV, 1), "www.example.org")
    assert holds(outside.rect, ((x0 + x1) / 2 - 1, (y0 + y1) / 2 - 1, (x0 + x1) / 2 + 1, (y0 + y1) / 2 + 1))
    assert reader.links(CV, 2) == ()
    reading = reader.reading(documents[CV])
    assert [(link.rect, link.target) for link in reading.links] == [(outside.rect, outside.target)]


def test_a_link_to_a_program_is_told_as_a_file(reader: DocumentReader) -> None:
    document = engine.open(stream=make_pdf(), filetype="pdf")
    launch = {"kind": engine.LINK_LAUNCH, "from": engine.Rect(10, 10, 90, 30), "file": "calc.exe"}
    document[0].insert_link(launch)
    documents[CV] = bytes(document.tobytes())
    assert [link.target for link in reader.links(CV, 1)] == ["file:calc.exe"]


def test_pages_say_what_they_call_themselves(reader: DocumentReader) -> None:
    document = engine.open(stream=make_pdf((("a",), ("b",), ("c",))), filetype="pdf")
    document.set_page_labels(
        [
            {"startpage": 0, "style": "r", "prefix": "", "firstpagenum": 3},
            {"startpage": 2, "style": "D", "prefix": "A-", "firstpagenum": 1},
        ]
    )
    documents[CV] = bytes(document.tobytes())
    assert reader.labels(CV) == ("iii", "iv", "A-1")


def test_pages_with_plain_numbers_have_no_labels(reader: DocumentReader) -> None:
    documents[CV] = make_pdf()
    assert reader.labels(CV) == ()


def remark(rect: Rect, *, page: int = 1, answer: Answer = Answer.LACKING) -> Remark:
    return Remark(page=page, rect=rect, title="Größe der Firma", text="In welcher Branche?\nWie groß?", answer=answer)


def read_notes(content: bytes, page: int = 1) -> list[tuple[str, Rect, dict[str, str]]]:
    """The annotations of a page as another program reads them, in points of the page as it is shown."""
    found = []
    sheet = engine.open(stream=content, filetype="pdf")[page - 1]
    for note in sheet.annots():
        rect = note.rect * sheet.rotation_matrix
        found.append((note.type[1], (rect.x0, rect.y0, rect.x1, rect.y1), note.info))
    return found


@pytest.mark.parametrize("rotation", TURNS)
def test_an_annotated_copy_has_each_remark_on_its_words_and_beside_them(reader: DocumentReader, rotation: int) -> None:
    documents[CV] = turned_and_cropped(draw_linked(), rotation)
    rect = find_word(reader.words(CV, 1), "www.example.org")
    size = reader.open(CV).pages[0]
    frame, note = read_notes(reader.annotated(CV, [remark(rect)]))
    assert frame[0] == "Square"
    assert frame[1] == pytest.approx(rect, abs=2)
    assert frame[2]["title"] == "Größe der Firma"
    assert frame[2]["content"] == "Größe der Firma\nIn welcher Branche?\nWie groß?"
    assert note[0] == "FreeText"
    assert "Größe der Firma" in note[2]["content"]
    assert holds((-1, -1, size.width + 1, size.height + 1), note[1])
    overlap = (min(note[1][2], rect[2]) - max(note[1][0], rect[0]), min(note[1][3], rect[3]) - max(note[1][1], rect[1]))
    assert min(overlap) <= 0


def test_an_annotated_copy_shows_the_same_page_with_the_remark_in_sight(reader: DocumentReader) -> None:
    documents[CV] = make_pdf()
    copy = engine.open(stream=reader.annotated(CV, [remark((72.0, 60.0, 300.0, 80.0))]), filetype="pdf")
    before, after = (
        engine.open(stream=documents[CV], filetype="pdf")[0].get_pixmap(),
        copy[0].get_pixmap(),
    )
    assert (before.width, before.height) == (after.width, after.height)
    assert after.pixel(72, 70) != before.pixel(72, 70)
    assert after.pixel(150, 690) == before.pixel(150, 690) == (255, 0, 0)


@pytest.mark.parametrize("content", [make_docx(), make_image("JPEG"), b"Gisela Albrecht\nInterim Managerin\n"])
def test_other_kinds_become_a_pdf_of_what_is_shown(reader: DocumentReader, content: bytes) -> None:
    documents[CV] = content
    size = reader.open(CV).pages[0]
    rect = (size.width * 0.1, size.height * 0.1, size.width * 0.4, size.height * 0.15)
    copy = reader.annotated(CV, [remark(rect)])
    frame = read_notes(copy)[0]
    sheet = engine.open(stream=copy, filetype="pdf")[0].rect
    shown = [
        side * (sheet.width if number % 2 == 0 else sheet.height) for number, side in enumerate((0.1, 0.1, 0.4, 0.15))
    ]
    assert frame[1] == pytest.approx(shown, abs=2)


def test_a_copy_runs_nothing(reader: DocumentReader) -> None:
    document = engine.open(stream=make_pdf(), filetype="pdf")
    script = document.get_new_xref()
    document.update_object(script, "<</S/JavaScript/JS(app.alert\\('x'\\))>>")
    document.xref_set_key(document.pdf_catalog(), "OpenAction", f"{script} 0 R")
    document.embfile_add("tool.exe", b"MZ programme")
    documents[CV] = bytes(document.tobytes())
    assert b"JavaScript" in documents[CV]
    copy = reader.annotated(CV, [remark((72.0, 60.0, 300.0, 80.0))])
    read = engine.open(stream=copy, filetype="pdf")
    assert b"JavaScript" not in copy
    assert read.embfile_count() == 0
    assert read.xref_get_key(read.pdf_catalog(), "OpenAction") == ("null", "null")


def test_many_remarks_on_a_full_page_stay_on_the_page(reader: DocumentReader) -> None:
    documents[CV] = make_pdf([["Wort " * 18 for _line in range(36)]], top=800)
    remarks = [remark((72.0, 40.0 + 60 * n, 200.0, 52.0 + 60 * n), answer=list(Answer)[n % 3]) for n in range(12)]
    notes = read_notes(reader.annotated(CV, remarks))
    assert [kind for kind, _rect, _info in notes].count("FreeText") == 12
    assert all(holds((-1, -1, 596, 843), rect) for _kind, rect, _info in notes)


def test_a_remark_on_a_page_that_is_not_there_is_refused(reader: DocumentReader) -> None:
    documents[CV] = make_pdf()
    with pytest.raises(DocumentUnreadable) as caught:
        reader.annotated(CV, [remark((0.0, 0.0, 1.0, 1.0), page=2)])
    assert (caught.value.code, caught.value.facts["page"]) == ("no-such-page", 2)


def test_what_is_packed_is_what_is_parsed() -> None:
    links = (
        PageLink(rect=(0.0, 1.0, 2.0, 3.0), target="https://example.org/ü"),
        PageLink(rect=(0.0, 1.0, 2.0, 3.0), target="", page=2),
    )
    assert parse_links(memoryview(pack_links(links)), 2) == links
    assert parse_labels(memoryview(pack_labels(("i", "ii"))), 2) == ("i", "ii")
    remarks = (remark((0.0, 1.0, 2.0, 3.0)),)
    assert parse_remarks(memoryview(pack_remarks(remarks))) == remarks
    assert len(parse_remarks(memoryview(pack_remarks(remarks * 300)))) == limits.MAX_REMARKS


@pytest.mark.parametrize(
    "links",
    [
        [PageLink(rect=(0.0, 0.0, 1.0, 1.0), target="", page=3)],
        [PageLink(rect=(0.0, 0.0, 1.0, 1.0), target="x", page=1)],
        [PageLink(rect=(0.0, 0.0, 1.0, 1.0), target="")],
        [PageLink(rect=(5.0, 0.0, 1.0, 1.0), target="x")],
        [PageLink(rect=(0.0, 0.0, 1.0, 1.0), target="a\x00b")],
        [PageLink(rect=(0.0, 0.0, 1.0, 1.0), target="x" * 2_001)],
        [PageLink(rect=(0.0, 0.0, 1.0, 1.0), target="x")] * 501,
    ],
)
def test_links_that_break_the_protocol_are_a_lie(links: list[PageLink]) -> None:
    with pytest.raises(DocumentUnreadable) as caught:
        parse_links(memoryview(pack_links(links)), 2)
    assert caught.value.code == "lied"


@pytest.mark.parametrize("labels", [["i"], ["i", ""], ["i", "x" * 21], ["i", "a\nb"]])
def test_labels_that_break_the_protocol_are_a_lie(labels: list[str]) -> None:
    with pytest.raises(DocumentUnreadable) as caught:
        parse_labels(memoryview(pack_labels(labels)), 2)
    assert caught.value.code == "lied"


def test_a_copy_that_is_no_pdf_is_a_lie() -> None:
    with pytest.raises(DocumentUnreadable) as caught:
        parse_annotated(memoryview(b"MZ"))
    assert caught.value.code == "lied"


@pytest.mark.parametrize("rotation", TURNS)
def test_a_part_of_a_page_is_what_the_whole_page_shows_there(reader: DocumentReader, rotation: int) -> None:
    documents[CV] = make_pdf(rotation=rotation)
    whole = reader.render(CV, 1, 900)
    part = PagePart(page=1, page_width_px=900, left=150, top=400, width_px=500, height_px=150)
    drawn = reader.render_part(CV, part)
    assert (drawn.width_px, drawn.height_px) == (500, 150)
    rows = [
        bytes(whole.pixels[(400 + row) * whole.stride + 600 : (400 + row) * whole.stride + 2600]) for row in range(150)
    ]
    differing = sum(a != b for a, b in zip(b"".join(rows), bytes(drawn.pixels), strict=True))
    assert differing < 0.02 * len(drawn.pixels)


@pytest.mark.parametrize(
    "part",
    [
        PagePart(page=1, page_width_px=900, left=0, top=0, width_px=0, height_px=5),
        PagePart(page=1, page_width_px=900, left=-1, top=0, width_px=5, height_px=5),
        PagePart(page=1, page_width_px=900, left=0, top=0, width_px=9_000, height_px=9_000),
        PagePart(page=1, page_width_px=70_000, left=0, top=0, width_px=5, height_px=5),
    ],
)
def test_a_part_beyond_the_caps_is_refused_before_anything_is_drawn(reader: DocumentReader, part: PagePart) -> None:
    with pytest.raises(DocumentUnreadable) as caught:
        reader.render_part(CV, part)
    assert caught.value.code == "too-large"


def test_a_part_of_another_size_is_a_lie() -> None:
    part = PagePart(page=1, page_width_px=900, left=0, top=0, width_px=5, height_px=5)
    size = PictureSize(width_px=5, height_px=4)
    with pytest.raises(DocumentUnreadable) as caught:
        parse_part_picture(memoryview(pack_picture(size) + bytes(size.size)), part)
    assert caught.value.code == "lied"
