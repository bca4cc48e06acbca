"""Reads a folder of applicants: the table with the files it names, or each CV as one applicant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from reviewer.domain.applicant import OptIn
from reviewer.domain.arrival import IncomingApplicant, IncomingDocument, RowProblem
from reviewer.domain.ids import ApplicantId
from reviewer.errors import DocumentUnreadable, Misconfigured, Refused
from reviewer.intake.containers import CONTAINER_KINDS, Arrived, Unpack, nothing_unpacked, open_containers
from reviewer.intake.files import Files
from reviewer.intake.problems import FILE
from reviewer.intake.propose import propose_person
from reviewer.intake.table import ApplicantRow, Table
from reviewer.intake.wording import folded

TABLE_NAME = "applicants.csv"
_PAPERS = (".pdf", ".docx", ".doc", ".odt", ".rtf", ".txt")
_PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif", ".webp", ".heic", ".heif", ".avif")
KINDS = frozenset((*_PAPERS, *_PICTURES, *CONTAINER_KINDS))
_IGNORED = re.compile(r"\.|~\$|__macosx$|thumbs\.db$|desktop\.ini$|.*\.(?:tmp|temp|part|crdownload|lnk)$|.*~$")
_NOBODY_ASKED = OptIn(registered_at=None, confirmed_at=None, ip_address="", terms_version="")

Arrival = IncomingApplicant | RowProblem
ReadText = Callable[[bytes, str], str]


def read_folder(
    folder: Path,
    *,
    read_text: ReadText,
    unpack: Unpack = nothing_unpacked,
    notice: Callable[[RowProblem], None] = lambda _: None,
) -> Iterator[Arrival]:
    """Each applicant or the reason why not, one file in memory at a time; stop asking to cancel.

    read_text gives a document's text from its bytes and name, or raises DocumentUnreadable; it is asked only where
    there is no table. unpack gives what an archive or a message holds. notice is told, at most once, of what was left
    aside without harm. Raises Misconfigured at once when the folder or the table's header cannot be used.
    """
    table_path = _find_table(folder)
    if table_path is None:
        return _read_files(folder, read_text, unpack)
    table = Table(table_path)
    if table.header.unknown:
        notice(RowProblem(line=table.header.line, column="", code="columns-unknown"))
    return _read_rows(table, Files(folder), unpack)


def _find_table(folder: Path) -> Path | None:
    return next((path for path in _listed(folder) if folded(path.name) == TABLE_NAME), None)


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except FileNotFoundError:
        raise Misconfigured("folder-missing") from None
    except OSError:
        raise Misconfigured("folder-unreadable") from None


def _entries(folder: Path) -> list[Path]:
    """What a person sees in the folder, in alphabetical order."""
    visible = (path for path in _listed(folder) if not _IGNORED.match(folded(path.name)))
    return sorted(visible, key=lambda path: (folded(path.name), path.name))


def _read_rows(table: Table, files: Files, unpack: Unpack) -> Iterator[Arrival]:
    for row in table.rows():
        yield row if isinstance(row, RowProblem) else _with_documents(row, files, unpack)


def _with_documents(row: ApplicantRow, files: Files, unpack: Unpack) -> Arrival:
    try:
        arrived = open_containers(files.read_all(row.untrusted_cv), unpack, row.line)
    except Refused as refused:
        return RowProblem(line=row.line, column="cv", code=refused.code)
    return IncomingApplicant(
        line=row.line,
        id=row.id,
        person=row.person,
        opt_in=row.opt_in,
        documents=arrived.documents,
        unpacked=arrived.unpacked,
    )


def _read_files(folder: Path, read_text: ReadText, unpack: Unpack) -> Iterator[Arrival]:
    files, seen = Files(folder), set[str]()
    for number, path in enumerate(_entries(folder), start=1):
        try:
            file = _read_file(path, files)
            arrived = open_containers((file,), unpack, number)
            if arrived.documents[0].sha256 in seen:
                raise Refused("file-repeated")
        except Refused as refused:
            yield RowProblem(line=number, column=FILE, code=refused.code)
        else:
            seen.add(arrived.documents[0].sha256)
            yield _proposed(file, arrived, read_text)


def _read_file(path: Path, files: Files) -> IncomingDocument:
    if path.is_dir():
        raise Refused("folder-not-entered")
    if path.suffix.lower() not in KINDS:
        raise Refused("kind-unknown")
    return files.read(path.name)


def _proposed(file: IncomingDocument, arrived: Arrived, read_text: ReadText) -> IncomingApplicant:
    document = arrived.documents[0]
    try:
        untrusted_text = read_text(document.content, document.name)
    except DocumentUnreadable:
        untrusted_text = ""
    person = propose_person(untrusted_text, document.name)
    return IncomingApplicant(
        line=0,
        id=ApplicantId(f"cv-{document.sha256[:10]}"),
        person=person if person.last_name else propose_person(untrusted_text, file.name),
        opt_in=_NOBODY_ASKED,
        documents=arrived.documents,
        unpacked=arrived.unpacked,
    )
