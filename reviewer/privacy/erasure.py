"""Erases one applicant in the shared database and on this desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import Connection

from reviewer.domain.ids import ApplicantKey, DocumentId, LetterId
from reviewer.domain.views import Receipt
from reviewer.storage import erasing, lists, mirror, receipts
from reviewer.storage.demands import Demand

Forget = Callable[[Sequence[DocumentId], Sequence[LetterId]], None]
"""Drops documents and letters from caches and folders; may be told the same twice."""


def erase_shared(connection: Connection, demand: Demand, now: datetime) -> Receipt | None:
    """Erase the applicant's rows, keep tombstone, receipt and confirmation; None when that was done before."""
    if receipts.is_erased(connection, demand.applicant):
        return None
    receipt = Receipt(
        id=demand.receipt,
        demanded_at=demand.demanded_at,
        erased_at=now,
        places=erasing.count_rows(connection, demand.applicant),
        confirmation=None if demand.confirmation is None else demand.confirmation.state,
        confirmed_at=None,
    )
    erasing.delete_shared_rows(connection, demand.applicant)
    receipts.add_receipt(connection, receipt, demand.confirmation)
    receipts.add_tombstone(connection, demand.applicant, receipt)
    return receipt


def erase_here(connection: Connection, key: ApplicantKey, forget: Forget) -> None:
    """Erase the applicant on this desk; what lies outside the database goes first, while it can still be named."""
    forget(*erasing.find_belongings(connection, key))
    lists.drop(connection, [key])
    lists.optimise_search(connection)
    erasing.delete_journal_rows(connection, key)
    mirror.remove_applicant(connection, key)
