"""Receipts of erasures, tombstones and the confirmations on their way."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa

from reviewer.domain.codec import from_plain, to_plain
from reviewer.domain.ids import ApplicantKey, ReceiptId
from reviewer.domain.letter import Letter, LetterState
from reviewer.domain.views import ErasedPlace, Receipt
from reviewer.storage import tables as t
from reviewer.storage.records import next_revision
from reviewer.storage.rows import build_letter, letter_fields


def receipt_values(receipt: Receipt) -> dict[str, Any]:
    """A receipt's columns without its revision."""
    return {
        "id": receipt.id,
        "demanded_at": receipt.demanded_at,
        "erased_at": receipt.erased_at,
        "places": json.dumps(to_plain(receipt.places)),
        "confirmation": None if receipt.confirmation is None else receipt.confirmation.value,
        "confirmed_at": receipt.confirmed_at,
    }


def add_receipt(connection: sa.Connection, receipt: Receipt, confirmation: Letter | None) -> None:
    """Keep the receipt, and the confirmation until it is sent."""
    connection.execute(sa.insert(t.receipt).values({**receipt_values(receipt), "revision": next_revision(connection)}))
    if confirmation is not None:
        connection.execute(sa.insert(t.letter).values({**letter_fields(confirmation), "receipt": receipt.id}))


def add_tombstone(connection: sa.Connection, key: ApplicantKey, receipt: Receipt) -> None:
    """Tell every desk that this applicant is gone."""
    row = {"applicant": key, "erased_at": receipt.erased_at, "revision": next_revision(connection)}
    connection.execute(sa.insert(t.tombstone).values(row))


def is_erased(connection: sa.Connection, key: ApplicantKey) -> bool:
    """Whether a tombstone stands for the applicant."""
    return connection.scalar(sa.select(t.tombstone.c.applicant).where(t.tombstone.c.applicant == key)) is not None


def load_receipts(connection: sa.Connection, most: int = 500) -> tuple[Receipt, ...]:
    """The receipts, newest first."""
    query = sa.select(t.receipt).order_by(t.receipt.c.erased_at.desc(), t.receipt.c.id).limit(most)
    return tuple(map(build_receipt, connection.execute(query)))


def find_receipt(connection: sa.Connection, id: ReceiptId) -> Receipt | None:
    """One receipt."""
    row = connection.execute(sa.select(t.receipt).where(t.receipt.c.id == id)).one_or_none()
    return None if row is None else build_receipt(row)


def find_confirmation(connection: sa.Connection, id: ReceiptId) -> Letter | None:
    """The confirmation of an erasure while it is still under way."""
    row = connection.execute(sa.select(t.letter).where(t.letter.c.receipt == id)).one_or_none()
    return None if row is None else build_letter(row)


def save_confirmation(connection: sa.Connection, receipt: Receipt, letter: Letter) -> None:
    """Note how the confirmation fares; once sent or cancelled the letter with its address is erased."""
    over = letter.state in (LetterState.SENT, LetterState.CANCELLED)
    if over:
        connection.execute(sa.delete(t.letter).where(t.letter.c.id == letter.id))
    else:
        connection.execute(sa.update(t.letter).where(t.letter.c.id == letter.id).values(letter_fields(letter)))
    values = {
        "confirmation": letter.state.value,
        "confirmed_at": letter.sent_at,
        "revision": next_revision(connection),
    }
    connection.execute(sa.update(t.receipt).where(t.receipt.c.id == receipt.id).values(values))


def build_receipt(row: Any) -> Receipt:
    """The receipt from its row."""
    return Receipt(
        id=row.id,
        demanded_at=row.demanded_at,
        erased_at=row.erased_at,
        places=tuple(from_plain(ErasedPlace, place) for place in json.loads(row.places)),
        confirmation=None if row.confirmation is None else LetterState(row.confirmation),
        confirmed_at=row.confirmed_at,
    )
