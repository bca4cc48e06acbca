"""The first version of the shared database."""

from __future__ import annotations

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

from reviewer.storage.migrations.first_shared import drop_shared_tables, make_shared_tables

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    make_shared_tables()
    clock = sa.table("clock", sa.column("id"), sa.column("revision"), sa.column("epoch"))
    op.execute(clock.insert().values(id=1, revision=0, epoch=uuid4().hex))


def downgrade() -> None:
    drop_shared_tables()
