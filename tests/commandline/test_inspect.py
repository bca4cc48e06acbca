"""`reviewer inspect`: a line a file, whatever the files are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commandline.conftest import Ran, run
from tests.documents.samples import LINES, make_docx, make_image, make_pdf
from tests.hostile.bombs import BOMBS

KEYS = ["file", "ok", "kind", "pages", "rendered_pages", "chars", "ocr", "ms", "error"]


def inspect(*arguments: str | Path) -> Ran:
    return run("inspect", *map(str, arguments))


def lines_of(done: Ran) -> list[dict[str, Any]]:
    assert done.err == ""
    return [json.loads(line) for line in done.out.splitlines()]


def put(folder: Path, **files: bytes) -> dict[str, Path]:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return {name: folder / name for name in files}


def test_each_file_has_its_line_in_the_order_given_and_a_bad_one_stops_nothing(tmp_path: Path) -> None:
    put(
        tmp_path,
        a=make_pdf((LINES, ("Projekte",))),
        b=make_pdf(password="secret"),
        c=make_docx(),
        d=b"",
        e=make_image("JPEG"),
        f=BOMBS["forms within forms"](),
        g=b"MZ\x90\x00program",
        h="Petra Weiß".encode(),
    )
    names = ["a", "b", "c", "d", "missing", ".", "e", "f", "g", "h"]
    done = inspect("--json", *(tmp_path / name for name in names))
    assert done.code == 1
    found = lines_of(done)
    assert [list(line) for line in found] == [KEYS] * len(names)
    assert [line["file"] for line in found] == [str(tmp_path / name) for name in names]
    told = [(line["kind"], line["pages"], line["rendered_pages"], (line["error"] or {}).get("code")) for line in found]
    assert told == [
        ("pdf", 2, 2, None),
        (None, 0, 0, "encrypted"),
        ("docx", 1, 1, None),
        (None, 0, 0, "empty"),
        (None, 0, 0, "no-such-file"),
        (None, 0, 0, "not-a-file"),
        ("image", 1, 1, None),
        ("pdf", 1, 0, "too-slow"),
        (None, 0, 0, "unknown-kind"),
        ("text", 1, 1, None),
    ]
    assert [line["ok"] for line in found] == [line["error"] is None for line in found]
    assert all(line["error"]["message"] for line in found if line["error"])
    assert (found[0]["chars"] > len("".join(LINES)), found[6]["chars"], found[9]["chars"]) == (
        True,
        0,
        len("Petra Weiß"),
    )


def test_when_all_can_be_shown_it_is_done(tmp_path: Path) -> None:
    done = inspect("--json", *put(tmp_path, a=make_pdf(), b=make_docx()).values())
    assert (done.code, [line["ok"] for line in lines_of(done)]) == (0, [True, True])


def test_people_read_words(tmp_path: Path) -> None:
    files = put(tmp_path, a=make_pdf((LINES, LINES)), b=make_pdf(password="secret"))
    done = inspect(*files.values())
    good, bad = done.out.splitlines()
    assert done.code == 1
    assert good.startswith(f"{files['a']}: pdf, 2 ")
    assert bad.startswith(f"{files['b']}: ")
    assert "{" not in done.out


@pytest.mark.parametrize("arguments", [(), ("--json",), ("--jsonn", "a.pdf")])
def test_without_a_file_it_is_misused(arguments: tuple[str, ...]) -> None:
    done = inspect(*arguments)
    assert (done.code, done.out) == (2, "")


def test_it_leaves_nothing_in_the_home(tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = inspect("--home", home, "--json", *put(tmp_path, a=make_pdf()).values())
    assert done.code == 0
    assert not home.exists()
