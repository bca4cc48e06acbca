"""Folders for outside programs: private, gone afterwards, swept after a kill."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.documents.private_folder import PrivateFolders, filesystem_of

ROOT = Path(__file__).resolve().parents[2]
HOLDER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from reviewer.documents.private_folder import PrivateFolders
with PrivateFolders(Path(sys.argv[2]), parent=Path(sys.argv[2])).folder() as folder:
    (folder / "cv.docx").write_bytes(b"personal")
    print(folder, flush=True)
    sys.stdin.read()
"""


def left_in(parent: Path) -> list[str]:
    return sorted(path.name for path in parent.iterdir() if path.name != "lock")


def test_a_folder_is_its_owners_alone_and_gone_afterwards(tmp_path: Path) -> None:
    folders = PrivateFolders(tmp_path, parent=tmp_path / "run")
    with folders.folder() as folder:
        (folder / "deep").mkdir()
        (folder / "deep" / "cv.docx").write_bytes(b"personal")
        (folder / "deep").chmod(0o500)
        assert [stat.S_IMODE(place.stat().st_mode) for place in (folder, folder.parent)] == [0o700, 0o700]
    assert left_in(folders.parent) == []


def test_a_folder_goes_even_when_its_use_fails(tmp_path: Path) -> None:
    folders = PrivateFolders(tmp_path, parent=tmp_path / "run")
    with pytest.raises(ZeroDivisionError), folders.folder():
        raise ZeroDivisionError
    assert left_in(folders.parent) == []


def test_what_a_killed_run_left_is_swept_and_what_is_in_use_is_not(tmp_path: Path) -> None:
    command = [sys.executable, "-I", "-c", HOLDER, str(ROOT), str(tmp_path / "run")]
    folders = PrivateFolders(tmp_path, parent=tmp_path / "run")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        used = Path(process.stdout.readline().decode().strip())
        assert folders.sweep() == 0
        assert (used / "cv.docx").read_bytes() == b"personal"
        os.kill(process.pid, signal.SIGKILL)
    assert (used / "cv.docx").exists()
    assert folders.sweep() == 1
    assert left_in(folders.parent) == []
    assert folders.sweep() == 0


def test_a_parent_that_is_somebody_elses_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "run").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PermissionError), PrivateFolders(tmp_path, parent=tmp_path / "run").folder():
        pass


def test_folders_lie_in_memory_where_the_system_has_such_a_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    folders = PrivateFolders(tmp_path)
    shared = Path("/dev/shm")  # noqa: S108 - what the folders are expected to lie on
    assert folders.in_memory == (filesystem_of(shared) == "tmpfs")
    assert folders.parent.is_relative_to(shared if folders.in_memory else tmp_path)
    assert filesystem_of(Path("/proc/self")) == "proc"
