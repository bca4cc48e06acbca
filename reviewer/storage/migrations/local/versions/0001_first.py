"""The first version of a desk's own database: its tables, the mirror, the full-text index."""

from __future__ import annotations

from alembic import op

from reviewer.storage.migrations.first_local import drop_local_tables, make_local_tables
from reviewer.storage.migrations.first_shared import drop_shared_tables, make_shared_tables

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    make_local_tables()
    make_shared_tables()
    op.execute("CREATE VIRTUAL TABLE search USING fts5(text, tokenize='trigram')")


def downgrade() -> None:
    op.execute("DROP TABLE search")
    drop_shared_tables()
    drop_local_tables()
