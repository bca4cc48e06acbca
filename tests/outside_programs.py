"""The office and OCR programs that tests use: the named fakes, and those that are installed here."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.documents.outside_help import OutsideHelp
from reviewer.documents.private_folder import PrivateFolders
from reviewer.documents.program_search import FoundProgram, find_office, find_tesseract
from reviewer.workspace import Workspace

_HERE = Path(__file__).parent / "documents"


def _fake(script: str) -> FoundProgram:
    places = (Path(sys.prefix), Path(sys.base_prefix), Path(sys.base_exec_prefix), _HERE)
    return FoundProgram(command=(sys.executable, "-I", str(_HERE / script)), places=places)


FAKE_OFFICE = _fake("fake_office.py")
FAKE_TESSERACT = _fake("fake_tesseract.py")


def every(fake: FoundProgram, find: Callable[[], FoundProgram | None]) -> list[object]:
    """The fake and, where it is installed, the real one, as parameters of a contract test."""
    real = find()
    return [pytest.param(fake, id="fake"), *([pytest.param(real, id="installed")] if real else [])]


OFFICES = every(FAKE_OFFICE, find_office)
TESSERACTS = every(FAKE_TESSERACT, find_tesseract)


def lend_programs(desk: Workspace, office: FoundProgram | None, tesseract: FoundProgram | None) -> None:
    """Let a desk find these programs, whatever is installed."""
    desk.outside = OutsideHelp(
        desk._load_document,
        lambda: desk.documents,
        PrivateFolders(desk.home.folder, parent=desk.home.folder / "run"),
        lambda: (office, tesseract),
    )


def without_programs(desk: Workspace) -> Workspace:
    """A desk that no outside program helps, so that every computer measures the same."""
    lend_programs(desk, None, None)
    return desk
