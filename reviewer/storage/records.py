"""Whole applicants in and out of a database; a save is a compare-and-set on the version."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from reviewer.domain.applicant import Applicant
from reviewer.domain.ids import ApplicantId, ApplicantKey, DocumentId
from reviewer.storage import tables as t
from reviewer.storage.rows import (
    answer_values,
    applicant_values,
    build_applicant,
    decision_values,
    document_values,
    letter_values,
    note_values,
    reply_values,
)

BATCH = 400
_PARTS: tuple[tuple[sa.Table, Callable[[Applicant], list[dict[str, Any]]]], ...] = (
    (t.document, document_values),
    (t.answer, answer_values),
    (t.note, note_values),
    (t.decision, decision_values),
    (t.letter, letter_values),
    (t.reply, reply_values),
)
# Made once: it belongs to every act that is saved, and building it costs more than running it.
_NEXT_REVISION = (
    sa.update(t.clock)
    .where(t.clock.c.id == 1)
    .values(revision=t.clock.c.revision + sa.bindparam("so_many", type_=sa.Integer))
    .returning(t.clock.c.revision)
)


class LostUpdate(Exception):
    """Somebody saved the applicant between reading and saving; read again and repeat."""


def load_applicant(connection: sa.Connection, key: ApplicantKey) -> Applicant | None:
    """One applicant, or None."""
    return next(iter(load_applicants(connection, [key])), None)


def find_key(connection: sa.Connection, id: ApplicantId) -> ApplicantKey | None:
    """The key of the applicant with this platform id."""
    key = connection.scalar(sa.select(t.applicant.c.key).where(t.applicant.c.id == id))
    return None if key is None else ApplicantKey(key)


def load_applicants(connection: sa.Connection, keys: Sequence[ApplicantKey]) -> list[Applicant]:
    """The applicants with these keys that exist, in the order of keys; at most BATCH keys a call."""
    rows = {row.key: row for row in connection.execute(sa.select(t.applicant).where(t.applicant.c.key.in_(keys)))}
    parts: dict[str, dict[str, list[Any]]] = {}
    for table, _ in _PARTS:
        grouped: dict[str, list[Any]] = {}
        for row in connection.execute(sa.select(table).where(table.c.applicant.in_(keys))):
            grouped.setdefault(row.applicant, []).append(row)
        parts[table.name] = grouped
    return [
        build_applicant(rows[key], {name: grouped.get(key, []) for name, grouped in parts.items()})
        for key in keys
        if key in rows
    ]


def next_revision(connection: sa.Connection, count: int = 1) -> int:
    """The next revision, the first of count; the clock's row stays locked until commit, so they are seen in order."""
    return int(connection.execute(_NEXT_REVISION, {"so_many": count}).scalar_one()) - count + 1


def save_applicant(connection: sa.Connection, before: Applicant, after: Applicant) -> Applicant:
    """Save what differs; LostUpdate when the version in the database is not before.version."""
    saved = _with_version(after, before.version + 1)
    values = {**applicant_values(saved), "revision": next_revision(connection)}
    changed = connection.execute(
        sa.update(t.applicant)
        .where(t.applicant.c.key == before.key, t.applicant.c.version == before.version)
        .values(values)
    )
    if changed.rowcount != 1:
        raise LostUpdate
    for table, make in _PARTS:
        _save_part(connection, table, make(before), make(saved))
    return saved


def insert_applicants(connection: sa.Connection, applicants: Sequence[Applicant]) -> list[Applicant]:
    """Add new applicants with all they have, each with version 1 and its revision."""
    saved = [_with_version(applicant, 1) for applicant in applicants]
    if saved:
        first = next_revision(connection, len(saved))
        rows = [{**applicant_values(applicant), "revision": first + place} for place, applicant in enumerate(saved)]
        connection.execute(sa.insert(t.applicant), rows)
        insert_parts(connection, saved)
    return saved


def insert_parts(connection: sa.Connection, applicants: Iterable[Applicant]) -> None:
    """Insert documents, answers, notes, decisions and letters of applicants whose rows are there."""
    applicants = list(applicants)
    for table, make in _PARTS:
        rows = [row for applicant in applicants for row in make(applicant)]
        if rows:
            connection.execute(sa.insert(table), rows)


def save_contents(connection: sa.Connection, contents: dict[DocumentId, bytes]) -> None:
    """Store documents' bytes; ids are new."""
    if contents:
        connection.execute(
            sa.insert(t.content),
            [{"document": id, "bytes": data} for id, data in contents.items()],
        )


def load_content(connection: sa.Connection, document: DocumentId) -> bytes | None:
    """A document's bytes, or None."""
    data = connection.scalar(sa.select(t.content.c.bytes).where(t.content.c.document == document))
    return None if data is None else bytes(data)


def load_contents(connection: sa.Connection, documents: Sequence[DocumentId]) -> list[tuple[DocumentId, bytes]]:
    """The bytes of those documents that are there."""
    query = sa.select(t.content.c.document, t.content.c.bytes).where(t.content.c.document.in_(documents))
    return [(DocumentId(row.document), bytes(row.bytes)) for row in connection.execute(query)]


def _with_version(applicant: Applicant, version: int) -> Applicant:
    return replace(applicant, version=version)


def _save_part(
    connection: sa.Connection,
    table: sa.Table,
    before: list[dict[str, Any]],
    after: list[dict[str, Any]],
) -> None:
    if before == after:
        return
    columns = [column.name for column in table.primary_key]
    old = {json.dumps([row[name] for name in columns]): row for row in before}
    new = {json.dumps([row[name] for name in columns]): row for row in after}
    for identity in old.keys() - new.keys():
        connection.execute(sa.delete(table).where(_same(table, columns, old[identity])))
    for identity in old.keys() & new.keys():
        if old[identity] != new[identity]:
            connection.execute(sa.update(table).where(_same(table, columns, new[identity])).values(new[identity]))
    added = [row for identity, row in new.items() if identity not in old]
    if added:
        connection.execute(sa.insert(table), added)


def _same(table: sa.Table, columns: list[str], row: dict[str, Any]) -> sa.ColumnElement[bool]:
    return sa.and_(*(table.c[name] == row[name] for name in columns))
