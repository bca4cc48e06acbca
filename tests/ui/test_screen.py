"""A screen that is named but does not answer is said, before Qt would end the process."""

from __future__ import annotations

import os
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ui.screen import screen_answers, somebody_sees

X_PORT = 6000
WELCOME = struct.pack("<BxHHH", 1, 11, 0, 8) + bytes(32)
REFUSAL = struct.pack("<BBHHH", 0, 4, 11, 0, 1) + b"none"


@contextmanager
def screen_that_says(answer: bytes) -> Iterator[str]:
    """An X server that answers whoever greets it; gives its display's name."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                line, _address = server.accept()
            except OSError:
                return
            with line:
                if line.recv(12):
                    line.sendall(answer)

    serving = threading.Thread(target=serve)
    serving.start()
    try:
        yield f"127.0.0.1:{server.getsockname()[1] - X_PORT}"
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        serving.join()


def test_a_screen_that_answers_is_one() -> None:
    with screen_that_says(WELCOME) as display:
        assert screen_answers({"DISPLAY": display})
        assert screen_answers({"DISPLAY": f"{display}.0", "WAYLAND_DISPLAY": "wayland-gone"})


def test_what_is_drawn_for_nobody_is_seen_by_nobody() -> None:
    with screen_that_says(WELCOME) as display:
        assert somebody_sees({"DISPLAY": display})
        for platform in ("offscreen", "minimal", "offscreen:size=800x600"):
            assert screen_answers({"DISPLAY": display, "QT_QPA_PLATFORM": platform})
            assert not somebody_sees({"DISPLAY": display, "QT_QPA_PLATFORM": platform})


def test_a_screen_that_refuses_this_user_is_none() -> None:
    with screen_that_says(REFUSAL) as display:
        assert not screen_answers({"DISPLAY": display})


@pytest.mark.parametrize(
    "display", ["", ":4711", ":4711.0", "unix:4711", "127.0.0.1:4711", ":", "nonsense", ":99999999999"]
)
def test_a_screen_that_is_gone_is_none(display: str) -> None:
    assert not screen_answers({"DISPLAY": display})


def test_a_compositor_is_a_screen_while_it_listens(tmp_path: Path) -> None:
    named = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not screen_answers(named)
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-7"))
        compositor.listen()
        assert screen_answers(named)
        assert not screen_answers({**named, "QT_QPA_PLATFORM": "xcb"})


def test_a_platform_without_a_screen_needs_none() -> None:
    assert screen_answers({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":4711"})


def test_the_program_says_that_its_screen_does_not_answer(tmp_path: Path) -> None:
    environment = {
        name: value for name, value in os.environ.items() if name not in {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY"}
    }
    done = subprocess.run(
        [sys.executable, "-m", "reviewer", "--home", str(tmp_path)],
        env={**environment, "DISPLAY": ":4711"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "DISPLAY=:4711" in done.stderr
    assert "demo --headless" in done.stderr
