"""The column of what goes along with a letter, in whichever tables hold letters."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def add_attachments(*tables: str) -> None:
    """Add the column: old letters carry nothing."""
    for table in tables:
        op.add_column(table, sa.Column("attachments", sa.Text(), nullable=False, server_default="[]"))


def drop_attachments(*tables: str) -> None:
    """Drop it, with what was chosen."""
    for table in tables:
        op.drop_column(table, "attachments")
