"""Writes the mirror: what pull brings and what erasure takes; nobody else may."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa

from reviewer.domain.applicant import Applicant
from reviewer.domain.ids import ApplicantKey, DocumentId
from reviewer.domain.letter import Letter
from reviewer.domain.template_texts import TextVersion
from reviewer.domain.views import Receipt
from reviewer.storage import receipts
from reviewer.storage import tables as t
from reviewer.storage.engine import insert_ignoring
from reviewer.storage.local_tables import cursor, letter_row
from reviewer.storage.records import insert_parts
from reviewer.storage.rows import applicant_values, letter_fields
from reviewer.storage.template_texts import version_values


def put_applicants(connection: sa.Connection, applicants: Sequence[Applicant]) -> None:
    """Replace these applicants by their present form; documents' bytes that are here stay."""
    if not applicants:
        return
    keys = [applicant.key for applicant in applicants]
    kept = {document.id for applicant in applicants for document in applicant.documents}
    held = connection.scalars(sa.select(t.document.c.id).where(t.document.c.applicant.in_(keys))).all()
    remove_documents(connection, [DocumentId(document) for document in held if document not in kept])
    for table in (t.answer, t.note, t.decision, t.letter, t.reply):
        connection.execute(sa.delete(table).where(table.c.applicant.in_(keys)))
    known = set(connection.scalars(sa.select(t.applicant.c.key).where(t.applicant.c.key.in_(keys))))
    rows = [{**applicant_values(applicant), "revision": 0} for applicant in applicants]
    for row in rows:
        if row["key"] in known:
            connection.execute(sa.update(t.applicant).where(t.applicant.c.key == row["key"]).values(row))
    added = [row for row in rows if row["key"] not in known]
    if added:
        connection.execute(sa.insert(t.applicant), added)
    insert_parts(connection, [_without_documents(applicant, set(held)) for applicant in applicants])


def find_earlier_bearers(connection: sa.Connection, applicants: Sequence[Applicant]) -> list[ApplicantKey]:
    """Who bears the id of one of these applicants without being one of them."""
    ids, keys = [applicant.id for applicant in applicants], [applicant.key for applicant in applicants]
    query = sa.select(t.applicant.c.key).where(t.applicant.c.id.in_(ids), t.applicant.c.key.not_in(keys))
    return [ApplicantKey(key) for key in connection.scalars(query)]


def put_contents(connection: sa.Connection, contents: Sequence[tuple[DocumentId, bytes]]) -> None:
    """Keep the bytes of those documents that are (still) in the mirror."""
    here = set(connection.scalars(sa.select(t.document.c.id).where(t.document.c.id.in_([id for id, _ in contents]))))
    rows = [{"document": document, "bytes": data} for document, data in contents if document in here]
    if rows:
        connection.execute(sa.insert(t.content), rows)


def put_receipts(connection: sa.Connection, pulled: Sequence[tuple[Receipt, Letter | None]]) -> None:
    """Replace these receipts and the confirmations that are still under way."""
    for receipt, letter in pulled:
        connection.execute(sa.delete(letter_row).where(letter_row.c.id.in_(_letters_of(receipt))))
        connection.execute(sa.delete(t.letter).where(t.letter.c.receipt == receipt.id))
        connection.execute(sa.delete(t.receipt).where(t.receipt.c.id == receipt.id))
        connection.execute(sa.insert(t.receipt).values({**receipts.receipt_values(receipt), "revision": 0}))
        if letter is not None:
            connection.execute(sa.insert(t.letter).values({**letter_fields(letter), "receipt": receipt.id}))
            row = {name: value for name, value in letter_fields(letter).items() if name in letter_row.c}
            connection.execute(sa.insert(letter_row).values({**row, "unsaved": False}))


def _letters_of(receipt: Receipt) -> sa.Select[tuple[str]]:
    return sa.select(t.letter.c.id).where(t.letter.c.receipt == receipt.id)


def put_texts(connection: sa.Connection, pulled: Sequence[TextVersion]) -> None:
    """Add these versions of letters' texts; one that is here already stays as it is."""
    insert_ignoring(connection, t.template_text, [{**version_values(one), "revision": 0} for one in pulled])


def remove_applicant(connection: sa.Connection, key: ApplicantKey) -> None:
    """Take an applicant and everything of theirs out of the mirror."""
    connection.execute(sa.delete(t.applicant).where(t.applicant.c.key == key))


def remove_documents(connection: sa.Connection, documents: Sequence[DocumentId]) -> None:
    """Take documents and their bytes out of the mirror."""
    if documents:
        connection.execute(sa.delete(t.document).where(t.document.c.id.in_(documents)))


def remove_everything(connection: sa.Connection) -> None:
    """Empty the mirror, before it is filled from a restored database."""
    for table in (t.letter, t.applicant, t.receipt, t.template_text):
        connection.execute(sa.delete(table))
    connection.execute(sa.delete(cursor))


def load_cursor(connection: sa.Connection, name: str) -> str:
    """A cursor's value; empty at first."""
    return connection.scalar(sa.select(cursor.c.value).where(cursor.c.name == name)) or ""


def save_cursor(connection: sa.Connection, name: str, value: str) -> None:
    """Move a cursor."""
    connection.execute(sa.delete(cursor).where(cursor.c.name == name))
    connection.execute(sa.insert(cursor).values(name=name, value=value))


def load_missing_contents(connection: sa.Connection, most: int, most_bytes: int) -> list[DocumentId]:
    """Documents of the mirror whose bytes are not on this desk yet: at least one, together at most so large."""
    query = (
        sa.select(t.document.c.id, t.document.c.size_bytes)
        .outerjoin(t.content, t.content.c.document == t.document.c.id)
        .where(t.content.c.document.is_(None))
        .order_by(t.document.c.id)
        .limit(most)
    )
    missing: list[DocumentId] = []
    for row in connection.execute(query):
        most_bytes -= row.size_bytes
        if missing and most_bytes < 0:
            break
        missing.append(DocumentId(row.id))
    return missing


def _without_documents(applicant: Applicant, held: set[str]) -> Applicant:
    return replace(applicant, documents=tuple(document for document in applicant.documents if document.id not in held))
