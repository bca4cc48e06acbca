"""Takes arrivals into the shared database, a batch a transaction, and counts what came of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from reviewer.domain.arrival import ArrivalKind, ImportReport, IncomingApplicant, RowProblem, Unpacked
from reviewer.errors import Outdated
from reviewer.storage.arrivals import count_arrivals, save_arrivals
from reviewer.storage.engine import reading, writing
from reviewer.storage.records import LostUpdate

BATCH = 50
BATCH_BYTES = 32_000_000
MOST_TRIES = 8
Progress = Callable[[int], bool]
"""Told how many rows are read so far; False cancels, what is in stays in."""


def import_arrivals(
    shared: sa.Engine,
    arrivals: Iterable[IncomingApplicant | RowProblem],
    at: datetime,
    new_id: Callable[[], str],
    *,
    progress: Progress,
    dry_run: bool,
) -> ImportReport:
    """Import everything that can be; problems are collected, a cancelled import keeps its full batches."""
    counts: Counter[ArrivalKind] = Counter()
    problems: list[RowProblem] = []
    unpacked: list[Unpacked] = []
    batch: list[IncomingApplicant] = []
    size, cancelled = 0, False
    for seen, arrival in enumerate(arrivals, 1):
        if isinstance(arrival, RowProblem):
            problems.append(arrival)
        else:
            batch.append(arrival)
            unpacked += arrival.unpacked
            size += sum(len(document.content) for document in arrival.documents)
        if len(batch) >= BATCH or size >= BATCH_BYTES:
            counts += _take(shared, batch, at, new_id, dry_run)
            batch, size = [], 0
        if not progress(seen):
            cancelled = True
            break
    counts += _take(shared, batch, at, new_id, dry_run)
    return ImportReport(
        added=counts[ArrivalKind.ADDED],
        new_versions=counts[ArrivalKind.NEW_VERSION],
        unchanged=counts[ArrivalKind.UNCHANGED],
        problems=tuple(problems),
        cancelled=cancelled,
        unpacked=tuple(unpacked),
    )


def _take(
    shared: sa.Engine, batch: list[IncomingApplicant], at: datetime, new_id: Callable[[], str], dry_run: bool
) -> Counter[ArrivalKind]:
    if not batch:
        return Counter()
    if dry_run:
        with reading(shared) as connection:
            return count_arrivals(connection, batch, at, new_id)
    for _ in range(MOST_TRIES):
        try:
            with writing(shared) as connection:
                return save_arrivals(connection, batch, at, new_id)
        except (LostUpdate, IntegrityError):
            continue
    raise Outdated("too-many-writers")
