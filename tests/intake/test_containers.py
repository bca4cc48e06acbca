"""Archives and e-mails that are named in a table or lie in a folder become the documents in them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.documents.reader import DocumentReader
from reviewer.domain.arrival import IncomingApplicant, RowProblem
from reviewer.errors import DocumentUnreadable
from reviewer.intake.folder import read_folder
from reviewer.intake.problems import unpacked_words
from tests.documents.containers import encrypted_zip, make_mail, make_outlook, make_zip
from tests.documents.samples import LINES, make_docx, make_pdf
from tests.intake.builders import row, table_text

CV, PAPER = make_pdf((LINES,)), make_pdf((("Zeugnis",),))
HELD = (("Zeugnis.pdf", PAPER), ("Lebenslauf.pdf", CV))


@pytest.fixture(scope="module")
def reader() -> Iterator[DocumentReader]:
    def nothing_stored(_document: str) -> bytes:
        raise DocumentUnreadable("missing")

    reader = DocumentReader(nothing_stored)
    yield reader
    reader.close()


def arrivals(reader: DocumentReader, folder: Path) -> list[IncomingApplicant | RowProblem]:
    return list(read_folder(folder, read_text=reader.text, unpack=reader.unpack))


def only(reader: DocumentReader, folder: Path) -> IncomingApplicant:
    (found,) = arrivals(reader, folder)
    assert isinstance(found, IncomingApplicant), found
    return found


def table(folder: Path, cell: str, **files: bytes) -> Path:
    (folder / "applicants.csv").write_bytes(table_text(row(cv=cell)).encode())
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_bytes(content)
    return folder


@pytest.mark.parametrize(
    ("name", "data"),
    [("all_zip", make_zip(dict(HELD))), ("all_eml", make_mail("Hallo", HELD)), ("all_msg", make_outlook("", HELD))],
)
def test_a_named_container_becomes_its_documents_the_cv_first(
    name: str, data: bytes, reader: DocumentReader, tmp_path: Path
) -> None:
    found = only(reader, table(tmp_path, name.replace("_", "."), **{name: data}))
    assert [(one.name, one.content, one.sha256) for one in found.documents] == [
        ("Lebenslauf.pdf", CV, hashlib.sha256(CV).hexdigest()),
        ("Zeugnis.pdf", PAPER, hashlib.sha256(PAPER).hexdigest()),
    ]
    (unpacked,) = found.unpacked
    assert (unpacked.container, unpacked.documents) == (
        name.replace("_", "."),
        ("Lebenslauf.pdf", "Zeugnis.pdf"),
    )


def test_a_container_stands_among_other_files_in_its_place(reader: DocumentReader, tmp_path: Path) -> None:
    folder = table(tmp_path, "a.docx|b.zip|c.pdf", a_docx=make_docx(), b_zip=make_zip(dict(HELD)), c_pdf=PAPER)
    assert [one.name for one in only(reader, folder).documents] == ["a.docx", "Lebenslauf.pdf", "Zeugnis.pdf"]


def test_an_archive_under_another_name_is_opened_too(reader: DocumentReader, tmp_path: Path) -> None:
    found = only(reader, table(tmp_path, "cv.pdf", cv_pdf=make_zip({"Lebenslauf.pdf": CV})))
    assert [one.name for one in found.documents] == ["Lebenslauf.pdf"]


def test_a_message_without_an_attachment_is_kept_as_it_is(reader: DocumentReader, tmp_path: Path) -> None:
    mail = make_mail("Guten Tag")
    found = only(reader, table(tmp_path, "a.eml", a_eml=mail))
    assert [(one.name, one.content) for one in found.documents] == [("a.eml", mail)]
    assert found.unpacked == ()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (make_zip({"setup.exe": b"MZ\0\0"}), "container-nothing-inside"),
        (make_zip({}), "container-empty"),
        (encrypted_zip({"cv.pdf": CV}), "container-encrypted"),
        (make_zip({"cv.pdf": CV})[:200], "container-damaged"),
        (make_zip({"null.txt": bytes(40_000_000)}), "container-too-large"),
        (b"MZ\0\0 no archive", "container-damaged"),
    ],
)
def test_a_container_without_a_document_is_a_named_problem(
    data: bytes, code: str, reader: DocumentReader, tmp_path: Path
) -> None:
    assert arrivals(reader, table(tmp_path, "a.zip", a_zip=data)) == [RowProblem(line=2, column="cv", code=code)]


def test_in_a_bare_folder_a_container_is_one_applicant(reader: DocumentReader, tmp_path: Path) -> None:
    (tmp_path / "Bewerbung.eml").write_bytes(make_mail("Hallo", HELD))
    found = only(reader, tmp_path)
    assert (found.person.first_name, found.person.last_name) == ("Petra", "Weiß")
    assert [one.name for one in found.documents] == ["Lebenslauf.pdf", "Zeugnis.pdf"]
    assert found.id == "cv-" + hashlib.sha256(CV).hexdigest()[:10]


def test_a_cv_that_lies_beside_its_archive_comes_in_once(reader: DocumentReader, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(make_zip(dict(HELD)))
    (tmp_path / "b.pdf").write_bytes(CV)
    assert [item.code if isinstance(item, RowProblem) else "in" for item in arrivals(reader, tmp_path)] == [
        "in",
        "file-repeated",
    ]


def test_a_person_whose_cv_has_no_name_is_named_as_the_container(reader: DocumentReader, tmp_path: Path) -> None:
    (tmp_path / "Bewerbung_Petra_Weiss.zip").write_bytes(make_zip({"scan.txt": b"1999 - 2004"}))
    assert only(reader, tmp_path).person.last_name == "Weiss"


def test_at_most_twenty_documents_come_of_one_row(reader: DocumentReader, tmp_path: Path) -> None:
    archives = {
        f"{letter}_zip": make_zip({f"{letter}{n}.txt": f"{letter} {n}".encode() for n in range(15)}) for letter in "ab"
    }
    found = only(reader, table(tmp_path, "a.zip|b.zip", **archives))
    assert len(found.documents) == 20
    assert [(len(one.documents), len(one.left_out)) for one in found.unpacked] == [(15, 0), (5, 10)]


def test_what_was_unpacked_is_told_with_what_was_left_out(reader: DocumentReader, tmp_path: Path) -> None:
    folder = table(tmp_path, "a.zip", a_zip=make_zip({"cv.pdf": CV, "setup.exe": b"MZ\0\0"}))
    (unpacked,) = only(reader, folder).unpacked
    assert unpacked_words(unpacked) == "a.zip was unpacked: cv.pdf; left out: setup.exe"
