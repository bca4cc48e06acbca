"""The shared tables as the first version made them; also each desk's mirror of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from reviewer.storage.engine import UtcTime


def _make_applicant() -> None:
    op.create_table(
        "applicant",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=100), nullable=False),
        sa.Column("salutation", sa.String(length=10), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("first_name", sa.Text(), nullable=False),
        sa.Column("last_name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("registered_at", UtcTime(), nullable=True),
        sa.Column("confirmed_at", UtcTime(), nullable=True),
        sa.Column("ip_address", sa.Text(), nullable=False),
        sa.Column("terms_version", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("sleep_until", sa.Date(), nullable=True),
        sa.Column("sleep_reason", sa.Text(), nullable=True),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("waiting_since", UtcTime(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_applicant")),
        sa.UniqueConstraint("id", name=op.f("uq_applicant_id")),
    )
    op.create_index(op.f("ix_applicant_revision"), "applicant", ["revision"], unique=False)


def _make_clock() -> None:
    op.create_table(
        "clock",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("epoch", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock")),
    )


def _make_command_log() -> None:
    op.create_table(
        "command_log",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("applicant", sa.String(length=32), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_command_log")),
    )
    op.create_index(op.f("ix_command_log_applicant"), "command_log", ["applicant"], unique=False)


def _make_receipt() -> None:
    op.create_table(
        "receipt",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("demanded_at", UtcTime(), nullable=False),
        sa.Column("erased_at", UtcTime(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("confirmation", sa.String(length=10), nullable=True),
        sa.Column("confirmed_at", UtcTime(), nullable=True),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt")),
    )
    op.create_index(op.f("ix_receipt_revision"), "receipt", ["revision"], unique=False)


def _make_tombstone() -> None:
    op.create_table(
        "tombstone",
        sa.Column("applicant", sa.String(length=32), nullable=False),
        sa.Column("erased_at", UtcTime(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("applicant", name=op.f("pk_tombstone")),
    )
    op.create_index(op.f("ix_tombstone_revision"), "tombstone", ["revision"], unique=False)


def _make_answer() -> None:
    op.create_table(
        "answer",
        sa.Column("applicant", sa.String(length=32), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("criterion", sa.String(length=60), nullable=False),
        sa.Column("answer", sa.String(length=8), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["applicant"], ["applicant.key"], name=op.f("fk_answer_applicant"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("applicant", "round", "criterion", name=op.f("pk_answer")),
    )


def _make_decision() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("applicant", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("letter", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["applicant"], ["applicant.key"], name=op.f("fk_decision_applicant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    op.create_index(op.f("ix_decision_applicant"), "decision", ["applicant"], unique=False)


def _make_document() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("applicant", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("added_at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["applicant"], ["applicant.key"], name=op.f("fk_document_applicant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("applicant", "position", "version", name=op.f("uq_document_applicant_position_version")),
    )
    op.create_index(op.f("ix_document_applicant"), "document", ["applicant"], unique=False)


def _make_letter() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("applicant", sa.String(length=32), nullable=True),
        sa.Column("receipt", sa.String(length=32), nullable=True),
        sa.Column("template", sa.String(length=30), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("recipient_name", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("not_before", UtcTime(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("sent_at", UtcTime(), nullable=True),
        sa.Column("owner", sa.String(length=64), nullable=True),
        sa.Column("lease_until", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(["applicant"], ["applicant.key"], name=op.f("fk_letter_applicant"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["receipt"], ["receipt.id"], name=op.f("fk_letter_receipt"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
    )
    op.create_index(op.f("ix_letter_applicant"), "letter", ["applicant"], unique=False)
    op.create_index(op.f("ix_letter_state"), "letter", ["state"], unique=False)
    standing_feedback = sa.text("state != 'cancelled' AND template LIKE 'feedback-%'")
    op.create_index(
        "uq_letter_feedback",
        "letter",
        ["applicant", "round", "template"],
        unique=True,
        sqlite_where=standing_feedback,
        postgresql_where=standing_feedback,
    )


def _make_note() -> None:
    op.create_table(
        "note",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("applicant", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("criterion", sa.String(length=60), nullable=True),
        sa.ForeignKeyConstraint(["applicant"], ["applicant.key"], name=op.f("fk_note_applicant"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
    )
    op.create_index(op.f("ix_note_applicant"), "note", ["applicant"], unique=False)


def _make_content() -> None:
    op.create_table(
        "content",
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name=op.f("fk_content_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_content")),
    )


def make_shared_tables() -> None:
    """Create the tables of the first version."""
    _make_applicant()
    _make_clock()
    _make_command_log()
    _make_receipt()
    _make_tombstone()
    _make_answer()
    _make_decision()
    _make_document()
    _make_letter()
    _make_note()
    _make_content()


def drop_shared_tables() -> None:
    """Drop them again; their indexes go with them."""
    for table in (
        "content",
        "note",
        "letter",
        "document",
        "decision",
        "answer",
        "tombstone",
        "receipt",
        "command_log",
        "clock",
        "applicant",
    ):
        op.drop_table(table)
