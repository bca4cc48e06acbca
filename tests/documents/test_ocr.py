"""The contract of OCR, kept by the named fake and by Tesseract where it is installed; and what a hostile one says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from reviewer.checks.quality import judge_text
from reviewer.documents.ocr import OCR_BOUNDS, PageOcr
from reviewer.documents.ocr_text import parse_words
from reviewer.documents.program_search import FoundProgram
from reviewer.documents.reader import DocumentReader
from reviewer.documents.scan_reading import find_scans, with_ocr
from reviewer.domain.findings import TextQuality
from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import PagePicture, PageSize, Word
from reviewer.errors import DocumentUnreadable
from tests.documents.samples import SCAN_LINES, make_pdf, make_text_image, make_text_scan
from tests.outside_programs import FAKE_TESSERACT, TESSERACTS

SCAN = DocumentId("scan")
Drawn = tuple[PagePicture, PageSize]


@pytest.fixture(scope="module")
def draw() -> Iterator[Callable[[bytes], Drawn]]:
    documents: dict[str, bytes] = {}
    reader = DocumentReader(lambda document: documents[document])

    def drawn(data: bytes) -> Drawn:
        documents[SCAN] = data
        reader.forget(SCAN)
        page = reader.open(SCAN).pages[0]
        return reader.render(SCAN, 1, PageOcr.width_px(page)), page

    yield drawn
    reader.close()


def darkest(picture: PagePicture, page: PageSize, word: Word) -> int:
    scale = picture.width_px / page.width
    x0, y0, x1, y1 = (round(side * scale) for side in word.rect)
    middle = memoryview(picture.pixels)[(y0 + y1) // 2 * picture.stride :][x0 * 4 : x1 * 4]
    return min(middle[0::4])


@pytest.mark.parametrize("program", TESSERACTS)
@pytest.mark.parametrize("make", [make_text_scan, make_text_image])
def test_the_words_of_a_scan_lie_where_their_ink_is(
    program: FoundProgram, make: Callable[[], bytes], draw: Callable[[bytes], Drawn]
) -> None:
    picture, page = draw(make())
    words = PageOcr(program).words(picture, page)
    assert [word.text for word in words] == " ".join(SCAN_LINES).split()
    assert [darkest(picture, page, word) < 100 for word in words] == [True] * len(words)
    assert len({(word.block, word.line) for word in words}) == len(SCAN_LINES)


@pytest.mark.parametrize("program", TESSERACTS)
def test_an_empty_page_has_no_words(program: FoundProgram, draw: Callable[[bytes], Drawn]) -> None:
    picture, page = draw(make_text_image([]))
    assert PageOcr(program).words(picture, page) == ()


@pytest.mark.parametrize("program", TESSERACTS)
def test_ocr_knows_its_languages_and_version(program: FoundProgram) -> None:
    ocr = PageOcr(program)
    assert set(ocr.languages) <= {"deu", "eng"}
    assert ocr.languages
    assert ocr.version


@pytest.mark.parametrize(("corner", "code"), [("red", "too-slow"), ("lime", "ocr-failed"), ("blue", "too-large")])
def test_ocr_that_was_taken_over_costs_its_page_only(corner: str, code: str, draw: Callable[[bytes], Drawn]) -> None:
    picture, page = draw(make_text_image(corner=corner))
    ocr = PageOcr(FAKE_TESSERACT, bounds=replace(OCR_BOUNDS, deadline_s=2.5 if corner == "red" else 30))
    with pytest.raises(DocumentUnreadable, match=code):
        ocr.words(picture, page)


def test_what_ocr_says_is_measured_before_it_is_believed(draw: Callable[[bytes], Drawn]) -> None:
    picture, page = draw(make_text_image(corner="fuchsia"))
    assert [word.text for word in PageOcr(FAKE_TESSERACT).words(picture, page)] == ["gut"]


def test_more_words_than_a_document_may_have_are_cut() -> None:
    line = b"5\t1\t1\t1\t1\t1\t10\t10\t50\t20\t96\tWort\n"
    words = parse_words(b"head\n" + line * 60_000, PageSize(width=595, height=842), 1000, 1400)
    assert len(words) == 25_000


def test_a_large_page_is_drawn_no_larger_than_shared_memory_holds() -> None:
    for page in (PageSize(width=595, height=842), PageSize(width=3000, height=4000), PageSize(width=10, height=9000)):
        width = PageOcr.width_px(page)
        assert width * round(width * page.height / page.width) * 4 <= 33_600_000


@pytest.mark.parametrize("make", [make_text_scan, make_text_image])
def test_the_text_of_a_scan_reaches_the_pre_check_as_ocr(make: Callable[[], bytes]) -> None:
    reader = DocumentReader(lambda _document: b"")
    reading = reader.reading(make())
    reader.close()
    assert find_scans(reading) == (1,)
    assert judge_text(reading)[0] is TextQuality.NONE
    words = tuple(
        Word(text=word, rect=(10, 20 * line, 60, 20 * line + 10), block=1, line=line)
        for line in range(10)
        for word in SCAN_LINES[1].split()
    )
    assert judge_text(with_ocr(reading, {1: words}))[0] is TextQuality.OCR


def test_pages_with_text_of_their_own_are_no_scans() -> None:
    reader = DocumentReader(lambda _document: b"")
    reading = reader.reading(make_pdf([["Werkleiter bei Nordwerk, Leitung der Produktion"] * 3]))
    reader.close()
    assert find_scans(reading) == ()
    assert with_ocr(reading, {}) == reading
