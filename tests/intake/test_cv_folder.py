"""A bare folder of CVs becomes proposed applicants."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import docx
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from reviewer.domain.applicant import Salutation
from reviewer.domain.arrival import IncomingApplicant, RowProblem
from reviewer.errors import DocumentUnreadable, Misconfigured, Unavailable
from reviewer.intake.folder import read_folder
from tests.intake.builders import no_text, plain_text, problems, read, row, table_text, write_folder


class WordReader:
    """Reads DOCX and plain text as the worker would; a damaged or wordless document is unreadable."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, untrusted: bytes, name: str) -> str:
        self.asked.append(name)
        if name.endswith(".txt"):
            return untrusted.decode()
        if not name.endswith(".docx"):
            raise DocumentUnreadable("no-text")
        return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(untrusted)).paragraphs)


def write_real_files(folder: Path) -> Path:
    document = docx.Document()
    for line in (
        "Lebenslauf",
        "Dr. Petra Weiß",
        "Interim Managerin",
        "petra.weiss@example.org",
        "Leiterin der Produktion",
    ):
        document.add_paragraph(line)
    document.save(str(folder / "b.docx"))
    canvas = Canvas(str(folder / "Lebenslauf_Uwe_Krause_2016.PDF"))
    canvas.drawString(72, 720, "Uwe Krause")
    canvas.save()
    Image.new("L", (40, 60), 255).save(folder / "scan_0001.png")
    (folder / "kim.txt").write_text("Alex Kim\nalex.kim@example.com\nHead of the plant and for the group\n", "utf-8")
    return folder


def applicants(folder: Path) -> list[IncomingApplicant]:
    return [item for item in read_folder(folder, read_text=WordReader()) if isinstance(item, IncomingApplicant)]


def test_each_cv_of_a_bare_folder_is_an_applicant_with_proposals(tmp_path: Path) -> None:
    found = applicants(write_real_files(tmp_path))
    assert [(item.person.title, item.person.first_name, item.person.last_name) for item in found] == [
        ("Dr.", "Petra", "Weiß"),
        ("", "Alex", "Kim"),
        ("", "Uwe", "Krause"),
        ("", "", ""),
    ]
    assert [item.person.email for item in found] == ["petra.weiss@example.org", "alex.kim@example.com", "", ""]
    assert [item.person.language for item in found] == ["de", "en", "de", "de"]
    assert {item.person.salutation for item in found} == {Salutation.UNKNOWN}
    assert {item.opt_in.confirmed_at for item in found} == {None}


def test_the_proposed_id_is_made_of_the_content_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"same")
    (first,) = applicants(tmp_path)
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    (second,) = applicants(tmp_path)
    assert first.id == second.id == "cv-" + hashlib.sha256(b"same").hexdigest()[:10]


def test_hidden_and_temporary_files_are_passed_over(tmp_path: Path) -> None:
    for name in (
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "~$weiss.docx",
        ".~lock.weiss.odt#",
        ".cv.pdf",
        "cv.pdf.part",
    ):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "__MACOSX").mkdir()
    assert read(tmp_path) == []


def test_what_is_no_cv_is_named_by_its_number_and_the_rest_comes_in(tmp_path: Path) -> None:
    for name in ("A.exe", "b.pdf", "C.xls", "d.pdf", "without-ending"):
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "e.pdf").write_bytes(b"b.pdf")
    (tmp_path / "folder.pdf").mkdir()
    assert problems(tmp_path) == [
        (1, "file", "kind-unknown"),
        (3, "file", "kind-unknown"),
        (5, "file", "file-repeated"),
        (6, "file", "folder-not-entered"),
        (7, "file", "kind-unknown"),
    ]
    assert len(read(tmp_path)) == 7


def test_a_link_out_of_a_bare_folder_is_never_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.pdf").write_bytes(b"secret")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "cv.pdf").symlink_to(tmp_path / "secret.pdf")
    assert problems(folder) == [(1, "file", "cv-outside-folder")]


def test_documents_are_read_one_at_a_time_as_they_are_asked_for(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(name, "utf-8")
    reader = WordReader()
    items = read_folder(tmp_path, read_text=reader)
    assert reader.asked == []
    next(items)
    assert reader.asked == ["a.txt"]


def test_with_a_table_no_document_is_opened_for_its_text(tmp_path: Path) -> None:
    reader = WordReader()
    write_folder(tmp_path, table_text(row()))
    (tmp_path / "applicants.csv").rename(tmp_path / "Applicants.CSV")
    (item,) = read_folder(tmp_path, read_text=reader)
    assert isinstance(item, IncomingApplicant)
    assert reader.asked == []


def test_a_reader_that_is_away_is_not_taken_for_a_bad_document(tmp_path: Path) -> None:
    def away(untrusted: bytes, name: str) -> str:
        raise Unavailable("worker-away")

    (tmp_path / "a.txt").write_bytes(b"x")
    with pytest.raises(Unavailable):
        list(read_folder(tmp_path, read_text=away))


def test_a_folder_that_is_missing_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured) as caught:
        read_folder(tmp_path / "none", read_text=no_text)
    assert str(caught.value) == "folder-missing"


def test_a_file_in_place_of_a_folder_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").write_bytes(b"x")
    with pytest.raises(Misconfigured) as caught:
        read_folder(tmp_path / "cv.pdf", read_text=no_text)
    assert str(caught.value) == "folder-unreadable"


def test_no_problem_carries_a_word_of_the_source(tmp_path: Path) -> None:
    canary = "Kanarienvogel"
    rows = [
        row(id=str(number)) | {name: canary + "\n;"}
        for number, name in enumerate(("email", "cv", "language", "ip_address"))
    ]
    folder = write_folder(tmp_path, table_text(*rows))
    for item in read_folder(folder, read_text=plain_text):
        assert isinstance(item, RowProblem)
        assert canary not in repr(item)
