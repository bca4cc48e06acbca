"""Documents of every kind, read through real workers."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Iterator

import pytest

from reviewer.documents.reader import DocumentReader
from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import DocumentKind, PagePicture
from reviewer.errors import DocumentUnreadable
from tests.documents.samples import LINES, make_docx, make_image, make_pdf

CV = DocumentId("cv")


class Shelf:
    """Documents by id, as the storage hands them out."""

    def __init__(self) -> None:
        self.documents: dict[str, bytes] = {}
        self.loads: list[str] = []

    def load(self, document: DocumentId) -> bytes:
        self.loads.append(document)
        if document not in self.documents:
            raise DocumentUnreadable("missing")
        return self.documents[document]


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture(scope="module")
def shared_reader(shelf: Shelf) -> Iterator[DocumentReader]:
    reader = DocumentReader(shelf.load)
    yield reader
    reader.close()


@pytest.fixture
def reader(shared_reader: DocumentReader, shelf: Shelf) -> DocumentReader:
    for document in list(shelf.documents):
        shared_reader.forget(DocumentId(document))
    shelf.documents.clear()
    shelf.loads.clear()
    return shared_reader


def pixel(picture: PagePicture, x: float, y: float) -> tuple[int, ...]:
    """The colour at a place given in parts of width and height, as B, G, R, opaque."""
    start = int(y * picture.height_px) * picture.stride + int(x * picture.width_px) * 4
    return tuple(picture.pixels[start : start + 4])


def code_of(reader: DocumentReader, shelf: Shelf, data: bytes) -> str:
    shelf.documents[CV] = data
    with pytest.raises(DocumentUnreadable) as failure:
        reader.open(CV)
    return failure.value.code


def test_a_pdf_shows_its_pages_words_and_pixels(reader: DocumentReader, shelf: Shelf) -> None:
    shelf.documents[CV] = make_pdf((LINES, ("Projekte",)))
    facts = reader.open(CV)
    assert (facts.kind, len(facts.pages), facts.truncated) == (DocumentKind.PDF, 2, False)
    assert (round(facts.pages[0].width), round(facts.pages[0].height)) == (595, 842)
    picture = reader.render(CV, 1, 794)
    assert (picture.width_px, picture.height_px, picture.stride) == (794, 1123, 794 * 4)
    assert pixel(picture, 200 / 595, 1 - 150 / 842) == (0, 0, 255, 255)
    assert pixel(picture, 0.9, 0.9) == (255, 255, 255, 255)
    assert " ".join(word.text for word in reader.words(CV, 1)) == " ".join(LINES)
    assert [word.text for word in reader.words(CV, 2)] == ["Projekte"]


def test_words_lie_where_their_ink_is_even_on_a_turned_page(reader: DocumentReader, shelf: Shelf) -> None:
    for rotation in (0, 90, 180, 270):
        document = DocumentId(f"turned-{rotation}")
        shelf.documents[document] = make_pdf((("MMMMMMMM",),), rotation=rotation, top=500)
        page = reader.open(document).pages[0]
        picture = reader.render(document, 1, round(page.width))
        x0, y0, x1, y1 = reader.words(document, 1)[0].rect
        assert (x1 - x0 > y1 - y0) == (rotation in {0, 180})
        darkest = min(
            pixel(picture, x / page.width, y / page.height)[0]
            for x in range(int(x0), int(x1))
            for y in range(int(y0), int(y1))
        )
        assert darkest < 60


def test_a_word_document_shows_text_and_tables(reader: DocumentReader, shelf: Shelf) -> None:
    shelf.documents[CV] = make_docx()
    assert reader.open(CV).kind is DocumentKind.DOCX
    text = " ".join(word.text for word in reader.words(CV, 1))
    assert all(part in text for part in (*LINES, "2015–2017", "Werkleiter"))
    assert reader.render(CV, 1, 300).width_px == 300


@pytest.mark.parametrize("name", ["JPEG", "PNG", "TIFF", "GIF", "BMP"])
def test_an_image_is_a_page_of_natural_size(name: str, reader: DocumentReader, shelf: Shelf) -> None:
    shelf.documents[CV] = make_image(name)
    facts = reader.open(CV)
    assert facts.kind is DocumentKind.IMAGE
    assert [(round(page.width), round(page.height)) for page in facts.pages] == [(288, 384)]
    blue, green, red, opaque = pixel(reader.render(CV, 1, 300), 0.2, 0.2)
    assert (blue > 200, green < 60, red < 60, opaque) == (True, True, True, 255)
    assert reader.words(CV, 1) == ()


def test_a_large_photograph_is_no_wider_than_a_sheet_and_stands_upright(reader: DocumentReader, shelf: Shelf) -> None:
    shelf.documents[CV] = make_image("JPEG", width_px=2400, height_px=1600, turned=True)
    page = reader.open(CV).pages[0]
    assert round(page.width) == 595
    assert page.height > page.width


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_is_read_in_its_encoding(encoding: str, reader: DocumentReader, shelf: Shelf) -> None:
    shelf.documents[CV] = "Größe: 5 €\r\n\r\nzweite\tZeile".encode(encoding)
    assert reader.open(CV).kind is DocumentKind.TEXT
    assert [word.text for word in reader.words(CV, 1)] == ["Größe:", "5", "€", "zweite", "Zeile"]


def test_markup_in_plain_text_stays_text(reader: DocumentReader, shelf: Shelf) -> None:
    strange = "CV <b>bold</b> &amp; &lt;i&gt; {{7*7}} <script>alert(1)</script> ]]> <!-- x"
    shelf.documents[CV] = strange.encode()
    assert " ".join(word.text for word in reader.words(CV, 1)) == strange


def test_long_text_goes_over_several_pages_and_endless_words_stay_on_the_page(
    reader: DocumentReader, shelf: Shelf
) -> None:
    shelf.documents[CV] = ("x" * 500 + "\n" + "Zeile\n" * 200).encode()
    facts = reader.open(CV)
    assert len(facts.pages) > 2
    assert all(word.rect[2] <= facts.pages[0].width for word in reader.words(CV, 1))


def test_a_document_of_many_pages_is_cut_and_says_so(reader: DocumentReader, shelf: Shelf) -> None:
    shelf.documents[CV] = make_pdf([("Seite",)] * 201)
    facts = reader.open(CV)
    assert (len(facts.pages), facts.truncated) == (200, True)
    with pytest.raises(DocumentUnreadable, match="no-such-page"):
        reader.render(CV, 201, 100)


def test_a_picture_keeps_to_the_caps(reader: DocumentReader, shelf: Shelf) -> None:
    shelf.documents[CV] = make_pdf()
    picture = reader.render(CV, 1, 1_000_000)
    assert picture.width_px * picture.height_px <= 16_000_000
    assert abs(picture.height_px / picture.width_px - 842 / 595) < 0.01


def test_what_cannot_be_read_says_why(reader: DocumentReader, shelf: Shelf) -> None:
    sheet = io.BytesIO()
    with zipfile.ZipFile(sheet, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    expected = {
        "encrypted": make_pdf(password="secret"),
        "empty": b"",
        "damaged": make_pdf()[:200],
        "unknown-kind": sheet.getvalue(),
        "too-large": b"%PDF-1.4" + bytes(30_000_000),
    }
    for code, data in expected.items():
        reader.forget(CV)
        assert code_of(reader, shelf, data) == code


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><p>page",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"MZ\x90\x00program",
        bytes.fromhex("d0cf11e0a1b11ae1") + b"old Word",
        b"PK\x03\x04",
        b"\x81\x8d\x8f no encoding",
        b"RIFF\x10\x00\x00\x00WEBP",
    ],
)
def test_other_kinds_are_refused(data: bytes, reader: DocumentReader, shelf: Shelf) -> None:
    assert code_of(reader, shelf, data) in {"unknown-kind", "damaged"}


def test_a_password_protected_word_document_is_told_from_a_damaged_one(reader: DocumentReader, shelf: Shelf) -> None:
    data = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    assert code_of(reader, shelf, data) == "encrypted"


def test_a_blank_file_is_empty(reader: DocumentReader, shelf: Shelf) -> None:
    assert code_of(reader, shelf, b" \r\n\t ") == "empty"


def test_a_missing_document_is_asked_for_again(reader: DocumentReader, shelf: Shelf) -> None:
    with pytest.raises(DocumentUnreadable, match="missing"):
        reader.open(CV)
    shelf.documents[CV] = make_pdf()
    assert reader.open(CV).pages


def test_a_refusal_is_remembered_without_reading_again(reader: DocumentReader, shelf: Shelf) -> None:
    assert [code_of(reader, shelf, b"%PDF-nothing") for _ in range(2)] == ["damaged", "damaged"]
    assert shelf.loads == [CV]


def test_loose_bytes_give_their_text_and_pictures(reader: DocumentReader) -> None:
    data = make_pdf((LINES, ("Projekte",)))
    assert [line for line in reader.text(data, "cv.pdf").split("\n") if line] == [*LINES, "Projekte"]
    assert [picture.width_px for picture in reader.pictures(data, 200)] == [200, 200]


def test_the_text_of_loose_bytes_is_cut(reader: DocumentReader) -> None:
    text = reader.text(("Wort " * 40_000).encode(), "long.txt")
    assert 90_000 < len(text) <= 100_000


def test_only_the_last_documents_stay_open_and_older_ones_come_back(shelf: Shelf) -> None:
    reader = DocumentReader(shelf.load, open_documents=2)
    for number in range(4):
        shelf.documents[str(number)] = make_pdf(((f"Nummer {number}",),))
        reader.render(DocumentId(str(number)), 1, 50)
    reader._documents.wait_tidy()
    assert reader._documents.count_open() == 2
    assert reader.words(DocumentId("0"), 1)[1].text == "0"
    reader.close()
    with pytest.raises(DocumentUnreadable, match="closed"):
        reader.open(DocumentId("0"))


def test_without_a_rest_no_more_than_a_few_documents_stay_open(shelf: Shelf) -> None:
    reader = DocumentReader(shelf.load, open_documents=2)
    held = []
    for number in range(25):
        shelf.documents[str(number)] = make_pdf()
        reader.open(DocumentId(str(number)))
        held.append(reader._documents.count_open())
    assert max(held) <= 2 + 3 + 2
    reader.close()


def test_a_stored_document_is_read_for_the_pre_check_by_a_worker_that_ends(shelf: Shelf) -> None:
    shelf.documents[CV] = make_pdf((("Werkleiter seit 2019",),))
    reader = DocumentReader(shelf.load)
    assert [word.text for word in reader.stored_reading(CV).pages[0].words] == ["Werkleiter", "seit", "2019"]
    assert reader._documents.count_open() == 0
    reader.close()


def test_a_forgotten_document_is_loaded_anew(reader: DocumentReader, shelf: Shelf) -> None:
    shelf.documents[CV] = make_pdf((("alt",),))
    assert reader.words(CV, 1)[0].text == "alt"
    shelf.documents[CV] = make_pdf((("neu",),))
    reader.forget(CV)
    assert reader.words(CV, 1)[0].text == "neu"


def test_pictures_by_pipe_and_by_shared_memory_are_the_same(reader: DocumentReader, shelf: Shelf) -> None:
    shelf.documents[CV] = make_pdf()
    by_pipe = DocumentReader(shelf.load, shared_memory=False)
    assert bytes(by_pipe.render(CV, 1, 500).pixels) == bytes(reader.render(CV, 1, 500).pixels)
    by_pipe.close()


def test_a_picture_that_is_looked_at_is_never_drawn_over(reader: DocumentReader, shelf: Shelf) -> None:
    shelf.documents[CV] = make_pdf([(f"Seite {number}",) for number in range(8)])
    held = [reader.render(CV, page, 300) for page in range(1, 9)]
    as_drawn = [bytes(picture.pixels) for picture in held]
    for page in range(1, 9):
        reader.render(CV, page, 300)
    assert [bytes(picture.pixels) for picture in held] == as_drawn
    assert len(set(as_drawn)) == 8
    reader.forget(CV)
    assert [bytes(picture.pixels) for picture in held] == as_drawn


def test_many_threads_may_read_at_once(reader: DocumentReader, shelf: Shelf) -> None:
    for number in range(3):
        shelf.documents[str(number)] = make_pdf(((f"Nummer {number}",),))
    seen: list[bool] = []

    def read(number: int) -> None:
        for _ in range(5):
            words = reader.words(DocumentId(str(number)), 1)
            picture = reader.render(DocumentId(str(number)), 1, 200)
            seen.append(words[1].text == str(number) and picture.width_px == 200)

    threads = [threading.Thread(target=read, args=(number % 3,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [True] * 30


def test_the_probe_names_what_holds(reader: DocumentReader) -> None:
    found = reader.probe()
    assert found["worker"] == "ok"
    assert found["confinement"]
    assert found["pixels"] in {"shared memory", "pipe"}
