"""Meets a demand for erasure on this desk at once, and writes it down for the shared database."""

from __future__ import annotations

import sqlalchemy as sa

from reviewer.domain.ids import DocumentId, LetterId
from reviewer.privacy.erasure import erase_here
from reviewer.storage import demands
from reviewer.storage.demands import Demand
from reviewer.storage.engine import shrink_traces, writing


def demand_erasure(replica: sa.Engine, demand: Demand) -> tuple[list[DocumentId], list[LetterId]]:
    """Erase here and keep the demand, in one transaction; gives what to drop from caches and folders."""
    with writing(replica) as connection:
        demands.add(connection, demand)
        forgotten = erase_here(connection, demand.applicant)
    shrink_traces(replica)
    return forgotten
