"""What a worker that was taken over can reach: nothing; the same attempts succeed without confinement."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = {"open_a_file", "list_a_folder", "write_a_file", "remove_a_file"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What held, which attempts succeeded, and the picture drawn afterwards."""

    held: str
    succeeded: dict[str, bool]
    picture: str


@pytest.fixture(scope="module")
def probe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Tried]]:
    with socket.create_server(("127.0.0.1", 0)) as server:

        @cache
        def run(way: str) -> Tried:
            folder = tmp_path_factory.mktemp("reach")
            (folder / "secret.txt").write_bytes(b"secret")
            (folder / "removable.txt").touch()
            script = Path(__file__).with_name("confinement_probe.py")
            command = [sys.executable, "-I", str(script), str(ROOT), way, str(folder), str(server.getsockname()[1])]
            done = subprocess.run(command, stdout=subprocess.PIPE, check=True, start_new_session=True)
            return Tried(**json.loads(done.stdout))

        yield run


def test_every_attempt_succeeds_without_confinement(probe: Callable[[str], Tried]) -> None:
    tried = probe("unconfined")
    assert tried.held == ""
    assert [attempt for attempt, succeeded in tried.succeeded.items() if not succeeded] == []
    assert len(tried.succeeded) == 15


def test_no_attempt_succeeds_in_a_worker(probe: Callable[[str], Tried]) -> None:
    tried = probe("confined")
    assert {"rlimits", "no_new_privs", "seccomp"} <= set(tried.held.split(", "))
    assert [attempt for attempt, succeeded in tried.succeeded.items() if succeeded] == []


def test_the_list_of_system_calls_alone_holds(probe: Callable[[str], Tried]) -> None:
    tried = probe("seccomp")
    assert tried.held == "seccomp"
    assert [attempt for attempt, succeeded in tried.succeeded.items() if succeeded] == ["take_two_gigabytes"]


def test_landlock_alone_keeps_files_and_connections_away_where_the_kernel_has_it(
    probe: Callable[[str], Tried],
) -> None:
    tried = probe("landlock")
    reached = {attempt for attempt in FILES if tried.succeeded[attempt]}
    assert reached == (set() if tried.held else FILES)


def test_pages_look_the_same_with_and_without_confinement(probe: Callable[[str], Tried]) -> None:
    assert len({probe(way).picture for way in ("unconfined", "confined", "seccomp", "landlock")}) == 1
