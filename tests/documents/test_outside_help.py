"""Layouts by LibreOffice and text by OCR for stored documents: kept in memory, bounded, forgotten on demand."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reviewer.documents.outside_doctor import examine_programs
from reviewer.documents.outside_help import OutsideHelp, find_programs
from reviewer.documents.outside_results import OutsideResults
from reviewer.documents.private_folder import PrivateFolders
from reviewer.documents.program_search import FoundProgram, find_office, find_tesseract
from reviewer.documents.reader import DocumentReader
from reviewer.domain.ids import DocumentId
from reviewer.domain.layouts import document_of, office_layout
from reviewer.errors import DocumentUnreadable
from reviewer.settings import Settings
from tests.documents.samples import SCAN_LINES, make_docx, make_text_image
from tests.outside_programs import FAKE_OFFICE, FAKE_TESSERACT

CV, SCAN = DocumentId("cv"), DocumentId("scan")
MakeHelp = Callable[..., OutsideHelp]


@pytest.fixture
def shelf() -> dict[str, bytes]:
    return {CV: make_docx(["Werkleiter", "bei Nordwerk", "2017"]), SCAN: make_text_image()}


@pytest.fixture
def make_help(shelf: dict[str, bytes], tmp_path: Path) -> Iterator[MakeHelp]:
    made: list[OutsideHelp] = []

    def load(document: DocumentId) -> bytes:
        if document not in shelf:
            raise DocumentUnreadable("missing")
        return shelf[document]

    def make(office: FoundProgram | None = FAKE_OFFICE, tesseract: FoundProgram | None = FAKE_TESSERACT) -> OutsideHelp:
        folders = PrivateFolders(tmp_path, parent=tmp_path / "run")
        made.append(OutsideHelp(load, lambda: reader, folders, lambda: (office, tesseract)))
        return made[-1]

    def content(layout: DocumentId) -> bytes:
        return made[-1].content(layout)

    reader = DocumentReader(content)
    yield make
    for one in made:
        one.close()
    reader.close()


def read(outside: OutsideHelp, layout: DocumentId) -> str:
    reader = outside._reader()
    pages = range(1, len(reader.open(layout).pages) + 1)
    return " ".join(word.text for page in pages for word in reader.words(layout, page))


def test_a_document_has_two_layouts_side_by_side(make_help: MakeHelp) -> None:
    outside = make_help()
    layout = outside.lay_out(CV, "docx")
    assert document_of(layout) == CV
    assert len(outside._reader().open(layout).pages) == 3
    assert len(outside._reader().open(CV).pages) == 1
    assert read(outside, layout).startswith("Werkleiter bei Nordwerk 2017")
    assert read(outside, CV).startswith("Werkleiter bei Nordwerk 2017")


def test_a_second_conversion_of_the_same_is_none(make_help: MakeHelp, shelf: dict[str, bytes]) -> None:
    outside = make_help()
    layout = outside.lay_out(CV, "docx")
    del shelf[CV]
    assert outside.lay_out(CV, "docx") == layout


def test_what_failed_once_is_not_tried_again_until_it_is_forgotten(
    make_help: MakeHelp, shelf: dict[str, bytes]
) -> None:
    outside = make_help()
    shelf[CV] = make_docx(["crash"])
    for _ in range(2):
        with pytest.raises(DocumentUnreadable, match="office-failed"):
            outside.lay_out(CV, "docx")
        shelf[CV] = make_docx()
    outside.forget(CV)
    assert outside.lay_out(CV, "docx") == office_layout(CV)


def test_a_forgotten_document_is_gone_from_memory(make_help: MakeHelp, shelf: dict[str, bytes]) -> None:
    outside = make_help()
    outside.lay_out(CV, "docx")
    outside.page_words(SCAN, 1)
    outside.forget(CV)
    outside.forget(SCAN)
    shelf.clear()
    for ask in (lambda: outside._reader().open(office_layout(CV)), lambda: outside.page_words(SCAN, 1)):
        with pytest.raises(DocumentUnreadable, match="missing"):
            ask()
    assert list(outside.folders.parent.glob("run-*")) == []


@pytest.mark.parametrize("way", ["forget", "keep", "close"])
def test_work_on_what_nobody_wants_any_more_ends(make_help: MakeHelp, shelf: dict[str, bytes], way: str) -> None:
    outside = make_help()
    shelf[CV] = make_docx(["hang"])
    outside.programs()
    raised: list[str] = []

    def convert() -> None:
        try:
            outside.lay_out(CV, "docx")
        except DocumentUnreadable as unreadable:
            raised.append(unreadable.code)

    thread = threading.Thread(target=convert)
    thread.start()
    while thread.is_alive():
        {"forget": lambda: outside.forget(CV), "keep": lambda: outside.keep([SCAN]), "close": outside.close}[way]()
        thread.join(0.1)
    assert raised in (["closed"], ["office-failed"], ["missing"])
    assert list(outside.folders.parent.glob("run-*")) == []


def test_the_words_of_a_scan_are_read_once_and_in_a_process_of_their_own(
    make_help: MakeHelp, shelf: dict[str, bytes]
) -> None:
    outside = make_help()
    words = outside.page_words(SCAN, 1)
    assert [word.text for word in words] == " ".join(SCAN_LINES).split()
    del shelf[SCAN]
    assert outside.page_words(SCAN, 1) == words
    with pytest.raises(DocumentUnreadable, match="missing"):
        outside.page_words(SCAN, 2)


def test_a_reading_is_completed_by_ocr(make_help: MakeHelp, shelf: dict[str, bytes]) -> None:
    outside = make_help()
    reading = outside._reader().reading(shelf[SCAN])
    completed = outside.complete(SCAN, reading)
    assert [word.text for word in completed.pages[0].words] == " ".join(SCAN_LINES).split()
    assert make_help(tesseract=None).complete(SCAN, reading) == reading


def test_without_programs_there_is_no_help(make_help: MakeHelp) -> None:
    outside = make_help(office=None, tesseract=None)
    assert (outside.programs().office, outside.programs().ocr) == (False, False)
    with pytest.raises(DocumentUnreadable, match="no-office"):
        outside.lay_out(CV, "docx")
    with pytest.raises(DocumentUnreadable, match="no-ocr"):
        outside.page_words(SCAN, 1)


def test_layouts_are_bounded_and_those_looked_at_stay() -> None:
    results = OutsideResults(layout_bytes=10)
    layouts = [office_layout(DocumentId(name)) for name in "abcd"]
    assert results.keep_layout(layouts[0], b"12345", frozenset()) == []
    assert results.keep_layout(layouts[1], b"12345", frozenset()) == []
    assert results.keep_layout(layouts[2], b"12345", frozenset({DocumentId("a")})) == [layouts[1]]
    assert results.keep_layout(layouts[3], b"123456789", frozenset({DocumentId("a"), DocumentId("c")})) == []
    assert [results.find_layout(one) is not None for one in layouts] == [True, False, True, True]


def test_a_person_can_name_a_program_or_switch_it_off(tmp_path: Path) -> None:
    off = Settings(values={"documents.libreoffice": "off", "documents.tesseract": "off"})
    assert find_programs(off) == (None, None)
    nowhere = str(tmp_path / "soffice")
    assert find_office(nowhere) is None
    program = tmp_path / "program" / "soffice"
    program.parent.mkdir()
    for name in ("soffice", "soffice.bin", "tesseract"):
        program.with_name(name).write_text("#!/bin/sh\n", encoding="utf-8")
        program.with_name(name).chmod(0o700)
    found, tesseract = find_office(str(program)), find_tesseract(str(program.with_name("tesseract")))
    assert found
    assert tesseract
    assert (found.named, tesseract.named) == (True, True)
    assert (Path(found.path).stem, found.places) == ("soffice", (tmp_path,))


def test_the_doctor_names_what_is_there_and_what_would_help(tmp_path: Path) -> None:
    folders = PrivateFolders(tmp_path, parent=tmp_path / "run")
    nowhere = {key: str(tmp_path / "none") for key in ("documents.libreoffice", "documents.tesseract")}
    for finding in examine_programs(Settings(values=nowhere), folders):
        assert (finding.ok, finding.optional, finding.detail) == (False, True, "not installed")
        assert "install" in finding.remedy
    for finding in examine_programs(Settings(values=dict.fromkeys(nowhere, "off")), folders):
        assert (finding.ok, finding.detail, finding.remedy) == (True, "off", "")
    here = examine_programs(Settings(), folders)
    assert [finding.detail == "not installed" for finding in here] == [not find_office(), not find_tesseract()]
    assert all(finding.ok or finding.remedy for finding in here)
