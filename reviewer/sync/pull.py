"""Copies what changed in the shared database into this desk's mirror."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import sqlalchemy as sa

from reviewer.domain.applicant import Applicant
from reviewer.domain.checklist import Checklist
from reviewer.domain.ids import ApplicantKey, CommandId, DocumentId, LetterId, ReceiptId
from reviewer.domain.letter import Letter
from reviewer.domain.views import Receipt
from reviewer.privacy.erasure import erase_here
from reviewer.storage import journal, lists, mirror, receipts
from reviewer.storage import tables as t
from reviewer.storage.engine import reading, shrink_traces, writing
from reviewer.storage.records import load_applicants, load_contents

APPLICANTS_A_TIME = 200
CONTENT_BYTES_A_TIME = 16_000_000
DOCUMENTS_A_TIME = 64


@dataclass(slots=True, kw_only=True)
class Pulled:
    """What pull brought: applicants changed, applicants erased with their documents and letters."""

    applicants: set[ApplicantKey] = field(default_factory=set)
    erased: set[ApplicantKey] = field(default_factory=set)
    forgotten_documents: list[DocumentId] = field(default_factory=list)
    forgotten_letters: list[LetterId] = field(default_factory=list)
    receipts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Batch:
    applicants: list[Applicant]
    gone: list[ApplicantKey]
    receipts: list[tuple[Receipt, Letter | None]]
    cursors: dict[str, int]
    more: bool


def pull(
    shared: sa.Engine,
    replica: sa.Engine,
    settled: Sequence[CommandId],
    checklist: Checklist,
    today: date,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Pulled:
    """Bring the mirror up to date and forget settled acts in the transaction that brings their effect."""
    pulled = Pulled()
    _follow_epoch(shared, replica)
    while True:
        batch = _read(shared, replica)
        with writing(replica) as connection:
            if not batch.more:
                _settle(connection, settled, batch, checklist, today)
            _write(connection, batch, pulled, checklist, today)
        if batch.gone:
            shrink_traces(replica)
        if not batch.more or cancelled():
            break
    _fetch_contents(shared, replica, cancelled)
    return pulled


def _follow_epoch(shared: sa.Engine, replica: sa.Engine) -> None:
    with reading(shared) as connection:
        epoch = connection.scalar(sa.select(t.clock.c.epoch)) or ""
    with reading(replica) as connection:
        known = mirror.load_cursor(connection, "epoch")
    if epoch != known:
        with writing(replica) as connection:
            mirror.remove_everything(connection)
            lists.drop_all(connection)
            mirror.save_cursor(connection, "epoch", epoch)


def _read(shared: sa.Engine, replica: sa.Engine) -> _Batch:
    with reading(replica) as connection:
        since = {name: int(mirror.load_cursor(connection, name) or 0) for name in ("applicant", "tombstone", "receipt")}
    with reading(shared) as connection:
        changed = _since(connection, t.applicant, t.applicant.c.key, since)
        gone = _since(connection, t.tombstone, t.tombstone.c.applicant, since)
        new_receipts = _since(connection, t.receipt, t.receipt.c.id, since)
        keys = [ApplicantKey(row.id) for row in changed]
        pairs = [
            (receipts.find_receipt(connection, ReceiptId(row.id)), receipts.find_confirmation(connection, row.id))
            for row in new_receipts
        ]
        applicants = load_applicants(connection, keys)
    cursors = {
        name: rows[-1].revision
        for name, rows in (("applicant", changed), ("tombstone", gone), ("receipt", new_receipts))
        if rows
    }
    return _Batch(
        applicants=applicants,
        gone=[ApplicantKey(row.id) for row in gone],
        receipts=[(receipt, letter) for receipt, letter in pairs if receipt is not None],
        cursors=cursors,
        more=any(len(rows) == APPLICANTS_A_TIME for rows in (changed, gone, new_receipts)),
    )


def _since(
    connection: sa.Connection, table: sa.Table, identity: sa.Column[Any], since: dict[str, int]
) -> Sequence[Any]:
    query = sa.select(identity.label("id"), table.c.revision).where(table.c.revision > since[table.name])
    return connection.execute(query.order_by(table.c.revision).limit(APPLICANTS_A_TIME)).all()


def _settle(
    connection: sa.Connection, settled: Sequence[CommandId], batch: _Batch, checklist: Checklist, today: date
) -> None:
    here = {applicant.key for applicant in batch.applicants}
    concerned = {command.applicant for command in journal.load_pending(connection) if command.stamp.id in set(settled)}
    for command in settled:
        journal.settle(connection, command)
    lists.refresh(connection, sorted(concerned - here), checklist, today)


def _write(connection: sa.Connection, batch: _Batch, pulled: Pulled, checklist: Checklist, today: date) -> None:
    mirror.put_applicants(connection, batch.applicants)
    keys = [applicant.key for applicant in batch.applicants]
    lists.refresh(connection, keys, checklist, today)
    pulled.applicants.update(keys)
    for key in batch.gone:
        documents, letters = erase_here(connection, key)
        pulled.erased.add(key)
        pulled.forgotten_documents += documents
        pulled.forgotten_letters += letters
    mirror.put_receipts(connection, batch.receipts)
    pulled.receipts += len(batch.receipts)
    for name, revision in batch.cursors.items():
        mirror.save_cursor(connection, name, str(revision))


def _fetch_contents(shared: sa.Engine, replica: sa.Engine, cancelled: Callable[[], bool]) -> None:
    """Copy documents' bytes that are not here yet, in pieces of bounded size."""
    while not cancelled():
        with reading(replica) as connection:
            missing = mirror.load_missing_contents(connection, DOCUMENTS_A_TIME, CONTENT_BYTES_A_TIME)
        if not missing:
            return
        with reading(shared) as connection:
            contents = load_contents(connection, missing)
        if not contents:
            return
        with writing(replica) as connection:
            mirror.put_contents(connection, contents)
