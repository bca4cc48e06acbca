"""Exit codes, streams, variables: what holds for each sub-command."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.settings import write_setting
from reviewer.storage.engine import sqlite_url
from tests.commandline.conftest import ROOT, Program, command, run
from tests.desks import HEADER, write_folder
from tests.smtp_servers import SmtpServer


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["show"],
        ["letter", "9999", "--template", "nonsense"],
        ["import"],
        ["import", "no-such-folder"],
        ["erase", "9999"],
        ["list", "--database", "mysql://here/x"],
        ["list", "--database", "postgresql://here:port/x"],
        ["list", "--search", b"\xff"],
        ["show", b"\xff"],
    ],
)
def test_wrong_use_is_said_on_stderr_and_ends_with_2(program: Program, arguments: list[str | bytes]) -> None:
    ran = program(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.strip()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["show", "no-such-id", "--json"], "There is no applicant with this id."),
        (["queue-letter", "x", "--template", "rejection", "--json"], "There is no applicant with this id."),
        (["settings", "no.such.key"], "There is no setting no.such.key."),
        (["settings", "smtp.port", "99999"], "smtp.port is a whole number"),
        (["settings", "reviewer.name", "a\x7fb"], "reviewer.name is one line"),
    ],
)
def test_what_the_rules_refuse_ends_with_1_and_leaves_stdout_empty(
    program: Program, arguments: list[str], words: str
) -> None:
    ran = program(*arguments)
    assert (ran.code, ran.out) == (1, "")
    assert words in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "--csv-columns"],
        ["settings"],
        ["settings", "letters.per_minute", "60"],
        ["templates"],
        ["template", "default", "feedback-1", "--language", "de"],
        ["list"],
        ["letters"],
        ["receipts"],
        ["due"],
        ["queue-due"],
        ["sync"],
        ["send"],
        ["doctor"],
        ["upgrade"],
    ],
)
def test_what_is_done_with_json_is_told_in_json(program: Program, arguments: list[str]) -> None:
    ran = program(*arguments, "--json")
    assert ran.code == 0
    assert ran.json() is not None


@pytest.mark.parametrize("command", ["check", "inspect"])
def test_a_device_is_no_file_and_is_not_read(program: Program, command: str) -> None:
    ran = program(command, os.devnull, "--json")
    assert (ran.code, ran.json()["error"]["code"]) == (1, "not-a-file")


def test_help_and_wrong_use_are_told_in_the_language_of_the_desk(program: Program) -> None:
    told = program("check", "--help", LC_ALL="de_DE.UTF-8").out
    assert told.startswith("Aufruf: reviewer check")
    assert [word for word in ("usage", "positional", "show this help") if word in told] == []
    wrong = program("list", "--nonsense", LC_ALL="de_DE.UTF-8").err
    assert "Fehler: unbekannte Argumente: --nonsense" in wrong
    assert "2026-13-40 ist kein Tag" in program("check", "x", "--as-of", "2026-13-40", LC_ALL="de_DE.UTF-8").err


def test_a_person_reads_lines_and_not_the_innards_of_a_language(desk_of_one: Program) -> None:
    told = desk_of_one("show", "9999").out
    assert "\n  registered_at: " in told
    assert [sign for sign in ("{", "[", "None") if sign in told] == []


def test_the_header_of_the_table_is_printed_for_a_script_to_write(program: Program) -> None:
    ran = program("import", "--csv-columns")
    assert (ran.code, ran.out.splitlines()) == (0, [HEADER])


def test_home_and_database_may_come_from_the_environment(tmp_path: Path) -> None:
    home, shared = tmp_path / "named", tmp_path / "elsewhere.db"
    ran = run("list", "--json", REVIEWER_HOME=str(home), REVIEWER_DATABASE_URL=sqlite_url(shared))
    assert (ran.code, ran.json()) == (0, [])
    assert shared.is_file()
    assert (home / "replica.db").is_file()
    assert not (home / "shared.db").exists()


def test_json_is_utf_8_whatever_the_locale_and_names_come_whole(program: Program, tmp_path: Path) -> None:
    program("import", str(write_folder(tmp_path / "in", 1)))
    ran = program("list", "--json", LC_ALL="POSIX", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert ran.json()[0]["name"] == "Weiß9999, Dr. Petra"


@pytest.mark.parametrize("text", ["weiß", "W", "%", '"x* NEAR(_ 👍', "👍👍👍'"])
def test_any_text_may_be_searched_for(desk_of_one: Program, text: str) -> None:
    ran = desk_of_one("list", "--search", text, "--json")
    assert ran.code == 0
    assert [row["id"] for row in ran.json()] == (["9999"] if text in ("weiß", "W") else [])


@pytest.fixture(scope="module")
def desk_of_one(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A desk with applicant 9999 that no test changes."""
    folder = tmp_path_factory.mktemp("one")
    program = Program(folder / "home")
    assert program("import", str(write_folder(folder / "in", 1))).code == 0
    return program


