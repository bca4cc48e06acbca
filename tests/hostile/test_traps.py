"""Traps are shown or explained, reach nothing outside, and cost the demonstration CVs' mutants no more."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path

import pytest

from reviewer.demo.casting import DECK
from reviewer.demo.folder import write_folder
from reviewer.demo.plan import DemoPlan, Kind
from reviewer.documents.reader import DocumentReader
from tests.documents.samples import make_pdf
from tests.hostile.bombs import mutants
from tests.hostile.pixels import count_unlike
from tests.hostile.traps import TRAPS, page_that_refers_to, word_that_refers_to, word_with_entity

SHOWN = None
OUTCOMES = {
    "a vector image of vector images": "unknown-kind",
    "a PDF with a password": "encrypted",
    "a PDF cut in the middle": "damaged",
    "a Word document cut in the middle": "damaged",
    "a PNG cut in the middle": "damaged",
    "tables of places in circles": "damaged",
    "a tree of pages as deep as long": "damaged",
    "ten thousand pages": "damaged",
    "archives within archives": "nothing-inside",
    "an OpenDocument that unpacks to 300 MB": "too-large",
    "an OpenDocument of deep markup": "damaged",
    "an OpenDocument with a file for an entity": "damaged",
    "a WebP picture of 64 megapixels": "too-large",
    "an AVIF picture of 256 megapixels": "too-large",
    "an AVIF picture of no pixel": "damaged",
    "a HEIC picture of 4 billion pixels": "too-large",
    "a HEIC picture of no pixel": "damaged",
    "a HEIC picture cut in the middle": "damaged",
    "a HEIC picture of boxes within themselves": "damaged",
    "a HEIC picture of boxes without end": "damaged",
    "a program": "unknown-kind",
    "an older Word document": "unknown-kind",
    "a page of script": "unknown-kind",
    "nothing": "empty",
}
EXPLAINED = {"damaged", "encrypted", "unknown-kind", "empty", "too-large", "too-slow", "crashed", "nothing-inside"}


@pytest.fixture(scope="module")
def reader() -> Iterator[DocumentReader]:
    reader = DocumentReader(lambda _: make_pdf())
    reader.warm()
    yield reader
    reader.close()


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> DemoPlan:
    return write_folder(tmp_path_factory.mktemp("cvs"), as_of=date(2026, 11, 20), applicants=DECK)


def outcome(reader: DocumentReader, data: bytes) -> str | None:
    found = reader.survey(data)
    return found.failure.code if found.failure else SHOWN


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_is_shown_or_explained(name: str, reader: DocumentReader) -> None:
    assert outcome(reader, TRAPS[name]()) in {OUTCOMES.get(name, SHOWN), "too-slow"}


@pytest.mark.parametrize("make", [word_that_refers_to, word_with_entity, page_that_refers_to])
def test_what_a_document_refers_to_is_neither_read_nor_called(
    make: Callable[[str], bytes], reader: DocumentReader, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("canary", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        for target in (secret.as_uri(), str(secret), f"http://127.0.0.1:{server.getsockname()[1]}/canary"):
            assert "canary" not in reader.text(make(target), "cv")
            assert outcome(reader, make(target)) is SHOWN
        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize("ending", ["pdf", "docx", "jpg", "txt"])
def test_a_document_is_what_its_bytes_say_whatever_its_name(ending: str, reader: DocumentReader) -> None:
    assert "Petra" in reader.text(make_pdf(), f"cv.{ending}")


def test_all_demonstration_documents_look_the_same_with_and_without_confinement(plan: DemoPlan) -> None:
    """Every page of every document of the whole set; only what is locked or damaged on purpose has none."""
    files = [plan.folder / name for applicant in plan.applicants for name in applicant.files]
    closed = sum(applicant.kind in {Kind.LOCKED, Kind.DAMAGED} for applicant in plan.applicants)
    unreadable, pages, unlike = count_unlike([file.read_bytes() for file in files])
    assert (len(files) >= DECK, unreadable, pages > 2 * DECK, unlike) == (True, closed, True, 0)


def test_mutants_of_demonstration_cvs_are_shown_or_explained(reader: DocumentReader, plan: DemoPlan) -> None:
    files = [plan.folder / applicant.files[0] for applicant in plan.applicants]
    for seed, file in enumerate(islice(cycle(files), 60)):
        (mutant,) = mutants(file.read_bytes(), 1, seed)
        assert outcome(reader, mutant) in {SHOWN, *EXPLAINED}
    assert outcome(reader, make_pdf()) is SHOWN
