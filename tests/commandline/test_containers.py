"""A CV that came in an archive or attached to an e-mail, from import to a second version, and inspected."""

from __future__ import annotations

import json
from pathlib import Path

from tests.commandline.conftest import Program, run
from tests.documents.containers import make_mail, make_zip
from tests.documents.samples import make_docx, make_pdf
from tests.intake.builders import row, table_text

CV, NEWER, PAPER = (make_pdf(((text,),)) for text in ("Lebenslauf", "Lebenslauf 2024", "Referenzen"))


def write(folder: Path, cv: bytes) -> str:
    folder.mkdir(exist_ok=True)
    (folder / "bewerbung.zip").write_bytes(make_zip({"Referenzen.pdf": PAPER, "cv.pdf": cv, "setup.exe": b"MZ\0\0"}))
    (folder / "applicants.csv").write_bytes(table_text(row(cv="bewerbung.zip")).encode())
    return str(folder)


def test_the_documents_of_an_archive_come_in_once_and_a_changed_cv_is_a_new_version(
    program: Program, tmp_path: Path
) -> None:
    folder = write(tmp_path / "in", CV)
    first = program("import", folder, "--json")
    assert (first.code, first.json()["added"]) == (0, 1)
    assert first.json()["unpacked"] == [
        {
            "line": 2,
            "container": "bewerbung.zip",
            "documents": ["cv.pdf", "Referenzen.pdf"],
            "left_out": [{"name": "setup.exe", "code": "unknown-kind"}],
        }
    ]
    assert "bewerbung.zip was unpacked: cv.pdf, Referenzen.pdf; left out: setup.exe" in first.err
    assert program("import", folder, "--json").json()["unchanged"] == 1
    write(tmp_path / "in", NEWER)
    assert program("import", folder, "--json").json()["new_versions"] == 1
    shown = program("show", "9999", "--json").json()
    assert [(one["name"], one["position"], one["version"]) for one in shown["documents"]] == [
        ("cv.pdf", 0, 1),
        ("cv.pdf", 0, 2),
        ("Referenzen.pdf", 1, 1),
    ]


def test_an_inspected_container_tells_what_it_contains(tmp_path: Path) -> None:
    archive, mail, text = tmp_path / "a.zip", tmp_path / "b.eml", tmp_path / "c.eml"
    archive.write_bytes(make_zip({"cv.pdf": CV, "setup.exe": b"MZ\0\0"}))
    mail.write_bytes(make_mail("Hallo", [("cv.docx", make_docx())]))
    text.write_bytes(make_mail("Guten Tag"))
    done = run("inspect", "--json", str(archive), str(mail), str(text), str(tmp_path / "cv.pdf"))
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 1
    assert [(line["kind"], line["ok"], line["pages"], line["rendered_pages"]) for line in lines] == [
        ("zip", True, 1, 1),
        ("eml", True, 1, 1),
        ("eml", True, 1, 1),
        (None, False, 0, 0),
    ]
    assert [line.get("contains") for line in lines] == [
        [{"name": "cv.pdf", "kind": "pdf", "pages": 1}, {"name": "setup.exe", "kind": None, "pages": 0}],
        [{"name": "cv.docx", "kind": "docx", "pages": 1}],
        [],
        None,
    ]
    assert run("inspect", str(archive)).out.endswith("in it: cv.pdf, setup.exe\n")
