"""The table of replies, the same in the shared database and in each desk's mirror."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from reviewer.storage.engine import UtcTime


def make_replies() -> None:
    """Make the table, empty."""
    op.create_table(
        "reply",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("applicant", sa.String(length=32), nullable=False),
        sa.Column("objection", sa.String(length=30), nullable=True),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("came_on", sa.Date(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("letter", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["applicant"], ["applicant.key"], name=op.f("fk_reply_applicant"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply")),
    )
    op.create_index(op.f("ix_reply_applicant"), "reply", ["applicant"], unique=False)


def drop_replies() -> None:
    """Drop the table with all that applicants answered."""
    op.drop_index(op.f("ix_reply_applicant"), "reply")
    op.drop_table("reply")
