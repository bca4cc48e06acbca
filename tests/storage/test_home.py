"""The desk's folder and who may look into it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reviewer.errors import Misconfigured
from reviewer.log import LOGGER
from reviewer.paths import Home
from reviewer.workspace import Workspace


def test_a_home_is_its_owners_alone_and_another_folder_keeps_its_rights(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "letter.txt").write_text("x", encoding="utf-8")
    theirs.chmod(0o755)
    (Home(folder=theirs).make().replica).touch()
    modes = [Home(folder=folder).make().folder.stat().st_mode & 0o777 for folder in (tmp_path / "new", theirs)]
    assert os.name != "posix" or modes == [0o700, 0o755]


def test_a_desk_that_could_not_be_opened_leaves_no_log_open(tmp_path: Path) -> None:
    open_before = list(LOGGER.handlers)
    with pytest.raises(Misconfigured):
        Workspace(Home(folder=tmp_path), database="nonsense")
    assert LOGGER.handlers == open_before
