"""Letters' texts from the command line."""

from __future__ import annotations

from pathlib import Path

from tests.commandline.conftest import Program
from tests.desks import write_folder

TEXT = ("--language", "de")


def test_a_text_is_shown_refused_while_broken_saved_and_taken_back(program: Program, tmp_path: Path) -> None:
    program("import", str(write_folder(tmp_path / "in", 1)))
    shown = program("template", "show", "feedback-1", *TEXT).out
    file = tmp_path / "feedback.j2"
    file.write_text(shown.replace("{{ answer_by }}", "{{ answer_bye }}"), encoding="utf-8")
    refused = program("template", "save", "feedback-1", *TEXT, str(file))
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == "Line 22: Nothing is called “answer_bye”. See the list of what a text may use.\n"
    file.write_text(shown.replace("vielen Dank", "besten Dank"), encoding="utf-8")
    saved = program("template", "save", "feedback-1", *TEXT, str(file), "--json").json()
    assert (saved["name"], saved["version"], saved["default"]) == ("feedback-1", 1, False)
    waiting = program("queue-letter", "9999", "--template", "feedback-1", "--json").json()
    assert (waiting["template_version"], waiting["part_versions"]) == (1, {})
    stale = program("template", "save", "feedback-1", *TEXT, str(file), "--seen", "0")
    assert stale.code == 1
    assert "Somebody has saved another version" in stale.err
    assert program("template", "default", "feedback-1", *TEXT).code == 0
    rows = program("templates", "--json").json()
    assert [(row["version"], row["changed"]) for row in rows if row["version"]] == [(2, False)]
    assert "besten Dank" in program("template", "show", "feedback-1", *TEXT, "--version", "1").out


def test_a_text_is_checked_from_the_standard_input(program: Program) -> None:
    ran = program("template", "check", "paragraph-contact-1", *TEXT, "-", "--json", typed="{{ quoted")
    assert ran.code == 1
    assert [(row["line"], row["code"]) for row in ran.json()] == [(1, "text-brace-open")]


def test_what_is_no_text_is_refused(program: Program, tmp_path: Path) -> None:
    (tmp_path / "latin.j2").write_bytes("Grüße".encode("latin-1"))
    ran = program("template", "save", "feedback-1", *TEXT, str(tmp_path / "latin.j2"))
    assert (ran.code, ran.err) == (1, "The file is not UTF-8 text (byte 2).\n")
    assert program("template", "show", "nothing", *TEXT).code == 1
    assert program("template", "save", "feedback-1", *TEXT, str(tmp_path / "none.j2")).code == 2
