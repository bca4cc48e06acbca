"""The contract of a document source, kept by the reader with its worker and by the tests' fake."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from reviewer.documents.reader import DocumentReader
from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import DocumentFacts
from reviewer.domain.sizing import FirstWidth, Fit, Sizing
from reviewer.errors import DocumentUnreadable
from tests.fakes_documents import A4, LEFT, LINE, TALL, TOP, FakeReader
from ui.review.document_fetcher import DocumentSource

CV = DocumentId("cv")
DAMAGED = DocumentId("damaged")
UNKNOWN = DocumentId("unknown")
ACTUAL_SIZE = FirstWidth(
    sizing=Sizing(fit=Fit.FREE, percent=600 / A4.width * 72 / 96 * 100, width=900, height=700, ratio=1.0)
)
PAGES = (("Petra Neumann", "Werkleiterin in Ulm"), ("Ausbildung und Sprachen",))


def draw_pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(A4.width, A4.height))
    for lines in PAGES:
        for number, line in enumerate(lines):
            canvas.setFont("Helvetica", TALL)
            canvas.drawString(LEFT, A4.height - TOP - number * LINE - TALL, line)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def load(document: DocumentId) -> bytes:
    if document == CV:
        return draw_pdf()
    if document == DAMAGED:
        return b"%PDF-1.7 and then nothing"
    raise DocumentUnreadable("missing")


class TestDocumentSource:
    @pytest.fixture(params=["fake", "worker"])
    def source(self, request: pytest.FixtureRequest) -> Iterator[DocumentSource]:
        if request.param == "fake":
            fake = FakeReader({CV: PAGES})
            fake.failures[DAMAGED] = "damaged"
            yield fake
            return
        reader = DocumentReader(load)
        yield reader
        reader.close()

    def test_opening_tells_the_pages_and_their_sizes_in_points(self, source: DocumentSource) -> None:
        pages = source.open(CV).pages
        assert [(round(page.width), round(page.height)) for page in pages] == [(595, 842)] * 2

    @pytest.mark.parametrize("width_px", [97, 640, 1201])
    def test_a_picture_has_the_width_asked_for_and_opaque_rows(self, source: DocumentSource, width_px: int) -> None:
        picture = source.render(CV, 1, width_px)
        assert picture.width_px == width_px
        assert abs(picture.height_px - width_px * A4.height / A4.width) <= 1
        assert picture.stride >= width_px * 4
        assert len(picture.pixels) >= picture.stride * (picture.height_px - 1) + width_px * 4
        assert set(bytes(picture.pixels[3 : width_px * 4 : 4])) == {255}

    def test_the_first_page_comes_in_one_go_at_the_width_that_the_document_asks_for(
        self, source: DocumentSource
    ) -> None:
        told: list[DocumentFacts] = []
        first = source.first_page(CV, ACTUAL_SIZE, told=told.append)
        assert told == [source.open(CV)]
        assert first.width_px == 600
        assert bytes(first.pixels) == bytes(source.render(CV, 1, 600).pixels)

    def test_words_come_in_reading_order_and_lie_on_their_page(self, source: DocumentSource) -> None:
        words = source.words(CV, 1)
        assert [word.text for word in words] == ["Petra", "Neumann", "Werkleiterin", "in", "Ulm"]
        for word in words:
            x0, y0, x1, y1 = word.rect
            assert 0 <= x0 < x1 <= A4.width
            assert 0 <= y0 < y1 <= A4.height
        assert words[0].rect[0] < words[1].rect[0]
        assert words[0].rect[1] < words[2].rect[1]

    def test_words_on_one_line_share_their_place_in_reading_order(self, source: DocumentSource) -> None:
        places = [(word.block, word.line) for word in source.words(CV, 1)]
        assert places[0] == places[1] != places[2] == places[3] == places[4]
        assert places == sorted(places)

    @pytest.mark.parametrize(("document", "code"), [(DAMAGED, "damaged"), (UNKNOWN, "missing")])
    def test_what_cannot_be_read_is_said_with_a_code(
        self, source: DocumentSource, document: DocumentId, code: str
    ) -> None:
        for ask in (
            lambda: source.open(document),
            lambda: source.render(document, 1, 100),
            lambda: source.first_page(document, ACTUAL_SIZE, told=lambda _facts: None),
            lambda: source.words(document, 1),
        ):
            with pytest.raises(DocumentUnreadable) as caught:
                ask()
            assert caught.value.code == code

    @pytest.mark.parametrize("page", [0, 3])
    def test_a_page_that_is_not_there_is_refused(self, source: DocumentSource, page: int) -> None:
        with pytest.raises(DocumentUnreadable) as caught:
            source.render(CV, page, 100)
        assert caught.value.code == "no-such-page"
        with pytest.raises(DocumentUnreadable):
            source.words(CV, page)
