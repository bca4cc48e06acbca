"""What applicants answered: objections, and replies that stop the ladder."""

from __future__ import annotations

from reviewer.storage.migrations.replies import drop_replies, make_replies

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    make_replies()


def downgrade() -> None:
    drop_replies()
