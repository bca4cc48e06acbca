"""The desk's own tables as the first version made them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from reviewer.storage.engine import UtcTime


def _make_cursor() -> None:
    op.create_table(
        "cursor",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def _make_demand() -> None:
    op.create_table(
        "demand",
        sa.Column("receipt", sa.String(length=32), nullable=False),
        sa.Column("applicant", sa.String(length=32), nullable=False),
        sa.Column("demanded_at", UtcTime(), nullable=False),
        sa.Column("confirmation", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("receipt"),
    )


def _make_dispatch() -> None:
    op.create_table(
        "dispatch",
        sa.Column("letter", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("letter"),
    )


def _make_journal() -> None:
    op.create_table(
        "journal",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("applicant", sa.String(length=32), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("outdated", sa.String(length=60), nullable=True),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_journal_applicant"), "journal", ["applicant"], unique=False)


def _make_letter_row() -> None:
    op.create_table(
        "letter_row",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("applicant", sa.String(length=32), nullable=True),
        sa.Column("applicant_id", sa.Text(), nullable=True),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("recipient_name", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("not_before", UtcTime(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("sent_at", UtcTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("unsaved", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_letter_row_applicant"), "letter_row", ["applicant"], unique=False)
    op.create_index("ix_letter_row_state", "letter_row", ["state", "created_at", "id"], unique=False)


def _make_queue_row() -> None:
    op.create_table(
        "queue_row",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sort_name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("grp", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Text(), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("asleep_until", sa.Date(), nullable=True),
        sa.Column("waiting_since", UtcTime(), nullable=False),
        sa.Column("marks", sa.Text(), nullable=False),
        sa.Column("lacking", sa.Text(), nullable=False),
        sa.Column("cv_version", sa.Integer(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("unsaved", sa.Boolean(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("changes_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("key"),
    )
    op.create_index("ix_queue_row_changes_on", "queue_row", ["changes_on"], unique=False)
    op.create_index("ix_queue_row_decided_on", "queue_row", ["decided_on"], unique=False)
    op.create_index("ix_queue_row_id", "queue_row", ["id"], unique=False)
    op.create_index("ix_queue_row_name", "queue_row", ["grp", "sort_name", "key"], unique=False)
    op.create_index("ix_queue_row_rank", "queue_row", ["grp", "rank", "key"], unique=False)


def make_local_tables() -> None:
    """Create the tables of the first version."""
    _make_cursor()
    _make_demand()
    _make_dispatch()
    _make_journal()
    _make_letter_row()
    _make_queue_row()


def drop_local_tables() -> None:
    """Drop them again; their indexes go with them."""
    for table in ("queue_row", "letter_row", "journal", "dispatch", "demand", "cursor"):
        op.drop_table(table)
