"""Documents for other programs: plain names, nothing that could be run, and nothing left behind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reviewer.domain.ids import DocumentId
from reviewer.errors import DocumentUnreadable, Refused
from reviewer.privacy.lent_files import LentFiles
from reviewer.workspace import Workspace
from tests.desks import SetClock, find, open_desk, write_folder

DOCUMENT = DocumentId("d1")


@pytest.fixture
def lent(tmp_path: Path) -> LentFiles:
    return LentFiles(tmp_path / "opened", lambda _document: b"%PDF-1.7")


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Lebenslauf Weiß (neu).pdf", "Lebenslauf Weiß (neu).pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\x\\cv.PDF", "cv.PDF"),
        ("a\nb\u202e<i>.docx", "a_b__i_.docx"),
        ("-" * 300 + ".pdf", "-" * 80 + ".pdf"),
    ],
)
def test_a_file_has_a_plain_name_and_its_content(lent: LentFiles, tmp_path: Path, name: str, plain: str) -> None:
    path = lent.lend(DOCUMENT, name)
    assert path == tmp_path / "opened" / "d1" / plain
    assert path.read_bytes() == b"%PDF-1.7"
    assert lent.lend(DOCUMENT, name) == path


def test_only_its_owner_reads_it(lent: LentFiles) -> None:
    path = lent.lend(DOCUMENT, "cv.pdf")
    allowed = (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777)
    assert allowed == ((0o400, 0o700) if os.name == "posix" else (0o444, 0o777))


@pytest.mark.parametrize("name", ["cv.exe", "cv.pdf.scr", "cv.docm", "cv", ".pdf", "cv.html", "cv.lnk", "cv.pdf:x.exe"])
def test_what_might_be_run_is_refused(lent: LentFiles, tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="kind-not-lent"):
        lent.lend(DOCUMENT, name)
    assert not (tmp_path / "opened").exists()


def test_a_disk_that_takes_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "opened").write_text("a file in the way")
    blocked = LentFiles(tmp_path / "opened", lambda _document: b"x")
    with pytest.raises(DocumentUnreadable, match="not-written"):
        blocked.lend(DOCUMENT, "cv.pdf")


def test_what_was_lent_goes_with_the_person_and_with_the_desk(tmp_path: Path, sqlite_url: str) -> None:
    anna = open_desk(tmp_path, sqlite_url, "Anna", SetClock())
    anna.bring_in(write_folder(tmp_path / "in"))
    first, second = (_lend(anna, id) for id in ("9999", "9998"))
    assert first.read_bytes().startswith(b"Person 9999")
    anna.erase(find(anna, "9999").key)
    assert not first.parent.exists()
    assert second.exists()
    anna.close()
    assert not second.exists()


def _lend(desk: Workspace, id: str) -> Path:
    document = find(desk, id).documents[0]
    return desk.lent.lend(document.id, document.name)
