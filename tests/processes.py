"""What a running program holds, read from Linux' /proc."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")


def _status(pid: int | str, field: str) -> int:
    try:
        lines = (_PROC / str(pid) / "status").read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{field}:")), 0)


def descendants(pid: int) -> set[int]:
    """The processes below one."""
    parents = {int(entry.name): _status(int(entry.name), "PPid") for entry in _PROC.iterdir() if entry.name.isdigit()}
    found: set[int] = set()
    generation = {pid}
    while generation := {child for child, parent in parents.items() if parent in generation}:
        found |= generation
    return found


def open_descriptors(pid: int) -> int:
    return sum(1 for _ in (_PROC / str(pid) / "fd").iterdir())


def resident_kb(pid: int | str = "self") -> int:
    return _status(pid, "VmRSS")


def peak_kb(pid: int) -> int:
    """The most memory a process has held so far."""
    return _status(pid, "VmHWM")


def proportional_kb(pid: int) -> int | None:
    """What a process holds, memory it shares counted in parts; 0 when it has gone, None where nobody may be told."""
    try:
        lines = (_PROC / str(pid) / "smaps_rollup").read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0 if (_PROC / "self" / "smaps_rollup").exists() else None
    except PermissionError:
        return None
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def shared_memories(pid: int) -> int:
    """How many of the memories for pictures a process has before it."""
    try:
        maps = (_PROC / str(pid) / "maps").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return maps.count("memfd:pictures")


def laid_kb(pid: int) -> int:
    """How much memory for pictures a worker has laid, or the program has mapped."""
    lines = (_PROC / str(pid) / "smaps").read_text(encoding="utf-8").splitlines()
    places = [number for number, line in enumerate(lines) if "memfd:pictures" in line]
    return sum(next(int(line.split()[1]) for line in lines[place:] if line.startswith("Rss:")) for place in places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a program and the processes below it hold; memory in MiB, each piece that they share counted once."""

    program: int
    below: int
    processes: int
    descriptors: int
    shared_memories: int
    once: bool
    """Whether shared memory is counted once; else it is counted in each, for the system does not tell."""


def held_by(pid: int) -> Held:
    """What it holds now."""
    below = descendants(pid)
    parts = [proportional_kb(one) for one in (pid, *below)]
    once = None not in parts
    program, *others = [part or 0 for part in parts] if once else [resident_kb(one) for one in (pid, *below)]
    return Held(
        program=program // 1024,
        below=sum(others) // 1024,
        processes=len(below),
        descriptors=open_descriptors(pid),
        shared_memories=shared_memories(pid),
        once=once,
    )
