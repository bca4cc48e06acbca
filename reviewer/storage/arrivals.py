"""Takes a batch of arrivals into the shared database, in one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

import sqlalchemy as sa

from reviewer.domain.applicant import Applicant
from reviewer.domain.arrival import ArrivalKind, IncomingApplicant
from reviewer.domain.ids import DocumentId
from reviewer.domain.reception import receive
from reviewer.storage import tables as t
from reviewer.storage.records import insert_applicants, load_applicants, save_applicant, save_contents


def save_arrivals(
    connection: sa.Connection, batch: Sequence[IncomingApplicant], at: datetime, new_id: Callable[[], str]
) -> Counter[ArrivalKind]:
    """Add new applicants and new versions; ids within a batch are distinct. LostUpdate: repeat the batch."""
    known = _load_known(connection, batch)
    counts: Counter[ArrivalKind] = Counter()
    fresh: list[Applicant] = []
    contents: dict[DocumentId, bytes] = {}
    for incoming in batch:
        before = known.get(incoming.id)
        kind, after, added = receive(incoming, before, at, new_id)
        counts[kind] += 1
        contents.update(added)
        if kind is ArrivalKind.ADDED:
            fresh.append(after)
        elif kind is ArrivalKind.NEW_VERSION and before is not None:
            save_applicant(connection, before, after)
    insert_applicants(connection, fresh)
    save_contents(connection, contents)
    return counts


def count_arrivals(
    connection: sa.Connection, batch: Sequence[IncomingApplicant], at: datetime, new_id: Callable[[], str]
) -> Counter[ArrivalKind]:
    """What save_arrivals would do, without doing it."""
    known = _load_known(connection, batch)
    return Counter(receive(incoming, known.get(incoming.id), at, new_id)[0] for incoming in batch)


def _load_known(connection: sa.Connection, batch: Sequence[IncomingApplicant]) -> dict[str, Applicant]:
    ids = [incoming.id for incoming in batch]
    keys = connection.scalars(sa.select(t.applicant.c.key).where(t.applicant.c.id.in_(ids))).all()
    return {applicant.id: applicant for applicant in load_applicants(connection, list(keys))} if keys else {}
