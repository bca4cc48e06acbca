"""What goes along with each letter; nothing with those that were written before."""

from __future__ import annotations

from reviewer.storage.migrations.attachments import add_attachments, drop_attachments

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_attachments("letter")


def downgrade() -> None:
    drop_attachments("letter")
