"""Demands for erasure made on this desk, until the shared database has met them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from reviewer.domain.codec import from_plain, to_plain
from reviewer.domain.ids import ApplicantKey, ReceiptId
from reviewer.domain.letter import Letter
from reviewer.storage.local_tables import demand


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """Erase this applicant; confirmation is the letter to send, None without an address."""

    receipt: ReceiptId
    applicant: ApplicantKey
    demanded_at: datetime
    confirmation: Letter | None


def add(connection: sa.Connection, wanted: Demand) -> None:
    """Write the demand down."""
    letter = None if wanted.confirmation is None else json.dumps(to_plain(wanted.confirmation), ensure_ascii=False)
    connection.execute(
        sa.insert(demand).values(
            receipt=wanted.receipt, applicant=wanted.applicant, demanded_at=wanted.demanded_at, confirmation=letter
        )
    )


def load_all(connection: sa.Connection) -> list[Demand]:
    """Every demand not met yet, oldest first."""
    rows = connection.execute(sa.select(demand).order_by(demand.c.demanded_at, demand.c.receipt))
    return [
        Demand(
            receipt=row.receipt,
            applicant=row.applicant,
            demanded_at=row.demanded_at,
            confirmation=None if row.confirmation is None else from_plain(Letter, json.loads(row.confirmation)),
        )
        for row in rows
    ]


def load_applicants(connection: sa.Connection) -> set[ApplicantKey]:
    """Who has been erased on this desk and may still be in the shared database."""
    return {ApplicantKey(key) for key in connection.scalars(sa.select(demand.c.applicant))}


def settle(connection: sa.Connection, receipt: ReceiptId) -> None:
    """Forget a demand that is met."""
    connection.execute(sa.delete(demand).where(demand.c.receipt == receipt))
