"""Erases one applicant in the shared database and on this desk."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from reviewer.domain.ids import ApplicantKey, DocumentId, LetterId
from reviewer.domain.views import ErasedPlace, Receipt
from reviewer.storage import lists, mirror, receipts
from reviewer.storage import tables as t
from reviewer.storage.demands import Demand
from reviewer.storage.local_tables import journal


def erase_shared(connection: sa.Connection, demand: Demand, now: datetime) -> Receipt | None:
    """Erase the applicant's rows, keep tombstone, receipt and confirmation; None when that was done before."""
    if receipts.is_erased(connection, demand.applicant):
        return None
    places = _count(connection, demand.applicant)
    connection.execute(sa.delete(t.applicant).where(t.applicant.c.key == demand.applicant))
    connection.execute(sa.delete(t.command_log).where(t.command_log.c.applicant == demand.applicant))
    receipt = Receipt(
        id=demand.receipt,
        demanded_at=demand.demanded_at,
        erased_at=now,
        places=places,
        confirmation=None if demand.confirmation is None else demand.confirmation.state,
        confirmed_at=None,
    )
    receipts.add_receipt(connection, receipt, demand.confirmation)
    receipts.add_tombstone(connection, demand.applicant, receipt)
    return receipt


def _count(connection: sa.Connection, key: ApplicantKey) -> tuple[ErasedPlace, ...]:
    places = []
    for table in (t.applicant, t.document, t.content, t.answer, t.note, t.decision, t.letter):
        query = sa.select(sa.func.count()).select_from(table)
        if table is t.applicant:
            query = query.where(table.c.key == key)
        elif table is t.content:
            query = query.join(t.document).where(t.document.c.applicant == key)
        else:
            query = query.where(table.c.applicant == key)
        places.append(ErasedPlace(place=table.name, count=connection.scalar(query) or 0))
    return tuple(places)


def erase_here(connection: sa.Connection, key: ApplicantKey) -> tuple[list[DocumentId], list[LetterId]]:
    """Erase the applicant on this desk; gives the documents to drop from caches and the letters' ids."""
    documents = connection.scalars(sa.select(t.document.c.id).where(t.document.c.applicant == key)).all()
    letters = connection.scalars(sa.select(t.letter.c.id).where(t.letter.c.applicant == key)).all()
    lists.drop(connection, [key])
    lists.optimise_search(connection)
    connection.execute(sa.delete(journal).where(journal.c.applicant == key))
    mirror.remove_applicant(connection, key)
    return [DocumentId(document) for document in documents], [LetterId(letter) for letter in letters]
