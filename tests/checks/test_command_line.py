"""`reviewer check`: one JSON line a file, whatever the file is."""

from __future__ import annotations

import argparse
import json
import logging
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reviewer.checks.run import check
from reviewer.commandline.checking import check_files
from reviewer.commandline.program import main
from reviewer.domain.findings import Findings
from reviewer.domain.reading import Reading
from tests.documents.samples import make_image, make_pdf

LINES = (
    "Anna Beispiel", "anna.beispiel@example.org, Tel. 030 23125 101", "Projekte",
    "03/2024 – heute Interim Werkleiterin, Muster GmbH (Maschinenbau, 450 Mitarbeiter)",
    "- Aufbau der Fertigungssteuerung und Senkung der Bestände um 20 %",
    "01/2021 – 02/2024 Interim COO, Beispiel AG (Lebensmittel, 800 Mitarbeiter)",
    "- Verlagerung der Abfüllung nach Polen und Einführung eines Schichtmodells",
)  # fmt: skip
CRITERIA = ["contact", "context", "tasks", "clarity", "projects", "currency"]


def run(capsys: pytest.CaptureFixture[str], *files: Path) -> tuple[int, list[dict[str, Any]]]:
    code = main(["check", *map(str, files), "--json", "--as-of", "2024-06-01"], lambda _arguments: 0)
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_field_is_there_and_a_bad_file_does_not_stop_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad, picture = tmp_path / "cv.pdf", tmp_path / "bad.pdf", tmp_path / "scan.png"
    good.write_bytes(make_pdf((LINES,)))
    bad.write_bytes(b"%PDF-1.7 nothing")
    picture.write_bytes(make_image("PNG"))
    code, (told, error, scan) = run(capsys, good, bad, picture)
    assert code == 1
    assert error == {"file": str(bad), "error": {"code": "damaged", "message": error["error"]["message"]}}
    assert (told["language"], told["pages"], told["text_quality"]) == ("de", 1, "good")
    assert told["contacts"] == {"emails": ["anna.beispiel@example.org"], "phones": ["+493023125101"], "others": []}
    assert [(one["from"], one["to"], one["page"]) for one in told["stations"]] == [
        ("2024-03", None, 1),
        ("2021-01", "2024-02", 1),
    ]
    assert (told["newest_activity"], told["has_project_list"], told["ms"] > 0) == ("2024-06", True, True)
    assert list(told["criteria"]) == CRITERIA
    assert {told["criteria"][key]["verdict"] for key in CRITERIA} == {"fine"}
    assert scan["text_quality"] == "none"
    assert {scan["criteria"][key]["verdict"] for key in CRITERIA} == {"unsure"}


def test_evidence_has_page_rectangle_and_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "cv.pdf"
    file.write_bytes(make_pdf((LINES,)))
    _, (told,) = run(capsys, file)
    (email, _phone) = told["criteria"]["contact"]["evidence"]
    assert (email["page"], email["text"]) == (1, "anna.beispiel@example.org")
    x0, y0, x1, y1 = email["rect"]
    assert 0 < x0 < x1 < 595
    assert 0 < y0 < y1 < 842


class RulesThatFailAt:
    """The program's rules, which fail at a document that tells a word, and say it."""

    def __init__(self, word: str) -> None:
        self.word = word

    def __call__(self, reading: Reading, today: date) -> Findings:
        if any(word.text == self.word for page in reading.pages for word in page.words):
            raise ValueError(f"cannot read {self.word}")
        return check(reading, today)


@pytest.mark.parametrize("as_json", [True, False])
def test_a_file_at_which_the_rules_fail_is_told_and_the_rest_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, as_json: bool
) -> None:
    files = [tmp_path / name for name in ("Petra.pdf", "other.pdf")]
    for file, first in zip(files, ("Petra Kanarienvogel", "Anna Beispiel"), strict=True):
        file.write_bytes(make_pdf(((first, *LINES[1:]),)))
    arguments = argparse.Namespace(
        files=list(map(str, files)), as_of=date(2024, 6, 1), home=None, ocr=False, json=as_json
    )
    with caplog.at_level(logging.ERROR):
        code = check_files(arguments, RulesThatFailAt("Kanarienvogel"))
    out, err = capsys.readouterr()
    assert code == 1
    assert "Traceback" not in out + err
    assert "Kanarienvogel" not in out + err + caplog.text
    (line,) = (record.getMessage() for record in caplog.records)
    assert line.startswith("a file could not be checked: builtins.ValueError, at ")
    assert "test_command_line.py" in line
    assert "Petra" not in line
    if as_json:
        failed, told = map(json.loads, out.splitlines())
        assert (failed["file"], failed["error"]["code"]) == (str(files[0]), "check-failed")
        assert failed["error"]["message"].startswith("The pre-check failed by a fault of the program.")
        assert list(told["criteria"]) == CRITERIA
    else:
        assert err.startswith(f"{files[0]}: The pre-check failed")
        assert out.startswith(f"{files[1]}\tde\tgood")