def test_a_reader_that_goes_away_ends_the_program_quietly(desk_of_one: Program) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run(
            command("--home", str(desk_of_one.home), "list", "--json"),
            cwd=ROOT,
            stdout=gone,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_folder_with_a_strange_table_is_refused_with_what_it_lacks(program: Program, tmp_path: Path) -> None:
    (tmp_path / "applicants.csv").write_text("name;letters\nx;y\n")
    ran = program("import", str(tmp_path), "--json")
    assert (ran.code, ran.out) == (1, "")
    assert "applicants.csv lacks columns: id last_name email cv" in ran.err


def test_a_table_that_is_none_is_told_with_its_remedy(program: Program, tmp_path: Path) -> None:
    table = tmp_path / "applicants.csv"
    table.mkdir()
    ran = program("import", str(tmp_path), "--json")
    assert (ran.code, ran.out) == (1, "")
    assert "applicants.csv cannot be read. Check its permissions" in ran.err
    table.rmdir()
    table.write_text("id;id;last_name;email;cv\n", encoding="utf-8")
    assert "names columns twice: id. Keep one of each." in program("import", str(tmp_path)).err


def test_a_home_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    ran = Program(tmp_path / "file")("list", "--json")
    assert (ran.code, ran.out) == (1, "")
    assert "The home cannot be written." in ran.err


@pytest.mark.parametrize("name", ["shared.db", "replica.db"])
def test_a_damaged_database_is_said(program: Program, name: str) -> None:
    program.home.mkdir()
    (program.home / name).write_bytes(b"this is no database" * 400)
    ran = program("list", "--json")
    assert (ran.code, ran.out) == (1, "")
    assert "damaged" in ran.err


def test_without_the_shared_database_the_desk_tells_what_it_knows(desk_of_one: Program) -> None:
    away = Program(desk_of_one.home, "postgresql://nobody@127.0.0.1:1/none")
    ran = away("list", "--json")
    assert (ran.code, [row["id"] for row in ran.json()]) == (0, ["9999"])
    assert "does not answer" in ran.err
    sent = away("send", "--json")
    assert (sent.code, sent.json()["offline"]) == (1, "database-unreachable")


def test_settings_are_shown_set_and_mended_even_when_nothing_else_works(program: Program) -> None:
    assert program("settings", "database.url", "nonsense").code == 0
    assert program("list").code == 2
    assert program("settings", "database.url", "").code == 0
    assert program("settings", "mail.sender", "Büro <office@example.org>").code == 0
    assert program("settings", "mail.sender").out == "Büro <office@example.org>\n"
    file = program.home / "settings.toml"
    file.write_text('[smtp]\nport = "many"\nhost = "mail.example.org"\n')
    broken = program("settings", "--json")
    assert (broken.code, broken.out) == (1, "")
    assert "reviewer settings smtp.port VALUE" in broken.err
    assert program("settings", "smtp.port", "25").code == 0
    known = program("settings", "--json").json()
    assert (known["smtp.port"], known["smtp.host"]) == ("25", "mail.example.org")


def test_the_doctor_names_each_part_and_the_remedy(program: Program) -> None:
    well = program("doctor", "--json").json()
    needed = ["database", "schema", "clock", "mail", "keyring", "worker", "confinement"]
    assert list(well) == [*needed, "libreoffice", "tesseract", "prefetch"]
    assert [name for name in well if well[name]["optional"]] == ["libreoffice", "tesseract"]
    assert [name for name in ("database", "schema", "mail", "keyring", "worker") if not well[name]["ok"]] == []
    for name in ("libreoffice", "tesseract"):
        program("settings", f"documents.{name}", str(program.home / "none"))
    without = program("doctor", "--json")
    assert (without.code, without.json()["libreoffice"]["ok"]) == (0, False)
    assert "install" in without.json()["tesseract"]["remedy"]
    with sqlite3.connect(program.home / "shared.db") as shared:
        shared.execute("UPDATE version_shared SET version_num = '9999'")
    shared.close()
    program("settings", "mail.transport", "smtp")
    ran = program("doctor", "--json")
    ill = ran.json()
    assert (ran.code, ill["database"]["ok"], ill["schema"]["ok"], ill["mail"]["ok"]) == (1, True, False, False)
    assert "reviewer upgrade" in ill["schema"]["remedy"]
    newer = program("list", "--json")
    assert (newer.code, newer.out) == (1, "")
    assert "newer" in newer.err


def test_a_robot_sends_with_the_password_from_a_file(program: Program, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("geheim\n")
    with SmtpServer(user="robot", password="geheim") as server:
        known = {
            "mail.transport": "smtp",
            "mail.sender": "Office <office@example.org>",
            "smtp.host": server.host,
            "smtp.port": str(server.port),
            "smtp.user": "robot",
            "smtp.ca_file": server.certificate_file.as_posix(),
        }
        program.home.mkdir()
        for key, value in known.items():
            write_setting(program.home / "settings.toml", key, value)
        program("import", str(write_folder(tmp_path / "in", 1)))
        program("queue-letter", "9999", "--template", "acceptance", "--now")
        ran = program("send", "--json", REVIEWER_SMTP_PASSWORD_FILE=str(tmp_path / "password"))
        assert (ran.code, ran.json()["sent"]) == (0, 1)
        assert [message.recipients for message in server.messages] == [("p9999@example.org",)]
        (letter,) = program("letters", "--json").json()
    assert letter["state"] == "sent"
    assert letter["message_id"].endswith("@example.org>")


if sys.platform not in {"win32", "darwin"}:
    # There a window can always be opened.

    def test_without_a_screen_the_window_says_so_and_what_can_be_done(tmp_path: Path) -> None:
        ran = run("--home", str(tmp_path), DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
        assert (ran.code, ran.out) == (1, "")
        assert "no screen" in ran.err
        assert "demo --headless" in ran.err
