"""Every hostile document is shown or explained; the documents after it are shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reviewer.documents.reader import DocumentReader
from reviewer.domain.ids import DocumentId
from reviewer.errors import DocumentUnreadable
from tests.documents.samples import make_docx, make_image, make_pdf
from tests.hostile.bombs import BOMBS, mutants

CODES = {"damaged", "encrypted", "unknown-kind", "empty", "too-large", "too-slow", "crashed", "nothing-inside"}
GOOD = DocumentId("good")


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    return {GOOD: make_pdf()}


@pytest.fixture(scope="module")
def reader(documents: dict[str, bytes]) -> Iterator[DocumentReader]:
    reader = DocumentReader(lambda document: documents[document])
    yield reader
    reader.close()


def outcome(reader: DocumentReader, document: DocumentId) -> str:
    """ "shown", or the code of the explanation."""
    try:
        reader.open(document)
        reader.render(document, 1, 400)
        reader.words(document, 1)
    except DocumentUnreadable as unreadable:
        return unreadable.code
    return "shown"


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_shown_or_explained(name: str, reader: DocumentReader, documents: dict[str, bytes]) -> None:
    documents[name] = BOMBS[name]()
    assert outcome(reader, DocumentId(name)) in {*CODES, "shown"}
    assert outcome(reader, GOOD) == "shown"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a Word document that unpacks to 300 MB", "too-large"),
        ("a Word document that is none", "damaged"),
        ("zero bytes", "empty"),
        ("noise", "unknown-kind"),
        ("a script and a program to start", "shown"),
        ("a page without width", "shown"),
    ],
)
def test_the_explanation_fits(name: str, code: str, reader: DocumentReader, documents: dict[str, bytes]) -> None:
    documents[f"again: {name}"] = BOMBS[name]()
    assert outcome(reader, DocumentId(f"again: {name}")) == code


@pytest.mark.parametrize("kind", ["pdf", "docx", "jpeg", "png"])
def test_mutants_of_good_documents_are_shown_or_explained(
    kind: str, reader: DocumentReader, documents: dict[str, bytes]
) -> None:
    whole = {"pdf": make_pdf(), "docx": make_docx(), "jpeg": make_image("JPEG"), "png": make_image("PNG")}
    for number, mutant in enumerate(mutants(whole[kind], 6, seed=1)):
        document = DocumentId(f"{kind}-{number}")
        documents[document] = mutant
        assert outcome(reader, document) in {*CODES, "shown"}
    assert outcome(reader, GOOD) == "shown"
