"""Writes a folder as a customer would bring it: applicants.csv and the files it names."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from reviewer.demo.members import Member, make_members
from reviewer.demo.plan import CorrectedCv, Defect, DemoApplicant, DemoPlan, Stage
from reviewer.domain.applicant import OptIn, Salutation
from reviewer.domain.pages import PagePicture
from reviewer.errors import DocumentUnreadable
from reviewer.intake.moments import read_moment
from reviewer.intake.table import COLUMNS

TABLE = "applicants.csv"
CORRECTED = "corrected"
_NAMES = (
    "{word}_{last}_{first}{ending}",
    "{word} {first} {last}{ending}",
    "{last}_{word}_{year}{ending}",
    "{word}-{id}{ending}",
    "{last}, {first} - {word}{ending}",
    "{year}-{month:02d} {word} {last}{ending}",
    "{word}_final_{last}{ending}",
)
_SALUTATIONS = {
    Salutation.WOMAN: ("Frau", "woman", "Frau"),
    Salutation.MAN: ("Herr", "man", "Herr"),
    Salutation.UNKNOWN: ("", "unknown", ""),
}
Progress = Callable[[int, int], bool]


def write_folder(
    target: Path, *, as_of: date, applicants: int = 128, seed: int = 1, progress: Progress | None = None
) -> DemoPlan:
    """Write the folder and tell what is in it; the same arguments give the same bytes.

    progress(done, total) is told after each applicant; False ends the work with what has been written.
    The corrected CVs lie in a second folder inside, with a table of their own.
    """
    members = make_members(applicants, seed, as_of)
    second = target / CORRECTED
    second.mkdir(parents=True, exist_ok=True)
    with _page_drawing() as draw_pages:
        writer = _Writer(target=target, second=second, seed=seed, as_of=as_of, draw_pages=draw_pages)
        written: list[tuple[Member, DemoApplicant]] = []
        for member in members:
            written.append((member, writer.write(member)))
            if progress and not progress(len(written), len(members)):
                break
    _write_table(target / TABLE, [_row(member, applicant, applicant.files) for member, applicant in written])
    corrected = [
        _row(member, applicant, (applicant.corrected.path.name,))
        for member, applicant in written
        if applicant.corrected
    ]
    _write_table(second / TABLE, corrected)
    return DemoPlan(
        folder=target,
        corrected_folder=second,
        applicants=tuple(applicant for _, applicant in written),
        cancelled=len(written) < len(members),
    )


@contextmanager
def _page_drawing() -> Iterator[Callable[[bytes, int], Sequence[PagePicture]]]:
    """Page pictures by the document worker, which starts only when a scan is asked for."""
    from reviewer.documents.reader import DocumentReader

    def nothing_stored(_document: str) -> bytes:
        raise DocumentUnreadable("missing")

    reader = DocumentReader(nothing_stored)
    try:
        yield reader.pictures
    finally:
        reader.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    """Writes one applicant's files after the other."""

    target: Path
    second: Path
    seed: int
    as_of: date
    draw_pages: Callable[[bytes, int], Sequence[PagePicture]]

    def write(self, member: Member) -> DemoApplicant:
        """Write the applicant's files; what is planned of them."""
        from reviewer.demo.papers import make_papers

        rng = Random(f"{self.seed}/{member.number}/files")
        names: list[str] = []
        for paper in make_papers(member, self.seed, self.as_of, self.draw_pages):
            name = self._free_name(rng, member, paper.word, paper.ending)
            (self.target / name).write_bytes(paper.content)
            names.append(name)
        return DemoApplicant(
            id=member.id,
            person=member.invented.person,
            opt_in=_opt_in(member),
            kind=member.part.kind,
            layout=member.part.layout,
            defects=member.part.defects,
            state=member.state,
            files=tuple(names),
            corrected=self._write_corrected(rng, member, names[0]),
        )

    def _write_corrected(self, rng: Random, member: Member, name: str) -> CorrectedCv | None:
        if member.state.stage is not Stage.CORRECTED:
            return None
        from reviewer.demo.papers import make_corrected

        arrived = rng.randint(1, 8)
        defects = _left_after_correction(rng, member.part.defects)
        path = self.second / name
        path.write_bytes(make_corrected(member, defects, self.seed, self.as_of - timedelta(days=arrived)))
        return CorrectedCv(path=path, arrived_days_ago=arrived, defects=defects)

    def _free_name(self, rng: Random, member: Member, word: str, ending: str) -> str:
        person = member.invented.person
        parts = {
            "word": word,
            "ending": ending,
            "first": person.first_name,
            "last": person.last_name,
            "id": member.id,
            "year": self.as_of.year,
            "month": rng.randint(1, self.as_of.month),
        }
        name = rng.choice(_NAMES).format(**parts)
        return f"{member.id} {name}" if (self.target / name).exists() else name


def _left_after_correction(rng: Random, defects: frozenset[Defect]) -> frozenset[Defect]:
    """Most mend everything; some overlook one thing of several."""
    if len(defects) < 2 or rng.random() < 0.5:
        return frozenset()
    return frozenset({rng.choice(sorted(defects))})


def _opt_in(member: Member) -> OptIn:
    written = member.opt_in
    return OptIn(
        registered_at=read_moment(written.registered_at),
        confirmed_at=read_moment(written.confirmed_at),
        ip_address=written.ip_address,
        terms_version=written.terms_version,
    )


def _row(member: Member, applicant: DemoApplicant, files: Sequence[str]) -> dict[str, str]:
    person = applicant.person
    return {
        "id": applicant.id,
        "salutation": _SALUTATIONS[person.salutation][member.number % 3],
        "title": person.title,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "email": person.email,
        "language": person.language.value,
        "registered_at": member.opt_in.registered_at,
        "confirmed_at": member.opt_in.confirmed_at,
        "ip_address": member.opt_in.ip_address,
        "terms_version": member.opt_in.terms_version,
        "cv": "|".join(files),
    }


def _write_table(path: Path, rows: Sequence[dict[str, str]]) -> None:
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, delimiter=";", lineterminator="\r\n")
    table.writeheader()
    table.writerows(rows)
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
