"""Letters' texts in the mirror, which of them each letter came from, and texts that were typed and not saved."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from reviewer.storage.migrations.template_texts import drop_texts, make_texts

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    make_texts("letter", "letter_row")
    op.create_table(
        "text_draft",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", "language"),
    )


def downgrade() -> None:
    op.drop_table("text_draft")
    drop_texts("letter_row", "letter")
