"""A first page taken without waiting: the page that would be asked for, and all else left to who may wait."""

from __future__ import annotations

import select

import pytest

from reviewer.documents.coming_page import ComingPage
from reviewer.documents.protocol import Kind
from reviewer.documents.reader import DocumentReader
from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import DocumentFacts, PagePicture
from reviewer.errors import DocumentUnreadable
from tests.documents.hostile_children import ATTACK, CHILDREN, command
from tests.documents.samples import make_docx, make_pdf
from tests.documents.test_head_start import AS_IT_IS, SHORT, TO_THE_WIDTH, unheard
from tests.documents.test_reader import Shelf

CV, LETTER, DAMAGED, LARGE = (DocumentId(name) for name in ("cv", "letter", "damaged", "large"))
HOSTILE = [
    name for name, (kind, *_rest) in CHILDREN.items() if kind in {Kind.OPEN, Kind.RENDER} and "second" not in name
]


@pytest.fixture
def shelf() -> Shelf:
    shelf = Shelf()
    shelf.documents |= {CV: make_pdf(), LETTER: make_docx(), DAMAGED: b"%PDF-1.7 no"}
    return shelf


@pytest.fixture
def reader(warm_reader: DocumentReader) -> DocumentReader:
    return warm_reader


def taken(coming: ComingPage | None) -> PagePicture:
    """Look each time there is something to be read, as the window does."""
    assert coming is not None
    while (picture := coming.look()) is None:
        assert select.select([coming.descriptor], [], [], 10)[0]
    return picture


def begun(reader: DocumentReader, document: DocumentId) -> None:
    reader.near.bring([document])
    reader.near.hasten(document, AS_IT_IS)


@pytest.mark.parametrize("document", [CV, LETTER])
def test_the_page_taken_is_the_page_that_is_asked_for(
    reader: DocumentReader, shelf: Shelf, document: DocumentId
) -> None:
    begun(reader, document)
    told: list[DocumentFacts] = []
    picture = taken(reader.near.coming(document, AS_IT_IS, told=told.append))
    facts = reader.open(document)
    assert set(map(repr, told)) == {repr(facts)}
    assert picture.width_px == AS_IT_IS.of(facts.pages)
    assert bytes(picture.pixels) == bytes(reader.render(document, 1, picture.width_px).pixels)
    assert shelf.loads == [document]


def test_what_was_not_begun_like_this_is_asked_for(reader: DocumentReader) -> None:
    assert reader.near.coming(CV, AS_IT_IS, told=unheard) is None
    begun(reader, CV)
    assert reader.near.coming(CV, TO_THE_WIDTH, told=unheard) is None
    assert reader.near.coming(LETTER, AS_IT_IS, told=unheard) is None


def test_what_somebody_else_took_is_left(reader: DocumentReader) -> None:
    begun(reader, CV)
    coming = reader.near.coming(CV, AS_IT_IS, told=unheard)
    assert coming is not None
    assert select.select([coming.descriptor], [], [], 10)[0]
    assert reader.words(CV, 1)
    assert coming.look() is None
    assert reader.first_page(CV, AS_IT_IS, told=unheard).width_px == 794


def test_after_the_facts_a_thread_may_take_the_rest(reader: DocumentReader) -> None:
    begun(reader, CV)
    coming = reader.near.coming(CV, AS_IT_IS, told=unheard)
    assert coming is not None
    assert select.select([coming.descriptor], [], [], 10)[0]
    coming.look()
    assert reader.first_page(CV, AS_IT_IS, told=unheard).width_px == 794


def test_a_refusal_is_left_to_who_may_end_a_worker(reader: DocumentReader) -> None:
    begun(reader, DAMAGED)
    with pytest.raises(BlockingIOError):
        taken(reader.near.coming(DAMAGED, AS_IT_IS, told=unheard))
    with pytest.raises(DocumentUnreadable) as failure:
        reader.first_page(DAMAGED, AS_IT_IS, told=unheard)
    assert failure.value.code == "damaged"


def test_a_worker_that_ended_after_the_facts_is_counted_once(shelf: Shelf) -> None:
    shelf.documents[CV] = ATTACK
    reader = DocumentReader(shelf.load, command=lambda: command("aborts at a page"), deadlines=SHORT)
    reader.warm()
    for code in ("crashed", "crashed", "gave-up"):
        begun(reader, CV)
        coming = reader.near.coming(CV, AS_IT_IS, told=unheard)
        if coming is not None:
            with pytest.raises(BlockingIOError):
                taken(coming)
        with pytest.raises(DocumentUnreadable) as failure:
            reader.first_page(CV, AS_IT_IS, told=unheard)
        assert failure.value.code == code
    reader.close()


def test_a_document_forgotten_meanwhile_is_left(reader: DocumentReader) -> None:
    begun(reader, CV)
    coming = reader.near.coming(CV, AS_IT_IS, told=unheard)
    assert coming is not None
    reader.forget(CV)
    with pytest.raises(BlockingIOError):
        coming.look()


def code_of(coming: ComingPage | None) -> str:
    """Why a page was refused that was looked for as long as the window does; "" where it is left to who may wait."""
    try:
        while coming is not None and coming.look() is None:
            if not select.select([coming.descriptor], [], [], 0.1)[0]:
                return ""
    except BlockingIOError:
        return ""
    except DocumentUnreadable as unreadable:
        return unreadable.code
    assert coming is None
    return ""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_worker_is_no_more_believed_and_keeps_nobody_waiting(name: str) -> None:
    reader = DocumentReader(lambda _document: ATTACK * 100, command=lambda: command(name), deadlines=SHORT)
    reader.warm()
    begun(reader, CV)
    code = code_of(reader.near.coming(CV, AS_IT_IS, told=unheard))
    if not code:
        with pytest.raises(DocumentUnreadable) as failure:
            reader.first_page(CV, AS_IT_IS, told=unheard)
        code = failure.value.code
    assert code == CHILDREN[name][2]
    reader.close()
