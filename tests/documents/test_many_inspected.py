"""`reviewer inspect` where only Linux can show it: many files in one call, and names of any bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.commandline.conftest import run
from tests.documents.samples import make_pdf
from tests.processes import descendants, open_descriptors, resident_kb, shared_memories

FILES = 150
# Lines of output at which it is looked at: some successive ones early and late.
EARLY, LATE = range(30, 40), range(130, 140)
# The program's own and two pipes, a memory and a process for each of the spares and the worker at work.
MOST_DESCRIPTORS = 40
MOST_PROCESSES = 1 + 3 + 2
MORE_MEMORY_KB = 2_000


def held_by(pid: int) -> tuple[int, int, int, int]:
    """Open descriptors, processes below it, memories for pictures, and resident kilobytes."""
    return open_descriptors(pid), len(descendants(pid)), shared_memories(pid), resident_kb(pid)


def fewest_and_most(looks: list[tuple[int, int, int, int]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Of each figure the smallest and the largest.

    An answer that is under way, or a spare process that is being started, takes some megabytes for a moment: only what
    is held at every look is kept for good.
    """
    columns = list(zip(*looks, strict=True))
    return tuple(min(column) for column in columns), tuple(max(column) for column in columns)


def test_many_files_hold_no_more_than_a_few(tmp_path: Path) -> None:
    files = []
    for number in range(FILES):
        files.append(tmp_path / f"{number}.pdf")
        files[-1].write_bytes(make_pdf(((f"Nummer {number}",),)) if number % 3 else b"%PDF-1.7 damaged")
    command = [sys.executable, "-m", "reviewer", "inspect", "--json", *map(str, files)]
    looks = []
    with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
        assert program.stdout
        for number, _line in enumerate(program.stdout):
            if number in EARLY or number in LATE:
                looks.append(held_by(program.pid))
    assert program.returncode == 1
    (*_, early_memory), _ = fewest_and_most(looks[: len(EARLY)])
    (*_, late_memory), _ = fewest_and_most(looks[len(EARLY) :])
    _, (descriptors, processes, memories, _) = fewest_and_most(looks)
    assert descriptors <= MOST_DESCRIPTORS
    assert processes <= MOST_PROCESSES
    assert memories <= MOST_PROCESSES
    assert late_memory - early_memory <= MORE_MEMORY_KB


def test_a_name_that_no_terminal_shows_is_told_all_the_same(tmp_path: Path) -> None:
    strange = tmp_path / "a\x1b[2J\nb.pdf"
    strange.write_bytes(make_pdf())
    assert json.loads(run("inspect", "--json", str(strange)).out)["file"] == str(strange)
    told = run("inspect", str(strange)).out.removesuffix("\n")
    assert told.isprintable()


def test_a_name_in_another_encoding_is_found_and_told(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path / "Lebenslauf-") + b"M\xfcller.pdf"
    Path(os.fsdecode(name)).write_bytes(make_pdf())
    done = run("inspect", "--json", name)
    assert (done.code, os.fsencode(json.loads(done.out)["file"])) == (0, name)
