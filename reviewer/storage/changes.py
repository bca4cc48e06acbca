"""What has changed in the shared database since a desk's cursors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from reviewer.domain.applicant import Applicant
from reviewer.domain.ids import ApplicantKey, ReceiptId
from reviewer.domain.letter import Letter
from reviewer.domain.template_texts import TextVersion
from reviewer.domain.views import Receipt
from reviewer.storage import tables as t
from reviewer.storage.receipts import find_confirmation, find_receipt
from reviewer.storage.records import load_applicants
from reviewer.storage.template_texts import load_saved_after

CURSORS = ("applicant", "tombstone", "receipt", "template_text")
_IDENTITY = {"applicant": t.applicant.c.key, "tombstone": t.tombstone.c.applicant, "receipt": t.receipt.c.id}


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """One batch, whole records; cursors says how far it reaches, more that another follows."""

    applicants: list[Applicant]
    gone: list[ApplicantKey]
    receipts: list[tuple[Receipt, Letter | None]]
    texts: list[TextVersion]
    cursors: dict[str, int]
    more: bool


def load_epoch(connection: sa.Connection) -> str:
    """The shared database's epoch; another one means that it was restored and everything is to be read anew."""
    return connection.scalar(sa.select(t.clock.c.epoch)) or ""


def load_changes(connection: sa.Connection, since: Mapping[str, int], most: int) -> Changes:
    """The next changes after the cursors, by revision, at most so many of a kind."""
    found = {name: _after(connection, name, since[name], most) for name in _IDENTITY}
    texts = load_saved_after(connection, since["template_text"], most)
    reached = {name: rows[-1][1] for name, rows in found.items() if rows}
    keys = [ApplicantKey(identity) for identity, _ in found["applicant"]]
    pairs = [
        (find_receipt(connection, ReceiptId(identity)), find_confirmation(connection, ReceiptId(identity)))
        for identity, _ in found["receipt"]
    ]
    return Changes(
        applicants=load_applicants(connection, keys),
        gone=[ApplicantKey(identity) for identity, _ in found["tombstone"]],
        receipts=[(receipt, letter) for receipt, letter in pairs if receipt is not None],
        texts=[version for version, _ in texts],
        cursors=reached if not texts else {**reached, "template_text": texts[-1][1]},
        more=most in {*map(len, found.values()), len(texts)},
    )


def _after(connection: sa.Connection, name: str, revision: int, most: int) -> list[tuple[str, int]]:
    table = t.shared.tables[name]
    query = sa.select(_IDENTITY[name], table.c.revision).where(table.c.revision > revision)
    return [(row[0], row[1]) for row in connection.execute(query.order_by(table.c.revision).limit(most))]
