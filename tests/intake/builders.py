"""Tables and folders as applicants' data really arrives."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reviewer.domain.arrival import IncomingApplicant, RowProblem
from reviewer.errors import DocumentUnreadable
from reviewer.intake.folder import read_folder
from reviewer.intake.table import COLUMNS

SOUND = {
    "id": "9999",
    "salutation": "Frau",
    "title": "Dr.",
    "first_name": "Petra",
    "last_name": "Weiß",
    "email": "petra.weiss@example.org",
    "language": "de",
    "registered_at": "2017-05-04T14:02:11+02:00",
    "confirmed_at": "04.05.2017 14:05",
    "ip_address": "203.0.113.7",
    "terms_version": "2017-03",
    "cv": "weiss.pdf",
}


def row(**changes: str) -> dict[str, str]:
    return SOUND | changes


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def table_text(*rows: Mapping[str, str], delimiter: str = ";", end: str = "\r\n") -> str:
    lines = [delimiter.join(COLUMNS)]
    lines += [delimiter.join(quoted(cells[name]) for name in COLUMNS) for cells in rows]
    return end.join(lines) + end


def write_folder(folder: Path, table: str | bytes, *names: str) -> Path:
    """A folder with this table and a small file of its own under each name."""
    folder.mkdir(exist_ok=True)
    (folder / "applicants.csv").write_bytes(table if isinstance(table, bytes) else table.encode())
    for name in names or ("weiss.pdf",):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"%PDF-1.7 " + name.encode())
    return folder


def no_text(untrusted: bytes, name: str) -> str:
    """Reads like a scan without words."""
    raise DocumentUnreadable("no-text")


def plain_text(untrusted: bytes, name: str) -> str:
    """Reads a document that is text already."""
    return untrusted.decode()


def read(folder: Path) -> list[IncomingApplicant | RowProblem]:
    """Everything the folder gives."""
    return list(read_folder(folder, read_text=no_text))


def only_applicant(folder: Path) -> IncomingApplicant:
    (item,) = read(folder)
    assert isinstance(item, IncomingApplicant), item
    return item


def problems(folder: Path) -> list[tuple[int, str, str]]:
    return [(item.line, item.column, item.code) for item in read(folder) if isinstance(item, RowProblem)]


def ids(folder: Path) -> list[str]:
    return [item.id for item in read(folder) if isinstance(item, IncomingApplicant)]
