"""Keeps the rows that lists and searches read, made from projected applicants."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from reviewer.domain.applicant import Answer, Applicant
from reviewer.domain.checklist import Checklist
from reviewer.domain.followup import is_followed, last_letter_at
from reviewer.domain.ids import ApplicantKey
from reviewer.domain.projection import project
from reviewer.domain.queue import Group, changes_on, queue_row, quick_rank, rank_of
from reviewer.storage import journal
from reviewer.storage.findings import Summary, drop_findings, load_summaries
from reviewer.storage.local_tables import letter_row, search
from reviewer.storage.local_tables import queue_row as row_table
from reviewer.storage.records import BATCH, load_applicants
from reviewer.storage.rows import letter_fields

GROUPS = tuple(Group)
MARK_LETTERS = {Answer.OPEN: "-", Answer.FINE: "F", Answer.LACKING: "L"}


def fold(text: str) -> str:
    """Text as it is searched and sorted: no case, no accents; ß counts as ss."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def refresh(connection: sa.Connection, keys: Sequence[ApplicantKey], checklist: Checklist, today: date) -> None:
    """Make the rows of these applicants anew from mirror and journal; those that are gone lose theirs."""
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        pending = journal.load_pending_of(connection, batch)
        found = load_applicants(connection, batch)
        projected = [project(applicant, pending.get(applicant.key, ())) for applicant in found]
        drop(connection, set(batch) - {applicant.key for applicant in found})
        put(connection, projected, checklist, today, unsaved=frozenset(pending))


def put(
    connection: sa.Connection,
    applicants: Sequence[Applicant],
    checklist: Checklist,
    today: date,
    *,
    unsaved: frozenset[ApplicantKey],
) -> None:
    """Write the rows of projected applicants; unsaved names those with acts under way."""
    if not applicants:
        return
    documents = {applicant.key: applicant.current_documents()[0].id for applicant in applicants if applicant.documents}
    summaries = load_summaries(connection, list(documents.values()))
    found = {key: summaries.get(document) for key, document in documents.items()}
    rows = [
        _queue_values(applicant, checklist, today, applicant.key in unsaved, found.get(applicant.key))
        for applicant in applicants
    ]
    statement = insert(row_table)
    kept = {name: statement.excluded[name] for name in rows[0] if name != "key"}
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_=kept), rows)
    _index_text(connection, applicants)
    connection.execute(
        sa.delete(letter_row).where(letter_row.c.applicant.in_([applicant.key for applicant in applicants]))
    )
    letters = [row for applicant in applicants for row in _letter_values(applicant, applicant.key in unsaved)]
    if letters:
        connection.execute(sa.insert(letter_row), letters)


def drop(connection: sa.Connection, keys: Iterable[ApplicantKey]) -> None:
    """Remove every row made of these applicants."""
    gone = list(keys)
    if not gone:
        return
    numbers = sa.select(row_table.c.seq).where(row_table.c.key.in_(gone))
    connection.execute(sa.delete(search).where(search.c.rowid.in_(numbers)))
    connection.execute(sa.delete(row_table).where(row_table.c.key.in_(gone)))
    connection.execute(sa.delete(letter_row).where(letter_row.c.applicant.in_(gone)))
    drop_findings(connection, gone)


def turn_of_day(connection: sa.Connection, checklist: Checklist, today: date) -> list[ApplicantKey]:
    """Make anew the rows whose group changes by the calendar; gives the applicants concerned."""
    query = sa.select(row_table.c.key).where(row_table.c.changes_on <= today)
    keys = [ApplicantKey(key) for key in connection.scalars(query)]
    refresh(connection, keys, checklist, today)
    return keys


def optimise_search(connection: sa.Connection) -> None:
    """Rewrite the full-text index, so that no token of an erased person is left in it."""
    connection.exec_driver_sql("INSERT INTO search(search) VALUES('optimize')")


def _queue_values(
    applicant: Applicant, checklist: Checklist, today: date, unsaved: bool, found: Summary | None
) -> dict[str, Any]:
    row = queue_row(applicant, checklist, today, unsaved=unsaved)
    rank = rank_of(applicant, Group(row.group))
    lacking = [key for key, mark in zip(checklist.keys(), row.marks, strict=True) if mark is Answer.LACKING]
    return {
        "key": row.key,
        "id": row.id,
        "name": row.name,
        "sort_name": fold(row.name) or fold(row.id),
        "email": row.email,
        "language": row.language.value,
        "state": row.state.value,
        "grp": GROUPS.index(Group(row.group)),
        "rank": rank,
        "quick": quick_rank(None if found is None else found.effort, rank),
        "proposed": "" if found is None else found.proposed,
        "rung": row.rung,
        "due_on": row.due_on,
        "asleep_until": row.asleep_until,
        "waiting_since": row.waiting_since,
        "marks": "".join(MARK_LETTERS[mark] for mark in row.marks),
        "lacking": "".join(f",{key}," for key in lacking),
        "cv_version": row.cv_version,
        "documents": row.documents,
        "unsaved": unsaved,
        "decided_on": applicant.decisions[-1].at.astimezone().date() if applicant.decisions else None,
        "changes_on": changes_on(applicant, today),
        "promised_on": row.promised_on,
        "promise": row.promise,
        "last_letter_at": last_letter_at(applicant),
        "followed": is_followed(applicant),
    }


def _index_text(connection: sa.Connection, applicants: Sequence[Applicant]) -> None:
    by_key = {applicant.key: applicant for applicant in applicants}
    query = sa.select(row_table.c.seq, row_table.c.key).where(row_table.c.key.in_(by_key))
    numbers = {row.seq: by_key[ApplicantKey(row.key)] for row in connection.execute(query)}
    known = sa.select(search.c.rowid, search.c.text).where(search.c.rowid.in_(numbers))
    indexed = {row.rowid: row.text for row in connection.execute(known)}
    wanted = {number: _searchable(applicant) for number, applicant in numbers.items()}
    stale = [number for number in wanted if number in indexed and indexed[number] != wanted[number]]
    if stale:
        connection.execute(sa.delete(search).where(search.c.rowid.in_(stale)))
    rows = [{"rowid": number, "text": text} for number, text in wanted.items() if indexed.get(number) != text]
    if rows:
        connection.execute(sa.insert(search), rows)


def _searchable(applicant: Applicant) -> str:
    person = applicant.person
    parts = [person.first_name, person.last_name, person.title, applicant.id, person.email]
    parts += [document.name for document in applicant.current_documents()]
    return fold("\n".join(part for part in parts if part))


def _letter_values(applicant: Applicant, unsaved: bool) -> list[dict[str, Any]]:
    own = {"applicant": applicant.key, "applicant_id": applicant.id, "unsaved": unsaved}
    return [
        {**{name: value for name, value in letter_fields(letter).items() if name in letter_row.c}, **own}
        for letter in applicant.letters
    ]


def drop_all(connection: sa.Connection) -> None:
    """Remove every row of every list."""
    for table in (search, row_table, letter_row):
        connection.execute(sa.delete(table))
    drop_findings(connection, None)
