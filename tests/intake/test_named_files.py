"""The files a table names are read from its folder and from nowhere else."""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
from pathlib import Path

import pytest

from reviewer.intake.files import MAX_FILE_BYTES, MAX_FILES
from tests.intake.builders import only_applicant, problems, row, table_text, write_folder


def folder_naming(tmp_path: Path, cell: str, *files: str) -> Path:
    return write_folder(tmp_path / "in", table_text(row(cv=cell)), *files)


def names(folder: Path) -> list[str]:
    return [document.name for document in only_applicant(folder).documents]


def test_several_documents_keep_their_order_and_their_hashes(tmp_path: Path) -> None:
    folder = folder_naming(tmp_path, "b.pdf | a.docx|c.png|", "a.docx", "b.pdf", "c.png")
    documents = only_applicant(folder).documents
    assert [document.name for document in documents] == ["b.pdf", "a.docx", "c.png"]
    assert all(document.sha256 == hashlib.sha256(document.content).hexdigest() for document in documents)


def test_the_same_document_named_twice_comes_in_once(tmp_path: Path) -> None:
    assert names(folder_naming(tmp_path, "a.pdf|./a.pdf|A.PDF", "a.pdf")) == ["a.pdf"]


@pytest.mark.parametrize(
    "cell", ("cvs/2017/weiss.pdf", "cvs\\2017\\weiss.pdf", ".\\CVS\\2017/Weiss.PDF", "cvs//2017/weiss.pdf")
)
def test_sub_folders_are_found_with_either_slash_and_in_any_case(tmp_path: Path, cell: str) -> None:
    assert names(folder_naming(tmp_path, cell, "cvs/2017/weiss.pdf")) == ["weiss.pdf"]


@pytest.mark.parametrize(("told", "stored"), (("NFC", "NFD"), ("NFD", "NFC")))
def test_a_name_is_found_in_either_normal_form(tmp_path: Path, told: str, stored: str) -> None:
    name = "Weiß Müller.pdf"
    folder = folder_naming(tmp_path, unicodedata.normalize(told, name), unicodedata.normalize(stored, name))  # type: ignore[arg-type]
    assert names(folder) == [unicodedata.normalize("NFC", name)]


def test_a_name_that_fits_two_files_is_not_guessed(tmp_path: Path) -> None:
    folder = folder_naming(tmp_path, "weiss.pdf", "Weiss.pdf", "WEISS.pdf")
    if len(list(folder.glob("*.pdf"))) == 2:
        assert problems(folder) == [(2, "cv", "cv-ambiguous")]
    else:
        assert len(names(folder)) == 1


def test_the_exact_name_wins_over_one_alike(tmp_path: Path) -> None:
    folder = folder_naming(tmp_path, "weiss.pdf", "WEISS.pdf", "weiss.pdf")
    assert only_applicant(folder).documents[0].content == (folder / "weiss.pdf").read_bytes()


@pytest.mark.parametrize(
    "cell",
    (
        "../secret.pdf",
        "..\\secret.pdf",
        "cvs/../../secret.pdf",
        "weiss.pdf|../secret.pdf",
        "/etc/passwd",
        "\\\\server\\share\\cv.pdf",
        "C:\\secret.pdf",
        "c:secret.pdf",
        "C:/secret.pdf",
    ),
)
def test_a_path_out_of_the_folder_is_never_followed(tmp_path: Path, cell: str) -> None:
    (tmp_path / "secret.pdf").write_bytes(b"secret")
    assert problems(folder_naming(tmp_path, cell)) == [(2, "cv", "cv-outside-folder")]


@pytest.mark.parametrize("cell", ("link.pdf", "linked/secret.pdf"))
def test_a_link_out_of_the_folder_is_never_followed(tmp_path: Path, cell: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.pdf").write_bytes(b"secret")
    folder = folder_naming(tmp_path, cell)
    link(folder / "link.pdf", outside / "secret.pdf")
    link(folder / "linked", outside)
    assert problems(folder) == [(2, "cv", "cv-outside-folder")]


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    folder = folder_naming(tmp_path, "link.pdf", "cvs/weiss.pdf")
    link(folder / "link.pdf", folder / "cvs" / "weiss.pdf")
    assert only_applicant(folder).documents[0].content == (folder / "cvs/weiss.pdf").read_bytes()


def test_a_folder_reached_through_a_link_is_read(tmp_path: Path) -> None:
    folder_naming(tmp_path, "weiss.pdf", "weiss.pdf")
    link(tmp_path / "alias", tmp_path / "in")
    assert names(tmp_path / "alias") == ["weiss.pdf"]


@pytest.mark.parametrize(
    ("cell", "code"),
    (
        ("", "cv-missing"),
        ("none.pdf", "cv-not-found"),
        ("none/weiss.pdf", "cv-not-found"),
        ("weiss.pdf/weiss.pdf", "cv-not-found"),
        ("wei\x00ss.pdf", "cv-not-found"),
        ("x" * 5000, "cv-not-found"),
        ("*.pdf", "cv-not-found"),
        ("cvs", "cv-unreadable"),
        (".", "cv-unreadable"),
        ("loop.pdf", "cv-not-found"),
        ("|".join(["weiss.pdf"] * (MAX_FILES + 1)), "cv-too-many"),
    ),
)
def test_what_is_no_file_is_named(tmp_path: Path, cell: str, code: str) -> None:
    folder = folder_naming(tmp_path, cell, "weiss.pdf", "cvs/kim.pdf")
    link(folder / "loop.pdf", folder / "loop.pdf")
    assert problems(folder) == [(2, "cv", code)]


def test_a_file_over_the_limit_stays_outside_and_one_at_the_limit_comes_in(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, table_text(row(id="1", cv="large.pdf"), row(id="2", cv="fits.pdf")))
    for name, size in (("large.pdf", MAX_FILE_BYTES + 1), ("fits.pdf", MAX_FILE_BYTES)):
        with (folder / name).open("wb") as stream:
            stream.truncate(size)
    assert problems(folder) == [(2, "cv", "cv-too-large")]


def test_an_empty_file_comes_in_to_be_judged(tmp_path: Path) -> None:
    folder = folder_naming(tmp_path, "empty.pdf")
    (folder / "empty.pdf").write_bytes(b"")
    assert only_applicant(folder).documents[0].content == b""


if sys.platform != "win32":

    def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
        folder = folder_naming(tmp_path, "pipe.pdf")
        os.mkfifo(folder / "pipe.pdf")
        assert problems(folder) == [(2, "cv", "cv-unreadable")]


def link(path: Path, target: Path) -> None:
    path.symlink_to(target, target_is_directory=target.is_dir())
