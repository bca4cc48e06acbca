"""Runs the program as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """How one run ended; nothing of Python's innards may ever be seen."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


class Program:
    """The program on one desk."""

    def __init__(self, home: Path, database: str | None = None) -> None:
        self.home = home
        self.database = database

    def __call__(self, *arguments: str | bytes, typed: str = "", **variables: str) -> Ran:
        options = ["--home", str(self.home)] + (["--database", self.database] if self.database else [])
        return run(*options, *arguments, typed=typed, **variables)


def command(*arguments: str | bytes) -> list[str | bytes]:
    return [sys.executable, "-m", "reviewer", *arguments]


def run(*arguments: str | bytes, typed: str = "", **variables: str) -> Ran:
    """Run it; typed is its standard input, variables are added to the environment."""
    done = subprocess.run(
        command(*arguments),
        cwd=ROOT,
        env={**os.environ, **variables},
        input=typed.encode(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    ran = Ran(code=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())
    assert "Traceback" not in ran.err, ran.err
    return ran


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")
