"""Deletes all rows of one applicant, in the shared database and on a desk, and counts them."""

from __future__ import annotations

import sqlalchemy as sa

from reviewer.domain.ids import ApplicantKey, DocumentId, LetterId
from reviewer.domain.views import ErasedPlace
from reviewer.storage import tables as t
from reviewer.storage.local_tables import journal

_COUNTED = (t.applicant, t.document, t.content, t.answer, t.note, t.decision, t.letter, t.reply)


def count_rows(connection: sa.Connection, key: ApplicantKey) -> tuple[ErasedPlace, ...]:
    """How many rows of the applicant each table holds."""
    return tuple(
        ErasedPlace(place=table.name, count=connection.scalar(_counting(table, key)) or 0) for table in _COUNTED
    )


def _counting(table: sa.Table, key: ApplicantKey) -> sa.Select[int]:
    query = sa.select(sa.func.count()).select_from(table)
    if table is t.content:
        return query.join(t.document).where(t.document.c.applicant == key)
    return query.where((table.c.key if table is t.applicant else table.c.applicant) == key)


def delete_shared_rows(connection: sa.Connection, key: ApplicantKey) -> None:
    """Delete the applicant with all that hangs on it, and the commands' traces."""
    connection.execute(sa.delete(t.applicant).where(t.applicant.c.key == key))
    connection.execute(sa.delete(t.command_log).where(t.command_log.c.applicant == key))


def delete_journal_rows(connection: sa.Connection, key: ApplicantKey) -> None:
    """Delete this desk's acts on the applicant, questions included."""
    connection.execute(sa.delete(journal).where(journal.c.applicant == key))


def find_belongings(connection: sa.Connection, key: ApplicantKey) -> tuple[list[DocumentId], list[LetterId]]:
    """The applicant's documents and letters by id, for what is kept outside the databases."""
    documents = connection.scalars(sa.select(t.document.c.id).where(t.document.c.applicant == key)).all()
    letters = connection.scalars(sa.select(t.letter.c.id).where(t.letter.c.applicant == key)).all()
    return [DocumentId(document) for document in documents], [LetterId(letter) for letter in letters]
