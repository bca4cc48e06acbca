"""Reads applicants.csv into rows that are understood and rows that are named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from reviewer.domain.applicant import OptIn, Person
from reviewer.domain.arrival import RowProblem
from reviewer.domain.ids import ApplicantId
from reviewer.errors import Misconfigured, Refused
from reviewer.intake import fields
from reviewer.intake.addresses import read_email
from reviewer.intake.decoding import decode
from reviewer.intake.delimited import Row, judge_delimiter, read_rows, split_lines
from reviewer.intake.moments import read_moment
from reviewer.intake.wording import REPLACEMENT, folded, one_line

COLUMNS = (
    "id",
    "salutation",
    "title",
    "first_name",
    "last_name",
    "email",
    "language",
    "registered_at",
    "confirmed_at",
    "ip_address",
    "terms_version",
    "cv",
)
REQUIRED = ("id", "last_name", "email", "cv")
MAX_TABLE_BYTES = 20_000_000
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicantRow:
    """One row understood; cv is the cell that names the files, as it stands."""

    line: int
    id: ApplicantId
    person: Person
    opt_in: OptIn
    untrusted_cv: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Which cell holds which column; every required column is there, none twice."""

    line: int
    width: int
    columns: Mapping[str, int]
    unknown: int


def header_line() -> str:
    """The header a new table begins with, separated by semicolons as German spreadsheets expect."""
    return ";".join(COLUMNS)


class Table:
    """A table opened for reading: its header is sound, its rows are read one at a time."""

    def __init__(self, path: Path) -> None:
        """Raises Misconfigured when the file cannot be read or its header does not name the required columns."""
        self._lines = split_lines(decode(_read_bytes(path)))
        self._start, self._delimiter = judge_delimiter(self._lines, lambda name: _column(name) in COLUMNS)
        self.header = self._read_header()

    def rows(self) -> Iterator[ApplicantRow | RowProblem]:
        """Each row that is not blank, in order: understood, or the first reason why not."""
        seen: set[ApplicantId] = set()
        for row in self._raw():
            yield row if isinstance(row, RowProblem) else self._read(row, seen)

    def _raw(self) -> Iterator[Row | RowProblem]:
        return read_rows(self._lines, self._start + 1, self._delimiter, self._fits)

    def _fits(self, cells: Sequence[str]) -> bool:
        return len(cells) >= self.header.width and not self._overflows(cells)

    def _overflows(self, cells: Sequence[str]) -> bool:
        return any(cell.strip() for cell in cells[self.header.width :])

    def _read_header(self) -> Header:
        row = next(read_rows(self._lines[: self._start + 1], self._start, self._delimiter, lambda _: True), None)
        names = [_column(cell) for cell in row.cells] if isinstance(row, Row) else []
        missing = [name for name in REQUIRED if name not in names]
        if missing:
            raise Misconfigured("table-columns-missing", columns=" ".join(missing))
        repeated = [name for name in COLUMNS if names.count(name) > 1]
        if repeated:
            raise Misconfigured("table-columns-repeated", columns=" ".join(repeated))
        return Header(
            line=self._start + 1,
            width=max(index for index, name in enumerate(names) if name) + 1,
            columns={name: names.index(name) for name in COLUMNS if name in names},
            unknown=sum(1 for name in names if name and name not in COLUMNS),
        )

    def _read(self, row: Row, seen: set[ApplicantId]) -> ApplicantRow | RowProblem:
        if len(row.cells) < self.header.width:
            return RowProblem(line=row.line, column="", code="too-few-fields")
        if self._overflows(row.cells):
            return RowProblem(line=row.line, column="", code="too-many-fields")
        cells = {name: row.cells[index] for name, index in self.header.columns.items()}
        return _understand(row.line, _Cells(cells), seen)


class _Cells:
    """One row's cells by column; remembers the column read last, so that a refusal can be placed."""

    def __init__(self, cells: Mapping[str, str]) -> None:
        self._cells = cells
        self.column = ""

    def read(self, column: str, meaning: Callable[[str], Value]) -> Value:
        """What the cell means; raises Refused."""
        self.column = column
        text = self._cells.get(column, "")
        if REPLACEMENT in text:
            raise Refused("text-unreadable")
        return meaning(text)


def _understand(line: int, cells: _Cells, seen: set[ApplicantId]) -> ApplicantRow | RowProblem:
    try:
        return ApplicantRow(
            line=line,
            id=_new_id(cells, seen),
            person=_person(cells),
            opt_in=_opt_in(cells),
            untrusted_cv=cells.read("cv", str),
        )
    except Refused as refused:
        return RowProblem(line=line, column=cells.column, code=refused.code)


def _new_id(cells: _Cells, seen: set[ApplicantId]) -> ApplicantId:
    found = cells.read("id", fields.read_id)
    if found in seen:
        raise Refused("id-repeated")
    seen.add(found)
    return found


def _person(cells: _Cells) -> Person:
    return Person(
        salutation=cells.read("salutation", fields.read_salutation),
        title=cells.read("title", one_line),
        first_name=cells.read("first_name", one_line),
        last_name=cells.read("last_name", one_line),
        email=cells.read("email", read_email),
        language=cells.read("language", fields.read_language),
    )


def _opt_in(cells: _Cells) -> OptIn:
    return OptIn(
        registered_at=cells.read("registered_at", read_moment),
        confirmed_at=cells.read("confirmed_at", read_moment),
        ip_address=cells.read("ip_address", fields.read_ip_address),
        terms_version=cells.read("terms_version", fields.read_terms_version),
    )


def _column(cell: str) -> str:
    name = folded(cell).strip().strip("\ufeff").strip()
    return "_".join(name.replace("-", " ").replace("_", " ").split())


def _read_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_TABLE_BYTES + 1)
    except OSError:
        raise Misconfigured("table-unreadable") from None
    if len(content) > MAX_TABLE_BYTES:
        raise Misconfigured("table-too-large", limit_bytes=MAX_TABLE_BYTES)
    return content
