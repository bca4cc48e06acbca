"""What intake brings: an applicant as a source told it, its documents, and the rows that could not be taken."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.applicant import OptIn, Person
from reviewer.domain.ids import ApplicantId


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingDocument:
    """One file with its bytes; the order among an applicant's documents is its position, the CV first."""

    name: str
    sha256: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One document taken out of a container."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """One file of a container that did not come along, and why as a code."""

    name: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a container holds, the most like a CV first; nothing taken means that it stands for itself."""

    taken: tuple[Taken, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacked:
    """A container that became its documents: where it was named, and the names of both, for the person who imports."""

    line: int
    container: str
    documents: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingApplicant:
    """One applicant as the source tells it; line is where the source says so (1 = header, 0 = no line)."""

    line: int
    id: ApplicantId
    person: Person
    opt_in: OptIn
    documents: tuple[IncomingDocument, ...]
    unpacked: tuple[Unpacked, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """A row or file that stays outside: where, and why as a code (no value from the row)."""

    line: int
    column: str
    code: str


class ArrivalKind(StrEnum):
    """What one incoming applicant came to."""

    ADDED = "added"
    NEW_VERSION = "new_version"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did; problems are in the source's order."""

    added: int
    new_versions: int
    unchanged: int
    problems: tuple[RowProblem, ...]
    cancelled: bool = False
    unpacked: tuple[Unpacked, ...] = ()
