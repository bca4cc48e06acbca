"""Finds LibreOffice and Tesseract on this computer; neither is part of this program."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OFF = "off"
"""A setting's value that says a program is not to be used though it is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundProgram:
    """A program: how its command begins, what it reads of its own, and whether a person named it."""

    command: tuple[str, ...]
    places: tuple[Path, ...]
    named: bool = False

    @property
    def path(self) -> str:
        return self.command[-1]


def find_office(named: str = "") -> FoundProgram | None:
    """LibreOffice: where a person says it is, else where it is usually put; None when it is not there."""
    if named == OFF:
        return None
    for candidate in [Path(named)] if named else _office_places():
        program = _office_binary(candidate)
        if program:
            return FoundProgram(command=(str(program),), places=(_installation(program),), named=bool(named))
    return None


def find_tesseract(named: str = "") -> FoundProgram | None:
    """Tesseract: where a person says it is, else where it is usually put; None when it is not there."""
    if named == OFF:
        return None
    for candidate in [Path(named)] if named else _tesseract_places():
        program = _resolved(candidate)
        if program:
            return FoundProgram(command=(str(program),), places=_tesseract_reads(program), named=bool(named))
    return None


def _which(*names: str) -> Iterator[Path]:
    for name in names:
        found = shutil.which(name)
        if found:
            yield Path(found)


def _program_files() -> list[Path]:
    return [Path(os.environ[name]) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)") if name in os.environ]


def _office_places() -> Iterator[Path]:
    if sys.platform == "win32":
        yield from (folder / "LibreOffice/program/soffice.exe" for folder in _program_files())
    elif sys.platform == "darwin":
        yield Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
    yield from _which("soffice", "libreoffice")
    if sys.platform == "linux":
        yield Path("/usr/lib/libreoffice/program/soffice")
        yield Path("/usr/lib64/libreoffice/program/soffice")
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def _tesseract_places() -> Iterator[Path]:
    yield from _which("tesseract")
    if sys.platform == "win32":
        yield from (folder / "Tesseract-OCR/tesseract.exe" for folder in _program_files())
    elif sys.platform == "darwin":
        yield from (Path("/opt/homebrew/bin/tesseract"), Path("/usr/local/bin/tesseract"))


def _resolved(candidate: Path) -> Path | None:
    try:
        program = candidate.resolve(strict=True)
    except OSError:
        return None
    return program if program.is_file() and os.access(program, os.X_OK) else None


def _office_binary(candidate: Path) -> Path | None:
    """The program itself; on Linux never a script around it, which would start others (nor a snap or a Flatpak)."""
    program = _resolved(candidate)
    if program is None or sys.platform != "linux":
        return program
    return _resolved(program.with_name("soffice.bin"))


def _installation(program: Path) -> Path:
    """The folder of a whole installation: the one above `program` and `MacOS`."""
    return program.parent.parent


def _tesseract_reads(program: Path) -> tuple[Path, ...]:
    own = {program.parent}
    if sys.platform == "darwin":
        own |= {Path("/opt/homebrew"), Path("/usr/local")}
    prefix = os.environ.get("TESSDATA_PREFIX")
    return (*sorted(own), *((Path(prefix),) if prefix else ()))
