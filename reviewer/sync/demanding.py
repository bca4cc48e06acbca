"""Meets a demand for erasure on this desk at once, and writes it down for the shared database."""

from __future__ import annotations

import sqlalchemy as sa

from reviewer.privacy.erasure import Forget, erase_here
from reviewer.storage import demands
from reviewer.storage.demands import Demand
from reviewer.storage.engine import shrink_traces, writing


def demand_erasure(replica: sa.Engine, demand: Demand, forget: Forget) -> None:
    """Erase here and keep the demand, in one transaction."""
    with writing(replica) as connection:
        demands.add(connection, demand)
        erase_here(connection, demand.applicant, forget)
    shrink_traces(replica)
