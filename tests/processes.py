"""What a running program holds, read from Linux' /proc."""

from __future__ import annotations

from pathlib import Path

_PROC = Path("/proc")


def _status(pid: int, field: str) -> int:
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


def resident_kb(pid: int) -> int:
    return _status(pid, "VmRSS")


def peak_kb(pid: int) -> int:
    """The most memory a process has held so far."""
    return _status(pid, "VmHWM")
