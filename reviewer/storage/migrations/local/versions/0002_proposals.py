"""Findings of the pre-check, their place in the queue's rows, and the mirror's new column."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("answer", sa.Column("proposed", sa.Text(), nullable=True))
    op.create_table(
        "finding",
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("applicant", sa.String(length=32), nullable=False),
        sa.Column("rules_version", sa.String(length=40), nullable=False),
        sa.Column("checked_in", sa.String(length=7), nullable=False),
        sa.Column("effort", sa.Integer(), nullable=False),
        sa.Column("proposed", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("document"),
    )
    op.create_index("ix_finding_applicant", "finding", ["applicant"])
    op.add_column("queue_row", sa.Column("proposed", sa.Text(), nullable=False, server_default=""))
    op.add_column("queue_row", sa.Column("quick", sa.Text(), nullable=False, server_default=""))
    op.execute("UPDATE queue_row SET quick = '999 ' || rank")
    op.create_index("ix_queue_row_quick", "queue_row", ["grp", "quick", "key"])


def downgrade() -> None:
    op.drop_index("ix_queue_row_quick", "queue_row")
    op.drop_column("queue_row", "quick")
    op.drop_column("queue_row", "proposed")
    op.drop_index("ix_finding_applicant", "finding")
    op.drop_table("finding")
    op.drop_column("answer", "proposed")
