"""A script's day: import, look, write, send, erase; on both databases."""

from __future__ import annotations

import email
from email.policy import default
from pathlib import Path

import pytest

from tests.commandline.conftest import Program
from tests.desks import text_of, write_folder


@pytest.fixture
def desk(tmp_path: Path, shared_url: str) -> Program:
    """Two applicants, 9999 and 9998, are in."""
    program = Program(tmp_path / "home", shared_url)
    ran = program("import", str(write_folder(tmp_path / "in")), "--json")
    assert (ran.code, ran.json()["added"], ran.json()["problems"]) == (0, 2, [])
    return program


def test_a_backlog_is_cleared_by_a_script(desk: Program) -> None:
    listed = desk("list", "--json").json()
    assert [(row["id"], row["state"], row["rung"]) for row in listed] == [
        ("9998", "pending", 0),
        ("9999", "pending", 0),
    ]
    assert set(listed[0]) >= {"id", "name", "state", "rung", "waiting_days", "answers"}
    shown = desk("show", "9999", "--json").json()
    assert (shown["last_name"], shown["opt_in"]["ip_address"]) == ("Weiß9999", "192.0.2.1")
    assert [(document["name"], document["version"]) for document in shown["documents"]] == [("cv-9999.txt", 1)]

    rendered = desk("letter", "9999", "--template", "feedback-1", "--json").json()
    assert rendered["recipient"] == "p9999@example.org"
    assert desk("letters", "--json").json() == []

    waiting = desk("queue-letter", "9999", "--template", "feedback-1", "--now", "--json").json()
    assert (waiting["applicant"], waiting["template"], waiting["state"], waiting["attempts"]) == (
        "9999",
        "feedback-1",
        "queued",
        0,
    )
    later = desk("queue-letter", "9998", "--template", "rejection", "--json").json()
    sent = desk("send", "--json")
    assert (sent.code, sent.json()["sent"], sent.json()["mail"], sent.json()["offline"]) == (0, 1, "", "")
    assert desk("send", "--json").json()["sent"] == 0
    (file,) = (desk.home / "letters").glob("*.eml")
    message = email.message_from_bytes(file.read_bytes(), policy=default)
    assert text_of(message).split() == rendered["body"].split()
    states = {row["id"]: (row["state"], row["attempts"], row["reason"]) for row in desk("letters", "--json").json()}
    assert states == {waiting["id"]: ("sent", 1, ""), later["id"]: ("queued", 0, "")}


def test_an_erasure_stops_the_letter_confirms_and_leaves_a_receipt_alone(desk: Program) -> None:
    desk("queue-letter", "9999", "--template", "rejection")
    refused = desk("erase", "9999", "--json")
    assert (refused.code, refused.out) == (2, "")
    erased = desk("erase", "9999", "--yes", "--json")
    assert erased.code == 0
    receipt = erased.json()
    assert (receipt["confirmation"], receipt["places"]["letter"], receipt["places"]["applicant"]) == ("sent", 1, 1)
    assert desk("receipts", "--json").json() == [receipt]
    assert desk("letters", "--json").json() == []
    assert [row["id"] for row in desk("list", "--json").json()] == ["9998"]
    assert desk("show", "9999", "--json").code == 1
    assert desk("erase", "9999", "--yes").code == 1
    (file,) = (desk.home / "letters").glob("*.eml")
    text = text_of(email.message_from_bytes(file.read_bytes(), policy=default))
    assert "Ihre Daten wurden gelöscht." in text


def test_an_import_is_repeated_without_harm_and_tried_without_effect(desk: Program, tmp_path: Path) -> None:
    again = desk("import", str(tmp_path / "in"), "--json").json()
    assert (again["added"], again["new_versions"], again["unchanged"]) == (0, 0, 2)
    changed = write_folder(tmp_path / "changed", 3, cv="version 2")
    tried = desk("import", str(changed), "--dry-run", "--json").json()
    assert (tried["added"], tried["new_versions"], tried["dry_run"]) == (1, 2, True)
    assert len(desk("list", "--json").json()) == 2
    table = changed / "applicants.csv"
    table.write_text(f"{table.read_text(encoding='utf-8')}\n;Frau;;Eva;Roth;e@example.org;de;;;;;cv-9999.txt\n")
    ran = desk("import", str(changed), "--json")
    (problem,) = ran.json()["problems"]
    assert (ran.code, ran.json()["added"], ran.json()["new_versions"]) == (1, 1, 2)
    assert (problem["line"], problem["column"]) == (5, "id")
    assert problem["message"] in ran.err
    assert "Roth" not in ran.err


def test_the_schema_is_made_once_and_upgrading_it_again_changes_nothing(tmp_path: Path, shared_url: str) -> None:
    program = Program(tmp_path / "home", shared_url)
    first, second = (program("upgrade", "--json").json() for _ in range(2))
    assert first["before"] is None
    assert second["before"] == second["after"] == first["after"]
