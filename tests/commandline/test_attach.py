"""What goes along by script: as the settings say, as the flags say, and refused where it cannot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.commandline.conftest import Program
from tests.desks import write_folder


@pytest.fixture
def desk(tmp_path: Path) -> Program:
    program = Program(tmp_path / "home")
    program("import", str(write_folder(tmp_path / "in", 3)))
    return program


def letters(desk: Program) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = desk("letters", "--json").json()
    return rows


def test_the_guide_goes_along_by_setting_or_by_flag_and_stands_in_the_record(desk: Program) -> None:
    feedback = ("--template", "feedback-1", "--json")
    desk("settings", "mail.attach_guide", "yes")
    assert desk("queue-letter", "9998", *feedback).json()["attachments"] == ["guide"]
    assert desk("queue-letter", "9997", *feedback, "--no-attach-guide").json()["attachments"] == []
    assert {row["applicant"]: row["attachments"] for row in letters(desk)} == {"9998": ["guide"], "9997": []}


@pytest.mark.parametrize(
    ("template", "flag", "said"),
    [
        ("feedback-1", "--attach-cv", "Nothing that is lacking is pinned"),
        ("rejection", "--attach-guide", "Only feedback and answers to objections"),
    ],
)
def test_what_cannot_go_along_is_refused_and_nothing_waits(desk: Program, template: str, flag: str, said: str) -> None:
    answer = desk("queue-letter", "9999", "--template", template, flag)
    assert answer.code == 1
    assert said in answer.err
    assert letters(desk) == []


def test_an_address_for_answers_is_checked_when_it_is_set(desk: Program) -> None:
    answer = desk("settings", "mail.reply_to", "a@example.org, b@example.org")
    assert answer.code == 1
    assert "one plain address" in answer.err
