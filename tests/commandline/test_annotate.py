"""Saving an annotated copy from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pymupdf as untyped_engine
import pytest

from reviewer.domain import acts
from reviewer.domain.applicant import Answer, Evidence
from reviewer.domain.ids import EvidenceId
from reviewer.paths import Home
from reviewer.workspace import Workspace, new_id
from tests.commandline.conftest import Program
from tests.desks import CONTEXT, find, write_folder

engine: Any = untyped_engine


@pytest.fixture(scope="module")
def desk_with_pin(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A desk with applicant 9999, on whose CV a defect is pinned."""
    folder = tmp_path_factory.mktemp("pinned")
    program = Program(folder / "home")
    assert program("import", str(write_folder(folder / "in", 1))).code == 0
    desk = Workspace(Home(folder=folder / "home"))
    applicant = find(desk)
    document = applicant.current_documents()[0].id
    word = desk.documents.words(document, 1)[0]
    evidence = Evidence(id=EvidenceId(new_id()), document=document, page=1, rect=word.rect, quote=word.text)
    desk.execute(acts.pin(applicant, CONTEXT, evidence, desk.stamp()))
    desk.execute(acts.answer(find(desk), CONTEXT, Answer.LACKING, desk.stamp()))
    desk.close()
    return program


def test_the_copy_holds_the_pins_in_the_applicants_language(desk_with_pin: Program, tmp_path: Path) -> None:
    out = tmp_path / "copy.pdf"
    ran = desk_with_pin("annotate", "9999", "--out", str(out), "--json")
    assert ran.code == 0, ran.err
    told = ran.json()
    assert (told["applicant"], told["document"], told["remarks"], told["out"]) == ("9999", 0, 1, str(out))
    assert told["bytes"] == out.stat().st_size
    with engine.open(out) as copy:
        assert [note.info["title"] for note in copy[0].annots()] == ["Branche, Mitarbeiterzahl, Umsatz"] * 2
    assert [path.name for path in tmp_path.iterdir()] == ["copy.pdf"]


def test_a_document_that_is_not_there_is_refused_with_those_that_are(desk_with_pin: Program, tmp_path: Path) -> None:
    ran = desk_with_pin("annotate", "9999", "--document", "2", "--out", str(tmp_path / "copy.pdf"))
    assert (ran.code, ran.out) == (1, "")
    assert "There are: 0" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_wrong_use(desk_with_pin: Program, tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "missing" / "copy.pdf"):
        ran = desk_with_pin("annotate", "9999", "--out", str(place))
        assert (ran.code, ran.out) == (2, "")
        assert str(place) in ran.err
