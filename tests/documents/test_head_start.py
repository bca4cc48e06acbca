"""A first page that is begun before anybody waits for it: the same page, the same refusals, and nothing left behind."""

from __future__ import annotations

import os

import pytest

from reviewer.documents.limits import Deadlines
from reviewer.documents.protocol import Kind
from reviewer.documents.reader import DocumentReader
from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import DocumentFacts
from reviewer.domain.sizing import FirstWidth, Fit, Sizing
from reviewer.errors import DocumentUnreadable
from tests.documents.hostile_children import ATTACK, CHILDREN, command
from tests.documents.samples import make_docx, make_pdf
from tests.documents.test_reader import Shelf
from tests.processes import descendants

CV, OTHER, LETTER, DAMAGED = (DocumentId(name) for name in ("cv", "other", "letter", "damaged"))
AS_IT_IS = FirstWidth(sizing=Sizing(fit=Fit.FREE, percent=100.0, width=700, height=800, ratio=1.0))
TO_THE_WIDTH = FirstWidth(sizing=Sizing(fit=Fit.WIDTH, percent=100.0, width=700, height=800, ratio=2.0), turn=1)
SHORT = Deadlines(first_page_s=1.5, page_s=0.7, whole_text_s=0.7)
WAYS = [name for name, (kind, *_rest) in CHILDREN.items() if kind in {Kind.OPEN, Kind.RENDER} and "second" not in name]


def unheard(_facts: DocumentFacts) -> None:
    """For those who need not know what the document is."""


@pytest.fixture
def shelf() -> Shelf:
    shelf = Shelf()
    shelf.documents |= {CV: make_pdf(), OTHER: make_pdf([["Another"]]), LETTER: make_docx(), DAMAGED: b"%PDF-1.7 no"}
    return shelf


@pytest.fixture
def reader(warm_reader: DocumentReader) -> DocumentReader:
    return warm_reader


@pytest.mark.parametrize("wanted", [AS_IT_IS, TO_THE_WIDTH])
@pytest.mark.parametrize("document", [CV, LETTER])
def test_a_page_begun_early_is_the_page_that_is_asked_for(
    reader: DocumentReader, shelf: Shelf, document: DocumentId, wanted: FirstWidth
) -> None:
    reader.near.bring([document])
    reader.near.hasten(document, wanted)
    told: list[DocumentFacts] = []
    early = reader.first_page(document, wanted, told=told.append)
    facts = reader.open(document)
    assert told == [facts]
    assert early.width_px == wanted.of(facts.pages)
    assert bytes(early.pixels) == bytes(reader.render(document, 1, early.width_px).pixels)
    assert shelf.loads == [document]


def test_what_is_asked_instead_comes_after_it(reader: DocumentReader) -> None:
    reader.near.bring([CV, OTHER])
    reader.near.hasten(CV, AS_IT_IS)
    reader.near.hasten(OTHER, AS_IT_IS)
    assert reader.first_page(CV, AS_IT_IS, told=unheard).width_px == 794
    assert [word.text for word in reader.words(OTHER, 1)] == ["Another"]
    assert reader.render(OTHER, 1, 300).width_px == 300
    assert reader.first_page(OTHER, TO_THE_WIDTH, told=unheard).width_px > 794


def test_without_its_bytes_at_hand_nothing_is_begun(reader: DocumentReader, shelf: Shelf) -> None:
    reader.near.hasten(CV, AS_IT_IS)
    assert shelf.loads == []
    assert reader.first_page(CV, AS_IT_IS, told=unheard).width_px == 794
    assert shelf.loads == [CV]


def test_only_what_is_near_is_at_hand(reader: DocumentReader, shelf: Shelf) -> None:
    reader.near.bring([CV, DocumentId("unknown"), OTHER])
    reader.near.bring([OTHER])
    reader.open(OTHER)
    reader.open(CV)
    assert shelf.loads == [CV, "unknown", OTHER, CV]


def test_a_damaged_document_is_refused_the_same_way(reader: DocumentReader) -> None:
    reader.near.bring([DAMAGED])
    reader.near.hasten(DAMAGED, AS_IT_IS)
    for _ in range(2):
        with pytest.raises(DocumentUnreadable) as failure:
            reader.first_page(DAMAGED, AS_IT_IS, told=unheard)
        assert failure.value.code == "damaged"


def test_a_forgotten_document_comes_back_neither_from_memory_nor_from_its_worker(
    reader: DocumentReader, shelf: Shelf
) -> None:
    reader.near.bring([CV])
    reader.near.hasten(CV, AS_IT_IS)
    reader.forget(CV)
    del shelf.documents[CV]
    reader.near.hasten(CV, AS_IT_IS)
    with pytest.raises(DocumentUnreadable) as failure:
        reader.first_page(CV, AS_IT_IS, told=unheard)
    assert failure.value.code == "missing"


def test_what_was_begun_and_is_never_asked_for_is_ended(shelf: Shelf) -> None:
    reader = DocumentReader(shelf.load, deadlines=Deadlines(first_page_s=0.3))
    reader.warm()
    before = descendants(os.getpid())
    reader.near.bring([CV, OTHER])
    reader.near.hasten(CV, AS_IT_IS)
    reader.near.hasten(OTHER, AS_IT_IS)
    with pytest.raises(DocumentUnreadable):
        reader.open(DocumentId("unknown"))
    reader._documents.wait_tidy()
    assert len(before & descendants(os.getpid())) == len(before) - 2
    reader.close()


@pytest.mark.parametrize("early", [False, True])
@pytest.mark.parametrize("name", WAYS)
def test_a_hostile_worker_is_no_more_believed_in_one_go(name: str, *, early: bool) -> None:
    reader = DocumentReader(lambda _document: ATTACK * 100, command=lambda: command(name), deadlines=SHORT)
    reader.near.bring([CV])
    if early:
        reader.warm()
        reader.near.hasten(CV, AS_IT_IS)
    with pytest.raises(DocumentUnreadable) as failure:
        reader.first_page(CV, AS_IT_IS, told=unheard)
    assert failure.value.code == CHILDREN[name][2]
    reader.close()
