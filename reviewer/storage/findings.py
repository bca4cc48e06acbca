"""The pre-check's findings on this desk: kept by document, and which CVs are still to be checked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from reviewer.domain.checkable import Checkable
from reviewer.domain.checklist import Checklist
from reviewer.domain.codec import from_plain, to_plain
from reviewer.domain.findings import Findings, Verdict
from reviewer.domain.ids import ApplicantKey, DocumentId
from reviewer.domain.queue import Group, effort_of
from reviewer.storage import tables as t
from reviewer.storage.local_tables import finding, queue_row

VERDICTS = {"F": Verdict.FINE, "L": Verdict.LACKING, "U": Verdict.UNSURE}
_LETTERS = {verdict: letter for letter, verdict in VERDICTS.items()}
_DECIDED = (Group.ACCEPTED, Group.OUT)
_LONGEST_TASK = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Under which rules and in which month ("2026-11") findings were made; others are out of date."""

    rules_version: str
    month: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What lists say of findings: the effort, and one letter a criterion in the checklist's order."""

    effort: int
    proposed: str


def load_findings(connection: sa.Connection, document: DocumentId, edition: Edition) -> Findings | None:
    """A document's findings; None when there are none of this edition."""
    query = sa.select(finding.c.body).where(finding.c.document == document, *_current(edition))
    body = connection.scalar(query)
    return None if body is None else from_plain(Findings, json.loads(body))


def load_summaries(connection: sa.Connection, documents: Sequence[DocumentId]) -> dict[DocumentId, Summary]:
    """What lists say of these documents, of whichever edition."""
    query = sa.select(finding.c.document, finding.c.effort, finding.c.proposed).where(finding.c.document.in_(documents))
    return {
        DocumentId(row.document): Summary(effort=row.effort, proposed=row.proposed) for row in connection.execute(query)
    }


def save_findings(
    connection: sa.Connection, checked: Checkable, findings: Findings, edition: Edition, checklist: Checklist
) -> bool:
    """Keep findings in place of the applicant's earlier ones; False when the CV is gone or not the newest any more."""
    newest = sa.select(t.document.c.id).where(t.document.c.applicant == checked.applicant, t.document.c.position == 0)
    if connection.scalar(newest.order_by(t.document.c.version.desc()).limit(1)) != checked.document:
        return False
    row = {
        "document": checked.document,
        "applicant": checked.applicant,
        "rules_version": edition.rules_version,
        "checked_in": edition.month,
        "effort": effort_of(findings),
        "proposed": _letters(findings, checklist),
        "body": json.dumps(to_plain(_short(findings)), ensure_ascii=False, separators=(",", ":")),
    }
    connection.execute(sa.delete(finding).where(finding.c.applicant == checked.applicant))
    connection.execute(insert(finding), row)
    effort = sa.literal(f"{row['effort']:03d} ")
    connection.execute(
        sa.update(queue_row)
        .where(queue_row.c.key == checked.applicant)
        .values(proposed=row["proposed"], quick=effort.concat(queue_row.c.rank))
    )
    return True


def load_checkable(
    connection: sa.Connection,
    edition: Edition,
    after: Checkable | None,
    most: int,
    among: Sequence[ApplicantKey] | None = None,
) -> tuple[Checkable, ...]:
    """Undecided applicants' newest CVs without findings of this edition, in the order of the queue; perhaps of some."""
    newest = sa.and_(
        t.document.c.applicant == queue_row.c.key,
        t.document.c.position == 0,
        t.document.c.version == queue_row.c.cv_version,
    )
    query = (
        sa.select(queue_row.c.key, t.document.c.id, queue_row.c.grp, queue_row.c.rank)
        .join(t.document, newest)
        .join(t.content, t.content.c.document == t.document.c.id)
        .outerjoin(finding, sa.and_(finding.c.document == t.document.c.id, *_current(edition)))
        .where(finding.c.document.is_(None), queue_row.c.grp.not_in([list(Group).index(group) for group in _DECIDED]))
        .order_by(queue_row.c.grp, queue_row.c.rank)
        .limit(most)
    )
    if after is not None:
        query = query.where(sa.tuple_(queue_row.c.grp, queue_row.c.rank) > sa.tuple_(after.group, after.rank))
    if among is not None:
        query = query.where(queue_row.c.key.in_(among))
    return tuple(
        Checkable(applicant=ApplicantKey(row.key), document=DocumentId(row.id), group=row.grp, rank=row.rank)
        for row in connection.execute(query)
    )


def drop_findings(connection: sa.Connection, keys: Sequence[ApplicantKey] | None) -> None:
    """Forget what was found of these applicants; None: of everybody."""
    gone = sa.delete(finding)
    connection.execute(gone if keys is None else gone.where(finding.c.applicant.in_(keys)))


def _current(edition: Edition) -> tuple[sa.ColumnElement[bool], ...]:
    return finding.c.rules_version == edition.rules_version, finding.c.checked_in == edition.month


def _letters(findings: Findings, checklist: Checklist) -> str:
    proposals = [findings.proposal(key) for key in checklist.keys()]  # noqa: SIM118 - a checklist is no dictionary
    return "".join("-" if proposal is None else _LETTERS[proposal.verdict] for proposal in proposals)


def _short(findings: Findings) -> Findings:
    """Whether a station tells tasks is kept, not all of them: the document has them."""
    stations = tuple(
        replace(station, tasks=tuple(task[:_LONGEST_TASK] for task in station.tasks[:1]))
        for station in findings.stations
    )
    return replace(findings, stations=stations)
