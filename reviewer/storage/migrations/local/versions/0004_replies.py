"""Replies in the mirror; promises and last letters in the queue's rows, and the group of those who answered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from reviewer.storage.engine import UtcTime
from reviewer.storage.migrations.replies import drop_replies, make_replies

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_FILL = """
UPDATE queue_row SET
    followed = (state = 'follow_up' OR asleep_until IS NOT NULL),
    promised_on = (SELECT sleep_until FROM applicant WHERE applicant."key" = queue_row."key"),
    promise = COALESCE((SELECT sleep_reason FROM applicant WHERE applicant."key" = queue_row."key"), ''),
    last_letter_at = (SELECT MAX(sent_at) FROM letter WHERE letter.applicant = queue_row."key")
"""
"""What is not saved yet is missing here until the next act upon its applicant."""


def upgrade() -> None:
    make_replies()
    op.execute("UPDATE queue_row SET grp = grp + 1 WHERE grp >= 1")
    op.add_column("queue_row", sa.Column("promised_on", sa.Date(), nullable=True))
    op.add_column("queue_row", sa.Column("promise", sa.Text(), nullable=False, server_default=""))
    op.add_column("queue_row", sa.Column("last_letter_at", UtcTime(), nullable=True))
    op.add_column("queue_row", sa.Column("followed", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index("ix_queue_row_followed", "queue_row", ["followed", "due_on"])
    op.execute(_FILL)


def downgrade() -> None:
    op.drop_index("ix_queue_row_followed", "queue_row")
    for column in ("followed", "last_letter_at", "promise", "promised_on"):
        op.drop_column("queue_row", column)
    op.execute("UPDATE queue_row SET grp = 2 WHERE grp = 1")
    op.execute("UPDATE queue_row SET grp = grp - 1 WHERE grp >= 2")
    drop_replies()
