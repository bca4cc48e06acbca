"""What an outside program that was taken over can reach, and that it ends when it should."""

from __future__ import annotations

import json
import resource
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.documents.outside_program import ProgramRunner
from reviewer.documents.program_confinement import ProgramBounds, Reach, find_hold, is_held, mac_profile
from tests.outside_programs import FAKE_OFFICE

BOUNDS = ProgramBounds(
    deadline_s=60, memory_bytes=2 << 30, cpu_s=30, file_bytes=1 << 20, output_bytes=100_000, open_files=256
)
PLACES = FAKE_OFFICE.places
Reached = dict[str, bool]


@pytest.fixture
def victim() -> Iterator[int]:
    """A process of this person's that ends with its input."""
    with subprocess.Popen([sys.executable, "-I", "-S", "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process.pid
        process.communicate(b"\n")


@pytest.fixture
def probe(tmp_path: Path, victim: int) -> Iterator[list[str]]:
    """The probe's command; its own folder is "own", what it must not reach is in "others"."""
    own, others = tmp_path / "own", tmp_path / "others"
    own.mkdir()
    others.mkdir()
    (others / "secret.txt").write_bytes(b"secret")
    (others / "removable.txt").touch()
    script = str(Path(__file__).with_name("program_probe.py"))
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket(socket.AF_UNIX) as service:
        service.bind(str(others / "service"))
        service.listen()
        place = str(server.getsockname()[1])
        yield [sys.executable, "-I", script, str(others), str(own), place, str(victim)]


def python(program: str) -> list[str]:
    return [sys.executable, "-I", "-S", "-c", program]


def run_probe(probe: list[str], *, unix_sockets: bool) -> dict[str, Reached | bool]:
    reach = Reach(readable=PLACES, writable=(Path(probe[4]),), unix_sockets=unix_sockets)
    ended = ProgramRunner().run(probe, reach, BOUNDS, environment={})
    assert (ended.code, ended.reason) == (0, "")
    found: dict[str, Reached | bool] = json.loads(ended.output)
    return found


def of(found: dict[str, Reached | bool], *, succeeded: bool) -> list[str]:
    attempts = found["succeeded"]
    assert isinstance(attempts, dict)
    return [attempt for attempt, outcome in attempts.items() if outcome == succeeded]


def test_every_attempt_succeeds_without_confinement(probe: list[str]) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    assert min(soft, hard) > 1_000
    done = subprocess.run(probe, stdout=subprocess.PIPE, check=True, start_new_session=True)
    assert of(json.loads(done.stdout), succeeded=False) == []
    assert len(of(json.loads(done.stdout), succeeded=True)) == 20


@pytest.mark.parametrize("unix_sockets", [False, True])
def test_no_attempt_succeeds_in_an_outside_program(probe: list[str], unix_sockets: bool) -> None:
    found = run_probe(probe, unix_sockets=unix_sockets)
    assert of(found, succeeded=True) == []
    assert found["works"]


def test_a_program_runs_only_where_files_and_network_are_out_of_its_reach() -> None:
    hold = find_hold()
    ended = ProgramRunner().run(python("print(1)"), Reach(readable=PLACES), BOUNDS, environment={})
    assert (ended.output, ended.reason) == ((b"1\n", "") if is_held(hold) else (b"", "not-confined"))
    assert is_held(("rlimits", "sandbox-exec"))
    assert not is_held(("rlimits", "no_new_privs", "seccomp"))


def test_a_program_gets_its_input_and_nothing_of_the_environment() -> None:
    program = "import os, sys; print(sorted(os.environ), len(sys.stdin.read()))"
    ended = ProgramRunner().run(
        python(program), Reach(readable=PLACES), BOUNDS, environment={"LC_ALL": "C.UTF-8"}, source=[b"x" * 70_000] * 3
    )
    assert ended.output.decode().split() == ["['LC_ALL']", "210000"]


def test_a_program_that_does_not_end_is_ended() -> None:
    bounds = replace(BOUNDS, deadline_s=0.5)
    ended = ProgramRunner().run(
        python("import threading; threading.Event().wait()"),
        Reach(readable=PLACES),
        bounds,
        environment={},
        source=[b"x" * 1_000_000],
    )
    assert ended.reason == "too-slow"


def test_a_program_that_writes_without_end_is_ended() -> None:
    ended = ProgramRunner().run(
        python("while True: print('x' * 10_000)"), Reach(readable=PLACES), BOUNDS, environment={}
    )
    assert ended.reason == "too-large"


def test_a_program_that_closes_its_output_is_still_ended() -> None:
    program = "import os, threading; os.close(1); threading.Event().wait()"
    bounds = replace(BOUNDS, deadline_s=1.0)
    assert ProgramRunner().run(python(program), Reach(readable=PLACES), bounds, environment={}).reason == "too-slow"


def test_a_program_can_be_stopped_from_another_thread() -> None:
    runner = ProgramRunner()
    started = threading.Event()

    def source() -> Iterator[bytes]:
        started.set()
        yield b"x"

    def stop() -> None:
        started.wait()
        runner.stop()

    stopper = threading.Thread(target=stop)
    stopper.start()
    ended = runner.run(
        python("import threading; threading.Event().wait()"),
        Reach(readable=PLACES),
        BOUNDS,
        environment={},
        source=source(),
    )
    stopper.join()
    assert ended.reason == "stopped"
    assert runner.run(python("print(2)"), Reach(readable=PLACES), BOUNDS, environment={}).output == b"2\n"
    runner.close()
    assert runner.run(python("print(3)"), Reach(readable=PLACES), BOUNDS, environment={}).reason == "stopped"


def test_a_program_that_is_not_there_says_so(tmp_path: Path) -> None:
    ended = ProgramRunner().run([str(tmp_path / "nothing")], Reach(readable=PLACES), BOUNDS, environment={})
    assert ended.reason == "not-started"


def test_the_profile_for_macos_names_the_places_and_forbids_the_network() -> None:
    profile = mac_profile(Reach(readable=(Path("/Applications/Office.app"),), writable=(Path('/private/a"b'),)))
    assert "(deny default)" in profile
    assert "(deny network*)" in profile
    assert '(subpath "/Applications/Office.app")' in profile
    assert '(subpath "/private/a\\"b")' in profile
