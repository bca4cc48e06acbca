"""What goes along with each letter, in the mirror and in the outbox's rows."""

from __future__ import annotations

from reviewer.storage.migrations.attachments import add_attachments, drop_attachments

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_attachments("letter", "letter_row")


def downgrade() -> None:
    drop_attachments("letter_row", "letter")
