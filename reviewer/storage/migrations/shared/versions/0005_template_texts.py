"""The house's versions of letters' texts, and which of them each letter came from."""

from __future__ import annotations

from reviewer.storage.migrations.template_texts import drop_texts, make_texts

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    make_texts("letter")


def downgrade() -> None:
    drop_texts("letter")
