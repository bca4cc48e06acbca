"""The table of letters' texts, and the columns that say from which of them a letter came."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from reviewer.storage.engine import UtcTime


def make_texts(*letter_tables: str) -> None:
    """Make the table, empty; letters that are there came from the texts of the program."""
    op.create_table(
        "template_text",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("saved_at", UtcTime(), nullable=False),
        sa.Column("saved_by", sa.Text(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", "language", "version", name=op.f("pk_template_text")),
    )
    op.create_index(op.f("ix_template_text_revision"), "template_text", ["revision"], unique=False)
    for table in letter_tables:
        op.add_column(table, sa.Column("template_version", sa.Integer(), nullable=False, server_default="0"))
        op.add_column(table, sa.Column("part_versions", sa.Text(), nullable=False, server_default=""))


def drop_texts(*letter_tables: str) -> None:
    """Drop the table with all versions, and what letters say of them."""
    for table in letter_tables:
        op.drop_column(table, "part_versions")
        op.drop_column(table, "template_version")
    op.drop_index(op.f("ix_template_text_revision"), "template_text")
    op.drop_table("template_text")
