"""The contract of a converter, kept by the named fake and by LibreOffice where it is installed; and hostile ones."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.documents.office_conversion import OFFICE_BOUNDS, OfficeConverter
from reviewer.documents.private_folder import PrivateFolders
from reviewer.documents.program_search import FoundProgram
from reviewer.documents.reader import DocumentReader
from reviewer.errors import DocumentUnreadable
from tests.documents.samples import LINES, make_docx, make_odt
from tests.outside_programs import FAKE_OFFICE, OFFICES

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
MANIFEST = (
    f'<?xml version="1.0" encoding="UTF-8"?><m:manifest xmlns:m="{_NAMES}" m:version="1.2"><m:file-entry '
    'm:full-path="/" m:version="1.2" m:media-type="application/vnd.oasis.opendocument.text"/><m:file-entry '
    'm:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
)
RICH_TEXT = b"{\\rtf1\\ansi Werkleiter bei Nordwerk\\par Leitung der Produktion}"


@pytest.fixture
def folders(tmp_path: Path) -> PrivateFolders:
    return PrivateFolders(tmp_path, parent=tmp_path / "run")


@pytest.fixture
def text_of() -> Callable[[bytes], str]:
    def read(data: bytes) -> str:
        reader = DocumentReader(lambda _document: b"")
        text = " ".join(reader.text(data, "made.pdf").split())
        reader.close()
        return text

    return read


def left_in(folders: PrivateFolders) -> list[str]:
    return [path.name for path in folders.parent.iterdir() if path.name != "lock"]


@pytest.mark.parametrize("program", OFFICES)
def test_a_document_of_each_kind_becomes_a_pdf_and_leaves_nothing_behind(
    program: FoundProgram, folders: PrivateFolders, text_of: Callable[[bytes], str]
) -> None:
    converter = OfficeConverter(program, folders)
    odt = make_odt("<text:p>Werkleiter bei Nordwerk</text:p>", manifest=MANIFEST)
    for kind, data in (("docx", make_docx()), ("odt", odt), ("rtf", RICH_TEXT)):
        made = converter.to_pdf(data, kind)
        assert made.startswith(b"%PDF-")
        assert (LINES[0] if kind == "docx" else "Werkleiter bei Nordwerk") in text_of(made)
        assert left_in(folders) == []


@pytest.mark.parametrize("program", OFFICES)
def test_what_is_no_document_costs_only_itself(program: FoundProgram, folders: PrivateFolders) -> None:
    converter = OfficeConverter(program, folders)
    with pytest.raises(DocumentUnreadable, match="office-failed"):
        converter.to_pdf(b"PK\x03\x04 no archive", "docx")
    assert left_in(folders) == []
    assert converter.to_pdf(make_docx(), "docx").startswith(b"%PDF-")
    assert converter.version()


@pytest.mark.parametrize(
    ("misdeed", "code"),
    [
        ("hang", "too-slow"),
        ("crash", "office-failed"),
        ("write-nothing", "office-failed"),
        ("link-elsewhere", "office-failed"),
        ("fill-the-disk", "office-failed"),
        ("flood-its-output", "too-large"),
    ],
)
def test_a_converter_that_was_taken_over_costs_its_document_only(
    misdeed: str, code: str, folders: PrivateFolders
) -> None:
    bounds = replace(OFFICE_BOUNDS, deadline_s=1.5 if misdeed == "hang" else 30, file_bytes=2_000_000)
    converter = OfficeConverter(FAKE_OFFICE, folders, bounds=bounds)
    with pytest.raises(DocumentUnreadable, match=code):
        converter.to_pdf(make_docx([misdeed]), "docx")
    assert left_in(folders) == []
    patient = OfficeConverter(FAKE_OFFICE, folders)
    assert patient.to_pdf(make_docx(), "docx").startswith(b"%PDF-")


def test_a_conversion_can_be_stopped(folders: PrivateFolders) -> None:
    converter = OfficeConverter(FAKE_OFFICE, folders)
    converter.version()
    raised: list[str] = []

    def convert() -> None:
        with pytest.raises(DocumentUnreadable) as failure:
            converter.to_pdf(make_docx(["hang"]), "docx")
        raised.append(failure.value.code)

    thread = threading.Thread(target=convert)
    thread.start()
    while thread.is_alive():
        converter.stop()
        thread.join(0.1)
    assert raised in (["closed"], ["office-failed"])
    assert left_in(folders) == []
    converter.close()
    with pytest.raises(DocumentUnreadable, match="closed"):
        converter.to_pdf(make_docx(), "docx")


def test_a_program_that_is_not_one_fails_clearly(folders: PrivateFolders, tmp_path: Path) -> None:
    nothing = FoundProgram(command=(str(tmp_path / "soffice.bin"),), places=(tmp_path,))
    with pytest.raises(DocumentUnreadable, match="office-failed"):
        OfficeConverter(nothing, folders).to_pdf(make_docx(), "docx")
    assert OfficeConverter(nothing, folders).version() == ""
